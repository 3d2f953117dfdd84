#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace foredeck {

/// One console's socket as the hub sees it. Every function may be called from any thread; after the peer has gone they
/// do nothing.
class LivePeer {
public:
    virtual ~LivePeer() = default;
    /// Queues one frame, shared between consoles. A reader that is too slow loses the socket (4429), never an event.
    virtual void send(std::shared_ptr<const std::string> frame) = 0;
    virtual void close(int code, std::string reason) = 0;
    /// Frames that wait for the peer.
    virtual std::size_t backlog() const = 0;
};

/// Close codes of the live channel (events.md).
namespace live {
inline constexpr int badFrame = 1008;
inline constexpr int goingAway = 1001;
inline constexpr int tryAgain = 1013; ///< what says who is there cannot be read now: it says nothing of them
inline constexpr int notSignedIn = 4401;
inline constexpr int noRight = 4403;
inline constexpr int replaced = 4409;
inline constexpr int consoleTooOld = 4426;
} // namespace live

} // namespace foredeck
