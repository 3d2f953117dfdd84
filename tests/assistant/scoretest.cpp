#include "models/core/time.h"
#include "server/services/scoring/scoring.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

bool hasFactor(const Lead &lead, std::string_view label)
{
    return std::any_of(lead.scoreFactors.begin(), lead.scoreFactors.end(), [&](const ScoreFactor &f) { return f.label == label; });
}

} // namespace

TEST(Score, TheScoreFollowsWhatTheDecisionFound)
{
    auto talk = talkTo("quickvalve-plumbing", aSunday);
    const auto plan = talk.say("my bilge pump died and the cabin floor is getting wet fast");
    EXPECT_EQ(hasFactor(plan.lead, "emergency"), plan.decision.urgency == Urgency::Emergency) << plan.reply;
    Decision decision = plan.decision;
    decision.urgency = Urgency::Emergency;
    const std::vector<Decision> decisions {decision};
    Lead lead;
    const std::vector<Message> none;
    const auto score = scoreOf({lead, none, {2026, 11, 29, 6, 0}, "US", decisions}, RuleBook::builtin());
    EXPECT_EQ(score.points, 60); // emergency and urgent
    EXPECT_EQ(score.factors.front().message, decision.message);
}

TEST(Score, WhatIsWrittenToPeopleIsScored)
{
    auto talk = talkTo("casa-marisol", aSunday);
    ASSERT_TRUE(talk.say("do you have a helicopter pad?").handOver.has_value());
    const auto before = talk.input.lead.score.value_or(0);
    const auto plan = talk.say("I want to book a table for 4 tomorrow at 7");
    EXPECT_TRUE(plan.nothing);
    EXPECT_TRUE(plan.leadChanged);
    EXPECT_GE(plan.lead.score.value_or(0), before + 40);
    for (const auto label : {"asks_to_book", "names_a_date", "names_party"})
        EXPECT_TRUE(hasFactor(plan.lead, label)) << label;
    talk.input.lead = plan.lead;
    const auto again = talk.say("at the window please");
    EXPECT_TRUE(hasFactor(again.lead, "keeps_writing"));
    talk.input.lead = again.lead;
    EXPECT_FALSE(talk.say("please").leadChanged);
}

TEST(Score, WhatIsNoAddressOfTheirsGivesNoEMail)
{
    const std::vector<Message> none;
    const auto gives = [&](std::vector<std::string> emails) {
        Lead lead;
        lead.emails = std::move(emails);
        const auto score = scoreOf({lead, none, {2026, 11, 29, 6, 0}, "US", {}}, RuleBook::builtin());
        return std::any_of(score.factors.begin(), score.factors.end(), [](const ScoreFactor &f) { return f.label == "gives_email"; });
    };
    EXPECT_TRUE(gives({"none", "ana@example.com"}));
    EXPECT_FALSE(gives({"none"}));
    EXPECT_FALSE(gives({"-", "ana@example,com"}));
}
