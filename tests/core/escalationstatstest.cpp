#include "models/domain/escalationstats.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto dayStart = fromMs(1'763'596'800'000);
const auto atNow = dayStart + 14h;

Escalation made(std::chrono::milliseconds afterDayStart, EscalationReason reason, EscalationStatus status)
{
    Escalation e;
    e.createdAt = dayStart + afterDayStart;
    e.reason = reason;
    e.status = status;
    e.due = e.createdAt + 15min;
    return e;
}

Escalation claimedAfter(std::chrono::milliseconds wait)
{
    auto e = made(1h, EscalationReason::Complaint, EscalationStatus::Claimed);
    e.claimedAt = e.createdAt + wait;
    return e;
}

Escalation resolvedAfter(std::chrono::milliseconds wait)
{
    auto e = made(1h, EscalationReason::Complaint, EscalationStatus::Resolved);
    e.resolvedAt = e.createdAt + wait;
    return e;
}

} // namespace

TEST(EscalationStats, OfNothingThereIsNoMedianAndNoReason)
{
    const auto stats = escalationStats({}, dayStart, atNow);
    EXPECT_EQ(stats.total, 0);
    EXPECT_EQ(stats.today, 0);
    EXPECT_FALSE(stats.commonestReason);
    EXPECT_EQ(stats.commonestShare, 0);
    EXPECT_FALSE(stats.claimMedianMs);
    EXPECT_FALSE(stats.resolveMedianMs);
}

TEST(EscalationStats, CountsEachStatusAndWhatIsOfToday)
{
    const auto stats = escalationStats(
        {
            made(-1ms, EscalationReason::Legal, EscalationStatus::Pending), // yesterday, and open
            made(0ms, EscalationReason::Legal, EscalationStatus::Pending),
            made(1h, EscalationReason::Complaint, EscalationStatus::Claimed),
            made(2h, EscalationReason::Complaint, EscalationStatus::Resolved),
            made(14h, EscalationReason::Emergency, EscalationStatus::Expired),
            made(15h, EscalationReason::Emergency, EscalationStatus::Expired), // a clock that jumped
        },
        dayStart, atNow);
    EXPECT_EQ(stats.total, 6);
    EXPECT_EQ(stats.today, 4);
    EXPECT_EQ(stats.pending, 2);
    EXPECT_EQ(stats.claimed, 1);
    EXPECT_EQ(stats.resolved, 1);
    EXPECT_EQ(stats.expired, 2);
}

TEST(EscalationStats, NamesTheCommonestReasonWithItsShare)
{
    const auto clear = escalationStats({made(1h, EscalationReason::Legal, EscalationStatus::Pending), made(1h, EscalationReason::Legal, EscalationStatus::Resolved),
                                           made(1h, EscalationReason::Complaint, EscalationStatus::Pending)},
        dayStart, atNow);
    ASSERT_TRUE(clear.commonestReason);
    EXPECT_TRUE(*clear.commonestReason == EscalationReason::Legal);
    EXPECT_DOUBLE_EQ(clear.commonestShare, 2.0 / 3);
    EXPECT_EQ(clear.asCommon, 0);
    const auto equal = escalationStats(
        {made(1h, EscalationReason::Legal, EscalationStatus::Pending), made(1h, EscalationReason::Complaint, EscalationStatus::Pending)}, dayStart, atNow);
    EXPECT_TRUE(*equal.commonestReason == EscalationReason::Complaint) << "of equals the name that comes first, whatever the order of rows";
    EXPECT_EQ(equal.asCommon, 1);
    auto later = made(1h, EscalationReason::Legal, EscalationStatus::Pending);
    later.reason = Open<EscalationReason>::fromText("solar_flare");
    EXPECT_EQ(escalationStats({later}, dayStart, atNow).commonestReason->text(), "solar_flare");
}

TEST(EscalationStats, MediansAreTheMiddleOrTheMeanOfTheMiddleTwo)
{
    EXPECT_EQ(escalationStats({claimedAfter(9min), claimedAfter(1min), claimedAfter(3min)}, dayStart, atNow).claimMedianMs, 180'000);
    EXPECT_EQ(escalationStats({claimedAfter(60min), claimedAfter(1min), claimedAfter(3min), claimedAfter(2min)}, dayStart, atNow).claimMedianMs, 150'000);
    EXPECT_EQ(escalationStats({claimedAfter(4ms), claimedAfter(1ms)}, dayStart, atNow).claimMedianMs, 2) << "whole milliseconds, downwards";
    EXPECT_EQ(escalationStats({resolvedAfter(10min), resolvedAfter(20min)}, dayStart, atNow).resolveMedianMs, 900'000);
}

TEST(EscalationStats, OnlyWhatHappenedCounts)
{
    auto expired = resolvedAfter(1min);
    expired.status = EscalationStatus::Expired;
    const auto stats = escalationStats({expired, claimedAfter(-5min)}, dayStart, atNow);
    EXPECT_FALSE(stats.resolveMedianMs) << "what ran out was not resolved";
    EXPECT_EQ(stats.claimMedianMs, 0) << "a clock set back makes no time negative";
}

TEST(EscalationStats, LateIsClaimedAfterDue)
{
    auto noDue = claimedAfter(60min);
    noDue.due.reset();
    const auto pending = made(-2h, EscalationReason::Legal, EscalationStatus::Pending);
    const auto stats = escalationStats({claimedAfter(15min), claimedAfter(15min + 1ms), noDue, pending}, dayStart, atNow);
    EXPECT_EQ(stats.claimedLate, 1) << "on the dot is in time; what nobody claimed is not claimed late";
}
