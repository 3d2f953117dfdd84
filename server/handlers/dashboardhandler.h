#pragma once

#include "server/handlers/api.h"
#include "server/services/dashboard/dashboardfigures.h"

namespace foredeck {

/// dashboard/…: a client's figures. What is handed in must outlive the routes.
void addDashboardRoutes(Api &api, const Dashboards &dashboards);

} // namespace foredeck
