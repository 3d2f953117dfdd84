#include "server/services/escalation/ladder.h"

#include "server/services/zones/serverzones.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto onFriday = fromMs(1'795'186'931'042); // Friday 20 November 2026, 15:02:11 UTC

/// A hand-over and a desk, looked at whenever the plan says or somebody does something.
class Ladder : public ::testing::Test {
protected:
    Ladder()
    {
        in.now = onFriday;
        in.hasOwnerPhone = true;
        in.escalation.reason = EscalationReason::HumanRequested;
    }
    LadderPerson &person(const std::string &name, Role role, bool hasConsole = true)
    {
        LadderPerson p;
        p.actor = {ActorKind::User, UserId {name}, name};
        p.role = role;
        p.hasConsole = hasConsole;
        in.people.push_back(p);
        return in.people.back();
    }
    LadderPerson &who(const std::string &name)
    {
        return *std::find_if(in.people.begin(), in.people.end(), [&](const LadderPerson &p) { return p.actor.name == name; });
    }
    /// One look, and what it wrote as one word per step: "Ana:console@staff".
    std::string look()
    {
        plan = planLadder(in);
        if (!plan.changed)
            return {};
        const auto before = in.escalation.ladder;
        in.escalation.alert = plan.state;
        in.escalation.ladder = plan.trail;
        if (plan.text)
            in.lastText = in.now;
        texts += plan.text ? 1 : 0;
        std::string words;
        for (std::size_t i = 0; i < plan.trail.size(); ++i) {
            const auto &step = plan.trail[i];
            if (i < before.size() && step == before[i])
                continue;
            words += (words.empty() ? "" : " ") + step.who.name + ":" + step.how + "@" + std::string {step.rung.text()}
                + (i < before.size() ? "+" + std::to_string(step.repeats) : "");
        }
        return words;
    }
    std::string after(std::chrono::milliseconds time)
    {
        in.now += time;
        return look();
    }
    /// Goes from look to look until `end`, and gives all that was written.
    std::vector<std::string> until(Timestamp end)
    {
        std::vector<std::string> written;
        for (int looks = 0; looks < 10'000; ++looks) {
            if (const auto words = look(); !words.empty())
                written.push_back(words);
            if (!plan.next || *plan.next >= end)
                break;
            EXPECT_GT(*plan.next, in.now);
            in.now = *plan.next;
        }
        return written;
    }
    std::vector<std::string> toldTo() const
    {
        std::vector<std::string> names;
        for (const auto &telling : plan.tellings)
            names.push_back(telling.to.value + ":" + std::to_string(telling.repeat));
        return names;
    }
    using Names = std::vector<std::string>;

    LadderInput in;
    LadderPlan plan;
    int texts = 0;
};

} // namespace

TEST_F(Ladder, TellsRepeatsClimbsAndTextsTheOwnerOnce)
{
    person("Ana", Role::Agent);
    person("Max", Role::Manager);
    person("Rosa", Role::Admin);
    EXPECT_EQ(look(), "Ana:console@staff");
    EXPECT_EQ(toldTo(), Names {"Ana:0"});
    EXPECT_EQ(plan.next, onFriday + 60s);
    EXPECT_EQ(plan.state.nextAt, onFriday + 15min);
    EXPECT_EQ(look(), "") << "once per step";
    EXPECT_EQ(after(59s), "");
    EXPECT_EQ(after(1s), "Ana:console@staff+1");
    EXPECT_EQ(toldTo(), Names {"Ana:1"});
    EXPECT_EQ(after(60s), "Ana:console@staff+2");
    in.now = onFriday + 15min;
    EXPECT_EQ(look(), "Max:console@managers");
    EXPECT_EQ(after(60s), "Ana:console@staff+3 Max:console@managers+1") << "who was told before is told on";
    EXPECT_EQ(toldTo(), (Names {"Ana:1", "Max:1"}));
    in.now = onFriday + 30min;
    EXPECT_EQ(look(), "Rosa:console@everyone");
    in.now = onFriday + 45min;
    EXPECT_EQ(look(), ":sms@owner");
    EXPECT_TRUE(plan.text);
    EXPECT_EQ(plan.trail.back().delivery->state, DeliveryState::Queued);
    EXPECT_FALSE(plan.state.nextAt) << "there is nobody above";
    const auto told = plan.state.told;
    until(onFriday + 24h);
    EXPECT_EQ(texts, 1);
    const auto said = plan.state.told - told;
    EXPECT_GE(said, 20) << "those who are there are told on";
    EXPECT_LE(said, 30) << "with pauses that grow";
}

TEST_F(Ladder, WhomItWasGivenToComesFirstThenWhoIsOnCall)
{
    person("Ana", Role::Agent);
    person("Ben", Role::Agent);
    person("Cleo", Role::Agent).onCall = true;
    in.escalation.assignedTo = who("Ben").actor;
    EXPECT_EQ(look(), "Ben:console@assigned");
    EXPECT_EQ(after(15min), "Cleo:console@on_call");
    EXPECT_EQ(after(15min), "Ana:console@staff");
    EXPECT_EQ(after(15min), ":sms@owner") << "there are no managers and nobody else";
}

TEST_F(Ladder, ARungWithoutAConsoleIsPassedAtOnceAndSaysSo)
{
    person("Ana", Role::Agent, false);
    person("Max", Role::Manager);
    EXPECT_EQ(look(), "Ana:no_console@staff Max:console@managers");
    EXPECT_EQ(toldTo(), (Names {"Ana:0", "Max:0"})) << "it waits in Ana's log";
    who("Ana").hasConsole = true;
    EXPECT_EQ(after(60s), "Max:console@managers+1 Ana:console@managers") << "she has come";
    EXPECT_EQ(toldTo(), (Names {"Ana:1", "Max:1"}));
}

TEST_F(Ladder, WithNobodyThereTheOwnerIsTextedAtOnce)
{
    person("Ana", Role::Agent, false);
    person("Rosa", Role::Admin, false);
    EXPECT_EQ(look(), "Ana:no_console@staff Rosa:no_console@everyone :sms@owner");
    EXPECT_TRUE(plan.text);
    EXPECT_EQ(until(onFriday + 24h), Names {}) << "and nothing more is written";
    who("Rosa").hasConsole = true;
    EXPECT_EQ(look(), "Rosa:console@owner") << "until somebody comes";
}

TEST_F(Ladder, WithoutAnybodyOrATelephoneTheTrailSaysSo)
{
    in.hasOwnerPhone = false;
    EXPECT_EQ(look(), ":nobody@everyone :sms@owner");
    EXPECT_FALSE(plan.text);
    EXPECT_EQ(plan.trail.back().delivery->state, DeliveryState::Failed);
    EXPECT_EQ(plan.trail.back().delivery->code, "no_number");
    EXPECT_EQ(until(onFriday + 24h), Names {});
}

TEST_F(Ladder, ATelephoneThatIsSetWhileSomebodyWaitsIsUsed)
{
    person("Rosa", Role::Admin);
    in.hasOwnerPhone = false;
    EXPECT_EQ(look(), "Rosa:console@everyone");
    in.now = onFriday + 15min;
    EXPECT_EQ(look(), ":sms@owner");
    EXPECT_EQ(plan.trail.back().delivery->code, "no_number");
    EXPECT_FALSE(plan.state.nextAt);
    in.now = onFriday + 40min;
    EXPECT_EQ(look(), "Rosa:console@everyone+1") << "said once, and who is there is told on";
    in.hasOwnerPhone = true;
    EXPECT_EQ(after(1min), ":sms@owner");
    EXPECT_TRUE(plan.text);
}

TEST_F(Ladder, WhoHasJustStartedWaitsForConsolesToComeBack)
{
    person("Ana", Role::Agent, false);
    in.consolesKnownFrom = onFriday + 60s;
    EXPECT_EQ(look(), "Ana:no_console@staff");
    EXPECT_EQ(plan.next, onFriday + 60s);
    EXPECT_EQ(after(30s), "");
    EXPECT_EQ(texts, 0);
    EXPECT_EQ(after(30s), ":sms@owner");
}

TEST_F(Ladder, WhoLeavesInBetweenIsNotWaitedFor)
{
    person("Ana", Role::Agent);
    person("Max", Role::Manager);
    look();
    who("Ana").hasConsole = false;
    EXPECT_EQ(after(60s), "Max:console@managers");
}

TEST_F(Ladder, DoNotDisturbKeepsOutButNotOfAnEmergencyThatReachesEveryone)
{
    person("Ana", Role::Agent).doNotDisturb = true;
    person("Max", Role::Manager);
    EXPECT_EQ(look(), "Ana:do_not_disturb@staff Max:console@managers");
    EXPECT_EQ(toldTo(), Names {"Max:0"});
    EXPECT_EQ(after(60s), "Max:console@managers+1");
    EXPECT_EQ(after(14min), ":sms@owner");

    in.escalation = {};
    in.escalation.reason = EscalationReason::Emergency;
    EXPECT_EQ(look(), "Ana:do_not_disturb@staff Max:console@managers");
    EXPECT_EQ(after(15min), "Ana:console@everyone");
    EXPECT_EQ(toldTo(), Names {"Ana:0"});
}

TEST_F(Ladder, WhoIsAwayIsToldWithEverybody)
{
    person("Ana", Role::Agent).available = false;
    person("Ben", Role::Agent);
    EXPECT_EQ(look(), "Ben:console@staff");
    EXPECT_EQ(after(15min), "Ana:console@everyone");
}

TEST_F(Ladder, QuietHoursHoldTheTextAndNoEmergency)
{
    person("Ana", Role::Agent, false);
    in.quietUntil = onFriday + 9h;
    EXPECT_EQ(look(), "Ana:no_console@staff :quiet_hours@owner");
    EXPECT_EQ(until(onFriday + 9h), Names {});
    EXPECT_EQ(texts, 0);
    in.now = onFriday + 9h;
    in.quietUntil.reset();
    EXPECT_EQ(look(), ":sms@owner");

    in.escalation = {};
    in.escalation.reason = EscalationReason::Emergency;
    in.quietUntil = in.now + 9h;
    EXPECT_EQ(look(), "Ana:no_console@staff :sms@owner");
}

TEST_F(Ladder, QuietHoursDoNotSilenceAConsoleThatIsThere)
{
    person("Ana", Role::Agent);
    in.quietUntil = onFriday + 9h;
    EXPECT_EQ(look(), "Ana:console@staff");
    EXPECT_EQ(after(60s), "Ana:console@staff+1");
    in.now = onFriday + 15min;
    EXPECT_EQ(look(), ":quiet_hours@owner");
    EXPECT_EQ(after(1h), "Ana:console@staff+2");
}

TEST_F(Ladder, TextsKeepADistanceButForAnEmergency)
{
    person("Ana", Role::Agent, false);
    in.lastText = onFriday - 4min;
    EXPECT_EQ(look(), "Ana:no_console@staff");
    EXPECT_EQ(plan.next, onFriday + 5min);
    EXPECT_EQ(after(5min), "");
    EXPECT_EQ(after(1min), ":sms@owner");
    in.escalation = {};
    in.escalation.reason = EscalationReason::Emergency;
    EXPECT_EQ(look(), "Ana:no_console@staff :sms@owner");
    in.escalation = {};
    in.escalation.reason = EscalationReason::Legal;
    in.lastText = in.now + 5h; // the clock was ahead then
    EXPECT_EQ(look(), "Ana:no_console@staff :sms@owner");
}

// The vendor was ill for a moment: nobody has been told by what it did not send.
TEST_F(Ladder, ATextThatReachedNobodyIsSentAgainLessAndLessOften)
{
    in.escalation.reason = EscalationReason::Emergency; // others keep the distance of texts
    const auto comes = [&](DeliveryState state, const std::string &code) { in.escalation.ladder.back().delivery = Delivery {state, "the vendor says", code, in.now, false}; };
    EXPECT_EQ(look(), ":nobody@everyone :sms@owner");
    EXPECT_EQ(after(1min), "") << "it is on its way";
    comes(DeliveryState::Failed, "20500");
    EXPECT_EQ(look(), "");
    EXPECT_EQ(after(59s), "");
    EXPECT_EQ(after(1s), ":sms@owner");
    comes(DeliveryState::Failed, "20500");
    EXPECT_EQ(after(3min), "");
    EXPECT_EQ(plan.next, in.now + 1min);
    EXPECT_EQ(after(1min), ":sms@owner");
    comes(DeliveryState::Failed, "20500");
    for (const auto end = in.now + 48h; in.now < end; in.now = *plan.next) {
        if (!look().empty())
            comes(DeliveryState::Failed, "20500");
    }
    EXPECT_EQ(texts, 12) << "a vendor that never sends one is not asked for ever";
}

TEST_F(Ladder, ATextThatArrivedOrThatOnlyASettingCanMendIsNotSentAgain)
{
    EXPECT_EQ(look(), ":nobody@everyone :sms@owner");
    for (const auto &[state, code] : std::initializer_list<std::pair<DeliveryState, const char *>> {{DeliveryState::Sent, ""}, {DeliveryState::Delivered, ""},
             {DeliveryState::Suppressed, "opted_out"}, {DeliveryState::Failed, "not_configured"}, {DeliveryState::Failed, "own_number"}, {DeliveryState::Failed, "21610"}}) {
        in.escalation.ladder.back().delivery = Delivery {state, {}, code, in.now, false};
        until(in.now + 12h);
        EXPECT_EQ(texts, 1) << code;
    }
}

TEST_F(Ladder, SomebodyWhoHasSeenOrTakenItEndsIt)
{
    person("Ana", Role::Agent);
    look();
    auto seen = in;
    seen.escalation.acknowledgedAt = onFriday;
    auto taken = in;
    taken.escalation.status = EscalationStatus::Claimed;
    auto over = in;
    over.escalation.status = EscalationStatus::Resolved;
    auto expired = in;
    expired.escalation.status = EscalationStatus::Expired;
    for (auto *input : {&seen, &taken, &over, &expired}) {
        input->now += 15min;
        plan = planLadder(*input);
        EXPECT_FALSE(plan.changed);
        EXPECT_TRUE(plan.tellings.empty());
        EXPECT_FALSE(plan.next);
    }
}

TEST_F(Ladder, WhoeverGivesItUpLetsItBeginAnew)
{
    person("Ana", Role::Agent);
    person("Max", Role::Manager);
    look();
    after(15min);
    const auto told = in.escalation.alert.told;
    waitAgain(in.escalation);
    EXPECT_EQ(after(5min), "Ana:console@staff");
    EXPECT_EQ(in.escalation.alert.told, told + 1) << "a version never falls";
    EXPECT_EQ(in.escalation.ladder.size(), 3U) << "the trail stays";
}

TEST_F(Ladder, ASnoozeHoldsIt)
{
    person("Ana", Role::Agent);
    in.snoozedUntil = onFriday + 30min;
    EXPECT_EQ(look(), "");
    EXPECT_EQ(plan.next, onFriday + 30min);
    EXPECT_EQ(after(30min), "Ana:console@staff");
}

TEST_F(Ladder, AClockThatJumpsAheadBringsOneStepAtATime)
{
    person("Ana", Role::Agent);
    person("Max", Role::Manager);
    person("Rosa", Role::Admin);
    look();
    EXPECT_EQ(after(24h), "Max:console@managers");
    EXPECT_EQ(look(), "");
    EXPECT_EQ(after(14min), "Ana:console@staff+1 Max:console@managers+1");
    EXPECT_EQ(after(1min), "Rosa:console@everyone");
    EXPECT_EQ(texts, 0);
}

TEST_F(Ladder, AClockThatJumpsBackWaitsOnceMoreAndSkipsNothing)
{
    person("Ana", Role::Agent);
    person("Max", Role::Manager);
    look();
    after(60s);
    EXPECT_EQ(after(-24h), "") << "nothing is said for it";
    EXPECT_TRUE(plan.changed) << "and the wait counts from now";
    EXPECT_EQ(after(60s), "Ana:console@staff+2");
    EXPECT_EQ(after(14min), "Max:console@managers");
}

TEST_F(Ladder, EveryStepIsDoneOnceHoweverOftenItIsLookedAt)
{
    for (const char *name : {"Ana", "Ben", "Cleo"})
        person(name, Role::Agent);
    person("Max", Role::Manager);
    person("Rosa", Role::Admin, false);
    std::map<std::string, int> steps;
    for (int seconds = 0; seconds < 3 * 3600; seconds += 7) {
        in.now = onFriday + std::chrono::seconds {seconds};
        const auto before = in.escalation.ladder.size();
        look();
        for (auto i = before; i < in.escalation.ladder.size(); ++i)
            ++steps[in.escalation.ladder[i].who.name + in.escalation.ladder[i].how];
    }
    EXPECT_EQ(steps, (std::map<std::string, int> {{"Anaconsole", 1}, {"Benconsole", 1}, {"Cleoconsole", 1}, {"Maxconsole", 1}, {"Rosano_console", 1}, {"sms", 1}}));
}

TEST_F(Ladder, TheTrailKeepsItsNewestSteps)
{
    for (int i = 0; i < 40; ++i)
        person("P" + std::to_string(i), Role::Agent);
    for (int i = 0; i < 20; ++i) {
        waitAgain(in.escalation);
        after(1min);
    }
    EXPECT_EQ(in.escalation.ladder.size(), longestLadder);
    EXPECT_EQ(in.escalation.ladder.back().at, in.now);
}

TEST(LadderHours, RunByTheClockOfThePlace)
{
    const ServerZones zones;
    Week nights;
    nights[4] = {{22 * 60, 7 * 60}}; // Friday evening to Saturday morning
    const std::string zone = "America/New_York";
    const auto friday = fromRfc3339("2026-11-21T02:59:00Z").value(); // 21:59 there
    EXPECT_FALSE(quietUntil(nights, zone, friday, zones));
    EXPECT_EQ(quietUntil(nights, zone, friday + 1min, zones), fromRfc3339("2026-11-21T12:00:00Z"));
    EXPECT_FALSE(quietUntil({}, zone, friday, zones)) << "none are told";
    EXPECT_FALSE(quietUntil(nights, "Mars/Base", friday + 1min, zones)) << "rather told than not";
    EXPECT_TRUE(onDuty({}, zone, friday, zones)) << "always";
    EXPECT_FALSE(onDuty(nights, zone, friday, zones));
    EXPECT_TRUE(onDuty(nights, zone, friday + 1min, zones));
    // The night in which the clocks go forward is an hour shorter.
    Week spring;
    spring[5] = {{22 * 60, 7 * 60}};
    EXPECT_EQ(quietUntil(spring, zone, fromRfc3339("2027-03-14T04:00:00Z").value(), zones), fromRfc3339("2027-03-14T11:00:00Z"));
}
