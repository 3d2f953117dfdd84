#include "models/cache/firstwords.h"

#include "cachesql.h"
#include "models/cache/query.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr std::size_t mostParts = 100; ///< there is no circle; a damaged file may have one

std::vector<LeadId> idsOfParts(sqlite::Database &cache, const LeadId &lead)
{
    std::vector<LeadId> parts;
    Query query {cache, cachesql::lead_parts};
    query.bindText("lead", lead.value);
    while (query.next())
        parts.push_back(LeadId {query.text()});
    return parts;
}

} // namespace

std::vector<ConversationId> journalsBelow(sqlite::Database &cache, const ConversationId &journal)
{
    std::vector<ConversationId> below;
    std::vector<LeadId> next;
    if (const LeadId lead = leadOfFirstWords(journal); !lead.empty())
        next.push_back(lead);
    while (!next.empty() && below.size() < mostParts) {
        const LeadId lead = std::move(next.back());
        next.pop_back();
        if (const ConversationId one = firstWordsJournalId(lead); one != journal)
            below.push_back(one);
        const auto parts = idsOfParts(cache, lead);
        next.insert(next.end(), parts.rbegin(), parts.rend()); // the first is taken first
    }
    return below;
}

void addBelow(std::string &words, const std::string &more)
{
    if (!words.empty() && !more.empty())
        words += '\n';
    words += more;
}

} // namespace foredeck
