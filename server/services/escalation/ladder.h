#pragma once

#include "models/domain/escalation.h"
#include "models/domain/hours.h"
#include "models/domain/user.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace foredeck {

/// Somebody who may act for the client.
struct LadderPerson {
    Actor actor;
    Role role = Role::Agent;
    bool available = true;
    bool doNotDisturb = false;
    bool onCall = false; ///< now
    bool hasConsole = false; ///< connected now, or closed so lately that it may be connecting anew
    std::optional<Timestamp> hearsUntil; ///< closed: until when it counts
};

/// All that the telling rests on.
struct LadderInput {
    Escalation escalation;
    std::vector<LadderPerson> people;
    std::chrono::milliseconds repeat {60'000};
    std::chrono::milliseconds climb {900'000};
    std::optional<Timestamp> snoozedUntil; ///< of the conversation
    std::optional<Timestamp> quietUntil; ///< quiet hours run until then; nothing: none do
    bool hasOwnerPhone = false;
    std::optional<Timestamp> lastText; ///< the newest to the owner about any escalation of this client
    Timestamp consolesKnownFrom; ///< before, who has no console may only not be back yet
    Timestamp now;
};

/// Delivery::code of a text that nobody needed when its turn came: somebody had it, or it was put off.
inline constexpr std::string_view textNotNeeded = "not_needed";

/// One person's consoles that are to be told.
struct LadderTelling {
    UserId to;
    std::int64_t repeat = 0;
};

/// What is due now.
struct LadderPlan {
    bool changed = false; ///< `state` and `trail` are to be written
    AlertState state;
    std::vector<LadderStep> trail; ///< whole
    std::vector<LadderTelling> tellings;
    bool text = false; ///< the last step of the trail is a text to the owner that has to be sent
    std::optional<Timestamp> next; ///< when to look again; nothing: not before somebody acts
};

/// Who has to be told that a customer waits for a person, and how far that has got. Pure.
///
/// Rungs in the order of `Rung`, each together with those before it. One that has nobody is left out. At each the told are
/// told again every `repeat` until somebody has seen or taken it; after `climb` the next rung begins, and at once when
/// nobody of the present one hears it: without a console, or not to be disturbed. At the top the owner's telephone gets one
/// text: after `climb`, or at once when nobody of the top hears it; not in quiet hours and not within ten minutes of another
/// one, except in an emergency, and as soon as a number is set; one that fails is sent
/// again, less and less often. Then those who have a console are told on, with pauses that double up to an hour.
///
/// Do-not-disturb keeps a person out, but of an emergency that reaches everyone. A step counts from the moment it is done:
/// a clock that jumps ahead brings the next one and no more, and one that jumps back begins the present wait anew.
LadderPlan planLadder(const LadderInput &input);

/// At most so long until the ladder is looked at again.
inline constexpr std::chrono::hours longestLadderRest {1};

/// Quiet hours at a moment: until when; nothing: none run. `zone` not known: none.
std::optional<Timestamp> quietUntil(const Week &week, const std::string &zone, Timestamp now, const TimeZones &zones);
/// Whether it is one of these times; an empty week is always, and so is one whose zone is not known.
bool onDuty(const Week &week, const std::string &zone, Timestamp now, const TimeZones &zones);

} // namespace foredeck
