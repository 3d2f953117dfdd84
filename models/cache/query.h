#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/sqlite/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace foredeck {

/// A failure of the file, inside this room only: it unwinds a transaction and becomes an Error at its edge (attempt()).
struct StoreFault {
    Error error;
};

template <class T>
T orThrow(Result<T> result)
{
    if (result.hasError())
        throw StoreFault {std::move(result).error()};
    return std::move(result).value();
}
inline void orThrow(Result<void> result)
{
    if (result.hasError())
        throw StoreFault {std::move(result).error()};
}

/// Runs the function and turns a StoreFault into its error.
template <class F>
auto attempt(F function) -> Result<decltype(function())>
{
    try {
        if constexpr (std::is_void_v<decltype(function())>) {
            function();
            return {};
        } else {
            return function();
        }
    } catch (const StoreFault &fault) {
        return fault.error;
    }
}

/// A prepared statement in use: binds by name, columns read one after another from left to right. Throws StoreFault.
class Query {
public:
    Query(sqlite::Database &database, std::string_view text) : m_statement(orThrow(database.statement(text))) { }

    template <class T>
    Query &bind(std::string_view name, const T &value)
    {
        m_statement.bind(name, value);
        return *this;
    }
    Query &bind(std::string_view name, Timestamp t)
    {
        m_statement.bind(name, toMs(t));
        return *this;
    }
    Query &bind(std::string_view name, const std::optional<Timestamp> &t)
    {
        if (t)
            m_statement.bind(name, toMs(*t));
        else
            m_statement.bindNull(name);
        return *this;
    }
    Query &bindText(std::string_view name, const std::string &text) { return bind(name, std::string_view {text}); }

    bool next()
    {
        m_column = 0;
        return orThrow(m_statement.step());
    }
    std::int64_t run() { return orThrow(m_statement.run()); }

    std::int64_t integer() { return m_statement.integer(m_column++); }
    double real() { return m_statement.real(m_column++); }
    bool flag() { return integer() != 0; }
    std::string_view view() { return m_statement.text(m_column++); }
    std::string text() { return std::string {view()}; }
    Timestamp time() { return fromMs(integer()); }
    std::optional<std::int64_t> maybeInteger()
    {
        if (m_statement.isNull(m_column)) {
            ++m_column;
            return std::nullopt;
        }
        return integer();
    }
    std::optional<Timestamp> maybeTime()
    {
        const auto ms = maybeInteger();
        return ms ? std::optional {fromMs(*ms)} : std::nullopt;
    }

private:
    sqlite::Statement m_statement;
    int m_column = 0;
};

} // namespace foredeck
