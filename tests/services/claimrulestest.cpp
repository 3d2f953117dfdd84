#include "server/services/conversation/claimrules.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

Conversation owned(OwnerKind kind, const char *holder, std::int64_t fence)
{
    Conversation c;
    c.owner.kind = kind;
    c.claim.user = UserId {holder};
    c.claim.fence = fence;
    c.lastPublicPosition = 10;
    return c;
}

constexpr bool runs = true, lapsed = false;

} // namespace

TEST(ReplyRule, TheHolderOfTheNewestFenceMaySend)
{
    const auto c = owned(OwnerKind::User, "u", 3);
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 3, 10}), ReplyVerdict::Accept);
    EXPECT_EQ(judgeReply(c, lapsed, 10, {UserId {"u"}, 3, 10}), ReplyVerdict::Accept) << "nobody has claimed since";
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 0, 10}), ReplyVerdict::Accept) << "it is the caller's own claim";
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 2, 10}), ReplyVerdict::OlderFence);
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"v"}, 3, 10}), ReplyVerdict::OlderFence) << "a fence belongs to one person";
    EXPECT_EQ(judgeReply(c, lapsed, 10, {UserId {"v"}, 2, 10}), ReplyVerdict::OlderFence);
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 4, 10}), ReplyVerdict::OlderFence) << "a fence nobody gave";
    const auto freed = owned(OwnerKind::Nobody, "", 3);
    EXPECT_EQ(judgeReply(freed, lapsed, 10, {UserId {"u"}, 3, 10}), ReplyVerdict::Accept) << "their line was down, and nobody has claimed since";
    EXPECT_EQ(judgeReply(freed, lapsed, 10, {UserId {"u"}, 2, 10}), ReplyVerdict::OlderFence);
}

TEST(ReplyRule, WithoutAFenceOnlyWhenNobodyElseHolds)
{
    EXPECT_EQ(judgeReply(owned(OwnerKind::User, "u", 3), runs, 10, {UserId {"v"}, 0, 10}), ReplyVerdict::HeldByOther);
    EXPECT_EQ(judgeReply(owned(OwnerKind::User, "u", 3), lapsed, 10, {UserId {"v"}, 0, 10}), ReplyVerdict::Accept);
    EXPECT_EQ(judgeReply(owned(OwnerKind::Nobody, "", 0), lapsed, 10, {UserId {"v"}, 0, 10}), ReplyVerdict::Accept);
}

TEST(ReplyRule, WhatIsNewerStopsUnlessOverridden)
{
    const auto c = owned(OwnerKind::User, "u", 3);
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 3, 9}), ReplyVerdict::Newer);
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 3, 9, true}), ReplyVerdict::Accept);
    EXPECT_EQ(judgeReply(c, runs, 8, {UserId {"u"}, 3, 9}), ReplyVerdict::Accept) << "the author's own later replies do not count";
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 2, 9, true}), ReplyVerdict::OlderFence) << "no override of a claim";
}

TEST(ReplyRule, TheAssistantObeysTheSameRule)
{
    EXPECT_EQ(judgeReply(owned(OwnerKind::Assistant, "", 0), lapsed, 10, {{}, 0, 10}), ReplyVerdict::Accept);
    EXPECT_EQ(judgeReply(owned(OwnerKind::Assistant, "", 0), lapsed, 10, {{}, 0, 9}), ReplyVerdict::Newer);
    EXPECT_EQ(judgeReply(owned(OwnerKind::Assistant, "", 0), lapsed, 10, {{}, 0, 9, true}), ReplyVerdict::Newer);
    EXPECT_EQ(judgeReply(owned(OwnerKind::User, "u", 1), lapsed, 10, {{}, 0, 10}), ReplyVerdict::NotOwner);
    EXPECT_EQ(judgeReply(owned(OwnerKind::Nobody, "", 1), lapsed, 10, {{}, 0, 10}), ReplyVerdict::NotOwner);
    EXPECT_EQ(judgeReply(owned(OwnerKind::Assistant, "u", 1), runs, 10, {{}, 0, 10}), ReplyVerdict::HeldByOther);
}

TEST(ReplyRule, NothingGoesOutOfAnEndedConversation)
{
    auto c = owned(OwnerKind::User, "u", 3);
    c.status = ConversationStatus::Ended;
    EXPECT_EQ(judgeReply(c, runs, 10, {UserId {"u"}, 3, 10, true}), ReplyVerdict::Ended);
    EXPECT_EQ(judgeClaim(c, lapsed, UserId {"u"}), ClaimVerdict::Ended);
}

TEST(ClaimRule, TakesOnlyWhatNobodyHolds)
{
    EXPECT_EQ(judgeClaim(owned(OwnerKind::Nobody, "", 0), lapsed, UserId {"u"}), ClaimVerdict::Take);
    EXPECT_EQ(judgeClaim(owned(OwnerKind::User, "v", 1), lapsed, UserId {"u"}), ClaimVerdict::Take);
    EXPECT_EQ(judgeClaim(owned(OwnerKind::User, "v", 1), runs, UserId {"u"}), ClaimVerdict::HeldByOther);
    EXPECT_EQ(judgeClaim(owned(OwnerKind::User, "u", 1), runs, UserId {"u"}), ClaimVerdict::Own);
    EXPECT_EQ(judgeClaim(owned(OwnerKind::Assistant, "", 0), lapsed, UserId {"u"}), ClaimVerdict::HeldByOther);
}
