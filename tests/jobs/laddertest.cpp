#include "tests/jobs/ladderrig.h"

using namespace foredeck;

namespace foredeck::tests {

TEST_F(LadderJobs, WithNobodyAtTheDeskItIsToldRepeatedClimbedAndTextedToTheOwner)
{
    comes(ana);
    comes(max);
    handOver();
    const auto id = open()->id;
    EXPECT_EQ(trail(), Words {"Ana:console"});
    ASSERT_EQ(alerts(ana).size(), 1U);
    const auto first = alerts(ana)[0];
    EXPECT_EQ(first.escalation, id);
    EXPECT_EQ(first.conversation, conversations()[0].id);
    EXPECT_EQ(first.client, client.id);
    EXPECT_EQ(first.priority, open()->priority);
    EXPECT_EQ(first.rung, Rung::Staff);
    EXPECT_EQ(first.repeat, 0);
    EXPECT_TRUE(alerts(max).empty());

    pass(3min);
    EXPECT_EQ(trail(), Words {"Ana:console+3"});
    EXPECT_EQ(alerts(ana).back().repeat, 3);
    EXPECT_GT(alerts(ana).back().version, first.version);
    pass(12min);
    EXPECT_EQ(trail().back(), "Max:console");
    EXPECT_EQ(alerts(max).size(), 1U);
    EXPECT_EQ(alerts(max)[0].rung, Rung::Managers);
    EXPECT_TRUE(texts().empty());
    pass(15min);
    // Rosa has no console: it is in her log, and the owner's telephone is next.
    EXPECT_EQ(alerts(rosa).size(), 1U);
    EXPECT_EQ(trail()[trail().size() - 2], "Rosa:no_console");
    EXPECT_EQ(trail().back(), ":sms");
    ASSERT_EQ(texts().size(), 1U);
    EXPECT_EQ(texts()[0].from, "+13055550101");
    EXPECT_EQ(texts()[0].text, "Casa Marisol: Ana R. is waiting for a person (open question). Nobody has answered at a console.");
    EXPECT_EQ(textDelivery().state, DeliveryState::Sent);
    const auto sid = lastSid();
    smsStatus(sid, "delivered");
    settle();
    EXPECT_EQ(textDelivery().state, DeliveryState::Delivered);
    smsStatus(sid, "sent");
    settle();
    EXPECT_EQ(textDelivery().state, DeliveryState::Delivered) << "never backwards";
    EXPECT_EQ(conversations().size(), 1U) << "and it is nobody's conversation";
    EXPECT_EQ(count("alert_text"), 1U);

    const auto version = conversations()[0].version;
    acknowledge();
    const auto said = alerts(ana).size();
    pass(2h);
    EXPECT_EQ(alerts(ana).size(), said) << "nobody is told again";
    EXPECT_EQ(texts().size(), 1U);
    EXPECT_FALSE(ladderWaits());
    EXPECT_EQ(conversations()[0].version, version) << "lists are not turned over by it";
}

TEST_F(LadderJobs, EveryStepIsAnEventWithTheWholeTrail)
{
    comes(ana);
    const auto before = events().empty() ? 0 : events().back().seq;
    handOver();
    std::optional<Escalation> told;
    for (const auto &event : events(before)) {
        if (event.kind == "escalation.updated")
            told = decode<Escalation>(event.data).value();
    }
    ASSERT_TRUE(told);
    ASSERT_EQ(told->ladder.size(), 1U);
    EXPECT_EQ(told->ladder[0].who.user, ana);
    EXPECT_EQ(told->alert.rung, Rung::Staff);
    EXPECT_EQ(told->alert.nextAt, told->ladder[0].at + 15min);
}

TEST_F(LadderJobs, ARestartForgetsNothingAndRepeatsNothing)
{
    comes(ana);
    handOver();
    pass(2min);
    const auto before = trail();
    restart();
    drain();
    EXPECT_EQ(trail(), before);
    EXPECT_EQ(texts().size(), 0U) << "consoles are on their way back";
    comes(ana);
    pass(5min);
    EXPECT_EQ(trail(), Words {"Ana:console+7"});
    pass(8min);
    EXPECT_EQ(trail(), (Words {"Ana:console+14", "Max:no_console", "Rosa:no_console", ":sms"}));
}

TEST_F(LadderJobs, AStoreOfBeforeIsTakenUp)
{
    handOver();
    (void)store->write([&](WriteTx &tx) { JobRepository::cancel(tx, client.id, queues::escalationLadder, open()->id.value, "gone", clock.now()); });
    ASSERT_FALSE(ladderWaits());
    (void)store->write([&](WriteTx &tx) {
        takeUpLadders(tx, clock.now());
        takeUpLadders(tx, clock.now());
    });
    EXPECT_TRUE(ladderWaits());
    acknowledge();
    EXPECT_FALSE(ladderWaits());
}

// The power went for the desk and the server; whatever was planned until then waits for nobody.
TEST_F(LadderJobs, AfterARestartAnEmergencyIsLookedAtAtOnce)
{
    settings([](ClientSettings &s) { s.alerts.repeatSeconds = 900; });
    comes(ana);
    clock.advance(2min);
    whatsApp("There is a fire in the kitchen!", "wamid.1");
    settle();
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    (void)store->write([&](WriteTx &tx) { // as an older program wrote it
        tx.run("UPDATE job SET priority = 2 WHERE queue = 'escalation.ladder' AND state = 'queued'", {});
    });
    restart();
    (void)store->write([&](WriteTx &tx) { takeUpLadders(tx, clock.now()); });
    std::vector<Job> due;
    (void)store->write([&](WriteTx &tx) { due = JobRepository::claim(tx, queues::escalationLadder, "w", clock.now(), clock.now(), 10); JobRepository::releaseAll(tx, clock.now()); });
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].priority, queues::pressing);
    pass(90s);
    EXPECT_EQ(texts().size(), 1U) << "nobody has come back";
}

TEST_F(LadderJobs, WhoGivesItUpLetsItBeginAnewAtOnce)
{
    comes(ana);
    handOver();
    change([&](Escalation &e) { e.status = EscalationStatus::Claimed; });
    pass(1h);
    EXPECT_EQ(trail(), Words {"Ana:console"});
    change([&](Escalation &e) { waitAgain(e); });
    drain();
    EXPECT_EQ(trail(), (Words {"Ana:console", "Ana:console"}));
    EXPECT_EQ(alerts(ana).back().repeat, 0);
}

TEST_F(LadderJobs, WhatGrowsMorePressingIsToldAnew)
{
    comes(ana);
    handOver();
    acknowledge();
    whatsApp("There is a fire in the kitchen!", "wamid.2");
    settle();
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    EXPECT_EQ(trail(), (Words {"Ana:console", "Ana:console"}));
    EXPECT_EQ(alerts(ana).back().priority, 1);
    pass(5min);
    EXPECT_EQ(texts().size(), 1U) << "an emergency climbs in a third of the time";
}

TEST_F(LadderJobs, ChangedSettingsCountFromTheNextStepOn)
{
    settings([&](ClientSettings &s) {
        s.alerts.repeatSeconds = 15;
        s.alerts.climbMinutes = 1;
        s.alerts.onCall = {{rosa, {}}};
    });
    comes(ana);
    comes(rosa);
    handOver();
    EXPECT_EQ(trail(), Words {"Rosa:console"}) << "she is on call";
    pass(45s);
    EXPECT_EQ(trail(), Words {"Rosa:console+3"});
    pass(15s);
    EXPECT_EQ(trail().back(), "Ana:console");
}

TEST_F(LadderJobs, AClockThatWasAheadDoesNotKeepItWaiting)
{
    comes(ana);
    ClaimActs claims {90s};
    Upkeep upkeep {*store, clock, claims, log, {}};
    handOver();
    clock.advance(20h);
    drain();
    upkeep.run();
    clock.advance(-20h);
    upkeep.run();
    const auto said = alerts(ana).size();
    pass(20min);
    EXPECT_GT(alerts(ana).size(), said);
}

TEST_F(LadderJobs, AConsoleThatHasJustGoneCountsOn)
{
    comes(ana);
    handOver();
    goes(ana);
    pass(30s);
    EXPECT_EQ(trail(), Words {"Ana:console"});
    comes(ana);
    pass(2min);
    EXPECT_EQ(trail(), Words {"Ana:console+2"});
    goes(ana);
    pass(2min);
    EXPECT_EQ(trail().back(), ":sms") << "now nobody is there";
}

// A laptop that was closed tells nobody; the one beside it does.
TEST_F(LadderJobs, AnEmergencyGoesOnSoonAfterItsOnlyConsoleCloses)
{
    comes(ana);
    comes(max);
    clock.advance(2min);
    whatsApp("There is a fire in the kitchen!", "wamid.1");
    settle();
    ASSERT_TRUE(open());
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    EXPECT_EQ(alerts(max).size(), 0U);
    clock.advance(5s);
    goes(ana);
    comes(ana);
    pass(30s);
    EXPECT_EQ(alerts(max).size(), 0U) << "it was a connection that was made anew";
    goes(ana);
    (void)store->write([](WriteTx &) { }); // behind the look that this asks for
    drain();
    EXPECT_EQ(alerts(max).size(), 0U);
    pass(15s);
    EXPECT_EQ(alerts(max).size(), 1U);
    background->consoles().freeze(); // a server that stops closes them all
    goes(max);
    pass(15s);
    EXPECT_EQ(texts().size(), 0U);
}

TEST_F(LadderJobs, AnEmergencyWaitsForNoConsoleThatClosedBeforeItOrAfterAnother)
{
    settings([](ClientSettings &s) { s.alerts.repeatSeconds = 900; });
    const auto second = [this] {
        clock.advance(1s);
        (void)store->write([](WriteTx &) { }); // behind the look that a closing asks for
        drain();
    };
    for (const auto &person : {ana, max, rosa})
        comes(person);
    clock.advance(2min);
    goes(rosa);
    clock.advance(3s);
    whatsApp("There is a fire in the kitchen!", "wamid.1");
    settle();
    ASSERT_EQ(open()->reason, EscalationReason::Emergency);
    goes(ana);
    for (int i = 0; i < 6; ++i)
        second();
    goes(max);
    for (int i = 0; i < 8; ++i)
        second();
    EXPECT_EQ(texts().size(), 0U) << "Max may only be connecting anew";
    for (int i = 0; i < 4; ++i)
        second();
    EXPECT_EQ(texts().size(), 1U);
}

} // namespace foredeck::tests
