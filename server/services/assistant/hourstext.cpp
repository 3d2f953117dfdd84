#include "server/services/assistant/hourstext.h"

#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/daynumbers.h"
#include "server/services/assistant/facts.h"
#include "server/services/assistant/holidays.h"
#include "server/services/assistant/phrases.h"
#include "server/services/language/stem.h"

#include <algorithm>

#include <fmt/format.h>

namespace foredeck {

namespace {

using phrases::Values;

constexpr int sameSeason = 14; ///< days: who has told that Christmas is closed has thought of New Year too

class HoursTeller {
public:
    HoursTeller(const HoursQuestion &question, const Location &place)
        : m_question(question), m_place(place), m_now(question.zones->toLocal(question.now, place.hours.zone).valueOr({})) { }

    bool told() const { return m_place.hours.told() && m_question.zones->isKnown(m_place.hours.zone); }

    std::string answer(const Utterance &utterance)
    {
        const auto days = daysOf(utterance);
        if (m_place.hours.always && m_place.hours.closedDates.empty())
            return say("hours_open_always", {});
        if (const auto month = days.empty() ? monthIn(utterance.words, m_question.language) : std::nullopt)
            return week() + closedIn(*month);
        if (days.empty())
            return asksForNow(utterance) ? now() : week() + closedSoon();
        if (days.size() == 1 && !days.front().everyWeek && asksForRest(utterance, days.front().day))
            return now();
        std::string text;
        for (const auto &mention : days) {
            append(text, mention.passed ? passed(*mention.passed, mention.day) : dayOrNight(mention, utterance));
            if (mention.weekend)
                append(text, day(shiftedDays(mention.day, 1), true));
        }
        return text;
    }

    bool isUnsure() const { return m_isUnsure; } ///< of what it has answered

    bool isClosedThen(const Utterance &utterance) const
    {
        const auto days = daysOf(utterance);
        return !days.empty() && std::all_of(days.begin(), days.end(), [&](const auto &mention) { return !mention.weekend && !mention.passed && isClosed(mention.day) && !reachesInto(mention, utterance); });
    }

    std::string clock() const
    {
        const auto name = phrases::list("day_names", m_question.language)[static_cast<std::size_t>(m_now.weekday)];
        return say("clock", {{"day", phrases::say("day_date", m_question.language, {}, {{"day", name}, {"date", dateText(m_now)}})}, {"time", minuteText(m_now.minuteOfDay)}});
    }

    std::optional<std::string> nextOpening() const
    {
        const auto state = openStateAt(m_place.hours, m_question.now, *m_question.zones);
        if (state.hasError() || state.value().open || !state.value().nextOpening)
            return std::nullopt;
        return isUntoldHoliday(dayOf(*state.value().nextOpening)) ? std::string {} : moment(*state.value().nextOpening);
    }

private:
    // Each day once: "the 28th, that's a Monday" and "tomorrow, Monday" name one.
    std::vector<DayMention> daysOf(const Utterance &utterance) const
    {
        const auto all = daysIn(utterance.text, utterance.words, m_question.language, m_question.region, m_now);
        std::vector<DayMention> days;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto isToldBy = [&](std::size_t other) {
                const bool same = !isBefore(all[i].day, all[other].day) && !isBefore(all[other].day, all[i].day);
                const bool sameKind = all[i].everyWeek == all[other].everyWeek && all[i].weekend == all[other].weekend;
                const bool nameOf = all[i].everyWeek && !all[i].weekend && !all[other].everyWeek && all[i].day.weekday == all[other].day.weekday;
                return nameOf || (same && sameKind && other < i);
            };
            bool told = false;
            for (std::size_t other = 0; other < all.size(); ++other)
                told = told || (other != i && isToldBy(other));
            if (!told)
                days.push_back(all[i]);
        }
        return days;
    }

    std::string say(std::string_view key, Values values) const
    {
        values["place"] = placeName();
        return phrases::say(key, m_question.language, m_place.id.value + std::string {key}, values);
    }
    // The one place of a business goes by the business's name.
    std::string placeName() const
    {
        return m_question.locations.size() == 1 || m_place.name.empty() ? m_question.business : m_place.name;
    }
    static void append(std::string &text, const std::string &sentence) { text += (text.empty() || sentence.empty() ? "" : " ") + sentence; }

    // "Are you open?", "still open now?"; "what are your hours?" asks for the week, and so does "are you open at ten?" or a
    // day that we cannot read.
    bool asksForNow(const Utterance &utterance) const
    {
        const auto &words = utterance.words;
        const bool ofNow = std::any_of(words.begin(), words.end(), [](const Word &w) { return isNowWord(w.text); });
        const bool namesTime = std::any_of(words.begin(), words.end(), [](const Word &w) { return w.text.front() >= '0' && w.text.front() <= '9'; });
        const bool asksWhen = anyHit(utterance.hits, "hours.week");
        const auto terms = termsOf(words, m_question.language);
        const bool namesMore = std::any_of(terms.begin(), terms.end(), [](const Term &t) { return !t.minor && t.key != "=hours"; });
        return ofNow || (!asksWhen && !namesMore && !namesTime && words.size() <= 6);
    }

    // "Are you still open today?", or of a day whose hours are over: what they were is no answer.
    bool asksForRest(const Utterance &utterance, const LocalTime &day) const
    {
        const bool today = day.year == m_now.year && day.month == m_now.month && day.day == m_now.day;
        if (!today || isClosed(day))
            return false;
        const auto state = openStateAt(m_place.hours, m_question.now, *m_question.zones);
        const bool open = state.hasError() || state.value().open;
        const auto next = open || !state.value().nextOpening ? LocalTime {} : m_question.zones->toLocal(*state.value().nextOpening, m_place.hours.zone).valueOr({});
        const bool over = !open && !(next.day == m_now.day && next.month == m_now.month);
        return over || std::any_of(utterance.words.begin(), utterance.words.end(), [](const Word &w) { return isNowWord(w.text); });
    }

    std::string now()
    {
        const auto state = openStateAt(m_place.hours, m_question.now, *m_question.zones);
        if (state.hasError())
            return week();
        if (const auto begun = isOpenSinceEve() ? shiftedDays(today(), -1) : today(); state.value().open && isUntoldHoliday(begun))
            return holiday(begun);
        if (state.value().open)
            return state.value().closesAt ? say("hours_open", {{"until", clock(*state.value().closesAt)}}) : say("hours_open_always", {});
        if (!state.value().nextOpening)
            return say("hours_closed_long", {});
        if (const auto day = dayOf(*state.value().nextOpening); isUntoldHoliday(day))
            return phrases::say("closed_now", m_question.language, m_place.id.value, {{"business", placeName()}}) + " " + holiday(day);
        return say("hours_closed", {{"when", moment(*state.value().nextOpening)}});
    }

    bool isClosedDate(const LocalTime &date) const
    {
        const auto &closed = m_place.hours.closedDates;
        return std::find(closed.begin(), closed.end(), fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day)) != closed.end();
    }
    const std::vector<OpenWindow> &windowsOf(const LocalTime &date) const { return m_place.hours.week[static_cast<std::size_t>(date.weekday)]; }
    bool isAlwaysOpen() const { return m_place.hours.always || (m_place.hours.neverCloses() && m_place.hours.closedDates.empty()); }
    bool isClosed(const LocalTime &date) const { return isClosedDate(date) || (windowsOf(date).empty() && !m_place.hours.always); }

    // The hours of the evening before that run into a day, which they do not belong to.
    const OpenWindow *lateHoursInto(const LocalTime &date) const
    {
        const auto eve = shiftedDays(date, -1);
        if (isClosed(eve) || isAlwaysOpen())
            return nullptr;
        const auto &last = windowsOf(eve).back();
        return last.end > 0 && last.end <= last.start ? &last : nullptr;
    }
    bool isOpenSinceEve() const
    {
        const auto *late = lateHoursInto(today());
        const auto state = openStateAt(m_place.hours, m_question.now, *m_question.zones);
        return late && m_now.minuteOfDay < late->end && state.hasValue() && state.value().open;
    }
    bool isToday(const DayMention &mention) const { return !mention.everyWeek && !isBefore(mention.day, m_now) && !isBefore(m_now, mention.day); }
    bool reachesInto(const DayMention &mention, const Utterance &utterance) const
    {
        if (isToday(mention)) // what began yesterday is either running or over
            return isOpenSinceEve();
        const auto *late = lateHoursInto(mention.day);
        return late && namesTimeBefore(late->end, utterance.words, utterance.hits);
    }

    // "Until when are you open tonight?" at one in the night; "are you open on Saturday at 1 am?": these are Friday's hours.
    std::string dayOrNight(const DayMention &mention, const Utterance &utterance)
    {
        if (!reachesInto(mention, utterance))
            return day(mention.day, mention.everyWeek);
        std::string text = isToday(mention) ? now() : day(shiftedDays(mention.day, -1), mention.everyWeek);
        append(text, isToday(mention) && isClosed(mention.day) ? afterwards() : day(mention.day, mention.everyWeek));
        return text;
    }

    // When it opens once more after it has closed; empty where that is not certain.
    std::string afterwards() const
    {
        const auto state = openStateAt(m_place.hours, m_question.now, *m_question.zones);
        if (state.hasError() || !state.value().closesAt)
            return {};
        const auto then = openStateAt(m_place.hours, *state.value().closesAt, *m_question.zones);
        if (then.hasError() || !then.value().nextOpening || isUntoldHoliday(dayOf(*then.value().nextOpening)))
            return {};
        return say("hours_then", {{"when", moment(*then.value().nextOpening)}});
    }

    std::string day(const LocalTime &date, bool everyWeek)
    {
        const Values name {{"day", dayPhrase(date, everyWeek && !isClosedDate(date))}};
        if (isClosed(date))
            return say("hours_day_closed", name);
        if (m_place.hours.always)
            return say("hours_open_always", {});
        if (isUntoldHoliday(date)) // "on Friday" is the next one too
            return holiday(date);
        if (isAlwaysOpen())
            return say("hours_open_always", {});
        auto values = name;
        values["windows"] = windowsText(windowsOf(date));
        return say("hours_day", values);
    }

    // Many close on it, and the business has told nothing of the days around it: the hours of the week promise nothing.
    bool isUntoldHoliday(const LocalTime &date) const
    {
        if (m_place.hours.always || isClosed(date) || !isHoliday(date, m_question.region))
            return false;
        for (int i = -sameSeason; i <= sameSeason; ++i) {
            if (isClosedDate(shiftedDays(date, i)))
                return false;
        }
        return true;
    }
    std::string holiday(const LocalTime &date)
    {
        m_isUnsure = true;
        return say("hours_holiday", {{"usual", dayPhrase(date, true)}, {"day", dayPhrase(date, false)}, {"windows", windowsText(windowsOf(date))}});
    }

    // A feast that was days ago: what held then is known, what holds in a year is not.
    std::string passed(const LocalTime &last, const LocalTime &next) const
    {
        return say(isClosed(last) ? "hours_passed_closed" : "hours_passed_open", {{"day", dayPhrase(last, false)}, {"next", dayPhrase(next, false)}, {"windows", windowsText(windowsOf(last))}});
    }

    // The days of a month on which it stays closed although the week says otherwise.
    std::string closedIn(int month) const
    {
        std::string text;
        auto date = LocalTime {m_now.year + (month < m_now.month ? 1 : 0), month, m_now.month == month ? m_now.day : 1, 0, 0};
        for (date = shiftedDays(date, 0); date.month == month; date = shiftedDays(date, 1)) {
            if (isClosedDate(date))
                text += " " + say("hours_day_closed", {{"day", dayPhrase(date, false)}});
        }
        return text;
    }

    std::string week() const
    {
        if (m_place.hours.neverCloses())
            return say("hours_open_always", {});
        const auto names = phrases::list("day_names", m_question.language);
        const auto &days = m_place.hours.week;
        std::string text;
        for (std::size_t i = 0; i < 7;) { // neighbouring days of the same hours stand together
            std::size_t end = i + 1;
            while (end < 7 && days[end] == days[i])
                ++end;
            const auto closed = phrases::say("closed_word", m_question.language, {}, {});
            if (!text.empty())
                text += "; ";
            text += end - i == 1 ? names[i] : end - i == 2 ? names[i] + ", " + names[end - 1]
                                                           : names[i] + " " + phrases::say("to", m_question.language, {}, {}) + " " + names[end - 1];
            text += ": " + (days[i].empty() ? closed : windowsText(days[i]));
            i = end;
        }
        return say("hours_week", {{"week", text}});
    }

    // Of the next seven days, today first, those that stay closed although the week says otherwise.
    std::string closedSoon() const
    {
        std::string text;
        for (int i = 0; i < 7; ++i) {
            const auto date = shiftedDays({m_now.year, m_now.month, m_now.day, m_now.weekday, 0}, i);
            if (isClosedDate(date) && (m_place.hours.always || !windowsOf(date).empty()))
                text += " " + say("hours_day_closed", {{"day", dayPhrase(date, false)}});
        }
        return text;
    }

    LocalTime dayOf(Timestamp t) const
    {
        auto day = m_question.zones->toLocal(t, m_place.hours.zone).valueOr({});
        day.minuteOfDay = 0;
        return day;
    }
    LocalTime today() const { return {m_now.year, m_now.month, m_now.day, m_now.weekday, 0}; }

    std::string dayPhrase(const LocalTime &date, bool everyWeek) const
    {
        const auto names = phrases::list("day_names", m_question.language);
        const auto today = this->today();
        const auto same = [](const LocalTime &a, const LocalTime &b) { return a.year == b.year && a.month == b.month && a.day == b.day; };
        if (same(date, today) && !everyWeek)
            return phrases::say("today", m_question.language, {}, {});
        if (same(date, shiftedDays(today, 1)) && !everyWeek)
            return phrases::say("tomorrow", m_question.language, {}, {});
        auto name = names[static_cast<std::size_t>(date.weekday)];
        if (!everyWeek)
            name = phrases::say("day_date", m_question.language, {}, {{"day", name}, {"date", dateText(date)}});
        return phrases::say("on_day", m_question.language, {}, {{"day", name}});
    }

    std::string dateText(const LocalTime &date) const
    {
        const bool other = date.year != m_now.year; // a year that is not this one is told
        if (m_question.language == "de")
            return fmt::format("{}.{}.", date.day, date.month) + (other ? std::to_string(date.year) : std::string {});
        const auto text = m_question.region == "US" ? fmt::format("{}/{}", date.month, date.day) : fmt::format("{}/{}", date.day, date.month);
        return other ? text + "/" + std::to_string(date.year) : text;
    }

    std::string minuteText(int minute) const
    {
        minute %= 24 * 60;
        const int hour = minute / 60;
        if (m_question.language != "en")
            return fmt::format("{}:{:02}", hour, minute % 60);
        const int twelve = hour % 12 == 0 ? 12 : hour % 12;
        return fmt::format("{}:{:02} {}", twelve, minute % 60, hour < 12 ? "am" : "pm");
    }

    std::string windowsText(const std::vector<OpenWindow> &windows) const
    {
        std::string text;
        for (const auto &window : windows)
            text += (text.empty() ? "" : ", ") + windowText(window);
        return text;
    }
    std::string windowText(const OpenWindow &window) const
    {
        if (window == OpenWindow {})
            return phrases::say("all_day", m_question.language, {}, {});
        const auto from = minuteText(window.start);
        const auto until = minuteText(window.end);
        return window.length() < minutesOfDay ? from + "–" + until : phrases::say("until_next_day", m_question.language, {}, {{"from", from}, {"until", until}});
    }

    std::string clock(Timestamp t) const
    {
        return minuteText(m_question.zones->toLocal(t, m_place.hours.zone).valueOr({}).minuteOfDay);
    }

    std::string moment(Timestamp t) const
    {
        const auto local = m_question.zones->toLocal(t, m_place.hours.zone).valueOr({});
        return phrases::say("at_time", m_question.language, {}, {{"day", dayPhrase(local, false)}, {"time", minuteText(local.minuteOfDay)}});
    }

    const HoursQuestion &m_question;
    const Location &m_place;
    LocalTime m_now;
    bool m_isUnsure = false;
};

bool isNamed(const Location &place, const Utterance &utterance)
{
    const auto name = wordsOf(place.name);
    const auto same = [](const Word &a, const Word &b) { return a.text == b.text; };
    return !name.empty() && std::search(utterance.words.begin(), utterance.words.end(), name.begin(), name.end(), same) != utterance.words.end();
}

} // namespace

HoursAnswer answerHours(const Utterance &utterance, const HoursQuestion &question)
{
    std::vector<const Location *> asked;
    for (const auto &place : question.locations) {
        if (isNamed(place, utterance))
            asked.push_back(&place);
    }
    const bool anyNamed = !asked.empty();
    HoursAnswer result;
    int told = 0;
    for (const auto &place : question.locations) {
        if (anyNamed && std::find(asked.begin(), asked.end(), &place) == asked.end())
            continue;
        HoursTeller teller {question, place};
        if (!teller.told() || ++told > 3)
            continue;
        const bool closed = teller.isClosedThen(utterance);
        result.closed = result.known ? result.closed && closed : closed;
        result.known = true;
        result.text += (result.text.empty() ? "" : " ") + teller.answer(utterance);
        result.unsure = result.unsure || teller.isUnsure();
    }
    return result;
}

std::string clockText(const HoursQuestion &question)
{
    if (question.locations.empty() || !question.zones->isKnown(question.locations.front().hours.zone))
        return {};
    return HoursTeller {question, question.locations.front()}.clock();
}

std::optional<std::string> nextOpeningText(const HoursQuestion &question)
{
    // Said only where it is the same for everybody: with one place.
    if (question.locations.size() != 1)
        return std::nullopt;
    const HoursTeller teller {question, question.locations.front()};
    return teller.told() ? teller.nextOpening() : std::nullopt;
}

} // namespace foredeck
