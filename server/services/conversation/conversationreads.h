#pragma once

#include "models/domain/decision.h"
#include "models/domain/lead.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/timelinerepository.h"

#include <limits>
#include <optional>
#include <vector>

namespace foredeck {

inline constexpr std::int64_t newestPosition = std::numeric_limits<std::int64_t>::max();

/// A piece of a conversation by falling position, with the assistant's decisions that belong to it.
struct TimelinePiece {
    std::vector<TimelineEntry> items;
    std::vector<Decision> decisions;
    bool more = false; ///< older ones are there
};
TimelinePiece timelineBefore(Tx &tx, const ClientId &client, const ConversationId &id, std::int64_t before, int limit);

/// Where the conversation last ended, 0 when it never did: what was resolved then is settled, and nothing from before is
/// answered or raised a second time. An end that a person took back settled nothing.
std::int64_t settledPosition(Tx &tx, const ClientId &client, const ConversationId &id);

/// Whose conversation it is, as it shows it: in a chat window name and wishes are those that were told in it, since whose e-mail
/// is typed there is no proof of who it is (decision 18).
std::optional<Lead> leadAsTold(Tx &tx, const Conversation &conversation);

} // namespace foredeck
