#pragma once

#include "models/cache/view.h"

#include <QString>

#include <vector>

namespace foredeck::ui {

/// A view of the inbox with what narrows it, under a name that somebody gave it. Of whichever clients are in view.
struct SavedView {
    QString id; ///< stays when it is renamed
    QString name;
    View view = View::All;
    RowFilter filter;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

inline constexpr int mostSavedViews = 30;
inline constexpr int longestViewName = 40; ///< characters

} // namespace foredeck::ui
