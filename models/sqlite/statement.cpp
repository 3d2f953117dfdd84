#include "models/sqlite/statement.h"

#include "models/sqlite/errors.h"
#include "models/sqlite/statementcache.h"

#include <string>
#include <utility>

#include <sqlite3.h>

namespace foredeck::sqlite {

Statement::Statement(sqlite3 *connection, StatementCache &cache, Prepared *prepared)
    : m_connection(connection), m_cache(&cache), m_prepared(prepared)
{
    if (prepared->names.size() > 64)
        m_error = Error::of(Error::Kind::Internal, "a statement has more than 64 binds");
}

Statement::~Statement()
{
    if (m_prepared)
        m_cache->giveBack(m_prepared);
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection), m_cache(other.m_cache), m_prepared(std::exchange(other.m_prepared, nullptr)),
      m_bound(other.m_bound), m_error(std::move(other.m_error))
{
}

int Statement::indexOf(std::string_view name)
{
    const auto &names = m_prepared->names;
    for (std::size_t i = 0; i < names.size() && i < 64; ++i) {
        if (names[i] == name) {
            m_bound |= std::uint64_t {1} << i;
            return static_cast<int>(i) + 1;
        }
    }
    if (!m_error)
        m_error = Error::of(Error::Kind::Internal, "a statement has no bind :" + std::string {name});
    return 0;
}

void Statement::check(int code, std::string_view name)
{
    if (code != SQLITE_OK && !m_error)
        m_error = errorOf(m_connection, code, "binding :" + std::string {name});
}

Statement &Statement::bind(std::string_view name, std::int64_t value)
{
    if (const int index = indexOf(name))
        check(sqlite3_bind_int64(m_prepared->handle, index, value), name);
    return *this;
}

Statement &Statement::bind(std::string_view name, double value)
{
    if (const int index = indexOf(name))
        check(sqlite3_bind_double(m_prepared->handle, index, value), name);
    return *this;
}

Statement &Statement::bind(std::string_view name, std::string_view text)
{
    // A null pointer would bind NULL, and an empty text is none.
    const char *data = text.data() ? text.data() : "";
    if (const int index = indexOf(name))
        check(sqlite3_bind_text64(m_prepared->handle, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8), name);
    return *this;
}

Statement &Statement::bindBytes(std::string_view name, std::string_view bytes)
{
    const char *data = bytes.data() ? bytes.data() : "";
    if (const int index = indexOf(name))
        check(sqlite3_bind_blob64(m_prepared->handle, index, data, bytes.size(), SQLITE_STATIC), name);
    return *this;
}

Statement &Statement::bindNull(std::string_view name)
{
    if (const int index = indexOf(name))
        check(sqlite3_bind_null(m_prepared->handle, index), name);
    return *this;
}

bool Statement::allBound()
{
    const auto &names = m_prepared->names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (m_bound >> i & 1)
            continue;
        m_error = Error::of(Error::Kind::Internal, "a statement's bind :" + names[i] + " was left out");
        return false;
    }
    return true;
}

Result<bool> Statement::step()
{
    if (m_error || !allBound())
        return *m_error;
    const int code = sqlite3_step(m_prepared->handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    m_error = errorOf(m_connection, sqlite3_extended_errcode(m_connection), "running a statement");
    return *m_error;
}

Result<std::int64_t> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (row.hasError())
            return row.error();
        if (!row.value())
            return changes();
    }
}

void Statement::reset()
{
    sqlite3_reset(m_prepared->handle);
    m_error.reset();
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_prepared->handle, column) == SQLITE_NULL; }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_prepared->handle, column); }

double Statement::real(int column) const { return sqlite3_column_double(m_prepared->handle, column); }

std::string_view Statement::text(int column) const
{
    const auto *data = sqlite3_column_text(m_prepared->handle, column);
    if (!data)
        return {};
    return {reinterpret_cast<const char *>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_prepared->handle, column))};
}

std::string_view Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_prepared->handle, column));
    if (!data)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_prepared->handle, column))};
}

std::int64_t Statement::changes() const { return readsOnly() ? 0 : sqlite3_changes64(m_connection); }

bool Statement::readsOnly() const { return sqlite3_stmt_readonly(m_prepared->handle) != 0; }

} // namespace foredeck::sqlite
