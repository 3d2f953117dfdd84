#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

Simulator talkTo(Business business) { return {std::move(business), ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()}; }
void expectPerson(const TurnPlan &plan, std::string_view text)
{
    ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
    EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence) << text << " → " << told(plan);
    EXPECT_FALSE(fired(plan, "intake.wanted")) << text << " → " << told(plan);
    EXPECT_FALSE(fired(plan, "intake.ask")) << text << " → " << told(plan);
    EXPECT_FALSE(plan.wishIsOpen) << text;
    EXPECT_NE(plan.reply.find(text.substr(0, 12)), std::string::npos) << text << " → " << told(plan);
}

} // namespace

TEST(Plain, WhoStatesSomethingAndWishesNothingGetsAPersonAtOnce)
{
    for (const auto *text : {"The chandelier in the lobby is wobbling", "A stranger keeps knocking at our door", "The lamp over the bed hums strangely",
             "Das Kind nebenan weint die ganze Zeit", "Un desconocido llama a la puerta", "Il y a un inconnu devant la porte"})
        expectPerson(talkTo(hotel).say(text), text);
    // No table hears anything in these; that the model hears a danger or a complaint is as good.
    for (const auto *text : {"My daughter has swallowed a coin", "Unser Nachbar liegt auf dem Gang", "Mi abuela está en el suelo", "Auf dem Flur steht seit einer Stunde ein Koffer"}) {
        const auto plan = talkTo(hotel).say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.wanted") || fired(plan, "intake.ask")) << text << " → " << told(plan);
    }
    for (const auto *text : {"engine died, drifting towards the bridge", "dock line snapped on B12, boat is banging the piling", "there's a sheen of fuel around my boat"}) {
        const auto plan = talkTo(marina).say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.wanted")) << text;
    }
}

TEST(Plain, WhoCallsForHelpGetsAPersonAndNoForm)
{
    for (const auto *text : {"boat hit the rocks, need help", "hilfe wir brauchen sofort hilfe", "ayuda por favor, se cayó mi abuela", "please help us", "Aidez-nous s'il vous plaît", "we have no idea, please send help"}) {
        auto talk = talkTo(marina);
        const auto plan = talk.say(text);
        EXPECT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_FALSE(fired(plan, "intake.wanted")) << text << " → " << told(plan);
    }
    EXPECT_EQ(talkTo(plumber).say("I need help with my sink").decision.action, DecisionAction::Asked);
    EXPECT_EQ(talkTo(hotel).say("I need help to book a room").decision.action, DecisionAction::Asked);
    auto beside = talkTo(hotel);
    EXPECT_EQ(beside.say("I need some help. I would like to book a room").decision.action, DecisionAction::Asked);
    auto booking = talkTo(hotel); // in the middle of a booking too
    booking.say("I would like to book a room");
    EXPECT_TRUE(booking.say("please help us").handOver.has_value());
}

TEST(Plain, AWishInFewWordsIsStillTakenDown)
{
    struct Case {
        std::string_view business;
        const char *text;
    };
    for (const auto &[business, text] : {Case {plumber, "I need a plumber"}, {plumber, "No heating and a baby in the house"}, {plumber, "Der Abfluss ist verstopft"},
             {dental, "Toothache since yesterday"}, {dental, "Zahnschmerzen seit gestern"}, {hotel, "room for Friday"}, {hotel, "12 to 14 December, two people"}, 
             {hotel, "Zimmer vom 12. bis 14. Dezember"}, {hotel, "habitación para el viernes"}, {hotel, "2 adults and 1 child, Dec 12 to Dec 14"}, {marina, "slip for Dec 5"}, {marina, "and need a slip for my boat"}}) {
        const auto plan = talkTo(business).say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Asked) << text << " → " << told(plan);
        EXPECT_TRUE(plan.wishIsOpen) << text;
    }
    auto unknown = businessNamed(marina); // of a trade that the rules have no words for
    unknown.client.industry = "marina";
    for (const auto *text : {"Need a slip", "Need a slip for tonight, 38' sailboat, draws 5.5", "slip for Dec 5"})
        EXPECT_EQ(talkTo(unknown).say(text).decision.action, DecisionAction::Asked) << text;
    for (const auto *text : {"dock line snapped on B12, boat is banging the piling", "smell of gasoline in the bilge"})
        EXPECT_TRUE(talkTo(unknown).say(text).handOver.has_value()) << text;
    auto restaurant = businessNamed(hotel);
    restaurant.client.industry = "restaurant";
    EXPECT_EQ(talkTo(restaurant).say("table for 4 tonight").decision.action, DecisionAction::Asked);
}

TEST(Plain, WhatIsSaidWithAWishOrAnAnswerBelongsToIt)
{
    auto wish = talkTo(hotel);
    EXPECT_EQ(wish.say("I would like to book a room. My wife can't climb stairs.").decision.action, DecisionAction::Asked);
    EXPECT_NE(wish.input.lead.qualification.serviceInterest.find("stairs"), std::string::npos);
    EXPECT_FALSE(wish.say("we are coming by car").handOver.has_value()); // while it is taken down, a detail
    const auto dog = talkTo(hotel).say("My dog is a big one. Are dogs allowed?");
    EXPECT_EQ(dog.decision.action, DecisionAction::Answered) << told(dog);
    const auto both = talkTo(hotel).say("A stranger keeps knocking at our door. When is breakfast?");
    EXPECT_NE(both.reply.find("07:00"), std::string::npos) << told(both);
    expectPerson(both, "A stranger keeps");
}

TEST(Plain, ACallForHelpIsAnsweredInItsLanguage)
{
    auto german = businessNamed(hotel);
    german.client.language = "de";
    const auto plan = talkTo(german).say("help me");
    ASSERT_TRUE(plan.handOver.has_value()) << told(plan);
    EXPECT_NE(plan.reply.find(" a person "), std::string::npos) << plan.reply;
    EXPECT_EQ(plan.language, "en");
    EXPECT_EQ(talkTo(german).say("Hilfe, bitte kommen Sie").language, "de");
}

TEST(Plain, AStartThatOpensNothingIsAGreeting)
{
    EXPECT_EQ(talkTo(hotel).say("START").decision.intent, "greeting");
}

TEST(Plain, WhatAPersonMustSeeIsPassedOnWithoutAGuessAtTheReason)
{
    for (const auto *text : {"I have a fever after the operation", "I was bitten by a tick", "Sprechen Sie Englisch?"}) {
        const auto plan = talkTo(hotel).say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.handOver->reason, EscalationReason::LowConfidence) << text << " → " << told(plan);
        for (const auto *wrong : {"I can't comment", "I'm sorry about this", "should not have happened", "Gern."})
            EXPECT_EQ(plan.reply.find(wrong), std::string::npos) << text << " → " << told(plan);
    }
}
