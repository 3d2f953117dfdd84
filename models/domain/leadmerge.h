#pragma once

#include "models/domain/lead.h"

#include <map>
#include <string>
#include <vector>

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

/// What was said last about messages, by channel.
using ConsentWords = std::map<std::string, Consent>;

/// What tells whose consent is what when somebody is taken out of a lead again.
struct ConsentParting {
    Lead now; ///< the one that is left, with the other still in it
    Lead before; ///< the same as the merge found it
    Lead after; ///< and left it
    ConsentWords left; ///< said since over a number, an e-mail or a window that leads to the one that is left
    ConsentWords other; ///< and to the other one
    struct Part {
        Lead lead;
        Timestamp since;
    };
    std::vector<Part> parts; ///< others who are still a part of it
};

/// Each one's own last words hold, whatever the other has said: `left` is as partedLead() made it, `other` as it was merged.
/// What the other one alone has allowed since is no longer allowed by `left`. What was ended since without a word of one's own
/// is ended for both, and what somebody who is still a part of it has ended stays ended.
void partConsent(Lead &left, Lead &other, const ConsentParting &parting);

} // namespace foredeck
