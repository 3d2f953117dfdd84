#pragma once

#include "server/http/httpserver.h"

#include <string>
#include <string_view>

namespace foredeck::http {

/// The opening handshake of RFC 6455 §4.2 for a complete GET on the WebSocket path. Status 101 with the accept key, or
/// why not: 400 malformed, 403 a page of a foreign origin, 426 another protocol or version.
Response webSocketHandshake(const Request &request, bool connectionUpgrade, const HttpConfig &config);

/// Sec-WebSocket-Accept of a Sec-WebSocket-Key.
std::string webSocketAccept(std::string_view key);

} // namespace foredeck::http
