#include "server/services/consent/consent.h"
#include "server/services/triage/signs.h"
#include "server/services/triage/triage.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

const RuleBook &book() { return RuleBook::builtin(); }

bool optsOut(std::string_view text) { return findConsent(text, {}, book()).signal == ConsentSignal::OptOut; }

bool hasFired(const Triage &triage, std::string_view rule)
{
    return std::any_of(triage.rules.begin(), triage.rules.end(), [&](const RuleTrace &r) { return r.fired && r.rule == rule; });
}

} // namespace

TEST(Signs, hearsWhatNoTableForesaw)
{
    EXPECT_TRUE(optsOut("You don't stop texting me"));
    EXPECT_TRUE(optsOut("kindly take us off whatever list you got us from"));
    EXPECT_TRUE(optsOut("quitadme de vuestra lista de difusión, que ya no vivo ahí"));
    EXPECT_EQ(triageOf("Si entra agua en el barco", {}, book()).urgency, Urgency::Emergency);
    EXPECT_EQ(triageOf("mon grand-père est tombé dans l'escalier et ne répond plus", {}, book()).urgency, Urgency::Emergency);
    EXPECT_EQ(triageOf("물이 천장에서 쏟아져요", {}, book()).urgency, Urgency::Emergency);
}

TEST(Signs, ordinaryTalkRaisesNoAlarm)
{
    for (const auto text : {"I did not mean to stop please put me back", "Could you give me the number of the harbour office?", "No, I don't want that one", "that's everything, thanks",
             "two people for dinner on Friday", "which stop is nearest to the hotel", "¿me das el teléfono del restaurante?", "nein danke, das brauche ich nicht", "cancel the second night please"}) {
        EXPECT_FALSE(optsOut(text)) << text;
        const auto triage = triageOf(text, {}, book());
        EXPECT_FALSE(triage.escalate) << text;
        EXPECT_EQ(triage.urgency, Urgency::Normal) << text;
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
