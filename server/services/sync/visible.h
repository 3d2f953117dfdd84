#pragma once

#include "server/services/access/access.h"
#include "server/storage/eventrepository.h"

#include <cstddef>

namespace foredeck {

/// A piece of a stream as one caller may see it. `prev` of each event is the seq of the one before it here.
struct VisibleEvents {
    std::vector<Event> events;
    std::int64_t through = 0; ///< everything visible up to here is in it or came before
    StreamMark mark; ///< as it was in the same reading
    bool complete = false; ///< `through` is the head
};

struct VisibleLimits {
    int events = 200;
    std::size_t bytes = 256 * 1024; ///< of data; one event more may stand above it
};

/// Reads on after `after`, skipping what is hidden, until a limit or the head. `last` is the seq that was sent before.
VisibleEvents readVisible(Tx &tx, const Access &access, const std::string &stream, std::int64_t after, std::int64_t last, const VisibleLimits &limits);

/// Why a stream cannot be resumed from a position: "epoch", "retention", or empty when it can. An epoch that is not named
/// is taken as ours, for a reader that starts from nothing.
std::string_view resetReason(const StreamMark &mark, std::string_view ourEpoch, std::string_view epoch, std::int64_t since);

} // namespace foredeck
