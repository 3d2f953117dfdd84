#pragma once

#include "models/domain/mention.h"

#include <QString>

#include <vector>

namespace foredeck::ui {

/// Where a mention stands in a text that is shown, in its characters, the sign included.
struct ShownMention {
    int from = 0;
    int size = 0;
    std::size_t mention = 0; ///< which of them
    friend bool operator==(const ShownMention &, const ShownMention &) = default;
};
/// As mentionSpots(), models/domain/mention.h.
std::vector<ShownMention> shownMentions(const QString &text, const std::vector<Mention> &mentions);

} // namespace foredeck::ui
