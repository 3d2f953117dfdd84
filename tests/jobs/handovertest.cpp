#include "server/services/upkeep/upkeep.h"
#include "server/services/escalation/escalationacts.h"
#include "tests/jobs/handovers.h"

#include <algorithm>

using namespace foredeck;

namespace foredeck::tests {

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

TEST_F(HandOvers, SwitchedOnAgainItAnswersWhomNobodyHasLookedAt)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id).has_value());
    clock.advance(std::chrono::minutes {4});
    switchOn();
    EXPECT_FALSE(escalation(id).has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("18 spaces"), std::string::npos);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(conversations()[0].status, ConversationStatus::Active);
}

// A server that comes back finds the question, and the end of the pause, in the same moment.
TEST_F(HandOvers, WhatIsPassedOnAndTakenUpInOneMomentWaitsOn)
{
    sms("Do you have a helipad?", "SM1");
    drain();
    by(tom, [](OpContext &op) { EXPECT_TRUE(foredeck::setAssistant(op, false, op.now + std::chrono::minutes {30}).hasValue()); });
    clock.advance(std::chrono::hours {3});
    drain();
    settle();
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(HandOvers, SwitchedOnAgainItLeavesToPeopleWhatTheyHave)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    auto seen = escalation(id).value();
    seen.acknowledgedAt = clock.now();
    seen.acknowledgedBy = tom;
    ASSERT_FALSE(store->write([&](WriteTx &tx) { EscalationRepository::update(tx, seen); }).hasError());
    switchOn();
    settle();
    EXPECT_TRUE(provider.handed().empty()) << "Tom has said that he is on it";
    EXPECT_TRUE(escalation(id).has_value());
    setAssistant(false);
    take();
    switchOn();
    settle();
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
}

TEST_F(HandOvers, SwitchedOnAgainItAnswersWhoWaitsForMoreThanADayToo)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    sms("Do you have parking?", "SM2", "+13055550199");
    settle();
    clock.advance(std::chrono::hours {25});
    Upkeep {*store, clock, claims, log, {}}.run();
    for (const auto &conversation : conversations())
        ASSERT_FALSE(escalation(conversation.id).has_value()) << "run out";
    take(); // by Tom, who lets it go again
    by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Nobody, 0).hasValue()); });
    const auto tomsOwn = conversations()[0].id;
    switchOn();
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    for (const auto &conversation : conversations())
        EXPECT_EQ(conversation.owner.kind, conversation.id == tomsOwn ? OwnerKind::Nobody : OwnerKind::Assistant);
}

TEST_F(HandOvers, SwitchedOnAgainItAnswersNoEmptyWindowAndNoForm)
{
    setAssistant(false);
    chat("Do you have parking?", "c1", "w1");
    form("Do you have parking?", "f1");
    settle();
    ASSERT_EQ(conversations().size(), 2u);
    std::vector<EscalationId> before;
    for (const auto &conversation : conversations())
        before.push_back(escalation(conversation.id).value_or(Escalation {}).id);
    clock.advance(std::chrono::minutes {6});
    switchOn();
    settle();
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto row = conversations()[i];
        EXPECT_EQ(escalation(row.id).value_or(Escalation {}).id, before[i]);
        EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
        EXPECT_TRUE(row.waitingSince.has_value());
    }
}

TEST_F(HandOvers, WhoeverWroteInAPauseIsTakenUpInSmallSteps)
{
    setAssistant(false);
    constexpr int waiting = 52; // more than one transaction takes
    for (int i = 0; i < waiting; ++i)
        sms("Do you have parking?", "SM" + std::to_string(i), "+1305555" + std::to_string(1100 + i));
    settle();
    ASSERT_EQ(count("conversation"), std::size_t {waiting});
    clock.advance(std::chrono::minutes {1});
    by(tom, [](OpContext &op) { EXPECT_TRUE(foredeck::setAssistant(op, true).hasValue()); }, Role::Manager);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value()) << "the switch itself waits for none of them";
    drain();
    settle();
    for (const auto &conversation : conversations())
        EXPECT_FALSE(escalation(conversation.id).has_value());
    EXPECT_EQ(provider.handed().size(), std::size_t {waiting});
}

TEST_F(HandOvers, WhoWroteInAPauseAndAsksOnIsToldThatItWaits)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    setAssistant(true); // and nobody has taken up what waits
    clock.advance(std::chrono::minutes {10});
    sms("Hello? Do you have parking?", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(HandOvers, SwitchedOnAgainItLeavesToPeopleWhatIsTheirs)
{
    setAssistant(false);
    sms("I want to speak to a human", "SM1");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id).has_value());
    EXPECT_EQ(escalation(id)->reason, EscalationReason::HumanRequested);
    switchOn();
    settle();
    EXPECT_TRUE(escalation(id).has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(provider.handed().empty());
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

TEST_F(HandOvers, WhatWaitedBeforeHelpWaitsOnWhenItIsGivenBack)
{
    addFaq("Do you have a helipad?", "Yes, on the roof.");
    setAssistant(false);
    sms("Do you have a helipad?", "SM1");
    settle();
    sms("HELP", "SM2");
    settle();
    switchOn();
    takeAndGiveBack();
    settle();
    EXPECT_NE(messages().back().text.find("on the roof"), std::string::npos) << messages().back().text;
    EXPECT_EQ(messages().back().text.find("HELP"), std::string::npos); // it was given
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
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

// Nobody had been told, since he took it by himself, or somebody looked at it and left it open.
TEST_F(HandOvers, WhoWritesWhereNobodyHasThemAndNobodyWasToldIsTold)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    take();
    sayAnyway(tom, id, "Tom here.");
    drain();
    clock.advance(std::chrono::minutes {3});
    sms("Thanks!", "SM2");
    settle();
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_FALSE(escalation(id)) << "who only thanks asks for nobody";
    sms("When will you send me the invoice?", "SM3");
    settle();
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_EQ(open->brief.why, "They wait, and nobody has the conversation.");
    EXPECT_NE(open->brief.wants.find("invoice"), std::string::npos) << open->brief.wants;
    EXPECT_TRUE(ladderWaits());
    const auto sent = provider.handed().size();
    by(tom, [&](OpContext &op) {
        const EscalationActs acts {claims};
        EXPECT_TRUE(acts.resolve(op, open->id, {}).hasValue());
    });
    sms("It has not come.", "SM4");
    settle();
    ASSERT_TRUE(escalation(id));
    EXPECT_NE(escalation(id)->id, open->id);
    EXPECT_EQ(count("escalation"), 2u);
    EXPECT_EQ(provider.handed().size(), sent) << "the assistant says nothing over people's heads";
}

// He took it by himself while the assistant still thought about it, and leaves it to whoever comes.
TEST_F(HandOvers, WhoWaitsWhereSomebodyGivesItUpAndNobodyWasToldIsTold)
{
    sms("Do you have parking?", "SM1");
    drain();
    const auto id = conversations()[0].id;
    const auto giveUp = [&] { by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Nobody, 0).hasValue()); }); };
    take();
    giveUp();
    const auto open = escalation(id);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->status, EscalationStatus::Pending);
    EXPECT_TRUE(ladderWaits());
    take();
    giveUp();
    ASSERT_TRUE(escalation(id));
    EXPECT_EQ(escalation(id)->id, open->id) << "the one that is there";
    EXPECT_EQ(escalation(id)->status, EscalationStatus::Pending);
    take();
    sayAnyway(tom, id, "Yes, behind the house");
    by(tom, [&](OpContext &op) { EXPECT_TRUE(EscalationActs {claims}.resolve(op, open->id, {}).hasValue()); });
    giveUp();
    EXPECT_FALSE(escalation(id)) << "they have their answer";
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
