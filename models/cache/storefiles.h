#pragma once

#include "models/cache/cachereader.h"
#include "models/sqlite/database.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace foredeck {

/// The disposable one and the precious one.
enum class StoreFile { Cache, Outbox };
using StoreFaultSeen = std::function<void(StoreFile, const Error &)>;

/// The two files of a store on the disk: opening, migrating, and moving a damaged one aside together with its log.
class StoreFiles {
public:
    explicit StoreFiles(std::string folder) : m_folder(std::move(folder)) { }

    /// Writing connections, migrated. TooNew, Io, Corrupt.
    Result<std::unique_ptr<sqlite::Database>> openCache(Timestamp now);
    Result<std::unique_ptr<sqlite::Database>> openOutbox(Timestamp now);
    /// Read-only connections. It answers errors to everything when a file cannot be opened.
    std::unique_ptr<CacheReader> openReader(StoreFaultSeen fault) const;
    /// A read-only connection to the cache, for checking it beside everything else.
    Result<std::unique_ptr<sqlite::Database>> openForCheck() const;

    /// Renames db, -wal and -shm together, "<name>.damaged-<ms>". Readers that still have it open notice by generation().
    Result<std::string> moveCacheAside(Timestamp now);
    /// What can be read of a damaged outbox, as a whole file beside it that takes its place next.
    Result<void> gatherOutbox(Timestamp now);
    /// There is one that was gathered, also by a start that ended then: until it is put in place nothing else is the outbox.
    bool hasGatheredOutbox() const;
    /// The damaged one goes aside, if it still stands there. Where it stands now.
    Result<std::string> putGatheredOutbox(Timestamp now);
    /// Removes the cache and every copy of it: it belonged to somebody else. Nothing in it is not on the server.
    Result<void> removeCache();
    /// Removes what stands beside the cache, damaged or of an older program, except what begins like `but`.
    Result<void> removeCopies(const std::string &but = {}) const;
    /// Rises when the cache file was replaced by another.
    int generation() const noexcept { return m_generation.load(); }

    /// A mark that stands while a program has the store open: what is found at the start tells of a crash.
    bool wasLeftOpen() const;
    void markOpen() const;
    void markClosed() const;

    std::string cachePath() const { return m_folder + "/cache.db"; }
    std::string outboxPath() const { return m_folder + "/outbox.db"; }
    std::string gatheringPath() const { return outboxPath() + ".gathering"; }
    std::string gatheredPath() const { return outboxPath() + ".gathered"; }

private:
    Result<std::string> moveAside(const std::string &path, Timestamp now) const;
    std::string newestAside(const std::string &path) const;

    std::string m_folder;
    std::atomic<int> m_generation {0};
};

/// Copies what can be read of a damaged outbox file into a new one, row by row. How many rows came over. Io: not all that
/// can be read is in it.
Result<int> salvageOutbox(const std::string &damaged, sqlite::Database &into);
/// How many rows came over into this one.
Result<int> entriesOf(sqlite::Database &carriedOver);

} // namespace foredeck
