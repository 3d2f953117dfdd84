#include "models/domain/hoursclash.h"

namespace foredeck {

namespace {

/// Counted from the day's own midnight, whether or not it lies past the next.
int endOf(const OpenWindow &window)
{
    return window.start + window.length();
}

} // namespace

HoursClash clashOn(const OpeningHours &hours, std::size_t day)
{
    const auto &windows = hours.week[day];
    if (hours.always || windows.empty())
        return HoursClash::None;
    for (std::size_t i = 1; i < windows.size(); ++i) {
        if (windows[i].start < endOf(windows[i - 1]))
            return HoursClash::SameDay;
    }
    const auto &next = hours.week[(day + 1) % hours.week.size()];
    const bool runsInto = !next.empty() && endOf(windows.back()) > next.front().start + minutesOfDay;
    return runsInto ? HoursClash::NextDay : HoursClash::None;
}

} // namespace foredeck
