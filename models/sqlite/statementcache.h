#pragma once

#include "models/core/result.h"

#include <cstddef>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foredeck::sqlite {

/// A statement in its prepared form.
struct Prepared {
    std::string text;
    sqlite3_stmt *handle = nullptr;
    std::vector<std::string> names; ///< of the binds, without the colon, in the order of their indexes; copies: SQLite's own
    ///< move when it prepares anew after a change of the schema
    bool inUse = false;
    bool cached = false;
};

/// Keeps the statements of one connection prepared, found again by their text. The one that was used longest ago is given
/// up when there are more than `capacity` (full-text statements exist per client). One thread at a time.
class StatementCache {
public:
    StatementCache(sqlite3 *connection, std::size_t capacity) : m_connection(connection), m_capacity(capacity) { }
    ~StatementCache();
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;

    /// Marked as in use until give back. While it is in use the same text gets a second, uncached one.
    Result<Prepared *> take(std::string_view text);
    void giveBack(Prepared *prepared) noexcept;
    std::size_t size() const noexcept { return m_byText.size(); }

private:
    using Entries = std::list<Prepared>;
    Result<Prepared> prepare(std::string_view text) const;
    void makeRoom();

    sqlite3 *m_connection;
    std::size_t m_capacity;
    Entries m_entries; ///< the last used first; nodes stay where they are
    std::unordered_map<std::string_view, Entries::iterator> m_byText; ///< keys lie in the entries
};

} // namespace foredeck::sqlite
