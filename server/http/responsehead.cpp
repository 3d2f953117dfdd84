#include "server/http/responsehead.h"

#include <algorithm>

namespace foredeck::http {

namespace {

void appendField(std::string &head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

bool isSafe(std::string_view text) noexcept
{
    return std::none_of(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

} // namespace

bool mayHaveBody(int status) noexcept { return status >= 200 && status != 204 && status != 304; }

std::string responseHead(const Response &response, const HeadContext &context)
{
    std::string head;
    head.reserve(384);
    head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
    head.append(reasonOf(response.status)).append("\r\n");
    appendField(head, "Date", context.date);
    if (mayHaveBody(response.status)) {
        if (!response.contentType.empty() && isSafe(response.contentType))
            appendField(head, "Content-Type", response.contentType);
        appendField(head, "Content-Length", std::to_string(response.body.size()));
    }
    appendField(head, "X-Request-Id", context.requestId);
    appendField(head, "X-Content-Type-Options", "nosniff");
    if (context.path.substr(0, 5) == "/api/" && !response.hasHeader("cache-control"))
        appendField(head, "Cache-Control", "no-store");
    if (!context.keepAlive)
        appendField(head, "Connection", "close");
    else if (context.http10)
        appendField(head, "Connection", "keep-alive");
    for (const auto &[name, value] : response.headers) {
        if (isSafe(name) && isSafe(value))
            appendField(head, name, value);
    }
    return head.append("\r\n");
}

} // namespace foredeck::http
