#include "server/channels/inbound.h"

#include "models/core/text.h"

namespace foredeck {

namespace {
constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD
constexpr std::size_t lineCharacters = 200;
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
    const auto kept = clipUtf8(clean, maxMessageBytes).size();
    inbound.rest = clean.substr(kept);
    clean.resize(kept);
    inbound.text = std::move(clean);
}

std::string cleanLine(std::string_view text)
{
    return singleLine(cleanText(text), lineCharacters);
}

} // namespace foredeck
