#include "models/core/id.h"

#include <set>

#include <gtest/gtest.h>

using namespace foredeck;

TEST(Uuid, CarriesItsMillisecondAndVersion)
{
    const auto id = makeUuid(fromMs(0x018bcfe56800));
    EXPECT_TRUE(isUuid(id)) << id;
    EXPECT_EQ(id.substr(0, 13), "018bcfe5-6800");
    EXPECT_EQ(id[14], '7');
    EXPECT_NE(std::string {"89ab"}.find(id[19]), std::string::npos) << id;
}

TEST(Uuid, RisesWithinOneMillisecondAndWhenTheClockGoesBack)
{
    std::string last;
    std::set<std::string> all;
    for (int i = 0; i < 20000; ++i) {
        auto id = makeUuid(fromMs(1'900'000'000'000 - (i % 7)));
        EXPECT_GT(id, last);
        all.insert(id);
        last = std::move(id);
    }
    EXPECT_EQ(all.size(), 20000u);
}

TEST(Uuid, RefusesWhatIsNone)
{
    EXPECT_FALSE(isUuid(""));
    EXPECT_FALSE(isUuid("018bcfe5-6800-7000-8000-00000000000"));
    EXPECT_FALSE(isUuid("018bcfe5-6800-7000-8000-0000000000zz"));
    EXPECT_FALSE(isUuid("018bcfe5x6800-7000-8000-000000000000"));
}

TEST(Uuid, ARangeOfIdsFollowsARangeOfTimes)
{
    const auto at = fromMs(2'000'000'000'000); // after every other test's: the generator never goes back
    EXPECT_EQ(firstUuidOf(fromMs(0x018bcfe56800)), "018bcfe5-6800-7000-0000-000000000000");
    EXPECT_LT(firstUuidOf(at), makeUuid(at));
    EXPECT_GT(firstUuidOf(at + std::chrono::hours {1}), makeUuid(at));
    EXPECT_EQ(firstUuidOf(fromMs(-1)), "00000000-0000-7000-0000-000000000000");
}
