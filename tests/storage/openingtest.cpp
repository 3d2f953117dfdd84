#include "models/sqlite/database.h"
#include "models/sqlite/migrations.h"
#include "server/storage/eventrepository.h"
#include "server/storage/metarepository.h"
#include "storagemigrations.h"
#include "tests/storage/storefixture.h"

#include <fstream>
#include <iterator>

using namespace foredeck;

namespace {

class OpeningTest : public StoreTest {
protected:
    std::unique_ptr<sqlite::Database> raw(const std::string &path)
    {
        auto database = sqlite::Database::open(path, {});
        EXPECT_TRUE(database.hasValue()) << database.error().detail;
        return std::move(database).value();
    }
    std::string value(const std::string &name)
    {
        return get<std::string>([&](Tx &tx) { return MetaRepository::get(tx, name).value_or("nothing"); });
    }
};

} // namespace

TEST_F(OpeningTest, TheLastMigrationIsTheVersionOfTheProgramAndOfTheFile)
{
    const auto steps = sqlite::migrationsOf(migrations::all());
    ASSERT_TRUE(steps.hasValue()) << steps.error().detail;
    EXPECT_EQ(steps.value().back().number, SqliteStore::schemaVersion);
    closeStore();
    EXPECT_EQ(sqlite::schemaVersion(*raw(file("store.db"))).value(), SqliteStore::schemaVersion);
}

// Rows of version 1 whose text went on beyond a message: their rest stands nowhere else.
TEST_F(OpeningTest, TheSecondStepKeepsWhatHoldsTheRestOfAText)
{
    const auto steps = sqlite::migrationsOf(migrations::all()).value();
    {
        auto database = raw(file("first.db"));
        ASSERT_TRUE(sqlite::migrate(*database, {steps[0]}, clock.now()).hasValue());
        const auto row = [&](const std::string &id, const std::string &payload) {
            const auto done = database->execute("INSERT INTO inbox (client_id, channel_id, provider_id, kind, payload, received_at, state, attempts, retry_at, error, done_at) "
                                                "VALUES ('c', 'd', '" + id + "', 'message', '" + payload + "', 0, 'done', 0, 0, '', 1)");
            EXPECT_TRUE(done.hasValue());
        };
        row("long", R"({"text":"a","rest":"b"})");
        row("short", R"({"text":"a","rest":""})");
        row("quoted", R"({"text":"\"rest\":\"b","rest":""})");
        row("last", "{}");
        ASSERT_TRUE(sqlite::migrate(*database, steps, clock.now()).hasValue());
    }
    auto database = raw(file("first.db"));
    auto kept = database->statement("SELECT provider_id FROM inbox WHERE state = 'kept'");
    ASSERT_TRUE(kept.hasValue());
    ASSERT_TRUE(kept.value().step().valueOr(false));
    EXPECT_EQ(kept.value().text(0), "long");
    EXPECT_FALSE(kept.value().step().valueOr(true)) << kept.value().text(0);
}

// A store of version 2, in which the view "waiting" went by the status alone.
TEST_F(OpeningTest, TheThirdStepKnowsWhoWaitsForAPerson)
{
    const auto steps = sqlite::migrationsOf(migrations::all()).value();
    auto database = raw(file("second.db"));
    ASSERT_TRUE(sqlite::migrate(*database, {steps[0], steps[1]}, clock.now()).hasValue());
    const auto row = [&](const std::string &id, const std::string &status, const std::string &owner, const std::string &since) {
        const auto done = database->execute("INSERT INTO conversation VALUES ('c', '" + id + "', 'l', 'd', 'sms', '" + status + "', "
            + (status == "ended" ? "1" : "0") + ", 0, '" + owner + "', '', 1, 0, 0, NULL, 0, 1, '{\"waiting_since\":" + since + "}')");
        EXPECT_TRUE(done.hasValue());
    };
    const std::string time = "\"2026-11-28T15:05:00.000Z\"";
    row("a-handed-over", "waiting_human", "nobody", "null");
    row("b-taken-over", "active", "user", time);
    row("c-answered", "active", "user", "null");
    row("d-assistant", "active", "assistant", time);
    row("e-snoozed", "snoozed", "user", time);
    row("f-ended", "ended", "user", time);
    row("g-free", "active", "nobody", time);
    ASSERT_TRUE(sqlite::migrate(*database, {steps[0], steps[1], steps[2]}, clock.now()).hasValue());
    auto waiting = database->statement("SELECT group_concat(id, ' ') FROM (SELECT id FROM conversation WHERE waiting = 1 ORDER BY id)");
    ASSERT_TRUE(waiting.hasValue());
    ASSERT_TRUE(waiting.value().step().valueOr(false));
    EXPECT_EQ(waiting.value().text(0), "a-handed-over b-taken-over g-free");
}

TEST_F(OpeningTest, KeepsItsIdAndItsEpoch)
{
    const auto id = store->serverId();
    const auto epoch = store->epoch();
    EXPECT_TRUE(isUuid(id));
    EXPECT_TRUE(isUuid(epoch));
    EXPECT_NE(id, epoch);
    openStore();
    EXPECT_EQ(store->serverId(), id);
    EXPECT_EQ(store->epoch(), epoch);
}

TEST_F(OpeningTest, ANewerStoreIsRefusedAndLeftAlone)
{
    closeStore();
    const auto tomorrow = std::to_string(SqliteStore::schemaVersion + 1);
    ASSERT_TRUE(raw(file("store.db"))->execute("INSERT INTO migration VALUES (" + tomorrow + ", 'of tomorrow', 'x', 0)").hasValue());
    EXPECT_EQ(kindOfOpening(file("store.db")), Error::Kind::TooNew);
    EXPECT_EQ(sqlite::schemaVersion(*raw(file("store.db"))).value(), SqliteStore::schemaVersion + 1);
}

TEST_F(OpeningTest, ADamagedFileIsCorrupt)
{
    std::ofstream {file("noise.db")} << std::string(20000, 'n');
    EXPECT_EQ(kindOfOpening(file("noise.db")), Error::Kind::Corrupt);

    write([](WriteTx &tx) {
        for (int i = 0; i < 500; ++i)
            MetaRepository::set(tx, "name " + std::to_string(i), std::string(200, 'x'));
    });
    // As a crash leaves it: the log beside the file, and pages of the file damaged.
    ASSERT_TRUE(store->backup(file("copy.db")).hasValue());
    auto other = raw(file("copy.db"));
    ASSERT_TRUE(other->execute("INSERT INTO meta VALUES ('late', x'00')").hasValue());
    std::filesystem::copy_file(file("copy.db"), file("crashed.db"));
    std::filesystem::copy_file(file("copy.db-wal"), file("crashed.db-wal"));
    std::fstream pages {file("crashed.db"), std::ios::in | std::ios::out | std::ios::binary};
    for (int page = 3; page < 12; ++page) {
        pages.seekp(page * 4096);
        pages << std::string(4096, '\x55');
    }
    pages.close();
    EXPECT_EQ(kindOfOpening(file("crashed.db")), Error::Kind::Corrupt);
}

TEST_F(OpeningTest, SomebodyElsesDatabaseAndAFolderThatIsNotThereAreRefused)
{
    ASSERT_TRUE(raw(file("foreign.db"))->execute("CREATE TABLE contacts (x); PRAGMA journal_mode = DELETE").hasValue());
    const auto bytes = [this] {
        std::ifstream foreign {file("foreign.db"), std::ios::binary};
        return std::string {std::istreambuf_iterator<char> {foreign}, {}};
    };
    const auto before = bytes();
    EXPECT_EQ(kindOfOpening(file("foreign.db")), Error::Kind::Invalid);
    EXPECT_TRUE(bytes() == before) << "nothing was written to it";
    EXPECT_EQ(kindOfOpening(file("absent/store.db")), Error::Kind::Io);
}

TEST_F(OpeningTest, ABackupIsWholeAndGoesOnUnderAnotherEpoch)
{
    const auto id = store->serverId();
    const auto epoch = store->epoch();
    write([](WriteTx &tx) {
        MetaRepository::set(tx, "x", "before");
        Event event;
        event.stream = "s";
        event.data = "{}";
        tx.append(std::move(event));
    });
    ASSERT_TRUE(store->backup(file("backup.db")).hasValue());
    EXPECT_TRUE(store->backup(file("backup.db")).hasError()) << "never over a file";
    EXPECT_FALSE(std::filesystem::exists(file("backup.db.partial")));
    write([](WriteTx &tx) { MetaRepository::set(tx, "x", "after"); });
    openStore();
    EXPECT_EQ(store->epoch(), epoch);

    SqliteStoreConfig restored;
    restored.path = file("backup.db");
    openStore(restored);
    EXPECT_EQ(value("x"), "before");
    EXPECT_EQ(store->serverId(), id);
    const auto newEpoch = store->epoch();
    EXPECT_NE(newEpoch, epoch);
    EXPECT_EQ(get<StreamMark>([](Tx &tx) { return EventRepository::mark(tx, "s"); }).head, 1);
    openStore(restored);
    EXPECT_EQ(store->epoch(), newEpoch) << "once only";
}

// As a kill leaves it, after each of the renames of which restore() is made.
TEST_F(OpeningTest, ARestoreThatWasEndedInTheMiddleGoesOn)
{
    closeStore();
    namespace fs = std::filesystem;
    const auto put = [&](const std::string &at, const std::string &text) { std::ofstream {file(at)} << text; };
    const auto held = [&](const std::string &at) {
        std::ifstream in {file(at)};
        return std::string {std::istreambuf_iterator<char> {in}, {}};
    };
    for (int moved = 0; moved <= 3; ++moved) {
        const auto name = "s" + std::to_string(moved) + ".db";
        const auto aside = name + ".replaced-1795000000002";
        put(name + ".replaced-1795000000001", "older");
        put(name + ".replaced-1795000000001-wal", "older log");
        put((moved > 0 ? aside : name), "old");
        put((moved > 1 ? aside : name) + "-wal", "old log");
        put((moved > 2 ? aside : name) + "-shm", "old index");
        put(name + ".restoring", "copy");
        ASSERT_TRUE(SqliteStore::endRestore(file(name)).hasValue());
        EXPECT_FALSE(fs::exists(file(name + ".restoring")));
        EXPECT_EQ(held(name), moved > 0 ? "copy" : "old");
        EXPECT_EQ(fs::exists(file(name + "-wal")), moved == 0);
        EXPECT_EQ(fs::exists(file(name + "-shm")), moved == 0);
        EXPECT_EQ(held(aside + "-wal"), moved > 0 ? "old log" : "");
        EXPECT_EQ(held(name + ".replaced-1795000000001-wal"), "older log");
        ASSERT_TRUE(SqliteStore::endRestore(file(name)).hasValue());
        EXPECT_EQ(held(name), moved > 0 ? "copy" : "old");
    }
}

TEST_F(OpeningTest, WhatARestoreMovesAsideStandsBehindWhatAClockThatWasAheadMoved)
{
    ASSERT_TRUE(store->backup(file("backup.db")).hasValue());
    closeStore();
    const auto ahead = file("old.db.replaced-4000000000000");
    std::ofstream {file("old.db")} << "old";
    std::ofstream {ahead} << "older";
    const auto aside = SqliteStore::restore(file("backup.db"), file("old.db"), fromMs(1'795'000'000'000));
    ASSERT_TRUE(aside.hasValue()) << aside.error().detail;
    EXPECT_EQ(aside.value(), file("old.db.replaced-4000000000001")) << "one that was ended in the middle would be taken for the newest";
    EXPECT_EQ(std::filesystem::file_size(ahead), 5u);
}

// As a kill in the middle of a long step leaves it: the copy of before must not go on as if it were the store itself.
TEST_F(OpeningTest, TheCopyOfBeforeAStepIsKnownForOneThoughTheStepDidNotEnd)
{
    closeStore();
    const auto last = std::to_string(SqliteStore::schemaVersion);
    ASSERT_TRUE(raw(file("store.db"))->execute("DELETE FROM migration WHERE number = " + last).hasValue()); // what it made is there, so that it fails
    kindOfOpening(file("store.db"));
    const auto copy = file("store.db.before-" + std::to_string(SqliteStore::schemaVersion - 1));
    ASSERT_TRUE(std::filesystem::exists(copy));
    EXPECT_FALSE(std::filesystem::exists(copy + ".partial"));
    auto database = raw(copy);
    auto marks = database->statement("SELECT count(*) FROM meta WHERE name = 'is_copy'");
    ASSERT_TRUE(marks.hasValue());
    ASSERT_TRUE(marks.value().step().valueOr(false));
    EXPECT_EQ(marks.value().integer(0), 1);
}
