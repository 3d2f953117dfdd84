#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

struct FollowUp {
    std::string_view business;
    std::string_view first;
    std::string_view then;
    std::string_view expected; ///< "faq:" and how its question begins, "hours:" and what it tells, "noted:" likewise and the wish is taken, "nothing": no answer of the FAQ, "person"
};

std::string used(const TurnPlan &plan)
{
    const auto &passages = plan.decision.passages;
    const auto found = std::find_if(passages.begin(), passages.end(), [](const PassageUse &p) { return p.used; });
    return found == passages.end() ? std::string {} : found->title;
}

bool isAsExpected(const FollowUp &c, const TurnPlan &plan)
{
    if (c.expected.starts_with("faq:"))
        return used(plan).starts_with(c.expected.substr(4));
    if (c.expected.starts_with("hours:"))
        return plan.decision.intent == "hours" && plan.reply.find(c.expected.substr(6)) != std::string::npos;
    if (c.expected.starts_with("noted:"))
        return plan.decision.intent == "intake" && plan.reply.find(c.expected.substr(6)) != std::string::npos;
    return used(plan).empty() && (c.expected != "person" || plan.handOver.has_value());
}

void expectRight(const std::vector<FollowUp> &cases)
{
    for (const auto &c : cases) {
        auto talk = talkTo(c.business);
        talk.say(std::string {c.first});
        const auto plan = talk.say(std::string {c.then});
        EXPECT_TRUE(isAsExpected(c, plan)) << c.first << " / " << c.then << " wants " << c.expected << ", got " << plan.decision.action.text() << " " << used(plan) << ": " << plan.reply;
    }
}

} // namespace

TEST(FollowUp, WhatIsToldOfAnotherSubjectIsNoAnswer)
{
    expectRight({{dental, "do you do implants?", "how long?", "nothing"}, {plumber, "do you fix toilets?", "how long?", "nothing"},
        {hotel, "Haben Sie Parkplätze?", "Ist das kostenlos?", "nothing"}, {hotel, "¿Tienen aparcamiento?", "¿es gratis?", "nothing"}});
    expectRight({{hotel, "Do you have a pool?", "is it open at 10pm?", "faq:"}, {hotel, "¿Hay piscina?", "¿está abierta el domingo a las 22?", "faq:"}, {hotel, "Do you have a pool?", "what are the hours?", "faq:"},
        {dental, "Where are you?", "Is it open on Sunday?", "hours:"}, {dental, "Do you see children?", "Let's do it, when do you open on Monday", "hours:"}});
    expectRight({{hotel, "When is breakfast?", "is it free for kids?", "faq:How much is breakfast"}});
}

TEST(FollowUp, TheHoursAreThoseOfWhatIsSpokenOf)
{
    expectRight({{hotel, "Do you have a pool?", "Is it open at night?", "faq:Is there a pool"}, {hotel, "Do you have a pool?", "Is it open now?", "faq:Is there a pool"},
        {hotel, "Do you have a pool?", "Is it open today?", "faq:Is there a pool"}, {hotel, "Do you have a pool?", "When is it open?", "faq:Is there a pool"},
        {hotel, "¿Hay piscina?", "¿está abierta por la noche?", "faq:¿Hay piscina"}, {hotel, "¿Hay piscina?", "¿está abierta ahora?", "faq:¿Hay piscina"}});
    expectRight({{marina, "How do I reserve a berth?", "What are the opening hours?", "hours:7:00 am–7:00 pm"}, {marina, "How do I reserve a berth?", "office hours?", "hours:7:00 am–7:00 pm"},
        {marina, "How do I reserve a berth?", "And the business hours?", "hours:7:00 am–7:00 pm"}, {hotel, "What time is check-in?", "What are the opening hours?", "hours:day and night"},
        {hotel, "¿A qué hora es el check-in?", "¿Cuál es el horario de atención?", "hours:"}, {hotel, "Ab wann kann ich einchecken?", "Wie sind die Öffnungszeiten?", "hours:"}});
}

TEST(FollowUp, ADayIsAskedOfTheHoursAndNotOfTheLastAnswer)
{
    expectRight({{marina, "When does the fuel dock open?", "Can I come on Sunday?", "noted:7:00 am–7:00 pm"},
        {marina, "Auf welchem UKW Kanal seid ihr?", "Kann ich am 24.12. kommen?", "noted:7:00–19:00"},
        {marina, "Auf welchem UKW Kanal seid ihr?", "Kann ich am 25.12. kommen?", "hours:geschlossen"},
        {dental, "How much is a cleaning?", "Can I come tomorrow?", "noted:9:00 am–1:00 pm"},
        {dental, "Do you take new patients?", "Could I come by on Sunday?", "hours:"},
        {dental, "¿Cuánto cuesta una limpieza?", "¿Puedo ir mañana?", "noted:9:00–13:00"},
        {dental, "Was kostet eine Zahnreinigung?", "Kann ich am Samstag vorbeikommen?", "noted:9:00–13:00"}});
}

TEST(FollowUp, WhetherOneMayComeGoesOnWithWhatIsTakenDown)
{
    for (const auto *text : {"Can I come on Monday at 10?", "Could I drop by on Monday?", "Can I come at 10?", "Can I come in on Monday?"}) {
        auto talk = talkTo(dental);
        talk.say("I would like an appointment for a cleaning");
        const auto plan = talk.say(text);
        EXPECT_NE(plan.reply.find("8:00 am"), std::string::npos) << text << ": " << plan.reply;
        EXPECT_EQ(plan.decision.action, DecisionAction::Asked) << text << ": " << plan.reply;
        EXPECT_NE(plan.reply.find("May I have your name?"), std::string::npos) << text << ": " << plan.reply;
        EXPECT_NE(talk.input.lead.qualification.serviceInterest.find("leaning"), std::string::npos) << text;
        for (const auto *booked : {"booked", "confirmed", "see you", "reserved"})
            EXPECT_EQ(plan.reply.find(booked), std::string::npos) << text << ": " << plan.reply;
    }
    auto closed = talkTo(dental);
    closed.say("I would like an appointment for a cleaning");
    const auto plan = closed.say("Can I come on Sunday?");
    EXPECT_NE(plan.reply.find("closed"), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.reply.find("“"), std::string::npos) << "what cannot be is not noted: " << plan.reply;
    auto fresh = talkTo(dental); // neither a day nor a wish: the hours are all there is to say
    const auto hours = fresh.say("When can I come by?");
    EXPECT_EQ(hours.decision.intent, "hours") << hours.reply;
    EXPECT_EQ(hours.reply.find("name?"), std::string::npos) << hours.reply;
}

TEST(FollowUp, WhatStandsForItselfInATitleIsLookedUpByItself)
{
    expectRight({{hotel, "When is breakfast?", "How much is it to park?", "faq:Do you have parking"}, {hotel, "Is the wifi free?", "and how much is it for parking?", "faq:Do you have parking"},
        {hotel, "Wann gibt es Frühstück?", "Was kostet es zu parken?", "faq:Gibt es einen Parkplatz"}});
}

TEST(FollowUp, WhetherSomebodyComesIsNoQuestionToTheLastAnswer)
{
    expectRight({{plumber, "My kitchen sink is clogged, how much?", "Can you come today?", "faq:How soon can somebody come"},
        {plumber, "My kitchen sink is clogged, how much?", "When can you come?", "faq:How soon can somebody come"},
        {plumber, "Do you give a warranty?", "How soon can somebody come?", "faq:How soon can somebody come"},
        {plumber, "¿Dan garantía?", "¿Cuándo pueden venir?", "faq:¿Cuándo puede venir"},
        {plumber, "Geben Sie Garantie?", "Wann kann jemand kommen?", "faq:Wann kann jemand kommen"},
        {dental, "How much is a cleaning?", "Can you come tomorrow?", "nothing"}, {hotel, "Do you have parking?", "Can you do it tomorrow?", "nothing"}});
}

TEST(FollowUp, AWordOfItsOwnMustStandInTheAnswer)
{
    expectRight({{plumber, "Do you give a warranty?", "Is it in writing?", "person"}, {dental, "How much is a filling?", "For two teeth?", "nothing"},
        {hotel, "Do you have parking?", "Is it covered?", "person"}, {hotel, "Is the wifi free?", "Is it fast?", "person"},
        {dental, "What does a crown cost?", "Is it gold?", "person"},
        {marina, "Is there wifi at the docks?", "Is it free?", "faq:Is there wifi"}, {hotel, "When is breakfast?", "And on Sundays?", "faq:When is breakfast"},
        {dental, "What does whitening cost?", "does it hurt?", "faq:Does whitening hurt"},
        {hotel, "Do you have parking?", "Is it possible to smoke?", "faq:Is smoking allowed"}}); // what it names is a subject of its own
}

TEST(FollowUp, WhatOnlyAsksForMoreIsAnsweredWhereTheAnswerTellsIt)
{
    expectRight({{hotel, "When is breakfast?", "How much?", "faq:How much is breakfast"}, {hotel, "Do you have parking?", "and how much is it?", "faq:Do you have parking"},
        {dental, "What does whitening cost?", "and how long does it take?", "faq:What does whitening cost"}, {dental, "How much is a filling?", "and for two?", "faq:What does a filling cost"},
        {hotel, "¿Tienen aparcamiento?", "¿Cuánto cuesta?", "faq:¿Tienen aparcamiento"}, {marina, "Do you have pump-out?", "How much is it?", "faq:Do you have pump-out"},
        {plumber, "¿Dan garantía?", "¿Cuánto cuesta?", "person"}, {plumber, "Geben Sie Garantie?", "Wie viel?", "person"}});
}

TEST(FollowUp, ANumberByItselfIsNoQuestion)
{
    auto talk = talkTo(plumber);
    talk.say("My kitchen sink is clogged, how much?");
    talk.say("When can you come?");
    const auto plan = talk.say("33127");
    EXPECT_EQ(used(plan), "") << plan.reply;
}

TEST(FollowUp, SignsAnswerWhatWasAsked)
{
    auto business = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json").front();
    IntakeQuestion parking;
    parking.key = "parking";
    parking.kind = IntakeKind::YesNo;
    parking.wording["en"] = "Do you need a parking space?";
    business.settings.intake = {parking, business.settings.intake.front()};
    const auto now = fromRfc3339("2026-11-20T15:02:11Z").value();
    Simulator talk {business, ChannelKind::LiveChat, now};
    ASSERT_NE(talk.say("I want to book a room for Friday").reply.find("parking space"), std::string::npos);
    const auto plan = talk.say("👍🏽");
    EXPECT_TRUE(std::any_of(plan.decision.rules.begin(), plan.decision.rules.end(), [](const RuleTrace &r) { return r.rule == "intake.answer" && r.words == "parking"; })) << plan.reply;
    EXPECT_NE(plan.reply.find("name"), std::string::npos) << plan.reply;
    const auto again = talk.say("🙏"); // no name: it is asked once more, and nobody waits unseen
    EXPECT_NE(again.reply.find("name"), std::string::npos) << again.reply;

    Simulator other {business, ChannelKind::LiveChat, now};
    other.say("Is the wifi free?");
    EXPECT_EQ(other.say("👍").decision.action, DecisionAction::Silent);
}

// "I did that, it still bleeds": the gauze was told of again, and nobody knew of it.
TEST(FollowUp, WhatAnAnswerDidNotEndGoesToAPerson)
{
    expectRight({
        {plumber, "How do I shut off the water?", "I did, it doesn't stop", "person"},
        {dental, "What do I do after a tooth was pulled?", "I did that, it still bleeds", "person"},
        {dental, "What do I do after a tooth was pulled?", "3 hours now and it doesn't stop", "person"},
        {dental, "When can I eat after a filling?", "it got worse since then", "person"},
        {hotel, "Is the wifi free?", "it doesn't work in 14", "person"},
        {hotel, "Do you have parking?", "I already booked, please remove it", "person"},
        {plumber, "¿Cómo cierro el agua?", "ya lo hice, sigue saliendo", "person"},
    });
    for (const auto &[business, first, then] : {std::array {plumber, std::string_view {"How do I shut off the water?"}, std::string_view {"I did, it doesn't stop"}},
             std::array {dental, std::string_view {"What do I do after a tooth was pulled?"}, std::string_view {"3 hours now and it doesn't stop"}},
             std::array {hotel, std::string_view {"Do you have parking?"}, std::string_view {"I already booked, please remove it"}}}) {
        auto talk = talkTo(business);
        talk.say(std::string {first});
        const auto plan = talk.say(std::string {then});
        EXPECT_EQ(plan.reply.find("STOP"), std::string::npos) << then << " → " << plan.reply; // no word of messages
    }
    for (const auto *text : {"thanks, that is all", "no thanks, that is not necessary", "great, that helps"}) {
        auto talk = talkTo(hotel);
        talk.say("Is the wifi free?");
        EXPECT_FALSE(talk.say(text).handOver.has_value()) << text;
    }
}
