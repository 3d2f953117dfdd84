#include "models/domain/hours.h"

#include <algorithm>

#include <fmt/format.h>

namespace foredeck {

namespace {

struct Day {
    int year = 1970;
    int month = 1;
    int day = 1;
    int weekday = 0;
};

Day shifted(const LocalTime &from, int byDays)
{
    using namespace std::chrono;
    const auto start = sys_days {year {from.year} / from.month / from.day} + days {byDays};
    const year_month_day date {start};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(weekday {start}.iso_encoding()) - 1};
}

bool closedOn(const OpeningHours &hours, const Day &d)
{
    const auto date = fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day);
    return std::find(hours.closedDates.begin(), hours.closedDates.end(), date) != hours.closedDates.end();
}

struct Span {
    Timestamp from;
    Timestamp to;
};

// The opening spans that start on a local day, as moments; windows that end at or before their start end the next day.
Result<std::vector<Span>> spansOf(const OpeningHours &hours, const LocalTime &base, int byDays, const TimeZones &zones)
{
    std::vector<Span> spans;
    const Day day = shifted(base, byDays);
    if (closedOn(hours, day))
        return spans;
    const std::vector<OpenWindow> whole {{0, 0}};
    for (const auto &window : hours.always ? whole : hours.week[static_cast<std::size_t>(day.weekday)]) {
        const Day endDay = window.end <= window.start ? shifted(base, byDays + 1) : day;
        const auto from = zones.fromLocal(day.year, day.month, day.day, window.start, hours.zone);
        if (from.hasError())
            return from.error();
        const auto to = zones.fromLocal(endDay.year, endDay.month, endDay.day, window.end, hours.zone);
        if (to.hasError())
            return to.error();
        spans.push_back({from.value(), to.value()});
    }
    return spans;
}

} // namespace

bool OpeningHours::told() const noexcept
{
    return always || std::any_of(week.begin(), week.end(), [](const auto &day) { return !day.empty(); });
}

Result<OpenState> openStateAt(const OpeningHours &hours, Timestamp t, const TimeZones &zones)
{
    if (!hours.told())
        return Error::of(Error::Kind::NotConfigured, "opening hours are not told");
    const auto local = zones.toLocal(t, hours.zone);
    if (local.hasError())
        return local.error();

    OpenState state;
    std::vector<Span> spans;
    for (int day = -1; day <= 14; ++day) {
        const auto more = spansOf(hours, local.value(), day, zones);
        if (more.hasError())
            return more.error();
        spans.insert(spans.end(), more.value().begin(), more.value().end());
    }
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.from < b.from; });
    for (const auto &span : spans) {
        if (state.open && span.from <= *state.closesAt) {
            state.closesAt = std::max(*state.closesAt, span.to);
        } else if (!state.open && span.from <= t && t < span.to) {
            state.open = true;
            state.closesAt = span.to;
        } else if (!state.open && !state.nextOpening && span.from > t) {
            state.nextOpening = span.from;
        }
    }
    if (state.open) {
        state.nextOpening.reset();
        if (hours.always && hours.closedDates.empty())
            state.closesAt.reset();
    }
    return state;
}

} // namespace foredeck
