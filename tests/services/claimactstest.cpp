#include "tests/services/opsfixture.h"

#include "server/services/conversation/stateacts.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// Whose conversation it is: claims, take-overs, fences, and leases that run out.
class ClaimActsTest : public OpsFixture {
protected:
    Result<Conversation> release(const UserId &user, OwnerKind to, std::int64_t fence)
    {
        return act<Conversation>(user, newOp(), "release", [&](OpContext &op) { return m_claims.release(op, m_world.one.conversation, to, fence); });
    }
};

} // namespace

TEST_F(ClaimActsTest, AClaimRaisesTheFenceAndKeepsOthersOut)
{
    const auto mine = claim(m_world.agent).value();
    EXPECT_EQ(mine.claim.fence, 1);
    EXPECT_EQ(mine.owner.user, m_world.agent);
    EXPECT_EQ(mine.claim.leaseUntil, m_clock.now() + 90s);
    EXPECT_EQ(claim(m_world.agent).value().claim.fence, 1) << "one's own claim again is the same claim";
    const auto held = claim(m_world.colleague);
    ASSERT_TRUE(held.hasError());
    EXPECT_EQ(held.error().kind, Error::Kind::Conflict);
    EXPECT_NE(member(held.error(), "holder").find(m_world.agent.value), std::string::npos);
    EXPECT_EQ(say(m_world.colleague, 0).error().kind, Error::Kind::Conflict) << "without a fence while somebody holds it";
    EXPECT_TRUE(say(m_world.agent, 0, 1).hasValue());
}

TEST_F(ClaimActsTest, ATakeOverEndsTheOlderFence)
{
    (void)claim(m_world.agent);
    EXPECT_EQ(takeOver(m_world.colleague, {{"owner", "nobody"}}).error().kind, Error::Kind::Conflict);
    EXPECT_EQ(takeOver(m_world.colleague, {{"colour", "blue"}}).error().kind, Error::Kind::Invalid);
    const auto taken = takeOver(m_world.colleague, {{"owner", m_world.agent.value}}).value();
    EXPECT_EQ(taken.claim.fence, 2);
    EXPECT_EQ(taken.owner.user, m_world.colleague);
    const auto stale = say(m_world.agent, 0, 1, true);
    ASSERT_TRUE(stale.hasError());
    EXPECT_NE(member(stale.error(), "holder").find(m_world.colleague.value), std::string::npos);
    EXPECT_TRUE(messages().empty());
    EXPECT_EQ(release(m_world.agent, OwnerKind::Nobody, 1).error().kind, Error::Kind::Conflict);
}

TEST_F(ClaimActsTest, TakingOverWhatIsOnesOwnRenewsTheLease)
{
    (void)claim(m_world.agent);
    m_clock.advance(60s);
    const auto again = takeOver(m_world.agent).value();
    EXPECT_EQ(again.claim.fence, 1) << "the same claim";
    EXPECT_EQ(again.claim.leaseUntil, m_clock.now() + 90s) << "and how long it runs now";
    m_clock.advance(60s);
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict);
}

TEST_F(ClaimActsTest, ATakeOverCancelsTheAssistantsTurnAndClaimsTheEscalation)
{
    const auto message = customerWrites(*m_store, m_clock, m_world.one, "help");
    write(*m_store, [&](WriteTx &tx) {
        JobRepository::enqueue(tx, turnJob(m_world.one.client, m_world.one.conversation, m_clock.now(), m_clock.now() + 1500ms));
    });
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) {
        return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "water in the lobby", 1});
    })).hasValue());
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row().escalation->due, m_clock.now() + 5min) << "an emergency is due in a third of 15 minutes";
    const auto taken = takeOver(m_world.agent).value();
    EXPECT_EQ(taken.status, ConversationStatus::Active);
    ASSERT_TRUE(taken.escalation);
    EXPECT_EQ(taken.escalation->status, EscalationStatus::Claimed);
    bool waits = true;
    write(*m_store, [&](WriteTx &tx) {
        waits = JobRepository::cancel(tx, m_world.one.client, queues::assistantTurn, m_world.one.conversation.value, "look", m_clock.now());
    });
    EXPECT_FALSE(waits);
    const auto back = release(m_world.agent, OwnerKind::Assistant, taken.claim.fence).value();
    EXPECT_FALSE(back.escalation);
    EXPECT_EQ(back.owner.kind, OwnerKind::Assistant);
    write(*m_store, [&](WriteTx &tx) {
        waits = JobRepository::cancel(tx, m_world.one.client, queues::assistantTurn, m_world.one.conversation.value, "look", m_clock.now());
    });
    EXPECT_TRUE(waits) << "the customer still waits, so the assistant looks at it at once";
    EXPECT_EQ(message.position, 1);
}

TEST_F(ClaimActsTest, ALeaseThatRanOutLetsOthersClaimAndIsTold)
{
    const auto mine = claim(m_world.agent).value();
    const auto expire = [&](std::int64_t fence) {
        write(*m_store, [&](WriteTx &tx) {
            ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
            ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, fence).hasValue());
        });
    };
    m_clock.advance(60s);
    write(*m_store, [&](WriteTx &tx) {
        EXPECT_TRUE(ConversationRepository::renewLease(tx, m_world.one.client, m_world.one.conversation, mine.claim.fence, m_clock.now() + 90s));
    });
    m_clock.advance(60s);
    expire(1);
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict) << "it was renewed";
    m_clock.advance(31s);
    expire(1);
    EXPECT_FALSE(row().claim.leaseUntil);
    EXPECT_EQ(row().owner.user, m_world.agent) << "still the one who looks after it";
    EXPECT_EQ(events().at(events().size() - 2).kind, "transition.created");
    EXPECT_TRUE(say(m_world.agent, 0, 1).hasValue()) << "nobody has claimed since";
    EXPECT_EQ(row().claim.fence, 1) << "what else is on its way carries it";
    EXPECT_EQ(row().claim.leaseUntil, m_clock.now() + 90s) << "who answers is there: the customer's next word frees nothing";
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict);
    m_clock.advance(91s);
    EXPECT_EQ(claim(m_world.colleague).value().claim.fence, 2);
    EXPECT_EQ(say(m_world.agent, 0, 1).error().kind, Error::Kind::Conflict);
    expire(1);
    EXPECT_TRUE(row().claim.leaseUntil) << "an old sweep ends no newer claim";
}

// The clock says it, whether the sweep has come by or not.
TEST_F(ClaimActsTest, AnAnswerBeginsANewLeaseThoughTheOldOneIsNotSweptYet)
{
    const auto mine = claim(m_world.agent).value();
    m_clock.advance(91s);
    ASSERT_TRUE(row().claim.leaseUntil);
    EXPECT_TRUE(say(m_world.agent, 0, mine.claim.fence).hasValue());
    EXPECT_EQ(row().claim.fence, mine.claim.fence);
    EXPECT_EQ(row().claim.leaseUntil, m_clock.now() + 90s);
    EXPECT_EQ(claim(m_world.colleague).error().kind, Error::Kind::Conflict);
    m_clock.advance(91s);
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition).hasValue());
    EXPECT_NE(row().claim.leaseUntil, m_clock.now() + 90s) << "without a fence nobody says that they have it";
}

// Their line died, and the customer must not wait in the list of somebody who is not there.
TEST_F(ClaimActsTest, ALeaseThatRanOutWhileTheCustomerWaitsFreesTheConversation)
{
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) { return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "sauna", 1}); })).hasValue());
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    const auto wrote = row().lastAt;
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row().lastAt, wrote) << "nobody wrote: the row stays where it is";
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    ASSERT_TRUE(row().escalation) << "somebody is told";
    EXPECT_EQ(row().escalation->status, EscalationStatus::Pending);
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, mine.claim.fence).hasValue()) << "nobody has claimed since";
    EXPECT_EQ(row().owner.user, m_world.agent) << "the customer has an answer: nobody is called to give another";
    EXPECT_EQ(row().escalation->status, EscalationStatus::Claimed);
    EXPECT_EQ(say(m_world.colleague, row().lastPublicPosition, 0, true).error().kind, Error::Kind::Conflict) << "none comes past it";
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, mine.claim.fence).hasValue()) << "what else was on its way";
}

// As the console does it: shown what is newer, without the fence of the claim that is over.
TEST_F(ClaimActsTest, WhatIsSentAnywayWhereNobodyHasThemAnyMoreIsItsAuthorsToo)
{
    ASSERT_TRUE((act<Conversation>(m_world.colleague, newOp(), "escalate", [&](OpContext &op) { return escalate(op, m_world.one.conversation, {EscalationReason::Emergency, "sauna", 1}); })).hasValue());
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    ASSERT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(say(m_world.agent, 0, mine.claim.fence).error().kind, Error::Kind::Conflict);
    EXPECT_TRUE(say(m_world.agent, row().lastPublicPosition, 0, true).hasValue());
    EXPECT_EQ(row().owner.user, m_world.agent);
    ASSERT_TRUE(row().escalation);
    EXPECT_EQ(row().escalation->status, EscalationStatus::Claimed);
    EXPECT_EQ(row().claim.user, m_world.agent);
    EXPECT_EQ(row().claim.fence, mine.claim.fence + 1);
    EXPECT_EQ(row().claim.leaseUntil, m_clock.now() + 90s);
    EXPECT_EQ(say(m_world.colleague, row().lastPublicPosition, 0, true).error().kind, Error::Kind::Conflict) << "none comes past it";
}

TEST_F(ClaimActsTest, WhatIsSnoozedWaitsOnThoughItsLeaseRanOut)
{
    const auto mine = claim(m_world.agent).value();
    customerWrites(*m_store, m_clock, m_world.one, "And is there a sauna?");
    write(*m_store, [&](WriteTx &tx) {
        auto snoozed = *ConversationRepository::byId(tx, m_world.one.client, m_world.one.conversation);
        snoozed.status = ConversationStatus::Snoozed;
        snoozed.snoozedUntil = m_clock.now() + 24h;
        ConversationRepository::update(tx, snoozed);
    });
    m_clock.advance(91s);
    write(*m_store, [&](WriteTx &tx) {
        ActContext act {tx, m_world.one.client, {}, {}, m_clock.now()};
        ASSERT_TRUE(m_claims.expire(act, m_world.one.conversation, mine.claim.fence).hasValue());
    });
    EXPECT_EQ(row().status, ConversationStatus::Snoozed);
    EXPECT_EQ(row().owner.user, m_world.agent);
}
