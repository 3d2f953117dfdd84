#include "server/jobs/wakejob.h"
#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/queues.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// What is put off, as time goes by.
class Snooze : public Rig {
protected:
    void handOver()
    {
        sms("Do you have a helipad?", "SM1");
        settle();
        id = conversations().at(0).id;
        ASSERT_TRUE(escalation(id));
    }
    Result<Conversation> act(const std::function<Result<Conversation>(OpContext &)> &what)
    {
        Result<Conversation> result {Error::of(Error::Kind::NotFound, {})};
        by({ActorKind::User, UserId {"u1"}, "Rosa"}, [&](OpContext &op) {
            result = what(op);
            if (result.hasError() && !op.tx.error())
                op.tx.fail(result.error());
        });
        return result;
    }
    Result<Conversation> snoozeFor(std::chrono::milliseconds time)
    {
        return act([&](OpContext &op) { return snooze(op, id, {op.now + time, {}}); });
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        drain();
    }
    Transition lastStatus()
    {
        std::optional<Transition> found;
        (void)store->read([&](Tx &tx) { found = TransitionRepository::latest(tx, client.id, id, TransitionField::Status); });
        return found.value_or(Transition {});
    }
    Conversation row() { return conversations().at(0); }

    ConversationId id;
};

TEST_F(Snooze, WakesByItselfWhenItsTimeHasCome)
{
    handOver();
    const auto due = row().sla->due;
    ASSERT_TRUE(due);
    const auto until = clock.now() + 2h;
    ASSERT_TRUE(snoozeFor(2h).hasValue());
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_EQ(row().snoozedUntil, until);
    EXPECT_EQ(row().sla->reason, SlaPause::Snoozed);
    EXPECT_EQ(row().sla->pausedUntil, until);
    EXPECT_FALSE(awaitsPerson(row()));
    EXPECT_EQ(lastStatus().detail, toRfc3339(until));
    pass(2h - 1ms);
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    const auto seen = events().back().seq;
    pass(1ms);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_FALSE(row().snoozedUntil);
    EXPECT_TRUE(awaitsPerson(row()));
    EXPECT_EQ(row().sla->due, *due + 2h) << "the clock stood still and runs on";
    EXPECT_EQ(lastStatus().from, "snoozed");
    EXPECT_EQ(lastStatus().to, "waiting_human");
    EXPECT_EQ(lastStatus().reason, "snooze_over");
    EXPECT_EQ(lastStatus().actor.kind, ActorKind::System);
    bool told = false;
    for (const auto &event : events(seen))
        told = told || event.kind == "conversation.updated";
    EXPECT_TRUE(told);
    const auto version = row().version;
    pass(24h);
    EXPECT_EQ(row().version, version) << "once";
}

TEST_F(Snooze, IsRefusedWithTheFieldForAMomentThatIsNoneOfTheNextYear)
{
    handOver();
    for (const auto time : std::vector<std::chrono::milliseconds> {0ms, -1h, std::chrono::days {366} + 1ms}) {
        const auto refused = snoozeFor(time);
        ASSERT_TRUE(refused.hasError());
        EXPECT_EQ(refused.error().fields.at(0).field, "until");
    }
    EXPECT_TRUE(snoozeFor(std::chrono::days {366}).hasValue());
}

TEST_F(Snooze, TheNewMomentCounts)
{
    handOver();
    (void)snoozeFor(1h);
    pass(30min);
    ASSERT_TRUE(snoozeFor(2h).hasValue());
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    handOver();
    (void)snoozeFor(2h);
    (void)snoozeFor(1h);
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
}

TEST_F(Snooze, ACustomerWhoWritesWakesItAtOnce)
{
    handOver();
    (void)snoozeFor(2h);
    pass(10min);
    sms("Hello?", "SM2");
    drain();
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman) << "nobody has it";
    EXPECT_FALSE(row().snoozedUntil);
    EXPECT_EQ(lastStatus().reason, "customer_wrote");
    EXPECT_TRUE(awaitsPerson(row()));
    const auto since = lastStatus().at;
    pass(2h);
    EXPECT_EQ(lastStatus().at, since) << "its time finds it awake";
}

// Answered by somebody who has not taken it: whoever is still called finds it where they look.
TEST_F(Snooze, WhatACustomerWokeAndNobodyHasStaysAmongThoseWhoWait)
{
    handOver();
    (void)snoozeFor(2h);
    sms("HELP", "SM2");
    drain();
    ASSERT_FALSE(act([&](OpContext &op) -> Result<Conversation> {
        const auto said = reply(op, id, {MessageId {op.op.value}, "On the roof", row().lastPublicPosition, 0, false}, usualLease);
        return said.hasError() ? Result<Conversation> {said.error()} : Result<Conversation> {row()};
    }).hasError());
    ASSERT_EQ(escalation(id)->status, EscalationStatus::Pending);
    EXPECT_TRUE(awaitsPerson(row()));
}

TEST_F(Snooze, NobodyIsToldOfItMeanwhileAndAnewThen)
{
    handOver();
    const auto steps = escalation(id)->ladder.size();
    (void)snoozeFor(2h);
    pass(90min);
    EXPECT_EQ(escalation(id)->ladder.size(), steps);
    pass(30min);
    EXPECT_GT(escalation(id)->ladder.size(), steps);
    EXPECT_GE(*escalation(id)->alert.begun, clock.now() - 1s);
}

TEST_F(Snooze, ACustomerWhoWritesLetsItBeToldAtOnceToo)
{
    handOver();
    const auto steps = escalation(id)->ladder.size();
    (void)snoozeFor(24h);
    pass(3h);
    sms("Hello?", "SM2");
    drain();
    EXPECT_GT(escalation(id)->ladder.size(), steps);
}

TEST_F(Snooze, APersonEndsItBeforeItsTime)
{
    handOver();
    (void)snoozeFor(2h);
    pass(1h);
    const auto woken = act([&](OpContext &op) { return wake(op, id, {}); });
    ASSERT_TRUE(woken.hasValue());
    EXPECT_EQ(woken.value().status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(lastStatus().reason, "woken");
    const auto version = row().version;
    const auto again = act([&](OpContext &op) { return wake(op, id, {}); });
    ASSERT_TRUE(again.hasValue());
    EXPECT_EQ(row().version, version) << "what is awake stays as it is";
}

TEST_F(Snooze, ThatIsTakenBackWasNone)
{
    handOver();
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"};
        c.status = ConversationStatus::Active;
    });
    const auto before = escalation(id)->alert;
    ASSERT_TRUE(snoozeFor(20h).hasValue());
    const auto back = act([&](OpContext &op) { return wake(op, id, {{}, ConversationStatus::Active}); });
    ASSERT_TRUE(back.hasValue());
    EXPECT_EQ(back.value().status, ConversationStatus::Active);
    EXPECT_FALSE(back.value().snoozedUntil);
    EXPECT_EQ(back.value().owner.user, UserId {"u1"});
    EXPECT_EQ(escalation(id)->alert, before) << "nobody is told anew";
    const auto refused = act([&](OpContext &op) { return wake(op, id, {{}, ConversationStatus::Ended}); });
    ASSERT_TRUE(refused.hasError());
    EXPECT_EQ(refused.error().fields.at(0).field, "status");
}

TEST_F(Snooze, WhoeverHasItHasItStillAndTheAssistantDoesNot)
{
    handOver();
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"};
        c.waitingSince.reset(); // she has answered
    });
    (void)snoozeFor(1h);
    pass(1h);
    EXPECT_EQ(row().owner.user, UserId {"u1"});
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    changeConversation([](Conversation &c) { c.owner = {OwnerKind::Assistant, {}, {}}; });
    (void)snoozeFor(1h);
    pass(1h);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody) << "or no person would see it";
}

TEST_F(Snooze, WhoeverWentHomeIsToldFirstAndThenEverybody)
{
    handOver();
    const auto taken = act([&](OpContext &op) { return ClaimActs {90s}.takeOver(op, id, {}); });
    ASSERT_TRUE(taken.hasValue());
    (void)snoozeFor(12h);
    pass(12h);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(awaitsPerson(row()));
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->status, EscalationStatus::Pending);
    EXPECT_EQ(open->assignedTo.user, UserId {"u1"});
}

// Rosa took it by herself, put it off while they waited, and went home.
TEST_F(Snooze, WhoWaitsWhenItIsOverAndWhomNobodyWasToldOfIsTold)
{
    sms("Do you have parking?", "SM1");
    settle();
    id = conversations().at(0).id;
    ASSERT_TRUE(act([&](OpContext &op) { return ClaimActs {90s}.takeOver(op, id, {}); }).hasValue());
    sms("And breakfast?", "SM2");
    settle();
    ASSERT_TRUE(act([&](OpContext &op) { return snooze(op, id, {op.now + 2h, {}, 0, true}); }).hasValue());
    ASSERT_FALSE(escalation(id));
    pass(2h);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(row().waitingSince);
    EXPECT_TRUE(escalation(id));
}

TEST_F(Snooze, WhatIsSentAnywayLeavesItPutOff)
{
    handOver();
    ASSERT_TRUE(snoozeFor(24h).hasValue());
    by({ActorKind::User, UserId {"u1"}, "Rosa"}, [&](OpContext &op) { EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "I tell you tomorrow.", 0, 0, true}, usualLease).hasValue()); });
    drain();
    EXPECT_EQ(row().owner.user, UserId {"u1"});
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    pass(24h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman) << "they are reminded of what they promised";
}

// Answered, given back to the assistant and put off; the answer does not arrive.
TEST_F(Snooze, WhomAnAnswerDidNotReachIsToldOfWhenItIsOver)
{
    handOver();
    const ClaimActs claims {90s};
    ASSERT_TRUE(act([&](OpContext &op) { return claims.takeOver(op, id, {}); }).hasValue());
    by({ActorKind::User, UserId {"u1"}, "Rosa"}, [&](OpContext &op) { EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes.", 0, 0, true}, usualLease).hasValue()); });
    drain();
    ASSERT_TRUE(act([&](OpContext &op) { return claims.release(op, id, OwnerKind::Assistant, 0); }).hasValue());
    ASSERT_TRUE(snoozeFor(2h).hasValue());
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    pass(2h);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(row().waitingSince);
    EXPECT_TRUE(escalation(id));
}

// Opened again and put off for tomorrow, or put off a second time: nobody has it, and what once told of it is over.
TEST_F(Snooze, WhoWritesOrCallsBeforeItIsOverWhereNobodyHasThemIsToldOf)
{
    const auto putOff = [&] {
        by({ActorKind::User, UserId {"u1"}, "Rosa"}, [&, seen = row().lastPublicPosition](OpContext &op) {
            EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "I will ask.", seen, 0, false}, usualLease).hasValue());
        });
        ASSERT_TRUE(act([&](OpContext &op) -> Result<Conversation> {
            auto edit = ConversationEdit::open(op, id);
            const auto ended = endIn(op, edit.value(), {0, {}, true}, "They are asked.");
            return ended.hasError() ? Result<Conversation> {ended.error()} : edit.value().save();
        }).hasValue());
        ASSERT_TRUE(act([&](OpContext &op) { return reopen(op, id, usualLease); }).hasValue());
        ASSERT_TRUE(snoozeFor(24h).hasValue());
        ASSERT_EQ(row().owner.kind, OwnerKind::Nobody);
        ASSERT_FALSE(escalation(id));
    };
    handOver();
    putOff();
    pass(1h);
    sms("Is the roof open tonight?", "SM2");
    settle();
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    ASSERT_TRUE(escalation(id));
    EXPECT_FALSE(escalation(id)->ladder.empty());
    putOff();
    pass(1h);
    missedCall("CA1");
    settle();
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(escalation(id));
}

TEST_F(Snooze, AThumbIsNoWordThatWakes)
{
    whatsApp("Do you have a helipad?", "wamid.1");
    settle();
    id = conversations().at(0).id;
    const auto steps = escalation(id)->ladder.size();
    (void)snoozeFor(2h);
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.r","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":"👍"}}])"));
    drain();
    EXPECT_EQ(messages().back().text, "👍");
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_EQ(escalation(id)->ladder.size(), steps);
    pass(2h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
}

TEST_F(Snooze, WhatTheAssistantHasItAnswersAndPeopleAreRemindedAllTheSame)
{
    sms("Hi", "SM1");
    settle();
    id = conversations().at(0).id;
    ASSERT_EQ(row().owner.kind, OwnerKind::Assistant);
    ASSERT_TRUE(snoozeFor(24h).hasValue());
    sms("Do you have parking?", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_FALSE(row().waitingSince);
    pass(24h);
    EXPECT_TRUE(awaitsPerson(row()));
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
}

TEST_F(Snooze, WhatTheAssistantCannotAnswerWakesIt)
{
    sms("Do you have parking?", "SM1");
    settle();
    id = conversations().at(0).id;
    ASSERT_TRUE(snoozeFor(24h).hasValue());
    sms("I want to speak to a human", "SM2");
    settle();
    EXPECT_TRUE(awaitsPerson(row()));
    EXPECT_FALSE(row().snoozedUntil);
    EXPECT_TRUE(escalation(id));
}

// Rosa put off what the assistant had, answered all the same, and it did not arrive.
TEST_F(Snooze, WhomAnAnswerDidNotReachWaitsThoughTheAssistantHasIt)
{
    sms("Do you have parking?", "SM1");
    settle();
    id = conversations().at(0).id;
    sms("Do you have a helipad?", "SM2");
    drain();
    ASSERT_TRUE(snoozeFor(2h).hasValue());
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21614); });
    ASSERT_FALSE(act([&](OpContext &op) -> Result<Conversation> {
        const auto said = reply(op, id, {MessageId {op.op.value}, "On the roof", 0, 0, true}, usualLease);
        return said.hasError() ? Result<Conversation> {said.error()} : Result<Conversation> {row()};
    }).hasError());
    drain();
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_EQ(row().owner.kind, OwnerKind::Assistant);
    EXPECT_TRUE(row().waitingSince);
    provider.answerWith({});
    settle();
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(row().waitingSince) << "it was handed over, and the clock runs";
    EXPECT_TRUE(escalation(id));
}

// Rosa put it off, her line went down, and it is called back: as it would have become without the snooze.
TEST_F(Snooze, WhoWaitsForWhoHasGoneIsToldOfWhenItIsWoken)
{
    for (const auto status : {ConversationStatus::Unknown, ConversationStatus::Active}) {
        sms("Where is the boat?", "SM" + std::string {nameOf(status)}, status == ConversationStatus::Unknown ? "+13055550151" : "+13055550152");
        drain();
        id = conversations().back().id;
        const auto now = [&] { return conversations().back(); };
        ASSERT_TRUE(act([&](OpContext &op) { return ClaimActs {90s}.takeOver(op, id, {}); }).hasValue());
        ASSERT_TRUE(snoozeFor(20h).hasValue());
        clock.advance(2min);
        Upkeep {*store, clock, ClaimActs {90s}, log, {}}.run();
        ASSERT_EQ(now().owner.user, UserId {"u1"});
        by({ActorKind::User, UserId {"u2"}, "Max"}, [&](OpContext &op) { EXPECT_TRUE(wake(op, id, {{}, status == ConversationStatus::Unknown ? Open<ConversationStatus> {} : Open<ConversationStatus> {status}}).hasValue()); });
        EXPECT_EQ(now().owner.kind, OwnerKind::Nobody);
        EXPECT_TRUE(now().waitingSince);
        EXPECT_TRUE(escalation(id));
    }
}

// What the assistant had and still thinks about is nobody's when somebody wakes it.
TEST_F(Snooze, WhoWaitsAndBecomesNobodysWhenItIsWokenIsToldOf)
{
    sms("Do you have parking?", "SM1");
    settle();
    id = conversations().at(0).id;
    sms("Do you have a helipad?", "SM2");
    drain();
    ASSERT_TRUE(snoozeFor(2h).hasValue());
    ASSERT_TRUE(act([&](OpContext &op) { return wake(op, id, {}); }).hasValue());
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(id));
}

TEST_F(Snooze, AFaultOfOursLetsNobodySleepOn)
{
    handOver();
    (void)snoozeFor(1h);
    WakeJob job {*store, clock};
    (void)store->write([&](WriteTx &tx) {
        JobRepository::cancel(tx, client.id, queues::conversationWake, id.value, "lost", clock.now());
        job.givenUp(tx, wakeJob(client.id, id, clock.now(), clock.now() + 1h), "a fault");
    });
    pass(61min);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
}

TEST_F(Snooze, ItSurvivesARestart)
{
    handOver();
    (void)snoozeFor(1h);
    restart();
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
}

} // namespace foredeck::tests
