#pragma once

/// What all repositories share: entities out of their bodies, versions that are held against each other, pages. Not for
/// use outside of server/storage.

#include "net/codec/domaincodec.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace foredeck::rows {

inline Value time(Timestamp t) { return toMs(t); }
inline Value time(const std::optional<Timestamp> &t) { return t ? Value {toMs(*t)} : Value {}; }
inline Timestamp timeAt(const Row &row, int column) { return fromMs(row.integer(column)); }
inline std::optional<Timestamp> optionalTimeAt(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional {timeAt(row, column)};
}
inline std::string textAt(const Row &row, int column) { return std::string {row.text(column)}; }

/// The entity in a body. A body that cannot be read fails the transaction: the file is damaged.
template <class T>
std::optional<T> entity(Tx &tx, std::string_view body)
{
    auto decoded = decode<T>(body);
    if (decoded.hasValue())
        return std::move(decoded).value();
    tx.fail(Error::of(Error::Kind::Corrupt, "a stored body cannot be read: " + decoded.error().detail));
    return std::nullopt;
}

/// The first row, by `make(row)`, which answers an optional.
template <class Make>
auto first(Tx &tx, Query query, std::initializer_list<Bind> binds, Make make)
{
    decltype(make(std::declval<const Row &>())) found;
    tx.run(query, binds, [&](const Row &row) {
        found = make(row);
        return false;
    });
    return found;
}

template <class T>
std::optional<T> one(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    return first(tx, query, binds, [&](const Row &row) { return entity<T>(tx, row.text(0)); });
}

template <class T>
std::vector<T> many(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    std::vector<T> list;
    tx.run(query, binds, [&](const Row &row) {
        if (auto item = entity<T>(tx, row.text(0)))
            list.push_back(std::move(*item));
        return tx.error() == nullptr;
    });
    return list;
}

inline int limitOf(const PageRequest &request) { return std::clamp(request.limit, 1, 500); }

/// Where the page begins; a cursor that cannot be read fails the transaction. `first` for lists that rise.
inline PageCursor startOf(Tx &tx, const PageRequest &request, PageCursor first = PageCursor::newest())
{
    if (request.cursor.empty())
        return first;
    auto cursor = PageCursor::fromText(request.cursor);
    if (cursor.hasValue())
        return std::move(cursor).value();
    tx.fail(cursor.error());
    return first;
}

/// A page of a query that is bound with `limit` = limitOf + 1 and answers the key in column 1 and the id in column 2.
template <class T, class Make>
Page<T> page(Tx &tx, Query query, const PageRequest &request, std::initializer_list<Bind> binds, Make make)
{
    Page<T> result;
    const auto limit = static_cast<std::size_t>(limitOf(request));
    PageCursor last;
    tx.run(query, binds, [&](const Row &row) {
        if (result.items.size() == limit) {
            result.next = last.text();
            return false;
        }
        std::optional<T> item = make(row);
        if (!item)
            return false;
        result.items.push_back(std::move(*item));
        last = {row.integer(1), textAt(row, 2)};
        return true;
    });
    return result;
}

template <class T>
Page<T> page(Tx &tx, Query query, const PageRequest &request, std::initializer_list<Bind> binds)
{
    return page<T>(tx, query, request, binds, [&](const Row &row) { return entity<T>(tx, row.text(0)); });
}

/// Raises the version and lets `write(body)` change the one row that is still in the version before. Anything but one
/// changed row is a Conflict, and the entity stays as it was.
template <class T, class Write>
void raise(WriteTx &tx, T &entity, std::string_view what, Write write)
{
    ++entity.version;
    const std::string body = encode(entity);
    if (write(body) == 1)
        return;
    --entity.version;
    tx.fail(Error::of(Error::Kind::Conflict, std::string {what} + ": is not stored in the version that was changed"));
}

} // namespace foredeck::rows
