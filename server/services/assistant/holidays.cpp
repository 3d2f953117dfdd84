#include "server/services/assistant/holidays.h"

#include "lexicon.h"
#include "models/core/text.h"
#include "server/services/assistant/datewords.h"
#include "server/services/language/lexiconline.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <string>

namespace foredeck {

namespace {

using namespace std::chrono;

struct Rule {
    enum class Kind { Date, Weekday, Easter } kind = Kind::Date;
    int month = 1;
    int day = 1; ///< of the month, of the week from Monday 0, or after Easter
    int nth = 1;
};
struct Name {
    std::vector<std::string> words;
    Rule rule;
};
struct Closing {
    Rule rule;
    std::vector<std::string_view> regions; ///< none: everywhere
};
struct Holidays {
    std::map<std::string, std::vector<Name>, std::less<>> names; ///< by language
    std::vector<Closing> closings; ///< on which many close
};

int numberIn(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Rule ruleOf(std::string_view when)
{
    if (when.starts_with("easter"))
        return {Rule::Kind::Easter, 1, numberIn(trimmed(when.substr(6))), 1};
    if (when.size() == 5 && when[2] == '-')
        return {Rule::Kind::Date, numberIn(when.substr(0, 2)), numberIn(when.substr(3)), 1};
    static constexpr std::string_view days[] {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    const auto name = when.substr(3, when.rfind(' ') - 3);
    const auto weekday = std::find(std::begin(days), std::end(days), name) - std::begin(days);
    return {Rule::Kind::Weekday, numberIn(when), static_cast<int>(weekday), numberIn(when.substr(when.rfind(' ') + 1))};
}

const Holidays &holidays()
{
    static const auto all = [] {
        Holidays result;
        for (const auto line : partsOf(lexicon::holidays, '\n')) {
            if (line.empty() || line.front() == '#')
                continue;
            const auto fields = partsOf(line, '|');
            const auto marked = partsOf(fields[0], '@'); // "05-01 @ DE FR"
            const auto rule = ruleOf(marked[0]);
            if (marked.size() == 1)
                result.closings.push_back({rule, {}});
            else if (marked[1] != "usual")
                result.closings.push_back({rule, partsOf(marked[1], ' ')});
            for (std::size_t i = 1; i < fields.size(); ++i) {
                for (const auto phrase : partsOf(fields[i].substr(3), ',')) {
                    Name name {{}, rule};
                    for (auto &word : wordsOf(phrase))
                        name.words.push_back(std::move(word.text));
                    result.names[std::string {fields[i].substr(0, 2)}].push_back(std::move(name));
                }
            }
        }
        return result;
    }();
    return all;
}

// Gauss's rule in the form of Meeus, Jones and Butcher; western churches.
sys_days easterOf(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    return sys_days {std::chrono::year {year} / (n / 31) / (n % 31 + 1)};
}

sys_days dayIn(int year, const Rule &rule)
{
    switch (rule.kind) {
    case Rule::Kind::Date:
        return sys_days {std::chrono::year {year} / rule.month / rule.day};
    case Rule::Kind::Weekday:
        return sys_days {std::chrono::year {year} / rule.month / weekday {static_cast<unsigned>((rule.day + 1) % 7)}[static_cast<unsigned>(rule.nth)]};
    case Rule::Kind::Easter:
        return easterOf(year) + days {rule.day};
    }
    return {};
}

constexpr days justPassed {10};

LocalTime localDay(sys_days day, const LocalTime &today)
{
    auto from = today;
    from.minuteOfDay = 0;
    return shiftedDays(from, static_cast<int>((day - sys_days {year {today.year} / today.month / today.day}).count()));
}

HolidayMention mentionOf(const Rule &rule, std::size_t end, const LocalTime &today)
{
    const auto now = sys_days {year {today.year} / today.month / today.day};
    auto next = dayIn(today.year, rule);
    if (next < now)
        next = dayIn(today.year + 1, rule);
    HolidayMention mention {end, localDay(next, today), std::nullopt};
    for (const int of : {today.year, today.year - 1}) {
        if (const auto last = dayIn(of, rule); last < now && now - last <= justPassed)
            mention.passed = localDay(last, today);
    }
    return mention;
}

} // namespace

std::optional<HolidayMention> holidayAt(const std::vector<Word> &words, std::size_t at, std::string_view language, const LocalTime &today)
{
    const Name *best = nullptr;
    for (const auto lang : {language, std::string_view {"en"}}) {
        const auto known = holidays().names.find(lang);
        if (known == holidays().names.end())
            continue;
        for (const auto &name : known->second) {
            const bool fits = at + name.words.size() <= words.size()
                && std::equal(name.words.begin(), name.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at), [](const std::string &a, const Word &b) { return a == b.text; });
            if (fits && (!best || name.words.size() > best->words.size()))
                best = &name;
        }
    }
    return best ? std::optional {mentionOf(best->rule, at + best->words.size(), today)} : std::nullopt;
}

bool isHoliday(const LocalTime &day, std::string_view region)
{
    const auto date = sys_days {year {day.year} / day.month / day.day};
    const auto &closings = holidays().closings;
    return std::any_of(closings.begin(), closings.end(), [&](const Closing &c) {
        const bool here = c.regions.empty() || region.empty() || std::find(c.regions.begin(), c.regions.end(), region) != c.regions.end();
        return here && dayIn(day.year, c.rule) == date;
    });
}

} // namespace foredeck
