#include "server/http/httpserver.h"

#include "server/http/iothread.h"
#include "server/http/sessioncontext.h"

#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace foredeck {

namespace {

// Each connection is a descriptor. As many are let in as leave some for the store, for vendors and for files: beyond, the kernel
// would let nobody in, and nobody would be told.
HttpConfig withinDescriptors(HttpConfig config)
{
    constexpr rlim_t others = 256;
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return config;
    const auto wanted = std::min<rlim_t>(limit.rlim_max, config.limits.connections + others);
    if (const rlimit raised {wanted, limit.rlim_max}; limit.rlim_cur < wanted && ::setrlimit(RLIMIT_NOFILE, &raised) == 0)
        limit = raised;
    const std::size_t room = limit.rlim_cur > 2 * others ? limit.rlim_cur - others : limit.rlim_cur / 2;
    if (room < config.limits.connections) {
        config.limits.connections = room;
        config.limits.connectionsPerAddress = std::min(config.limits.connectionsPerAddress, room / 4);
    }
    return config;
}

} // namespace

struct HttpServer::Private {
    Private(HttpConfig config, const Router &router, SocketEvents &sockets)
        : shared(withinDescriptors(std::move(config)), router, sockets)
    {
    }

    Result<void> listen();
    Result<void> listenTogether();

    http::ServerShared shared;
    std::uint16_t port = 0;
    bool stopped = false;

    std::mutex mutex;
    std::condition_variable changed;
    std::size_t busyThreads = 0; // with connections, after beginStop

    std::vector<std::unique_ptr<http::IoThread>> threads; // the last member: they use all of the others
};

HttpServer::HttpServer(HttpConfig config, const Router &router, SocketEvents &sockets)
    : d(std::make_unique<Private>(std::move(config), router, sockets))
{
}

HttpServer::~HttpServer() { stop(); }

Result<void> HttpServer::Private::listen()
{
    const auto count = static_cast<std::size_t>(std::max(1, shared.config.ioThreads));
    for (std::size_t i = 0; i < count; ++i) {
        // beginStop() is followed by one call of this for each thread, more or less at once.
        threads.push_back(std::make_unique<http::IoThread>(shared, [this] {
            const std::lock_guard lock {mutex};
            busyThreads -= busyThreads > 0 ? 1 : 0;
            changed.notify_all();
        }));
    }
    port = shared.config.port;
    if (count == 1) {
        auto bound = threads.front()->listen(port, false);
        if (bound.hasError())
            return std::move(bound).error();
        port = bound.value();
        return {};
    }
    return listenTogether();
}

// SO_REUSEPORT would let us share the port with a stranger's server, so first it is bound without.
Result<void> HttpServer::Private::listenTogether()
{
    {
        http::IoThread probe {shared, [] {}};
        auto bound = probe.listen(port, false);
        if (bound.hasError())
            return std::move(bound).error();
        port = bound.value();
    }
    for (const auto &thread : threads) {
        auto bound = thread->listen(port, true);
        if (bound.hasError())
            return std::move(bound).error();
    }
    return {};
}

Result<void> HttpServer::start()
{
    auto listening = d->listen();
    if (listening.hasError()) {
        d->threads.clear();
        return listening;
    }
    for (const auto &thread : d->threads)
        thread->start();
    return {};
}

std::uint16_t HttpServer::port() const noexcept { return d->port; }

void HttpServer::stop(std::chrono::milliseconds grace)
{
    if (std::exchange(d->stopped, true))
        return;
    d->busyThreads = d->threads.size();
    for (const auto &thread : d->threads)
        thread->beginStop();
    {
        std::unique_lock lock {d->mutex};
        d->changed.wait_for(lock, grace, [this] { return d->busyThreads == 0; });
    }
    for (const auto &thread : d->threads)
        thread->finish();
    d->shared.pool.stop();
}

HttpServer::Counters HttpServer::counters() const
{
    const auto &statistics = d->shared.statistics;
    Counters counters;
    counters.requests = statistics.requests.load();
    counters.connections = statistics.connections.load();
    counters.sockets = statistics.sockets.load();
    counters.refused = statistics.refused.load();
    counters.droppedSlowReaders = statistics.droppedSlowReaders.load();
    counters.stalls = statistics.stalls.load();
    return counters;
}

} // namespace foredeck
