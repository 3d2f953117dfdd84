#pragma once

#include "models/core/result.h"
#include "models/sqlite/statement.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace foredeck::sqlite {

struct OpenOptions {
    enum class Access {
        Read, ///< never writes, never checkpoints
        Write, ///< the file must be there
        Create, ///< made, for its owner only, when it is not there
    };
    enum class Sync {
        Normal, ///< for what can be fetched again: the last commits may be lost with the power, the file is not damaged
        Full, ///< a commit that was reported is on the disk
    };
    Access access = Access::Create;
    Sync sync = Sync::Full;
    bool secureDelete = true; ///< what is deleted is overwritten
    /// Pages in the write-ahead log after which a commit also checkpoints; 0: only checkpoint() does.
    int autoCheckpoint = 1000;
    std::chrono::milliseconds busyTimeout {5000}; ///< how long a lock of another connection is waited for
    int cacheKib = 8192;
    std::size_t statements = 256; ///< kept prepared
};

/// One connection to one SQLite file in write-ahead mode. Every pragma that matters is set here and nowhere else. One
/// connection per file writes and checkpoints; all others are opened with Access::Read. Used by one thread at a time
/// (interrupt() by any); moving between threads is the owner's to order.
class Database {
public:
    /// Errors: Io (not there, a link, no right), Corrupt (damaged or no database), Busy.
    static Result<std::unique_ptr<Database>> open(const std::string &path, const OpenOptions &options);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// The statement, prepared the first time its text is seen.
    Result<Statement> statement(std::string_view text);
    /// Runs a text of several statements without binds (migrations).
    Result<void> execute(const std::string &text);

    bool inTransaction() const;
    /// Pages in the write-ahead log after this connection's last commit; counted only with autoCheckpoint 0.
    std::int64_t walPages() const noexcept { return m_walPages; }

    enum class Checkpoint {
        Passive, ///< what can be moved without waiting for anybody
        Truncate, ///< all, and the log cut to nothing
    };
    /// How many pages remain in the log. Never waits: Busy when readers are in the way of Truncate.
    Result<std::int64_t> checkpoint(Checkpoint mode);
    /// Corrupt, with the first thing that is wrong.
    Result<void> quickCheck();
    /// A consistent copy in a new file, only for its owner; others may write meanwhile. Io when there is a file.
    Result<void> copyTo(const std::string &path);
    /// Ends what runs now with Cancelled. From any thread, while the database is open.
    void interrupt() noexcept;

    const std::string &path() const noexcept { return m_path; }
    sqlite3 *handle() const noexcept { return m_connection; }

private:
    Database(std::string path, sqlite3 *connection, std::size_t statements);
    Result<void> configure(const OpenOptions &options);

    std::string m_path;
    sqlite3 *m_connection;
    std::unique_ptr<StatementCache> m_statements;
    std::chrono::milliseconds m_busyTimeout {0};
    std::int64_t m_walPages = 0;
};

} // namespace foredeck::sqlite
