#pragma once

#include "models/cache/fieldpatch.h"

#include <QStringList>

namespace foredeck::ui {

/// What a save of settings or hours changes, in words.

/// A line for each field: "How to reach the desk: “+1 305 555 0110”". Where somebody else has changed the same, what they
/// wrote stands behind it. Empty: the act is none, or one of a version before fields were told apart.
QStringList patchLines(const Op &op);
/// Those lines alone of what both have changed, for the form; empty: nothing.
QStringList clashLines(const Op &op);

} // namespace foredeck::ui
