#include "server/channels/formbody.h"

#include <algorithm>
#include <optional>

namespace foredeck {

namespace {

constexpr std::size_t mostFields = 200;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            result += ' ';
        } else if (text[i] != '%') {
            result += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            result += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return result;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '*';
}

void appendEncoded(std::string &body, std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c))
            body += c;
        else if (c == ' ')
            body += '+';
        else
            body += {'%', digits[byte >> 4], digits[byte & 15]};
    }
}

} // namespace

Result<FormFields> parseForm(std::string_view body)
{
    FormFields fields;
    while (!body.empty()) {
        const auto end = std::min(body.find('&'), body.size());
        const auto pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty())
            continue;
        if (fields.size() == mostFields)
            return Error::invalid("body", "has more than 200 fields");
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals));
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value)
            return Error::invalid(name ? *name : "body", "has a malformed % sequence");
        fields.emplace_back(std::move(*name), std::move(*value));
    }
    return fields;
}

std::string_view formValue(const FormFields &fields, std::string_view name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto &field) { return field.first == name; });
    return found == fields.end() ? std::string_view {} : std::string_view {found->second};
}

std::string formBody(const FormFields &fields)
{
    std::string body;
    for (const auto &[name, value] : fields) {
        if (!body.empty())
            body += '&';
        appendEncoded(body, name);
        body += '=';
        appendEncoded(body, value);
    }
    return body;
}

} // namespace foredeck
