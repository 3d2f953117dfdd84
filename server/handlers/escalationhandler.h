#pragma once

#include "models/core/time.h"
#include "server/handlers/api.h"
#include "server/services/escalation/escalationacts.h"

namespace foredeck {

/// escalations/…: lists, figures, and what people do with them. What is handed in must outlive the routes.
void addEscalationRoutes(Api &api, const EscalationActs &acts, const Clock &clock, const TimeZones &zones);

} // namespace foredeck
