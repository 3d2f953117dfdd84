#pragma once

#include "models/core/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace foredeck::http {

/// A request target (RFC 9112 §3.2) taken apart: origin form "/a?b=c", absolute form "http://host/a?b=c", or "*".
struct Target {
    std::string_view rawPath; ///< a part of the text that was given
    std::string path; ///< decoded
    std::map<std::string, std::string, std::less<>> query; ///< decoded; the first of equal names
};

/// Error Invalid: another form, a malformed %XX, a NUL or text that is not UTF-8.
Result<Target> parseTarget(std::string_view target);

/// %XX decoded (and, in a query, '+' to a blank); nothing when malformed, with a NUL inside or not UTF-8.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank = false);

} // namespace foredeck::http
