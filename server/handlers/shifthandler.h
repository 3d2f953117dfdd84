#pragma once

#include "server/handlers/api.h"

namespace foredeck {

/// shift-notes/…: what whoever goes tells whoever comes. Whoever works writes them; whoever may read says that they have.
void addShiftRoutes(Api &api);

} // namespace foredeck
