#pragma once

#include "models/core/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

struct sqlite3;

namespace foredeck::sqlite {

class Database;
class StatementCache;
struct Prepared;

/// A prepared statement in use; given back to the connection's cache, reset, when it goes. The first failure sticks and is
/// what step() answers, so that binds are written one after another. Lives shorter than its Database; one thread.
class Statement {
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    /// Names without the colon. Text and bytes are not copied and must stay as they are until the statement goes, is reset
    /// or is bound anew.
    Statement &bind(std::string_view name, std::int64_t value);
    Statement &bind(std::string_view name, int value) { return bind(name, static_cast<std::int64_t>(value)); }
    Statement &bind(std::string_view name, bool value) { return bind(name, static_cast<std::int64_t>(value)); }
    Statement &bind(std::string_view name, double value);
    Statement &bind(std::string_view name, std::string_view text);
    Statement &bind(std::string_view name, const char *text) { return bind(name, std::string_view {text}); }
    Statement &bindBytes(std::string_view name, std::string_view bytes);
    Statement &bindNull(std::string_view name);
    template <class T>
    Statement &bind(std::string_view name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }

    /// True: there is a row; false: it is done. A bind that was left out is an error.
    Result<bool> step();
    /// Steps to the end. The number of rows that it changed, 0 for one that only reads.
    Result<std::int64_t> run();
    /// Ready to be bound and stepped again; the binds are kept.
    void reset();

    /// Columns of the current row. Text and bytes are valid until the next step.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const; ///< nothing for NULL
    std::string_view bytes(int column) const;

    /// Rows changed by the statement so far; 0 for one that only reads.
    std::int64_t changes() const;
    bool readsOnly() const;

private:
    friend class Database;
    Statement(sqlite3 *connection, StatementCache &cache, Prepared *prepared);
    int indexOf(std::string_view name);
    void check(int code, std::string_view name);
    bool allBound();

    sqlite3 *m_connection;
    StatementCache *m_cache;
    Prepared *m_prepared;
    std::uint64_t m_bound = 0; ///< a bit for each bind
    std::optional<Error> m_error;
};

} // namespace foredeck::sqlite
