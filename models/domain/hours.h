#pragma once

#include "models/core/id.h"
#include "models/core/time.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// From (inclusive) to (exclusive), in minutes of the local day. `end <= start` runs past midnight and belongs to the
/// day it starts on.
struct OpenWindow {
    int start = 0;
    int end = 0;
    friend bool operator==(const OpenWindow &, const OpenWindow &) = default;
};

/// When a place is open, in its own IANA zone. An empty week means "not told", which is not the same as closed: whoever
/// asks gets no answer instead of a wrong one.
struct OpeningHours {
    std::string zone;
    std::array<std::vector<OpenWindow>, 7> week; ///< 0 Monday … 6 Sunday
    std::vector<std::string> closedDates; ///< "2026-12-25", the local date a window starts on
    bool always = false; ///< day and night but for closedDates

    bool told() const noexcept;
    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

struct OpenState {
    bool open = false;
    std::optional<Timestamp> nextOpening; ///< set while closed; within 14 days, else nothing
    std::optional<Timestamp> closesAt; ///< set while open, unless `always`
};

/// Whether the place is open at `t`, and when that changes next. Error: zone unknown, or hours not told (NotConfigured).
Result<OpenState> openStateAt(const OpeningHours &hours, Timestamp t, const TimeZones &zones);

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
