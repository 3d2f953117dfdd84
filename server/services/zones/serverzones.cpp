#include "server/services/zones/serverzones.h"

#include <stdexcept>
#include <string>

#include <date/tz.h>

namespace foredeck {

namespace {

// The library throws for what it does not know; exceptions end here.
const date::time_zone *zoneNamed(std::string_view name)
{
    if (name.empty())
        return nullptr;
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error &) {
        return nullptr;
    }
}

Error unknownZone(std::string_view name)
{
    return Error::invalid("zone", "\"" + std::string {name} + "\" is no IANA time zone");
}

} // namespace

bool ServerZones::isKnown(std::string_view zone) const
{
    return zoneNamed(zone) != nullptr;
}

Result<LocalTime> ServerZones::toLocal(Timestamp t, std::string_view zone) const
{
    const auto *tz = zoneNamed(zone);
    if (!tz)
        return unknownZone(zone);
    const auto local = tz->to_local(t);
    const auto day = date::floor<date::days>(local);
    const date::year_month_day date {day};
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(local - day).count();
    return LocalTime {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(date::weekday {day}.iso_encoding()) - 1,
        static_cast<int>(minutes)};
}

Result<Timestamp> ServerZones::fromLocal(int year, int month, int day, int minuteOfDay, std::string_view zone) const
{
    const auto *tz = zoneNamed(zone);
    if (!tz)
        return unknownZone(zone);
    const date::year_month_day date {date::year {year}, date::month {static_cast<unsigned>(month)}, date::day {static_cast<unsigned>(day)}};
    if (!date.ok() || minuteOfDay < 0 || minuteOfDay > 24 * 60)
        return Error::invalid("date", "there is no such day or minute");
    const auto local = date::local_time<std::chrono::milliseconds> {date::local_days {date}} + std::chrono::minutes {minuteOfDay};
    const auto info = tz->get_info(local);
    if (info.result == date::local_info::nonexistent) // in a gap: the moment it ends
        return std::chrono::time_point_cast<std::chrono::milliseconds>(info.first.end);
    return Timestamp {local.time_since_epoch() - info.first.offset}; // where the hour repeats: the first of the two
}

} // namespace foredeck
