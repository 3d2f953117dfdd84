#include "server/storage/inboxrepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class InboxTest : public StoreTest {
protected:
    bool insert(const std::string &providerId, const std::string &channelId = "whatsapp")
    {
        InboxItem item;
        item.client = ClientId {"client"};
        item.channel = ChannelId {channelId};
        item.providerId = providerId;
        item.kind = "message";
        item.payload = R"({"text":"hello"})";
        item.receivedAt = clock.now();
        bool isNew = false;
        write([&](WriteTx &tx) { isNew = InboxRepository::insertIfNew(tx, item); });
        return isNew;
    }
    std::vector<InboxItem> next(std::int64_t after = 0, int limit = 100)
    {
        return get<std::vector<InboxItem>>([&](Tx &tx) { return InboxRepository::next(tx, after, clock.now(), limit); });
    }
    std::string waiting()
    {
        std::string joined;
        for (const auto &item : next())
            joined += item.providerId + " ";
        return joined;
    }
    std::int64_t removeDone()
    {
        std::int64_t removed = 0;
        write([&](WriteTx &tx) { removed = InboxRepository::removeDone(tx, clock.now(), 100); });
        return removed;
    }
};

} // namespace

TEST_F(InboxTest, TakesEachProviderIdOncePerChannelAndKeepsTheOrder)
{
    EXPECT_TRUE(insert("c"));
    EXPECT_TRUE(insert("a"));
    EXPECT_FALSE(insert("c"));
    EXPECT_TRUE(insert("c", "sms"));
    EXPECT_EQ(waiting(), "c a c ");
    const auto items = next();
    EXPECT_EQ(items[0].payload, R"({"text":"hello"})");
    EXPECT_EQ(items[0].receivedAt, clock.now());
    EXPECT_LT(items[0].row, items[1].row);
    EXPECT_EQ(next(items[1].row).size(), 1u);
    EXPECT_EQ(next(0, 2).size(), 2u);
}

TEST_F(InboxTest, RetriesWaitPoisonIsSetAsideAndDoneIsDone)
{
    insert("a");
    insert("b");
    insert("c");
    const auto items = next();
    write([&](WriteTx &tx) {
        InboxRepository::retry(tx, items[0].row, "no such luck", clock.now() + std::chrono::seconds {10});
        InboxRepository::poison(tx, items[1].row, "cannot be read", clock.now());
        InboxRepository::done(tx, items[2].row, clock.now());
    });
    EXPECT_EQ(waiting(), "");
    clock.advance(std::chrono::seconds {10});
    ASSERT_EQ(waiting(), "a ");
    EXPECT_EQ(next()[0].attempts, 1);
    EXPECT_EQ(next()[0].error, "no such luck");
    const auto poisoned = get<std::vector<InboxItem>>([](Tx &tx) { return InboxRepository::poisoned(tx, 10); });
    ASSERT_EQ(poisoned.size(), 1u);
    EXPECT_EQ(poisoned[0].error, "cannot be read");
    EXPECT_FALSE(insert("b")) << "what was set aside is known all the same";
    write([&](WriteTx &tx) { InboxRepository::retry(tx, items[2].row, "too late", clock.now()); });
    EXPECT_EQ(waiting(), "a ") << "what is done stays done";
}

TEST_F(InboxTest, WhatIsToBeKeptIsDoneAndStays)
{
    insert("a");
    insert("b");
    const auto items = next();
    write([&](WriteTx &tx) {
        InboxRepository::keep(tx, items[0].row, clock.now());
        InboxRepository::done(tx, items[0].row, clock.now());
        InboxRepository::done(tx, items[1].row, clock.now());
    });
    insert("c");
    clock.advance(std::chrono::hours {1});
    EXPECT_EQ(removeDone(), 1);
    EXPECT_FALSE(insert("a"));
    EXPECT_EQ(waiting(), "c ");
}

TEST_F(InboxTest, ARowsNumberIsNeverGivenAgain)
{
    insert("a");
    insert("b");
    const auto items = next();
    write([&](WriteTx &tx) {
        for (const auto &item : items)
            InboxRepository::done(tx, item.row, clock.now());
    });
    clock.advance(std::chrono::hours {1});
    EXPECT_EQ(removeDone(), 1);
    insert("c");
    EXPECT_GT(next()[0].row, items[1].row);
    EXPECT_EQ(removeDone(), 1);
    EXPECT_EQ(waiting(), "c ");
}
