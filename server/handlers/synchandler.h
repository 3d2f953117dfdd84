#pragma once

#include "server/handlers/api.h"
#include "server/services/sync/snapshot.h"

namespace foredeck {

/// sync/…: events after a position, snapshots in pages, digests. `snapshots` must outlive the routes.
void addSyncRoutes(Api &api, const Snapshots &snapshots);

} // namespace foredeck
