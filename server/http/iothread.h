#pragma once

#include "server/http/sessioncontext.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace foredeck::http {

/// One I/O thread: its loop, its acceptor, its connections, and one sweep over their deadlines. Functions are for the
/// thread that owns the server.
class IoThread {
public:
    /// `emptied` is called on this thread when the last connection ends after beginStop().
    IoThread(ServerShared &server, std::function<void()> emptied);
    ~IoThread(); ///< finishes
    IoThread(const IoThread &) = delete;
    IoThread &operator=(const IoThread &) = delete;

    /// Binds; answers the port. `shared`: other threads of this server listen on the same one (SO_REUSEPORT).
    Result<std::uint16_t> listen(std::uint16_t port, bool shared);
    void start();
    /// Accepts no more, lets the sessions end.
    void beginStop();
    /// Ends what is left, and the thread.
    void finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck::http
