#include "server/services/rule/ruleeval.h"

#include "models/core/time.h"
#include "server/services/language/stem.h"
#include "server/services/triage/danger.h"

#include <algorithm>
#include <chrono>

namespace foredeck {

namespace {

constexpr int saturday = 5;

bool belongsTo(RuleOccasion occasion, RuleEvent event)
{
    switch (occasion) {
    case RuleOccasion::Message:
        return event == RuleEvent::Message;
    case RuleOccasion::Wait:
        return event == RuleEvent::Clock;
    case RuleOccasion::Conversation:
        return event != RuleEvent::Clock;
    }
    return false;
}

bool hasFired(const ClientRule &rule, const std::string &occasion, const RuleMoment &moment)
{
    return std::any_of(moment.firings.begin(), moment.firings.end(), [&](const RuleFiring &f) { return f.rule == rule.id && f.occasion == occasion; });
}

Timestamp dueOf(const ClientRule &rule, Timestamp since) { return since + std::chrono::minutes {*rule.when.unansweredMinutes}; }

std::string waitOf(Timestamp since) { return "wait " + toRfc3339(since); }

// What this rule has not fired by yet.
std::vector<RuleWords> unread(const ClientRule &rule, const RuleMoment &moment)
{
    std::int64_t read = 0;
    for (const auto &firing : moment.firings) {
        if (firing.rule == rule.id)
            read = std::max(read, firing.position);
    }
    auto said = moment.said;
    std::erase_if(said, [&](const RuleWords &words) { return words.position <= read; });
    return said;
}

std::string joined(const std::vector<RuleWords> &said)
{
    std::string text;
    for (const auto &words : said)
        text += (text.empty() ? "" : "\n") + words.text;
    return text;
}

template <class T, class V>
bool isOf(const std::vector<T> &list, const V &value)
{
    return list.empty() || std::any_of(list.begin(), list.end(), [&](const T &item) { return item == value; });
}

int rankOf(const std::string &mood) { return mood == "pleased" ? 1 : mood == "worried" ? -1 : mood == "upset" ? -2 : 0; }

bool isFalling(const std::vector<std::string> &moods)
{
    if (moods.size() < 2)
        return false;
    const auto last = rankOf(moods.back());
    const auto best = std::max_element(moods.begin(), moods.end() - 1, [](const auto &a, const auto &b) { return rankOf(a) < rankOf(b); });
    return last < 0 && last < rankOf(*best) && last <= rankOf(moods[moods.size() - 2]);
}

bool isTime(RuleTime time, const RuleMoment &moment, const TimeZones &zones)
{
    if (time == RuleTime::Weekend) {
        const auto local = zones.toLocal(moment.now, moment.places.empty() ? "UTC" : moment.places.front().zone);
        return local.hasValue() && local.value().weekday >= saturday;
    }
    bool told = false, open = false;
    for (const auto &place : moment.places) {
        if (const auto state = openStateAt(place, moment.now, zones); state.hasValue()) {
            told = true;
            open = open || state.value().open;
        }
    }
    return told && (time == RuleTime::BusinessHours ? open : time == RuleTime::AfterHours && !open);
}

bool isAnyTime(const RuleConditions &when, const RuleMoment &moment, const TimeZones &zones)
{
    return when.times.empty() || std::any_of(when.times.begin(), when.times.end(), [&](const auto &time) { return isTime(time.value(), moment, zones); });
}

// The things a phrase names; numerals and the like only where it names nothing else.
std::vector<std::string> thingsIn(const std::string &phrase, const std::string &language)
{
    auto terms = termsOf(wordsOf(phrase), language);
    const bool alone = std::all_of(terms.begin(), terms.end(), [](const Term &t) { return t.minor; });
    if (!alone)
        std::erase_if(terms, [](const Term &t) { return t.minor; });
    std::vector<std::string> things;
    for (auto &term : terms)
        things.push_back(std::move(term.key));
    return things;
}

// Read in the language of the text, whose stems it then shares, and in the client's, whose concepts every language shares.
bool isMeant(const std::string &phrase, const std::vector<std::string> &named, const RuleMoment &moment)
{
    const auto holds = [&](const std::string &language) {
        const auto things = thingsIn(phrase, language);
        return !things.empty() && std::all_of(things.begin(), things.end(), [&](const auto &thing) { return std::find(named.begin(), named.end(), thing) != named.end(); });
    };
    return holds(moment.language) || (moment.clientLanguage != moment.language && holds(moment.clientLanguage));
}

std::optional<std::string> foundWords(const RuleConditions &when, const std::string &text)
{
    const auto words = wordsOf(text);
    for (const auto &row : when.words) {
        if (!placesOf({row}, {}, words).empty())
            return row;
    }
    return std::nullopt;
}

std::optional<std::string> foundMeaning(const RuleConditions &when, const std::string &text, const RuleMoment &moment)
{
    std::vector<std::string> named;
    for (auto &term : termsOf(wordsOf(text), moment.language))
        named.push_back(std::move(term.key));
    const auto found = std::find_if(when.meaning.begin(), when.meaning.end(), [&](const auto &phrase) { return isMeant(phrase, named, moment); });
    return found == when.meaning.end() ? std::nullopt : std::optional {*found};
}

bool asksAgain(const std::string &text, const RuleMoment &moment)
{
    const auto keys = termKeys(text, moment.language);
    if (keys.empty() || text.find_first_of("?؟？") == std::string::npos)
        return false;
    return std::any_of(moment.before.begin(), moment.before.end(), [&](const auto &earlier) { return termKeys(earlier, moment.language) == keys; });
}

bool saysSo(const RuleConditions &when, const std::string &text, const RuleMoment &moment, std::string &words)
{
    if (!when.words.empty()) {
        const auto row = foundWords(when, text);
        if (!row)
            return false;
        words = *row;
    }
    if (!when.meaning.empty()) {
        const auto phrase = foundMeaning(when, text, moment);
        if (!phrase)
            return false;
        words += (words.empty() ? "" : ", ") + *phrase;
    }
    return !when.repeatedQuestion || asksAgain(text, moment);
}

bool holdsBeside(const RuleConditions &when, const RuleMoment &moment, const TimeZones &zones)
{
    const bool scored = !when.scoreAbove || (moment.score && *moment.score > *when.scoreAbove);
    return scored && isOf(when.channels, moment.channel) && isOf(when.languages, moment.language) && (!when.sentimentFalling || isFalling(moment.moods))
        && isAnyTime(when, moment, zones);
}

// The first midnight after now.
std::optional<Timestamp> nextDay(const RuleMoment &moment, const TimeZones &zones)
{
    using namespace std::chrono;
    const auto zone = moment.places.empty() ? std::string {"UTC"} : moment.places.front().zone;
    const auto local = zones.toLocal(moment.now, zone);
    if (local.hasError())
        return std::nullopt;
    const auto &l = local.value();
    const year_month_day next {sys_days {year {l.year} / l.month / l.day} + days {1}};
    const auto at = zones.fromLocal(static_cast<int>(next.year()), static_cast<int>(static_cast<unsigned>(next.month())), static_cast<int>(static_cast<unsigned>(next.day())), 0, zone);
    return at.hasValue() ? std::optional {at.value()} : std::nullopt;
}

void takeSooner(std::optional<Timestamp> &next, const std::optional<Timestamp> &other)
{
    if (other && (!next || *other < *next))
        next = other;
}

std::optional<Timestamp> nextChangeOfHours(const RuleConditions &when, const RuleMoment &moment, const TimeZones &zones)
{
    std::optional<Timestamp> next;
    if (!when.times.empty() && isOf(when.times, RuleTime::Weekend))
        next = nextDay(moment, zones);
    for (const auto &place : moment.places) {
        const auto state = when.times.empty() ? Result<OpenState> {OpenState {}} : openStateAt(place, moment.now, zones);
        if (state.hasValue()) {
            takeSooner(next, state.value().closesAt);
            takeSooner(next, state.value().nextOpening);
        }
    }
    return next;
}

} // namespace

std::optional<RuleMatch> matchOf(const ClientRule &rule, const RuleMoment &moment, const TimeZones &zones)
{
    const auto occasion = occasionOf(rule.when);
    if (!rule.enabled || moment.escalated || !belongsTo(occasion, moment.event))
        return std::nullopt;
    auto said = moment.said;
    RuleMatch match;
    match.rule = &rule;
    match.occasion = "conversation";
    if (occasion == RuleOccasion::Wait) {
        if (!moment.waitingSince || moment.now < dueOf(rule, *moment.waitingSince))
            return std::nullopt;
        match.occasion = waitOf(*moment.waitingSince);
    } else if (occasion == RuleOccasion::Message) {
        said = unread(rule, moment);
        if (said.empty())
            return std::nullopt;
        match.occasion = "message " + std::to_string(said.back().position);
    }
    if (hasFired(rule, match.occasion, moment) || !holdsBeside(rule.when, moment, zones) || !saysSo(rule.when, joined(said), moment, match.words))
        return std::nullopt;
    match.position = said.empty() ? 0 : said.back().position;
    return match;
}

std::optional<RuleMatch> firstMatch(const std::vector<ClientRule> &rules, const RuleMoment &moment, const TimeZones &zones)
{
    std::optional<RuleMatch> first;
    for (const auto &rule : rules) {
        if (first && rule.handOver.priority >= first->rule->handOver.priority)
            continue;
        if (auto match = matchOf(rule, moment, zones))
            first = std::move(match);
    }
    return first;
}

std::optional<Timestamp> nextLook(const std::vector<ClientRule> &rules, const RuleMoment &moment, const TimeZones &zones)
{
    std::optional<Timestamp> next;
    if (!moment.waitingSince || moment.escalated)
        return next;
    for (const auto &rule : rules) {
        const bool waits = rule.enabled && occasionOf(rule.when) == RuleOccasion::Wait && !hasFired(rule, waitOf(*moment.waitingSince), moment);
        if (waits && moment.now < dueOf(rule, *moment.waitingSince))
            takeSooner(next, dueOf(rule, *moment.waitingSince));
        else if (waits)
            takeSooner(next, nextChangeOfHours(rule.when, moment, zones));
    }
    return next;
}

bool hasWords(const std::string &row) { return !wordsOf(row).empty(); }

bool namesSomething(const std::string &phrase, const std::string &language) { return !thingsIn(phrase, language).empty(); }

} // namespace foredeck
