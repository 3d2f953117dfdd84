#include "server/http/target.h"

#include "models/core/text.h"

namespace foredeck::http {

namespace {

int hexValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// The path and query of an absolute-form target, which servers must accept though only proxies are sent it.
std::string_view withoutAuthority(std::string_view target) noexcept
{
    const auto scheme = asciiLower(target.substr(0, 8));
    const std::size_t start = scheme == "https://" ? 8 : std::string_view {scheme}.substr(0, 7) == "http://" ? 7 : 0;
    if (start == 0)
        return target;
    const auto slash = target.find_first_of("/?", start);
    return slash == std::string_view::npos || target[slash] == '?' ? std::string_view {"/"} : target.substr(slash);
}

bool parseQuery(std::string_view text, Target &target)
{
    while (!text.empty()) {
        const auto end = text.find('&');
        const auto pair = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        auto name = percentDecoded(pair.substr(0, equals), true);
        auto value
            = percentDecoded(equals == std::string_view::npos ? std::string_view {} : pair.substr(equals + 1), true);
        if (!name || !value)
            return false;
        target.query.emplace(std::move(*name), std::move(*value));
    }
    return true;
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsBlank) {
            c = ' ';
        }
        if (c == '\0')
            return std::nullopt;
        plain += c;
    }
    if (!isUtf8(plain))
        return std::nullopt;
    return plain;
}

Result<Target> parseTarget(std::string_view text)
{
    Target target;
    const auto local = withoutAuthority(text);
    if (local == "*") {
        target.rawPath = local;
        target.path = std::string {local};
        return target;
    }
    if (local.empty() || local.front() != '/')
        return Error::of(Error::Kind::Invalid, "The request target is not a path.");
    const auto mark = local.find('?');
    target.rawPath = local.substr(0, mark);
    auto path = percentDecoded(target.rawPath);
    if (!path)
        return Error::of(Error::Kind::Invalid, "The path is not percent-encoded UTF-8.");
    target.path = std::move(*path);
    if (mark != std::string_view::npos && !parseQuery(local.substr(mark + 1), target))
        return Error::of(Error::Kind::Invalid, "The query is not percent-encoded UTF-8.");
    return target;
}

} // namespace foredeck::http
