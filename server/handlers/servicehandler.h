#pragma once

#include "models/core/clock.h"
#include "server/handlers/metrics.h"
#include "server/http/router.h"
#include "server/storage/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What a server says of itself.
struct ServiceInfo {
    std::string version;
    std::string minConsole;
    std::vector<std::string> features;
    bool metricsForAll = false; ///< else only to loopback peers
};

/// healthz, readyz, metrics, openapi.yaml and meta: nobody signs in for them and no client's data is in them. What is
/// handed in must outlive the routes.
void addServiceRoutes(Router &router, Store &store, const Clock &clock, const Metrics &metrics, const ServiceInfo &info);

} // namespace foredeck
