#include "models/domain/snooze.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

using namespace std::chrono;

constexpr std::array later {hours {3}, hours {1}}; ///< the longer one while the place is still open then
constexpr std::int64_t quarterMs = 15 * 60 * 1000;
constexpr days horizon {21}; ///< closed longer than that, a place does not open "next week"
constexpr OpenWindow usualDay {9 * 60, 20 * 60};

/// A place that never closes, or tells nothing, has mornings all the same.
OpeningHours withMornings(OpeningHours hours, const std::string &zone, const TimeZones &zones)
{
    if (!zones.isKnown(hours.zone))
        hours.zone = zone;
    if (hours.told() && !hours.neverCloses())
        return hours;
    hours.always = false;
    for (auto &day : hours.week)
        day = {usualDay};
    return hours;
}

sys_days dayOf(const LocalTime &t)
{
    return sys_days {year {t.year} / month {static_cast<unsigned>(t.month)} / day {static_cast<unsigned>(t.day)}};
}

class Offers {
public:
    Offers(Timestamp now, const OpeningHours &hours, const TimeZones &zones) : m_now(now), m_hours(hours), m_zones(zones) { }

    Result<std::vector<SnoozeOption>> make()
    {
        const auto local = m_zones.toLocal(m_now, m_hours.zone);
        if (local.hasError())
            return local.error();
        const auto spans = openSpans(std::span {&m_hours, 1}, m_now, m_now + horizon, m_zones);
        if (spans.hasError())
            return spans.error();
        m_spans = spans.value();
        const sys_days today = dayOf(local.value());
        const Timestamp tomorrow = midnight(today + days {1});
        addLater(tomorrow);
        const auto next = firstOpening(tomorrow);
        if (next)
            add(*next < midnight(today + days {2}) ? SnoozeChoice::TomorrowMorning : SnoozeChoice::NextOpening, *next);
        if (const auto week = firstOpening(midnight(today + days {7 - local.value().weekday})))
            add(SnoozeChoice::NextWeek, *week);
        return m_options;
    }

private:
    Timestamp midnight(sys_days date) const
    {
        const year_month_day d {date};
        const auto at = m_zones.fromLocal(int {d.year()}, static_cast<int>(unsigned {d.month()}), static_cast<int>(unsigned {d.day()}), 0, m_hours.zone);
        return at.hasValue() ? at.value() : Timestamp {date};
    }

    bool isOpen(Timestamp at) const
    {
        return std::any_of(m_spans.begin(), m_spans.end(), [at](const OpenSpan &span) { return span.from <= at && at < span.to; });
    }

    /// Some hours on, or when it opens today: somebody is to be there then.
    void addLater(Timestamp tomorrow)
    {
        for (const hours in : later) {
            const Timestamp at = fromMs((toMs(m_now + in) + quarterMs - 1) / quarterMs * quarterMs);
            if (isOpen(at) && at < tomorrow)
                return add(SnoozeChoice::LaterToday, at);
        }
        if (const auto opens = firstOpening(m_now); opens && *opens < tomorrow)
            add(SnoozeChoice::LaterToday, *opens);
    }

    /// The first moment from then on at which it begins to be open.
    std::optional<Timestamp> firstOpening(Timestamp from) const
    {
        for (const OpenSpan &span : m_spans) {
            if (span.from >= from && span.from > m_now)
                return span.from;
        }
        return std::nullopt;
    }

    void add(SnoozeChoice choice, Timestamp until)
    {
        const bool isKnown = std::any_of(m_options.begin(), m_options.end(), [until](const SnoozeOption &one) { return one.until == until; });
        if (!isKnown && until > m_now)
            m_options.push_back({choice, until});
    }

    Timestamp m_now;
    const OpeningHours &m_hours;
    const TimeZones &m_zones;
    std::vector<OpenSpan> m_spans;
    std::vector<SnoozeOption> m_options;
};

} // namespace

Result<std::vector<SnoozeOption>> snoozeOptions(Timestamp now, OpeningHours hours, const std::string &zone, const TimeZones &zones)
{
    const OpeningHours mornings = withMornings(std::move(hours), zone, zones);
    return Offers {now, mornings, zones}.make();
}

} // namespace foredeck
