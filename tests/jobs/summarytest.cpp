#include "tests/jobs/handovers.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// What the summary says that a changed conversation keeps.
class Summaries : public HandOvers {
protected:
    ConversationSummary summary() { return conversations().back().summary; }
    void ask(const std::string &text)
    {
        setAssistant(false);
        sms(text, "SM1");
        settle();
    }
    void resolve()
    {
        by(tom, [&, id = conversations().back().id](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    }

    const std::vector<std::string> parking {"Do you have parking?"};
};

TEST_F(Summaries, AnEndThatIsTakenBackSettledNothing)
{
    ask(parking[0]);
    EXPECT_EQ(summary().open, parking);
    resolve();
    EXPECT_EQ(summary().wants, "");
    EXPECT_TRUE(summary().open.empty());
    by(tom, [&, id = conversations()[0].id](OpContext &op) { EXPECT_TRUE(reopen(op, id, usualLease).hasValue()); });
    EXPECT_EQ(summary().wants, parking[0]);
    EXPECT_EQ(summary().open, parking) << "they wait again";
    ASSERT_TRUE(escalateBy(tom, EscalationReason::HumanRequested, 2).hasValue());
    EXPECT_EQ(escalation(conversations()[0].id)->brief.wants, parking[0]);
    resolve();
    EXPECT_EQ(summary().wants, "") << "the second end stands";
}

TEST_F(Summaries, WhatAnAnswerThatDidNotArriveWasToIsOpen)
{
    ask(parking[0]);
    by(tom, [&, id = conversations()[0].id](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, behind the house", 1, 0, true}, usualLease).hasValue());
    });
    drain();
    EXPECT_TRUE(summary().open.empty());
    clock.advance(3min);
    smsStatus(messages().back().providerId, "undelivered", "30003");
    drain();
    EXPECT_EQ(summary().open, parking);
    smsStatus(messages().back().providerId, "delivered");
    drain();
    EXPECT_TRUE(summary().open.empty()) << "it arrived after all";
}

TEST_F(Summaries, WhatTheAssistantsLostAnswerWasToIsOpen)
{
    provider.answerWith([](const Handed &, int) { return Provider::twilioError(400, 21614); });
    sms(parking[0], "SM1");
    settle();
    ASSERT_EQ(messages().back().delivery.state, DeliveryState::Failed);
    EXPECT_EQ(summary().open, parking);
}

// The record keeps what was wished for first; who comes back may want something else.
TEST_F(Summaries, WhoComesBackWantsWhatTheySayNow)
{
    sms("I would like to book a room for Friday", "SM1");
    settle();
    EXPECT_NE(summary().wants.find("book a room for Friday"), std::string::npos) << summary().wants;
    resolve();
    EXPECT_EQ(summary().wants, "") << "what was resolved is wanted no more";
    clock.advance(24h * 150);
    sms("Do you have a helipad?", "SM2");
    settle();
    const auto open = escalation(conversations().back().id);
    ASSERT_TRUE(open);
    for (const auto &wants : {open->brief.wants, summary().wants})
        EXPECT_LT(wants.find("helipad"), wants.find("book a room")) << wants;
}

} // namespace foredeck::tests
