#include "server/services/auth/refreshrules.h"

#include "tests/services/manualclock.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

TEST(RefreshRules, RotatesTheNewestAndForgivesItsPredecessorForTenSeconds)
{
    test::ManualClock clock;
    const auto now = clock.now();
    const Session session {"s", UserId {"u"}, "device", now - 1h, now, now + 24h, {}};
    const RefreshToken newest {"n", "s", now, {}, ""}, before {"b", "s", now - 1h, now, "n"}, older {"o", "s", now - 2h, now - 1ms, "b"};
    EXPECT_EQ(judgeRefresh(session, newest, "device", now + 1h, 10s), RefreshVerdict::Rotate);
    EXPECT_EQ(judgeRefresh(session, before, "device", now + 10s, 10s), RefreshVerdict::Again);
    EXPECT_EQ(judgeRefresh(session, before, "device", now + 10s + 1ms, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(session, older, "device", now, 10s), RefreshVerdict::Reused) << "never two generations back";
    EXPECT_EQ(judgeRefresh(session, before, "other", now, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(session, newest, "other", now, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(session, newest, "device", now + 24h, 10s), RefreshVerdict::Over);
    auto ended = session;
    ended.revokedAt = now;
    EXPECT_EQ(judgeRefresh(ended, newest, "device", now, 10s), RefreshVerdict::Over);
}
