#pragma once

#include "models/core/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// A day on a business's clock. It ends where the next one begins: with daylight saving it has 23 or 25 hours.
struct LocalDay {
    int year = 1970;
    int month = 1; ///< 1–12
    int day = 1; ///< 1–31
    Timestamp start;
};

/// "2026-11-20".
std::string isoDate(const LocalDay &day);

/// The days that end with today, oldest first; `count` ≥ 1. Error: of a zone that is not known.
Result<std::vector<LocalDay>> lastDays(Timestamp now, int count, std::string_view zone, const TimeZones &zones);

} // namespace foredeck
