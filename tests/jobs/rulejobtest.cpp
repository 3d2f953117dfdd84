#include "server/jobs/rulejob.h"
#include "server/services/client/clientacts.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/escalation/escalationacts.h"
#include "server/services/lead/leadacts.h"
#include "server/services/rule/ruleacts.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/locationrepository.h"
#include "server/storage/rulerepository.h"
#include "tests/jobs/handovers.h"

#include <fmt/format.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// Rules that fire, in the assistant's turns and as time goes by.
class RuleFire : public HandOvers {
protected:
    ClientRule make(const std::function<void(RuleConditions &)> &ask, const std::string &name = "Rule", int priority = 2)
    {
        ClientRule rule;
        rule.id = RuleId::make(clock.now());
        rule.name = name;
        rule.handOver.priority = priority;
        ask(rule.when);
        by(tom, [&](OpContext &op) {
            const auto made = createRule(op, rule);
            ASSERT_TRUE(made.hasValue()) << made.error().detail;
            rule = made.value();
        });
        drain();
        return rule;
    }
    ClientRule unanswered(int minutes)
    {
        return make([&](RuleConditions &w) { w.unansweredMinutes = minutes; }, "No reply");
    }
    /// Tom has the conversation and has answered; then the customer writes again.
    void askTom(const std::string &text = "Is anybody there?")
    {
        sms("Do you have parking?", "SM1");
        settle();
        take();
        answer();
        sms(text, "SM" + std::to_string(++m_asked));
        settle();
        ASSERT_EQ(conversations()[0].owner.kind, OwnerKind::User);
        ASSERT_TRUE(conversations()[0].waitingSince);
    }
    void answer()
    {
        by(tom, [&, row = conversations()[0]](OpContext &op) {
            const auto sent = reply(op, row.id, {MessageId {op.op.value}, "Yes.", row.lastPublicPosition, row.claim.fence, false}, usualLease);
            EXPECT_TRUE(sent.hasValue()) << sent.error().detail;
        });
        drain();
    }
    void resolveIt()
    {
        by(tom, [&, id = escalation(conversations()[0].id)->id](OpContext &op) {
            const EscalationActs acts {claims};
            EXPECT_TRUE(acts.resolve(op, id, {}).hasValue());
        });
        drain();
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        drain();
    }
    bool isCalled() { return escalation(conversations()[0].id).has_value(); }
    std::vector<RuleFiring> fired()
    {
        std::vector<RuleFiring> list;
        const auto id = conversations()[0].id;
        (void)store->read([&](Tx &tx) { list = RuleRepository::firings(tx, client.id, id); });
        return list;
    }

    int m_asked = 1;
};

TEST_F(RuleFire, AMessageHandsOverAndTheTrailNamesTheRule)
{
    const auto rule = make([](RuleConditions &w) { w.words = {"parking"}; }, "Parking", 1);
    sms("Do you have parking?", "SM1");
    settle();
    const auto row = conversations()[0];
    const auto open = escalation(row.id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->rule, (RuleMark {rule.id, "Parking", 1}));
    EXPECT_EQ(open->brief.why, "Parking, version 1");
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(changes(row.id, TransitionField::Owner).at(0).detail, "Parking, version 1");
    ASSERT_EQ(fired().size(), 1u);
    EXPECT_EQ(fired()[0].rule, rule.id);
    EXPECT_EQ(fired()[0].ruleVersion, 1);
    EXPECT_EQ(fired()[0].escalation, open->id);
    EXPECT_EQ(fired()[0].occasion, "message 1");
    EXPECT_TRUE(ladderWaits()) << "people are told";
    std::int64_t count = 0;
    (void)store->read([&](Tx &tx) { count = RuleRepository::firingCount(tx); });
    EXPECT_EQ(count, 1);
}

TEST_F(RuleFire, WhatIsHandedBackIsAnsweredAndNewWordsFireAgain)
{
    make([](RuleConditions &w) { w.words = {"parking"}; });
    sms("Do you have parking?", "SM1");
    settle();
    takeAndGiveBack();
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(isCalled());
    EXPECT_EQ(fired().size(), 1u);
    sms("and parking for a bus?", "SM2");
    settle();
    EXPECT_TRUE(isCalled());
    EXPECT_EQ(fired().size(), 2u);
}

TEST_F(RuleFire, NoReplyInTimeCallsSomebodyOncePerWait)
{
    const auto rule = unanswered(10);
    askTom();
    const auto waits = *conversations()[0].waitingSince;
    pass(waits + 10min - clock.now() - 1ms);
    EXPECT_FALSE(isCalled());
    pass(1ms);
    const auto row = conversations()[0];
    const auto open = escalation(row.id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->rule, (RuleMark {rule.id, "No reply", 1}));
    EXPECT_EQ(open->createdBy.kind, ActorKind::System);
    EXPECT_EQ(row.owner.kind, OwnerKind::User) << "who has it keeps it";
    EXPECT_EQ(row.escalation->id, open->id);
    EXPECT_EQ(changes(row.id, TransitionField::Escalation).at(0).to, "pending");
    EXPECT_EQ(changes(row.id, TransitionField::Escalation).at(0).detail, "No reply, version 1");
    EXPECT_EQ(fired().at(0).occasion, "wait " + toRfc3339(waits));
    resolveIt();
    pass(2h);
    EXPECT_FALSE(isCalled()) << "the same wait goes on";
    EXPECT_EQ(fired().size(), 1u);
    take(); // or somebody would be told at once
    answer();
    sms("And now?", "SM9");
    settle();
    pass(10min);
    EXPECT_TRUE(isCalled()) << "another wait";
    EXPECT_EQ(fired().size(), 2u);
}

// What began by that clock is not waited for until it is as late again: the wait counts from when the clock was put right.
TEST_F(RuleFire, AClockThatWasAheadKeepsNoWaitUnseen)
{
    unanswered(10);
    Upkeep upkeep {*store, clock, claims, log, {}};
    clock.advance(6h);
    askTom();
    upkeep.run();
    clock.advance(-6h);
    upkeep.run();
    drain();
    const auto right = clock.now();
    EXPECT_FALSE(isCalled()) << "nobody can tell that it is ten minutes already";
    take(); // or somebody would be told at once: the lease was told by that clock, too
    pass(5min);
    take(); // nothing that happens puts it off
    pass(right + 10min - clock.now() - 1ms);
    EXPECT_FALSE(isCalled());
    pass(1ms);
    EXPECT_TRUE(isCalled());
    EXPECT_EQ(fired().size(), 1u);
    resolveIt();
    pass(1h);
    EXPECT_FALSE(isCalled()) << "the same wait goes on";
}

// The look that was queued already was moved to where that clock stood.
TEST_F(RuleFire, AClockThatWasAheadPutsOffNoLookThatWaitedAlready)
{
    unanswered(12 * 60);
    Upkeep upkeep {*store, clock, claims, log, {}};
    askTom();
    clock.advance(6h);
    take();
    answer();
    sms("And now?", "SM8");
    settle();
    clock.advance(-6h);
    upkeep.run();
    drain();
    const auto right = clock.now();
    ASSERT_FALSE(isCalled());
    take(); // as above
    pass(right + 12h - clock.now() - 1ms);
    EXPECT_FALSE(isCalled());
    pass(1ms);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, AWaitThatAClockPutAheadIsNotCountedFromAnEarlierOne)
{
    unanswered(12 * 60);
    askTom();
    for (int i = 0; i < 6; ++i) {
        clock.advance(i < 5 ? 6h : 11h); // the last five hours are that clock's
        take();
        answer();
        sms("And now?", "SM1" + std::to_string(i));
        settle();
    }
    clock.advance(-5h);
    make([](RuleConditions &w) { w.unansweredMinutes = 13 * 60; }, "Later"); // all who wait are looked at
    EXPECT_FALSE(isCalled()) << "they wrote a moment ago";
    pass(12h);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, ASaveOnceTheClocksLeadIsOverPutsNothingOff)
{
    unanswered(12 * 60);
    Upkeep upkeep {*store, clock, claims, log, {}};
    clock.advance(6h);
    askTom();
    clock.advance(-6h);
    upkeep.run();
    drain();
    const auto right = clock.now();
    take(); // as above
    pass(7h);
    take();
    pass(right + 12h - clock.now() - 1ms);
    EXPECT_FALSE(isCalled());
    pass(1ms);
    EXPECT_TRUE(isCalled());
}

// A rule that was off meanwhile knows nothing of earlier waits.
TEST_F(RuleFire, AWaitIsNotCountedFromALookThatWasAskedForBefore)
{
    auto rule = unanswered(12 * 60);
    askTom();
    clock.advance(1h);
    take();
    answer();
    rule.enabled = false;
    by(tom, [&](OpContext &op) { EXPECT_TRUE(putRule(op, rule.id, rule, rule.version).hasValue()); });
    clock.advance(4h);
    take();
    sms("And now?", "SM8");
    settle();
    ASSERT_FALSE(isCalled());
    unanswered(4 * 60);
    pass(5min);
    EXPECT_FALSE(isCalled()) << "they wrote a moment ago";
    pass(4h);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, WhatIsSaidOnceTheClockIsRightIsOfTheWaitThatItPutAhead)
{
    make([](RuleConditions &w) {
        w.words = {"coach"};
        w.unansweredMinutes = 10;
    });
    Upkeep upkeep {*store, clock, claims, log, {}};
    clock.advance(6h);
    askTom();
    clock.advance(-6h);
    upkeep.run();
    drain();
    ASSERT_FALSE(isCalled());
    take(); // as above
    sms("We come by coach", "SM8");
    settle();
    pass(10min);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, AnAnswerInTimeCallsNobody)
{
    unanswered(10);
    askTom();
    pass(9min);
    answer();
    pass(1h);
    EXPECT_FALSE(isCalled());
    EXPECT_TRUE(fired().empty());
}

TEST_F(RuleFire, ItSurvivesARestartAndIsNotDoneTwice)
{
    unanswered(10);
    askTom();
    restart();
    pass(10min);
    EXPECT_TRUE(isCalled());
    RuleJob job {*store, clock, zones};
    const auto id = conversations()[0].id;
    for (int i = 0; i < 2; ++i) {
        const auto outcome = job.run(rulesJob(client.id, id, clock.now(), clock.now()));
        EXPECT_FALSE(outcome.effect) << "somebody is called";
    }
    resolveIt();
    const auto outcome = job.run(rulesJob(client.id, id, clock.now(), clock.now()));
    EXPECT_FALSE(outcome.effect) << "it has fired for this wait";
    EXPECT_EQ(count("rule_firing"), 1u);
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(RuleFire, WhatAnAnswerOvertookIsNotWritten)
{
    unanswered(10);
    askTom();
    clock.advance(10min);
    RuleJob job {*store, clock, zones};
    const auto outcome = job.run(rulesJob(client.id, conversations()[0].id, clock.now(), clock.now()));
    ASSERT_TRUE(outcome.effect);
    by(tom, [&, row = conversations()[0]](OpContext &op) {
        EXPECT_TRUE(reply(op, row.id, {MessageId {op.op.value}, "Here I am.", row.lastPublicPosition, row.claim.fence, false}, usualLease).hasValue());
    });
    ASSERT_FALSE(store->write([&](WriteTx &tx) { outcome.effect(tx); }).hasError());
    EXPECT_FALSE(isCalled());
    EXPECT_TRUE(fired().empty());
}

TEST_F(RuleFire, WhoWaitsAlreadyIsLookedAtByANewRule)
{
    askTom();
    pass(30min);
    EXPECT_FALSE(isCalled());
    unanswered(45);
    EXPECT_FALSE(isCalled());
    pass(15min);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, WhoWaitsIsLookedAtByNewHours)
{
    make([](RuleConditions &w) {
        w.unansweredMinutes = 15;
        w.times = {RuleTime::AfterHours};
    }, "Late");
    askTom();
    pass(30min);
    EXPECT_FALSE(isCalled()) << "we are open day and night";
    std::vector<Location> places;
    (void)store->read([&](Tx &tx) { places = LocationRepository::ofClient(tx, client.id); });
    auto hours = places.at(0).hours;
    const auto today = zones.toLocal(clock.now(), hours.zone).value();
    hours.closedDates = {fmt::format("{:04}-{:02}-{:02}", today.year, today.month, today.day)};
    by(tom, [&](OpContext &op) { EXPECT_TRUE(putHours(op, places.at(0).id, hours, places.at(0).version, zones).hasValue()); });
    drain();
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, ARuleThatIsSwitchedOffMeanwhileCallsNobody)
{
    auto rule = unanswered(10);
    askTom();
    by(tom, [&](OpContext &op) {
        rule.enabled = false;
        EXPECT_TRUE(putRule(op, rule.id, rule, rule.version).hasValue());
    });
    pass(1h);
    EXPECT_FALSE(isCalled());
}

TEST_F(RuleFire, WhatIsPutOffIsLookedAtWhenItIsAwakeAgain)
{
    unanswered(10);
    askTom();
    by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(snooze(op, id, {op.now + 1h, {}, 0, true}).hasValue()); });
    pass(30min);
    EXPECT_FALSE(isCalled());
    pass(31min);
    EXPECT_TRUE(isCalled());
}

TEST_F(RuleFire, WhoWantsNoMoreMessagesWaitsForNone)
{
    unanswered(10);
    askTom();
    sms("STOP", "SM8");
    settle();
    ASSERT_TRUE(conversations()[0].waitingSince);
    pass(1h);
    EXPECT_FALSE(isCalled());
}

TEST_F(RuleFire, WhatTheAssistantAnsweredWaitsForNobody)
{
    unanswered(1);
    sms("Do you have parking?", "SM1");
    settle();
    pass(1h);
    EXPECT_FALSE(isCalled());
}

TEST_F(RuleFire, AScoreThatAPersonRaisesHandsOver)
{
    const auto rule = make([](RuleConditions &w) { w.scoreAbove = 80; }, "Hot");
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_FALSE(isCalled());
    by(tom, [&, id = leads()[0].id](OpContext &op) { EXPECT_TRUE(addScore(op, id, 100, "met in person").hasValue()); });
    drain();
    const auto row = conversations()[0];
    const auto open = escalation(row.id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->rule->id, rule.id);
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(changes(row.id, TransitionField::Owner).at(0).detail, "Hot, version 1");
    takeAndGiveBack();
    by(tom, [&, id = leads()[0].id](OpContext &op) { EXPECT_TRUE(addScore(op, id, 1, "and again").hasValue()); });
    settle();
    EXPECT_FALSE(isCalled()) << "once in a conversation";
}

} // namespace foredeck::tests
