#include "models/sqlite/statementcache.h"

#include "models/sqlite/errors.h"

#include <algorithm>

#include <sqlite3.h>

namespace foredeck::sqlite {

namespace {

bool isBlank(const char *from, const char *to) noexcept
{
    return std::all_of(from, to, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ';'; });
}

} // namespace

StatementCache::~StatementCache()
{
    for (const auto &entry : m_entries)
        sqlite3_finalize(entry.handle);
}

Result<Prepared> StatementCache::prepare(std::string_view text) const
{
    Prepared prepared;
    prepared.text = text;
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v3(m_connection, prepared.text.data(), static_cast<int>(prepared.text.size()),
        SQLITE_PREPARE_PERSISTENT, &prepared.handle, &tail);
    if (code != SQLITE_OK)
        return errorOf(m_connection, code, "preparing a statement");
    if (!prepared.handle)
        return Error::of(Error::Kind::Internal, "preparing a statement: the text is empty");
    if (!isBlank(tail, prepared.text.data() + prepared.text.size())) {
        sqlite3_finalize(prepared.handle);
        return Error::of(Error::Kind::Internal, "preparing a statement: more than one");
    }
    const int count = sqlite3_bind_parameter_count(prepared.handle);
    for (int i = 1; i <= count; ++i) {
        const char *name = sqlite3_bind_parameter_name(prepared.handle, i);
        prepared.names.emplace_back(name ? name + 1 : "");
    }
    return prepared;
}

Result<Prepared *> StatementCache::take(std::string_view text)
{
    const auto found = m_byText.find(text);
    if (found != m_byText.end() && !found->second->inUse) {
        m_entries.splice(m_entries.begin(), m_entries, found->second);
        found->second->inUse = true;
        return &*found->second;
    }
    auto prepared = prepare(text);
    if (prepared.hasError())
        return std::move(prepared).error();
    if (found == m_byText.end())
        makeRoom();
    m_entries.push_front(std::move(prepared).value());
    auto &entry = m_entries.front();
    entry.inUse = true;
    entry.cached = found == m_byText.end();
    if (entry.cached)
        m_byText.emplace(entry.text, m_entries.begin());
    return &entry;
}

void StatementCache::giveBack(Prepared *prepared) noexcept
{
    sqlite3_reset(prepared->handle);
    sqlite3_clear_bindings(prepared->handle);
    prepared->inUse = false;
    if (prepared->cached)
        return;
    sqlite3_finalize(prepared->handle);
    m_entries.remove_if([prepared](const Prepared &entry) { return &entry == prepared; });
}

void StatementCache::makeRoom()
{
    if (m_byText.size() < m_capacity)
        return;
    for (auto it = m_entries.end(); it != m_entries.begin();) {
        --it;
        if (!it->inUse && it->cached) {
            m_byText.erase(it->text);
            sqlite3_finalize(it->handle);
            m_entries.erase(it);
            return;
        }
    }
}

} // namespace foredeck::sqlite
