#include "models/core/time.h"
#include "server/services/assistant/datewords.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

TEST(Everyday, ThePainScaleIsNoDate)
{
    for (const auto *text : {"pain 10/10 since last night", "my pain is 9/10, been up all night", "Zahnschmerzen 9/10 seit gestern", "Dolor 10/10 desde ayer", "douleur 8/10 depuis hier", "my level of pain went from 3/10 to 7/10"}) {
        auto talk = talkTo(dental, aSunday);
        const auto plan = talk.say(text);
        EXPECT_FALSE(holds(plan, "10/10.")) << text << " → " << told(plan);
        EXPECT_FALSE(holds(plan, "not part of what") || holds(plan, "doesn't look like")) << text << " → " << told(plan);
        EXPECT_TRUE(plan.lead.qualification.timeline.find('/') == std::string::npos) << text << " → " << plan.lead.qualification.timeline;
    }
    const LocalTime today {2026, 11, 29, 6, 0};
    for (const auto *text : {"need a 1/2 inch valve", "leak from a 3/4 pipe", "1/2 of it", "pain 9/10"})
        EXPECT_TRUE(daysIn(text, wordsOf(text), "en", "US", today).empty()) << text;
    for (const auto *text : {"can I come on 12/4?", "a table on 10/10", "pain since 12/10", "from 1/2 to 1/4 please"})
        EXPECT_FALSE(daysIn(text, wordsOf(text), "en", "US", today).empty()) << text;
}

TEST(Everyday, WhoAsksWhetherSomebodyIsThereGetsNoYesToAnotherQuestion)
{
    for (const auto *text : {"Is Dr Amsel in on Friday?", "Is Dr. Amsel in today?", "Is Dr. Amsel there on Saturday?", "Is Dr. Amsel working tomorrow?", "Ist Dr. Amsel am Freitag da?", "¿Está el Dr. Amsel el viernes?"}) {
        auto talk = talkTo(dental, aSunday);
        const auto plan = talk.say(text);
        EXPECT_FALSE(holds(plan, "Yes") || holds(plan, "USD 95") || holds(plan, "Ja,") || holds(plan, "Sí,")) << text << " → " << told(plan);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
    }
    EXPECT_TRUE(holds(talkTo(dental, aSunday).say("Do you do implants?"), "Dr. Amsel"));
}

TEST(Everyday, WhatIsOnRecordOfOneselfIsForAPerson)
{
    for (const auto *text : {"Did you get my booking?", "Did you get my payment?", "did you get my deposit", "Have you received our transfer?", "has my payment gone through?", "where is my refund?", "¿Han recibido mi pago?",
             "Haben Sie meine Anzahlung erhalten?", "Avez-vous reçu mon acompte ?", "Avete ricevuto il mio bonifico?", "Receberam o meu pagamento?", "Hebben jullie mijn betaling ontvangen?", "هل وصلتكم دفعتي؟"}) {
        auto talk = talkTo(hotel, aSunday);
        const auto plan = talk.say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_FALSE(holds(plan, "Visa") || holds(plan, "18:00")) << text << " → " << told(plan);
    }
    for (const auto *text : {"Which cards do you take?", "Is a deposit needed?", "How can I cancel my booking?"})
        EXPECT_FALSE(talkTo(hotel, aSunday).say(text).handOver.has_value()) << text;
}

TEST(Everyday, AnAnswerThatOnlySharesAWordIsNone)
{
    const auto says = [](std::string_view slug, const char *text, std::string_view part) {
        auto talk = talkTo(slug, aSunday);
        const auto plan = talk.say(text);
        return holds(plan, part) ? told(plan) : std::string {};
    };
    EXPECT_EQ(says(marina, "I have a 46 ft boat, 5m beam, 2m draft, arriving Tuesday, can I get a berth?", "Registration"), "");
    EXPECT_EQ(says(marina, "do you sell diesel", "ice, bait"), "");
    EXPECT_EQ(says(marina, "do you sell propane", "ice, bait"), "");
    EXPECT_EQ(says(marina, "7/8 plug for trailer, do you sell it?", "west lot"), "");
    EXPECT_EQ(says(marina, "is my boat ok after the storm? slip C7", "skiffs"), "");
    EXPECT_EQ(says(marina, "Is there live music?", "liveaboard"), "");
    EXPECT_EQ(says(marina, "do you have live music on saturdays?", "liveaboard"), "");
    EXPECT_EQ(says(marina, "is there a live webcam", "liveaboard"), "");
    EXPECT_EQ(says(hotel, "Are you hiring?", "bicycles"), "");
    EXPECT_EQ(says(hotel, "do you have halal food?", "vegan"), "");
    EXPECT_EQ(says(dental, "Is there a dentist for me?", "laughing gas"), "");
    EXPECT_EQ(says(dental, "Can you look in for a dentist for me?", "laughing gas"), "");
    for (const auto *text : {"I have a tooth ache. I want a dentist.", "my tooth aches", "My tooth really aches. I should probably go see a dentist.", "what can I do against tooth pain tonight?", "me duele una muela", "ich habe Zahnschmerzen"})
        EXPECT_EQ(says(dental, text, "gauze"), "") << text;
    EXPECT_NE(says(dental, "What do I do after a tooth was pulled?", "gauze"), "");
    EXPECT_NE(says(dental, "I had a tooth extracted, what should I do?", "gauze"), "");
    EXPECT_NE(says(marina, "do you sell ice?", "ice, bait"), "");
    EXPECT_NE(says(hotel, "do you have vegan food?", "vegan"), "");
    EXPECT_NE(says(hotel, "do you rent bicycles?", "bicycles"), "");
    EXPECT_NE(says(hotel, "My dog weighs 40 kg, can he come?", "15 kg"), "");
    EXPECT_NE(says(plumber, "price for water heater 50 gal?", "1,450"), "");
}

TEST(Everyday, WhatIsSaidForCompanyIsNoRequest)
{
    for (const auto *text : {"lol this weather is killing me", "tell me a joke", "what a lovely day", "Erzähl mir einen Witz", "por favor cuéntame un chiste", "raconte-moi une blague"}) {
        auto talk = talkTo(hotel, aSunday);
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Answered) << text << " → " << told(plan);
        EXPECT_EQ(plan.decision.intent, "chat") << text << " → " << told(plan);
    }
    for (const auto *text : {"I want to end the chat", "end the chat please", "ich möchte den Chat beenden"})
        EXPECT_EQ(talkTo(hotel, aSunday).say(text).decision.intent, "bye") << text;
    auto talk = talkTo(hotel, aSunday);
    const auto landing = talk.say("Can I check in at 2 am? My flight lands at 1");
    EXPECT_FALSE(holds(landing, "flight lands")) << told(landing);
}

TEST(Everyday, NeverMindTakesTheWishBack)
{
    auto talk = talkTo(hotel, aSunday);
    talk.say("I need a room");
    talk.say("no");
    EXPECT_FALSE(talk.say("never mind").wishIsOpen);
    const auto pool = talk.say("Is the pool open?");
    EXPECT_FALSE(holds(pool, "Which days")) << told(pool);
}

TEST(Everyday, AWordThatIsNoChoiceIsNoService)
{
    auto talk = talkTo(dental, aSunday);
    talk.say("I want an appointment");
    const auto plan = talk.say("Gilroy");
    EXPECT_EQ(plan.lead.qualification.serviceInterest.find("Gilroy"), std::string::npos) << plan.lead.qualification.serviceInterest;
    EXPECT_TRUE(holds(plan, "Please choose one")) << told(plan);
    EXPECT_TRUE(holds(talk.say("cleaning"), "name"));
}

TEST(Everyday, ARoomForTwoSaysForHowMany)
{
    auto talk = talkTo(hotel, aSunday);
    talk.say("Need a room for 2, Dec 12-14");
    const auto plan = talk.say("Sam");
    EXPECT_FALSE(holds(plan, "How many guests")) << told(plan);
    EXPECT_EQ(plan.lead.qualification.timeline, "Dec 12-14");
}

TEST(Everyday, WhatIsAskedEverywhereIsAskedInTheirLanguage)
{
    EXPECT_TRUE(holds(talkTo(dental, aSunday).say("j'ai mal aux dents"), "Puis-je avoir votre nom")) << told(talkTo(dental, aSunday).say("j'ai mal aux dents"));
    EXPECT_TRUE(holds(talkTo(hotel, aSunday).say("Vorrei prenotare una camera"), "Mi dice il suo nome"));
}
