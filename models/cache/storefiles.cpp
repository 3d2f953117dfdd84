#include "models/cache/storefiles.h"

#include "cachemigrations.h"
#include "models/cache/cachereaderprivate.h"
#include "models/sqlite/migrations.h"
#include "outboxmigrations.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace foredeck {

namespace {

namespace fs = std::filesystem;

constexpr std::array suffixes {"", "-wal", "-shm"};

Result<std::unique_ptr<sqlite::Database>> openMigrated(const std::string &path, const sqlite::OpenOptions &options,
    const std::vector<std::pair<std::string_view, std::string_view>> &texts, Timestamp now, sqlite::Contents contents)
{
    auto database = sqlite::Database::open(path, options);
    if (database.hasError())
        return database;
    const auto steps = sqlite::migrationsOf(texts);
    if (steps.hasError())
        return steps.error();
    const auto report = sqlite::migrate(*database.value(), steps.value(), now, contents);
    if (report.hasError())
        return report.error();
    return database;
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> StoreFiles::openCache(Timestamp now)
{
    sqlite::OpenOptions options;
    options.sync = sqlite::OpenOptions::Sync::Normal;
    options.secureDelete = false;
    options.autoCheckpoint = 4000;
    options.cacheKib = 32 * 1024;
    return openMigrated(cachePath(), options, cachemigrations::all(), now, sqlite::Contents::Disposable);
}

Result<std::unique_ptr<sqlite::Database>> StoreFiles::openOutbox(Timestamp now)
{
    sqlite::OpenOptions options;
    options.sync = sqlite::OpenOptions::Sync::Full;
    options.secureDelete = true;
    options.cacheKib = 2 * 1024;
    return openMigrated(outboxPath(), options, outboxmigrations::all(), now, sqlite::Contents::Precious);
}

std::unique_ptr<CacheReader> StoreFiles::openReader(StoreFaultSeen fault) const
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    auto priv = std::make_unique<CacheReader::Private>();
    if (auto cache = sqlite::Database::open(cachePath(), options); cache.hasValue())
        priv->cache = std::move(cache).value();
    if (auto outbox = sqlite::Database::open(outboxPath(), options); outbox.hasValue())
        priv->outbox = std::move(outbox).value();
    priv->fault = std::move(fault);
    return std::make_unique<CacheReader>(std::move(priv));
}

Result<std::unique_ptr<sqlite::Database>> StoreFiles::openForCheck() const
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    return sqlite::Database::open(cachePath(), options);
}

Result<std::string> StoreFiles::moveAside(const std::string &path, Timestamp now) const
{
    const std::string aside = path + ".damaged-" + std::to_string(toMs(now));
    std::error_code failed;
    for (const char *suffix : suffixes) {
        if (!fs::exists(path + suffix, failed))
            continue;
        fs::rename(path + suffix, aside + suffix, failed);
        if (failed)
            return Error::of(Error::Kind::Io, "cannot move " + path + suffix + " aside: " + failed.message());
    }
    return aside;
}

Result<std::string> StoreFiles::moveCacheAside(Timestamp now)
{
    auto aside = moveAside(cachePath(), now);
    ++m_generation;
    return aside;
}

Result<void> StoreFiles::gatherOutbox(Timestamp now)
{
    std::error_code failed;
    for (const char *suffix : suffixes) {
        fs::remove(gatheringPath() + suffix, failed); // of a start that ended in the middle of it
        if (failed)
            return Error::of(Error::Kind::Io, "cannot remove " + gatheringPath() + suffix + ": " + failed.message());
    }
    sqlite::OpenOptions options;
    options.sync = sqlite::OpenOptions::Sync::Normal; // nothing rests on it before it is whole and on the disk
    options.secureDelete = true;
    options.cacheKib = 2 * 1024;
    auto into = openMigrated(gatheringPath(), options, outboxmigrations::all(), now, sqlite::Contents::Disposable);
    if (into.hasError())
        return into.error();
    const auto rows = salvageOutbox(outboxPath(), *into.value());
    if (rows.hasError() && rows.error().kind != Error::Kind::Corrupt) // of which nothing can be read
        return rows.error();
    if (const auto onDisk = into.value()->checkpoint(sqlite::Database::Checkpoint::Truncate); onDisk.hasError())
        return onDisk.error();
    into.value().reset();
    fs::rename(gatheringPath(), gatheredPath(), failed);
    return failed ? Result<void> {Error::of(Error::Kind::Io, "cannot rename " + gatheringPath() + ": " + failed.message())} : Result<void> {};
}

bool StoreFiles::hasGatheredOutbox() const
{
    std::error_code unknown;
    return fs::exists(gatheredPath(), unknown);
}

Result<std::string> StoreFiles::putGatheredOutbox(Timestamp now)
{
    if (auto aside = moveAside(outboxPath(), now); aside.hasError())
        return aside;
    std::error_code failed;
    fs::rename(gatheredPath(), outboxPath(), failed);
    if (failed)
        return Error::of(Error::Kind::Io, "cannot rename " + gatheredPath() + ": " + failed.message());
    return newestAside(outboxPath());
}

std::string StoreFiles::newestAside(const std::string &path) const
{
    std::string newest;
    std::error_code failed;
    for (fs::directory_iterator file {m_folder, failed}, end; !failed && file != end; file.increment(failed)) {
        const std::string one = file->path().string();
        if (one.starts_with(path + ".damaged-") && !one.ends_with("-wal") && !one.ends_with("-shm"))
            newest = std::max(newest, one);
    }
    return newest;
}

Result<void> StoreFiles::removeCopies(const std::string &but) const
{
    const std::string copy = fs::path {cachePath()}.filename().string() + '.';
    std::error_code failed;
    std::vector<fs::path> copies;
    for (fs::directory_iterator file {m_folder, failed}, end; !failed && file != end; file.increment(failed)) {
        const bool isKept = !but.empty() && file->path().string().starts_with(but);
        if (!isKept && file->path().filename().string().starts_with(copy))
            copies.push_back(file->path());
    }
    std::string stays = failed ? failed.message() : std::string {};
    for (const fs::path &file : copies) {
        fs::remove(file, failed);
        if (failed)
            stays = failed.message();
    }
    return stays.empty() ? Result<void> {} : Error::of(Error::Kind::Io, "cannot remove the copies of the cache: " + stays);
}

Result<void> StoreFiles::removeCache()
{
    if (const auto removed = removeCopies(); removed.hasError())
        return removed;
    std::error_code failed;
    for (const char *suffix : suffixes) {
        fs::remove(cachePath() + suffix, failed);
        if (failed)
            return Error::of(Error::Kind::Io, "cannot remove the cache: " + failed.message());
    }
    ++m_generation;
    return {};
}

bool StoreFiles::wasLeftOpen() const
{
    std::error_code ignored;
    return fs::exists(m_folder + "/open", ignored);
}

void StoreFiles::markOpen() const { std::ofstream {m_folder + "/open"}; }

void StoreFiles::markClosed() const
{
    std::error_code ignored;
    fs::remove(m_folder + "/open", ignored);
}

} // namespace foredeck
