#include "tests/assistant/readings.h"
#include "tests/assistant/triagecases.h"

#include <algorithm>
#include <iostream>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {


} // namespace

TEST(Triage, LabelledTexts)
{
    std::size_t right = 0;
    for (const auto &c : triageCases()) {
        const auto t = triage(c.text);
        const bool urgency = c.urgency == "any" || nameOf(t.urgency) == c.urgency;
        const bool reason = c.reason == "any" || reasonOf(t) == c.reason;
        if (urgency && reason) {
            ++right;
            continue;
        }
        std::cout << "wrong: \"" << c.text << "\" [" << t.language << "] wants " << c.urgency << "/" << c.reason << ", got " << nameOf(t.urgency) << "/" << reasonOf(t);
        for (const auto &rule : t.rules) {
            if (rule.fired)
                std::cout << "  " << rule.rule << " «" << rule.words << "»";
        }
        std::cout << "\n";
    }
    std::cout << right << " of " << triageCases().size() << " right\n";
    EXPECT_GE(right * 100, triageCases().size() * 95);
}

TEST(Triage, TheFirstReasonThatAppliesWins)
{
    EXPECT_EQ(reasonOf(triage("The kitchen is on fire and my lawyer will sue you")), "emergency");
    EXPECT_EQ(reasonOf(triage("My lawyer will call you about the double charge, I was charged twice")), "legal");
    EXPECT_EQ(reasonOf(triage("I was charged twice, let me talk to a manager")), "payment_dispute");
    EXPECT_EQ(reasonOf(triage("Terrible service, I want to speak to the manager")), "human_requested");
}

TEST(Triage, ExplainsItself)
{
    const auto t = triage("Help, a pipe burst in the basement!");
    const auto fired = std::find_if(t.rules.begin(), t.rules.end(), [](const RuleTrace &r) { return r.fired; });
    ASSERT_NE(fired, t.rules.end());
    EXPECT_EQ(fired->rule, "emergency.water");
    EXPECT_EQ(fired->words, "pipe burst");
    EXPECT_TRUE(std::any_of(t.rules.begin(), t.rules.end(), [](const RuleTrace &r) { return !r.fired; })); // what was looked at in vain
}

TEST(Triage, ACallThatIsAskedForIsNotedAsOne)
{
    const auto asksForCall = [](std::string_view text) {
        const auto t = triage(text);
        EXPECT_EQ(reasonOf(t), "human_requested") << text;
        return std::any_of(t.rules.begin(), t.rules.end(), [](const RuleTrace &r) { return r.fired && r.rule == "handover.human.call"; });
    };
    for (const auto *text : {"Can someone call me?", "I would like a callback please, give me a call", "¿Me pueden llamar?", "Bitte rufen Sie mich zurück", "Rappelez-moi s'il vous plaît",
             "Mi potete richiamare? Richiamatemi", "Podem me ligar?", "Kunt u mij terugbellen?", "اتصلوا بي من فضلكم"})
        EXPECT_TRUE(asksForCall(text)) << text;
    for (const auto *text : {"Can someone contact me?", "I want to speak to the manager", "Quiero hablar con una persona"})
        EXPECT_FALSE(asksForCall(text)) << text;
}

TEST(Triage, TheClientsOwnWordsCount)
{
    EXPECT_EQ(reasonOf(triage("is the Dock Master in?", {"en", {"dock master"}, {}})), "rule");
    EXPECT_EQ(reasonOf(triage("code blue in hall 3", {"en", {}, {"code blue"}})), "emergency");
    EXPECT_EQ(reasonOf(triage("the docks master", {"en", {"dock master"}, {}})), "");
}

TEST(Triage, AQuestionForTheBotIsNoHandOver)
{
    for (const auto *text : {"Are you a robot?", "am I talking to a real person?", "¿Eres un robot?", "Sind Sie ein Mensch oder ein Bot?", "هل انت روبوت؟"}) {
        EXPECT_TRUE(triage(text).asksForBot) << text;
        EXPECT_FALSE(triage(text).escalate.has_value()) << text;
    }
}
