#include "ui/words/mentionwords.h"

#include <string_view>

namespace foredeck::ui {

std::vector<ShownMention> shownMentions(const QString &text, const std::vector<Mention> &mentions)
{
    std::vector<ShownMention> shown;
    if (mentions.empty() || !text.contains(QLatin1Char('@')))
        return shown;
    const std::string bytes = text.toStdString();
    const auto charactersOf = [&](std::size_t from, std::size_t to) { return int(QString::fromUtf8(bytes.data() + from, qsizetype(to - from)).size()); };
    int at = 0; // characters before `byte`
    std::size_t byte = 0;
    for (const MentionSpot &spot : mentionSpots(bytes, mentions)) {
        at += charactersOf(byte, spot.from);
        byte = spot.from;
        shown.push_back({at, charactersOf(byte, byte + spot.size), spot.mention});
    }
    return shown;
}

} // namespace foredeck::ui
