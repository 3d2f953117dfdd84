#pragma once

#include "models/items/bellrules.h"

#include <map>
#include <vector>

namespace foredeck {

/// A conversation with something that this person is told of and has not looked at.
struct NewsCall {
    ConversationId conversation;
    std::int64_t position = 0; ///< of the newest of it
};

/// What stands on the desktop of it, and how far of each conversation was told. A value: another window of the same
/// person goes on with it.
struct NewsState {
    struct Told {
        std::int64_t position = 0;
        bool standing = false; ///< it has a notification of its own
    };
    std::map<ConversationId, Told> told;
    bool isMany = false; ///< one stands for several
};

/// What to do now. A notification that is shown again replaces the one before it.
struct NewsOrders {
    std::vector<ConversationId> show;
    bool showMany = false; ///< one for all that wait
    std::vector<ConversationId> close;
    bool closeMany = false;

    bool nothing() const { return show.empty() && !showMany && close.empty() && !closeMany; }
};

/// Each is told once, without a sound and never again by itself: it is news, and nobody's call; whoever waits has a hand-over.
/// Never while the picture may be old, while the conversation is looked at, or while this person is not to be disturbed; what
/// was held back that long is told afterwards, as one when it is more than mostSingles. What was read is taken back. Pure.
NewsOrders newsStep(NewsState &state, const std::vector<NewsCall> &waiting, const BellMoment &moment, const BellSettings &settings);
/// Nobody is there to be told. Pure.
NewsOrders newsEnd(NewsState &state);

} // namespace foredeck
