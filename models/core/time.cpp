#include "models/core/time.h"

#include <fmt/format.h>

namespace foredeck {

namespace {

// Reads exactly `digits` decimal digits at `at`, or nothing.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t digits)
{
    if (at + digits > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

// "Z", "+hh:mm" or "-hh:mm" in minutes, at the end of the text.
std::optional<int> offsetMinutes(std::string_view zone)
{
    if (zone == "Z" || zone == "z")
        return 0;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':')
        return std::nullopt;
    const auto hours = number(zone, 1, 2);
    const auto minutes = number(zone, 4, 2);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return (zone[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

} // namespace

std::string toRfc3339(Timestamp t)
{
    using namespace std::chrono;
    const auto day = floor<days>(t);
    const year_month_day date {day};
    const hh_mm_ss clock {t - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
        clock.minutes().count(), clock.seconds().count(), clock.subseconds().count());
}

std::optional<Timestamp> fromRfc3339(std::string_view text)
{
    using namespace std::chrono;
    const auto y = number(text, 0, 4), mo = number(text, 5, 2), d = number(text, 8, 2);
    const auto h = number(text, 11, 2), mi = number(text, 14, 2), s = number(text, 17, 2);
    if (!y || !mo || !d || !h || !mi || !s || text[4] != '-' || text[7] != '-' || text[13] != ':' || text[16] != ':'
        || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return std::nullopt;
    const year_month_day date {year {*y}, month {static_cast<unsigned>(*mo)}, day {static_cast<unsigned>(*d)}};
    if (!date.ok() || *h > 23 || *mi > 59 || *s > 60)
        return std::nullopt;
    std::size_t at = 19;
    int ms = 0;
    if (at < text.size() && text[at] == '.') {
        int scale = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
            ms += (text[at] - '0') * scale;
    }
    const auto offset = offsetMinutes(text.substr(at));
    if (!offset)
        return std::nullopt;
    return Timestamp {sys_days {date}} + hours {*h} + minutes {*mi} + seconds {*s} + milliseconds {ms} - minutes {*offset};
}

} // namespace foredeck
