#include "server/services/consent/consent.h"
#include "server/services/triage/signs.h"
#include "server/services/triage/triage.h"
#include "tests/assistant/readings.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

const RuleBook &book() { return RuleBook::builtin(); }

ConsentSignal signalOf(std::string_view text) { return findConsent(text, {}, book()).signal; }

} // namespace

TEST(Signs, hearsWhatNoTableForesaw)
{
    EXPECT_EQ(signalOf("You don't stop texting me"), ConsentSignal::OptOut); // by a rule of the tables
    EXPECT_EQ(signalOf("kindly take us off whatever list you got us from"), ConsentSignal::PerhapsOptOut);
    EXPECT_EQ(signalOf("tachadme de donde me tengáis apuntado, que ya no vivo ahí"), ConsentSignal::PerhapsOptOut);
    EXPECT_EQ(triageOf("Si entra agua en el barco", {}, book()).urgency, Urgency::Emergency);
    EXPECT_EQ(triageOf("mon grand-père est tombé dans l'escalier et ne répond plus", {}, book()).urgency, Urgency::Emergency);
    EXPECT_EQ(triageOf("물이 천장에서 쏟아져요", {}, book()).urgency, Urgency::Emergency);
}

TEST(Signs, ordinaryTalkRaisesNoAlarm)
{
    for (const auto text : {"I did not mean to stop please put me back", "Could you give me the number of the harbour office?", "No, I don't want that one", "that's everything, thanks",
             "two people for dinner on Friday", "which stop is nearest to the hotel", "¿me das el teléfono del restaurante?", "nein danke, das brauche ich nicht", "cancel the second night please"}) {
        EXPECT_EQ(signalOf(text), ConsentSignal::None) << text;
        const auto triage = triageOf(text, {}, book());
        EXPECT_FALSE(triage.escalate) << text;
        EXPECT_EQ(triage.urgency, Urgency::Normal) << text;
    }
}

// Whatever it takes them for: none of these may end somebody's messages.
TEST(Signs, theModelAloneEndsNoMessages)
{
    for (const auto text : {"I never got your messages", "we didn't get any messages from you", "not receiving your texts any more, can you check?", "I never received your text about the appointment",
             "no calls please, just messages", "please no more calls, text is fine", "I don't want to be contacted by phone, please text me instead",
             "we moved, please update our address and delete the old", "my ex keeps texting me, can you make it stop", "please stop sending the cleaner to room 204 every morning", "the noise won't stop",
             "do not disturb please", "please don't share my number", "please leave me alone in the room, I'm sleeping, no housekeeping", "ich habe Ihre Nachrichten nicht bekommen",
             "bitte nicht anrufen, lieber schreiben", "bitte keine Anrufe, nur SMS", "no he recibido sus mensajes", "je n'ai pas reçu vos messages", "ne m'appelez pas, écrivez-moi",
             "non ho ricevuto i vostri messaggi", "não recebi as vossas mensagens", "ik heb jullie berichten niet gekregen", "niet bellen, liever appen"}) {
        EXPECT_NE(signalOf(text), ConsentSignal::OptOut) << text;
    }
}

TEST(Signs, tellsTheWordsItRestsOn)
{
    const auto finding = findConsent("kindly take us off whatever list you got us from", {}, book());
    EXPECT_EQ(finding.rule, "model.opt_out");
    EXPECT_FALSE(finding.words.empty());
    const auto triage = triageOf("mon grand-père est tombé dans l'escalier et ne répond plus", {}, book());
    EXPECT_TRUE(hasFired(triage, "model.emergency") || hasFired(triage, "emergency.medical"));
}

TEST(Signs, aDroppedHitOfHasteIsTold)
{
    const auto text = "Please send me the report on last year's water damage, we needed it urgently then";
    TriageOptions tablesAlone;
    tablesAlone.wholeMessage = false;
    ASSERT_EQ(triageOf(text, tablesAlone, book()).urgency, Urgency::High);
    const auto triage = triageOf(text, {}, book());
    EXPECT_EQ(triage.urgency, Urgency::Normal);
    EXPECT_TRUE(hasFired(triage, "model.not_high"));
    EXPECT_FALSE(hasFired(triage, "high"));
}

TEST(Signs, WhatTheBodyTellsStandsWhateverTheModelSays)
{
    for (const auto text : {"severe pain in my stomach since yesterday", "I have a fever after the operation", "I was bitten by a tick", "Fieber nach der OP und die Wunde eitert"}) {
        const auto triage = triageOf(text, {}, book());
        EXPECT_EQ(triage.urgency, Urgency::High) << text;
        EXPECT_TRUE(hasFired(triage, "high.pain.sick")) << text;
        EXPECT_FALSE(hasFired(triage, "model.not_high")) << text;
    }
    for (const auto text : {"how much is a blood test without insurance", "rash guard size 8", "fireplace in the lounge, does it burn wood", "Fieber ist weg, darf Jonas morgen wieder in die Kita?", "bleeding gums, what does the cleaning cost"})
        EXPECT_EQ(triageOf(text, {}, book()).urgency, Urgency::Normal) << text;
}

TEST(Signs, AReasonThatHardlyAnythingSpeaksForIsNotTold)
{
    for (const auto text : {"I have a fever after the operation", "I was bitten by a tick", "Sprechen Sie Englisch?"}) {
        const auto triage = triageOf(text, {}, book());
        EXPECT_TRUE(hasFired(triage, "model.hand_over")) << text;
        EXPECT_EQ(triage.escalate, EscalationReason::LowConfidence) << text;
    }
    EXPECT_EQ(triageOf("has my payment gone through?", {}, book()).escalate, EscalationReason::PaymentDispute);
}

TEST(Signs, aPartOfAMessageIsReadByTheTablesAlone)
{
    ConsentContext part;
    part.wholeMessage = false;
    EXPECT_EQ(findConsent("kindly take us off whatever list you got us from", part, book()).signal, ConsentSignal::None);
    EXPECT_EQ(findConsent("STOP", part, book()).signal, ConsentSignal::OptOut);
    TriageOptions options;
    options.wholeMessage = false;
    EXPECT_FALSE(hasFired(triageOf("물이 천장에서 쏟아져요", options, book()), "model.emergency"));
    EXPECT_EQ(triageOf("the kitchen is on fire", options, book()).urgency, Urgency::Emergency);
}

TEST(Signs, aSentenceDoesNotDrownInALongMessage)
{
    std::string text;
    for (int i = 0; i < 12; ++i)
        text += "We had a lovely stay last summer and liked the breakfast on the terrace very much. ";
    EXPECT_FALSE(signsOf(wordsOf(text)).says(Sign::Emergency));
    text += "My father has collapsed and does not answer. ";
    EXPECT_TRUE(signsOf(wordsOf(text)).says(Sign::Emergency));
    EXPECT_FALSE(signsOf({}).says(Sign::Emergency));
}

TEST(Signs, aBookOfCommasIsReadInFewParts)
{
    std::string commas;
    for (int i = 0; i < 4000; ++i)
        commas += "w" + std::to_string(i) + ", ";
    const auto words = wordsOf(commas);
    const auto parts = partsOf(words);
    EXPECT_LE(parts.size(), 450u);
    std::size_t read = 0;
    for (const auto &[from, to] : parts) {
        EXPECT_LE(from, read) << "no word is left out";
        read = std::max(read, to);
    }
    EXPECT_EQ(read, words.size());
}

TEST(Signs, tellsTheClauseAndNotOneWord)
{
    const auto words = wordsOf("Good morning, kindly take us off that, and have a nice day");
    EXPECT_EQ(clauseOf(words, 4, 5), (WordSpan {2, 7}));
    EXPECT_EQ(clauseOf(words, 0, 1), (WordSpan {0, 2}));
    EXPECT_EQ(clauseOf(wordsOf(std::string(40, 'a') + " b c d e f g h i j k l m n o p q r s t u v w x y z"), 12, 13), (WordSpan {4, 21}));
    const auto finding = findConsent("Good morning. kindly take us off whatever list you got us from. Thank you", {}, book());
    EXPECT_EQ(finding.words, "kindly take us off whatever list you got us from");
}

TEST(Signs, aGuardOfTheTablesCountsInItsClause)
{
    EXPECT_EQ(signalOf("stop the surveys and take us off whatever list you got us from"), ConsentSignal::PerhapsOptOut);
    EXPECT_EQ(signalOf("stop the surveys please"), ConsentSignal::None);
    EXPECT_EQ(signalOf("which one is the next stop?"), ConsentSignal::None);
}

// What goes on or is called off is water, a taxi or a booking, where no messages are named.
TEST(Signs, hearsNoEndOfMessagesInAMatterOfTheirOwn)
{
    for (const auto text : {"I did, it doesn't stop", "3 hours now and it doesn't stop", "I already booked, please remove it", "you never sent me my refund", "I don't want to board my cat anymore", "I no longer need your services now",
             "we don't need the taxi any more", "ya lo hice, no para"})
        EXPECT_EQ(signalOf(text), ConsentSignal::None) << text;
    for (const auto text : {"I don't need these messages anymore, take us off whatever list you got us from", "these texts were fun for a week, now please let me be", "I don't want this any more",
             "I no longer want your stuff", "don't want your updates any longer", "I don't want to have anything to do with you anymore", "It doesn't stop, you write every day", "I will no longer need your help, don't write",
             "Ich will das nicht mehr", "não quero mais de vocês nada", "hou op het stopt niet"})
        EXPECT_EQ(signalOf(text), ConsentSignal::PerhapsOptOut) << text;
}
