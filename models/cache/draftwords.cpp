#include "models/cache/draftwords.h"

#include "models/core/text.h"

namespace foredeck {

bool goesOnFrom(std::string_view text, std::string_view words)
{
    const std::string_view all = trimmed(words);
    for (std::size_t at = text.find(all); at != std::string_view::npos; at = text.find(all, at + 1)) {
        if (all.empty() || trimmed(text.substr(0, at)).empty() || text[at - 1] == '\n')
            return true;
    }
    return false;
}

bool wereSent(std::string_view words, std::string_view sent)
{
    const std::string_view all = trimmed(words);
    const std::string_view text = trimmed(sent);
    if (all.empty() || !text.starts_with(all))
        return false;
    const auto isOfWord = [](unsigned char c) { return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return text.size() == all.size() || !isOfWord(static_cast<unsigned char>(text[all.size()]));
}

} // namespace foredeck
