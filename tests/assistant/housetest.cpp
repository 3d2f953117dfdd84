#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

bool uses(const TurnPlan &plan, std::string_view title)
{
    const auto &passages = plan.decision.passages;
    return std::any_of(passages.begin(), passages.end(), [&](const PassageUse &p) { return p.used && p.title.starts_with(title); });
}

} // namespace

TEST(House, WhatAGuestReportsOrWantsNowGoesToAPerson)
{
    for (const auto *text : {"The AC in my room does not work", "My shower is broken", "My key card does not work", "I locked myself out", "Bring me two towels please",
             "There is no hot water in our bathroom", "the tv won't turn on", "Could you bring us an extra pillow?", "we need more towels", "Please clean our room",
             "El aire acondicionado de mi habitación no funciona", "La ducha está rota", "¿Pueden traerme dos toallas?", "Me he quedado fuera de la habitación",
             "Die Klimaanlage in meinem Zimmer funktioniert nicht", "Die Zimmerkarte geht nicht", "Bringen Sie uns bitte zwei Handtücher", "La douche est en panne",
             "Apportez-nous des serviettes s'il vous plaît", "La doccia non funziona", "Potete portarmi due asciugamani?", "O chuveiro está quebrado", "Podem trazer mais toalhas?",
             "De douche is kapot", "Kunt u ons extra handdoeken brengen?", "المكيف لا يعمل في غرفتي"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.ask")) << text << " → " << told(plan);
    }
    for (const auto *text : {"The AC in my room does not work", "My key card does not work", "I locked myself out", "Die Zimmerkarte geht nicht"})
        EXPECT_EQ(talkTo("casa-marisol").say(text).decision.urgency, Urgency::High) << text;
}

TEST(House, WhatOnlySoundsLikeItIsAnsweredAsBefore)
{
    EXPECT_TRUE(uses(talkTo("casa-marisol").say("Do the rooms have AC?"), "Do the rooms have air"));
    EXPECT_TRUE(uses(talkTo("casa-marisol").say("Are there towels in the room?"), "Are towels"));
    EXPECT_TRUE(uses(talkTo("casa-marisol").say("can I bring my dog"), "Are pets"));
    EXPECT_TRUE(uses(talkTo("casa-marisol").say("is there a hair dryer in the room"), "Are towels"));
    EXPECT_EQ(talkTo("casa-marisol").say("I'd like to book a room with a shower").decision.action, DecisionAction::Asked);
    EXPECT_EQ(talkTo("quickvalve-plumbing").say("My shower is broken").decision.action, DecisionAction::Asked); // mending it is the trade
    EXPECT_FALSE(fired(talkTo("casa-marisol").say("What happens if the lock does not work?"), "house"));
}

TEST(House, AWrongNumberIsNoEnquiry)
{
    for (const auto *text : {"wrong number", "Sorry, wrong number", "you have the wrong number", "Perdón, número equivocado", "Sorry, falsche Nummer", "Vous vous êtes trompé de numéro",
             "ha sbagliato numero", "desculpe, número errado", "sorry, verkeerd nummer", "الرقم خطأ"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        EXPECT_EQ(plan.decision.intent, "wrong_number") << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.ask")) << text;
        EXPECT_FALSE(plan.handOver.has_value()) << text;
    }
    EXPECT_NE(talkTo("casa-marisol").say("there is a wrong number on my invoice").decision.intent, "wrong_number");
}

TEST(House, WhoIsToldSomethingWrongGetsAPerson)
{
    for (const auto *text : {"no, that is wrong", "That's not what I asked", "you misunderstood me", "that's incorrect"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("Do you have parking?");
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence) << text;
    }
    auto talk = talkTo("casa-marisol"); // what is right is said: it is taken down
    talk.say("I would like to book a room for Friday");
    EXPECT_FALSE(talk.say("No, that's wrong, Saturday please").handOver.has_value());
    EXPECT_FALSE(talkTo("casa-marisol").say("no thanks, that is not necessary").handOver.has_value());
}

TEST(House, ASignOfThanksIsNoWork)
{
    for (const auto *text : {"👍", "❤️", "🙏🏽", "👍👍", " 😊 "}) {
        auto talk = talkTo("casa-marisol");
        talk.say("Do you have parking?");
        const auto plan = talk.say(text);
        EXPECT_FALSE(plan.handOver.has_value()) << text;
        EXPECT_EQ(plan.reply, "") << text;
    }
    for (const auto *text : {"👎", "🆘", "🤬"}) {
        auto talk = talkTo("casa-marisol");
        talk.say("Do you have parking?");
        EXPECT_TRUE(talk.say(text).handOver.has_value()) << text;
    }
}

TEST(House, WhoIsHereIsNotAskedWhenTheyArrive)
{
    auto marina = talkTo("saltgrass-marina");
    marina.say("Hi, this is Marcus Oyelaran. My bilge pump keeps starting, the boat is on C14.");
    EXPECT_EQ(marina.input.history.back().text.find("arrive"), std::string::npos) << marina.input.history.back().text;
    auto other = talkTo("saltgrass-marina"); // who only comes is asked
    const auto plan = other.say("Hi, this is Marcus Oyelaran. I have a boat, a 40 ft sailboat, and need a slip");
    EXPECT_NE(plan.reply.find("arrive"), std::string::npos) << plan.reply;
}

TEST(House, AFollowUpIsAnsweredInALanguageThatIsRead)
{
    auto english = talkTo("casa-marisol");
    english.say("Do you have parking?");
    EXPECT_NE(english.say("how much?").reply.find("USD 22 a night"), std::string::npos) << english.input.history.back().text;
    for (const auto *text : {"Avez-vous une piscine ?", "C'è una piscina?", "Is er een zwembad?", "Vocês têm piscina?"}) {
        auto talk = talkTo("casa-marisol");
        const auto plan = talk.say(text);
        EXPECT_NE(plan.reply.find("rooftop pool"), std::string::npos) << text << " → " << told(plan); // English, and said so
    }
    auto french = talkTo("casa-marisol");
    french.say("Avez-vous un parking ?");
    EXPECT_NE(french.say("et combien ?").reply.find("USD 22 a night"), std::string::npos) << french.input.history.back().text;
    auto spanish = talkTo("casa-marisol");
    spanish.say("¿Tienen piscina?");
    EXPECT_EQ(spanish.input.conversation.language, "es");
}

TEST(House, TwoThingsInOneBreathAreBothAnswered)
{
    auto talk = talkTo("casa-marisol");
    const auto both = talk.say("Do you have vegan food and also parking?");
    EXPECT_TRUE(uses(both, "Do you have vegan")) << told(both);
    EXPECT_TRUE(uses(both, "Do you have parking")) << told(both);
    const auto one = talkTo("casa-marisol").say("Are towels and a hairdryer in the room?");
    EXPECT_EQ(std::count_if(one.decision.passages.begin(), one.decision.passages.end(), [](const PassageUse &p) { return p.used; }), 1) << told(one);
    for (const auto *text : {"One more thing: where are the showers?", "By the way, do you have showers?", "Por cierto, ¿dónde están las duchas?", "Noch eine Frage: gibt es Duschen?"}) {
        const auto plan = talkTo("saltgrass-marina").say(text);
        EXPECT_FALSE(plan.handOver.has_value()) << text << " → " << told(plan);
    }
}

TEST(House, WhatIsLostBrokenOrLoudGoesToAPersonInEveryLanguageOfTheDesk)
{
    for (const auto *text : {"I left my glasses in room 12", "Ich hab meine Brille im Zimmer vergessen", "Wir haben unsere Jacke bei Ihnen liegen lassen", "das Fenster ist eingeschlagen",
             "He olvidado mis gafas en la habitación", "Dejé el cargador en el cuarto"}) {
        for (const bool booking : {false, true}) {
            auto talk = talkTo("casa-marisol");
            if (booking)
                talk.say("I would like to book a room");
            const auto plan = talk.say(text);
            EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
            EXPECT_FALSE(fired(plan, "intake.ask")) << text << " → " << told(plan);
        }
    }
    for (const auto *text : {"Der Nachbar ist seit Stunden laut, ich kann nicht schlafen", "Die Leute nebenan sind immer noch laut", "Los vecinos llevan horas con la música a tope"}) {
        const auto plan = talkTo("casa-marisol").say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.handOver->reason, EscalationReason::Complaint) << text << " → " << told(plan);
    }
    EXPECT_FALSE(talkTo("casa-marisol").say("Ich möchte ein Zimmer buchen, ist die Musik abends laut?").decision.reason == "complaint");
}
