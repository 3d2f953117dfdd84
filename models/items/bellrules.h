#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace foredeck {

/// How one person wants to hear of hand-overs on this computer.
struct BellSettings {
    bool on = true; ///< notifications; the counts stand without them, too
    bool sound = true;
    bool inlineReply = true; ///< where the desktop offers it
    bool showWords = true; ///< what customers write is shown in notifications
    bool emergencies = true; ///< break through do-not-disturb and quiet hours
    std::optional<Timestamp> disturbAfter; ///< do-not-disturb until then; forever is "until it is turned off"
    bool quietHours = false;
    int quietFrom = 22 * 60; ///< minutes of the local day
    int quietTo = 7 * 60; ///< at or before `quietFrom`: of the next day
    friend bool operator==(const BellSettings &, const BellSettings &) = default;
};
inline constexpr Timestamp forever = fromMs(253'402'300'799'000); // the last second that RFC 3339 can write

/// What keeps a person from being disturbed now.
enum class Hush { None, DoNotDisturb, QuietHours };
/// `minuteOfDay`: where the person is. `away`: they told the team that they do not want to be disturbed.
Hush hushAt(const BellSettings &settings, Timestamp now, int minuteOfDay, bool away);

/// A hand-over that nobody has taken up or said "seen" to, and to which the server called this person.
struct WaitingCall {
    EscalationId id;
    ConversationId conversation;
    bool emergency = false;
    std::int64_t call = 0; ///< the newest: each repetition and each rung is another, higher one
};

/// Where one is when a decision is made.
struct BellMoment {
    Timestamp now;
    int minuteOfDay = 0;
    bool live = false; ///< what is known is the newest there is
    bool away = false;
    ConversationId looksAt; ///< in front of this person, who is there; empty: none
};

/// What stands on the desktop, and which call of each was heard. A value: another window of the same person goes on with it.
struct BellState {
    struct Told {
        std::int64_t call = 0; ///< the last one that was shown, or made while it was looked at
        bool standing = false; ///< it has a notification of its own
        bool folded = false; ///< it is in the one that stands for many
    };
    std::map<EscalationId, Told> told;
    std::optional<Timestamp> summaryAt; ///< while one stands
};

/// What to do now. A notification that is shown again replaces the one before it.
struct BellOrders {
    std::vector<EscalationId> show;
    std::vector<EscalationId> summary; ///< all of these in one; empty: none is to be shown
    std::vector<EscalationId> close;
    bool closeSummary = false;
    bool sound = false;
    bool emergency = false; ///< one of those that are shown is

    bool nothing() const { return show.empty() && summary.empty() && close.empty() && !closeSummary; }
};

/// More than so many at a time become one.
inline constexpr std::size_t mostSingles = 3;
/// One that stands for many is not renewed more often than this, however fast they come.
inline constexpr std::chrono::seconds summaryPause {10};

/// Each call is told once: the server repeats it until somebody sees to it. Never while the picture may be old, while it is
/// looked at, or while this person is not to be disturbed. What was held back that long is told afterwards, once, and as one
/// when it is much. An emergency is told and stands whatever is looked at: who has it open may not have seen it. Pure.
BellOrders bellStep(BellState &state, const std::vector<WaitingCall> &waiting, const BellMoment &moment, const BellSettings &settings);
/// Nobody is there to be told: what stands goes, and whoever comes hears of all that waits. Pure.
BellOrders bellEnd(BellState &state);

} // namespace foredeck
