#include "server/services/assistant/builtinturn.h"

#include "server/services/assistant/datelexicon.h"
#include "server/services/assistant/datespans.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/daynumbers.h"
#include "server/services/language/stem.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

// "08:00".
bool namesMinutes(std::string_view text)
{
    const auto isDigit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    for (auto at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
        if (at > 0 && isDigit(at - 1) && isDigit(at + 1) && isDigit(at + 2))
            return true;
    }
    return false;
}

// "08:00", "8 am to 8 pm", "7 to 10 am", "das 9 às 17 horas"; no "2 to 5 days", and no "children aged 3 to 12".
bool namesTime(const std::string &text, std::string_view language)
{
    static constexpr std::array<std::string_view, 5> clocks {"am", "pm", "h", "uhr", "heures"};
    static constexpr std::array<std::string_view, 14> joins {"to", "until", "till", "and", "bis", "a", "al", "as", "hasta", "ate", "au", "alle", "tot", "y"};
    const auto words = wordsOf(text);
    const auto isOneOf = [&](const auto &names, std::size_t at) { return at < words.size() && std::find(names.begin(), names.end(), words[at].text) != names.end(); };
    const auto isHour = [&](std::size_t at) {
        const auto digits = at < words.size() ? std::string_view {words[at].text}.find_first_not_of("0123456789") : 0;
        const auto length = digits == std::string_view::npos ? words[at].text.size() : digits;
        return length > 0 && length <= 2 && std::stoi(words[at].text.substr(0, length)) <= 24;
    };
    const auto hasClock = [&](std::size_t at) { // "8am"
        const auto digits = words[at].text.find_first_not_of("0123456789");
        const auto unit = digits == std::string::npos ? std::string_view {} : std::string_view {words[at].text}.substr(digits);
        return unit == "am" || unit == "pm" || unit == "h";
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto join = i + (isOneOf(clocks, i + 1) ? 2 : 1);
        const auto after = join + 2;
        if (!isHour(i) || !isOneOf(joins, join) || !isHour(join + 1))
            continue;
        const bool counted = after < words.size() && (spanWordEnd(words, after, language, SpanWord::Unit) > after || spanWordEnd(words, after, language, SpanWord::Counted) > after);
        const bool ofDay = after < words.size() && spanWordEnd(words, after, language, SpanWord::OfDay) > after;
        const bool byClock = join > i + 1 || isOneOf(clocks, after) || hasClock(i) || hasClock(join + 1);
        if (ofDay || (byClock && !counted))
            return true;
    }
    return namesMinutes(text);
}

} // namespace

// "Can I come on Sunday?", "when can I come by?", and nothing that it would be for.
bool BuiltinTurn::asksToCome(const Utterance &u) const
{
    const auto come = hitsOf(u.hits, "ask.come");
    // Where it is always open, whether one may come is no question of hours: one wants a room.
    const bool always = std::any_of(m_turn.locations.begin(), m_turn.locations.end(), [](const Location &l) { return l.hours.always; });
    if (come.empty() || always)
        return false;
    const auto terms = termsOf(u.words, m_input.language);
    const bool more = std::any_of(terms.begin(), terms.end(), [&](const Term &t) {
        return !t.minor && t.key != "=hours" && t.key != "=night" && (t.firstWord < come.front().first || t.endWord > come.front().end);
    });
    const bool when = std::any_of(terms.begin(), terms.end(), [](const Term &t) { return t.key == "=when" || t.key == "=hours"; });
    return !more && (when || m_intake.wanted || namesMoment(u));
}

// "On Friday", "at 10".
bool BuiltinTurn::namesMoment(const Utterance &u) const
{
    const bool number = std::any_of(u.words.begin(), u.words.end(), [](const Word &w) { return w.text.front() >= '0' && w.text.front() <= '9'; });
    return number || !factsIn(u.text, m_context, m_book).when.empty();
}

// The hours are told, and a day that is named, or what is said while a wish is taken down, is noted for the team. On a day
// when nobody is there, there is nothing to note.
void BuiltinTurn::answerComing(const Utterance &u)
{
    const bool open = answerHoursQuestion(u);
    if (open && (m_intake.wanted || namesMoment(u)))
        takeRequest(u);
}

// "Is it open at ten?", "what are the hours?", of the pool that was just told of and has hours of its own: those of the
// house would be no answer.
bool BuiltinTurn::asksHoursOfSubject(const Utterance &u) const
{
    if (anyHit(u.hits, "ask.house") || asksBesideHours(u))
        return false;
    const auto &decisions = m_turn.decisions;
    const auto about = context(u);
    const auto toldWithTimes = [&](const std::vector<PassageUse> &passages) {
        return std::any_of(passages.begin(), passages.end(), [&](const PassageUse &p) { return p.used && p.document == about.told && namesTime(p.text, m_input.language); });
    };
    return !about.told.empty() && (toldWithTimes(m_result.passages) || (!decisions.empty() && toldWithTimes(decisions.back().passages)));
}

// "On Sunday?", where nothing else or the hours have been spoken of.
bool BuiltinTurn::asksOnlyForADay(const Utterance &u) const
{
    const auto days = daysIn(u.text, u.words, m_context.language, m_context.region, m_context.today);
    const auto terms = termsOf(u.words, m_input.language);
    const bool weekday = std::any_of(days.begin(), days.end(), [](const DayMention &d) { return d.everyWeek || d.named; });
    const bool ofHours = !m_turn.decisions.empty() && m_turn.decisions.back().intent == "hours"; // "and the 28th?"
    const auto isOfADay = [&](const Term &t) { return t.minor || std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return spanWordBegin(u.words, d.first, m_context.language, SpanWord::OnDay) <= t.firstWord && t.firstWord < d.end; }); };
    if (!(u.marked || ofHours) || !m_intake.pending.empty() || !(weekday || (ofHours && !days.empty())) || !std::all_of(terms.begin(), terms.end(), isOfADay))
        return false;
    return m_turn.decisions.empty() || ofHours;
}

// "Open on Dec 24?", "Haben Sie am 24. Dezember offen?", "are you open in January?": it names a day or month, asks whether it is
// open, and nothing else.
bool BuiltinTurn::asksHoursOfADay(const Utterance &u) const
{
    const auto days = daysIn(u.text, u.words, m_context.language, m_context.region, m_context.today);
    const auto terms = termsOf(u.words, m_input.language);
    const auto hours = std::find_if(terms.begin(), terms.end(), [](const Term &t) { return t.key == "=hours"; });
    const bool names = !days.empty() || monthIn(u.words, m_context.language) || namesImpossibleDay(u.text, u.words, m_context.language, m_context.region, m_context.today);
    if (hours == terms.end() || !names || anyHit(u.hits, "kind.place"))
        return false;
    if (!u.marked && (!m_intake.pending.empty() || hours->firstWord > 1))
        return false; // "I am open on Friday" is said of oneself
    static constexpr std::array<std::string_view, 14> beside {"after", "before", "past", "nach", "vor", "despues", "antes", "apres", "avant", "dopo", "prima", "depois", "voor", "بعد"}; // an hour: "after 3"
    return std::all_of(terms.begin(), terms.end(), [&](const Term &t) {
        if (std::find(beside.begin(), beside.end(), u.words[t.firstWord].text) != beside.end())
            return true;
        const auto isSpan = [&](SpanWord kind) { return spanWordEnd(u.words, t.firstWord, m_context.language, kind) > t.firstWord; };
        const bool ofADay = std::any_of(days.begin(), days.end(), [&](const DayMention &d) { return spanWordBegin(u.words, d.first, m_context.language, SpanWord::OnDay) <= t.firstWord && t.firstWord < d.end; });
        const bool number = u.words[t.firstWord].text.front() >= '0' && u.words[t.firstWord].text.front() <= '9';
        return t.minor || ofADay || number || t.key == "=hours" || t.key == "=when" || t.key == "=late" || t.key == "=early" || t.key == "=night"
            || isSpan(SpanWord::Before) || isSpan(SpanWord::After) || isSpan(SpanWord::OfDay) || isTodayWord(u.words[t.firstWord].text, m_context.language);
    });
}

// "What time is it there?"
bool BuiltinTurn::answerClock(const Utterance &u)
{
    const auto text = anyHit(u.hits, "ask.clock") ? clockText(hoursQuestion()) : std::string {};
    if (text.empty())
        return false;
    add(text);
    m_known.push_back("hours");
    return true;
}

// "Do you work on Saturday?" is answered by what is told of weekends, before the table of the hours: that says only "closed".
bool BuiltinTurn::answerForItsDays(const Utterance &u)
{
    const auto found = m_lookup.ofItsDays(u, m_context, m_book);
    if (!found)
        return false;
    keepPassages({*found}, true);
    answerWith(*found, true);
    m_result.intent = "hours";
    return true;
}

// False: nobody is there on the day that was asked for.
bool BuiltinTurn::answerHoursQuestion(const Utterance &u)
{
    if (daysIn(u.text, u.words, m_context.language, m_context.region, m_context.today).empty() && namesImpossibleDay(u.text, u.words, m_context.language, m_context.region, m_context.today)) {
        add(say("no_such_date", askedFor(u)));
        m_known.push_back("hours");
        return false;
    }
    if (answerForItsDays(u))
        return true;
    // "Are you open at the fuel dock?" may be told in an answer of its own; "your hours?" is for the records.
    if (asksBesideHours(u) && answerFromKnowledge(u, std::max(floor(), 0.8)))
        return true;
    if (anyHit(u.hits, "kind.place") && !anyHit(u.hits, "ask.house")) { // "is there a supermarket open now": not the house
        if (!answerFromKnowledge(u, floor()))
            m_unknown.push_back(&u);
        return true;
    }
    const auto hours = answerHours(u, hoursQuestion());
    if (!hours.known) {
        if (!answerFromKnowledge(u, floor()))
            m_hoursUnknown = &u;
        return true;
    }
    add(hours.text);
    m_known.push_back("hours");
    if (hours.unsure)
        m_holiday = m_holiday ? m_holiday : &u;
    return !hours.closed;
}

bool BuiltinTurn::asksBesideHours(const Utterance &u) const
{
    const auto terms = termsOf(u.words, m_input.language);
    return std::any_of(terms.begin(), terms.end(), [&](const Term &t) {
        const bool time = t.key == "=hours" || t.key == "=late" || t.key == "=early" || t.key == "=night" || t.key == "=when" || isNowWord(u.words[t.firstWord].text);
        return !t.minor && !time;
    });
}

HoursQuestion BuiltinTurn::hoursQuestion() const
{
    return {m_turn.locations, m_turn.now, m_turn.zones, std::string {phrases::spoken(m_input.language)}, m_turn.client.region, m_turn.client.name};
}

// "I'd like to come on Friday 25", "what is on on Christmas Day?": that nobody is there on that date is said, whatever else is.
void BuiltinTurn::mentionClosedDay()
{
    if (std::find(m_known.begin(), m_known.end(), "hours") != m_known.end())
        return;
    for (const auto &u : m_utterances) {
        const auto days = daysIn(u.text, u.words, m_context.language, m_context.region, m_context.today);
        const bool dates = !days.empty() && std::none_of(days.begin(), days.end(), [&](const DayMention &d) { return d.everyWeek || isBefore(d.day, m_context.today); });
        if (!dates || u.wish == Wish::Change || isSmallTalk(u.wish))
            continue;
        const auto hours = answerHours(u, hoursQuestion());
        if (!hours.known || !hours.closed)
            continue;
        add(hours.text);
        const auto terms = termsOf(u.words, m_input.language);
        const bool asksHours = std::any_of(terms.begin(), terms.end(), [](const Term &t) { return t.key == "=hours"; });
        if (asksHours && std::erase(m_unknown, &u) > 0) // "is the ship store open on Christmas?": not when the house is closed
            m_known.push_back("hours");
    }
}

} // namespace foredeck
