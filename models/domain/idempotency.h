#pragma once

#include <string_view>

namespace foredeck {

/// What the server says (422) of an Idempotency-Key that has been taken with another request. Of every other 422 the act is not
/// there.
inline constexpr std::string_view keyTakenProblem = "this Idempotency-Key was used for another request";

} // namespace foredeck
