#include "server/handlers/servicehandler.h"

#include "models/core/text.h"
#include "net/codec/codec.h"
#include "openapi.h"
#include "server/handlers/api.h"
#include "server/storage/metarepository.h"

namespace foredeck {

namespace {

// Ready is a store with room for a message of any length: a write that changes nothing, or little, succeeds on a full disk too.
Response ready(Store &store, const Clock &clock, const Request &request)
{
    auto probe = toRfc3339(clock.now());
    probe.resize(maxMessageBytes, ' ');
    const auto written = store.write([&](WriteTx &tx) { MetaRepository::set(tx, "ready_at", probe); });
    return written.hasError() ? Response::problem(503, "the store takes no writes: " + written.error().detail, request.path) : Response::text("ready\n");
}

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
    router.add(Method::Get, "/readyz", [&store, &clock](const Request &request) { return ready(store, clock, request); });
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
