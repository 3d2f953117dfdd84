#include "models/sqlite/database.h"

#include "models/sqlite/errors.h"
#include "models/sqlite/statementcache.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foredeck::sqlite {

namespace {

Error ioError(const std::string &path, std::string_view what) { return Error::of(Error::Kind::Io, fmt::format("{}: {}", path, what)); }

Error systemError(const std::string &path, int number)
{
    return ioError(path, std::error_code {number, std::generic_category()}.message());
}

// Made by us, so that it is its owner's alone from the first moment; SQLite gives the log and the index the same rights.
Result<void> createFile(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return systemError(path, errno);
    ::close(file);
    return {};
}

// A link would let the log and its file be found under two names, or lead the writer somewhere else. Folders above may be
// links: those are the owner's own arrangement.
Result<std::string> plainFile(const std::string &path, bool create)
{
    std::error_code failure;
    const auto folder = std::filesystem::path {path}.parent_path();
    const auto real = std::filesystem::canonical(folder.empty() ? "." : folder, failure);
    if (failure)
        return ioError(path, failure.message());
    const auto full = (real / std::filesystem::path {path}.filename()).string();
    struct stat info { };
    if (::lstat(full.c_str(), &info) != 0) {
        if (errno != ENOENT || !create)
            return systemError(path, errno);
        const auto created = createFile(full);
        if (created.hasError())
            return created.error();
        return full;
    }
    if (!S_ISREG(info.st_mode))
        return ioError(path, S_ISLNK(info.st_mode) ? "is a link, and a store must not be one" : "is no file");
    if (info.st_nlink > 1)
        return ioError(path, "has a second name (hard link), and a store must not");
    return full;
}

int rememberWalPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<std::int64_t *>(pages) = count;
    return SQLITE_OK;
}

} // namespace

Database::Database(std::string path, sqlite3 *connection, std::size_t statements)
    : m_path(std::move(path)), m_connection(connection), m_statements(std::make_unique<StatementCache>(connection, statements))
{
}

Database::~Database()
{
    m_statements.reset();
    sqlite3_close(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const std::string &path, const OpenOptions &options)
{
    auto full = plainFile(path, options.access == OpenOptions::Access::Create);
    if (full.hasError())
        return std::move(full).error();
    sqlite3 *connection = nullptr;
    const bool reads = options.access == OpenOptions::Access::Read;
    const int flags = (reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
        | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(full.value().c_str(), &connection, flags, nullptr);
    if (code != SQLITE_OK) {
        auto error = errorOf(connection, code, "opening " + path);
        sqlite3_close(connection);
        return error;
    }
    std::unique_ptr<Database> database {new Database {full.value(), connection, options.statements}};
    const auto configured = database->configure(options);
    if (configured.hasError())
        return configured.error();
    return database;
}

Result<void> Database::configure(const OpenOptions &options)
{
    const bool reads = options.access == OpenOptions::Access::Read;
    m_busyTimeout = options.busyTimeout;
    sqlite3_busy_timeout(m_connection, static_cast<int>(m_busyTimeout.count()));
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (reads)
        sqlite3_db_config(m_connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    auto pragmas = fmt::format("PRAGMA cache_size = -{}; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
                               "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;",
        options.cacheKib);
    if (reads) {
        pragmas += "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0;";
        const auto done = execute(pragmas);
        return done.hasError() ? done : execute("SELECT count(*) FROM sqlite_schema");
    }
    pragmas += fmt::format("PRAGMA journal_mode = WAL; PRAGMA synchronous = {}; PRAGMA secure_delete = {}; "
                           "PRAGMA wal_autocheckpoint = {}; PRAGMA journal_size_limit = 67108864;",
        options.sync == OpenOptions::Sync::Full ? "FULL" : "NORMAL", options.secureDelete ? "ON" : "OFF", options.autoCheckpoint);
    auto done = execute(pragmas);
    if (done.hasError())
        return done;
    if (options.autoCheckpoint == 0)
        sqlite3_wal_hook(m_connection, &rememberWalPages, &m_walPages);
    auto mode = statement("PRAGMA journal_mode");
    if (mode.hasError())
        return std::move(mode).error();
    const auto row = mode.value().step();
    if (row.hasError())
        return row.error();
    if (mode.value().text(0) != "wal")
        return ioError(m_path, "the file system does not carry a write-ahead log");
    return {};
}

Result<Statement> Database::statement(std::string_view text)
{
    auto prepared = m_statements->take(text);
    if (prepared.hasError())
        return std::move(prepared).error();
    return Statement {m_connection, *m_statements, prepared.value()};
}

Result<void> Database::execute(const std::string &text)
{
    const int code = sqlite3_exec(m_connection, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(m_connection, code, "running statements on " + m_path);
    return {};
}

bool Database::inTransaction() const { return sqlite3_get_autocommit(m_connection) == 0; }

Result<std::int64_t> Database::checkpoint(Checkpoint mode)
{
    int inLog = 0;
    int moved = 0;
    sqlite3_busy_timeout(m_connection, 0);
    const int code = sqlite3_wal_checkpoint_v2(m_connection, nullptr,
        mode == Checkpoint::Truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, &inLog, &moved);
    sqlite3_busy_timeout(m_connection, static_cast<int>(m_busyTimeout.count()));
    if (code != SQLITE_OK)
        return errorOf(m_connection, code, "checkpointing " + m_path);
    m_walPages = inLog - moved;
    return m_walPages;
}

Result<void> Database::quickCheck()
{
    auto check = statement("PRAGMA quick_check(1)");
    if (check.hasError())
        return std::move(check).error();
    const auto row = check.value().step();
    if (row.hasError())
        return row.error();
    if (!row.value() || check.value().text(0) != "ok")
        return Error::of(Error::Kind::Corrupt, m_path + ": " + std::string {check.value().text(0)});
    return {};
}

Result<void> Database::copyTo(const std::string &path)
{
    struct stat info { };
    if (::lstat(path.c_str(), &info) == 0)
        return ioError(path, "is there already");
    const auto created = createFile(path);
    if (created.hasError())
        return created.error();
    sqlite3 *copy = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK) {
        if (auto *backup = sqlite3_backup_init(copy, "main", m_connection, "main")) {
            sqlite3_backup_step(backup, -1);
            sqlite3_backup_finish(backup);
        }
        code = sqlite3_errcode(copy);
    }
    Result<void> result;
    if (code != SQLITE_OK)
        result = errorOf(copy, code, "copying to " + path);
    if (sqlite3_close(copy) != SQLITE_OK && result.hasValue())
        result = ioError(path, "the copy could not be closed");
    if (result.hasError())
        ::unlink(path.c_str());
    return result;
}

void Database::interrupt() noexcept { sqlite3_interrupt(m_connection); }

} // namespace foredeck::sqlite
