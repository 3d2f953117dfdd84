#include "models/domain/localdays.h"

#include <chrono>

#include <fmt/format.h>

namespace foredeck {

std::string isoDate(const LocalDay &day)
{
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

Result<std::vector<LocalDay>> lastDays(Timestamp now, int count, std::string_view zone, const TimeZones &zones)
{
    const auto local = zones.toLocal(now, zone);
    if (local.hasError())
        return local.error();
    const auto &today = local.value();
    const std::chrono::sys_days last {std::chrono::year_month_day {std::chrono::year {today.year},
        std::chrono::month {static_cast<unsigned>(today.month)}, std::chrono::day {static_cast<unsigned>(today.day)}}};
    std::vector<LocalDay> days;
    for (int back = count - 1; back >= 0; --back) {
        const std::chrono::year_month_day date {last - std::chrono::days {back}};
        LocalDay day {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day())), {}};
        const auto start = zones.fromLocal(day.year, day.month, day.day, 0, zone);
        if (start.hasError())
            return start.error();
        day.start = start.value();
        days.push_back(day);
    }
    return days;
}

} // namespace foredeck
