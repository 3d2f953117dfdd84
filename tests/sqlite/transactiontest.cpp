#include "models/sqlite/transaction.h"
#include "tests/sqlite/scratch.h"

using namespace foredeck;
using namespace foredeck::sqlite;

namespace {

class TransactionTest : public Scratch {
protected:
    TransactionTest() : db(open(file("a.db"))) { must(db->execute("CREATE TABLE t (x INTEGER NOT NULL) STRICT")); }
    void insert(int x) { must(db->execute("INSERT INTO t VALUES (" + std::to_string(x) + ")")); }
    std::int64_t sum() { return integer(*db, "SELECT coalesce(sum(x), 0) FROM t"); }
    Transaction begin()
    {
        auto transaction = Transaction::begin(*db, Transaction::Kind::Write);
        EXPECT_TRUE(transaction.hasValue()) << transaction.error().detail;
        return std::move(transaction).value();
    }
    Savepoint savepoint()
    {
        auto part = Savepoint::begin(*db);
        EXPECT_TRUE(part.hasValue()) << part.error().detail;
        return std::move(part).value();
    }
    std::unique_ptr<Database> db;
};

} // namespace

TEST_F(TransactionTest, RollsBackUnlessCommitted)
{
    {
        auto transaction = begin();
        insert(1);
    }
    EXPECT_FALSE(db->inTransaction());
    EXPECT_EQ(sum(), 0);
    {
        auto transaction = begin();
        insert(2);
        must(transaction.commit());
    }
    EXPECT_EQ(sum(), 2);
}

TEST_F(TransactionTest, APartFailsAloneAndMayBeNested)
{
    auto transaction = begin();
    insert(1);
    {
        auto outer = savepoint();
        insert(10);
        {
            auto inner = savepoint();
            insert(100);
        }
        must(outer.release());
    }
    {
        auto part = savepoint();
        insert(1000);
    }
    must(transaction.commit());
    EXPECT_EQ(sum(), 11);
}

TEST_F(TransactionTest, AReadKeepsItsStateWhileOthersWrite)
{
    OpenOptions options;
    options.access = OpenOptions::Access::Read;
    auto reader = open(file("a.db"), options);
    auto reading = Transaction::begin(*reader, Transaction::Kind::Read);
    ASSERT_TRUE(reading.hasValue());
    EXPECT_EQ(integer(*reader, "SELECT count(*) FROM t"), 0);
    insert(1);
    EXPECT_EQ(integer(*reader, "SELECT count(*) FROM t"), 0);
    reading.value().rollback();
    EXPECT_EQ(integer(*reader, "SELECT count(*) FROM t"), 1);
}

TEST_F(TransactionTest, ACommitAfterTheWholeWasRolledBackIsAnError)
{
    auto transaction = begin();
    insert(1);
    must(db->execute("ROLLBACK"));
    const auto committed = transaction.commit();
    ASSERT_TRUE(committed.hasError());
    EXPECT_EQ(committed.error().kind, Error::Kind::Io);
    EXPECT_EQ(sum(), 0);
}
