#pragma once

#include "models/core/id.h"
#include "models/domain/hours.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// Somebody who is called on, and when in the zone of the client's first location. An empty week: always.
struct OnCall {
    UserId user;
    Week week;
    friend bool operator==(const OnCall &, const OnCall &) = default;
};

/// How people are told that somebody waits for them (server/services/escalation/ladder.h).
struct AlertSettings {
    std::int64_t repeatSeconds = 60; ///< until somebody says that they have seen it
    std::int64_t climbMinutes = 0; ///< unclaimed, after which the next ones are told too; 0: as long as until it is due
    Week quietWeek; ///< when only an emergency goes beyond the consoles; in the zone of the client's first location
    std::vector<OnCall> onCall;
    std::string ownerPhone; ///< E.164; gets a text when no console answers; empty: none
    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;
};

} // namespace foredeck
