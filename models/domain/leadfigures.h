#pragma once

#include "models/domain/lead.h"
#include "models/domain/localdays.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What figures need of a lead, so that neither side has to read whole ones for them.
struct LeadMark {
    Timestamp createdAt;
    std::optional<int> score;
    Open<LeadStatus> status;
    Open<ChannelKind> source;
};
LeadMark markOf(const Lead &lead);

/// The statuses of whoever has qualified: nobody is counted by what they were once, only by what stands recorded now.
inline constexpr std::array qualifiedStatuses {LeadStatus::Qualified, LeadStatus::AppointmentBooked, LeadStatus::HandedOff, LeadStatus::ClosedWon};

/// How many there are, and of which temperature: that of the score, as lists filter by it.
struct LeadCounts {
    std::int64_t total = 0;
    std::int64_t hot = 0;
    std::int64_t warm = 0;
    std::int64_t cold = 0;
    std::int64_t unscored = 0;
    friend bool operator==(const LeadCounts &, const LeadCounts &) = default;
};

struct LeadsOfDay {
    std::string date; ///< "2026-11-20", on the business's clock
    Timestamp from;
    LeadCounts leads;
};

struct LeadsOfChannel {
    Open<ChannelKind> channel; ///< the one over which they first asked
    LeadCounts leads;
};

/// The leads that came in a range of days.
struct LeadFigures {
    LeadCounts leads;
    std::int64_t qualified = 0;
    std::int64_t booked = 0; ///< their status says that an appointment is booked
    std::optional<double> qualificationRate; ///< 0–1; nothing when nobody came
    std::vector<LeadsOfDay> days; ///< every day, also one on which nobody came
    std::vector<LeadsOfChannel> channels; ///< those over which somebody came, the most first; of equals by name
};

/// The one rule that the server's routes and the console's page count by. `days` as lastDays() gives them, at least one: who
/// came before the first is left out, who came "after" today (a clock that jumped) is of today. In any order.
LeadFigures leadFigures(const std::vector<LeadMark> &leads, const std::vector<LocalDay> &days);

} // namespace foredeck
