#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

/// Between the assistant and people: what is passed on, and what comes back.
class HandOvers : public Rig {
protected:
    void takeAndGiveBack()
    {
        changeConversation([](Conversation &c) {
            c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
            c.status = ConversationStatus::Active;
            c.claim = {UserId {"u1"}, "Tom", 1, std::nullopt};
        });
        clock.advance(std::chrono::seconds {30});
        User tom;
        tom.id = UserId {"u1"};
        tom.name = "Tom";
        tom.agency = client.agency;
        tom.clients = {client.id};
        const Access access {tom, {client.id}};
        const auto id = conversations()[0].id;
        const auto done = store->write([&](WriteTx &tx) {
            OpContext op {{tx, client.id, access.actor(), OpId {makeUuid(clock.now())}, clock.now()}, access};
            const auto released = ClaimActs {std::chrono::seconds {90}}.release(op, id, OwnerKind::Assistant, 1);
            EXPECT_TRUE(released.hasValue());
        });
        EXPECT_FALSE(done.hasError());
    }
    /// Tom is at his console.
    void take()
    {
        User tom;
        tom.id = UserId {"u1"};
        tom.name = "Tom";
        tom.agency = client.agency;
        tom.clients = {client.id};
        const Access access {tom, {client.id}};
        const auto id = conversations()[0].id;
        const auto done = store->write([&](WriteTx &tx) {
            OpContext op {{tx, client.id, access.actor(), OpId {makeUuid(clock.now())}, clock.now()}, access};
            EXPECT_TRUE(ClaimActs {std::chrono::seconds {90}}.takeOver(op, id, {}).hasValue());
        });
        EXPECT_FALSE(done.hasError());
    }
    std::vector<Transition> changes(const ConversationId &id, TransitionField field)
    {
        std::vector<Transition> list;
        (void)store->read([&](Tx &tx) { list = TransitionRepository::recent(tx, client.id, id, field, 20); });
        return list;
    }
    bool ladderWaits()
    {
        std::optional<Timestamp> next;
        (void)store->read([&](Tx &tx) { next = JobRepository::nextRunAt(tx, queues::escalationLadder); });
        return next.has_value();
    }
    void addFaq(const std::string &question, const std::string &answer)
    {
        const auto done = store->write([&](WriteTx &tx) {
            Document document;
            document.id = DocumentId::make(clock.now());
            document.client = client.id;
            document.base = KnowledgeRepository::bases(tx, client.id).at(0).id;
            document.title = question;
            document.text = answer;
            document.language = "en";
            document.sha256 = sha256Hex(question + answer);
            document.updatedAt = clock.now();
            KnowledgeRepository::insert(tx, document);
            announce(tx, clientStream(client.id), "document.created", document, {});
        });
        ASSERT_FALSE(done.hasError());
    }
    void expectAlarm()
    {
        const auto row = conversations()[0];
        const auto open = escalation(row.id);
        ASSERT_TRUE(open.has_value());
        EXPECT_EQ(open->reason, EscalationReason::Emergency);
        EXPECT_EQ(open->priority, 1);
        EXPECT_EQ(row.escalation->priority, 1);
        EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
        EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
        EXPECT_TRUE(row.waitingSince.has_value());
    }
};

TEST_F(HandOvers, AnEmergencyThatEndsMessagesIsStillAnEmergency)
{
    sms("There is a fire in the kitchen! Please stop texting me.", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("no more messages"), std::string::npos); // and nothing else
    expectAlarm();
}

TEST_F(HandOvers, AnEmergencyBesideAStartIsStillAnEmergency)
{
    sms("STOP", "SM1");
    settle();
    sms("START", "SM2");
    sms("There is a gas leak in the kitchen!", "SM3");
    settle();
    expectAlarm();
}

TEST_F(HandOvers, WhatTurnsIntoAnEmergencyWhileItWaitsIsPressing)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    EXPECT_EQ(escalation(id)->priority, 3);
    sms("Hello?", "SM2");
    settle();
    EXPECT_EQ(escalation(id)->priority, 3);
    EXPECT_EQ(decisions(id).size(), 1u);
    sms("There is a fire in the kitchen!", "SM3");
    settle();
    expectAlarm();
    EXPECT_EQ(escalation(id)->due, clock.now() + std::chrono::minutes {5});
    sms("It is burning!! Fire!", "SM4");
    settle();
    EXPECT_EQ(decisions(id).size(), 2u); // it cannot become more pressing
    ASSERT_EQ(provider.handed().size(), 2u); // whom to call, once; else what is waited for is a person
    EXPECT_NE(provider.handed()[1].text.find("911"), std::string::npos) << provider.handed()[1].text;
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(HandOvers, WhatTurnsIntoAnEmergencyWhileSomebodyHasItRisesAndIsNotSpokenOver)
{
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sms("There is a fire in my room!", "SM2");
    settle();
    const auto row = conversations()[0];
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Emergency);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->status, EscalationStatus::Pending) << "or nobody else would be told";
    EXPECT_EQ(open->due, clock.now() + std::chrono::minutes {5});
    EXPECT_NE(open->brief.why.find("fire"), std::string::npos) << open->brief.why;
    EXPECT_EQ(row.owner.kind, OwnerKind::User) << "it stays his";
    EXPECT_EQ(row.status, ConversationStatus::Active);
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_TRUE(ladderWaits());
    const auto rises = changes(id, TransitionField::Escalation);
    ASSERT_EQ(rises.size(), 1u);
    EXPECT_EQ(rises[0].from, "claimed");
    EXPECT_EQ(rises[0].reason, "emergency");
    sms("It is burning!! Fire!", "SM3");
    settle();
    EXPECT_EQ(changes(id, TransitionField::Escalation).size(), 1u) << "it cannot become more pressing";
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(HandOvers, AnEmergencyInATalkThatSomebodyTookByThemselvesIsHandedOver)
{
    sms("Do you have parking?", "SM1");
    settle();
    take();
    sms("And breakfast?", "SM2");
    settle();
    EXPECT_FALSE(escalation(conversations()[0].id)) << "whoever has it reads it";
    EXPECT_EQ(decisions(conversations()[0].id).size(), 1u);
    sms("There is a fire in my room!", "SM3");
    settle();
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->status, EscalationStatus::Pending);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(HandOvers, AnEmergencyThatIsHandedBackIsNotHandedOverAnew)
{
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto id = conversations()[0].id;
    takeAndGiveBack();
    clock.advance(std::chrono::minutes {15});
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "whom to call was said";
    EXPECT_FALSE(escalation(id).has_value()) << "and somebody has seen it";
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    sms("Do you have parking?", "SM2");
    settle();
    EXPECT_NE(provider.handed().back().text.find("18 spaces"), std::string::npos);
    sms("The fire is back in the kitchen!", "SM3");
    settle();
    EXPECT_TRUE(escalation(id).has_value()) << "another one is one";
}

TEST_F(HandOvers, WhatIsAskedAfterStopIsReadBySomebodyOnce)
{
    sms("STOP", "SM1");
    settle();
    const auto id = conversations()[0].id;
    for (const auto *text : {"ok", "Stop", "stop!!!", "thanks", "\xF0\x9F\x91\x8D"}) {
        sms(text, std::string {"SM"} + text);
        settle();
        EXPECT_FALSE(escalation(id)) << text;
    }
    sms("The lamp over my bed hums strangely", "SM3");
    settle();
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::LowConfidence);
    EXPECT_EQ(open->brief.why, "The lamp over my bed hums strangely");
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(provider.handed().size(), 1u) << "nothing goes out but the confirmation";
    sms("When is breakfast?", "SM4");
    settle();
    EXPECT_EQ(count("escalation"), 1u);
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(HandOvers, WhatFollowsAStopInTheSameBreathIsReadToo)
{
    sms("STOP", "SM1");
    sms("The lamp over my bed hums strangely", "SM2");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("no more messages"), std::string::npos);
    ASSERT_TRUE(escalation(conversations()[0].id));
    EXPECT_EQ(escalation(conversations()[0].id)->reason, EscalationReason::LowConfidence);
}

TEST_F(HandOvers, AQuestionBeforeTheStopIsStoppedToo)
{
    sms("Do you have parking?", "SM1");
    sms("STOP", "SM2");
    settle();
    EXPECT_FALSE(escalation(conversations()[0].id));
}

TEST_F(HandOvers, TheBriefSaysWhatTheRecordsSay)
{
    sms("Do you have parking?", "SM1");
    settle();
    sms("I am really worried. Do you have a helipad?", "SM2");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id));
    const auto brief = escalation(id)->brief;
    ASSERT_EQ(brief.tried.size(), 1u) << "not the words that hand it over";
    EXPECT_EQ(brief.tried[0].by, ActorKind::Assistant);
    EXPECT_NE(brief.tried[0].text.find("18 spaces"), std::string::npos);
    EXPECT_EQ(brief.tried[0].at, messages()[1].at);
    EXPECT_EQ(brief.tried[0].confidence, decisions(id).at(0).confidence);
    EXPECT_EQ(brief.mood.empty() ? std::string {} : brief.mood.back().word, decisions(id).back().mood);
    ASSERT_FALSE(brief.actions.empty());
    EXPECT_EQ(brief.actions[0].kind, "reply");
    EXPECT_NE(brief.actions[0].text.find("helipad"), std::string::npos);
}

TEST_F(HandOvers, WhoAsksForACallIsToBeCalled)
{
    sms("Please call me back", "SM1");
    settle();
    const auto actions = escalation(conversations()[0].id)->brief.actions;
    ASSERT_EQ(actions.size(), 2u);
    EXPECT_EQ(actions[0], (NextAction {"call", "+13055550142", "lead.phone"}));
    EXPECT_EQ(actions[1].kind, "reply");
}

TEST_F(HandOvers, WhatGrowsMorePressingIsToldAnew)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    auto seen = escalation(id).value();
    seen.acknowledgedAt = clock.now();
    seen.acknowledgedBy = {ActorKind::User, UserId {"u1"}, "Tom"};
    ASSERT_FALSE(store->write([&](WriteTx &tx) { EscalationRepository::update(tx, seen); }).hasError());
    sms("There is a fire in the kitchen!", "SM2");
    settle();
    EXPECT_FALSE(escalation(id)->acknowledgedAt);
    EXPECT_TRUE(escalation(id)->acknowledgedBy.user.empty());
    EXPECT_EQ(escalation(id)->brief.actions.at(0).kind, "call");
}

TEST_F(HandOvers, HandedBackItIsAnsweredOrHandedOverAgain)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    takeAndGiveBack();
    EXPECT_FALSE(escalation(id).has_value());
    settle();
    EXPECT_TRUE(escalation(id).has_value()); // nothing has changed, and nobody is left waiting unseen
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    addFaq("Do you have a helipad?", "Yes, the helipad is on the roof.");
    takeAndGiveBack();
    settle();
    EXPECT_NE(provider.handed().back().text.find("on the roof"), std::string::npos) << provider.handed().back().text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    const auto said = provider.handed().size();
    sms("Do you have parking?", "SM2");
    settle();
    ASSERT_EQ(provider.handed().size(), said + 1);
    EXPECT_EQ(provider.handed().back().text.find("roof"), std::string::npos) << "what was answered then is settled";
}

TEST_F(HandOvers, WhatCameWhileTheAssistantWasOffIsAnsweredWhenItIsHandedBack)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_TRUE(provider.handed().empty());
    setAssistant(true);
    takeAndGiveBack();
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("18 spaces"), std::string::npos);
}

TEST_F(HandOvers, AnAnswerThatDidNotArriveIsGivenAgainWhenItIsHandedBack)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21614); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    ASSERT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    provider.answerWith({});
    takeAndGiveBack();
    settle();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Sent);
    EXPECT_NE(messages().back().text.find("18 spaces"), std::string::npos);
    EXPECT_NE(messages().back().text.find("STOP"), std::string::npos) << "the introduction did not arrive either";
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

TEST_F(HandOvers, AFailureThatIsToldADayLaterIsPeoplesFromThenOn)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto sid = messages().back().providerId;
    clock.advance(std::chrono::hours {24});
    smsStatus(sid, "undelivered", "30003");
    drain();
    const auto row = conversations()[0];
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_LT(row.waitingSince, clock.now()) << "they have waited since it was written";
    ASSERT_TRUE(row.sla.has_value());
    EXPECT_EQ(row.sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(row.sla->due, clock.now() + std::chrono::minutes {15});
}

TEST_F(HandOvers, WhomAPersonsAnswerDidNotReachWaitsOn)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    const auto done = store->write([&](WriteTx &tx) {
        User tom;
        tom.id = UserId {"u1"};
        tom.name = "Tom";
        const Access access {tom, {client.id}};
        OpContext op {{tx, client.id, access.actor(), OpId {makeUuid(clock.now())}, clock.now()}, access};
        EXPECT_TRUE(ClaimActs {std::chrono::seconds {90}}.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}).hasValue());
    });
    ASSERT_FALSE(done.hasError());
    drain();
    ASSERT_FALSE(conversations()[0].waitingSince.has_value());
    ASSERT_FALSE(conversations()[0].sla.has_value());
    clock.advance(std::chrono::minutes {3});
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(conversations()[0].lastMessage.delivery, DeliveryState::Failed);
    EXPECT_EQ(conversations()[0].waitingSince, clock.now());
    ASSERT_TRUE(conversations()[0].sla.has_value());
    EXPECT_EQ(conversations()[0].sla->kind, SlaKind::NextResponse);
    smsStatus(messages().back().providerId, "delivered");
    drain();
    EXPECT_EQ(conversations()[0].lastMessage.delivery, DeliveryState::Delivered);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value()) << "it arrived after all";
    EXPECT_FALSE(conversations()[0].sla.has_value());
}

TEST_F(HandOvers, WhoMayNotBeAnsweredIsGivenBackToPeople)
{
    sms("STOP", "SM1");
    settle();
    sms("Do you have parking?", "SM2");
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    takeAndGiveBack();
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(HandOvers, AThumbThatEndedATalkIsNotHandedBackAndForth)
{
    sms("Do you have parking?", "SM1");
    settle();
    sms("\xF0\x9F\x99\x8F", "SM2");
    settle();
    EXPECT_FALSE(conversations()[0].waitingSince.has_value()) << "they only thanked";
    takeAndGiveBack();
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
}

TEST_F(HandOvers, AThumbForAPersonIsNoQuestionWhenItIsHandedBack)
{
    sms("Do you have parking?", "SM1");
    settle();
    changeConversation([this](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
        c.claim = {UserId {"u1"}, "Tom", 1, clock.now() + std::chrono::seconds {90}};
    });
    sms("\xF0\x9F\x91\x8D", "SM2");
    settle();
    takeAndGiveBack();
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

TEST_F(HandOvers, HelpDoesNotEndTheWaitForAPerson)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    sms("HELP", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
    sms("Hello?", "SM3");
    sms("HELP", "SM4");
    settle();
    EXPECT_EQ(provider.handed().size(), 3u); // beside something else too
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(HandOvers, WhatTheLawMakesTheAssistantSayStopsNoClock)
{
    (void)store->write([&](WriteTx &tx) {
        auto settings = SettingsRepository::ofClient(tx, client.id);
        settings->sla.countAssistant = true;
        SettingsRepository::update(tx, *settings, clock.now());
    });
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto before = conversations()[0].sla;
    ASSERT_TRUE(before.has_value());
    clock.advance(std::chrono::minutes {5});
    sms("HELP", "SM2");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations()[0].sla->kind, SlaKind::FirstResponse);
    EXPECT_EQ(conversations()[0].sla->due, before->due);
}

TEST_F(HandOvers, AnAnswerThatNoSmsHoldsIsAPersons)
{
    std::string rules;
    for (int i = 0; i < 60; ++i)
        rules += "Cancellation is free until noon of the day. ";
    addFaq("Do you have a cancellation policy?", rules);
    sms("Do you have a cancellation policy?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_LT(provider.handed()[0].text.size(), 1600u);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(decisions(conversations()[0].id).at(0).action, DecisionAction::HandedOver);
    form("Do you have a cancellation policy?", "f1", "ben@example.com");
    settle();
    EXPECT_NE(messages().back().text.find("Cancellation is free"), std::string::npos) << "no vendor, no such limit";
}

// Tom took over, closed his console and went home.
TEST_F(HandOvers, WhoeverWritesToSomebodyWhoHasGoneWaitsForAnybody)
{
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    changeConversation([&](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
        c.status = ConversationStatus::Active;
        c.claim = {UserId {"u1"}, "Tom", 4, clock.now() + std::chrono::seconds {90}};
        c.waitingSince.reset();
    });
    sms("Hello?", "SM2");
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User) << "he is there";
    clock.advance(std::chrono::minutes {2});
    sms("Hello? Is somebody there?", "SM3");
    settle();
    const auto row = conversations()[0];
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(row.claim.user.empty());
    EXPECT_EQ(row.claim.fence, 4) << "what he still sends is recognised as old";
    ASSERT_TRUE(escalation(id));
    EXPECT_EQ(escalation(id)->status, EscalationStatus::Pending);
    sms("There is a fire in my room, please help!", "SM4");
    settle();
    expectAlarm();
}

TEST_F(HandOvers, AThumbAsksNobodyForAnything)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    changeConversation([&](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
        c.claim = {UserId {"u1"}, "Tom", 4, std::nullopt};
    });
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.r","timestamp":"1795186999","type":"reaction","reaction":{"message_id":"wamid.out1","emoji":"👍"}}])"));
    settle();
    EXPECT_EQ(messages().back().text, "👍");
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Active);
    whatsApp("And breakfast?", "wamid.2");
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

} // namespace foredeck::tests
