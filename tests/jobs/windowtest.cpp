#include "net/codec/jsonwriter.h"
#include "server/services/conversation/stateacts.h"
#include "tests/jobs/rig.h"

#include <algorithm>

using namespace foredeck;

namespace foredeck::tests {

/// A chat window speaks of what was told in it. Whose e-mail or phone a visitor types is no proof of who it is.
class Window : public Rig {
protected:
    static constexpr auto token = "a-token-of-one-window-that-nobody-will-guess";

    void visit(const std::string &text, const std::string &email, const std::string &phone = {}, const std::string &name = {})
    {
        JsonWriter json;
        json.beginObject();
        json.key("client"), json.string(client.slug);
        json.key("session_id"), json.string(window);
        json.key("id"), json.string("c" + std::to_string(++m_count));
        json.key("visitor");
        json.beginObject();
        json.key("email"), json.string(email);
        json.key("phone"), json.string(phone);
        json.key("name"), json.string(name);
        json.endObject();
        json.key("message"), json.string(text);
        json.endObject();
        EXPECT_EQ(post("/webhooks/live-chat", json.take(), {{"authorization", bearer()}}).status, 202);
        settle();
    }
    /// All that the visitor can read.
    std::string shown()
    {
        return get("/webhooks/live-chat/" + window, {{"after", "0"}}, {{"authorization", bearer()}}).body;
    }
    std::string bearer() const { return std::string {"Bearer "} + token + window; }
    void expectNothingOfMaria()
    {
        for (const auto *word : {"Maria", "$900", "Friday", "wedding"})
            EXPECT_EQ(shown().find(word), std::string::npos) << word << " in " << shown();
    }

    std::string window = "w1";

private:
    int m_count = 0;
};

TEST_F(Window, WhoTypesAnothersEMailIsToldNothingOfThem)
{
    form("Do you have parking?", "f1", "maria@example.com", "+1 305 555 0142");
    sms("My name is Maria Lopez. I want to book a table for a wedding on Friday, my budget is $900.", "SM1");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    const auto maria = leads()[0];
    ASSERT_EQ(maria.name, "Maria Lopez");
    ASSERT_FALSE(maria.qualification.budget.empty());

    visit("I want to book a table", "maria@example.com");
    EXPECT_EQ(leads().size(), 1u) << "the records are one";
    EXPECT_NE(shown().find("May I have your name?"), std::string::npos) << shown();
    expectNothingOfMaria();
    visit("My name is Eve Stone", "maria@example.com");
    visit("Thanks!", "maria@example.com");
    expectNothingOfMaria();
    const auto now = leads()[0];
    EXPECT_EQ(now.name, "Maria Lopez");
    EXPECT_EQ(now.qualification.budget, maria.qualification.budget);
    EXPECT_EQ(now.qualification.timeline, maria.qualification.timeline);
}

// The other way round: the window was there first, and the person whose number was typed in it writes afterwards.
TEST_F(Window, WhatIsLearnedElsewhereStaysOutOfTheWindow)
{
    visit("Do you have parking?", "", "+1 305 555 0142");
    sms("My name is Maria Lopez. I want to book a table for a wedding on Friday, my budget is $900.", "SM1");
    settle();
    ASSERT_EQ(leads().size(), 1u);
    ASSERT_EQ(leads()[0].name, "Maria Lopez");
    visit("I want to book a table", "");
    visit("Thanks!", "");
    expectNothingOfMaria();
}

// Nor does a word there decide over another's window.
TEST_F(Window, AStopEndsItsOwnWindowOnly)
{
    visit("Do you have parking?", "maria@example.com");
    window = "w2";
    visit("STOP", "maria@example.com");
    visit("thanks", "maria@example.com");
    const auto silent = shown();
    EXPECT_EQ(silent.find("\"role\":\"ai\""), silent.rfind("\"role\":\"ai\"")) << "the confirmation and nothing else: " << silent;
    window = "w1";
    visit("Do you have parking for two cars?", "maria@example.com");
    EXPECT_NE(shown().find("18 spaces"), shown().rfind("18 spaces")) << "answered twice: " << shown();
    EXPECT_NE(leads().at(0).consent.at("live_chat").state, ConsentState::OptedOut) << "of the window that wrote last";
    window = "w2";
    visit("START", "maria@example.com");
    visit("Do you have parking?", "maria@example.com");
    EXPECT_NE(shown().find("18 spaces"), std::string::npos) << shown();
}

// It was typed in the window, so the texts to it end, whoever's it is; whose e-mail stands beside it is none of it.
TEST_F(Window, AStopOfTheTextsEndsThoseToTheNumberTypedBesideIt)
{
    sms("Do you have parking?", "SM1");
    settle();
    ASSERT_EQ(provider.handed().size(), 1u);
    visit("Hi", "maria@example.com");
    visit("Please stop texting me", "maria@example.com", "+1 305 555 0142");
    ASSERT_TRUE(escalation(conversations().back().id));
    missedCall("CA1");
    settle();
    EXPECT_EQ(provider.handed().size(), 1u);
    for (const auto &lead : leads()) {
        const bool hers = !lead.phones.empty() && lead.phones[0].e164 == "+13055550142";
        EXPECT_EQ(lead.consent.contains("sms") && lead.consent.at("sms").state == ConsentState::OptedOut, hers);
    }
}

TEST_F(Window, WhetherALeadTalksOfABookingAndInWhatLanguageIsNotTold)
{
    form("Do you have parking?", "f1", "maria@example.com", "+1 305 555 0142");
    sms("Quiero reservar una mesa para el viernes, me llamo Maria Lopez", "SM1");
    settle();
    ASSERT_FALSE(leads().at(0).qualification.timeline.empty());
    const auto answerTo = [&](const std::string &name, const std::string &text, const std::string &email) {
        window = name;
        visit(text, email);
        const auto all = messages(conversations().back().id);
        return all.back().text;
    };
    EXPECT_EQ(answerTo("w2", "cancel", "maria@example.com"), answerTo("w3", "cancel", "nobody@example.com"));
    EXPECT_EQ(answerTo("w4", "ok", "maria@example.com").find("asistente"), std::string::npos);
}

TEST_F(Window, WhatWasToldInItIsKnownAndGoesIntoTheLead)
{
    visit("I want to book a table on Saturday", "", "", "Eve Stone");
    const auto lead = leads().at(0);
    EXPECT_EQ(lead.name, "Eve Stone");
    EXPECT_EQ(lead.qualification.timeline, "Saturday");
    EXPECT_EQ(shown().find("May I have your name?"), std::string::npos) << shown();
    EXPECT_NE(shown().find("Saturday"), std::string::npos) << shown();
}

// Nor is the desk told that this visitor wants what the other wished for: it answers by the summary and by the brief.
TEST_F(Window, TheDeskIsToldOnlyWhatThisWindowWants)
{
    form("Do you have parking?", "f1", "maria@example.com", "+1 305 555 0142");
    sms("My name is Maria Lopez. I want to book a table for a wedding on Friday, my budget is $900.", "SM1");
    settle();
    ASSERT_EQ(leads().at(0).name, "Maria Lopez");
    visit("Do you have parking?", "maria@example.com");
    ASSERT_EQ(conversations().back().channelKind, ChannelKind::LiveChat);
    EXPECT_EQ(conversations().back().summary.wants, "Do you have parking?");

    by({ActorKind::User, UserId {"u1"}, "Tom"}, [&, id = conversations().back().id](OpContext &op) {
        EXPECT_TRUE(escalate(op, id, {EscalationReason::HumanRequested, {}, 2, {}}).hasValue());
    });
    EXPECT_EQ(escalation(conversations().back().id)->brief.wants, "Do you have parking?");
    window = "w2";
    visit("I want to book a table", "maria@example.com");
    const auto wants = conversations().back().summary.wants;
    EXPECT_EQ(wants.find("request: "), 0u) << wants << " (what this turn has learned)";
    EXPECT_NE(wants.find("a table"), std::string::npos) << wants;
    for (const auto *word : {"Maria", "$900", "Friday", "wedding"})
        EXPECT_EQ(wants.find(word), std::string::npos) << wants;
}

} // namespace foredeck::tests
