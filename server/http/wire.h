#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace foredeck::http {

using SteadyTime = std::chrono::steady_clock::time_point;

/// One accepted TCP connection as the session on it sees it; belongs to one I/O thread and is only touched there. Bytes
/// go straight to the kernel: nothing is buffered below the session. No function here calls back into the session.
class Wire {
public:
    static constexpr std::size_t maxPieces = 64;

    virtual ~Wire() = default;
    /// Offers up to maxPieces pieces, in order; answers how many bytes the kernel took. When these are fewer than
    /// offered, WireUser::writable() follows. A broken connection takes all; WireUser::gone() follows.
    virtual std::size_t write(const std::string_view *pieces, std::size_t count) = 0;
    /// Off: what arrives stays in the kernel, and so slows the peer down.
    virtual void setReading(bool on) = 0;
    /// Tells the peer that nothing more will come; reading goes on.
    virtual void finishSending() = 0;
    /// Ends the connection; no callback follows.
    virtual void close() = 0;
};

/// What sits on a Wire.
class WireUser {
public:
    virtual ~WireUser() = default;
    virtual void received(std::string_view bytes) = 0;
    /// The peer will send no more; it may still read.
    virtual void peerFinished() = 0;
    virtual void writable() = 0;
    /// The connection ended without close(). The last callback.
    virtual void gone() = 0;
    virtual void tick() = 0; ///< look at the deadlines
    virtual void stopping() = 0; ///< finish what is under way, begin nothing
};

} // namespace foredeck::http
