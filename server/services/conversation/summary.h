#pragma once

#include "models/domain/conversation.h"
#include "models/domain/lead.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// Everything that a running summary may rest on.
struct SummaryFacts {
    Lead lead;
    bool isWishOfTalk = true; ///< the wish on its record was made in this talk (intake.h)
    std::string wants; ///< of the brief of the hand-over that is open; empty: none is
    std::vector<Message> history; ///< public messages by rising position
    std::optional<Timestamp> waitingSince; ///< the customer, for an answer; one that did not arrive may be older
    std::int64_t lastPublicPosition = 0;
    std::vector<Task> open; ///< the one that is due first in front
    std::vector<Task> closed; ///< the one that was closed last in front
};

/// The facts of a conversation as they are stored; of the conversation itself as it is handed in. What came before it last
/// ended was settled and is left out, but for what is still promised.
SummaryFacts summaryFacts(Tx &tx, const Conversation &conversation);

/// Where it stands: what the customer wants, what of theirs nobody has answered, what they were promised. Only what the facts
/// support; lines that fit, at most three that are open and five promises. Pure.
ConversationSummary runningSummary(const SummaryFacts &facts);

} // namespace foredeck
