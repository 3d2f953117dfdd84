#pragma once

#include "server/http/addresslimit.h"
#include "server/http/httpserver.h"
#include "server/http/mailbox.h"
#include "server/http/wire.h"
#include "server/http/workerpool.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace foredeck::http {

/// HttpServer::Counters as they are counted; any thread.
struct Statistics {
    std::atomic<std::uint64_t> requests {0};
    std::atomic<std::uint64_t> connections {0};
    std::atomic<std::uint64_t> turnedAway {0}; ///< of them
    std::atomic<std::uint64_t> sockets {0};
    std::atomic<std::uint64_t> refused {0};
    std::atomic<std::uint64_t> droppedSlowReaders {0};
    std::atomic<std::uint64_t> stalls {0};
};

/// What the threads of one server share.
struct ServerShared {
    ServerShared(HttpConfig configuration, const Router &routes, SocketEvents &events)
        : config(std::move(configuration))
        , router(routes)
        , sockets(events)
        , addresses(config.limits.connectionsPerAddress)
        , pool(config.workers, config.workerQueue)
    {
    }

    const HttpConfig config;
    const Router &router;
    SocketEvents &sockets;
    AddressLimit addresses;
    Statistics statistics;
    WorkerPool pool;
};

/// What the sessions of one I/O thread share; touched by that thread only (the mailbox: by all).
struct SessionContext {
    ServerShared &server;
    std::shared_ptr<Mailbox> mailbox;
    SteadyTime now; ///< of this pass of the loop
    std::string date; ///< of this second, for answers
    std::string requestIdPrefix;
    std::uint64_t requestIds = 0;
};

/// How often the deadlines are looked at.
std::chrono::milliseconds sweepInterval(const HttpLimits &limits);
/// So that the request ids we make differ between threads and runs.
std::string randomRequestIdPrefix();

} // namespace foredeck::http
