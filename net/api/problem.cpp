#include "net/api/problem.h"

#include "net/codec/jsonreader.h"
#include "net/codec/jsonwriter.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::array standardMembers {std::string_view {"type"}, std::string_view {"title"}, std::string_view {"status"}, std::string_view {"detail"},
    std::string_view {"instance"}, std::string_view {"errors"}};

std::string text(JsonValue value, std::string_view name)
{
    return std::string {value[name].asString().value_or(std::string_view {})};
}

std::string extensionOf(JsonValue problem)
{
    JsonWriter json;
    json.beginObject();
    bool any = false;
    problem.eachMember([&](std::string_view name, JsonValue value) {
        if (std::find(standardMembers.begin(), standardMembers.end(), name) == standardMembers.end()) {
            json.key(name);
            json.raw(value.toJson());
            any = true;
        }
        return true;
    });
    json.endObject();
    return any ? json.take() : std::string {};
}

} // namespace

Error::Kind errorKindOf(int status) noexcept
{
    switch (status) {
    case 0:
    case 502:
    case 504:
        return Error::Kind::Unavailable;
    case 400:
        return Error::Kind::Invalid;
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
        return Error::Kind::NotFound;
    case 409:
        return Error::Kind::Conflict;
    case 412:
        return Error::Kind::PreconditionFailed;
    case 413:
        return Error::Kind::TooLarge;
    case 422:
        return Error::Kind::Unprocessable;
    case 426:
        return Error::Kind::TooNew;
    case 429:
        return Error::Kind::TooMany;
    case 503:
        return Error::Kind::Busy;
    default:
        return Error::Kind::Internal;
    }
}

Error errorOf(int status, std::string_view body)
{
    Error error = Error::of(errorKindOf(status), "the server answered " + std::to_string(status));
    JsonDocument document;
    const auto root = document.parse(body);
    if (root.hasError() || !root.value().isObject())
        return error;
    const JsonValue problem = root.value();
    const std::string detail = text(problem, "detail");
    const std::string title = text(problem, "title");
    if (!detail.empty() || !title.empty())
        error.detail = detail.empty() ? title : detail;
    problem["errors"].eachElement([&](JsonValue field) {
        error.fields.push_back({text(field, "field"), text(field, "reason")});
        return error.fields.size() < 20;
    });
    error.extension = extensionOf(problem);
    return error;
}

} // namespace foredeck
