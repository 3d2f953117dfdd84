#pragma once

#include "models/domain/hours.h"

namespace foredeck {

/// Why the times of a day cannot be told to anybody.
enum class HoursClash {
    None,
    SameDay, ///< they are not in order, or overlap
    NextDay, ///< the last one runs past midnight into those of the next day
};

/// `day`: 0 Monday … 6 Sunday. Nothing clashes in a place that is open day and night.
HoursClash clashOn(const OpeningHours &hours, std::size_t day);

} // namespace foredeck
