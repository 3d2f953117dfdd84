#pragma once

#include "models/cache/storewriter.h"
#include "models/core/result.h"
#include "models/domain/op.h"

#include <string>
#include <vector>

namespace foredeck {

/// An act as a request.
struct ActRequest {
    std::string method;
    std::string path;
    std::string body;
    std::string ifMatch; ///< without quotes; empty: no header
};

/// The one route of each kind of act (server/api/openapi.yaml). Its body is the row's with fence, seen_position, override
/// and expect put in. Error: the row's body cannot be read, or what the route names is missing.
Result<ActRequest> callOf(const Op &op);
/// What a 2xx answer to it carries.
std::vector<Entity> entitiesOf(const Op &op, std::string_view body);

} // namespace foredeck
