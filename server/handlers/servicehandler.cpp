#include "server/handlers/servicehandler.h"

#include "documents.h"
#include "models/core/text.h"
#include "net/codec/codec.h"
#include "server/handlers/api.h"
#include "server/storage/metarepository.h"

#include <memory>
#include <mutex>
#include <optional>

namespace foredeck {

namespace {

/// Ready is a store with room for a message of any length: a write that changes nothing, or little, succeeds on a full disk
/// too. Askers from elsewhere make it write once a second at most.
class Readiness {
public:
    Readiness(Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }
    Response answer(const Request &request)
    {
        const std::lock_guard lock {m_mutex};
        const auto now = m_clock.now();
        if (request.remoteIsLoopback || !m_asked || now < *m_asked || now - *m_asked >= std::chrono::seconds {1}) {
            auto probe = toRfc3339(now);
            probe.resize(maxMessageBytes, ' ');
            const auto written = m_store.write([&](WriteTx &tx) { MetaRepository::set(tx, "ready_at", probe); });
            m_problem = written.hasError() ? "the store takes no writes: " + written.error().detail : std::string {};
            m_asked = now;
        }
        return m_problem.empty() ? Response::text("ready\n") : Response::problem(503, m_problem, request.path);
    }

private:
    Store &m_store;
    const Clock &m_clock;
    std::mutex m_mutex;
    std::optional<Timestamp> m_asked;
    std::string m_problem;
};

std::string meta(const Store &store, const Clock &clock, const ServiceInfo &info)
{
    return jsonObject({{"product", jsonText("foredeck")}, {"version", jsonText(info.version)}, {"api_version", "1"},
        {"min_console_version", jsonText(info.minConsole)}, {"server_id", jsonText(store.serverId())}, {"features", encode(info.features)},
        {"time", jsonText(toRfc3339(clock.now()))}});
}

} // namespace

void addServiceRoutes(Router &router, Store &store, const Clock &clock, const Metrics &metrics, const ServiceInfo &info)
{
    router.add(Method::Get, "/healthz", [](const Request &) { return Response::text("ok\n"); });
    router.add(Method::Get, "/readyz", [readiness = std::make_shared<Readiness>(store, clock)](const Request &request) { return readiness->answer(request); });
    router.add(Method::Get, "/metrics", [&metrics, &info](const Request &request) {
        if (!request.remoteIsLoopback && !info.metricsForAll)
            return Response::problem(Error::of(Error::Kind::NotFound, "no such page"), request.path);
        Response response = Response::text(metrics.text());
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        return response;
    });
    router.add(Method::Get, "/openapi.yaml", [](const Request &) { return Response::text(std::string {api::openapi}); });
    router.add(Method::Get, "/api/v1/meta", [&store, &clock, &info](const Request &) { return Response::json(meta(store, clock, info)); });
    // The WebSocket of this path is taken before the router; who comes here asked for it in another way.
    router.add(Method::Get, "/api/v1/events", [](const Request &request) {
        auto response = Response::problem(426, "open a WebSocket here", request.path);
        response.addHeader("Upgrade", "websocket");
        return response;
    });
}

} // namespace foredeck
