#pragma once

#include "net/api/apiclient.h"
#include "net/api/serverprobe.h"

namespace foredeck {

/// The answer of GET /api/v1/meta. Invalid: what answers there is no backend of ours.
Result<ServerMeta> readMeta(const ApiResponse &response);

} // namespace foredeck
