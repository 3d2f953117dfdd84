#include "server/storage/sqlite/sqlitestore.h"

#include "models/core/id.h"
#include "models/sqlite/migrations.h"
#include "models/sqlite/transaction.h"
#include "server/storage/jobrepository.h"
#include "server/storage/metarepository.h"
#include "server/storage/sqlite/batchwriter.h"
#include "server/storage/sqlite/readerpool.h"
#include "server/storage/sqlite/sqlitetx.h"
#include "storagemigrations.h"

#include <charconv>
#include <filesystem>
#include <future>

namespace foredeck {

namespace {

// Set in a copy: whoever opens it goes on with a log that is another one from here on.
constexpr std::string_view copyMark = "is_copy";
// After a crash the file is looked through before it is used; a very large one is trusted to the write-ahead log.
constexpr std::uintmax_t checkedBytes = 256 * 1024 * 1024;

template <class Work>
Result<void> inOneTransaction(sqlite::Database &database, const Work &work)
{
    auto transaction = sqlite::Transaction::begin(database, sqlite::Transaction::Kind::Write);
    if (transaction.hasError())
        return std::move(transaction).error();
    SqliteTx tx {database};
    tx.perform(work);
    if (tx.error())
        return *tx.error();
    return transaction.value().commit();
}

bool wasNotClosed(const std::string &path)
{
    std::error_code failure;
    const auto log = std::filesystem::file_size(path + "-wal", failure);
    return !failure && log > 0;
}

Result<void> checkAfterCrash(sqlite::Database &database)
{
    std::error_code failure;
    const auto size = std::filesystem::file_size(database.path(), failure);
    return failure || size > checkedBytes ? Result<void> {} : database.quickCheck();
}

Result<void> markCopy(const std::string &path)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Write;
    auto copy = sqlite::Database::open(path, options);
    if (copy.hasError())
        return std::move(copy).error();
    return inOneTransaction(*copy.value(), [](WriteTx &tx) { MetaRepository::set(tx, copyMark, "yes"); });
}

// A copy gets its name last: neither half of one nor one that takes itself for the original may be found under it.
Result<void> copyMarked(sqlite::Database &database, const std::string &path)
{
    std::error_code failure;
    if (std::filesystem::symlink_status(path, failure).type() != std::filesystem::file_type::not_found)
        return Error::of(Error::Kind::Io, path + ": is there already");
    const auto partial = path + ".partial";
    std::filesystem::remove(partial, failure);
    auto done = database.copyTo(partial);
    if (done.hasValue())
        done = markCopy(partial);
    if (done.hasValue()) {
        std::filesystem::rename(partial, path, failure);
        if (failure)
            done = Error::of(Error::Kind::Io, path + ": " + failure.message());
    }
    if (done.hasError())
        std::filesystem::remove(partial, failure);
    return done;
}

struct Identity {
    std::string serverId;
    std::string epoch;
};

Result<Identity> identify(sqlite::Database &database, const std::vector<std::string> &onceOnly, Timestamp now)
{
    Identity identity;
    const auto done = inOneTransaction(database, [&](WriteTx &tx) {
        if (MetaRepository::get(tx, copyMark)) {
            MetaRepository::remove(tx, copyMark);
            MetaRepository::remove(tx, "epoch");
            MetaRepository::set(tx, restoredAfter, makeUuid(now));
            for (const auto &queue : onceOnly)
                JobRepository::interruptAll(tx, queue, now);
        }
        identity.serverId = MetaRepository::setIfAbsent(tx, "server_id", makeUuid(now));
        identity.epoch = MetaRepository::setIfAbsent(tx, "epoch", makeUuid(now));
    });
    if (done.hasError())
        return done.error();
    return identity;
}

Result<void> migrateStore(sqlite::Database &database, Timestamp now)
{
    const auto steps = sqlite::migrationsOf(migrations::all());
    if (steps.hasError())
        return steps.error();
    const auto report = sqlite::migrate(database, steps.value(), now, sqlite::Contents::Precious, markCopy);
    return report.hasError() ? Result<void> {report.error()} : Result<void> {};
}

// A file that is there and has none of our tables is no new store: whoever served it would begin another life in its place. Asked
// before it is opened to write: that alone would make it one in write-ahead mode.
Result<void> checkIsOurs(const std::string &path)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    const auto database = sqlite::Database::open(path, options);
    if (database.hasError())
        return database.error();
    const auto version = sqlite::schemaVersion(*database.value());
    if (version.hasError())
        return version.error();
    return version.value() > 0 ? Result<void> {} : Error::of(Error::Kind::Corrupt, database.value()->path() + " is no store of foredeckd; put a copy in its place with `foredeckd restore`");
}

// Before anything is put in its place.
Result<void> checkIsStore(sqlite::Database &database)
{
    if (const auto whole = database.quickCheck(); whole.hasError())
        return whole;
    const auto version = sqlite::schemaVersion(database);
    if (version.hasError())
        return version.error();
    if (version.value() > SqliteStore::schemaVersion)
        return Error::of(Error::Kind::TooNew, database.path() + " is of version " + std::to_string(version.value()) + "; this program knows "
            + std::to_string(SqliteStore::schemaVersion));
    SqliteTx tx {database};
    bool isStore = false;
    tx.perform([&](WriteTx &read) { isStore = version.value() > 0 && MetaRepository::get(read, "server_id").has_value(); });
    return isStore && !tx.error() ? Result<void> {} : Error::of(Error::Kind::Corrupt, database.path() + " is no store of foredeckd");
}

std::string readyFor(const std::string &store) { return store + ".restoring"; }

// The store goes first: whoever finds none, but a copy that is ready, knows that it was ended in the middle of this (endRestore).
Result<bool> moveAside(const std::string &store, const std::string &aside)
{
    std::error_code failure;
    bool wasThere = false;
    for (const std::string suffix : {"", "-wal", "-shm"}) {
        if (!std::filesystem::exists(store + suffix, failure))
            continue;
        if (std::filesystem::exists(aside + suffix, failure)) // somebody's last copy
            return Error::of(Error::Kind::Io, aside + suffix + ": is there already");
        std::filesystem::rename(store + suffix, aside + suffix, failure);
        if (failure)
            return Error::of(Error::Kind::Io, store + suffix + ": " + failure.message());
        wasThere = true;
    }
    return wasThere;
}

// The last one that was moved aside; what its log is called then, too.
std::string newestAside(const std::string &store)
{
    const auto begin = store + ".replaced-";
    std::string newest = begin + "0";
    std::error_code failure;
    for (std::filesystem::directory_iterator file {std::filesystem::path {store}.parent_path(), failure}, end; !failure && file != end; file.increment(failure)) {
        const auto one = file->path().string();
        if (one.rfind(begin, 0) == 0 && one.find('-', begin.size()) == std::string::npos)
            newest = std::max(newest, one);
    }
    return newest;
}

// Newer than all others, also those that were named by a clock that was ahead: it is found by that.
std::string nextAside(const std::string &store, Timestamp now)
{
    const auto begin = store + ".replaced-";
    const auto newest = newestAside(store).substr(begin.size());
    std::int64_t number = 0;
    std::from_chars(newest.data(), newest.data() + newest.size(), number);
    return begin + std::to_string(std::max(toMs(now), number + 1));
}

Result<void> putInPlace(const std::string &store)
{
    std::error_code failure;
    std::filesystem::rename(readyFor(store), store, failure);
    return failure ? Result<void> {Error::of(Error::Kind::Io, store + ": " + failure.message())} : Result<void> {};
}

} // namespace

struct SqliteStore::Private {
    SqliteStoreConfig config;
    Identity identity;
    std::unique_ptr<BatchWriter> writer; ///< closes its connection after the readers have closed theirs
    ReaderPool readers;
};

SqliteStore::SqliteStore(std::unique_ptr<Private> p) : d(std::move(p)) { }

SqliteStore::~SqliteStore()
{
    if (d->writer)
        d->writer->close();
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(SqliteStoreConfig config, const Clock &clock)
{
    sqlite::OpenOptions options;
    options.autoCheckpoint = 0;
    const bool check = wasNotClosed(config.path);
    std::error_code failure;
    const bool isNew = !std::filesystem::exists(config.path, failure);
    if (const auto ours = isNew ? Result<void> {} : checkIsOurs(config.path); ours.hasError())
        return ours.error();
    auto database = sqlite::Database::open(config.path, options);
    if (database.hasError())
        return std::move(database).error();
    if (check) {
        const auto whole = checkAfterCrash(*database.value());
        if (whole.hasError())
            return whole.error();
    }
    const auto migrated = migrateStore(*database.value(), clock.now());
    if (migrated.hasError())
        return migrated.error();
    auto identity = identify(*database.value(), config.onceOnly, clock.now());
    if (identity.hasError())
        return std::move(identity).error();
    auto d = std::make_unique<Private>();
    d->config = config;
    d->identity = std::move(identity).value();
    const auto reading = d->readers.open(config.path, config.readers);
    if (reading.hasError())
        return reading.error();
    d->writer = std::make_unique<BatchWriter>(d->config, clock, std::move(database).value());
    return std::unique_ptr<SqliteStore> {new SqliteStore {std::move(d)}};
}

Result<void> SqliteStore::read(const ReadWork &work)
{
    auto loan = d->readers.lend();
    auto transaction = sqlite::Transaction::begin(loan.database(), sqlite::Transaction::Kind::Read);
    if (transaction.hasError())
        return std::move(transaction).error();
    SqliteTx tx {loan.database()};
    tx.perform(work);
    if (tx.error())
        return *tx.error();
    return {};
}

Result<void> SqliteStore::write(const WriteWork &work)
{
    if (d->writer->isOwnThread())
        return Error::of(Error::Kind::Internal, "write() was called on the writer's own thread");
    const auto promise = std::make_shared<std::promise<Result<void>>>();
    auto done = promise->get_future();
    d->writer->add([&work](WriteTx &tx) { work(tx); }, [promise](Result<void> result) { promise->set_value(std::move(result)); });
    return done.get();
}

void SqliteStore::writeLater(WriteWork work, Committed committed) { d->writer->add(std::move(work), std::move(committed)); }

std::string SqliteStore::serverId() const { return d->identity.serverId; }

std::string SqliteStore::epoch() const { return d->identity.epoch; }

void SqliteStore::setFeed(EventFeed *feed) { d->writer->setFeed(feed); }

Result<void> SqliteStore::backup(const std::string &path)
{
    return copyMarked(d->readers.lend().database(), path);
}

Result<void> SqliteStore::copy(const std::string &store, const std::string &path)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    const auto database = sqlite::Database::open(store, options);
    if (database.hasError())
        return database.error();
    return copyMarked(*database.value(), path);
}

Result<std::string> SqliteStore::restore(const std::string &copy, const std::string &store, Timestamp now)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    const auto database = sqlite::Database::open(copy, options);
    if (database.hasError())
        return database.error();
    if (const auto fits = checkIsStore(*database.value()); fits.hasError())
        return fits.error();
    if (const auto ended = endRestore(store); ended.hasError())
        return ended.error();
    if (const auto made = copyMarked(*database.value(), readyFor(store)); made.hasError())
        return made.error();
    const auto aside = nextAside(store, now);
    const auto moved = moveAside(store, aside);
    if (moved.hasError())
        return moved.error();
    if (const auto put = putInPlace(store); put.hasError())
        return put.error();
    return moved.value() ? aside : std::string {};
}

Result<void> SqliteStore::endRestore(const std::string &store)
{
    std::error_code failure;
    if (!std::filesystem::exists(readyFor(store), failure))
        return {};
    if (std::filesystem::exists(store, failure)) { // nothing had been moved yet
        std::filesystem::remove(readyFor(store), failure);
        return failure ? Result<void> {Error::of(Error::Kind::Io, readyFor(store) + ": " + failure.message())} : Result<void> {};
    }
    if (const auto moved = moveAside(store, newestAside(store)); moved.hasError())
        return moved.error();
    return putInPlace(store);
}

SqliteStore::Counters SqliteStore::counters() const { return d->writer->counters(); }

} // namespace foredeck
