#include "server/services/assistant/daynumbers.h"

#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/datewords.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <tuple>

namespace foredeck {

namespace {

constexpr int farthestDays = 62; ///< people name a bare number for this month or the next
constexpr int lastClockHour = 12; ///< "friday 8" may be the hour, "friday 14" is the day

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isMoneySign(std::string_view text) { return text.starts_with("$") || text.starts_with("€") || text.starts_with("£") || text.starts_with("%"); }

// "8.30", "8:30", "3-5", "20€", "$20": the number is part of something else.
bool belongsToSigns(std::string_view text, const Word &number)
{
    const auto before = text.substr(0, number.begin);
    if (before.ends_with("$") || before.ends_with("€") || before.ends_with("£") || before.ends_with(":"))
        return true;
    auto after = text.substr(number.end);
    if (isMoneySign(after) || (after.starts_with(" ") && isMoneySign(after.substr(1))))
        return true;
    return after.size() > 1 && std::string_view {".:,/-"}.find(after[0]) != std::string_view::npos && isDigit(after[1]);
}

bool endsClause(const std::vector<Word> &words, std::size_t i, std::string_view language)
{
    return i >= words.size() || words[i].breakBefore || isStopWord(words[i].text, language) || isForWord(words[i].text, language);
}

// The next day on which both agree.
std::optional<LocalTime> agreeingDay(int number, int weekday, const LocalTime &today)
{
    auto day = shiftedDays(today, (weekday - today.weekday + 7) % 7);
    for (int ahead = 0; ahead <= farthestDays; ahead += 7, day = shiftedDays(day, 7)) {
        if (day.day == number)
            return day;
    }
    return std::nullopt;
}

// "So 27.", "So. 27", "am So 27": written as a date. "so 27 minuten" is not.
bool isWrittenAsDate(std::string_view text, const std::vector<Word> &words, std::size_t at, std::size_t number, std::string_view language)
{
    return language != "de" || text.substr(words[number].end).starts_with('.') || text.substr(words[at].end).starts_with('.') || spanWordBegin(words, at, language, SpanWord::OnDay) < at;
}

} // namespace

std::optional<int> dayNumber(std::string_view word)
{
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc {} || value < 1 || value > 31)
        return std::nullopt;
    const std::string_view rest {end, static_cast<std::size_t>(word.data() + word.size() - end)};
    static constexpr std::string_view endings[] {"", "st", "nd", "rd", "th", "er", "e", "o", "a"};
    return std::find(std::begin(endings), std::end(endings), rest) != std::end(endings) ? std::optional {value} : std::nullopt;
}

bool isOrdinal(std::string_view word) { return word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd") || word.ends_with("th"); }

std::optional<LocalTime> dateOf(int year, int month, int day)
{
    using namespace std::chrono;
    const year_month_day date {std::chrono::year {year}, std::chrono::month {static_cast<unsigned>(month)}, std::chrono::day {static_cast<unsigned>(day)}};
    if (!date.ok())
        return std::nullopt;
    return LocalTime {year, month, day, static_cast<int>(weekday {sys_days {date}}.iso_encoding()) - 1, 0};
}

std::optional<LocalTime> nextOfDayNumber(int day, const LocalTime &today)
{
    int month = today.month + (day < today.day ? 1 : 0);
    for (int tries = 0; tries < 3; ++tries, ++month) {
        if (const auto found = dateOf(today.year + (month > 12 ? 1 : 0), month > 12 ? month - 12 : month, day))
            return found;
    }
    return std::nullopt;
}

std::optional<NumberedWeekday> numberedWeekday(std::string_view text, const std::vector<Word> &words, const WeekdayPlace &place, std::string_view language, const LocalTime &today)
{
    const auto afterName = place.at + 1;
    const auto at = spanWordEnd(words, afterName, language, SpanWord::WithNumber);
    const auto number = at < words.size() ? dayNumber(words[at].text) : std::nullopt;
    if (!number || belongsToSigns(text, words[at]))
        return std::nullopt;
    const auto after = at + 1;
    const bool told = isOrdinal(words[at].text) || at > afterName; // "the 25th", "den 25."
    const bool sure = told || *number > lastClockHour;
    for (std::size_t i = afterName; i <= at; ++i) { // "Saturday, 4" may be two answers
        const bool point = i == afterName && words[i].breakBefore && text.substr(words[place.at].end).starts_with('.') && place.isShort;
        if (words[i].breakBefore && !point && !sure)
            return std::nullopt;
    }
    const bool inClause = after < words.size() && !words[after].breakBefore;
    const bool counts = inClause && (spanWordEnd(words, after, language, SpanWord::Counted) > after || spanWordEnd(words, after, language, SpanWord::Unit) > after);
    const bool hour = inClause && !told && *number <= 24 && spanWordEnd(words, after, language, SpanWord::OfDay) > after && (*number <= lastClockHour || language != "en");
    const auto ranged = inClause && !sure ? spanWordEnd(words, after, language, SpanWord::Range) : after;
    const bool hours = ranged > after && ranged < words.size() && dayNumber(words[ranged].text) && *dayNumber(words[ranged].text) <= lastClockHour && language == "en"; // "friday 3 to 5"
    if (counts || hour || hours)
        return std::nullopt;
    if (const auto day = agreeingDay(*number, place.weekday, today); day && (!place.isShort || isWrittenAsDate(text, words, place.at, at, language)))
        return NumberedWeekday {after, *day};
    if (place.isShort || !endsClause(words, after, language) || (!sure && language == "en"))
        return std::nullopt;
    const auto day = nextOfDayNumber(*number, today);
    return day ? std::optional {NumberedWeekday {after, *day}} : std::nullopt;
}

std::optional<int> monthIn(const std::vector<Word> &words, std::string_view language)
{
    static const std::set<std::string_view> before {"in", "during", "all", "im", "en", "em", "au", "nel", "a", "ad", "durante", "courant", "last", "next", "this", "of", "في", "شهر", "خلال"};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto month = meaning(words[i].text, language, DateWord::Month);
        const auto isDay = [&](std::size_t at) { return at < words.size() && dayNumber(words[at].text).has_value(); };
        if (month && before.contains(words[i - 1].text) && !isDay(i + 1))
            return month;
    }
    return std::nullopt;
}

bool isBefore(const LocalTime &a, const LocalTime &b)
{
    return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

LocalTime shiftedDays(const LocalTime &day, int byDays)
{
    using namespace std::chrono;
    const sys_days start {year_month_day {std::chrono::year {day.year}, std::chrono::month {static_cast<unsigned>(day.month)},
        std::chrono::day {static_cast<unsigned>(day.day)}}};
    const sys_days later = start + days {byDays};
    const year_month_day date {later};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(weekday {later}.iso_encoding()) - 1, day.minuteOfDay};
}

} // namespace foredeck
