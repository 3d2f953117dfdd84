#pragma once

#include "models/core/id.h"


#include <cstdint>
#include <map>
#include <set>

namespace foredeck {

/// What one committed transaction changed: told once, after the commit, as ids. Readers that ask then see at least it.
struct Changes {
    std::set<ConversationId> conversations; ///< their list rows, their views
    std::map<ConversationId, std::int64_t> timelines; ///< with the lowest position that changed
    std::set<ConversationId> echoes; ///< what stands in the outbox for them changed, or what is known of their start
    std::set<LeadId> leads;
    std::set<LeadId> leadRows; ///< what the table of leads shows of them, finds or orders them by
    std::set<EscalationId> escalations;
    std::set<ConversationId> drafts;
    std::map<OpId, LeadId> knownAlready; ///< by the act that entered them: as whom the server knew them
    std::set<ClientId> clientData; ///< whose channels, locations, settings, documents, rules, macros or shift notes changed
    bool clients = false;
    bool users = false;
    bool agency = false;
    bool counters = false;
    bool outbox = false;
    bool everything = false; ///< the cache was rebuilt or emptied: ask for all again
    int unsent = 0; ///< acts not yet confirmed, now
    int needingReview = 0;

    void add(const Changes &later);
};

} // namespace foredeck
