#include "models/core/text.h"
#include "server/jobs/turnsnapshot.h"
#include "server/services/conversation/claimacts.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/jobrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;

namespace foredeck::tests {

class Turn : public Rig {
protected:
    void changeLead(const std::function<void(Lead &)> &change)
    {
        auto lead = leads().back();
        (void)store->write([&](WriteTx &tx) {
            change(lead);
            LeadRepository::update(tx, lead);
        });
    }
};

TEST_F(Turn, AnswersFromTheFaqAndShowsItsSource)
{
    whatsApp("Hi! Do you have parking?", "wamid.1");
    drain();
    EXPECT_TRUE(provider.handed().empty()); // the turn waits for more
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto text = provider.handed()[0];
    EXPECT_EQ(text.to, "13055550142");
    EXPECT_EQ(text.authorization, "Bearer wa-token");
    EXPECT_NE(text.text.find("18 spaces"), std::string::npos);
    EXPECT_NE(text.text.find("Casa Marisol"), std::string::npos);
    EXPECT_NE(text.text.find("assistant"), std::string::npos);
    EXPECT_NE(text.text.find("STOP"), std::string::npos);
    const auto conversation = conversations()[0];
    EXPECT_FALSE(conversation.waitingSince.has_value());
    EXPECT_EQ(conversation.lastMessage.text.find("assistant"), std::string::npos) << "a list would show who answers in every row, and no answer";
    EXPECT_NE(conversation.lastMessage.text.find("18 spaces"), std::string::npos);
    EXPECT_EQ(conversation.decision->action, "answered");
    const auto decision = decisions(conversation.id).at(0);
    EXPECT_EQ(decision.passages.at(0).title, "Do you have parking?");
    EXPECT_TRUE(decision.passages.at(0).used);
    EXPECT_EQ(decision.language, "en");
    EXPECT_EQ(messages()[1].decision, decision.id);
    EXPECT_EQ(messages()[1].providerId, "wamid.out1");
    EXPECT_EQ(messages()[1].delivery.state, DeliveryState::Sent);
}

TEST_F(Turn, ShowsThatTheAssistantTypesUntilItHasAnswered)
{
    std::vector<PresenceFrame> told;
    background->tellTyping([&](const PresenceFrame &frame) { told.push_back(frame); });
    whatsApp("Do you have parking?", "wamid.1");
    drain();
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].state, "typing");
    EXPECT_TRUE(told[0].user.empty());
    EXPECT_EQ(told[0].client, client.id);
    EXPECT_EQ(told[0].conversation, conversations()[0].id);
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[1].state, "gone");
    EXPECT_EQ(told[1].conversation, conversations()[0].id);
}

TEST_F(Turn, NobodyIsShownTypingWhereTheAssistantDoesNotAnswer)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    std::vector<std::string> states;
    background->tellTyping([&](const PresenceFrame &frame) { states.push_back(frame.state); });
    const auto typed = [&] { return std::find(states.begin(), states.end(), "typing") != states.end(); };
    changeConversation([](Conversation &row) { row.owner = {OwnerKind::User, UserId {"u"}, "Ana"}; });
    whatsApp("And a pool?", "wamid.2");
    settle();
    EXPECT_FALSE(typed()) << "a person has it";
    changeConversation([](Conversation &row) { row.owner = {OwnerKind::Assistant, {}, {}}; });
    setAssistant(false);
    whatsApp("Hello?", "wamid.3");
    settle();
    EXPECT_FALSE(typed()) << "it is paused";
    setAssistant(true);
    whatsApp("STOP", "wamid.4");
    settle();
    EXPECT_FALSE(typed()) << "nothing is thought over";
    whatsApp("Do you have a bar?", "wamid.5");
    settle();
    EXPECT_FALSE(typed()) << "they want no more messages";
    form("Do you have parking?", "f1");
    settle();
    EXPECT_FALSE(typed()) << "nothing goes back there";
}

TEST_F(Turn, SeveralMessagesInARowAreOneTurn)
{
    sms("Hi", "SM1");
    drain();
    clock.advance(std::chrono::seconds {1});
    sms("Do you have parking?", "SM2");
    drain();
    clock.advance(std::chrono::seconds {1});
    drain();
    EXPECT_TRUE(provider.handed().empty());
    sms("And are dogs allowed?", "SM3");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("18 spaces"), std::string::npos);
    EXPECT_NE(provider.handed()[0].text.find("15 kg"), std::string::npos);
}

TEST_F(Turn, OfAFloodOfLongMessagesTheNewestAreReadAndAPersonGetsTheRest)
{
    std::string text = "The bell rang again. ";
    while (text.size() < 60'000)
        text += text.substr(0, 21);
    text.resize(maxMessageBytes, '.');
    for (int i = 0; i < 12; ++i) {
        chat(text, "c" + std::to_string(i), "w1", std::string(40, 't'));
        clock.advance(std::chrono::seconds {30}); // as many as a window may send
    }
    drain();
    const auto conversation = conversations().at(0).id;
    ASSERT_EQ(messages(conversation).size(), 12u);
    const auto turn = readTurn(*store, client.id, conversation);
    ASSERT_TRUE(turn.hasValue() && turn.value());
    std::size_t bytes = 0;
    for (const auto &message : turn.value()->input.history) {
        EXPECT_GE(message.text.size(), 1'990u);
        bytes += message.text.size();
    }
    EXPECT_EQ(turn.value()->input.history.back().text.size(), maxMessageBytes) << "one alone is read whole";
    EXPECT_LT(bytes, 2 * maxMessageBytes);
    settle();
    EXPECT_TRUE(escalation(conversation).has_value());
    EXPECT_EQ(messages(conversation).front().text.size(), maxMessageBytes) << "nothing of it is lost";
}

TEST_F(Turn, AClockThatWasAheadDoesNotKeepTheAnswer)
{
    clock.advance(std::chrono::hours {20});
    sms("Do you have parking?", "SM1");
    drain();
    clock.advance(std::chrono::hours {-20});
    settle();
    EXPECT_TRUE(provider.handed().empty());
    ClaimActs claims {std::chrono::seconds {90}};
    Upkeep {*store, clock, claims, log, {}}.run();
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Turn, WhoTypesOnAndOnIsAnsweredAllTheSame)
{
    for (int i = 0; i < 12; ++i) {
        sms("Do you have parking? " + std::to_string(i), "SM" + std::to_string(i));
        drain();
        clock.advance(std::chrono::seconds {1});
    }
    EXPECT_GE(provider.handed().size(), 1u);
}

TEST_F(Turn, WhatIsNotOnRecordGoesToAPersonAndTheAssistantKeepsQuiet)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("helipad"), std::string::npos);
    const auto conversation = conversations()[0];
    EXPECT_EQ(conversation.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversation.status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversation.waitingSince.has_value());
    const auto open = escalation(conversation.id);
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->reason, EscalationReason::NotInKnowledge);
    EXPECT_EQ(open->due, clock.now() + std::chrono::minutes {15});
    sms("Hello? Do you have parking?", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(Turn, AnEmergencyIsPressing)
{
    sms("There is a fire in the kitchen!", "SM1");
    settle();
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open.has_value());
    EXPECT_EQ(open->reason, EscalationReason::Emergency);
    EXPECT_EQ(open->priority, 1);
    EXPECT_EQ(open->due, clock.now() + std::chrono::minutes {5});
}

TEST_F(Turn, WhatAPersonTookOverIsTheirs)
{
    sms("Hi", "SM1");
    drain();
    changeConversation([](Conversation &c) { c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"}; });
    settle();
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_TRUE(decisions(conversations()[0].id).empty());
}

TEST_F(Turn, AnAssistantThatIsOffLeavesItToPeople)
{
    setAssistant(false);
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open.has_value()) << "people are told, as of any other hand-over";
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_EQ(open->due, clock.now() + std::chrono::minutes {15});
    EXPECT_EQ(open->brief.why, "The assistant is switched off: nobody has answered.");
    EXPECT_EQ(open->brief.wants, "Do you have parking?");
    sms("And breakfast?", "SM2");
    settle();
    EXPECT_EQ(count("escalation"), 1u);
}

TEST_F(Turn, ThanksToAnAssistantThatIsOffAreNobodysToAnswer)
{
    sms("Do you have parking?", "SM1");
    settle();
    setAssistant(false);
    sms("Thanks!", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    sms("And breakfast?", "SM3");
    settle();
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(Turn, WhatTheModelAloneTakesForAStopIsAskedAboutAndChangesNothing)
{
    sms("kindly take us off whatever list you got us from", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("reply STOP. A colleague will read this."), std::string::npos) << provider.handed()[0].text;
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::Implied);
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id).has_value());
    EXPECT_EQ(escalation(id)->reason, EscalationReason::LowConfidence);
    EXPECT_NE(escalation(id)->brief.why.find("Perhaps wants no more messages"), std::string::npos) << escalation(id)->brief.why;
    sms("take us off that list of yours, kindly", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "asked once";
    sms("STOP", "SM3");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::OptedOut);
}

TEST_F(Turn, AYesToTheQuestionWhetherToStopEndsTheMessages)
{
    sms("kindly take us off whatever list you got us from", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    sms("yes please", "SM2");
    settle();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::OptedOut);
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(provider.handed()[1].text.find("no more messages"), std::string::npos) << provider.handed()[1].text;
}

TEST_F(Turn, StopIsConfirmedOnceAndThenThereIsSilence)
{
    sms("STOP", "SM1");
    drain(); // at once: consent does not wait for the turn's delay
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("no more messages"), std::string::npos);
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::OptedOut);
    EXPECT_EQ(leads()[0].consent.at("sms").source, "STOP");
    sms("STOP", "SM2");
    sms("thanks", "SM3");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    sms("HELP", "SM4");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u); // help is always given
    sms("START", "SM5");
    settle();
    EXPECT_EQ(provider.handed().size(), 3u);
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::Given);
    sms("Do you have parking?", "SM6");
    settle();
    EXPECT_EQ(provider.handed().size(), 4u);
    sms("STOP", "SM7");
    settle();
    EXPECT_EQ(provider.handed().size(), 5u); // a new opting out is confirmed again
}

TEST_F(Turn, AQuestionBesideAStartIsAnswered)
{
    sms("STOP", "SM1");
    settle();
    sms("START", "SM2");
    sms("Do you have parking?", "SM3");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(provider.handed()[1].text.find("messages again"), std::string::npos) << provider.handed()[1].text;
    EXPECT_NE(provider.handed()[1].text.find("18 spaces"), std::string::npos) << provider.handed()[1].text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

TEST_F(Turn, OptingOutIsPerPerson)
{
    sms("STOP", "SM1");
    settle();
    whatsApp("Do you have parking?", "wamid.1");
    sms("Do you have parking?", "SM2", "+13055550199");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(provider.handed()[1].to, "+13055550199");
}

// One person with two numbers: who starts again from the second is answered there.
TEST_F(Turn, StartingAgainFromAnotherNumberCounts)
{
    sms("STOP", "SM1");
    settle();
    form("My address", "f1", "ana@example.com", "+13055550142");
    form("My other number", "f2", "ana@example.com", "+13055550199");
    settle();
    sms("START", "SM2", "+13055550199");
    settle();
    const auto before = provider.handed().size();
    sms("Do you have parking?", "SM3", "+13055550199");
    settle();
    ASSERT_EQ(provider.handed().size(), before + 1);
    EXPECT_EQ(provider.handed().back().to, "+13055550199");
}

TEST_F(Turn, WhatWasQueuedBeforeAStopIsNotSent)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(503, 20500); });
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(messages().back().delivery.state, DeliveryState::Queued);
    provider.answerWith({});
    const auto before = provider.handed().size();
    sms("STOP", "SM2");
    drain();
    clock.advance(std::chrono::hours {2});
    drain();
    const auto list = messages();
    EXPECT_EQ(list[1].delivery.state, DeliveryState::Suppressed);
    ASSERT_EQ(provider.handed().size(), before + 1); // the confirmation only
    EXPECT_NE(provider.handed().back().text.find("no more messages"), std::string::npos);
}

TEST_F(Turn, ABareCancelInABookingTalkOptsOutAndTellsAPerson)
{
    sms("I would like to book a room for Friday", "SM1");
    settle();
    sms("Cancel", "SM2");
    settle();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::OptedOut);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(escalation(conversations()[0].id).has_value());
}

TEST_F(Turn, AChosenButtonIsNoStop)
{
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.b","timestamp":"1795186999","type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"cancel-button","title":"Cancel"}}}])"));
    settle();
    EXPECT_NE(leads()[0].consent.at("whatsapp").state, ConsentState::OptedOut);
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.c","timestamp":"1795186999","type":"button","button":{"payload":"Unsubscribe","text":"Unsubscribe"}}])"));
    settle();
    EXPECT_EQ(leads()[0].consent.at("whatsapp").state, ConsentState::OptedOut);
}

TEST_F(Turn, IntakeAnswersEndInTheLead)
{
    sms("I need a room for Friday for 2 people", "SM1");
    settle();
    EXPECT_NE(provider.handed().back().text.find("May I have your name?"), std::string::npos);
    sms("Omar Haddad", "SM2");
    settle();
    const auto lead = leads()[0];
    EXPECT_EQ(lead.name, "Omar Haddad");
    EXPECT_EQ(lead.qualification.timeline, "Friday");
    EXPECT_EQ(lead.status, LeadStatus::Qualified);
    EXPECT_GE(lead.score.value_or(0), 40);
    std::vector<std::string> statuses;
    (void)store->read([&](Tx &tx) {
        for (const auto &t : TransitionRepository::recent(tx, client.id, conversations()[0].id, TransitionField::Lead, 10))
            statuses.push_back(t.reason + ": " + t.from + " to " + t.to);
    });
    EXPECT_EQ(statuses, (std::vector<std::string> {"lead_status: qualifying to qualified", "lead_status: new to qualifying"}));
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
}

TEST_F(Turn, AMessageThatCameMeanwhileMakesThePlanVoid)
{
    sms("Do you have parking?", "SM1");
    drain();
    // Claimed and planned, and before it is written the customer goes on: the write sees it.
    clock.advance(std::chrono::seconds {2});
    sms("And are dogs allowed?", "SM2");
    settle();
    std::size_t answers = 0;
    for (const auto &message : messages())
        answers += message.role == MessageRole::Ai ? 1 : 0;
    EXPECT_EQ(answers, 1u);
    EXPECT_NE(provider.handed().back().text.find("15 kg"), std::string::npos);
}

TEST_F(Turn, HelpBesideAQuestionIsGivenBeforeTheAnswer)
{
    sms("Do you have parking?", "SM1");
    drain();
    clock.advance(std::chrono::milliseconds {500});
    sms("HELP", "SM2");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto text = provider.handed()[0].text;
    EXPECT_LT(text.find("+1 305 555 0101"), text.find("18 spaces")) << text;
    EXPECT_NE(text.find("18 spaces"), std::string::npos) << text;
    EXPECT_EQ(text.find("HELP”"), std::string::npos) << text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

// The number has opted out, whoever the lead behind it is now.
TEST_F(Turn, WhatIsNotSaidIsNotCalledAnswered)
{
    sms("STOP", "SM1");
    settle();
    changeLead([](Lead &lead) { lead.phones.clear(); });
    sms("Do you have parking?", "SM2");
    settle();
    ASSERT_EQ(leads().size(), 2u);
    EXPECT_EQ(provider.handed().size(), 1u);
    const auto decision = decisions(conversations().back().id).at(0);
    EXPECT_EQ(decision.action, DecisionAction::Silent);
    EXPECT_EQ(decision.reason, "opted_out");
}

TEST_F(Turn, WhatAPersonAddedToTheScoreStays)
{
    sms("Do you have parking?", "SM1");
    settle();
    changeLead([](Lead &lead) { lead.scoreFactors.push_back({"vip", 50, {}}); });
    sms("Are dogs allowed?", "SM2");
    settle();
    const auto lead = leads()[0];
    EXPECT_TRUE(std::any_of(lead.scoreFactors.begin(), lead.scoreFactors.end(), [](const ScoreFactor &f) { return f.label == "vip" && f.points == 50; }));
    EXPECT_EQ(lead.score, 60); // with the 10 for the number
}

TEST_F(Turn, WhatIsWrittenToPeopleIsScored)
{
    sms("do you have a helicopter pad?", "SM1");
    settle();
    const auto conversation = conversations()[0];
    ASSERT_EQ(conversation.owner.kind, OwnerKind::Nobody);
    const auto before = leads()[0].score.value_or(0);
    const auto said = decisions(conversation.id).size();
    sms("I want to book a table for 4 tomorrow at 7", "SM2");
    settle();
    const auto lead = leads()[0];
    EXPECT_GE(lead.score.value_or(0), before + 40); // asks to book, names a date, names a party
    EXPECT_EQ(decisions(conversation.id).size(), said); // nothing is decided over people's heads
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

} // namespace foredeck::tests
