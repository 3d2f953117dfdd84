#pragma once

#include "ui/theme/theme.h"
#include "ui/transcript/entryview.h"
#include "ui/transcript/textblock.h"

#include <QRect>

#include <vector>

namespace foredeck::ui {

/// Where everything of one entry stands, in logical coordinates (start is left) of a box `width` × `height`; the painter
/// mirrors it. Made once, painted often.
struct EntryLayout {
    EntryView view;
    int width = 0;
    int height = 0;
    QRect day; ///< empty when there is none; so with all below
    QRect fresh;
    QRect name;
    QRect body; ///< bubble, or the band across
    QRect textAt; ///< where `text` is painted
    TextBlock text;
    std::vector<QRect> attachments;
    QRect cut;
    QRect chip;
    QRect decision; ///< the opened flat band
    std::vector<TextBlock> decisionTexts; ///< one per line of view.decision
    QRect foot;
    QRect footTextAt; ///< beside its glyph
    TextBlock footText;
    std::vector<std::pair<EntryAct, QRect>> acts;
    bool endSide = false; ///< staff and assistant stand at the end
};

/// Where a band's words begin, beside its glyph of 16 that stands 17 from the edge.
inline int bandTextStart(const Theme &theme)
{
    return 17 + theme.grown(16) + 9;
}

/// `before`: the entry above is a band or a note, and this one follows without a gap when it is one too.
EntryLayout layOutEntry(EntryView view, int width, const Theme &theme, bool afterBand, bool first);
/// A cheap guess of what layOutEntry will need, for entries that were never on screen.
int estimatedHeight(qsizetype characters, bool band, int width, const Theme &theme);
/// What a press at a point (logical coordinates of the entry) does.
EntryAct actAt(const EntryLayout &entry, const QPoint &point);

} // namespace foredeck::ui
