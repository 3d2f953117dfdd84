#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"
#include "models/domain/escalationreason.h"
#include "models/domain/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// Who is told that somebody waits for a person, in this order (server/services/escalation/ladder.h).
enum class Rung { Unknown, Assigned, OnCall, Staff, Managers, Everyone, Owner };
template <>
struct EnumNames<Rung> {
    using S = std::string_view;
    static constexpr std::array names {std::pair {Rung::Assigned, S {"assigned"}}, std::pair {Rung::OnCall, S {"on_call"}}, std::pair {Rung::Staff, S {"staff"}},
        std::pair {Rung::Managers, S {"managers"}}, std::pair {Rung::Everyone, S {"everyone"}}, std::pair {Rung::Owner, S {"owner"}}};
};

/// One step of telling people that somebody waits.
struct LadderStep {
    Timestamp at;
    Actor who; ///< kind System: nobody by name
    std::string how; ///< one of `toldBy`, or another one's text
    Open<Rung> rung;
    std::int64_t repeats = 0; ///< how often it was said again
    std::optional<Timestamp> lastAt; ///< of the last time it was
    std::optional<Delivery> delivery; ///< of a text to a telephone
    AlertTextId text;
    friend bool operator==(const LadderStep &, const LadderStep &) = default;
};

/// How somebody was told.
namespace toldBy {
inline constexpr auto console = "console";
inline constexpr auto noConsole = "no_console"; ///< it waits in their log until they come
inline constexpr auto doNotDisturb = "do_not_disturb"; ///< they were not
inline constexpr auto nobody = "nobody"; ///< there is nobody who may act
inline constexpr auto sms = "sms";
inline constexpr auto quietHours = "quiet_hours"; ///< the text to the owner waits for their end
} // namespace toldBy

/// Where the telling stands. Made anew, but for `told`, when nobody has the escalation any more.
struct AlertState {
    Open<Rung> rung; ///< Unknown: nobody was told yet
    std::optional<Timestamp> begun; ///< when the first was told
    std::optional<Timestamp> since; ///< when this rung was
    std::int64_t repeats = 0; ///< at this rung
    std::optional<Timestamp> repeatedAt; ///< when those of this rung were told last
    std::optional<Timestamp> nextAt; ///< when the next ones are; nothing: there are none
    std::int64_t told = 0; ///< how often somebody was, since the escalation was made
    friend bool operator==(const AlertState &, const AlertState &) = default;
};

/// Tells one person's consoles that somebody waits, until somebody says that they have seen it. Ids alone: what else there
/// is to show stands in the escalation, for whoever may still see it.
struct Alert {
    EscalationId escalation;
    ConversationId conversation;
    ClientId client;
    int priority = 2;
    Open<EscalationReason> reason;
    Open<Rung> rung;
    std::int64_t repeat = 0; ///< 0: the first time at this rung
    std::optional<Timestamp> due;
    Timestamp at;
    std::int64_t version = 1; ///< AlertState::told: the newest counts
    friend bool operator==(const Alert &, const Alert &) = default;
};

/// The steps of a trail that are kept, so that it fits into an event.
inline constexpr std::size_t longestLadder = 300;

} // namespace foredeck
