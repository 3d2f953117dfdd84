#pragma once

#include "models/domain/event.h"
#include "models/domain/ladder.h"
#include "server/storage/store.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace foredeck {

/// Where a stream stands: the seq of its last event (0: none yet) and the lowest one that is kept.
struct StreamMark {
    std::int64_t head = 0;
    std::int64_t lowest = 1;
    friend bool operator==(const StreamMark &, const StreamMark &) = default;
};

/// The log for its readers; it is written by WriteTx::append alone.
struct EventRepository {
    static StreamMark mark(Tx &tx, std::string_view stream);
    /// In order, above `after`; prev is seq − 1. A reader below `lowest − 1` must take a snapshot instead.
    static std::vector<Event> after(Tx &tx, std::string_view stream, std::int64_t after, int limit);
    /// The newest "escalation.alert" of a person's stream for each escalation, as it was told.
    static std::vector<Alert> alerts(Tx &tx, std::string_view stream);
    /// Removes events older than `before`, at most `limit` over all streams; seq goes on where it was. How many.
    static std::int64_t retain(WriteTx &tx, Timestamp before, int limit);
    /// Erasure: what the log tells about an entity becomes {"id":…}; seq stays. How many.
    static std::int64_t reduce(WriteTx &tx, std::string_view stream, std::string_view entity);
};

} // namespace foredeck
