#pragma once

#include "models/domain/firstanswers.h"
#include "models/domain/leadfigures.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foredeck {

/// What the turns of one engine of the assistant took.
struct EngineUse {
    std::string engine; ///< "builtin" runs on rules and uses no tokens
    std::int64_t turns = 0; ///< those that something newer superseded, too
    std::int64_t tokens = 0; ///< in and out
    friend bool operator==(const EngineUse &, const EngineUse &) = default;
};

/// How a client does, over the days that end with today. There is no figure of appointments: nothing records one beyond the
/// status of its lead (`booked`).
struct DashboardStats {
    ClientId client;
    std::string zone; ///< on whose clock the days begin; "UTC" where the client has no place
    Timestamp since; ///< the first of the days began
    Timestamp at; ///< when it was counted
    LeadCounts leads; ///< who came since
    std::int64_t qualified = 0;
    std::optional<double> qualificationRate; ///< 0–1
    std::int64_t booked = 0;
    std::int64_t activeConversations = 0; ///< not ended, since whenever
    std::int64_t pendingEscalations = 0; ///< nobody has taken them up, since whenever
    AnswerTimes assistantAnswers;
    AnswerTimes peopleAnswers;
    std::int64_t tokens = 0;
    std::vector<EngineUse> engines; ///< by name
    bool complete = true; ///< false: a limit was reached, and the oldest of the period are not in it
};

/// The days of `since` in a DashboardStats.
inline constexpr int dashboardDays = 30;

} // namespace foredeck
