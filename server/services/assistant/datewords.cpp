#include "server/services/assistant/datewords.h"

#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/daynumbers.h"
#include "server/services/assistant/holidays.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace foredeck {

namespace {

bool isPreposition(std::string_view word) { return word == "of" || word == "de" || word == "the" || word == "den" || word == "den" || word == "del"; }

std::chrono::sys_days dayOf(const LocalTime &time)
{
    using namespace std::chrono;
    return year_month_day {year {time.year}, month {static_cast<unsigned>(time.month)}, day {static_cast<unsigned>(time.day)}};
}

// A date without a year is the next one of its kind.
std::optional<LocalTime> nextDate(int month, int day, const LocalTime &today)
{
    const bool past = month < today.month || (month == today.month && day < today.day);
    return dateOf(today.year + (past ? 1 : 0), month, day);
}

class Reader {
public:
    Reader(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today)
        : m_text(text), m_words(words), m_language(language), m_monthFirst(region == "US" || region == "PH"), m_today(today)
    {
        m_today.minuteOfDay = 0;
    }

    std::optional<DayMention> at(std::size_t i) const
    {
        if (auto found = dayBeside(i))
            return found;
        if (auto found = dayRange(i))
            return found;
        return oneDay(i);
    }

    // "30 February", "31.11.", "yesterday": it stands for no day to come.
    bool namesNoDay(std::size_t i) const { return spanWordEnd(m_words, i, m_language, SpanWord::Past) > i || namesImpossible(i); }

    // "30 February", "31.11.": no calendar has it.
    bool namesImpossible(std::size_t i) const
    {
        const auto number = plainNumber(word(i));
        if (between(i) == '/' && number && plainNumber(word(i + 1)) && word(i).size() <= 2 && word(i + 1).size() <= 2)
            return !slashDate(i) && (isLikeADate(*number, *plainNumber(word(i + 1))) || isNoDateAfterOn(i, *number, *plainNumber(word(i + 1))));
        if (number && isNoDottedDay(i))
            return true;
        if (!dayNumber(word(i)) && !(number && word(i).size() == 2))
            return false;
        std::size_t next = i + 1;
        while (next < i + 3 && isPreposition(word(next)))
            ++next;
        const bool beforeMonth = meaning(word(next), m_language, DateWord::Month).has_value() && !isParted(i, next);
        const bool afterMonth = i > 0 && meaning(word(i - 1), m_language, DateWord::Month).has_value();
        return (beforeMonth && !monthDate(i)) || (afterMonth && !beforeMonth && !monthDate(i - 1));
    }

    // "14 December to 12 December", "December 14 to 12": it ends before it begins.
    bool isBackwards(std::size_t i) const
    {
        const auto first = oneDay(i);
        const auto second = first && !first->everyWeek ? afterRangeWord(i, first->end) : std::nullopt;
        if (!second)
            return false;
        if (const auto last = oneDay(*second))
            return !last->everyWeek && isBefore(last->day, first->day) && !isUnderWay(first->day, last->day);
        const auto number = dayNumber(word(*second));
        return number && meaning(word(i), m_language, DateWord::Month) && *number < first->day.day && endsClause(*second + 1);
    }

private:
    // "02/30", "31/11": a day and a month, and no calendar has it whichever stands first. Not "30/50 amp" or "24/7".
    bool isLikeADate(int a, int b) const
    {
        const auto isDayOf = [&](int day, int month) { return month >= 1 && month <= 12 && dateOf(m_today.year, month, day).has_value(); };
        return std::min(a, b) >= 1 && std::min(a, b) <= 12 && std::max(a, b) <= 31 && !isDayOf(a, b) && !isDayOf(b, a);
    }
    // "On 13/13": said as a day.
    bool isNoDateAfterOn(std::size_t i, int a, int b) const
    {
        constexpr int longestMonth = 31;
        return isSince(i) && a >= 1 && b >= 1 && std::max(a, b) <= longestMonth && !(i + 2 < m_words.size() && !m_words[i + 2].breakBefore && numberOf(word(i + 2), m_language));
    }
    // "29.02.2027", "31.02.", "2027-02-30": written as a date, and no calendar has it. "7.45" is a time, "30.5" a measure.
    bool isNoDottedDay(std::size_t i) const
    {
        const char sign = between(i);
        const auto second = plainNumber(word(i + 1));
        const bool yearFollows = (sign == '.' || sign == '-') && between(i + 1) == sign && plainNumber(word(i + 2)).has_value();
        if (!second || (sign != '.' && !yearFollows))
            return false;
        if (word(i).size() == 4)
            return yearFollows && sign == '-' && !isoDate(i) && *second <= 12 && *plainNumber(word(i + 2)) <= 31;
        if (sign != '.' || word(i).size() > 2 || word(i + 1).size() > 2)
            return false;
        const bool endsWithDot = m_words[i + 1].end < m_text.size() && m_text[m_words[i + 1].end] == '.' && m_words[i + 1].end + 1 < m_text.size();
        const bool written = yearFollows || (m_language != "en" && (word(i + 1).size() == 2 || endsWithDot));
        const auto first = *plainNumber(word(i));
        return written && !slashDate(i) && first >= 1 && first <= 31 && *second >= 1 && *second <= 12;
    }
    // "14 to 16 December", said on the 15th: the first day, which has no year, was read as that of the next.
    bool isUnderWay(const LocalTime &first, const LocalTime &last) const
    {
        constexpr std::chrono::days longestStay {62};
        const auto began = dateOf(first.year - 1, first.month, first.day);
        return began && !isBefore(m_today, *began) && !isBefore(last, m_today) && dayOf(last) - dayOf(*began) <= longestStay;
    }
    std::optional<DayMention> oneDay(std::size_t i) const
    {
        if (auto found = weekdayDate(i))
            return found;
        if (auto found = writtenDate(i))
            return found;
        if (const auto holiday = holidayAt(m_words, i, m_language, m_today))
            return DayMention {i, holiday->end, holiday->day, false, false, false, holiday->passed};
        return namedDay(i);
    }

    std::optional<DayMention> writtenDate(std::size_t i) const
    {
        if (auto found = isoDate(i))
            return found;
        if (auto found = slashDate(i))
            return found;
        return monthDate(i);
    }

    // "Friday 25", "monday 28th december", "Freitag, den 25.12.": weekday and date are one day, and the date tells which.
    std::optional<DayMention> weekdayDate(std::size_t i) const
    {
        if (isAnotherWord(i))
            return std::nullopt;
        const auto full = meaning(word(i), m_language, DateWord::Day);
        const auto named = full ? full : meaning(word(i), m_language, DateWord::ShortDay);
        if (!named)
            return std::nullopt;
        const auto at = spanWordEnd(m_words, i + 1, m_language, SpanWord::WithNumber);
        auto dated = dayRange(at);
        if (!dated)
            dated = writtenDate(at);
        if (dated && !dated->named) {
            const bool onlyNumber = dated->end == at + 1; // "the 25th", without its month: the weekday says which
            if (!onlyNumber)
                return DayMention {i, dated->end, dated->day, false, false, true, std::nullopt};
        }
        const auto numbered = numberedWeekday(m_text, m_words, {i, *named, !full}, m_language, m_today);
        return numbered ? std::optional {DayMention {i, numbered->end, numbered->day, false, false, true, std::nullopt}} : std::nullopt;
    }

    // "The day after Christmas", "la víspera de Navidad", "am Tag nach dem 24. Dezember".
    std::optional<DayMention> dayBeside(std::size_t i) const
    {
        const auto after = spanWordEnd(m_words, i, m_language, SpanWord::DayAfter);
        const auto before = spanWordEnd(m_words, i, m_language, SpanWord::DayBefore);
        auto at = std::max(after, before);
        if (at == i)
            return std::nullopt;
        while (at < m_words.size() && isPreposition(word(at)))
            ++at;
        const auto day = oneDay(at);
        if (!day || day->everyWeek)
            return std::nullopt;
        return made(i, day->end, shiftedDays(day->day, after > before ? 1 : -1));
    }

    // The word after which the second day of a range stands, from the word after the first: "to", "bis zum", "-".
    std::optional<std::size_t> afterRangeWord(std::size_t first, std::size_t at) const
    {
        if (at >= m_words.size())
            return std::nullopt;
        auto next = spanWordEnd(m_words, at, m_language, SpanWord::Range);
        if (next == at && joinsBetween(m_words, first, at, m_language))
            next = at + 1;
        if (next == at) {
            const auto gap = m_text.substr(m_words[at - 1].end, m_words[at].begin - m_words[at - 1].end);
            const bool dash = gap.find('-') != std::string_view::npos || gap.find("–") != std::string_view::npos;
            const bool apart = gap.find(' ') != std::string_view::npos && first > 0 && isForWord(word(first - 1), m_language);
            if (!dash || apart) // "a table for 4 - 15 December"
                return std::nullopt;
        }
        while (next < at + 3 && isPreposition(word(next)))
            ++next;
        return next;
    }

    // "12 to 15 December", "vom 12. bis 15. Dezember", "12-15.12.", "December 12 to 15": the day meant is the first.
    std::optional<DayMention> dayRange(std::size_t i) const
    {
        if (auto week = shortDays(i))
            return week;
        if (const auto first = dayNumber(word(i))) {
            const auto second = afterRangeWord(i, i + 1);
            auto last = second ? oneDay(*second) : std::nullopt;
            const auto number = second ? dayNumber(word(*second)) : std::nullopt;
            if (!number)
                return std::nullopt;
            const bool told = spanWordBegin(m_words, i, m_language, SpanWord::OnDay) < i || (isOrdinal(word(i)) && isOrdinal(word(*second)))
                || (m_language == "de" && m_text.substr(m_words[i].end).starts_with('.')); // "13. bis 15."
            if (!last && told && endsClause(*second + 1)) // "vom 12. bis 15.", "12th-15th"
                last = made(*second, *second + 1, nextOfNumber(*number, false));
            if (!last)
                return std::nullopt;
            const bool monthBefore = *first > last->day.day;
            const int month = last->day.month - (monthBefore ? 1 : 0);
            return made(i, last->end, dateOf(last->day.year - (month < 1 ? 1 : 0), month < 1 ? 12 : month, *first));
        }
        if (!meaning(word(i), m_language, DateWord::Month))
            return std::nullopt;
        auto first = monthDate(i);
        const auto second = first ? afterRangeWord(i, first->end) : std::nullopt;
        const auto last = second ? dayNumber(word(*second)) : std::nullopt;
        if (!last || *last <= first->day.day || !endsClause(*second + 1))
            return std::nullopt;
        first->end = *second + 1;
        return first;
    }
    // "Fr-So", "thu to sat": so short, a day is one only beside another.
    std::optional<DayMention> shortDays(std::size_t i) const
    {
        const auto day = [&](std::size_t at) {
            const auto full = meaning(word(at), m_language, DateWord::Day);
            return full ? full : meaning(word(at), m_language, DateWord::ShortDay);
        };
        const auto first = day(i);
        const auto second = first ? afterRangeWord(i, i + 1) : std::nullopt;
        if (!second || !day(*second))
            return std::nullopt;
        return DayMention {i, *second + 1, shiftedDays(m_today, (*first - m_today.weekday + 7) % 7)};
    }
    // Nothing stands there that a number before it could count.
    bool endsClause(std::size_t i) const
    {
        return i >= m_words.size() || m_words[i].breakBefore || isStopWord(word(i), m_language) || isForWord(word(i), m_language);
    }

    std::string_view word(std::size_t i) const { return i < m_words.size() ? std::string_view {m_words[i].text} : std::string_view {}; }
    // The single character between two neighbouring words, or 0.
    char between(std::size_t i) const
    {
        if (i + 1 >= m_words.size() || m_words[i + 1].begin != m_words[i].end + 1)
            return 0;
        return m_text[m_words[i].end];
    }
    std::optional<DayMention> made(std::size_t first, std::size_t end, const std::optional<LocalTime> &day) const
    {
        if (!day)
            return std::nullopt;
        return DayMention {first, end, *day};
    }

    std::optional<DayMention> isoDate(std::size_t i) const
    {
        const auto year = plainNumber(word(i));
        if (!year || word(i).size() != 4 || between(i) != '-' || between(i + 1) != '-')
            return std::nullopt;
        const auto month = plainNumber(word(i + 1));
        const auto day = plainNumber(word(i + 2));
        return month && day ? made(i, i + 3, dateOf(*year, *month, *day)) : std::nullopt;
    }

    std::optional<DayMention> slashDate(std::size_t i) const
    {
        const char sign = between(i);
        if (sign != '/' && sign != '.')
            return std::nullopt;
        auto first = plainNumber(word(i));
        auto second = plainNumber(word(i + 1));
        if (!first || !second || word(i).size() > 2 || word(i + 1).size() > 2)
            return std::nullopt;
        const bool yearFollows = between(i + 1) == sign && plainNumber(word(i + 2)).has_value();
        if (sign == '/' && !yearFollows && isPartOfAWhole(i, *first, *second))
            return std::nullopt;
        if (sign == '.' && !yearFollows && (*second > 12 || m_language == "en"))
            return std::nullopt; // "7.30" is a time, and in English "5.5" a measure
        if (m_monthFirst && sign == '/' && !(*first > 12 && *second <= 12 && !(*first == 24 && *second == 7))) // "25/12" can only be one day, whoever writes it
            std::swap(first, second);
        if (!yearFollows && *second > 12)
            return std::nullopt;
        if (!yearFollows)
            return made(i, i + 2, nextDate(*second, *first, m_today));
        auto year = *plainNumber(word(i + 2));
        year += year < 100 ? 2000 : 0;
        return made(i, i + 3, dateOf(year, *second, *first));
    }

    // "Pain 9/10", "my level went to 7/10": so many of ten; "a 3/4 inch pipe", "1/2 of it": so much of one.
    bool isPartOfAWhole(std::size_t i, int part, int whole) const
    {
        constexpr std::size_t reach = 8;
        constexpr int scale = 10;
        if (whole == scale && part <= scale && !isSince(i)) {
            for (auto at = i - std::min(i, reach); at < std::min(m_words.size(), i + 2 + reach); ++at) {
                if (isScaleWord(at))
                    return true;
            }
        }
        const bool fraction = part < whole && (whole == 2 || whole == 3 || whole == 4 || whole == 8);
        return fraction && spanWordEnd(m_words, i + 2, m_language, SpanWord::Measure) > i + 2;
    }

    // A few words say too little of their language.
    bool isScaleWord(std::size_t at) const
    {
        static constexpr std::string_view languages[] {"en", "es", "de", "fr", "it", "pt", "nl", "ar"};
        return std::any_of(std::begin(languages), std::end(languages), [&](std::string_view language) { return spanWordEnd(m_words, at, language, SpanWord::Scale) > at; });
    }
    // "Pain since 9/10", "el 9/10": names a day.
    bool isSince(std::size_t i) const
    {
        static constexpr std::string_view words[] {"since", "on", "seit", "am", "desde", "el", "depuis", "le", "dal", "il", "dia", "sinds", "op", "منذ", "يوم"};
        return i > 0 && std::find(std::begin(words), std::end(words), word(i - 1)) != std::end(words);
    }

    // With the year, where one follows.
    std::optional<DayMention> dated(std::size_t first, std::size_t end, int month, int day) const
    {
        const auto year = word(end).size() == 4 ? plainNumber(word(end)) : std::nullopt;
        if (year && *year >= m_today.year - 5 && *year <= m_today.year + 5)
            return made(first, end + 1, dateOf(*year, month, day));
        return made(first, end, nextDate(month, day, m_today));
    }

    std::optional<DayMention> monthDate(std::size_t i) const
    {
        if (const auto month = meaning(word(i), m_language, DateWord::Month)) { // March 4th
            if (const auto day = dayNumber(word(i + 1)))
                return dated(i, i + 2, *month, *day);
            if (isPreposition(word(i + 1)) && dayNumber(word(i + 2)))
                return dated(i, i + 3, *month, *dayNumber(word(i + 2)));
        }
        const auto day = dayNumber(word(i));
        if (!day)
            return std::nullopt;
        std::size_t next = i + 1; // 4th of March, 4 de marzo, 4. März
        while (next < i + 3 && isPreposition(word(next)))
            ++next;
        if (const auto month = meaning(word(next), m_language, DateWord::Month); month && !isParted(i, next))
            return dated(i, next + 1, *month, *day);
        return dayOfMonth(i, *day);
    }

    // "A room for 2, Dec 12-14": the month has a day of its own.
    bool isParted(std::size_t number, std::size_t month) const
    {
        const auto gap = m_text.substr(m_words[number].end, m_words[month].begin - m_words[number].end);
        return gap.find(',') != std::string_view::npos && dayNumber(word(month + 1)).has_value();
    }

    // "the 5th", "the 5th of next month": the next day of that number.
    std::optional<DayMention> dayOfMonth(std::size_t i, int day) const
    {
        if (m_language != "en" && !m_language.empty()) {
            const bool told = spanWordBegin(m_words, i, m_language, SpanWord::OnDay) < i && (endsClause(i + 1) || afterRangeWord(i, i + 1));
            return told ? made(i, i + 1, nextOfNumber(day, false)) : std::nullopt;
        }
        if (!isOrdinal(word(i)))
            return std::nullopt;
        const bool named = word(i + 1) == "of" && word(i + 3) == "month";
        const bool next = named && word(i + 2) == "next";
        if (!named && i > 0 && !isBeforeDay(word(i - 1)))
            return std::nullopt; // "the 5th floor" is after "the" too; what follows decides
        if (!named && i + 1 < m_words.size() && !m_words[i + 1].breakBefore && !isAfterDay(word(i + 1)))
            return std::nullopt;
        return made(i, named ? i + 4 : i + 1, nextOfNumber(day, next));
    }
    std::optional<LocalTime> nextOfNumber(int day, bool nextMonth) const
    {
        int month = m_today.month + (nextMonth || day < m_today.day ? 1 : 0);
        const int year = m_today.year + (month > 12 ? 1 : 0);
        month = month > 12 ? month - 12 : month;
        return dateOf(year, month, day);
    }
    static bool isBeforeDay(std::string_view w)
    {
        static constexpr std::string_view words[] {"the", "on", "until", "till", "from", "to", "by", "and", "through"};
        return std::find(std::begin(words), std::end(words), w) != std::end(words);
    }
    static bool isAfterDay(std::string_view w)
    {
        static constexpr std::string_view words[] {"at", "to", "until", "till", "and", "through", "for", "in", "please", "from", "or", "around", "instead", "with", "if", "works", "is", "would"};
        return std::find(std::begin(words), std::end(words), w) != std::end(words);
    }

    std::optional<DayMention> namedDay(std::size_t i) const
    {
        const auto w = word(i);
        if (isAnotherWord(i))
            return std::nullopt;
        if (const auto end = spanWordEnd(m_words, i, m_language, SpanWord::AfterTomorrow); end > i)
            return DayMention {i, end, shiftedDays(m_today, 2)};
        if (meaning(w, m_language, DateWord::Today))
            return DayMention {i, i + 1, m_today};
        if (meaning(w, m_language, DateWord::Tomorrow) && !isMorning(i))
            return DayMention {i, i + 1, shiftedDays(m_today, 1)};
        const auto weekend = spanWordEnd(m_words, i, m_language, SpanWord::Weekend);
        if (weekend > i || meaning(w, m_language, DateWord::Weekend)) {
            DayMention found {i, std::max(weekend, i + 1), shiftedDays(m_today, (5 - m_today.weekday + 7) % 7)};
            found.weekend = found.everyWeek = true;
            return found;
        }
        auto index = meaning(w, m_language, DateWord::Day);
        const bool plural = !index || meaning(w, m_language, DateWord::EveryDay).has_value();
        if (!index)
            index = meaning(w, m_language, DateWord::EveryDay);
        if (!index)
            return std::nullopt;
        DayMention found {i, i + 1, shiftedDays(m_today, (*index - m_today.weekday + 7) % 7)};
        found.everyWeek = plural || found.day.weekday == *index;
        return found;
    }

    // "We'd like", typed without its apostrophe too, and "we sat in traffic": no Wednesday, no Saturday.
    bool isAnotherWord(std::size_t i) const
    {
        static const std::set<std::string_view> wishes {"like", "love", "prefer", "need", "want", "be", "have", "also", "rather", "really", "appreciate", "just", "all", "both", "still", "only", "better", "probably"};
        static const std::set<std::string_view> sitters {"i", "we", "you", "he", "she", "they", "who", "have", "has", "had", "just", "people", "guests", "and", "kids"};
        static const std::set<std::string_view> seats {"in", "down", "there", "here", "outside", "inside", "waiting", "next", "beside", "around", "on", "together", "through"};
        const auto before = i > 0 ? word(i - 1) : std::string_view {};
        if (word(i) == "wed")
            return isContraction(i) || wishes.contains(word(i + 1));
        return word(i) == "sat" && (sitters.contains(before) || seats.contains(word(i + 1)));
    }
    bool isContraction(std::size_t i) const { return m_words[i].end - m_words[i].begin > m_words[i].text.size(); }

    // "guten Morgen", "por la mañana", "this morning" are no tomorrow.
    bool isMorning(std::size_t i) const
    {
        const auto before = i > 0 ? word(i - 1) : std::string_view {};
        return before == "guten" || before == "la" || before == "goede" || before == "jeden" || (before == "am" && m_language == "de");
    }

    std::string_view m_text;
    const std::vector<Word> &m_words;
    std::string_view m_language;
    bool m_monthFirst;
    LocalTime m_today;
};

} // namespace

std::vector<DayMention> daysIn(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today)
{
    const Reader reader {text, words, language, region, today};
    std::vector<DayMention> found;
    for (std::size_t i = 0; i < words.size();) {
        if (const auto mention = reader.at(i)) {
            found.push_back(*mention);
            i = mention->end;
        } else {
            ++i;
        }
    }
    return found;
}

bool namesNoDayToCome(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today)
{
    const Reader reader {text, words, language, region, today};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reader.namesNoDay(i))
            return true;
    }
    const auto days = daysIn(text, words, language, region, today);
    return std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return isBefore(d.day, today); });
}

bool namesImpossibleDay(std::string_view text, const std::vector<Word> &words, std::string_view language, std::string_view region, const LocalTime &today)
{
    const Reader reader {text, words, language, region, today};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (reader.namesImpossible(i) || reader.isBackwards(i))
            return true;
    }
    return false;
}

} // namespace foredeck
