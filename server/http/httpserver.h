#pragma once

#include "server/http/limits.h"
#include "server/http/router.h"
#include "server/http/socket.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foredeck {

struct HttpConfig {
    std::string address = "127.0.0.1"; ///< an IP address, not a name
    std::uint16_t port = 0; ///< 0: any free one
    int ioThreads = 1;
    int workers = 4;
    std::size_t workerQueue = 4096; ///< beyond: 503 with Retry-After
    std::string webSocketPath = "/api/v1/events";
    /// Origins ("https://desk.example.com") whose pages may open a WebSocket besides our own. Programs send none.
    std::vector<std::string> allowedOrigins;
    /// A reverse proxy on this machine stands in front: the last X-Forwarded-For of a loopback peer is the address.
    bool trustProxy = false;
    HttpLimits limits;
};

/// HTTP/1.1 and WebSocket on one port: Asio for I/O, Beast's parser for the framing, a session layer of our own around
/// it (docs/decisions). The only place that knows Boost. Threads: `ioThreads` I/O threads, each with its own acceptor;
/// a connection never migrates; Handlers run on a pool of `workers`. The requests of one connection run one after
/// another, pipelined or not, so their answers keep their order and a write is done before the read behind it.
class HttpServer {
public:
    HttpServer(HttpConfig config, const Router &router, SocketEvents &sockets);
    ~HttpServer(); ///< stops
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Binds and starts the threads. Error: the address is in use or not ours.
    Result<void> start();
    /// The port that was bound.
    std::uint16_t port() const noexcept;
    /// No new connections; requests under way are answered for at most `grace`, sockets closed with 1001; then all
    /// threads end. A Handler that is running is waited for. Idempotent. Never from a Handler or an I/O thread.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds {5000});

    struct Counters {
        std::uint64_t requests = 0;
        std::uint64_t connections = 0; ///< open now
        std::uint64_t sockets = 0; ///< open now
        std::uint64_t refused = 0; ///< by a limit: 408, 413, 431, 503, too many connections
        std::uint64_t droppedSlowReaders = 0;
        std::uint64_t stalls = 0; ///< passes of an I/O loop above 20 ms: something blocks where nothing may
    };
    Counters counters() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
