#pragma once

#include "server/http/router.h"
#include "server/http/socket.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace foredeck {

/// All limits of the listener. Configuration, so that tests can shorten the times.
struct HttpLimits {
    std::size_t headerBytes = 16 * 1024;
    std::size_t headerFields = 100;
    std::size_t pipelined = 64;
    std::size_t connections = 20000;
    std::size_t connectionsPerAddress = 4096; ///< loopback is not counted
    std::size_t frameBytes = 1024 * 1024; ///< WebSocket messages from the peer
    std::size_t socketQueueFrames = 256;
    std::size_t socketQueueBytes = 1024 * 1024;
    std::chrono::milliseconds headerTime {10'000};
    std::chrono::milliseconds bodyTime {30'000};
    std::chrono::milliseconds idleTime {60'000};
    std::chrono::milliseconds writeTime {30'000};
    std::chrono::milliseconds pingInterval {30'000};
};

struct HttpConfig {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; ///< 0: any free one
    int ioThreads = 1;
    int workers = 4;
    std::size_t workerQueue = 4096; ///< beyond: 503 with Retry-After
    std::string webSocketPath = "/api/v1/events";
    HttpLimits limits;
};

/// HTTP/1.1 and WebSocket on one port: Asio for I/O, Beast's parser for the framing, a session layer of our own around
/// it (docs/decisions). The only place that knows Boost. Threads: `ioThreads` I/O threads, each with its own acceptor; a
/// connection never migrates; Handlers run on a pool of `workers`.
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
    /// threads end. Idempotent.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds {5000});

    struct Counters {
        std::uint64_t requests = 0;
        std::uint64_t connections = 0; ///< open now
        std::uint64_t sockets = 0; ///< open now
        std::uint64_t refused = 0; ///< by a limit
        std::uint64_t droppedSlowReaders = 0;
    };
    Counters counters() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
