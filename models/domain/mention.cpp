#include "models/domain/mention.h"

#include <algorithm>
#include <optional>

namespace foredeck {

namespace {

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Dashes, quotation marks, an ellipsis, a blank that does not break, and the marks of Chinese and Japanese.
bool isForeignMark(std::string_view rest)
{
    const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u; };
    return (byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81)) || (byte(0) == 0xe3 && byte(1) == 0x80) || (byte(0) == 0xef && byte(1) == 0xbc)
        || (byte(0) == 0xc2 && byte(1) < 0xc0);
}

bool beginsWord(std::string_view text, std::size_t at)
{
    if (at == 0 || !isWordByte(text[at - 1]))
        return true;
    std::size_t start = at - 1; // of the character before it
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
        --start;
    return isForeignMark(text.substr(start, at - start));
}

bool isWholeAt(std::string_view text, std::size_t end)
{
    return end == text.size() || !isWordByte(text[end]) || isForeignMark(text.substr(end));
}

std::optional<std::size_t> longestAt(std::string_view text, std::size_t at, const std::vector<Mention> &mentions)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const std::string &name = mentions[i].name;
        const bool fits = !name.empty() && text.substr(at).starts_with(name) && isWholeAt(text, at + name.size());
        if (fits && (!best || name.size() > mentions[*best].name.size()))
            best = i;
    }
    return best;
}

} // namespace

std::vector<MentionSpot> mentionSpots(std::string_view text, const std::vector<Mention> &mentions)
{
    std::vector<MentionSpot> spots;
    std::vector<bool> stands(mentions.size(), false);
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        const auto found = beginsWord(text, at) ? longestAt(text, at + 1, mentions) : std::nullopt;
        if (!found)
            continue;
        std::size_t mention = *found;
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (!stands[i] && mentions[i].name == mentions[*found].name) {
                mention = i;
                break;
            }
        }
        stands[mention] = true;
        spots.push_back({at, mentions[mention].name.size() + 1, mention});
    }
    return spots;
}

std::vector<Mention> mentionsIn(std::string_view text, const std::vector<Mention> &mentions)
{
    std::vector<bool> stands(mentions.size(), false);
    for (const MentionSpot &spot : mentionSpots(text, mentions))
        stands[spot.mention] = true;
    std::vector<Mention> found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const bool known = std::any_of(found.begin(), found.end(), [&](const Mention &one) { return one.user == mentions[i].user; });
        if (stands[i] && !known)
            found.push_back(mentions[i]);
    }
    return found;
}

std::string mentionLines(const std::vector<Mention> &mentions)
{
    std::string lines;
    for (const Mention &mention : mentions)
        lines += (lines.empty() ? "" : "\n") + mention.user.value + ' ' + mention.name;
    return lines;
}

std::vector<Mention> mentionsOfLines(std::string_view lines)
{
    std::vector<Mention> mentions;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const std::size_t blank = line.find(' ');
        if (blank != std::string_view::npos && blank > 0 && blank + 1 < line.size())
            mentions.push_back({UserId {std::string {line.substr(0, blank)}}, std::string {line.substr(blank + 1)}});
    }
    return mentions;
}

} // namespace foredeck
