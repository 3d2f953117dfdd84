#include "models/domain/sladesk.h"

#include <algorithm>

namespace foredeck {

using std::chrono::milliseconds;

SlaDesk::SlaDesk(std::span<const OpeningHours> places, const TimeZones &zones)
    : m_places(places), m_zones(zones), m_told(std::any_of(places.begin(), places.end(), [](const auto &p) { return p.told(); }))
{
}

Result<void> SlaDesk::readable() const
{
    const auto unknown = std::find_if(m_places.begin(), m_places.end(), [&](const auto &p) { return p.told() && !m_zones.isKnown(p.zone); });
    return unknown == m_places.end() ? Result<void> {} : Error::invalid("zone", "\"" + unknown->zone + "\" is no IANA time zone");
}

Result<std::vector<OpenSpan>> SlaDesk::spans(Timestamp from, Timestamp to) const
{
    if (m_told)
        return openSpans(m_places, from, to, m_zones);
    return from < to ? std::vector<OpenSpan> {{from, to}} : std::vector<OpenSpan> {};
}

std::optional<Timestamp> SlaDesk::after(Timestamp from, milliseconds duration) const
{
    if (!m_told)
        return from + duration;
    const auto moment = addOpenTime(m_places, from, duration, m_zones);
    return moment.hasValue() ? std::optional {moment.value()} : std::nullopt;
}

std::optional<Timestamp> SlaDesk::opensAt(Timestamp t) const
{
    const auto inside = after(t, milliseconds {1});
    return inside ? std::optional {*inside - milliseconds {1}} : std::nullopt;
}

std::optional<Timestamp> SlaDesk::lastOpen(Timestamp from, Timestamp to) const
{
    std::chrono::days step {2}; // most desks were open a day ago
    for (; from < to; step = std::chrono::days {32}) {
        const auto begin = std::max<Timestamp>(from, to - step);
        const auto open = spans(begin, to);
        if (open.hasError())
            return std::nullopt;
        if (!open.value().empty())
            return open.value().back().to;
        to = begin;
    }
    return std::nullopt;
}

} // namespace foredeck
