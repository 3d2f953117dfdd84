#include "server/services/auth/loginthrottle.h"

#include "tests/services/manualclock.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

TEST(LoginThrottle, RestsAfterFiveWrongTriesAndWakesAfterHalfAnHour)
{
    test::ManualClock clock;
    LoginThrottle throttle;
    for (int left = 4; left >= 0; --left) {
        const auto verdict = throttle.begin("a", clock.now());
        EXPECT_TRUE(verdict.allowed);
        EXPECT_EQ(verdict.triesLeft, left);
    }
    clock.advance(10min);
    const auto resting = throttle.begin("a", clock.now());
    EXPECT_FALSE(resting.allowed);
    EXPECT_EQ(resting.retryAfter, 20min);
    EXPECT_TRUE(throttle.begin("b", clock.now()).allowed) << "another key is not touched";
    clock.advance(20min);
    EXPECT_EQ(throttle.begin("a", clock.now()).triesLeft, 4) << "asking while it rests does not make it longer";
}

TEST(LoginThrottle, ForgetsOnSuccessAndTakesBackWhatWasNotJudged)
{
    test::ManualClock clock;
    LoginThrottle throttle;
    (void)throttle.begin("a", clock.now());
    (void)throttle.begin("a", clock.now());
    throttle.takeBack("a");
    EXPECT_EQ(throttle.begin("a", clock.now()).triesLeft, 3);
    throttle.succeeded("a");
    EXPECT_EQ(throttle.begin("a", clock.now()).triesLeft, 4);
    throttle.takeBack("unknown");
}

TEST(LoginThrottle, GoesOnWhereTheProcessBeforeStopped)
{
    test::ManualClock clock;
    LoginThrottle throttle;
    EXPECT_FALSE(throttle.begin("a", clock.now(), {5, clock.now() - 10min}).allowed);
    EXPECT_EQ(throttle.begin("b", clock.now(), {3, clock.now()}).triesLeft, 1);
    EXPECT_EQ(throttle.begin("b", clock.now(), {0, clock.now()}).triesLeft, 0) << "what is known here wins";
    EXPECT_EQ(throttle.begin("c", clock.now(), {5, clock.now() - 30min}).triesLeft, 4);
}

TEST(LoginThrottle, AClockThatWasAheadShutsNobodyOutForLonger)
{
    test::ManualClock clock;
    LoginThrottle throttle;
    for (int i = 0; i < 5; ++i)
        (void)throttle.begin("a", clock.now() + 6h);
    EXPECT_EQ(throttle.begin("a", clock.now()).retryAfter, 30min);
    EXPECT_EQ(throttle.begin("b", clock.now(), {5, clock.now() + 6h}).retryAfter, 30min) << "also where it was stored";
    clock.advance(30min);
    EXPECT_TRUE(throttle.begin("a", clock.now()).allowed);
    EXPECT_TRUE(throttle.begin("b", clock.now(), {5, clock.now() + 6h}).allowed);
}

TEST(LoginThrottle, IsBounded)
{
    test::ManualClock clock;
    LoginThrottle throttle {{1, 30min, 3}};
    for (const char *key : {"a", "b", "c", "d"}) {
        (void)throttle.begin(key, clock.now());
        clock.advance(1s);
    }
    EXPECT_TRUE(throttle.begin("a", clock.now()).allowed) << "the oldest made room";
    EXPECT_FALSE(throttle.begin("d", clock.now()).allowed);
}
