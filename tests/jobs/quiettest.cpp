#include "server/jobs/quietjob.h"
#include "server/services/access/access.h"
#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/queues.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/jobrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

class Quiet : public Rig {
protected:
    void begin()
    {
        sms("I would like to book a room for Friday", "SM1");
        settle();
        ASSERT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
        ASSERT_FALSE(conversations()[0].waitingSince.has_value());
    }
    void changeSettings(const std::function<void(ClientSettings &)> &change)
    {
        (void)store->write([&](WriteTx &tx) {
            auto settings = SettingsRepository::ofClient(tx, client.id);
            change(*settings);
            SettingsRepository::update(tx, *settings, clock.now());
        });
    }
    void thumb(const std::string &id)
    {
        whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":")" + id + R"(","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":"👍"}}])"));
        drain();
    }
    void pass(std::chrono::minutes minutes)
    {
        clock.advance(minutes);
        drain();
    }
    /// Rosa does something to the conversation, in one transaction.
    template <class F>
    void asRosa(const F &act)
    {
        const auto id = conversations()[0].id;
        const auto done = store->write([&](WriteTx &tx) {
            User rosa;
            rosa.id = UserId {"u1"};
            rosa.name = "Rosa";
            const Access access {rosa, {client.id}};
            OpContext op {{tx, client.id, access.actor(), OpId::make(clock.now()), clock.now()}, access};
            EXPECT_TRUE(act(op, id).hasValue());
        });
        EXPECT_FALSE(done.hasError());
    }
    void takeOver()
    {
        asRosa([&](OpContext &op, const ConversationId &id) { return claims.takeOver(op, id, {}); });
    }
    void handBack()
    {
        asRosa([&](OpContext &op, const ConversationId &id) { return claims.release(op, id, OwnerKind::Assistant, 0); });
        drain();
    }
    /// As after its last attempt.
    void giveUp()
    {
        QuietJob quiets {*store, clock, log};
        const auto id = conversations()[0].id;
        const auto done = store->write([&](WriteTx &tx) { quiets.givenUp(tx, quietJob(client.id, id, clock.now(), clock.now()), "gone"); });
        EXPECT_FALSE(done.hasError());
    }
    bool waits()
    {
        std::optional<Timestamp> next;
        (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, queues::assistantQuiet); });
        return next.has_value();
    }

    ClaimActs claims {std::chrono::seconds {90}};
};

TEST_F(Quiet, AWishThatWasLeftUnansweredGoesToAPerson)
{
    begin();
    const auto sent = provider.handed().size();
    pass(std::chrono::minutes {9});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    pass(std::chrono::minutes {1});
    const auto conversation = conversations()[0];
    EXPECT_EQ(conversation.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversation.status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(conversation.waitingSince, clock.now());
    const auto open = escalation(conversation.id);
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_NE(open->brief.wants.find("Friday"), std::string::npos) << open->brief.wants;
    ASSERT_EQ(open->brief.actions.size(), 1u);
    EXPECT_EQ(open->brief.actions[0].kind, "reply");
    EXPECT_EQ(provider.handed().size(), sent) << "nothing is said";
    EXPECT_EQ(decisions(conversation.id).back().action, DecisionAction::HandedOver);
    EXPECT_FALSE(waits());
}

TEST_F(Quiet, AWishOfAClockThatWasAheadIsNotKeptUntilThen)
{
    clock.advance(std::chrono::minutes {90});
    begin();
    clock.advance(std::chrono::minutes {-90});
    drain();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    Upkeep {*store, clock, claims, log, {}}.run();
    drain();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(Quiet, ANewWordBeginsItAnew)
{
    begin();
    pass(std::chrono::minutes {8});
    sms("What time is check-in?", "SM2");
    settle();
    pass(std::chrono::minutes {8});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    pass(std::chrono::minutes {2});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(Quiet, AThumbIsNoWordThatIsWaitedFor)
{
    changeSettings([](ClientSettings &settings) { settings.intake.push_back({"guests", {{"en", "How many guests?"}}, IntakeKind::Text, {}, {}, true}); });
    whatsApp("I would like to book a room for Friday", "wamid.1"); // WhatsApp tells the name
    settle();
    thumb("wamid.r1");
    ASSERT_EQ(messages().back().text, "👍");
    ASSERT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    pass(std::chrono::minutes {9});
    thumb("wamid.r2");
    pass(std::chrono::minutes {1});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(Quiet, WhatIsCompleteOrNoWishWaitsForNoQuiet)
{
    begin();
    EXPECT_TRUE(waits());
    sms("Ana Lopez", "SM2"); // all that is asked here
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_FALSE(waits());
    chat("Do you have parking?", "c1", "s1");
    settle();
    EXPECT_FALSE(waits());
}

TEST_F(Quiet, WhoseTurnItIsKeepsIt)
{
    begin();
    changeConversation([](Conversation &c) { c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"}; });
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
}

TEST_F(Quiet, WhatAPersonHasSeenToIsNotHandedOverOnceMore)
{
    begin();
    clock.advance(std::chrono::minutes {2});
    takeOver();
    asRosa([](OpContext &op, const ConversationId &id) { return reply(op, id, {MessageId {op.op.value}, "Booked for you!", 1, 0, true}, usualLease); });
    clock.advance(std::chrono::minutes {1});
    handBack();
    pass(std::chrono::minutes {7});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    sms("Thanks!", "SM2");
    settle();
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
}

TEST_F(Quiet, WhatIsWishedForAfterAPersonHandedBackIsAWishAgain)
{
    begin();
    takeOver();
    clock.advance(std::chrono::minutes {12});
    handBack();
    sms("I would like a table for six as well", "SM2");
    settle();
    ASSERT_TRUE(waits());
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(Quiet, TheNewestWishIsTheOneThatIsTold)
{
    begin();
    pass(std::chrono::minutes {10});
    takeOver();
    asRosa([](OpContext &op, const ConversationId &id) { return end(op, id, {0, {}, true}); });
    clock.advance(std::chrono::hours {2});
    sms("I want to reserve a table for six", "SM2");
    settle();
    pass(std::chrono::minutes {10});
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->brief.why.find("I want to reserve a table for six"), 0u) << open->brief.why;
    EXPECT_EQ(open->brief.wants.find("I want to reserve a table for six"), 0u) << open->brief.wants;
    EXPECT_NE(open->brief.wants.find("book a room for Friday"), std::string::npos) << open->brief.wants << " (what is on record stands behind it)";
}

TEST_F(Quiet, WhoIsHandedBackUnansweredAndSaidNothingWaitsForNobody)
{
    begin();
    pass(std::chrono::minutes {10});
    takeOver();
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    const auto sent = provider.handed().size();
    handBack(); // they phoned
    const auto conversation = conversations()[0];
    EXPECT_EQ(conversation.owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(conversation.waitingSince.has_value());
    EXPECT_FALSE(conversation.sla.has_value());
    EXPECT_EQ(provider.handed().size(), sent);
    clock.advance(std::chrono::hours {2});
    takeOver();
    EXPECT_FALSE(conversations()[0].sla.has_value()) << "nobody asked anything";
}

TEST_F(Quiet, AnAssistantThatWasSwitchedOffMeanwhileLosesNobody)
{
    begin();
    setAssistant(false);
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(Quiet, WhatCannotBePlannedGoesToAPersonAllTheSame)
{
    begin();
    giveUp();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].waitingSince, clock.now());
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->reason, EscalationReason::AiFailure);
    ASSERT_FALSE(open->brief.actions.empty()) << "somebody has to write to them";
}

TEST_F(Quiet, WhatIsOverIsNotGivenToAnybody)
{
    begin();
    takeOver();
    clock.advance(std::chrono::minutes {1});
    handBack();
    giveUp(); // no wish is open any more
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    sms("I would like a table for six as well", "SM2");
    settle();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Ended; });
    const auto before = conversations()[0].lastAt;
    giveUp();
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Ended);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(conversations()[0].lastAt, before);
}

TEST_F(Quiet, WhatAPersonHasPutOffIsNotHandedOverBeforeItsTime)
{
    begin();
    changeConversation([this](Conversation &c) {
        c.status = ConversationStatus::Snoozed;
        c.snoozedUntil = clock.now() + std::chrono::hours {5};
    });
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Snoozed);
    EXPECT_TRUE(waits());
    pass(std::chrono::hours {5});
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_FALSE(conversations()[0].snoozedUntil.has_value());
}

TEST_F(Quiet, HowLongIsTheClientsToSay)
{
    changeSettings([](ClientSettings &settings) { settings.quietMinutes = 45; });
    begin();
    pass(std::chrono::minutes {44});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    pass(std::chrono::minutes {1});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(Quiet, ALongerQuietThatIsSetMeanwhileIsWaitedFor)
{
    begin();
    changeSettings([](ClientSettings &settings) { settings.quietMinutes = 30; });
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_TRUE(waits());
    pass(std::chrono::minutes {19});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    pass(std::chrono::minutes {1});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(Quiet, ItSurvivesARestart)
{
    begin();
    restart();
    pass(std::chrono::minutes {10});
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(Quiet, AWindowTellsOnlyWhatWasToldInIt)
{
    form("Do you have parking?", "f1", "maria@example.com", "+1 305 555 0142");
    sms("My name is Maria Lopez and I want to book a table", "SM1");
    settle();
    chat("I want to book a room", "c1", "s1");
    settle();
    pass(std::chrono::minutes {10});
    int windows = 0;
    for (const auto &conversation : conversations()) {
        if (conversation.channelKind != ChannelKind::LiveChat)
            continue;
        ++windows;
        const auto open = escalation(conversation.id);
        ASSERT_TRUE(open.has_value());
        EXPECT_NE(open->brief.wants.find("a room"), std::string::npos) << open->brief.wants;
        EXPECT_EQ(open->brief.wants.find("Maria"), std::string::npos) << open->brief.wants;
    }
    EXPECT_EQ(windows, 1);
}

} // namespace foredeck::tests
