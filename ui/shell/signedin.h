#pragma once

#include "models/ports/ephemera.h"
#include "ui/shell/desk.h"
#include "ui/shell/host.h"

namespace foredeck::ui {

/// Whether there is somebody whose act it is when a box that comes up by itself is answered: over the sign-in page, also while
/// the next one signs in, and in a locked window there is nobody. Without a network the last one still is.
inline bool isSomebodyHere(const Desk &desk)
{
    return !desk.ephemera.isLocked() && (desk.host.isEmbedded() || (desk.ephemera.session() != SessionPhase::SignedOut && !desk.ephemera.me().id.empty()));
}

} // namespace foredeck::ui
