#pragma once

#include <chrono>
#include <cstddef>

namespace foredeck {

/// All limits of the listener. Configuration, so that tests can shorten the times. Times are held by one sweep per
/// second (or a quarter of the shortest of them, when that is less), so they are met within a second, never early.
struct HttpLimits {
    std::size_t headerBytes = 16 * 1024; ///< request line and fields together; beyond: 431
    std::size_t headerFields = 100; ///< beyond: 431
    std::size_t connections = 20000; ///< beyond: 503 and closed
    std::size_t connectionsPerAddress = 4096; ///< loopback is not counted
    std::size_t frameBytes = 1024 * 1024; ///< WebSocket messages from the peer, fragments joined; beyond: 1009
    std::size_t socketQueueFrames = 256; ///< what the kernel did not take; beyond: 4429
    std::size_t socketQueueBytes = 1024 * 1024;
    std::chrono::milliseconds headerTime {10'000}; ///< from the first byte (or the connection) to the end of the header
    std::chrono::milliseconds bodyTime {30'000}; ///< for each 256 KiB of a body
    std::chrono::milliseconds idleTime {60'000}; ///< between two requests
    std::chrono::milliseconds writeTime {30'000}; ///< without the peer taking a byte
    std::chrono::milliseconds pingInterval {30'000}; ///< of silence before a ping, and before giving the socket up
    std::chrono::milliseconds closeTime {5'000}; ///< for the peer to take a last answer or to answer a close frame
};

} // namespace foredeck
