#pragma once

#include "ui/theme/theme.h"
#include "ui/words/rowwords.h"

#include <QPainter>

namespace foredeck::ui {

struct RowState {
    bool current = false;
    bool listFocused = false;
    bool hovered = false;
    bool picked = false; ///< of a bulk act: a check box takes the avatar's place
    bool picking = false; ///< some row is picked: every row shows its box
};

/// Height of one row at the theme's density and text size; `width` decides whether the third line needs a second one.
int conversationRowHeight(const Theme &theme);
/// From the row's start to its words: where the check box is while rows are being picked.
int conversationBoxWidth(const Theme &theme);
/// Paints a row as the design language has it (section 5): nothing is clipped at any text size, words elide in the order
/// snippet, name, state; clock, time and pill never do.
void paintConversationRow(QPainter &painter, const QRect &rect, const RowView &view, const RowState &state, const Theme &theme,
    Qt::LayoutDirection direction);

} // namespace foredeck::ui
