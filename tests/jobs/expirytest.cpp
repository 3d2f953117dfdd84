#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/upkeep/upkeep.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/rig.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// Escalations that nobody takes up, as time goes by.
class Expiry : public Rig {
protected:
    void handOver()
    {
        sms("Do you have a helipad?", "SM1");
        settle();
        id = conversations().at(0).id;
        ASSERT_TRUE(escalation(id));
        escalated = escalation(id)->id;
    }
    Escalation stored()
    {
        std::optional<Escalation> found;
        (void)store->read([&](Tx &tx) { found = EscalationRepository::byId(tx, client.id, escalated); });
        return found.value_or(Escalation {});
    }
    void after(std::chrono::milliseconds time)
    {
        clock.advance(time);
        Upkeep {*store, clock, claims, log, config}.run();
    }
    void change(const std::function<void(Escalation &)> &how)
    {
        auto row = stored();
        how(row);
        (void)store->write([&](WriteTx &tx) { EscalationRepository::update(tx, row); });
    }

    ClaimActs claims {90s};
    Upkeep::Config config;
    ConversationId id;
    EscalationId escalated;
};

TEST_F(Expiry, OneThatNobodyTookUpRunsOutAndHidesNobody)
{
    handOver();
    const auto since = conversations()[0].waitingSince;
    after(23h + 59min);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
    const auto seen = events().back().seq;
    after(2min);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
    EXPECT_FALSE(stored().resolvedAt) << "nobody resolved it";
    const auto row = conversations()[0];
    EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row.waitingSince, since);
    EXPECT_FALSE(row.escalation);
    std::vector<std::string> kinds;
    for (const auto &event : events(seen))
        kinds.push_back(event.kind);
    EXPECT_EQ(kinds, (std::vector<std::string> {"transition.created", "escalation.updated", "conversation.updated"}));
    (void)store->read([&](Tx &tx) {
        const auto change = TransitionRepository::latest(tx, client.id, id, TransitionField::Escalation);
        ASSERT_TRUE(change);
        EXPECT_EQ(change->from, "pending");
        EXPECT_EQ(change->to, "expired");
        EXPECT_EQ(change->actor.kind, ActorKind::System);
    });
    const auto version = stored().version;
    after(48h);
    EXPECT_EQ(stored().version, version) << "once";
}

TEST_F(Expiry, TextsToTheOwnerAreKeptAsLongAsEvents)
{
    AlertText text;
    text.id = AlertTextId::make(clock.now());
    text.client = client.id;
    text.to = "+13055550199";
    text.at = clock.now();
    (void)store->write([&](WriteTx &tx) { AlertTextRepository::insert(tx, text); });
    after(config.events);
    EXPECT_EQ(count("alert_text"), 1u);
    after(config.pause + 1ms);
    EXPECT_EQ(count("alert_text"), 0u);
}

TEST_F(Expiry, WhatIsSaidOrDoneKeepsItOpen)
{
    handOver();
    after(23h);
    sms("Hello?", "SM2");
    settle();
    after(23h);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
    after(2h);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
}

TEST_F(Expiry, WhatSomebodyHasDoesNotRunOut)
{
    handOver();
    change([&](Escalation &e) { e.status = EscalationStatus::Claimed; });
    after(72h);
    EXPECT_EQ(stored().status, EscalationStatus::Claimed);
}

// Their console was open for a day: nothing was written, and they had it until the lease ran out.
TEST_F(Expiry, WhomALeaseFreedWaitsFromThenOnAndMovesNoRow)
{
    handOver();
    by({ActorKind::User, UserId {"u1"}, "Tom"}, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
    const auto taken = conversations()[0].lastAt;
    after(30h);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(conversations()[0].lastAt, taken);
    std::vector<ClientEscalation> forgotten;
    (void)store->read([&](Tx &tx) { forgotten = EscalationRepository::forgotten(tx, clock.now() - config.escalationSilence, 100); });
    EXPECT_TRUE(forgotten.empty()) << "not looked at again and again, before those that are";
    after(1min);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
    after(24h);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
}

// Taken while the clock was six hours ahead, by somebody who has gone since.
TEST_F(Expiry, ALeaseOfAClockThatWasAheadEndsLikeAnyOther)
{
    handOver();
    const auto taken = clock.now() + 6h;
    clock.advance(6h);
    by({ActorKind::User, UserId {"u1"}, "Tom"}, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue()); });
    Upkeep upkeep {*store, clock, claims, log, config};
    upkeep.run();
    clock.advance(-6h);
    upkeep.run();
    ASSERT_TRUE(conversations()[0].claim.leaseUntil);
    EXPECT_LT(*conversations()[0].claim.leaseUntil, taken);
    EXPECT_EQ(conversations()[0].owner.kind, OwnerKind::User) << "they may be there still";
    clock.advance(2min);
    upkeep.run();
    const auto row = conversations()[0];
    EXPECT_EQ(row.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row.status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
}

TEST_F(Expiry, WhatIsSnoozedWasMeantToBeSilent)
{
    handOver();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Snoozed; });
    after(72h);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
}

TEST_F(Expiry, OneThatItsConversationLeftBehindRunsOutAtOnce)
{
    handOver();
    changeConversation([](Conversation &c) { c.status = ConversationStatus::Ended; });
    after(1s);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
}

// Tom answered on Friday and gave it to nobody; that his answer did not arrive is told on Monday.
TEST_F(Expiry, OneThatBeganOfAnOldConversationHasItsOwnDay)
{
    handOver();
    by({ActorKind::User, UserId {"u1"}, "Tom"}, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "Yes, on the roof", 0, 0, true}, usualLease).hasValue());
    });
    settle();
    const auto sid = messages().back().providerId;
    by({ActorKind::User, UserId {"u1"}, "Tom"}, [&](OpContext &op) { EXPECT_TRUE(claims.release(op, id, OwnerKind::Nobody, 0).hasValue()); });
    after(25h);
    ASSERT_EQ(stored().status, EscalationStatus::Expired) << "nobody waited, and nobody took it up";
    after(39h);
    smsStatus(sid, "undelivered", "30003");
    settle();
    ASSERT_TRUE(conversations()[0].waitingSince);
    ASSERT_TRUE(escalation(id));
    escalated = escalation(id)->id;
    after(1s);
    EXPECT_EQ(stored().status, EscalationStatus::Pending) << "they wait, and nobody was told";
    after(23h);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
    after(2h);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
}

TEST_F(Expiry, TheTimeIsASettingAndWhatComesLaterIsAnotherOne)
{
    config.escalationSilence = 10min;
    handOver();
    after(9min);
    EXPECT_EQ(stored().status, EscalationStatus::Pending);
    after(2min);
    EXPECT_EQ(stored().status, EscalationStatus::Expired);
    sms("There is a fire in the kitchen!", "SM2");
    settle();
    ASSERT_TRUE(escalation(id));
    EXPECT_NE(escalation(id)->id, escalated);
    EXPECT_EQ(conversations()[0].escalation->priority, 1);
}

} // namespace foredeck::tests
