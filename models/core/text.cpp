#include "models/core/text.h"

#include <algorithm>
#include <cstdint>

namespace foredeck {

namespace {

// Length of the well-formed code point at `at` and its value; length 0 when malformed (Unicode 15, table 3-7).
struct CodePoint {
    std::size_t length = 0;
    char32_t value = 0;
};

CodePoint codePointAt(std::string_view s, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {1, lead};
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > s.size())
        return {};
    char32_t value = lead & (0x7f >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return {};
        value = (value << 6) | (byte(at + i) & 0x3f);
    }
    if ((length == 3 && (value < 0x800 || (value >= 0xd800 && value <= 0xdfff)))
        || (length == 4 && (value < 0x10000 || value > 0x10ffff)))
        return {};
    return {length, value};
}

bool isBidiControl(char32_t c) noexcept
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

bool isBlank(char32_t c) noexcept { return c <= 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029; }

/// Leaves nothing to see where it stands alone: blanks of any width, joiners, fillers, variation selectors, tags.
bool isInvisible(char32_t c) noexcept
{
    struct Range {
        char32_t first;
        char32_t last;
    };
    static constexpr Range ranges[] {{0xad, 0xad}, {0x34f, 0x34f}, {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180f},
        {0x2000, 0x200f}, {0x2028, 0x202f}, {0x205f, 0x206f}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164}, {0xfe00, 0xfe0f},
        {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}};
    for (const Range &range : ranges) {
        if (c >= range.first && c <= range.last)
            return true;
    }
    return false;
}

} // namespace

std::string_view clipUtf8(std::string_view text, std::size_t bytes) noexcept
{
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

bool isUtf8(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const auto point = codePointAt(text, at);
        if (point.length == 0)
            return false;
        at += point.length;
    }
    return true;
}

std::string_view trimmed(std::string_view text) noexcept
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\0'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string singleLine(std::string_view text, std::size_t characters)
{
    std::string line;
    std::size_t count = 0;
    bool gap = false;
    bool seen = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = codePointAt(text, at);
        const std::size_t length = point.length == 0 ? 1 : point.length;
        if (point.length == 0 || isBlank(point.value)) {
            gap = !line.empty();
        } else if (!isBidiControl(point.value)) {
            if (count + (gap ? 1 : 0) >= characters)
                return seen ? line + "…" : std::string {};
            seen = seen || !isInvisible(point.value);
            if (gap) {
                line += ' ';
                ++count;
                gap = false;
            }
            line.append(text, at, length);
            ++count;
        }
        at += length;
    }
    return seen ? line : std::string {};
}

std::string maskedPhone(std::string_view phone)
{
    if (phone.size() < 6)
        return phone.empty() ? std::string {} : "•••";
    return std::string {phone.substr(0, 3)} + "•••" + std::string {phone.substr(phone.size() - 2)};
}

std::string maskedEmail(std::string_view email)
{
    const auto at = email.find('@');
    if (at == std::string_view::npos || at == 0)
        return email.empty() ? std::string {} : "•••";
    return std::string {clipUtf8(email, 1)} + "•••" + std::string {email.substr(at)};
}

bool isEmailShaped(std::string_view text) noexcept
{
    constexpr std::size_t longest = 254; // RFC 5321 4.5.3.1.3, without its brackets
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos && text.find('@', at + 1) == std::string_view::npos
        && text.size() <= longest && text.find_first_of(" \t\r\n<>\",;") == std::string_view::npos && text.back() != '.';
}

std::vector<std::string> addressesOf(std::string_view field)
{
    constexpr std::string_view dividers = " ,;\t\r\n";
    std::vector<std::string> found;
    for (auto rest = field; rest.find_first_not_of(dividers) != std::string_view::npos;) {
        rest.remove_prefix(rest.find_first_not_of(dividers));
        const auto open = rest.find('<');
        const bool isNamed = open != std::string_view::npos && rest.substr(0, open).find_first_of("@0123456789") == std::string_view::npos;
        const auto begin = isNamed ? open + 1 : 0;
        const auto end = isNamed ? rest.find('>', begin) : std::min(rest.find_first_of(dividers), rest.size());
        if (end == std::string_view::npos)
            return {};
        auto address = asciiLower(plainApostrophes(trimmed(rest.substr(begin, end - begin))));
        if (address.ends_with('.')) // of a sentence
            address.pop_back();
        if (!isEmailShaped(address))
            return {};
        found.push_back(std::move(address));
        rest.remove_prefix(isNamed ? end + 1 : end);
    }
    return found;
}

std::string plainApostrophes(std::string_view text)
{
    constexpr std::string_view curly = "\u2019";
    std::string plain {text};
    for (auto at = plain.find(curly); at != std::string::npos; at = plain.find(curly, at))
        plain.replace(at, curly.size(), "'");
    return plain;
}

std::string asciiLower(std::string_view text)
{
    std::string lower {text};
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

} // namespace foredeck
