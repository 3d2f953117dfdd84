#include "server/services/auth/refreshrules.h"

#include "tests/services/manualclock.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

TEST(RefreshRules, RotatesTheNewestAndForgivesItsPredecessorForTenSeconds)
{
    test::ManualClock clock;
    const auto now = clock.now();
    const SessionFamily family {"f", UserId {"u"}, "device", 3, now, now + 24h, {}};
    EXPECT_EQ(judgeRefresh(family, 3, "device", now + 1h, 10s), RefreshVerdict::Rotate);
    EXPECT_EQ(judgeRefresh(family, 2, "device", now + 10s, 10s), RefreshVerdict::Again);
    EXPECT_EQ(judgeRefresh(family, 2, "device", now + 10s + 1ms, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(family, 1, "device", now, 10s), RefreshVerdict::Reused) << "never two generations back";
    EXPECT_EQ(judgeRefresh(family, 2, "other", now, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(family, 3, "other", now, 10s), RefreshVerdict::Reused);
    EXPECT_EQ(judgeRefresh(family, 3, "device", now + 24h, 10s), RefreshVerdict::Over);
    auto ended = family;
    ended.revokedAt = now;
    EXPECT_EQ(judgeRefresh(ended, 3, "device", now, 10s), RefreshVerdict::Over);
}
