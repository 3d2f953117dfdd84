#include "server/services/client/clientacts.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;

namespace foredeck::tests {

class MissedCall : public Rig {
protected:
    void sayToCallers(const std::string &text)
    {
        (void)store->write([&](WriteTx &tx) {
            auto settings = SettingsRepository::ofClient(tx, client.id);
            settings->missedCallText = text;
            SettingsRepository::update(tx, *settings, clock.now());
        });
    }
    void switchOn()
    {
        by({ActorKind::User, UserId {"u1"}, "Tom"}, [](OpContext &op) { EXPECT_TRUE(foredeck::setAssistant(op, true).hasValue()); }, Role::Manager);
        settle();
    }
};

TEST_F(MissedCall, IsAnsweredByOneText)
{
    missedCall("CA1");
    drain();
    missedCall("CA2");
    clock.advance(std::chrono::minutes {5});
    missedCall("CA3");
    drain();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto text = provider.handed()[0];
    EXPECT_EQ(text.to, "+13055550142");
    EXPECT_NE(text.text.find("Casa Marisol"), std::string::npos);
    EXPECT_NE(text.text.find("STOP"), std::string::npos);
    clock.advance(std::chrono::minutes {11});
    missedCall("CA4");
    drain();
    EXPECT_EQ(provider.handed().size(), 2u);
    sms("I need a room", "SM1"); // the reply lands in the same conversation
    drain();
    EXPECT_EQ(conversations().size(), 1u);
    EXPECT_EQ(leads().size(), 1u);
}

// A business with several numbers is answered for by the one that was called.
TEST_F(MissedCall, IsTextedFromTheNumberThatWasCalled)
{
    clock.advance(std::chrono::seconds {1});
    addNumber("+13055550102");
    addNumber("+13055550103", false);
    const auto fromWhich = [&](const std::string &called, const std::string &id, const std::string &from) {
        missedCallAt(called, id, from);
        settle();
        return provider.handed().empty() ? std::string {} : provider.handed().back().from;
    };
    EXPECT_EQ(fromWhich("+13055550102", "CA1", "+13055550142"), "+13055550102");
    EXPECT_EQ(fromWhich("+13055550101", "CA2", "+13055550143"), "+13055550101");
    EXPECT_EQ(fromWhich("+13055550103", "CA3", "+13055550144"), "+13055550101") << "no text can be sent from it";
    EXPECT_EQ(fromWhich("", "CA4", "+13055550145"), "+13055550101");
    EXPECT_EQ(provider.handed().size(), 4u);
    sms("I need a room", "SM1", "+13055550143");
    settle();
    EXPECT_EQ(conversations().size(), 4u) << "the reply lands where the text came from";
}

TEST_F(MissedCall, OfAClockThatWasAheadHidesNoLaterOne)
{
    clock.advance(std::chrono::hours {20});
    missedCall("CA1");
    drain();
    clock.advance(std::chrono::hours {-20});
    missedCall("CA2");
    drain();
    EXPECT_EQ(provider.handed().size(), 2u);
}

TEST_F(MissedCall, IsLeftToPeopleWhereTheAssistantIsOff)
{
    setAssistant(false);
    missedCall("CA1");
    settle();
    EXPECT_TRUE(provider.handed().empty());
    ASSERT_EQ(conversations().size(), 1u);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(MissedCall, InAPauseIsToldToPeopleAndStaysTheirs)
{
    setAssistant(false);
    missedCall("CA1");
    settle();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id).has_value());
    EXPECT_EQ(escalation(id)->createdBy.kind, ActorKind::Lead);
    EXPECT_EQ(escalation(id)->reason, EscalationReason::Rule);
    switchOn();
    EXPECT_TRUE(provider.handed().empty()) << "there is nothing to answer";
    EXPECT_TRUE(escalation(id).has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(MissedCall, InAPauseHidesNothingThatIsWrittenAfterIt)
{
    setAssistant(false);
    missedCall("CA1");
    settle();
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(conversations().size(), 1u);
    ASSERT_TRUE(escalation(conversations()[0].id).has_value());
    switchOn();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("18 spaces"), std::string::npos) << provider.handed()[0].text;
    EXPECT_FALSE(escalation(conversations()[0].id).has_value());
}

// The person may be out of reach of the telephone as well: the caller gets the one text, and stands as waiting.
TEST_F(MissedCall, OfSomebodyAPersonTalksToIsTextedAndSeen)
{
    sms("Hi", "SM1");
    settle();
    const auto before = provider.handed().size();
    ASSERT_FALSE(conversations()[0].waitingSince.has_value());
    changeConversation([&](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"};
        c.claim = {UserId {"u1"}, "Rosa", 1, clock.now() + std::chrono::seconds {90}};
    });
    const auto called = clock.now();
    missedCall("CA1");
    missedCall("CA2");
    settle();
    EXPECT_EQ(provider.handed().size(), before + 1);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User);
    EXPECT_EQ(conversations()[0].waitingSince, called);
    EXPECT_TRUE(conversations()[0].sla.has_value());
}

TEST_F(MissedCall, OfSomebodyWhoWaitsForAPersonIsSeenAndWithTheAssistantOffNotTexted)
{
    sms("Hi", "SM1");
    settle();
    const auto before = provider.handed().size();
    setAssistant(false);
    changeConversation([&](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Rosa"}; // whose lease is long over
        c.claim = {UserId {"u1"}, "Rosa", 1, std::nullopt};
    });
    missedCall("CA1");
    settle();
    EXPECT_EQ(provider.handed().size(), before);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(MissedCall, FromSomebodyWhoOptedOutIsNotAnswered)
{
    sms("STOP", "SM1");
    settle();
    const auto before = provider.handed().size();
    missedCall("CA1");
    settle();
    EXPECT_EQ(provider.handed().size(), before);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody) << "they can be called back";
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    const auto open = escalation(conversations()[0].id);
    ASSERT_TRUE(open) << "somebody is told";
    EXPECT_EQ(open->brief.why, "They called, and nobody answered.");
    ASSERT_FALSE(open->brief.actions.empty());
    EXPECT_EQ(open->brief.actions[0], (NextAction {"call", "+13055550142", "lead.phone"}));
    missedCall("CA2");
    settle();
    EXPECT_EQ(count("escalation"), 1u) << "once";
}

TEST_F(MissedCall, ItsTextAnswersNoQuestionThatWaits)
{
    sms("Do you have parking?", "SM1");
    drain();
    clock.advance(std::chrono::milliseconds {500});
    missedCall("CA1");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(provider.handed()[1].text.find("18 spaces"), std::string::npos) << provider.handed()[1].text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

TEST_F(MissedCall, TheBusinesssOwnTextTellsWhoWritesAndHowToEnd)
{
    sayToCallers("Sorry, we were with a guest. Call you soon!");
    missedCall("CA1");
    missedCall("CA2");
    drain();
    ASSERT_EQ(provider.handed().size(), 1u);
    const auto text = provider.handed()[0].text;
    for (const auto *words : {"Casa Marisol", "assistant", "Call you soon!", "STOP"})
        EXPECT_NE(text.find(words), std::string::npos) << words << ": " << text;
}

TEST_F(MissedCall, AnOwnTextThatTellsAllStaysAsItIs)
{
    const std::string own = "Casa Marisol's assistant: sorry we missed you. Text STOP to end.";
    sayToCallers(own);
    missedCall("CA1");
    drain();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(provider.handed()[0].text, own);
}

TEST_F(MissedCall, AfterAResolveIsNotTextedTwiceAndIsSeen)
{
    missedCall("CA1");
    drain();
    const auto resolve = [&] { changeConversation([&](Conversation &c) { c.status = ConversationStatus::Ended, c.endedAt = clock.now(); }); };
    resolve();
    clock.advance(std::chrono::minutes {4});
    missedCall("CA2");
    drain();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    resolve();
    clock.advance(std::chrono::minutes {11});
    missedCall("CA3");
    drain();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Assistant);
}

// Nothing can be texted to them: somebody hears of the call.
TEST_F(MissedCall, OfANumberThatCannotBeTextedWaitsForAPerson)
{
    missedCall("CA1", "anonymous");
    missedCall("CA2", "0551 234");
    missedCall("CA3", "+266696687"); // how Twilio spells it
    settle();
    EXPECT_TRUE(provider.handed().empty());
    ASSERT_EQ(conversations().size(), 3u);
    for (const auto &conversation : conversations()) {
        EXPECT_EQ(conversation.owner.kind, OwnerKind::Nobody);
        EXPECT_EQ(conversation.status, ConversationStatus::WaitingHuman);
        EXPECT_TRUE(conversation.waitingSince.has_value());
        const auto open = escalation(conversation.id);
        ASSERT_TRUE(open) << "somebody is told";
        EXPECT_EQ(open->reason, EscalationReason::Rule);
        EXPECT_EQ(open->createdBy.kind, ActorKind::System);
        const auto phone = std::find_if(open->brief.actions.begin(), open->brief.actions.end(), [](const NextAction &a) { return a.kind == "call"; });
        EXPECT_TRUE(phone == open->brief.actions.end() || phone->text == "0551 234") << "a word is no number to call";
    }
}

TEST_F(MissedCall, ThatCalledPeopleOutsideAPauseStaysTheirsAfterOne)
{
    missedCall("CA1");
    drain();
    changeConversation([&](Conversation &c) { c.status = ConversationStatus::Ended, c.endedAt = clock.now(); });
    clock.advance(std::chrono::minutes {4});
    missedCall("CA2");
    drain();
    const auto id = conversations()[0].id;
    ASSERT_TRUE(escalation(id)) << "somebody thought it settled";
    sms("Do you have parking?", "SM1");
    settle();
    setAssistant(false);
    switchOn();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_TRUE(escalation(id));
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
}

TEST_F(MissedCall, OfSomebodyWhomNobodyHasAndNobodyWasToldOfIsTold)
{
    sms("Do you have parking?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::Nobody, {}, {}};
        c.status = ConversationStatus::WaitingHuman;
    });
    ASSERT_FALSE(escalation(id));
    missedCall("CA1");
    settle();
    EXPECT_TRUE(escalation(id));
    EXPECT_EQ(provider.handed().size(), 2u) << "and they are texted";
}

// The text would be held back at the last door: opted out by one number, they call from another of theirs.
TEST_F(MissedCall, FromTheOtherNumberOfSomebodyWhoOptedOutWaitsForAPerson)
{
    sms("STOP", "SM1");
    settle();
    auto lead = leads().at(0);
    lead.phones.push_back({"+13055550199", "+1 305-555-0199"}); // the team writes it down
    (void)store->write([&](WriteTx &tx) { LeadRepository::update(tx, lead); });
    const auto before = messages().size();
    missedCall("CA1", "+13055550199");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(messages().size(), before) << "nothing is even queued";
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].status, ConversationStatus::WaitingHuman);
}

} // namespace foredeck::tests
