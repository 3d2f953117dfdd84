#include "server/services/conversation/leases.h"

#include "tests/services/manualclock.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

Conversation claimed(const char *user, std::int64_t fence, Timestamp until)
{
    Conversation c;
    c.id = ConversationId {"c"};
    c.claim = {UserId {user}, user, fence, until};
    return c;
}

} // namespace

TEST(Leases, RunAsLongAsTheyAreRenewed)
{
    test::ManualClock clock;
    Leases leases {90s};
    const auto c = claimed("u", 1, clock.now() + 90s);
    leases.grant({ClientId {"x"}, c.id, UserId {"u"}, 1, clock.now() + 90s});
    clock.advance(60s);
    EXPECT_EQ(leases.renew(c.id, UserId {"u"}, 1, clock.now()), clock.now() + 90s);
    clock.advance(60s);
    EXPECT_TRUE(leases.runs(c, clock.now())) << "the row's own end has passed, the renewal has not";
    EXPECT_TRUE(leases.lapsed(clock.now()).empty());
    clock.advance(30s);
    EXPECT_FALSE(leases.runs(c, clock.now()));
    ASSERT_EQ(leases.lapsed(clock.now()).size(), 1u);
    EXPECT_FALSE(leases.renew(c.id, UserId {"u"}, 1, clock.now())) << "what has lapsed is not renewed";
    leases.end(c.id, 1);
    EXPECT_TRUE(leases.lapsed(clock.now()).empty());
}

TEST(Leases, OnlyTheNewestFenceOfTheSamePersonRenews)
{
    test::ManualClock clock;
    Leases leases {90s};
    const ConversationId c {"c"};
    leases.grant({ClientId {"x"}, c, UserId {"v"}, 2, clock.now() + 90s});
    leases.grant({ClientId {"x"}, c, UserId {"u"}, 1, clock.now() + 90s});
    EXPECT_FALSE(leases.renew(c, UserId {"u"}, 1, clock.now()));
    EXPECT_FALSE(leases.renew(c, UserId {"u"}, 2, clock.now()));
    EXPECT_TRUE(leases.renew(c, UserId {"v"}, 2, clock.now()));
    leases.end(c, 1);
    EXPECT_TRUE(leases.renew(c, UserId {"v"}, 2, clock.now())) << "an older fence ends nothing";
}

TEST(Leases, AReleasedClaimDoesNotRun)
{
    test::ManualClock clock;
    const Leases leases {90s};
    auto c = claimed("u", 1, clock.now() + 90s);
    EXPECT_TRUE(leases.runs(c, clock.now()));
    c.claim.leaseUntil.reset();
    EXPECT_FALSE(leases.runs(c, clock.now()));
}
