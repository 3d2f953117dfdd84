#include "server/services/auth/refreshrules.h"

#include "tests/services/manualclock.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

TEST(RefreshRules, RotatesTheNewestAndForgivesItsPredecessorForTenSeconds)
{
    test::ManualClock clock;
    const auto now = clock.now();
    const SessionRecord session {"s", UserId {"u"}, "device", now - 1h, now, now + 24h, {}};
    const RefreshToken newest {"n", "s", now, {}, ""}, before {"b", "s", now - 1h, now, "n"};
    const auto judge = [&](const RefreshToken &token, bool successorIsNewest, const char *device, Timestamp at) {
        return judgeRefresh(session, token, successorIsNewest, device, at, 10s);
    };
    EXPECT_EQ(judge(newest, false, "device", now + 1h), RefreshVerdict::Rotate);
    EXPECT_EQ(judge(before, true, "device", now + 10s), RefreshVerdict::Again);
    EXPECT_EQ(judge(before, true, "device", now + 10s + 1ms), RefreshVerdict::Reused);
    EXPECT_EQ(judge(before, false, "device", now), RefreshVerdict::Reused) << "never two generations back";
    EXPECT_EQ(judge(before, true, "other", now), RefreshVerdict::Reused);
    EXPECT_EQ(judge(newest, false, "other", now), RefreshVerdict::Reused);
    EXPECT_EQ(judge(newest, false, "device", now + 24h), RefreshVerdict::Over);
    auto ended = session;
    ended.revokedAt = now;
    EXPECT_EQ(judgeRefresh(ended, newest, false, "device", now, 10s), RefreshVerdict::Over);
}
