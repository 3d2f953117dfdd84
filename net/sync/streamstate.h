#pragma once

#include "models/core/clock.h"
#include "net/codec/frames.h"

#include <optional>
#include <string>

namespace foredeck {

/// One mended hole of a stream, as the repair log tells it: what stood between `from` (held) and `to` (seen) was missing.
struct Repair {
    std::string stream;
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::string kind; ///< gap, tail (a lost last event), epoch, retention, digest, snapshot, initial
    int tries = 0;
    std::int64_t ms = 0; ///< from noticing to healed
};

/// Where the console stands on one stream of the log.
struct StreamState {
    enum class Mode {
        Following,
        Asked, ///< a resume was sent; what does not continue is left out until it answers
        Snapshot,
    };

    std::string name;
    std::string epoch;
    std::int64_t cursor = 0; ///< everything visible up to here was handed to the cache
    std::int64_t expected = 0; ///< what the next event's `prev` must be: the seq that came last on this socket
    std::int64_t head = 0; ///< of the last welcome
    std::int64_t start = 0; ///< the cursor at the last welcome, for "n of m"
    Mode mode = Mode::Following;
    bool named = false; ///< in this socket's hello or a resume: the server sends it

    int tries = 0; ///< resumes without progress
    std::int64_t triedAt = -1; ///< the cursor of the last one
    std::optional<Repair> open; ///< the hole that is being mended
    Timestamp openSince;

    std::int64_t snapshotDone = 0;
    std::int64_t snapshotTotal = 0;
    std::optional<Timestamp> snapshotAt; ///< a failed one is tried again then
    std::optional<Timestamp> completeBeat; ///< the last heartbeat that found nothing missing

    bool continuesWith(std::int64_t prev) const { return prev == expected || (mode == Mode::Asked && prev == cursor); }
    bool isComplete() const { return mode != Mode::Snapshot && !open && cursor >= head; }
};

} // namespace foredeck
