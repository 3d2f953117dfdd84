#pragma once

#include "models/core/clock.h"
#include "server/storage/store.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foredeck {

struct SqliteStoreConfig {
    std::string path;
    int readers = 3;
    std::size_t batch = 1024; ///< closures that share one commit at most
    std::size_t queue = 100'000; ///< closures that wait; beyond: Busy
    std::chrono::milliseconds idle {200}; ///< without work: checkpoint
    /// Queues whose jobs reach somebody outside: in a restored copy they do not run again by themselves.
    std::vector<std::string> onceOnly;
    std::int64_t checkpointPages = 4000; ///< of the write-ahead log: checkpoint although there is work
    std::int64_t truncateBytes = 64 * 1024 * 1024; ///< of the write-ahead log's file: cut it when idle
};

/// Store on one SQLite file: one writer thread with group commit (synchronous FULL), `readers` read-only connections.
/// The thread that writes is the only one that checkpoints. A closure that fails takes none with it; when a commit itself
/// fails (disk full, I/O), every closure of its batch is told so and nothing of it is stored.
class SqliteStore final : public Store {
public:
    /// Opens or makes the file and brings its schema up to this program's (a copy of the file is put beside it first).
    /// Errors: TooNew, Corrupt, Io, Busy (another process has it).
    static Result<std::unique_ptr<SqliteStore>> open(SqliteStoreConfig config, const Clock &clock);
    ~SqliteStore() override; ///< finishes what waits
    SqliteStore(const SqliteStore &) = delete;
    SqliteStore &operator=(const SqliteStore &) = delete;

    Result<void> read(const ReadWork &work) override;
    Result<void> write(const WriteWork &work) override;
    void writeLater(WriteWork work, Committed committed) override;
    std::string serverId() const override;
    std::string epoch() const override;

    /// Who is told of committed events; must outlive the store or be taken back with nullptr, after which it is not called
    /// any more. Set it before writes whose events it must see. Not from the writer's own thread.
    void setFeed(EventFeed *feed);

    /// A consistent copy of the whole store in a new file, while work goes on. When the copy is opened as a store it gets a
    /// new epoch, because its log may go on otherwise than the original's did.
    Result<void> backup(const std::string &path);
    /// The same of a store that another process may be serving: reads only.
    static Result<void> copy(const std::string &store, const std::string &path);
    /// Puts such a copy in the place of a store that nobody has open. What stands there goes aside together with its log, which
    /// belongs to no other file: the answer is where, empty when there was nothing. Errors: Corrupt (damaged, or no store of this
    /// program) and TooNew change nothing; after Io run it again.
    static Result<std::string> restore(const std::string &copy, const std::string &store, Timestamp now);
    /// A restore that was ended in the middle goes on, before anything else is done where the store belongs: the old log stands
    /// beside no new store. Where it had moved nothing yet, it is forgotten.
    static Result<void> endRestore(const std::string &store);

    struct Counters {
        std::uint64_t commits = 0;
        std::uint64_t writes = 0; ///< closures that were committed
        std::uint64_t failed = 0; ///< closures that were rolled back
        std::uint64_t checkpoints = 0;
        std::uint64_t waiting = 0; ///< closures in the queue now
    };
    Counters counters() const;

    /// The last migration this program knows (server/storage/migrations).
    static constexpr int schemaVersion = 13;

private:
    struct Private;
    explicit SqliteStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace foredeck
