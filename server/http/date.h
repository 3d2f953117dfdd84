#pragma once

#include "models/core/clock.h"

#include <string>

namespace foredeck::http {

/// "Sun, 06 Nov 1994 08:49:37 GMT": the IMF-fixdate of RFC 9110 §5.6.7.
std::string httpDate(Timestamp at);

} // namespace foredeck::http
