#pragma once

#include "models/core/result.h"

#include <string>
#include <string_view>

namespace foredeck {

/// What an HTTP status means here; what has no meaning of its own is Internal.
Error::Kind errorKindOf(int status) noexcept;
/// The error of an answer: its problem+json (RFC 9457) where it is one, else a sentence about the status. Members beyond
/// the standard's become the extension.
Error errorOf(int status, std::string_view body);

} // namespace foredeck
