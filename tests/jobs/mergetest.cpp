#include "server/services/conversation/claimacts.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/escalation/ladderfacts.h"
#include "server/services/lead/leadmergeacts.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;

namespace foredeck::tests {

/// What becomes of messages to and from two leads that are one person.
class Merging : public Rig {
protected:
    Lead with(const std::string &e164)
    {
        for (const auto &lead : leads()) {
            if (lead.mergedInto.empty() && std::any_of(lead.phones.begin(), lead.phones.end(), [&](const Phone &phone) { return phone.e164 == e164; }))
                return lead;
        }
        ADD_FAILURE() << "nobody has " << e164;
        return {};
    }
    Conversation over(ChannelKind kind, const std::string &contact = {})
    {
        for (const auto &conversation : conversations()) {
            if (conversation.channelKind == kind && (contact.empty() || conversation.contact == contact))
                return conversation;
        }
        ADD_FAILURE() << "there is no such conversation";
        return {};
    }
    /// Two who write by text, of whom people answer.
    void twoWrite()
    {
        setAssistant(false);
        setSafeMode(false);
        sms("Hi", "SM1", "+13055550142");
        sms("Hi", "SM2", "+13055550199");
        drain();
    }
    void merge(const LeadId &left, const LeadId &other)
    {
        by(rosa, [&](OpContext &op) { EXPECT_TRUE(mergeLeads(op, left, {other, {}}).hasValue()); });
    }
    void part(const LeadId &left, const LeadId &other)
    {
        by(rosa, [&](OpContext &op) { EXPECT_TRUE(partLeads(op, left, {other}).hasValue()); });
    }
    void say(const ConversationId &id, const std::string &text)
    {
        by(rosa, [&](OpContext &op) { EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, text, 0, 0, true}, usualLease).hasValue()); });
        drain();
    }
    /// As it stands for texts.
    ConsentState consentOf(const LeadId &id)
    {
        for (const auto &lead : leads()) {
            if (lead.id == id && lead.consent.contains("sms"))
                return lead.consent.at("sms").state.value();
        }
        return ConsentState::Unknown;
    }
    /// Some time after what was said before.
    void theyText(const std::string &words, const std::string &from)
    {
        clock.advance(std::chrono::minutes {5});
        sms(words, "SM-" + std::to_string(++m_texts), from);
        settle();
    }
    std::string sentTo(const std::string &text)
    {
        for (const auto &handed : provider.handed()) {
            if (handed.text.find(text) != std::string::npos)
                return handed.to;
        }
        return "nobody";
    }

    const Actor rosa {ActorKind::User, UserId {"u1"}, "Rosa"};

private:
    int m_texts = 0;
};

TEST_F(Merging, AMessageToEitherContactReachesTheOneThatIsLeftInItsOwnThread)
{
    setAssistant(false);
    whatsApp("Hi", "wamid.1", "13055550142");
    sms("Hi", "SM1", "+13055550199");
    drain();
    const auto left = with("+13055550142").id;
    const auto texts = over(ChannelKind::Sms).id;
    merge(left, with("+13055550199").id);
    sms("Are you there?", "SM2", "+13055550199");
    whatsApp("Hello?", "wamid.2", "13055550142");
    drain();
    ASSERT_EQ(conversations().size(), 2U) << "each goes on in its own thread";
    for (const auto &conversation : conversations())
        EXPECT_EQ(conversation.lead, left);
    EXPECT_EQ(messages(texts).back().text, "Are you there?");
}

TEST_F(Merging, AnAnswerGoesToTheNumberThatItsThreadIsWith)
{
    twoWrite();
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    const auto first = over(ChannelKind::Sms, "+13055550142").id;
    const auto second = over(ChannelKind::Sms, "+13055550199").id;
    say(first, "To the first");
    say(second, "To the second");
    EXPECT_EQ(sentTo("To the first"), "+13055550142");
    EXPECT_EQ(sentTo("To the second"), "+13055550199");

    sms("Thanks", "SM3", "+13055550199");
    sms("And here", "SM4", "+13055550142");
    drain();
    ASSERT_EQ(conversations().size(), 2U) << "two numbers of one person never share a thread";
    say(second, "Still the second");
    EXPECT_EQ(sentTo("Still the second"), "+13055550199");

    part(left, other);
    say(first, "Apart again");
    say(second, "And you");
    EXPECT_EQ(sentTo("Apart again"), "+13055550142");
    EXPECT_EQ(sentTo("And you"), "+13055550199");
    EXPECT_EQ(with("+13055550199").id, other);
}

TEST_F(Merging, AThreadThatBeganSinceOverTheOthersNumberIsTheOthersWhenItIsTakenBack)
{
    twoWrite();
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    clock.advance(std::chrono::hours {30});
    sms("A day later", "SM3", "+13055550199");
    sms("Me too", "SM4", "+13055550142");
    drain();
    ASSERT_EQ(conversations().size(), 4U);
    part(left, other);
    for (const auto &conversation : conversations())
        EXPECT_EQ(conversation.lead, conversation.contact == "+13055550199" ? other : left) << conversation.contact;
}

TEST_F(Merging, WhoHasOptedOutByOneOfThemIsOutOnThatChannelAndInAgainApart)
{
    twoWrite();
    sms("STOP", "SM3", "+13055550199");
    settle();
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    const auto first = over(ChannelKind::Sms, "+13055550142").id;
    say(first, "Too much");
    EXPECT_EQ(sentTo("Too much"), "nobody") << "the stricter of the two";
    part(left, other);
    say(first, "Your room is ready");
    EXPECT_EQ(sentTo("Your room is ready"), "+13055550142") << "who never said it may be written to";
}

TEST_F(Merging, AStartWhileTheyWereOneIsOfTheNumberThatSaidIt)
{
    twoWrite();
    theyText("STOP", "+13055550199");
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    theyText("START", "+13055550199");
    part(left, other);
    EXPECT_EQ(consentOf(other), ConsentState::Given);
    EXPECT_EQ(consentOf(left), ConsentState::Implied);
    say(over(ChannelKind::Sms, "+13055550199").id, "Welcome back");
    EXPECT_EQ(sentTo("Welcome back"), "+13055550199");
}

TEST_F(Merging, TheStartOfOneUndoesNoStopOfTheOther)
{
    twoWrite();
    theyText("STOP", "+13055550142");
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    theyText("START", "+13055550199");
    part(left, other);
    EXPECT_EQ(consentOf(left), ConsentState::OptedOut);
    EXPECT_EQ(consentOf(other), ConsentState::Given);
    say(over(ChannelKind::Sms, "+13055550142").id, "Not wanted");
    say(over(ChannelKind::Sms, "+13055550199").id, "Wanted");
    EXPECT_EQ(sentTo("Not wanted"), "nobody");
    EXPECT_EQ(sentTo("Wanted"), "+13055550199");
}

TEST_F(Merging, ApartEachStandsByTheirOwnLastWordSince)
{
    twoWrite();
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    merge(left, other);
    theyText("STOP", "+13055550199");
    theyText("START", "+13055550142");
    part(left, other);
    EXPECT_EQ(consentOf(other), ConsentState::OptedOut) << "the other one's START came after it";
    EXPECT_EQ(consentOf(left), ConsentState::Given);
    say(over(ChannelKind::Sms, "+13055550199").id, "Not wanted");
    EXPECT_EQ(sentTo("Not wanted"), "nobody");
}

// Else the words to a short code would go to a person's telephone.
TEST_F(Merging, AThreadThatCameWithoutANumberTakesNoneOfTheOthers)
{
    setAssistant(false);
    setSafeMode(false);
    sms("Your code is 4711", "SM1", "72345");
    drain();
    const auto other = leads().at(0).id;
    sms("Hi", "SM2", "+13055550142");
    drain();
    const auto left = with("+13055550142").id;
    missedCall("CA1", "anonymous");
    drain();
    LeadId caller;
    for (const auto &lead : leads()) {
        if (lead.id != left && lead.id != other)
            caller = lead.id;
    }
    ASSERT_FALSE(caller.empty());
    merge(left, other);
    merge(left, caller);
    const auto code = over(ChannelKind::Sms, "72345");
    const auto call = over(ChannelKind::Sms, std::string {withheldContact});
    EXPECT_NE(code.id, call.id);
    say(code.id, "Who is this?");
    say(call.id, "You called us");
    EXPECT_EQ(sentTo("Who is this?"), "nobody");
    EXPECT_EQ(sentTo("You called us"), "nobody");
    EXPECT_EQ(messages(call.id).back().delivery.code, "no_number");

    sms("Are you there?", "SM3", "+13055550142");
    sms("Your code is 4712", "SM4", "72345");
    drain();
    ASSERT_EQ(conversations().size(), 3U);
    EXPECT_EQ(messages(code.id).back().text, "Your code is 4712");
    EXPECT_EQ(messages(over(ChannelKind::Sms, "+13055550142").id).back().text, "Are you there?") << "and never in a thread that cannot be answered";
    say(over(ChannelKind::Sms, "+13055550142").id, "Here we are");
    EXPECT_EQ(sentTo("Here we are"), "+13055550142");

    clock.advance(std::chrono::hours {30});
    sms("Your code is 4713", "SM5", "72345");
    drain();
    ASSERT_EQ(conversations().size(), 4U);
    part(left, other);
    for (const auto &conversation : conversations())
        EXPECT_EQ(conversation.lead, conversation.contact == "72345" ? other : left) << conversation.contact;
}

TEST_F(Merging, WhoeverIsLeftAShortCodesThreadStaysWithoutANumber)
{
    setAssistant(false);
    setSafeMode(false);
    sms("Your code is 4711", "SM1", "72345");
    drain();
    const auto left = leads().at(0).id;
    sms("Hi", "SM2", "+13055550142");
    drain();
    merge(left, with("+13055550142").id);
    say(over(ChannelKind::Sms, "72345").id, "Who is this?");
    EXPECT_EQ(sentTo("Who is this?"), "nobody");
    say(over(ChannelKind::Sms, "+13055550142").id, "Hello");
    EXPECT_EQ(sentTo("Hello"), "+13055550142");
}

// Separated in the order in which they came: what the one who is still a part of it has ended stays ended.
TEST_F(Merging, WhatAnotherPartHasEndedStaysEnded)
{
    form("A berth, please", "f0", "left@example.com");
    sms("STOP", "SM1", "+13055550142");
    sms("STOP", "SM2", "+13055550177");
    settle();
    LeadId left;
    for (const auto &lead : leads()) {
        if (lead.phones.empty())
            left = lead.id;
    }
    const auto first = with("+13055550142").id;
    const auto second = with("+13055550177").id;
    merge(left, first);
    merge(left, second);
    part(left, first);
    for (const auto &lead : leads()) {
        if (lead.id == left) {
            EXPECT_EQ(lead.consent.at("sms").state, ConsentState::OptedOut);
        }
    }
}

// Else words to the one who was left would go to the other's telephone.
TEST_F(Merging, ANumberThatOneOfThemMovedToIsTheirsApart)
{
    setAssistant(false);
    whatsApp("A berth for Friday?", "wamid.1", "13055550142");
    whatsApp("Hello", "wamid.2", "13055550177");
    settle();
    const auto left = with("+13055550177").id;
    const auto other = with("+13055550142").id;
    merge(left, other);
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.s","timestamp":"1795186999","type":"system","system":{"body":"changed","wa_id":"12195555358","type":"user_changed_number"}}])"));
    settle();
    part(left, other);
    EXPECT_EQ(with("+12195555358").id, other);
    EXPECT_EQ(with("+13055550177").id, left);
    whatsApp("Are you there?", "wamid.3", "12195555358");
    settle();
    EXPECT_EQ(over(ChannelKind::WhatsApp, "+12195555358").lead, other);
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(ClaimActs {usualLease}.takeOver(op, over(ChannelKind::WhatsApp, "+12195555358").id, {}).hasValue()); });
    say(over(ChannelKind::WhatsApp, "+12195555358").id, "At the fuel dock");
    EXPECT_EQ(sentTo("At the fuel dock"), "12195555358");
}

TEST_F(Merging, TheOwnerIsToldOfWhoseConversationItIsApart)
{
    twoWrite();
    const auto left = with("+13055550142").id;
    const auto other = with("+13055550199").id;
    (void)store->write([&](WriteTx &tx) {
        for (const auto &id : {left, other}) {
            auto lead = *LeadRepository::byId(tx, client.id, id);
            lead.name = id == left ? "Ana Ruiz" : "Bea Lopez";
            LeadRepository::update(tx, lead);
        }
    });
    merge(left, other);
    Escalation told;
    told.id = EscalationId {"e1"};
    told.client = client.id;
    told.lead = left; // whose it was when it began
    told.conversation = over(ChannelKind::Sms, "+13055550199").id;
    part(left, other);
    std::string text;
    (void)store->read([&](Tx &tx) { text = ownerText(tx, told); });
    EXPECT_NE(text.find("Bea"), std::string::npos) << text;
}

// Meta counts 24 hours for each number.
TEST_F(Merging, TheWindowOfOneNumberIsNotTheOthers)
{
    setAssistant(false);
    whatsApp("A berth for Friday?", "wamid.1", "13055550142");
    settle();
    const auto left = with("+13055550142").id;
    const auto thread = conversations()[0].id;
    by(rosa, [&](OpContext &op) { EXPECT_TRUE(ClaimActs {usualLease}.takeOver(op, thread, {}).hasValue()); });
    clock.advance(std::chrono::hours {30});
    whatsApp("It is me again", "wamid.2", "13055550177");
    settle();
    merge(left, with("+13055550177").id);
    whatsApp("Are you there?", "wamid.3", "13055550177");
    settle();
    for (const auto &one : conversations()) {
        if (one.id == thread) {
            EXPECT_LT(one.replyWindowUntil, clock.now()) << "nothing was written over that number";
        }
    }
}

TEST_F(Merging, AChatWindowFollowsItsLead)
{
    setAssistant(false);
    const auto first = chat("Hi", "c1", "s-1");
    JsonDocument document;
    const std::string token {document.parse(first.body).value()["visitor_token"].asString().value_or("")};
    whatsApp("Hi", "wamid.1", "13055550142");
    drain();
    const auto left = with("+13055550142").id;
    const auto visitor = over(ChannelKind::LiveChat).lead;
    merge(left, visitor);
    chat("Still me", "c2", "s-1", token);
    drain();
    EXPECT_EQ(over(ChannelKind::LiveChat).lead, left);
    part(left, visitor);
    chat("And now", "c3", "s-1", token);
    drain();
    EXPECT_EQ(over(ChannelKind::LiveChat).lead, visitor);
    EXPECT_EQ(leads().size(), 2U) << "nobody was made anew";
}

TEST_F(Merging, AnAssistantsTurnThatWaitsAnswersOnceAndTheOneThatIsLeft)
{
    setSafeMode(false);
    whatsApp("Do you have parking?", "wamid.1", "13055550142");
    form("Hi", "f1", "ana@example.com");
    drain();
    const auto asked = over(ChannelKind::WhatsApp);
    const auto left = over(ChannelKind::WebForm).lead;
    merge(left, asked.lead);
    settle();
    settle();
    const auto said = messages(asked.id);
    EXPECT_EQ(std::count_if(said.begin(), said.end(), [](const Message &message) { return message.role == MessageRole::Ai; }), 1);
    EXPECT_EQ(over(ChannelKind::WhatsApp).lead, left);
    ASSERT_FALSE(provider.handed().empty());
    EXPECT_EQ(provider.handed().back().to, "13055550142");
}

} // namespace foredeck::tests
