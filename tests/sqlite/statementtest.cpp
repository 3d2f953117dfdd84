#include "tests/sqlite/scratch.h"

using namespace foredeck;
using namespace foredeck::sqlite;

namespace {

class StatementTest : public Scratch {
protected:
    StatementTest() : db(open(file("a.db"))) { must(db->execute("CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB) STRICT")); }
    Statement prepare(std::string_view text)
    {
        auto statement = db->statement(text);
        EXPECT_TRUE(statement.hasValue()) << statement.error().detail;
        return std::move(statement).value();
    }
    std::unique_ptr<Database> db;
};

constexpr std::string_view insertAll = "INSERT INTO t (a, b, c, d) VALUES (:a, :b, :c, :d)";

} // namespace

TEST_F(StatementTest, BindsByNameAndGivesEveryTypeBack)
{
    const std::string text {"nul \0 inside, ünïcode", 24};
    const std::string bytes {"\x00\xff\x7f", 3};
    auto insert = prepare(insertAll);
    const auto changed = insert.bindBytes("d", bytes).bind("c", text).bind("a", std::int64_t {1} << 62).bind("b", 0.1).run();
    ASSERT_TRUE(changed.hasValue()) << changed.error().detail;
    EXPECT_EQ(changed.value(), 1);

    auto select = prepare("SELECT a, b, c, d FROM t");
    ASSERT_TRUE(select.step().value());
    EXPECT_EQ(select.integer(0), std::int64_t {1} << 62);
    EXPECT_EQ(select.real(1), 0.1);
    EXPECT_EQ(select.text(2), text);
    EXPECT_EQ(select.bytes(3), bytes);
    EXPECT_FALSE(select.step().value());
    EXPECT_EQ(select.changes(), 0);
}

TEST_F(StatementTest, AnEmptyTextIsNotNullAndNullIsNotEmpty)
{
    auto insert = prepare(insertAll);
    ASSERT_TRUE(insert.bind("a", std::optional<std::int64_t> {}).bindNull("b").bind("c", std::string_view {}).bindBytes("d", {}).run().hasValue());
    auto select = prepare("SELECT a, b, c, d FROM t");
    ASSERT_TRUE(select.step().value());
    EXPECT_TRUE(select.isNull(0));
    EXPECT_TRUE(select.isNull(1));
    EXPECT_FALSE(select.isNull(2));
    EXPECT_FALSE(select.isNull(3));
    EXPECT_EQ(select.text(2), "");
    EXPECT_EQ(select.text(0), "");
}

TEST_F(StatementTest, ABindThatIsLeftOutOrUnknownIsAnError)
{
    {
        auto insert = prepare(insertAll);
        const auto changed = insert.bind("a", 1).bind("b", 1.0).bind("c", "x").run();
        ASSERT_TRUE(changed.hasError());
        EXPECT_NE(changed.error().detail.find(":d"), std::string::npos);
    }
    auto insert = prepare(insertAll);
    EXPECT_TRUE(insert.bind("a", 1).bind("b", 1.0).bind("c", "x").bindNull("d").bind("e", 1).run().hasError());
    EXPECT_EQ(integer(*db, "SELECT count(*) FROM t"), 0);
}

TEST_F(StatementTest, BindsDoNotLeakIntoTheNextUse)
{
    ASSERT_TRUE(prepare(insertAll).bind("a", 1).bind("b", 1.0).bind("c", "x").bindNull("d").run().hasValue());
    EXPECT_TRUE(prepare(insertAll).bind("a", 2).run().hasError());
}

TEST_F(StatementTest, TheSameTextMayRunInsideItself)
{
    must(db->execute("INSERT INTO t (a) VALUES (1), (2), (3)"));
    constexpr std::string_view all = "SELECT a FROM t ORDER BY a";
    int pairs = 0;
    auto outer = prepare(all);
    while (outer.step().value()) {
        auto inner = prepare(all);
        while (inner.step().value())
            ++pairs;
    }
    EXPECT_EQ(pairs, 9);
}

TEST_F(StatementTest, GivesUpTheOldestWhenThereAreTooMany)
{
    OpenOptions options;
    options.statements = 4;
    auto small = open(file("b.db"), options);
    auto held = small->statement("SELECT 'held'");
    ASSERT_TRUE(held.hasValue() && held.value().step().value());
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 50; ++i)
            EXPECT_EQ(integer(*small, "SELECT " + std::to_string(i)), i);
    }
    EXPECT_EQ(held.value().text(0), "held");
}

TEST_F(StatementTest, RefusesSeveralStatementsAndNone)
{
    EXPECT_TRUE(db->statement("SELECT 1; DELETE FROM t").hasError());
    EXPECT_TRUE(db->statement(" -- nothing\n").hasError());
    EXPECT_TRUE(db->statement("SELECT 1;\n").hasValue());
    EXPECT_TRUE(db->statement("SELEKT").hasError());
}

TEST_F(StatementTest, AViolatedConstraintIsAConflictAndResettable)
{
    must(db->execute("CREATE UNIQUE INDEX u ON t (a)"));
    auto insert = prepare(insertAll);
    insert.bind("a", 1).bind("b", 1.0).bind("c", "x").bindNull("d");
    EXPECT_EQ(insert.run().value(), 1);
    insert.reset();
    const auto again = insert.run();
    ASSERT_TRUE(again.hasError());
    EXPECT_EQ(again.error().kind, Error::Kind::Conflict);
    insert.reset();
    EXPECT_EQ(insert.bind("a", 2).run().value(), 1);
}

TEST_F(StatementTest, OutlivesAChangeOfTheSchema)
{
    const auto insert = [&](int a) { return prepare(insertAll).bind("a", a).bind("b", 1.0).bind("c", "x").bindNull("d").run(); };
    EXPECT_EQ(insert(1).value(), 1);
    must(db->execute("ALTER TABLE t ADD COLUMN e INTEGER"));
    EXPECT_EQ(insert(2).value(), 1);
    EXPECT_EQ(insert(3).value(), 1);
}
