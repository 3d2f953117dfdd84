#include "server/services/conversation/snoozeacts.h"
#include "tests/jobs/handovers.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// Whoever writes again after more than a day.
class DayLater : public HandOvers {
protected:
    Conversation stored(const ConversationId &id)
    {
        std::optional<Conversation> row;
        (void)store->read([&](Tx &tx) { row = ConversationRepository::byId(tx, client.id, id); });
        return row.value_or(Conversation {});
    }
    ConversationId other(const ConversationId &id)
    {
        const auto all = conversations();
        return all.at(0).id == id ? all.at(1).id : all.at(0).id;
    }
};

TEST_F(DayLater, ASnoozeIsOverWhenTheCustomerWrites)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    by(tom, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, id, {}).hasValue());
        EXPECT_TRUE(reply(op, id, {MessageId {op.op.value}, "I ask the harbour master and tell you on Thursday", 0, 0, true}, usualLease).hasValue());
        SnoozeRequest request;
        request.until = op.now + 72h;
        EXPECT_TRUE(snooze(op, id, request).hasValue());
    });
    drain();
    clock.advance(30h);
    sms("I land at nine, may I or not?", "SM2");
    settle();
    ASSERT_EQ(conversations().size(), 1u) << "it is what Tom has";
    EXPECT_NE(stored(id).status, ConversationStatus::Snoozed);
    EXPECT_TRUE(stored(id).waitingSince);
    EXPECT_EQ(messages(id).back().role, MessageRole::Lead) << "nobody else answers what Tom has promised";
}

TEST_F(DayLater, WhatThePersonHasGoesOnWithThem)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto id = conversations()[0].id;
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::User, UserId {"u1"}, "Tom"};
        c.status = ConversationStatus::Active;
    });
    clock.advance(49h);
    sms("And a pool?", "SM2");
    settle();
    EXPECT_EQ(conversations().size(), 1u);
    EXPECT_EQ(messages(id).at(2).text, "And a pool?");
    EXPECT_TRUE(awaitsPerson(stored(id))) << "and nobody else answers it";
}

TEST_F(DayLater, WhatNobodyHasBeginsAnew)
{
    sms("Do you have parking?", "SM1");
    settle();
    clock.advance(25h);
    sms("Do you have parking?", "SM2");
    settle();
    EXPECT_EQ(conversations().size(), 2u);
}

/// Meta counts from the customer's last words, wherever they stand.
TEST_F(DayLater, TheWindowIsTheCustomers)
{
    whatsApp("Do you have a helipad?", "wamid.1");
    settle();
    const auto old = conversations()[0].id;
    clock.advance(50h);
    whatsApp("Hello? Is anybody there about the helipad?", "wamid.2");
    settle();
    ASSERT_EQ(conversations().size(), 2u);
    EXPECT_EQ(stored(old).replyWindowUntil, stored(other(old)).replyWindowUntil);
    by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, old, {}).hasValue()); });
    sayAnyway(tom, old, "Yes, on the roof");
    drain();
    EXPECT_EQ(messages(old).back().delivery.state, DeliveryState::Sent) << messages(old).back().delivery.reason;
}

TEST_F(DayLater, WhatIsTakenFromTheAssistantHasTheCustomersWindow)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto old = conversations()[0].id;
    clock.advance(50h);
    whatsApp("Do you have breakfast?", "wamid.2");
    settle();
    ASSERT_EQ(conversations().size(), 2u);
    EXPECT_LT(*stored(old).replyWindowUntil, clock.now()) << "nobody looks at it";
    by(tom, [&](OpContext &op) { EXPECT_TRUE(claims.takeOver(op, old, {}).hasValue()); });
    EXPECT_EQ(stored(old).replyWindowUntil, stored(other(old)).replyWindowUntil);
}

TEST_F(DayLater, WhatIsReopenedHasTheCustomersWindow)
{
    whatsApp("Do you have parking?", "wamid.1");
    settle();
    const auto old = conversations()[0].id;
    by(tom, [&](OpContext &op) {
        EXPECT_TRUE(claims.takeOver(op, old, {}).hasValue());
        EndRequest request;
        request.override_ = true;
        EXPECT_TRUE(end(op, old, request).hasValue());
    });
    clock.advance(50h);
    whatsApp("Do you have breakfast?", "wamid.2");
    settle();
    ASSERT_EQ(conversations().size(), 2u);
    EXPECT_LT(*stored(old).replyWindowUntil, clock.now());
    by(tom, [&](OpContext &op) { EXPECT_TRUE(reopen(op, old, usualLease).hasValue()); });
    EXPECT_EQ(stored(old).replyWindowUntil, stored(other(old)).replyWindowUntil);
}

} // namespace foredeck::tests
