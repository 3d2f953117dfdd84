#pragma once

#include <string_view>

namespace foredeck {

/// What the server says (422) of an Idempotency-Key that has been taken with another request. Of every other 422 the act is not
/// there.
inline constexpr std::string_view keyTakenProblem = "this Idempotency-Key was used for another request";

/// False in what the server says (403, 404) of an act that it looked for and has not done, at no try: it says so before it looks
/// for the act, too, and then without this.
inline constexpr std::string_view actDoneMember = "act_done";

} // namespace foredeck
