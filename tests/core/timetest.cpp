#include "models/core/time.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(Rfc3339, RoundTrips)
{
    for (const std::int64_t ms : {0LL, 1LL, 999LL, 1'763'647'331'042LL, 951'782'400'000LL, -1LL}) {
        const auto text = toRfc3339(fromMs(ms));
        EXPECT_EQ(fromRfc3339(text), fromMs(ms)) << text;
    }
    EXPECT_EQ(toRfc3339(fromMs(1'763'647'331'042)), "2025-11-20T14:02:11.042Z");
}

TEST(Rfc3339, ReadsOffsetsAndFractions)
{
    EXPECT_EQ(fromRfc3339("2025-11-20T16:02:11+02:00"), fromRfc3339("2025-11-20T14:02:11Z"));
    EXPECT_EQ(fromRfc3339("2025-11-20T14:02:11.5Z"), fromRfc3339("2025-11-20T14:02:11.500Z"));
    EXPECT_EQ(fromRfc3339("2025-11-20T14:02:11.123456789Z"), fromRfc3339("2025-11-20T14:02:11.123Z"));
}

TEST(Rfc3339, RefusesWhatIsNone)
{
    for (const char *text : {"", "2025-11-20", "2025-13-20T14:02:11Z", "2025-02-29T14:02:11Z", "2025-11-20T24:02:11Z",
             "2025-11-20T14:02:11", "2025-11-20T14:02:11+2", "2025-11-20T14:02:11.Q", "20251120T140211Z"})
        EXPECT_FALSE(fromRfc3339(text)) << text;
}
