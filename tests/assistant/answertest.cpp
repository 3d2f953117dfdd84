#include "models/core/time.h"
#include "tests/assistant/answercases.h"
#include "tests/assistant/simulator.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

bool isRight(const AnswerCase &c, const TurnPlan &plan)
{
    const auto &d = plan.decision;
    if (c.expected == "any")
        return true;
    if (c.expected == "hand_over")
        return d.action == DecisionAction::HandedOver && d.urgency != Urgency::Emergency;
    if (c.expected == "emergency")
        return d.action == DecisionAction::HandedOver && d.urgency == Urgency::Emergency;
    if (c.expected == "ask")
        return d.action == DecisionAction::Asked;
    if (c.expected == "talk")
        return d.action == DecisionAction::Answered && d.passages.empty();
    if (c.expected.starts_with("hours:"))
        return d.intent == "hours" && plan.reply.find(c.expected.substr(6)) != std::string::npos;
    return std::any_of(d.passages.begin(), d.passages.end(), [&](const PassageUse &p) { return p.used && p.title.starts_with(c.expected.substr(4)); });
}

} // namespace

TEST(Answers, AreRightOnTheLabelledQuestions)
{
    const auto now = fromRfc3339("2026-11-20T15:02:11Z").value();
    std::size_t right = 0;
    for (const auto &c : answerCases()) {
        Simulator talk {businessNamed(c.business), ChannelKind::LiveChat, now};
        const auto plan = talk.say(std::string {c.text});
        if (isRight(c, plan)) {
            ++right;
            continue;
        }
        std::cout << "wrong: " << c.business << " \"" << c.text << "\" wants " << c.expected << ", got " << plan.decision.action.text() << " "
                  << plan.decision.intent << " " << plan.decision.reason << ": " << plan.reply << "\n";
        for (const auto &p : plan.decision.passages)
            std::cout << "    " << (p.used ? "*" : " ") << p.score << " " << p.title << "\n";
    }
    std::cout << right << " of " << answerCases().size() << " right\n";
    EXPECT_GE(right * 100, answerCases().size() * 90);
}
