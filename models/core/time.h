#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// RFC 3339 in UTC with milliseconds: "2026-11-20T14:02:11.042Z".
std::string toRfc3339(Timestamp t);
/// Accepts any offset and 0–9 digits of a second's fraction (cut to milliseconds).
std::optional<Timestamp> fromRfc3339(std::string_view text);

/// A moment as a business's clock shows it.
struct LocalTime {
    int year = 1970;
    int month = 1; ///< 1–12
    int day = 1; ///< 1–31
    int weekday = 0; ///< 0 Monday … 6 Sunday
    int minuteOfDay = 0; ///< 0–1439
};

/// IANA time zones. g++ 12 ships none, so each program brings its own (the server Howard Hinnant's date library, the
/// console Qt's QTimeZone). Safe from any thread.
class TimeZones {
public:
    virtual ~TimeZones() = default;
    virtual bool isKnown(std::string_view zone) const = 0;
    /// An unknown zone is an error, never silently UTC.
    virtual Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const = 0;
    /// The first moment whose local clock shows the given day and minute. In a gap of daylight saving: the moment the
    /// gap ends; where the hour repeats: the first of the two.
    virtual Result<Timestamp> fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const = 0;
};

} // namespace foredeck
