#include "server/http/message.h"

#include "models/core/text.h"
#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::array reasons {
    std::pair {100, "Continue"},
    std::pair {101, "Switching Protocols"},
    std::pair {200, "OK"},
    std::pair {201, "Created"},
    std::pair {202, "Accepted"},
    std::pair {204, "No Content"},
    std::pair {301, "Moved Permanently"},
    std::pair {302, "Found"},
    std::pair {303, "See Other"},
    std::pair {304, "Not Modified"},
    std::pair {307, "Temporary Redirect"},
    std::pair {308, "Permanent Redirect"},
    std::pair {400, "Bad Request"},
    std::pair {401, "Unauthorized"},
    std::pair {403, "Forbidden"},
    std::pair {404, "Not Found"},
    std::pair {405, "Method Not Allowed"},
    std::pair {406, "Not Acceptable"},
    std::pair {408, "Request Timeout"},
    std::pair {409, "Conflict"},
    std::pair {410, "Gone"},
    std::pair {412, "Precondition Failed"},
    std::pair {413, "Content Too Large"},
    std::pair {415, "Unsupported Media Type"},
    std::pair {417, "Expectation Failed"},
    std::pair {422, "Unprocessable Content"},
    std::pair {426, "Upgrade Required"},
    std::pair {428, "Precondition Required"},
    std::pair {429, "Too Many Requests"},
    std::pair {431, "Request Header Fields Too Large"},
    std::pair {500, "Internal Server Error"},
    std::pair {501, "Not Implemented"},
    std::pair {502, "Bad Gateway"},
    std::pair {503, "Service Unavailable"},
    std::pair {504, "Gateway Timeout"},
    std::pair {505, "HTTP Version Not Supported"},
    std::pair {507, "Insufficient Storage"},
};

constexpr std::array reservedMembers {"type", "title", "status", "detail", "instance", "errors"};

std::string_view valueIn(const auto &map, std::string_view name) noexcept
{
    const auto found = map.find(name);
    return found == map.end() ? std::string_view {} : std::string_view {found->second};
}

bool sameName(std::string_view a, std::string_view b) noexcept
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// RFC 9457 §3.2: extension members stand beside the standard ones, which they never replace.
void writeExtension(JsonWriter &writer, std::string_view extension)
{
    JsonDocument document;
    const auto parsed = document.parse(extension);
    if (parsed.hasError())
        return;
    parsed.value().eachMember([&](std::string_view name, JsonValue value) {
        if (std::find(reservedMembers.begin(), reservedMembers.end(), name) == reservedMembers.end()) {
            writer.key(name);
            writer.raw(value.toJson());
        }
        return true;
    });
}

Response problemOf(int status, std::string_view detail, std::string_view instance, const Error *error)
{
    JsonWriter writer;
    const auto member = [&](std::string_view name, std::string_view text) {
        writer.key(name);
        writer.string(text);
    };
    writer.beginObject();
    member("type", "about:blank");
    member("title", reasonOf(status));
    writer.key("status");
    writer.integer(status);
    if (!detail.empty())
        member("detail", detail);
    if (!instance.empty())
        member("instance", instance);
    if (error && !error->fields.empty()) {
        writer.key("errors");
        writer.beginArray();
        for (const auto &field : error->fields) {
            writer.beginObject();
            member("field", field.field);
            member("reason", field.reason);
            writer.endObject();
        }
        writer.endArray();
    }
    if (error && !error->extension.empty())
        writeExtension(writer, error->extension);
    writer.endObject();
    return {status, "application/problem+json", writer.take(), {}};
}

} // namespace

std::string_view Request::header(std::string_view lowerCaseName) const noexcept
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

std::string_view Request::param(std::string_view name) const noexcept { return valueIn(params, name); }

std::string_view Request::queryValue(std::string_view name) const noexcept { return valueIn(query, name); }

Response Response::problem(const Error &error, std::string_view instance)
{
    auto response = problemOf(statusOf(error.kind), error.detail, instance, &error);
    if (error.kind == Error::Kind::Busy)
        response.addHeader("Retry-After", "1");
    return response;
}

Response Response::problem(int status, std::string_view detail, std::string_view instance)
{
    return problemOf(status, detail, instance, nullptr);
}

bool Response::hasHeader(std::string_view name) const noexcept
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &field) { return sameName(field.first, name); });
}

void Response::addHeader(std::string name, std::string value)
{
    if (!hasHeader(name))
        headers.emplace_back(std::move(name), std::move(value));
}

int statusOf(Error::Kind kind) noexcept
{
    switch (kind) {
    case Error::Kind::Invalid: return 400;
    case Error::Kind::Unauthorized: return 401;
    case Error::Kind::Forbidden: return 403;
    case Error::Kind::NotFound: return 404;
    case Error::Kind::Conflict: return 409;
    case Error::Kind::PreconditionFailed: return 412;
    case Error::Kind::TooLarge: return 413;
    case Error::Kind::Unprocessable: return 422;
    // 4xx on purpose: asking again does not help until somebody fills in what is missing.
    case Error::Kind::NotConfigured: return 422;
    case Error::Kind::TooMany: return 429;
    case Error::Kind::Unavailable: return 502;
    case Error::Kind::Busy:
    case Error::Kind::Cancelled:
    case Error::Kind::Io: return 503; // a disk that is full: nothing was stored, and asking again may help
    case Error::Kind::Corrupt:
    case Error::Kind::TooNew:
    case Error::Kind::Internal: return 500;
    }
    return 500;
}

std::string_view reasonOf(int status) noexcept
{
    for (const auto &[number, reason] : reasons) {
        if (number == status)
            return reason;
    }
    return {};
}

} // namespace foredeck
