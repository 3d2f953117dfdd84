#include "server/channels/formbody.h"
#include "server/storage/consentrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/handovers.h"

using namespace foredeck;

namespace foredeck::tests {

/// Who has had enough has had enough of it on every channel, in whatever way it was said.
class OptOut : public HandOvers {
protected:
    bool suppressed(ChannelKind kind, std::string_view number = "+13055550142")
    {
        bool is = false;
        (void)store->read([&](Tx &tx) { is = ConsentRepository::suppressed(tx, client.id, kind, number); });
        return is;
    }
    // As Twilio posts what it has read as a keyword of its own.
    void says(const std::string &text, const std::string &id, const std::string &type)
    {
        types(text, id, type);
        settle();
    }
    void types(const std::string &text, const std::string &id, const std::string &type)
    {
        const FormFields fields {{"AccountSid", "AC1"}, {"Body", text}, {"From", "+13055550142"}, {"MessageSid", id}, {"NumMedia", "0"}, {"OptOutType", type}, {"To", "+13055550101"}};
        EXPECT_EQ(post("/webhooks/twilio/sms", formBody(fields), {{"x-twilio-signature", signature::twilio("door-key", "https://hooks.example/webhooks/twilio/sms", fields)}}).status, 200);
    }
    void takeAndSay(const std::vector<std::string> &words)
    {
        take();
        for (const auto &text : words) {
            sms(text, "SM-" + text);
            settle();
        }
    }
    void giveBack()
    {
        by(tom, [&, id = newest()](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Assistant, 0).hasValue()); });
        settle();
    }
    std::ptrdiff_t timesSaid(const std::string &words)
    {
        const auto all = messages();
        return std::count_if(all.begin(), all.end(), [&](const Message &m) { return m.role == MessageRole::Ai && m.text.find(words) != std::string::npos; });
    }
    ConversationId newest() { return conversations().back().id; }
    void expectAPersonReads(const std::string &words)
    {
        const auto open = escalation(newest());
        ASSERT_TRUE(open) << words;
        EXPECT_EQ(open->reason, EscalationReason::Rule);
        EXPECT_NE(open->brief.why.find(words), std::string::npos) << open->brief.why;
        EXPECT_EQ(conversations().back().owner.kind, OwnerKind::Nobody);
        EXPECT_TRUE(conversations().back().waitingSince.has_value());
    }
};

TEST_F(OptOut, OnOneChannelCountsOnAllThatReachTheNumber)
{
    sms("STOP", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(suppressed(ChannelKind::WhatsApp));
    EXPECT_EQ(leads()[0].consent.at("whatsapp").state, ConsentState::OptedOut);
    EXPECT_EQ(leads()[0].consent.at("whatsapp").source, "STOP");
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u) << "confirmed once, and then there is silence";
    EXPECT_EQ(conversations().back().owner.kind, OwnerKind::Nobody) << "what is asked is read by a person";
}

TEST_F(OptOut, APictureOfSomebodyWhoIsOutIsSeenByAPerson)
{
    whatsApp("STOP", "wamid.1");
    settle();
    ASSERT_FALSE(escalation(newest()));
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.2","timestamp":"1795186999","type":"image","image":{"id":"m1","mime_type":"image/jpeg","sha256":"ab"}}])"));
    settle();
    EXPECT_TRUE(escalation(newest()));
    EXPECT_EQ(provider.handed().size(), 1u);
}

TEST_F(OptOut, ByWhatsAppEndsTheTextAfterAMissedCallToo)
{
    whatsApp("STOP", "wamid.1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    missedCall("CA1");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(conversations().back().status, ConversationStatus::WaitingHuman);
}

// Consent is given for the channel it is given on: whoever comes back by text message has not asked for WhatsApp.
TEST_F(OptOut, StartOpensTheChannelItCameBy)
{
    sms("STOP", "SM1");
    settle();
    sms("START", "SM2");
    settle();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::Given);
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(suppressed(ChannelKind::WhatsApp));
    const auto before = provider.handed().size();
    whatsApp("START", "wamid.1");
    settle();
    whatsApp("Do you have parking?", "wamid.2");
    settle();
    ASSERT_EQ(provider.handed().size(), before + 2);
    EXPECT_EQ(provider.handed().back().to, "13055550142");
    EXPECT_EQ(leads()[0].consent.at("whatsapp").state, ConsentState::Given);
}

TEST_F(OptOut, CountsOnOneChannelWhereTheBusinessKeepsThemApart)
{
    (void)store->write([&](WriteTx &tx) {
        auto settings = SettingsRepository::ofClient(tx, client.id);
        settings->optOutEverywhere = false;
        SettingsRepository::update(tx, *settings, clock.now());
    });
    sms("STOP", "SM1");
    settle();
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
    form("Please stop texting me", "f1", "", "+1 305 555 0199");
    settle();
    EXPECT_FALSE(suppressed(ChannelKind::Sms, "+13055550199"));
    expectAPersonReads("stop texting");
}

TEST_F(OptOut, SaidInAFormEndsWhatReachesTheNumberTypedInIt)
{
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    clock.advance(std::chrono::minutes {1});
    form("Please stop texting me", "f1", "", "(305) 555-0142");
    settle();
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(suppressed(ChannelKind::WhatsApp));
    EXPECT_EQ(leads().at(0).consent.at("sms").state, ConsentState::OptedOut);
    expectAPersonReads("stop texting");
    missedCall("CA1");
    sms("Are dogs allowed?", "SM2");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    sms("START", "SM3"); // whose number it is has the last word
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
}

// Whose e-mail it is, is not proven: nobody is silenced by whoever types it, and a person sees to it.
TEST_F(OptOut, SaidInAFormWithoutANumberReachesAPerson)
{
    sms("Do you have parking?", "SM1");
    form("My address", "f1", "ana@example.com", "+1 305 555 0142");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    const auto resolve = [&] { changeConversation([&](Conversation &c) { c.status = ConversationStatus::Ended, c.endedAt = clock.now(); }); };
    for (const auto *id : {"f2", "f3"}) {
        clock.advance(std::chrono::hours {30}); // a conversation of its own
        form("Please stop texting me!", id, "ana@example.com");
        settle();
        EXPECT_FALSE(suppressed(ChannelKind::Sms));
        expectAPersonReads("stop texting");
        resolve();
    }
}

// A YES is a keyword of Twilio's: said to our question by somebody who is not out, it is their answer.
TEST_F(OptOut, AYesThatTwilioReadsAsStartIsTheAnswerToWhatWasAsked)
{
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(messages().back().role, MessageRole::Ai);
    says("Yes, and do you have a pool?", "SM2", "START");
    for (const auto &message : messages())
        EXPECT_TRUE(message.vendorKeyword.empty());
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(decisions(newest()).back().action, DecisionAction::OptedIn);
    says("STOP", "SM3", "STOP");
    ASSERT_TRUE(suppressed(ChannelKind::Sms));
    says("YES", "SM4", "START");
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
    EXPECT_EQ(messages().back().vendorKeyword, "start");
}

// Twilio keeps the business's own keywords and answers them; what it has read counts, whatever our rules make of the word.
TEST_F(OptOut, WhatTwilioHasReadAsStopCountsAndIsNotAnsweredAgain)
{
    says("BORRAR", "SM1", "STOP");
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(provider.handed().empty());
    EXPECT_FALSE(escalation(newest()));
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(messages().back().vendorKeyword, "stop");
    EXPECT_EQ(decisions(newest()).back().action, DecisionAction::OptedOut);
    says("INFO", "SM2", "HELP");
    says("ALTA", "SM3", "START");
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(provider.handed().empty());
    sms("Do you have parking?", "SM4");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_NE(provider.handed()[0].text.find("18 spaces"), std::string::npos) << provider.handed()[0].text;
}

// Nothing can be written to them any more, and what they have booked may still stand.
TEST_F(OptOut, ACancelInTalkOfABookingThatTwilioReadsAsStopReachesAPerson)
{
    sms("I would like to book a room for Friday", "SM1");
    settle();
    ASSERT_FALSE(escalation(newest()));
    const auto before = provider.handed().size();
    says("CANCEL", "SM2", "STOP");
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_EQ(provider.handed().size(), before) << "the vendor has confirmed it";
    expectAPersonReads("CANCEL");
}

TEST_F(OptOut, WhoHasEndedTheMessagesAtTwilioIsNotTriedAgain)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21610); });
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_TRUE(suppressed(ChannelKind::WhatsApp)) << "one ends all";
    EXPECT_EQ(leads().at(0).consent.at("sms").state, ConsentState::OptedOut);
    EXPECT_TRUE(escalation(newest())) << "they asked something, and can be called";
    missedCall("CA1");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
}

// Taken first, and refused on its way.
TEST_F(OptOut, WhoHasEndedTheMessagesAtTwilioIsKnownByWhatBecameOfOne)
{
    sms("Do you have parking?", "SM1");
    settle();
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
    EXPECT_EQ(smsStatus(messages().back().providerId, "undelivered", "21610").status, 200);
    settle();
    EXPECT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
    EXPECT_EQ(leads().at(0).consent.at("sms").state, ConsentState::OptedOut);
    EXPECT_TRUE(escalation(newest())) << "they asked something, and can be called";
}

// Another network's address at the door for texts: its people have not texted us, and no text reaches them.
TEST_F(OptOut, AnAddressOfAnotherNetworkIsNoNumberToText)
{
    EXPECT_EQ(sms("Do you have parking?", "SM1", "whatsapp:+13055550403").status, 200);
    settle();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(count("inbox"), 1u);
    for (const auto &handed : provider.handed())
        EXPECT_NE(handed.to, "+13055550403") << handed.text;
}

TEST_F(OptOut, SaidInAChatWindowReachesAPerson)
{
    chat("STOP", "c1", "w1");
    settle();
    EXPECT_FALSE(escalation(newest())) << "it is the window that it ends";
    clock.advance(std::chrono::minutes {1});
    chat("Please stop texting me", "c2", "w2");
    settle();
    expectAPersonReads("stop texting");
}

TEST_F(OptOut, ABareCancelInAFormStopsNoTexts)
{
    sms("Do you have parking?", "SM1");
    settle();
    clock.advance(std::chrono::minutes {1});
    form("Cancel", "f1", "", "+1 305 555 0142");
    settle();
    EXPECT_FALSE(suppressed(ChannelKind::Sms));
    expectAPersonReads("Cancel");
}

// Typed in a form it is nobody's; once they write from it they are answered there.
TEST_F(OptOut, WhoWritesFromANumberThatWasStoppedIsHelpedThere)
{
    form("Please stop texting me", "f1", "", "+1 305 555 0142");
    settle();
    EXPECT_TRUE(provider.handed().empty());
    sms("HELP", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    EXPECT_EQ(provider.handed()[0].to, "+13055550142");
    EXPECT_TRUE(suppressed(ChannelKind::Sms));
}

TEST_F(OptOut, WhatIsAskedBesideHelpAfterAStopIsReadToo)
{
    sms("STOP", "SM1");
    settle();
    sms("HELP", "SM2");
    sms("The lamp over my bed hums strangely", "SM3");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(provider.handed()[1].text.find("automated assistant"), std::string::npos) << provider.handed()[1].text;
    const auto open = escalation(newest());
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::LowConfidence);
    EXPECT_EQ(open->brief.why, "The lamp over my bed hums strangely");
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

// Switched off, it tells that messages go out again, and the question is somebody's.
TEST_F(OptOut, WhatIsAskedBesideAStartInAPauseIsReadToo)
{
    sms("STOP", "SM1");
    settle();
    setAssistant(false);
    sms("START", "SM2");
    sms("Do you have parking?", "SM3");
    settle();
    ASSERT_EQ(provider.handed().size(), 2u);
    EXPECT_NE(provider.handed()[1].text.find("messages again"), std::string::npos) << provider.handed()[1].text;
    const auto open = escalation(newest());
    ASSERT_TRUE(open);
    EXPECT_EQ(open->reason, EscalationReason::Rule);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(OptOut, WhatIsAskedBesideAStartWhereNobodyHasThemIsToldOf)
{
    sms("STOP", "SM1");
    settle();
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::Nobody, {}, {}};
        c.status = ConversationStatus::WaitingHuman;
    });
    sms("START", "SM2");
    sms("The lamp over my bed hums strangely", "SM3");
    settle();
    EXPECT_EQ(provider.handed().size(), 2u);
    EXPECT_TRUE(escalation(newest()));
}

TEST_F(OptOut, PeopleSeeThatTheNumberWasStoppedBeforeAnybodyWroteFromIt)
{
    form("Do you have parking?", "f1", "ana@example.com");
    form("Do you have parking?", "f2", "eve@example.com");
    settle();
    form("Please stop texting me", "f3", "ana@example.com", "+1 305 555 0142"); // typed by somebody who is known by e-mail
    form("stop texting me", "f4", "eve@example.com", "+1 305 555 0144");
    settle();
    sms("Is the pool open?", "SM1");
    missedCall("CA1", "+13055550143"); // nobody's number
    missedCall("CA2", "+13055550144");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u) << "the one who called without having ended anything";
    EXPECT_EQ(provider.handed()[0].to, "+13055550143");
    const auto stateOf = [&](const std::string &number) {
        const auto all = leads();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Lead &one) { return std::any_of(one.phones.begin(), one.phones.end(), [&](const Phone &p) { return p.e164 == number; }) && one.emails.empty(); });
        return found == all.end() || !found->consent.contains("sms") ? ConsentState::Unknown : found->consent.at("sms").state.value();
    };
    EXPECT_EQ(stateOf("+13055550142"), ConsentState::OptedOut);
    EXPECT_EQ(stateOf("+13055550144"), ConsentState::OptedOut);
    EXPECT_NE(stateOf("+13055550143"), ConsentState::OptedOut);
}

// Out by one of their numbers, they are out by all; who writes START from another has asked for that one.
TEST_F(OptOut, StartFromAnotherNumberOfTheirsIsHeard)
{
    sms("Hello", "SM1");
    settle();
    auto lead = leads().at(0);
    lead.phones.push_back({"+13055550199", "+1 305-555-0199"}); // the team writes it down
    (void)store->write([&](WriteTx &tx) { LeadRepository::update(tx, lead); });
    sms("Do you have parking?", "SM2", "+13055550199");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    sms("STOP", "SM3", "+13055550199");
    settle();
    const auto before = provider.handed().size();
    sms("START", "SM4");
    settle();
    EXPECT_EQ(leads()[0].consent.at("sms").state, ConsentState::Given);
    EXPECT_EQ(provider.handed().size(), before + 1) << "and is told so";
}

// Whoever has it read the question; given back, it is answered, and not the START beside it.
TEST_F(OptOut, WhatWasAskedBeforeAStartIsAnsweredWhenItIsGivenBack)
{
    sms("STOP", "SM1");
    settle();
    takeAndSay({"Do you have parking?", "START"});
    const auto told = messages().back().text;
    giveBack();
    EXPECT_EQ(decisions(newest()).back().action, DecisionAction::Answered);
    EXPECT_EQ(timesSaid(told), 1);
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

TEST_F(OptOut, WhoIsOutAndAsksBesideHelpIsToldOfWhenItIsGivenBack)
{
    sms("STOP", "SM1");
    settle();
    takeAndSay({"Do you have parking?", "HELP"});
    const auto help = messages().back().text;
    giveBack();
    EXPECT_TRUE(escalation(newest()).has_value());
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
    EXPECT_EQ(timesSaid(help), 1);
}

// The vendor has answered its keyword, and nothing that was said beside it.
TEST_F(OptOut, WhatIsSaidBesideAKeywordOfTheVendorsIsToldAgainWhenItIsGivenBack)
{
    types("STOP", "SM1", "STOP");
    sms("When does my booking begin?", "SM2");
    settle();
    ASSERT_TRUE(escalation(newest()).has_value());
    take();
    giveBack();
    EXPECT_TRUE(escalation(newest()).has_value());
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

// What was asked under a person's eyes in the same turn as the STOP, too.
TEST_F(OptOut, WhatFollowsAStopWhilePeopleHaveItIsToldWhenTheyGiveItBack)
{
    sms("Do you have parking?", "SM1");
    settle();
    take();
    sms("STOP", "SM2");
    sms("When does my booking begin?", "SM3");
    settle();
    giveBack();
    EXPECT_TRUE(escalation(newest()).has_value());
    EXPECT_TRUE(conversations()[0].waitingSince.has_value());
}

TEST_F(OptOut, AStopThatIsUndoneIsAskedAboutNoMore)
{
    sms("Hello", "SM1");
    settle();
    take();
    sms("STOP", "SM2");
    sms("Do you have parking?", "SM3");
    settle();
    sms("START", "SM4");
    settle();
    giveBack();
    EXPECT_EQ(decisions(newest()).back().action, DecisionAction::Answered);
    EXPECT_EQ(messages().back().text.find("STOP"), std::string::npos) << messages().back().text;
    EXPECT_FALSE(conversations()[0].waitingSince.has_value());
}

} // namespace foredeck::tests
