#pragma once

#include "models/domain/decision.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/timelinerepository.h"

#include <limits>
#include <vector>

namespace foredeck {

inline constexpr std::int64_t newestPosition = std::numeric_limits<std::int64_t>::max();

/// A piece of a conversation by falling position, with the assistant's decisions that belong to it.
struct TimelinePiece {
    std::vector<TimelineItem> items;
    std::vector<Decision> decisions;
    bool more = false; ///< older ones are there
};
TimelinePiece timelineBefore(Tx &tx, const ClientId &client, const ConversationId &id, std::int64_t before, int limit);

/// Where the conversation last ended, 0 when it never did: what was resolved then is settled, and nothing from before is
/// answered or raised a second time. An end that a person took back settled nothing.
std::int64_t settledPosition(Tx &tx, const ClientId &client, const ConversationId &id);

} // namespace foredeck
