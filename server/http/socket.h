#pragma once

#include "server/http/message.h"

#include <memory>
#include <string>

namespace foredeck {

/// One open WebSocket as its owner sees it. Every function may be called from any thread; after the peer has gone they do
/// nothing. Frames leave in the order of the calls.
class Socket {
public:
    virtual ~Socket() = default;
    /// Queues one text frame, shared between sockets so that a broadcast is built once. When the queue passes its bounds
    /// (256 frames or 1 MiB unsent) the socket is closed with 4429: a slow reader loses the socket, never an event.
    virtual void send(std::shared_ptr<const std::string> frame) = 0;
    virtual void close(int code, std::string reason) = 0;
    virtual std::string remoteAddress() const = 0;
    /// Frames queued and not yet handed to the kernel.
    virtual std::size_t backlog() const = 0;
};

/// What the live channel does with its sockets; called on I/O threads, must not block.
class SocketEvents {
public:
    virtual ~SocketEvents() = default;
    virtual void opened(std::shared_ptr<Socket> socket) = 0;
    virtual void received(const std::shared_ptr<Socket> &socket, std::string frame) = 0;
    virtual void closed(const std::shared_ptr<Socket> &socket) = 0;
};

} // namespace foredeck
