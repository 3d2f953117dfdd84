#pragma once

#include "models/domain/hours.h"

#include <vector>

namespace foredeck {

/// How long a conversation may be put away by one word.
enum class SnoozeChoice {
    LaterToday, ///< some hours on, while the place is still open, or when it opens today
    TomorrowMorning, ///< when the place opens tomorrow
    NextOpening, ///< in its stead where it is closed tomorrow
    NextWeek, ///< when it opens in the week that follows
};

struct SnoozeOption {
    SnoozeChoice choice = SnoozeChoice::LaterToday;
    Timestamp until;
    friend bool operator==(const SnoozeOption &, const SnoozeOption &) = default;
};

/// What can be offered now, soonest first; none is in the past, no two are the same moment. A place that tells no hours opens
/// at nine and is open until eight in the evening, in its zone or, without one, in `zone`. Error: no zone is known.
Result<std::vector<SnoozeOption>> snoozeOptions(Timestamp now, OpeningHours hours, const std::string &zone, const TimeZones &zones);

/// Further on nobody remembers why.
inline constexpr std::chrono::days longestSnooze {366};

} // namespace foredeck
