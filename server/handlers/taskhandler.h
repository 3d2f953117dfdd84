#pragma once

#include "server/handlers/api.h"

namespace foredeck {

/// tasks/… and conversations/{id}/tasks: what somebody must do for a customer by a time.
void addTaskRoutes(Api &api);

} // namespace foredeck
