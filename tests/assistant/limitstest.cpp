#include "models/core/time.h"
#include "server/services/assistant/measures.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

TEST(Limits, MeasuresAreReadWithWhatTheyMeasure)
{
    const auto boat = measuresIn("I have a 46 ft boat, 5m beam, draft 2.1 m");
    ASSERT_EQ(boat.size(), 3u);
    EXPECT_TRUE(boat[0].of == Measure::Of::Length && boat[1].of == Measure::Of::Beam && boat[2].of == Measure::Of::Draft);
    EXPECT_NEAR(boat[0].amount, 14.02, 0.01);
    EXPECT_NEAR(boat[1].amount, 5, 0.001);
    EXPECT_NEAR(boat[2].amount, 2.1, 0.001);
    EXPECT_TRUE(measuresIn("12 people at 7 pm for $40, room 5").empty());
    const auto limits = limitsIn("How big a boat can you take?", "Dock D takes boats up to 16 m (52 feet) and 4.9 m beam. Docks A to C are for boats up to 11 m.");
    EXPECT_TRUE(isOverLimit(boat, limits, Measure::Of::Beam));
    EXPECT_FALSE(isOverLimit(boat, limits, Measure::Of::Length));
    EXPECT_FALSE(isOverLimit(boat, limits, Measure::Of::Draft)) << "none is told there";
    EXPECT_TRUE(limitsIn("What does it cost?", "Paint is USD 38 per foot, 12 m take a day.").empty());
}

TEST(Limits, WhoIsTooLargeIsToldTheLimit)
{
    for (const auto *text : {"I have a 46 ft boat, 5m beam, 2m draft, arriving Tuesday, can I get a berth?", "I have a 60 foot yacht, can you take me?", "my boat is 60 feet, got room?", "beam is 5.5 m, does it fit?"})
        EXPECT_TRUE(holds(talkTo(marina, aMonday).say(text), "4.9 m beam")) << text << " → " << told(talkTo(marina, aMonday).say(text));
    EXPECT_TRUE(holds(talkTo(marina, aMonday).say("our draft is 3.5 m, can we get in?"), "2.9 m"));
    EXPECT_TRUE(holds(talkTo(hotel, aMonday).say("My dog weighs 40 kg, can he come?"), "15 kg"));
    for (const auto *text : {"I have a 40 ft boat, 4m beam, can I get a berth on Tuesday?", "how much for a 30 ft boat for 4 nights?"})
        EXPECT_FALSE(holds(talkTo(marina, aMonday).say(text), "4.9 m beam")) << text << " → " << told(talkTo(marina, aMonday).say(text));
}

TEST(Limits, WhatIsLeftOutHasNoPriceOfAnother)
{
    for (const auto *text : {"Nehmen Sie auch Katzen?", "How much is it to bring my rabbit?", "what do you charge for a parrot?"}) {
        const auto plan = talkTo(hotel, aMonday).say(text);
        EXPECT_FALSE((holds(plan, "20 USD") || holds(plan, "USD 20")) && !holds(plan, "Other pets we cannot take")) << text << " → " << told(plan);
    }
    EXPECT_TRUE(holds(talkTo(hotel, aMonday).say("Are pets allowed?"), "Other pets we cannot take"));
    EXPECT_TRUE(holds(talkTo(hotel, aMonday).say("Can I bring my cat?"), "Other pets we cannot take"));
    EXPECT_TRUE(holds(talkTo(hotel, aMonday).say("Nehmen Sie Hunde?"), "15 kg"));
    for (const auto *text : {"do you rent jet skis", "do you rent kayaks, how much", "can we rent a paddle board?"})
        EXPECT_FALSE(holds(talkTo(marina, aMonday).say(text), "USD 190")) << text << " → " << told(talkTo(marina, aMonday).say(text));
    EXPECT_TRUE(holds(talkTo(marina, aMonday).say("Do you rent boats?"), "USD 190"));
    EXPECT_FALSE(holds(talkTo(hotel, aMonday).say("my battery died, do you lend phone chargers?"), "11 kW"));
}

TEST(Limits, APlaceIsNoNameAndNoChoice)
{
    auto talk = talkTo(dental, aMonday);
    talk.say("I want an appointment");
    const auto plan = talk.say("San Jose.");
    EXPECT_TRUE(plan.lead.name.empty()) << plan.lead.name;
    EXPECT_FALSE(holds(plan, "Got it")) << told(plan);
    auto named = talkTo(dental, aMonday);
    named.say("I want an appointment");
    named.say("cleaning");
    EXPECT_EQ(named.say("Jose Santos").lead.name, "Jose Santos");
}

TEST(Limits, PraiseIsNoWish)
{
    EXPECT_EQ(talkTo(dental, aMonday).say("your hygienist was so gentle, thank you!").decision.intent, "thanks");
    EXPECT_NE(talkTo(dental, aMonday).say("your hygienist was so rough, it hurts").decision.intent, "thanks");
}

TEST(Limits, AnAccentedLetterJoinsNothing)
{
    const auto plan = talkTo(hotel, aMonday).say("A che ora è la colazione?");
    EXPECT_TRUE(holds(plan, "07:00")) << told(plan);
    EXPECT_FALSE(plan.handOver.has_value()) << told(plan);
    const auto two = talkTo(hotel, aMonday).say("A che ora è la colazione e quanto costa il parcheggio?");
    EXPECT_TRUE(holds(two, "07:00") && holds(two, "USD 22")) << told(two);
}

TEST(Limits, WhatIsLongPastIsNoAlarmInTheClientsOwnWords)
{
    EXPECT_FALSE(talkTo(plumber, aMonday).say("my basement pipe burst last year, now I want it rerouted").decision.urgency == Urgency::Emergency);
    for (const auto *text : {"my pipe burst again like last year", "pipe burst", "a pipe burst in the kitchen now", "burst pipe, last year it was the same but today there is water everywhere"})
        EXPECT_TRUE(talkTo(plumber, aMonday).say(text).decision.urgency == Urgency::Emergency) << text;
}

TEST(Limits, ChoicesStandInTheWordsOfTheBusiness)
{
    const auto spanish = talkTo(dental, aMonday).say("quiero una cita");
    EXPECT_TRUE(holds(spanish, "así las escribe el negocio") && holds(spanish, "Check-up or cleaning")) << told(spanish);
    EXPECT_TRUE(holds(talkTo(dental, aMonday).say("I want an appointment"), "Please choose one: Check-up")) << "in their language they need no word";
}
