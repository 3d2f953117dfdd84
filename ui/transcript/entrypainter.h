#pragma once

#include "models/cache/sought.h"
#include "ui/transcript/entrylayout.h"

#include <QPainter>

namespace foredeck::ui {

struct EntryState {
    bool current = false; ///< the keyboard is on it
    int selectionStart = -1; ///< of view.text
    int selectionEnd = -1;
    const std::vector<TextSpan> *found = nullptr; ///< pieces of view.text that were looked for
    int shown = -1; ///< the one of them that is looked at
};

/// Paints an entry with its top left at `at`. Everything follows `direction`; the text keeps its own.
void paintEntry(QPainter &painter, const QPoint &at, const EntryLayout &entry, const EntryState &state, const Theme &theme,
    Qt::LayoutDirection direction);

} // namespace foredeck::ui
