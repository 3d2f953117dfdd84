#pragma once

#include "server/http/message.h"

#include <memory>
#include <string>

namespace foredeck {

/// One open WebSocket as its owner sees it. Every function may be called from any thread; after the peer has gone they
/// do nothing. Frames leave in the order of the calls.
class Socket {
public:
    virtual ~Socket() = default;
    /// Queues one text frame, shared between sockets so that a broadcast is built once. When what the kernel did not
    /// take passes its bounds (256 frames or 1 MiB) the socket is closed with 4429: a slow reader loses the socket,
    /// never an event. Whoever has much to send (a replay) watches backlog() and goes on at SocketEvents::drained().
    virtual void send(std::shared_ptr<const std::string> frame) = 0;
    /// What was queued before still leaves; then the close frame. The reason is cut to 123 bytes.
    virtual void close(int code, std::string reason) = 0;
    virtual std::string remoteAddress() const = 0;
    /// Frames queued and not yet handed to the kernel.
    virtual std::size_t backlog() const = 0;
};

/// What the live channel does with its sockets; called on I/O threads, must not block. For one socket: opened() first,
/// closed() once and last, all on the same thread. The handle may be kept beyond that, and beyond the server.
class SocketEvents {
public:
    virtual ~SocketEvents() = default;
    virtual void opened(std::shared_ptr<Socket> socket) = 0;
    virtual void received(const std::shared_ptr<Socket> &socket, std::string frame) = 0;
    /// The kernel has taken all that was sent so far.
    virtual void drained(const std::shared_ptr<Socket> &) { }
    /// Nothing more is received or sent: by either side, by an error or by stop().
    virtual void closed(const std::shared_ptr<Socket> &socket) = 0;
};

} // namespace foredeck
