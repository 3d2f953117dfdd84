#include "models/sqlite/migrations.h"
#include "models/sqlite/transaction.h"
#include "tests/sqlite/scratch.h"

#include <fstream>

using namespace foredeck;
using namespace foredeck::sqlite;

namespace {

const std::vector<Migration> one {{1, "start", "CREATE TABLE a (x INTEGER) STRICT; CREATE INDEX a_x ON a (x)"}};
const std::vector<Migration> two {one[0], {2, "more", "ALTER TABLE a ADD COLUMN y INTEGER; INSERT INTO a VALUES (1, 2)"}};
constexpr auto at = fromMs(1'763'647'331'042);

class MigrationsTest : public Scratch {
protected:
    static MigrationReport taken(Database &database, const std::vector<Migration> &steps)
    {
        const auto report = migrate(database, steps, at);
        EXPECT_TRUE(report.hasValue()) << report.error().detail;
        return report.valueOr({});
    }
    static Error::Kind refusal(Database &database, const std::vector<Migration> &steps)
    {
        const auto report = migrate(database, steps, at);
        EXPECT_TRUE(report.hasError());
        return report.hasError() ? report.error().kind : Error::Kind::Internal;
    }
};

} // namespace

TEST_F(MigrationsTest, TakesWhatIsMissingOnceAndCopiesBefore)
{
    auto database = open(file("a.db"));
    EXPECT_EQ(schemaVersion(*database).value(), 0);
    auto report = taken(*database, one);
    EXPECT_EQ(report.from, 0);
    EXPECT_EQ(report.to, 1);
    EXPECT_EQ(report.copy, "");
    must(database->execute("INSERT INTO a VALUES (7)"));

    report = taken(*database, two);
    EXPECT_EQ(report.from, 1);
    EXPECT_EQ(report.copy, database->path() + ".before-1");
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM a"), 2);
    EXPECT_EQ(taken(*database, two).from, 2);
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM a"), 2);
    EXPECT_EQ(schemaVersion(*database).value(), 2);

    auto before = open(file("a.db.before-1"));
    EXPECT_EQ(schemaVersion(*before).value(), 1);
    EXPECT_EQ(integer(*before, "SELECT x FROM a"), 7);
}

TEST_F(MigrationsTest, ACopyHasItsNameWhenItIsMarkedAndNotBefore)
{
    auto database = open(file("a.db"));
    taken(*database, one);
    const auto copy = database->path() + ".before-1";
    const auto refused = migrate(*database, two, at, Contents::Precious, [&](const std::string &path) -> Result<void> {
        EXPECT_TRUE(std::ifstream {path}.good());
        EXPECT_FALSE(std::ifstream {copy}.good());
        return Error::of(Error::Kind::Io, "no room");
    });
    ASSERT_TRUE(refused.hasError());
    EXPECT_FALSE(std::ifstream {copy}.good());
    EXPECT_FALSE(std::ifstream {copy + ".partial"}.good());
    EXPECT_EQ(schemaVersion(*database).value(), 1);
    const auto done = migrate(*database, two, at, Contents::Precious, [&](const std::string &path) { return open(path)->execute("INSERT INTO a VALUES (9)"); });
    ASSERT_TRUE(done.hasValue()) << done.error().detail;
    EXPECT_EQ(integer(*open(copy), "SELECT count(*) FROM a WHERE x = 9"), 1);
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM a WHERE x = 9"), 0);
}

TEST_F(MigrationsTest, CopiesNothingThatCanBeHadAgain)
{
    auto database = open(file("a.db"));
    taken(*database, one);
    must(database->execute("INSERT INTO a VALUES (7)"));
    const auto report = migrate(*database, two, at, Contents::Disposable);
    ASSERT_TRUE(report.hasValue());
    EXPECT_EQ(report.value().from, 1);
    EXPECT_EQ(report.value().copy, "");
    EXPECT_FALSE(std::ifstream {database->path() + ".before-1"}.good());
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM a"), 2);
}

TEST_F(MigrationsTest, RefusesANewerFileAndLeavesItAlone)
{
    auto database = open(file("a.db"));
    taken(*database, two);
    EXPECT_EQ(refusal(*database, one), Error::Kind::TooNew);
    EXPECT_EQ(schemaVersion(*database).value(), 2);
}

TEST_F(MigrationsTest, RefusesAStepThatWasEditedAndSomebodyElsesDatabase)
{
    auto database = open(file("a.db"));
    taken(*database, one);
    auto edited = one;
    edited[0].sql = "CREATE TABLE a (x INTEGER, z INTEGER) STRICT";
    EXPECT_EQ(refusal(*database, edited), Error::Kind::Corrupt);

    auto foreign = open(file("b.db"));
    must(foreign->execute("CREATE TABLE contacts (x INTEGER)"));
    EXPECT_EQ(refusal(*foreign, one), Error::Kind::Invalid);
}

TEST_F(MigrationsTest, AStepThatFailsLeavesNothingOfItself)
{
    auto database = open(file("a.db"));
    taken(*database, one);
    must(database->execute("INSERT INTO a VALUES (7)"));
    const std::vector<Migration> broken {one[0], {2, "broken", "CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"}};
    const auto report = migrate(*database, broken, at);
    ASSERT_TRUE(report.hasError());
    EXPECT_NE(report.error().detail.find("broken"), std::string::npos);
    EXPECT_FALSE(database->inTransaction());
    EXPECT_EQ(schemaVersion(*database).value(), 1);
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
    EXPECT_EQ(taken(*database, two).from, 1);
    EXPECT_EQ(integer(*database, "SELECT count(*) FROM a"), 2);
}

TEST_F(MigrationsTest, GoesOnAfterAnInterruptionBetweenTwoSteps)
{
    const std::vector<Migration> three {two[0], two[1], {3, "last", "CREATE TABLE c (x INTEGER) STRICT"}};
    auto broken = three;
    broken[2].sql = "CREATE TABLE";
    auto database = open(file("a.db"));
    taken(*database, one);
    EXPECT_TRUE(migrate(*database, broken, at).hasError());
    EXPECT_EQ(schemaVersion(*database).value(), 2);
    std::ofstream {database->path() + ".before-2.partial"} << "left by a program that was killed while copying";
    const auto report = taken(*database, three);
    EXPECT_EQ(report.from, 2);
    EXPECT_EQ(report.copy, database->path() + ".before-2");
    EXPECT_EQ(schemaVersion(*database).value(), 3);
}

TEST_F(MigrationsTest, NumbersRiseByOne)
{
    EXPECT_EQ(migrationsOf({{"0001_start", "a"}, {"0002_more", "b"}}).value()[1].name, "more");
    EXPECT_TRUE(migrationsOf({{"0001_start", "a"}, {"0003_more", "b"}}).hasError());
    EXPECT_TRUE(migrationsOf({{"start", "a"}}).hasError());
}
