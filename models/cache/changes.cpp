#include "models/cache/changes.h"

#include <algorithm>

namespace foredeck {

void Changes::add(const Changes &later)
{
    conversations.insert(later.conversations.begin(), later.conversations.end());
    for (const auto &[id, position] : later.timelines) {
        const auto [found, added] = timelines.emplace(id, position);
        if (!added)
            found->second = std::min(found->second, position);
    }
    echoes.insert(later.echoes.begin(), later.echoes.end());
    leads.insert(later.leads.begin(), later.leads.end());
    leadRows.insert(later.leadRows.begin(), later.leadRows.end());
    escalations.insert(later.escalations.begin(), later.escalations.end());
    drafts.insert(later.drafts.begin(), later.drafts.end());
    knownAlready.insert(later.knownAlready.begin(), later.knownAlready.end());
    clientData.insert(later.clientData.begin(), later.clientData.end());
    clients = clients || later.clients;
    users = users || later.users;
    agency = agency || later.agency;
    counters = counters || later.counters;
    outbox = outbox || later.outbox;
    everything = everything || later.everything;
    unsent = later.unsent;
    needingReview = later.needingReview;
}

} // namespace foredeck
