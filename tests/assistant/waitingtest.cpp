#include "models/core/time.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

// Sunday 29 November 2026, 10:02 in Miami: three days after Thanksgiving.

} // namespace

TEST(Waiting, WhoAsksAgainIsToldOnceThatItWaits)
{
    auto talk = talkTo(dental, aSunday);
    ASSERT_TRUE(talk.say("Do you have a helicopter pad?").handOver.has_value());
    EXPECT_TRUE(talk.say("hello?").nothing) << "at once: it belongs to what was passed on";
    talk.input.now += std::chrono::minutes {10};
    const auto plan = talk.say("is anybody there?");
    EXPECT_TRUE(holds(plan, "Your messages are with the team") && holds(plan, "opens again")) << told(plan);
    EXPECT_FALSE(plan.handOver.has_value());
    EXPECT_EQ(plan.decision.reason, "waits_for_person");
    EXPECT_TRUE(talk.input.conversation.waitingSince.has_value());
    talk.input.now += std::chrono::minutes {10};
    EXPECT_TRUE(talk.say("hello??").nothing) << "once";
    auto thanks = talkTo(dental, aSunday);
    thanks.say("Do you have a helicopter pad?");
    thanks.input.now += std::chrono::minutes {10};
    EXPECT_TRUE(thanks.say("thanks").nothing);
    auto taken = talkTo(dental, aSunday);
    taken.say("Do you have a helicopter pad?");
    taken.input.now += std::chrono::minutes {10};
    taken.write(MessageRole::Staff, "We can, from January.");
    EXPECT_TRUE(taken.say("how much?").nothing) << "a person has answered";
}

TEST(Waiting, ACardNumberIsWarnedOfOnceWhileNobodyHasIt)
{
    auto talk = talkTo(dental, aSunday);
    ASSERT_TRUE(talk.say("Do you have a helicopter pad?").handOver.has_value());
    const auto plan = talk.say("my card is 4111 1111 1111 1111");
    EXPECT_TRUE(holds(plan, "Please don't send card details")) << told(plan);
    EXPECT_FALSE(plan.handOver.has_value()) << "it waits already";
    EXPECT_EQ(plan.decision.reason, "waits_for_person");
    EXPECT_TRUE(talk.input.conversation.waitingSince.has_value());
    EXPECT_TRUE(talk.say("and another: 4111 1111 1111 1111").nothing) << "once";
    talk.input.now += std::chrono::minutes {10};
    EXPECT_TRUE(holds(talk.say("is anybody there?"), "Your messages are with the team"));
    talk.input.now += std::chrono::minutes {10};
    EXPECT_TRUE(talk.say("hello??").nothing);
    auto handed = talkTo(dental, aSunday); // said with the hand-over
    ASSERT_TRUE(handed.say("my card is 4111 1111 1111 1111").handOver.has_value());
    EXPECT_TRUE(handed.say("again: 4111 1111 1111 1111").nothing);
}
