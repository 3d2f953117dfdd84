#pragma once

#include "server/http/message.h"

#include <optional>
#include <string>

namespace foredeck::http {

/// An IP address in its one textual form; a mapped one ("::ffff:192.0.2.1") as the IPv4 address it is.
struct IpAddress {
    std::string text;
    bool isLoopback = false;
};

std::optional<IpAddress> parseIpAddress(const std::string &text);

/// Whether a proxy says that it hands on somebody else's request.
bool isForwarded(const Request &request);

/// The last address of X-Forwarded-For: the one that the proxy next to us saw itself. What stands before it is whatever
/// the client claimed. Nothing when the field is absent or no address.
std::optional<IpAddress> forwardedAddress(const Request &request);

} // namespace foredeck::http
