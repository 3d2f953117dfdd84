#include "models/core/time.h"
#include "server/services/rule/ruleeval.h"
#include "server/services/zones/serverzones.h"

#include <functional>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const ServerZones serverZones;
using Change = std::function<void(RuleMoment &)>;
using Ask = std::function<void(RuleConditions &)>;

// Friday, ten in the morning in New York; the place is open from nine to five on weekdays.
const auto friday = fromRfc3339("2026-11-20T15:00:00Z").value();

OpeningHours officeHours()
{
    OpeningHours hours;
    hours.zone = "America/New_York";
    for (std::size_t day = 0; day < 5; ++day)
        hours.week[day] = {{540, 1020}};
    return hours;
}

RuleMoment written(const std::string &text)
{
    RuleMoment moment;
    moment.now = friday;
    moment.said = {{5, text}};
    moment.language = moment.clientLanguage = "en";
    moment.channel = ChannelKind::Sms;
    moment.moods = {""};
    moment.places = {officeHours()};
    return moment;
}

RuleMoment waiting(std::chrono::minutes since, const std::string &text = "Hello?")
{
    auto moment = written(text);
    moment.event = RuleEvent::Clock;
    moment.waitingSince = friday - since;
    return moment;
}

ClientRule ruleOf(const Ask &ask, int priority = 2, const char *id = "r1")
{
    ClientRule rule;
    rule.id = RuleId {id};
    rule.handOver.priority = priority;
    ask(rule.when);
    return rule;
}

bool holds(const Ask &ask, const RuleMoment &moment) { return matchOf(ruleOf(ask), moment, serverZones).has_value(); }

RuleFiring firingOf(const RuleMatch &match)
{
    RuleFiring firing;
    firing.rule = match.rule->id;
    firing.occasion = match.occasion;
    firing.position = match.position;
    return firing;
}

} // namespace

TEST(Rules, FireByWhatTheyAskFor)
{
    struct Case {
        const char *name;
        Ask ask;
        RuleMoment moment;
        bool fires;
    };
    const auto at = [](const char *time) {
        auto moment = written("Hello");
        moment.now = fromRfc3339(time).value();
        return moment;
    };
    const auto with = [](RuleMoment moment, const Change &change) {
        change(moment);
        return moment;
    };
    const auto scored = [&](std::optional<int> score) { return with(written("Hello"), [&](RuleMoment &m) { m.score = score; }); };
    const auto moods = [&](std::vector<std::string> list) { return with(written("Hello"), [&](RuleMoment &m) { m.moods = std::move(list); }); };
    const auto before = [&](const char *text, const char *now) { return with(written(now), [&](RuleMoment &m) { m.before = {text}; }); };
    const auto spoken = [&](const char *text, const char *language) { return with(written(text), [&](RuleMoment &m) { m.language = language; }); };

    const Ask above70 = [](RuleConditions &w) { w.scoreAbove = 70; };
    const Ask refundWords = [](RuleConditions &w) { w.words = {"money back", "Rückerstattung"}; };
    const Ask refundMeant = [](RuleConditions &w) { w.meaning = {"a refund"}; };
    const Ask cancelBooking = [](RuleConditions &w) { w.meaning = {"cancel the booking"}; };
    const Ask both = [](RuleConditions &w) { w.words = {"deposit"}, w.meaning = {"a refund"}; };
    const Ask tenMinutes = [](RuleConditions &w) { w.unansweredMinutes = 10; };
    const Ask open = [](RuleConditions &w) { w.times = {RuleTime::BusinessHours}; };
    const Ask closed = [](RuleConditions &w) { w.times = {RuleTime::AfterHours}; };
    const Ask weekend = [](RuleConditions &w) { w.times = {RuleTime::Weekend}; };
    const Ask closedOrWeekend = [](RuleConditions &w) { w.times = {RuleTime::AfterHours, RuleTime::Weekend}; };
    const Ask chats = [](RuleConditions &w) { w.channels = {ChannelKind::LiveChat, ChannelKind::WebForm}; };
    const Ask texts = [](RuleConditions &w) { w.channels = {ChannelKind::Sms}; };
    const Ask german = [](RuleConditions &w) { w.languages = {"de", "nl"}; };
    const Ask repeated = [](RuleConditions &w) { w.repeatedQuestion = true; };
    const Ask falling = [](RuleConditions &w) { w.sentimentFalling = true; };
    const Ask wordsByText = [](RuleConditions &w) { w.words = {"wedding"}, w.channels = {ChannelKind::Sms}; };

    const std::vector<Case> cases {
        {"a score above", above70, scored(71), true},
        {"the score itself is not above it", above70, scored(70), false},
        {"no score yet", above70, scored(std::nullopt), false},
        {"words that stand so", refundWords, written("I want my MONEY back!"), true},
        {"with other accents", refundWords, written("Wo bleibt die ruckerstattung"), true},
        {"words apart", refundWords, written("money, and call me back"), false},
        {"a part of a word", refundWords, written("moneyback"), false},
        {"other words", refundWords, written("When is breakfast?"), false},
        {"what is meant, in other forms", refundMeant, written("do you give refunds?"), true},
        {"in other words", refundMeant, written("Can I have my money back?"), true},
        {"in another language", refundMeant, spoken("Quiero el reembolso de mi reserva", "es"), true},
        {"something else is meant", refundMeant, written("I would like to pay by card"), false},
        {"all that is meant", cancelBooking, written("I have to cancel my reservation"), true},
        {"half of what is meant", cancelBooking, written("I would like to make a reservation"), false},
        {"words and meaning", both, written("Is the deposit refundable?"), true},
        {"words without the meaning", both, written("How much is the deposit?"), false},
        {"the meaning without the words", both, written("I want a refund"), false},
        {"waited as long", tenMinutes, waiting(10min), true},
        {"not as long yet", tenMinutes, waiting(9min), false},
        {"nobody waits", tenMinutes, with(waiting(10min), [](RuleMoment &m) { m.waitingSince.reset(); }), false},
        {"a wait is looked at by the clock", tenMinutes, with(waiting(10min), [](RuleMoment &m) { m.event = RuleEvent::Message; }), false},
        {"open", open, at("2026-11-20T15:00:00Z"), true},
        {"closed is not open", open, at("2026-11-20T23:00:00Z"), false},
        {"closed", closed, at("2026-11-20T23:00:00Z"), true},
        {"open is not closed", closed, at("2026-11-20T15:00:00Z"), false},
        {"the evening before runs past midnight", closed, with(at("2026-11-21T06:30:00Z"), [](RuleMoment &m) { m.places.front().week[4] = {{18 * 60, 2 * 60}}; }), false},
        {"and has ended", closed, with(at("2026-11-21T07:00:00Z"), [](RuleMoment &m) { m.places.front().week[4] = {{18 * 60, 2 * 60}}; }), true},
        {"a place that is open keeps all open", closed, with(at("2026-11-20T23:00:00Z"), [](RuleMoment &m) { m.places.emplace_back().zone = "UTC", m.places.back().always = true; }), false},
        {"no hours told: not open", open, with(at("2026-11-20T15:00:00Z"), [](RuleMoment &m) { m.places = {OpeningHours {"UTC", {}, {}, false}}; }), false},
        {"no hours told: not closed", closed, with(at("2026-11-20T15:00:00Z"), [](RuleMoment &m) { m.places.clear(); }), false},
        {"Saturday there", weekend, at("2026-11-21T15:00:00Z"), true},
        {"Saturday here, Friday there", weekend, at("2026-11-21T03:00:00Z"), false},
        {"Sunday there, Monday here", weekend, at("2026-11-23T04:00:00Z"), true},
        {"any of the times", closedOrWeekend, at("2026-11-21T15:00:00Z"), true},
        {"none of the times", closedOrWeekend, at("2026-11-20T15:00:00Z"), false},
        {"the channel", texts, written("Hello"), true},
        {"another channel", chats, written("Hello"), false},
        {"the language", german, spoken("Guten Tag", "nl"), true},
        {"another language than asked for", german, written("Hello"), false},
        {"no language known", german, spoken("?", ""), false},
        {"asked the same before", repeated, before("Do you have parking?", "do you have PARKING??"), true},
        {"asked something else", repeated, before("Do you have parking?", "Do you have breakfast?"), false},
        {"said and did not ask", repeated, before("thanks for parking", "thanks for parking"), false},
        {"asked for the first time", repeated, written("Do you have parking?"), false},
        {"calm, then upset", falling, moods({"", "upset"}), true},
        {"pleased, then worried", falling, moods({"pleased", "worried"}), true},
        {"pleased, then calm", falling, moods({"pleased", ""}), false},
        {"upset from the beginning", falling, moods({"upset"}), false},
        {"upset throughout", falling, moods({"upset", "upset"}), false},
        {"fell and stays", falling, moods({"", "upset", "upset"}), true},
        {"calmer than just now", falling, moods({"", "upset", "worried"}), false},
        {"everything that is asked for", wordsByText, written("We plan a wedding"), true},
        {"all but one", wordsByText, with(written("We plan a wedding"), [](RuleMoment &m) { m.channel = ChannelKind::LiveChat; }), false},
    };
    for (const auto &[name, ask, moment, fires] : cases)
        EXPECT_EQ(holds(ask, moment), fires) << name;
}

TEST(Rules, NoneFiresWhereSomebodyIsCalledOrWhereItIsOff)
{
    const Ask words = [](RuleConditions &w) { w.words = {"wedding"}; };
    auto moment = written("a wedding");
    ASSERT_TRUE(holds(words, moment));
    moment.escalated = true;
    EXPECT_FALSE(holds(words, moment));
    moment.escalated = false;
    auto off = ruleOf(words);
    off.enabled = false;
    EXPECT_FALSE(matchOf(off, moment, serverZones));
    moment.event = RuleEvent::Score;
    EXPECT_FALSE(holds(words, moment)) << "nobody wrote";
}

TEST(Rules, AboutMessagesFireWithEachAndNotTwiceByTheSame)
{
    const auto rule = ruleOf([](RuleConditions &w) { w.words = {"refund"}; });
    auto moment = written("I want a refund");
    const auto first = matchOf(rule, moment, serverZones);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->occasion, "message 5");
    EXPECT_EQ(first->position, 5);
    EXPECT_EQ(first->words, "refund");
    moment.firings = {firingOf(*first)};
    EXPECT_FALSE(matchOf(rule, moment, serverZones)) << "handed back, the same words wait again";
    moment.said.push_back({8, "are you there?"});
    EXPECT_FALSE(matchOf(rule, moment, serverZones)) << "the new words say nothing of it";
    moment.said.push_back({9, "the refund!"});
    const auto second = matchOf(rule, moment, serverZones);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->occasion, "message 9");
}

TEST(Rules, AboutWaitingFireOncePerWait)
{
    const auto rule = ruleOf([](RuleConditions &w) { w.unansweredMinutes = 10; });
    auto moment = waiting(10min);
    const auto first = matchOf(rule, moment, serverZones);
    ASSERT_TRUE(first);
    moment.firings = {firingOf(*first)};
    moment.now += 1h;
    EXPECT_FALSE(matchOf(rule, moment, serverZones)) << "the same wait goes on";
    moment.waitingSince = moment.now - 30min;
    EXPECT_TRUE(matchOf(rule, moment, serverZones)) << "another one";
}

TEST(Rules, AboutTheStateFireOncePerConversation)
{
    const auto rule = ruleOf([](RuleConditions &w) { w.scoreAbove = 50; });
    auto moment = written("Hello");
    moment.score = 80;
    const auto first = matchOf(rule, moment, serverZones);
    ASSERT_TRUE(first);
    moment.firings = {firingOf(*first)};
    moment.said = {{20, "Hello again"}};
    EXPECT_FALSE(matchOf(rule, moment, serverZones));
    moment.firings.clear();
    moment.event = RuleEvent::Score;
    moment.said.clear();
    EXPECT_TRUE(matchOf(rule, moment, serverZones)) << "a person raised the score";
    moment.event = RuleEvent::Clock;
    EXPECT_FALSE(matchOf(rule, moment, serverZones));
    const auto worded = ruleOf([](RuleConditions &w) { w.scoreAbove = 50, w.words = {"hello"}; });
    EXPECT_EQ(occasionOf(worded.when), RuleOccasion::Message) << "it asks for words: with each message";
}

TEST(Rules, AWaitIsReadWithWhatWasWrittenInIt)
{
    const Ask ask = [](RuleConditions &w) { w.unansweredMinutes = 10, w.words = {"boat"}; };
    EXPECT_TRUE(holds(ask, waiting(12min, "my boat")));
    EXPECT_FALSE(holds(ask, waiting(12min, "my car")));
}

TEST(Rules, TheMostPressingFiresThenTheOldest)
{
    const Ask any = [](RuleConditions &w) { w.words = {"hello"}; };
    const std::vector rules {ruleOf(any, 3, "a"), ruleOf(any, 2, "b"), ruleOf(any, 2, "c"), ruleOf([](RuleConditions &w) { w.words = {"bye"}; }, 1, "d")};
    EXPECT_EQ(firstMatch(rules, written("hello"), serverZones)->rule->id, RuleId {"b"});
    EXPECT_EQ(firstMatch(rules, written("hello, bye"), serverZones)->rule->id, RuleId {"d"});
    EXPECT_FALSE(firstMatch(rules, written("good day"), serverZones));
    EXPECT_FALSE(firstMatch({}, written("hello"), serverZones));
}

TEST(Rules, AreLookedAtAgainWhenTheyAreDueAndWhenTheHoursChange)
{
    const auto ten = ruleOf([](RuleConditions &w) { w.unansweredMinutes = 10; }, 2, "ten");
    const auto hour = ruleOf([](RuleConditions &w) { w.unansweredMinutes = 60; }, 2, "hour");
    const auto late = ruleOf([](RuleConditions &w) { w.unansweredMinutes = 5, w.times = {RuleTime::AfterHours}; }, 2, "late");
    const auto weekend = ruleOf([](RuleConditions &w) { w.unansweredMinutes = 5, w.times = {RuleTime::Weekend}; }, 2, "weekend");
    auto moment = waiting(7min);
    EXPECT_EQ(nextLook({ten, hour}, moment, serverZones), friday + 3min);
    EXPECT_EQ(nextLook({hour, late}, moment, serverZones), friday + 53min);
    EXPECT_EQ(nextLook({late}, moment, serverZones), fromRfc3339("2026-11-20T22:00:00Z")) << "when it closes";
    EXPECT_EQ(nextLook({weekend}, moment, serverZones), fromRfc3339("2026-11-20T22:00:00Z")) << "or opens or closes before midnight";
    moment.places = {OpeningHours {"America/New_York", {}, {}, false}};
    EXPECT_EQ(nextLook({weekend}, moment, serverZones), fromRfc3339("2026-11-21T05:00:00Z")) << "midnight there";
    EXPECT_FALSE(nextLook({late}, moment, serverZones)) << "no hours are told: it never holds";
    moment.firings = {firingOf(*matchOf(ten, waiting(10min), serverZones))};
    moment.firings.front().occasion = "wait " + toRfc3339(*moment.waitingSince);
    EXPECT_FALSE(nextLook({ten}, moment, serverZones)) << "it has fired";
    moment = waiting(7min);
    moment.escalated = true;
    EXPECT_FALSE(nextLook({ten}, moment, serverZones));
    moment.escalated = false;
    moment.waitingSince.reset();
    EXPECT_FALSE(nextLook({ten}, moment, serverZones));
    EXPECT_FALSE(nextLook({ruleOf([](RuleConditions &w) { w.words = {"hello"}; })}, waiting(7min), serverZones)) << "it is about messages";
}

TEST(Rules, APhraseOfFunctionWordsNamesNothing)
{
    EXPECT_TRUE(namesSomething("a refund", "en"));
    EXPECT_FALSE(namesSomething("is the of", "en"));
    EXPECT_FALSE(namesSomething("?!", "en"));
}
