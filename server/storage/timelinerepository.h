#pragma once

#include "models/core/id.h"
#include "server/storage/store.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace foredeck {

/// One entry of a conversation: a message, a note or a transition, as its JSON.
struct TimelineEntry {
    std::string kind; ///< message | note | transition
    std::int64_t position = 0;
    std::string data;
};

/// What the digest is computed from.
struct TimelineMark {
    std::string id;
    std::int64_t version = 0;
    std::int64_t position = 0;
};

/// Everything of a conversation in one order.
struct TimelineRepository {
    /// By falling position, below `before` (the largest integer for the newest). At most `limit`, and none after those that
    /// hold `bytes` together; one at least.
    static std::vector<TimelineEntry> before(Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t before, int limit,
        std::size_t bytes = std::numeric_limits<std::size_t>::max());
    /// All with position ≥ from, by id.
    static std::vector<TimelineMark> marks(Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t from);
};

} // namespace foredeck
