#pragma once

#include "server/channels/inbound.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck::whatsapp {

/// Seconds since 1970, as a text or a number; nothing when it is neither or out of all bounds.
std::optional<Timestamp> secondsOf(JsonValue value);

/// What one message of a type says, put into `inbound`. The name of the member that does not fit, or empty.
std::string readContent(JsonValue message, std::string_view type, Inbound &inbound);

} // namespace foredeck::whatsapp
