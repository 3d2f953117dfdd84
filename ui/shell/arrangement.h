#pragma once

#include "ui/theme/theme.h"

namespace foredeck::ui {

/// What yields when a window is narrow, in this order: navigation slim, side panel over the thread, list compact and 300
/// wide, list and thread as one stack with Back. Pure.
struct Arrangement {
    bool navSlim = false;
    bool panelOverlay = false;
    bool listCompact = false;
    bool singleStack = false;

    friend bool operator==(const Arrangement &, const Arrangement &) = default;
};

/// `width` of the window in logical pixels. Larger text needs the room earlier.
inline Arrangement arrangementFor(int width, const Theme &theme)
{
    const LayoutTokens &layout = theme.layout();
    const double room = width / theme.textScale();
    Arrangement arrangement;
    arrangement.navSlim = room < layout.navSlimBelow;
    arrangement.panelOverlay = room < layout.panelOverlayBelow;
    arrangement.listCompact = room < layout.listCompactBelow;
    arrangement.singleStack = room < layout.singleStackBelow;
    return arrangement;
}

} // namespace foredeck::ui
