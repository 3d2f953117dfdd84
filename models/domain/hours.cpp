#include "models/domain/hours.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

namespace foredeck {

namespace {

using namespace std::chrono;

constexpr days lookAhead {14}; ///< how far openStateAt() tells
constexpr days firstStride {2}; ///< how much addOpenTime() looks at in one go, for most ask for minutes or hours
constexpr days stride {32}; ///< and then

sys_days dateOf(const LocalTime &local) { return sys_days {year {local.year} / local.month / local.day}; }

Result<Timestamp> momentOf(sys_days date, int minute, const OpeningHours &hours, const TimeZones &zones)
{
    const year_month_day d {date};
    return zones.fromLocal(static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
        static_cast<int>(static_cast<unsigned>(d.day())), minute, hours.zone);
}

std::string textOf(sys_days date)
{
    const year_month_day d {date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
}

// Of what may be years of holidays, those that are looked at.
std::vector<std::string_view> closedBetween(const OpeningHours &hours, sys_days first, sys_days last)
{
    std::vector<std::string_view> closed;
    if (hours.closedDates.empty())
        return closed;
    const auto from = textOf(first);
    const auto to = textOf(last);
    std::copy_if(hours.closedDates.begin(), hours.closedDates.end(), std::back_inserter(closed), [&](const std::string &date) { return date >= from && date <= to; });
    return closed;
}

// The windows that start on a local day of this week, as moments. One that a gap swallowed is empty and left out.
Result<void> addDay(const OpeningHours &hours, sys_days date, const TimeZones &zones, std::vector<OpenSpan> &spans)
{
    static const std::vector<OpenWindow> whole {{0, 0}};
    const auto weekDay = weekday {date}.iso_encoding() - 1;
    for (const auto &window : hours.always ? whole : hours.week[weekDay]) {
        const auto from = momentOf(date, window.start, hours, zones);
        const auto to = momentOf(window.end <= window.start ? date + days {1} : date, window.end, hours, zones);
        if (from.hasError() || to.hasError())
            return from.hasError() ? from.error() : to.error();
        if (from.value() < to.value())
            spans.push_back({from.value(), to.value()});
    }
    return {};
}

// Of windows that start on these local days, both included.
Result<void> addDays(const OpeningHours &hours, sys_days first, sys_days last, const TimeZones &zones, std::vector<OpenSpan> &spans)
{
    const auto closed = closedBetween(hours, first, last);
    for (auto date = first; date <= last; date += days {1}) {
        if (!closed.empty() && std::find(closed.begin(), closed.end(), textOf(date)) != closed.end())
            continue;
        if (const auto added = addDay(hours, date, zones, spans); added.hasError())
            return added.error();
    }
    return {};
}

// Sorted; what overlaps or touches is one.
std::vector<OpenSpan> joined(std::vector<OpenSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const OpenSpan &a, const OpenSpan &b) { return a.from < b.from; });
    std::vector<OpenSpan> out;
    for (const auto &span : spans) {
        if (!out.empty() && span.from <= out.back().to)
            out.back().to = std::max(out.back().to, span.to);
        else
            out.push_back(span);
    }
    return out;
}

Error notTold() { return Error::of(Error::Kind::NotConfigured, "opening hours are not told"); }

} // namespace

bool OpeningHours::told() const noexcept
{
    return always || std::any_of(week.begin(), week.end(), [](const auto &day) { return !day.empty(); });
}

bool OpeningHours::neverCloses() const noexcept
{
    int open = 0; // they do not overlap
    for (const auto &day : week) {
        for (const auto &window : day)
            open += window.length();
    }
    return always || open >= minutesOfDay * static_cast<int>(week.size());
}

Result<OpenState> openStateAt(const OpeningHours &hours, Timestamp t, const TimeZones &zones)
{
    if (!hours.told())
        return notTold();
    const auto local = zones.toLocal(t, hours.zone);
    if (local.hasError())
        return local.error();
    // One day more than is told, so that what is open across the last midnight is known to go on.
    const auto beyond = dateOf(local.value()) + lookAhead + days {1};
    const auto horizon = momentOf(beyond, 0, hours, zones);
    std::vector<OpenSpan> spans;
    const auto added = addDays(hours, dateOf(local.value()) - days {1}, beyond, zones, spans);
    if (horizon.hasError() || added.hasError())
        return horizon.hasError() ? horizon.error() : added.error();

    OpenState state;
    for (const auto &span : joined(std::move(spans))) {
        if (span.to <= t)
            continue;
        state.open = span.from <= t;
        if (state.open && span.to <= horizon.value())
            state.closesAt = span.to;
        else if (!state.open && span.from < horizon.value())
            state.nextOpening = span.from;
        break;
    }
    return state;
}

Result<std::vector<OpenSpan>> openSpans(std::span<const OpeningHours> places, Timestamp from, Timestamp to, const TimeZones &zones)
{
    std::vector<OpenSpan> spans;
    bool told = false;
    for (const auto &hours : places) {
        if (!hours.told())
            continue;
        told = true;
        const auto first = zones.toLocal(from, hours.zone);
        const auto last = zones.toLocal(to, hours.zone);
        if (first.hasError() || last.hasError())
            return first.hasError() ? first.error() : last.error();
        // A clock that is set back across midnight shows yesterday's date when today has begun already: one day more.
        const auto added = addDays(hours, dateOf(first.value()) - days {1}, dateOf(last.value()) + days {1}, zones, spans);
        if (added.hasError())
            return added.error();
    }
    if (!told)
        return notTold();
    for (auto &span : spans)
        span = {std::max(span.from, from), std::min(span.to, to)};
    std::erase_if(spans, [](const OpenSpan &span) { return span.from >= span.to; });
    return joined(std::move(spans));
}

Result<milliseconds> openMillisBetween(std::span<const OpeningHours> places, Timestamp from, Timestamp to, const TimeZones &zones)
{
    const auto spans = openSpans(places, from, to, zones);
    if (spans.hasError())
        return spans.error();
    milliseconds sum {0};
    for (const auto &span : spans.value())
        sum += span.to - span.from;
    return sum;
}

Result<milliseconds> openMillisBetween(const OpeningHours &hours, Timestamp from, Timestamp to, const TimeZones &zones)
{
    return openMillisBetween({&hours, 1}, from, to, zones);
}

Result<Timestamp> addOpenTime(std::span<const OpeningHours> places, Timestamp from, milliseconds duration, const TimeZones &zones)
{
    if (duration <= milliseconds {0})
        return from;
    const Timestamp end = from + openHorizon;
    Timestamp at = from;
    for (auto step = firstStride; at < end; at += step, step = stride) {
        const auto spans = openSpans(places, at, std::min<Timestamp>(at + step, end), zones);
        if (spans.hasError())
            return spans.error();
        for (const auto &span : spans.value()) {
            if (duration <= span.to - span.from)
                return span.from + duration;
            duration -= span.to - span.from;
        }
    }
    return Error::of(Error::Kind::NotFound, "so much open time does not come within two years");
}

Result<Timestamp> addOpenTime(const OpeningHours &hours, Timestamp from, milliseconds duration, const TimeZones &zones)
{
    return addOpenTime({&hours, 1}, from, duration, zones);
}

} // namespace foredeck
