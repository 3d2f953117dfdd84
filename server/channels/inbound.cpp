#include "server/channels/inbound.h"

#include "models/core/text.h"

namespace foredeck {

namespace {
constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD
constexpr std::size_t lineCharacters = 200;
constexpr std::size_t mostJsonBytes = 2 * maxMessageBytes; ///< so that the message's event stays well below its limit

// A control sign takes six bytes in JSON: a text full of them would make an event that no log takes.
std::size_t jsonBytes(char c)
{
    if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t')
        return 2;
    return static_cast<unsigned char>(c) < 0x20 ? 6 : 1;
}

std::string_view clipped(std::string_view text)
{
    std::size_t bytes = 0;
    std::size_t end = 0;
    while (end < text.size() && end < maxMessageBytes && bytes + jsonBytes(text[end]) <= mostJsonBytes)
        bytes += jsonBytes(text[end++]);
    return clipUtf8(text, end);
}
} // namespace

std::string cleanText(std::string_view text)
{
    if (text.find('\0') == std::string_view::npos && isUtf8(text))
        return std::string {text};
    std::string clean;
    clean.reserve(text.size() + 16);
    while (!text.empty()) {
        // The longest run up to the next NUL or broken byte; code points have at most four bytes.
        std::size_t length = 1;
        while (length <= 4 && length <= text.size() && !isUtf8(text.substr(0, length)))
            ++length;
        if (length > 4 || length > text.size() || text.front() == '\0') {
            clean += replacement;
            text.remove_prefix(1);
        } else {
            clean += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return clean;
}

void setText(Inbound &inbound, std::string_view text)
{
    auto clean = cleanText(text);
    const auto kept = clipped(clean).size();
    inbound.rest = clean.substr(kept);
    clean.resize(kept);
    inbound.text = std::move(clean);
}

std::string cleanLine(std::string_view text)
{
    return singleLine(cleanText(text), lineCharacters);
}

} // namespace foredeck
