#include "server/storage/consentrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/settingsrepository.h"
#include "tests/jobs/rig.h"

#include <map>

using namespace foredeck;

namespace foredeck::tests {

/// Who somebody is over all doors, and what makes nobody another.
class Identity : public Rig {
protected:
    /// The next text answers the question for their e-mail.
    void askForEMail()
    {
        (void)store->write([&](WriteTx &tx) {
            auto settings = SettingsRepository::ofClient(tx, client.id);
            settings->intake = {{"email", {{"en", "What is your e-mail address?"}}, IntakeKind::Text, {}, "", true}};
            SettingsRepository::update(tx, *settings, clock.now());
        });
        sms("I need a room for Friday for 2 people", "SM1");
        settle();
        ASSERT_FALSE(provider.handed().empty());
        ASSERT_NE(provider.handed().back().text.find("e-mail address?"), std::string::npos);
    }
};

TEST_F(Identity, OnePersonOverManyDoorsIsOneLead)
{
    whatsApp("Hi", "wamid.1", "13055550142");
    sms("Hi", "SM1", "+13055550142");
    form("Hi", "f1", "ana@example.com", "(305) 555-0142");
    form("Hi", "f2", "ANA@example.com");
    drain();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.size(), 1u);
    EXPECT_EQ(leads()[0].emails, std::vector<std::string> {"ana@example.com"});
    EXPECT_EQ(conversations().size(), 3u); // one per door; both forms share theirs
}

// A form has no other way back: what a program cannot read a person can.
TEST_F(Identity, AnEMailThatCannotBeReadIsKeptAsItWasTyped)
{
    using Emails = std::vector<std::string>;
    form("Please send me your price list", "f1", "Ana.Lopez@example,com");
    form("And me", "f2", "Bea <bea@example.com>");
    form("And us", "f3", "eva@example.com, eva2@example.com");
    form("And me", "f4", "none");
    form("And me, too", "f5", "none");
    drain();
    std::vector<Emails> kept;
    for (const auto &lead : leads())
        kept.push_back(lead.emails);
    std::sort(kept.begin(), kept.end());
    EXPECT_EQ(kept, (std::vector<Emails> {{"Ana.Lopez@example,com"}, {"bea@example.com"}, {"eva@example.com", "eva2@example.com"}, {"none"}, {"none"}}))
        << "nobody is told apart by what is no address";
    form("It is me again", "f6", "bea@example.com");
    form("My friend gave me your number", "f7", "eva2@example.com");
    drain();
    EXPECT_EQ(leads().size(), 6u) << "Bea is known, and who writes by a second address is not yet Eva";
}

// A piece of what was typed is somebody else's address.
TEST_F(Identity, WhatIsNotAllAddressIsNobodysIdentityAndIsKeptWhole)
{
    form("Is my room ready?", "f0", "lopez@example.com", {}, "Lucia Lopez");
    form("I am Brien", "f1", "brien@example.com");
    drain();
    const std::vector<std::string> typed {"ana,lopez@example.com", "ana lopez@example.com", "me@example.com or call 305-555-0199", "lopez@example.com; 305 555 0199",
        "<ana,lopez@example.com>", "lopez@example.com / brien@example.com", "jürgen lopez@example.com", "‹lopez@example.com>"};
    for (std::size_t i = 0; i < typed.size(); ++i)
        form("What does a week in May cost?", "g" + std::to_string(i), typed[i]);
    drain();
    ASSERT_EQ(leads().size(), 2 + typed.size());
    const auto all = leads();
    for (const auto &one : typed)
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const Lead &l) { return l.emails == std::vector<std::string> {one}; })) << one;
    form("STOP", "f2", "ana,lopez@example.com");
    drain();
    bool isOut = true;
    (void)store->read([&](Tx &tx) {
        const auto consent = ConsentRepository::current(tx, client.id, ChannelKind::WebForm, "lopez@example.com");
        isOut = consent && consent->consent.state == ConsentState::OptedOut;
    });
    EXPECT_FALSE(isOut) << "Lucia said nothing";
}

TEST_F(Identity, AnAddressIsTakenWholeOrNotAtAll)
{
    form("One", "f1", "Sean O'Brien <sean.o'brien@example.com>");
    form("Two", "f2", "Lopez, Ana <Ana.Lopez@example.com>");
    form("Three", "f3", "jürgen.müller@example.de.");
    form("Four", "f4", "Bea <bea@example.com>; eva@example.com");
    drain();
    std::vector<std::vector<std::string>> kept;
    for (const auto &lead : leads())
        kept.push_back(lead.emails);
    std::sort(kept.begin(), kept.end());
    EXPECT_EQ(kept, (std::vector<std::vector<std::string>> {{"ana.lopez@example.com"}, {"bea@example.com", "eva@example.com"}, {"jürgen.müller@example.de"}, {"sean.o'brien@example.com"}}));
}

TEST_F(Identity, WhoWritesAtAnothersAddressUnderTheirOwnNameIsNamed)
{
    form("Hi", "f1", "office@example.com", {}, "Alice");
    form("Hi again", "f2", "office@example.com");
    form("And me?", "f3", "office@example.com", {}, "Carla Diaz");
    drain();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].name, "Alice");
    std::map<std::string, std::string> writers;
    for (const auto &message : messages())
        writers[message.text] = message.author.name;
    EXPECT_EQ(writers["Hi again"], "Alice");
    EXPECT_EQ(writers["And me?"], "Carla Diaz");
}

TEST_F(Identity, AChannelsNumberIsGroupedAndATypedOneStaysAsItWasTyped)
{
    sms("Hi", "SM1", "+13055550142");
    form("Hi", "f1", "", "(305) 555-0143");
    drain();
    ASSERT_EQ(leads().size(), 2u);
    std::map<std::string, std::string> shownAs;
    for (const auto &lead : leads())
        shownAs[lead.phones.at(0).e164] = lead.phones.at(0).raw;
    EXPECT_EQ(shownAs["+13055550142"], "+1 305-555-0142");
    EXPECT_EQ(shownAs["+13055550143"], "(305) 555-0143");
}

TEST_F(Identity, WhoTypesAnothersAddressDoesNotBecomeThem)
{
    sms("Hi, Maria here", "SM1", "+13055550142");
    form("The same by form", "f1", "maria@example.com", "+1 305 555 0142");
    form("I am Maria too", "f2", "maria@example.com", "+1 305 555 0199");
    drain();
    ASSERT_EQ(leads().size(), 1u);
    ASSERT_EQ(leads()[0].phones.size(), 2u);
    EXPECT_EQ(leads()[0].phones[1].e164, "");
    EXPECT_EQ(leads()[0].phones[1].raw, "+1 305 555 0199");
    sms("What did you tell me?", "SM2", "+13055550199");
    drain();
    EXPECT_EQ(leads().size(), 2u);
}

// Known by an e-mail alone, which anybody can type: a number beside it, in the form or in the words, is not theirs.
TEST_F(Identity, WhoTypesANumberBesideAnothersEMailGetsNothingOfTheirs)
{
    form("My name is Vera Lind. I want to book a double room for Friday, my budget is $500.", "f1", "vera@example.com");
    settle();
    form("I want to book a room", "f2", "vera@example.com", "+1 305 555 0199");
    clock.advance(std::chrono::hours {30}); // a conversation that nobody has taken yet
    form("Call me at +1 305 555 0177", "f3", "vera@example.com");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    const auto vera = leads()[0];
    ASSERT_EQ(vera.phones.size(), 2u) << "kept as they were written";
    for (const auto &phone : vera.phones)
        EXPECT_EQ(phone.e164, "") << phone.raw;
    for (const auto *number : {"+13055550199", "+13055550177"}) {
        sms("I want to book a room", std::string {"SM1"} + number, number);
        settle();
        sms("Thanks!", std::string {"SM2"} + number, number);
        settle();
    }
    EXPECT_EQ(leads().size(), 3u);
    EXPECT_FALSE(provider.handed().empty());
    for (const auto &text : provider.handed()) {
        for (const auto *word : {"Vera", "Lind", "$500", "Friday", "double"})
            EXPECT_EQ(text.text.find(word), std::string::npos) << word << " in " << text.text;
    }
}

TEST_F(Identity, AnEMailThatIsOnlyMentionedIsNobodysIdentity)
{
    sms("Please send the invoice to bob@acme.com", "SM1");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].emails, std::vector<std::string> {"bob@acme.com"}) << "it stands in the lead all the same";
    form("Do you have parking?", "f1", "bob@acme.com");
    settle();
    EXPECT_EQ(leads().size(), 2u) << "Bob is somebody else";
}

TEST_F(Identity, AnEMailThatIsGivenIsAContact)
{
    // mentioned first, then typed as one's own
    sms("Please send the invoice to ana@acme.com", "SM1");
    form("It is me", "f1", "ana@acme.com", "+1 305 555 0142");
    form("Me again", "f2", "ana@acme.com");
    settle();
    EXPECT_EQ(leads().size(), 1u);
    // all that is known of a visitor
    chat("Please write to me at eve@example.com", "c1", "w1");
    settle();
    form("Do you have parking?", "f3", "eve@example.com");
    settle();
    EXPECT_EQ(leads().size(), 2u);
    // nothing but the e-mail is said
    sms("Lee@example.com", "SM2", "+13055550177");
    settle();
    form("Do you have parking?", "f4", "lee@example.com");
    settle();
    EXPECT_EQ(leads().size(), 3u);
}

TEST_F(Identity, TheAnswerToTheQuestionForAnEMailIsAContact)
{
    askForEMail();
    sms("it's ana@example.com", "SM2");
    settle();
    form("Do you have parking?", "f1", "ana@example.com");
    settle();
    EXPECT_EQ(leads().size(), 1u);
}

TEST_F(Identity, WhatIsCutOutOfThatAnswerIsNobodysIdentity)
{
    askForEMail();
    sms("ana,lopez@example.com", "SM2");
    settle();
    form("Do you have parking?", "f1", "lopez@example.com");
    settle();
    EXPECT_EQ(leads().size(), 2u) << "lopez is somebody else";
}

// There is nothing else to find a visitor by, and still it is a guess at somebody else.
TEST_F(Identity, WhatIsCutOutOfAVisitorsWordsIsNobodysIdentity)
{
    chat("My e-mail is ana,lopez@example.com", "c1", "s1");
    settle();
    form("My divorce papers are ready", "f1", "lopez@example.com");
    settle();
    EXPECT_EQ(leads().size(), 2u) << "lopez is somebody else";
    chat("My e-mail is bea@example.com.", "c2", "s2");
    settle();
    form("Do you have parking?", "f2", "bea@example.com");
    settle();
    EXPECT_EQ(leads().size(), 3u) << "given whole, it is found again";
}

// A blank may be a slip for what stands in the address.
TEST_F(Identity, WhatStandsBehindABareWordIsNobodysIdentity)
{
    chat("ana lopez@example.com", "c1", "s1");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].emails, std::vector<std::string> {"lopez@example.com"}) << "kept for people to read";
    EXPECT_EQ(messages()[0].text, "ana lopez@example.com");
    form("My divorce papers are ready", "f1", "lopez@example.com");
    settle();
    EXPECT_EQ(leads().size(), 2u) << "lopez is somebody else";
    chat("my mail is bea@example.com", "c2", "s2");
    settle();
    form("Do you have parking?", "f2", "bea@example.com");
    settle();
    EXPECT_EQ(leads().size(), 3u);
}

TEST_F(Identity, OfTwoEMailsInThatAnswerTheFirstIsTheirs)
{
    askForEMail();
    sms("ana@example.com, please copy my boss bob@acme.com", "SM2");
    settle();
    form("Do you have parking?", "f1", "bob@acme.com");
    settle();
    ASSERT_EQ(leads().size(), 2u) << "the boss is somebody else";
    form("Do you have parking?", "f2", "ana@example.com");
    settle();
    EXPECT_EQ(leads().size(), 2u);
}

TEST_F(Identity, ANumberThatCannotBeReadIsKeptAsItIs)
{
    form("Hi", "f1", "", "call me at the office");
    drain();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.at(0).e164, "");
    EXPECT_EQ(leads()[0].phones.at(0).raw, "call me at the office");
}

TEST_F(Identity, ANewNumberMovesWithItsLead)
{
    whatsApp("Hi", "wamid.1");
    drain();
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.s","timestamp":"1795186999","type":"system","system":{"body":"changed","wa_id":"12195555358","type":"user_changed_number"}}])"));
    drain();
    ASSERT_EQ(leads().size(), 1u);
    EXPECT_EQ(leads()[0].phones.at(0).e164, "+12195555358");
    const auto to = [this] {
        std::string number;
        (void)store->read([&](Tx &tx) { number = ConsentRepository::numberOf(tx, leads()[0], ChannelKind::WhatsApp); });
        return number;
    };
    EXPECT_EQ(to(), "+12195555358") << "replies follow";
    whatsApp("It's me", "wamid.2", "12195555358");
    drain();
    EXPECT_EQ(leads().size(), 1u);
    EXPECT_EQ(to(), "+12195555358");
}

TEST_F(Identity, WhoOptedOutStaysOutAtTheNewNumber)
{
    whatsApp("STOP", "wamid.1");
    settle();
    whatsAppBody(metaBody(R"("messages":[{"from":"13055550142","id":"wamid.s","timestamp":"1795186999","type":"system","system":{"body":"changed","wa_id":"12195555358","type":"user_changed_number"}}])"));
    drain();
    bool suppressed = false;
    for (const auto kind : {ChannelKind::WhatsApp, ChannelKind::Sms}) {
        (void)store->read([&](Tx &tx) { suppressed = ConsentRepository::suppressed(tx, client.id, kind, "+12195555358"); });
        EXPECT_TRUE(suppressed) << nameOf(kind);
    }
}

// Out by one number already, the same person says it by another: each keeps its own.
TEST_F(Identity, WhoStopsByAnotherNumberStaysOutThere)
{
    const auto suppressed = [this](std::string_view number) {
        bool is = false;
        (void)store->read([&](Tx &tx) { is = ConsentRepository::suppressed(tx, client.id, ChannelKind::Sms, number); });
        return is;
    };
    sms("STOP", "SM1", "+13055550142");
    settle();
    auto lead = leads().at(0);
    lead.phones.push_back({"+13055550199", "+1 305-555-0199"}); // the team writes it down
    (void)store->write([&](WriteTx &tx) { LeadRepository::update(tx, lead); });
    sms("STOP", "SM2", "+13055550199");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    ASSERT_TRUE(suppressed("+13055550142"));
    EXPECT_TRUE(suppressed("+13055550199"));
    sms("START", "SM3", "+13055550142");
    settle();
    EXPECT_FALSE(suppressed("+13055550142"));
    EXPECT_TRUE(suppressed("+13055550199")) << "the other number never came back";
}

} // namespace foredeck::tests
