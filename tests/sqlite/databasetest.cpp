#include "tests/sqlite/scratch.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <sys/stat.h>

using namespace foredeck;
using namespace foredeck::sqlite;

namespace {

class DatabaseTest : public Scratch {
protected:
    static OpenOptions reading()
    {
        OpenOptions options;
        options.access = OpenOptions::Access::Read;
        return options;
    }
    static std::string pragma(Database &database, const std::string &name)
    {
        auto statement = database.statement("PRAGMA " + name);
        EXPECT_TRUE(statement.hasValue() && statement.value().step().hasValue());
        return std::string {statement.value().text(0)};
    }
    static Error::Kind kindOfOpening(const std::string &path, const OpenOptions &options = {})
    {
        const auto database = Database::open(path, options);
        EXPECT_TRUE(database.hasError());
        return database.hasError() ? database.error().kind : Error::Kind::Internal;
    }
};

} // namespace

TEST_F(DatabaseTest, SetsItsPragmasAndIsItsOwnersAlone)
{
    auto database = open(file("a.db"));
    must(database->execute("CREATE TABLE t (x INTEGER) STRICT"));
    EXPECT_EQ(pragma(*database, "journal_mode"), "wal");
    EXPECT_EQ(pragma(*database, "synchronous"), "2");
    EXPECT_EQ(pragma(*database, "secure_delete"), "1");
    EXPECT_EQ(pragma(*database, "wal_autocheckpoint"), "1000");
    for (const auto *suffix : {"", "-wal", "-shm"}) {
        struct stat info { };
        ASSERT_EQ(::stat((file("a.db") + suffix).c_str(), &info), 0) << suffix;
        EXPECT_EQ(info.st_mode & 0777, 0600u) << suffix;
    }

    OpenOptions quick;
    quick.sync = OpenOptions::Sync::Normal;
    quick.secureDelete = false;
    quick.autoCheckpoint = 0;
    auto other = open(file("b.db"), quick);
    EXPECT_EQ(pragma(*other, "synchronous"), "1");
    EXPECT_EQ(pragma(*other, "secure_delete"), "0");
    EXPECT_EQ(pragma(*other, "wal_autocheckpoint"), "0");
}

TEST_F(DatabaseTest, AReaderSeesButNeitherWritesNorCheckpoints)
{
    auto writer = open(file("a.db"));
    must(writer->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)"));
    auto reader = open(file("a.db"), reading());
    EXPECT_EQ(pragma(*reader, "wal_autocheckpoint"), "0");
    EXPECT_EQ(integer(*reader, "SELECT x FROM t"), 7);
    const auto written = reader->execute("INSERT INTO t VALUES (8)");
    ASSERT_TRUE(written.hasError());
    EXPECT_EQ(written.error().kind, Error::Kind::Io);
    const auto logBefore = std::filesystem::file_size(file("a.db-wal"));
    EXPECT_GT(logBefore, 0u);
    reader.reset();
    EXPECT_EQ(std::filesystem::file_size(file("a.db-wal")), logBefore);
}

TEST_F(DatabaseTest, TheLastReaderLeavesTheLogAlone)
{
    auto writer = open(file("a.db"));
    must(writer->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (7)"));
    auto reader = open(file("a.db"), reading());
    EXPECT_EQ(integer(*reader, "SELECT x FROM t"), 7);
    std::filesystem::copy_file(file("a.db"), file("copy.db"));
    std::filesystem::copy_file(file("a.db-wal"), file("copy.db-wal"));
    auto alone = open(file("copy.db"), reading());
    EXPECT_EQ(integer(*alone, "SELECT x FROM t"), 7);
    alone.reset();
    EXPECT_GT(std::filesystem::file_size(file("copy.db-wal")), 0u);
}

TEST_F(DatabaseTest, RefusesLinksFoldersAndWhatIsNotThere)
{
    open(file("real.db"));
    std::filesystem::create_symlink(file("real.db"), file("link.db"));
    EXPECT_EQ(kindOfOpening(file("link.db")), Error::Kind::Io);
    std::filesystem::create_hard_link(file("real.db"), file("second.db"));
    EXPECT_EQ(kindOfOpening(file("second.db")), Error::Kind::Io);
    EXPECT_EQ(kindOfOpening(file("real.db")), Error::Kind::Io);
    std::filesystem::create_directory(file("folder.db"));
    EXPECT_EQ(kindOfOpening(file("folder.db")), Error::Kind::Io);
    EXPECT_EQ(kindOfOpening(file("absent/a.db")), Error::Kind::Io);
    OpenOptions there;
    there.access = OpenOptions::Access::Write;
    EXPECT_EQ(kindOfOpening(file("absent.db"), there), Error::Kind::Io);
    EXPECT_FALSE(std::filesystem::exists(file("absent.db")));
}

TEST_F(DatabaseTest, AFolderAboveMayBeALink)
{
    std::filesystem::create_directory(file("real"));
    std::filesystem::create_directory_symlink(file("real"), file("link"));
    EXPECT_NE(open(file("link/a.db")), nullptr);
    EXPECT_TRUE(std::filesystem::exists(file("real/a.db")));
}

TEST_F(DatabaseTest, DamageIsToldAsSuch)
{
    std::ofstream {file("text.db")} << std::string(5000, 'x');
    EXPECT_EQ(kindOfOpening(file("text.db")), Error::Kind::Corrupt);

    {
        auto database = open(file("a.db"));
        must(database->execute("CREATE TABLE t (x TEXT) STRICT; CREATE INDEX i ON t (x)"));
        for (int i = 0; i < 2000; ++i)
            must(database->execute("INSERT INTO t VALUES ('row " + std::to_string(i) + "')"));
        must(database->quickCheck());
    }
    std::fstream raw {file("a.db"), std::ios::in | std::ios::out | std::ios::binary};
    for (const int page : {2, 3, 4, 5}) {
        raw.seekp(page * 4096 + 8);
        raw << std::string(200, '\x5a');
    }
    raw.close();
    auto damaged = Database::open(file("a.db"), {});
    if (damaged.hasValue()) {
        const auto checked = damaged.value()->quickCheck();
        ASSERT_TRUE(checked.hasError());
        EXPECT_EQ(checked.error().kind, Error::Kind::Corrupt);
    } else {
        EXPECT_EQ(damaged.error().kind, Error::Kind::Corrupt);
    }
}

TEST_F(DatabaseTest, CopiesWhileOthersWriteAndNeverOverAFile)
{
    auto writer = open(file("a.db"));
    must(writer->execute("CREATE TABLE t (x INTEGER) STRICT; INSERT INTO t VALUES (1)"));
    auto reader = open(file("a.db"), reading());
    must(reader->copyTo(file("copy.db")));
    must(writer->execute("INSERT INTO t VALUES (2)"));
    const auto again = reader->copyTo(file("copy.db"));
    ASSERT_TRUE(again.hasError());
    EXPECT_EQ(again.error().kind, Error::Kind::Io);
    EXPECT_FALSE(std::filesystem::exists(file("copy.db-wal")));
    auto copy = open(file("copy.db"));
    EXPECT_EQ(integer(*copy, "SELECT count(*) FROM t"), 1);
    must(copy->quickCheck());
}

TEST_F(DatabaseTest, CheckpointsWhenTold)
{
    OpenOptions options;
    options.autoCheckpoint = 0;
    auto database = open(file("a.db"), options);
    must(database->execute("CREATE TABLE t (x TEXT) STRICT"));
    for (int i = 0; i < 50; ++i)
        must(database->execute("INSERT INTO t VALUES ('" + std::string(4000, 'x') + "')"));
    EXPECT_GT(database->walPages(), 50);
    const auto passive = database->checkpoint(Database::Checkpoint::Passive);
    ASSERT_TRUE(passive.hasValue());
    EXPECT_EQ(passive.value(), 0);
    ASSERT_TRUE(database->checkpoint(Database::Checkpoint::Truncate).hasValue());
    EXPECT_EQ(std::filesystem::file_size(file("a.db-wal")), 0u);
}

TEST_F(DatabaseTest, ALockOfSomebodyElseIsBusy)
{
    OpenOptions impatient;
    impatient.busyTimeout = std::chrono::milliseconds {0};
    auto one = open(file("a.db"), impatient);
    auto two = open(file("a.db"), impatient);
    must(one->execute("CREATE TABLE t (x INTEGER) STRICT; BEGIN IMMEDIATE"));
    const auto refused = two->execute("BEGIN IMMEDIATE");
    ASSERT_TRUE(refused.hasError());
    EXPECT_EQ(refused.error().kind, Error::Kind::Busy);
}

TEST_F(DatabaseTest, AFullDiskIsIo)
{
    auto database = open(file("a.db"));
    must(database->execute("CREATE TABLE t (x TEXT) STRICT; PRAGMA max_page_count = 4"));
    const auto refused = database->execute("INSERT INTO t VALUES ('" + std::string(40000, 'x') + "')");
    ASSERT_TRUE(refused.hasError());
    EXPECT_EQ(refused.error().kind, Error::Kind::Io);
}

TEST_F(DatabaseTest, AnInterruptCancelsWhatRuns)
{
    auto database = open(file("a.db"));
    // Prepared before anybody interrupts: preparing is work as well, and an interrupt cancels that too.
    auto endless = database->statement("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");
    ASSERT_TRUE(endless.hasValue());
    std::atomic<bool> ended {false};
    std::thread other {[&] {
        while (!ended)
            database->interrupt();
    }};
    const auto row = endless.value().step();
    ended = true;
    other.join();
    ASSERT_TRUE(row.hasError());
    EXPECT_EQ(row.error().kind, Error::Kind::Cancelled);
}
