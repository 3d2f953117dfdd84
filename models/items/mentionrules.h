#pragma once

#include "models/items/bellrules.h"

#include <map>
#include <vector>

namespace foredeck {

/// A conversation in which this person was mentioned and has not looked since.
struct MentionCall {
    ConversationId conversation;
    std::int64_t position = 0; ///< of the newest note that names them
};

/// What stands on the desktop of it, and which mention of each conversation was told. A value: another window of the same
/// person goes on with it.
struct MentionState {
    struct Told {
        std::int64_t position = 0;
        bool standing = false; ///< it has a notification of its own
    };
    std::map<ConversationId, Told> told;
    bool isMany = false; ///< one stands for several
};

/// What to do now. A notification that is shown again replaces the one before it.
struct MentionOrders {
    std::vector<ConversationId> show;
    bool showMany = false; ///< one for all that wait
    std::vector<ConversationId> close;
    bool closeMany = false;

    bool nothing() const { return show.empty() && !showMany && close.empty() && !closeMany; }
};

/// Each mention is told once, without a sound and never again by itself: nobody waits for whoever is named as a customer waits.
/// Never while the picture may be old, while the conversation is looked at, or while this person is not to be disturbed; what
/// was held back that long is told afterwards, as one when it is more than mostSingles. What was read is taken back. Pure.
MentionOrders mentionStep(MentionState &state, const std::vector<MentionCall> &waiting, const BellMoment &moment, const BellSettings &settings);
/// Nobody is there to be told. Pure.
MentionOrders mentionEnd(MentionState &state);

} // namespace foredeck
