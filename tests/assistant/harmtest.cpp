#include "models/core/time.h"
#include "tests/assistant/harmcases.h"
#include "tests/assistant/readings.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

TriageOptions tablesAlone()
{
    TriageOptions options;
    options.wholeMessage = false;
    return options;
}

} // namespace

TEST(Harm, ToOneselfIsHeardInIndirectWords)
{
    for (const auto text : spokenHarm()) {
        const auto found = triage(text, tablesAlone());
        EXPECT_TRUE(hasFired(found, "emergency.selfharm")) << text << " " << firedIn(found);
        EXPECT_EQ(triage(text).urgency, Urgency::Emergency) << text; // whatever else is heard in it
    }
}

TEST(Harm, OrdinaryTalkNearItRaisesNone)
{
    for (const auto text : harmlessTalk()) {
        const auto found = triage(text, tablesAlone());
        EXPECT_NE(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
}

TEST(Harm, ComesBeforeWhateverWasAsked)
{
    for (const auto *text : {"I just want it to be over", "nobody would miss me", "not sure i want to wake up tomorrow", "ich glaube meine Freundin will sich was antun", "nadie me echaría de menos"}) {
        auto talk = talkTo(hotel);
        talk.say("I would like to book a room");
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << plan.reply;
        EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency) << text;
        EXPECT_EQ(plan.handOver->priority, 1) << text;
    }
}

TEST(Plight, IsHeardInEveryLanguage)
{
    for (const auto text : plightsInWords()) {
        const auto found = triage(text, tablesAlone());
        EXPECT_EQ(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
}

TEST(Plight, EverydayWoesAreNone)
{
    for (const auto text : everydayWoes()) {
        const auto found = triage(text, tablesAlone());
        EXPECT_NE(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
}

TEST(Plight, WhatTheTablesKnowForHarmlessIsNotHeardByTheModelAlone)
{
    for (const auto *text : {"smoking area?", "smoking area on the terrace?", "Wasser läuft langsam ab", "l'eau est tiède", "la douche fuit un peu", "Es riecht nach Essen", "my dog threw up on the carpet, sorry", "denture broke in half", "someone took my spot", "kids running on the pontoon",
             "drunk people singing on C", "seagull attacked my sandwich", "bilge pump float switch replacement", "man overboard course dates?", "basement was flooded last spring, need a pump",
             "Ich will nicht mehr kommen, bitte stornieren", "it smells of cigarette in our room", "my cat fell in the water lol he's fine", "il fait froid dans la chambre"}) {
        const auto found = triage(text);
        EXPECT_NE(found.urgency, Urgency::Emergency) << text << " " << firedIn(found);
    }
    for (const auto *text : {"the smoking area is on fire", "it smells of food and there is smoke in the hallway", "we smell cigarette smoke and the curtain is burning, it is on fire", "Wasser läuft langsam ab und im Flur brennt es", "kids running on the pontoon, one fell in the water"})
        EXPECT_EQ(triage(text).urgency, Urgency::Emergency) << text;
}

TEST(Plight, PassedOutIsNotPassedAway)
{
    const auto reasonOf = [](std::string_view text) { return triage(text).escalate; };
    EXPECT_EQ(reasonOf("my dad just passed out"), EscalationReason::Emergency);
    EXPECT_EQ(reasonOf("my dad passed away last week"), EscalationReason::Sensitive);
    EXPECT_EQ(reasonOf("my mother passed yesterday"), EscalationReason::Sensitive);
    EXPECT_EQ(reasonOf("a man grabbed my daughter"), EscalationReason::Emergency);
    EXPECT_EQ(reasonOf("your masseur grabbed me"), EscalationReason::Sensitive);
}

TEST(Plight, PraiseAndPlayAreNoComplaint)
{
    for (const auto *text : {"your guy Mike was awesome, 5 stars", "five stars, the crew was fantastic", "5 Sterne, euer Team war super", "cinco estrellas, todo fue genial", "cinq étoiles, c'était génial"})
        EXPECT_NE(triage(text).escalate, EscalationReason::Complaint) << text << " " << firedIn(triage(text));
    for (const auto *text : {"terrible service, 1 star", "the food was awful, I will leave a bad review", "we waited two hours and nobody came"})
        EXPECT_EQ(triage(text).escalate, EscalationReason::Complaint) << text;
}

TEST(Plight, AStolenThingIsNoDisputedPayment)
{
    EXPECT_EQ(triage("quelqu'un a volé mon annexe").escalate, EscalationReason::Complaint);
    EXPECT_EQ(triage("vous m'avez volé, je veux un remboursement").escalate, EscalationReason::PaymentDispute);
}

TEST(Plight, WhoeverSmellsGasIsToldToLeave)
{
    for (const auto *text : {"rotten egg smell near the furnace", "the gas bottle in the galley is leaking", "il y a une odeur de gaz", "es riecht nach Gas"}) {
        auto talk = talkTo(hotel);
        const auto plan = talk.say(text);
        ASSERT_TRUE(plan.handOver.has_value()) << text;
        EXPECT_EQ(plan.handOver->reason, EscalationReason::Emergency) << text;
        EXPECT_TRUE(plan.reply.find("Leave the place") != std::string::npos || hasFired(triage(text), "emergency.gas")) << text << " → " << plan.reply;
    }
}
