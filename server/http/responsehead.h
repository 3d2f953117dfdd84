#pragma once

#include "server/http/message.h"

#include <string>
#include <string_view>

namespace foredeck::http {

/// What the head of an answer depends on besides the answer.
struct HeadContext {
    std::string_view requestId;
    std::string_view path; ///< decoded; empty when the request was not understood
    std::string_view date;
    bool http10 = false;
    bool keepAlive = true;
};

/// True when a body may follow this status (RFC 9110 §6.4.1).
bool mayHaveBody(int status) noexcept;

/// Status line and fields, up to and with the empty line. Fields with control characters are left out: a handler that
/// puts somebody's text into one cannot split the answer.
std::string responseHead(const Response &response, const HeadContext &context);

} // namespace foredeck::http
