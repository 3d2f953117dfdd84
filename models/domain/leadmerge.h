#pragma once

#include "models/domain/lead.h"

namespace foredeck {

/// What becomes of two leads that are one person, and of one that is taken apart again (decision 39). The same for the server,
/// for who looks at it before, and for what is shown until the server has answered. Pure.

/// `left` with what only `other` has. Where both say something, what `left` says stays, but for these: the status is that of
/// the one who has come further, the consent of each channel the stricter of the two, and the score counts each factor once.
/// An e-mail that only stands in a text of one of them and is the other's own is theirs. When and where they first asked stays
/// as it is in `left`.
Lead mergedLead(Lead left, const Lead &other);

/// `now` without what a merge brought it: `before` and `after` are that lead as the merge found it and left it. What has been
/// changed since stays as it is now; of lists, whatever the merge put there goes.
Lead partedLead(Lead now, const Lead &before, const Lead &after);

/// Ends for `other`, who is taken out of `now` again, what was ended since the merge: nobody can tell which of the two said it.
void keepEndedSince(Lead &other, const Lead &now, const Lead &after);

} // namespace foredeck
