#pragma once

#include "server/handlers/api.h"

namespace foredeck {

/// macros/…: a client's macros. Whoever may read uses them, managers edit them.
void addMacroRoutes(Api &api);

} // namespace foredeck
