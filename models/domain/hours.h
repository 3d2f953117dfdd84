#pragma once

#include "models/core/id.h"
#include "models/core/time.h"

#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foredeck {

inline constexpr int minutesOfDay = 24 * 60;

/// From (inclusive) to (exclusive), in minutes of the local day. `end <= start` runs past midnight and belongs to the
/// day it starts on; an end like the start is 24 hours later.
struct OpenWindow {
    int start = 0;
    int end = 0;
    int length() const noexcept { return end > start ? end - start : end - start + minutesOfDay; }
    /// To midnight is the same, written as 0 or as 1440.
    friend bool operator==(const OpenWindow &a, const OpenWindow &b) noexcept { return a.start == b.start && a.end % minutesOfDay == b.end % minutesOfDay; }
};

using Week = std::array<std::vector<OpenWindow>, 7>; ///< 0 Monday … 6 Sunday

/// When a place is open, in its own IANA zone. An empty week means "not told", which is not the same as closed: whoever
/// asks gets no answer instead of a wrong one.
struct OpeningHours {
    std::string zone;
    Week week;
    std::vector<std::string> closedDates; ///< "2026-12-25", the local date a window starts on
    bool always = false; ///< day and night but for closedDates

    bool told() const noexcept;
    /// Day and night, in one word or by a week without a gap; but for closedDates.
    bool neverCloses() const noexcept;
    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

struct OpenState {
    bool open = false;
    std::optional<Timestamp> nextOpening; ///< set while closed, when it opens within the next 14 local days
    std::optional<Timestamp> closesAt; ///< set while open, when it closes within the next 14 local days
};

/// Whether the place is open at `t`, and when that changes next. Error: zone unknown, or hours not told (NotConfigured).
Result<OpenState> openStateAt(const OpeningHours &hours, Timestamp t, const TimeZones &zones);

/// From (inclusive) to (exclusive).
struct OpenSpan {
    Timestamp from;
    Timestamp to;
    friend bool operator==(const OpenSpan &, const OpenSpan &) = default;
};

/// When somebody is there: of several places, while any of them is open; those that tell no hours do not count. A window
/// opens and closes at the first moment its zone's clock shows the minute, or would have in a gap of daylight saving; so
/// one that lies in the gap does not open at all. Costs days, not minutes. Errors as for openStateAt().
/// In order, apart from one another, none outside [from, to).
Result<std::vector<OpenSpan>> openSpans(std::span<const OpeningHours> places, Timestamp from, Timestamp to, const TimeZones &zones);

/// The open time between two moments; none when `to` is not after `from`.
Result<std::chrono::milliseconds> openMillisBetween(std::span<const OpeningHours> places, Timestamp from, Timestamp to, const TimeZones &zones);
Result<std::chrono::milliseconds> openMillisBetween(const OpeningHours &hours, Timestamp from, Timestamp to, const TimeZones &zones);

/// The first moment at which so much open time has passed since `from`: `from` itself for none. NotFound when that lies
/// beyond openHorizon.
inline constexpr std::chrono::days openHorizon {731};
Result<Timestamp> addOpenTime(std::span<const OpeningHours> places, Timestamp from, std::chrono::milliseconds duration, const TimeZones &zones);
Result<Timestamp> addOpenTime(const OpeningHours &hours, Timestamp from, std::chrono::milliseconds duration, const TimeZones &zones);

/// One place of a client.
struct Location {
    LocationId id;
    ClientId client;
    std::string name;
    std::string address;
    std::string zip;
    std::optional<double> latitude;
    std::optional<double> longitude;
    OpeningHours hours;
    std::int64_t version = 1;
};

} // namespace foredeck
