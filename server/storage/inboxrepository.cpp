#include "server/storage/inboxrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::vector<InboxItem> items(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    std::vector<InboxItem> list;
    tx.run(query, binds, [&](const Row &row) {
        list.push_back({row.integer(0), ClientId {row.text(1)}, ChannelId {row.text(2)}, rows::textAt(row, 3),
            rows::textAt(row, 4), rows::textAt(row, 5), rows::timeAt(row, 6), static_cast<int>(row.integer(7)), rows::textAt(row, 8), rows::textAt(row, 9)});
        return true;
    });
    return list;
}

} // namespace

bool InboxRepository::insertIfNew(WriteTx &tx, const InboxItem &item)
{
    return tx.run(sql::inbox_insert,
               {{"client_id", item.client.value}, {"channel_id", item.channel.value}, {"provider_id", item.providerId},
                   {"kind", item.kind}, {"payload", item.payload}, {"received_at", rows::time(item.receivedAt)}, {"sender", item.sender}})
        == 1;
}

bool InboxRepository::hasSince(Tx &tx, const ChannelId &channel, std::string_view prefix, Timestamp since)
{
    const auto until = std::string {prefix} + "\xf4\x8f\xbf\xbf"; // behind all that begin so
    bool has = false;
    tx.run(sql::inbox_has_since, {{"channel_id", channel.value}, {"from", prefix}, {"until", until}, {"since", rows::time(since)}},
        [&](const Row &) {
            has = true;
            return false;
        });
    return has;
}

std::vector<InboxRepository::Head> InboxRepository::heads(Tx &tx, Timestamp now, int limit)
{
    std::vector<Head> list;
    const auto add = [&](const Row &row) {
        list.push_back({row.integer(0), rows::textAt(row, 1), ClientId {row.text(2)}});
        return true;
    };
    tx.run(sql::inbox_heads, {{"after", std::int64_t {0}}, {"now", rows::time(now)}, {"limit", limit}}, add);
    if (!list.empty() && static_cast<int>(list.size()) == limit)
        tx.run(sql::inbox_heads_of_clients, {{"after", list.back().row}, {"now", rows::time(now)}}, add);
    return list;
}

std::optional<InboxItem> InboxRepository::byRow(Tx &tx, std::int64_t row)
{
    auto found = items(tx, sql::inbox_by_row, {{"row_id", row}});
    return found.empty() ? std::nullopt : std::optional {std::move(found.front())};
}

std::vector<InboxItem> InboxRepository::next(Tx &tx, std::int64_t after, Timestamp now, int limit)
{
    return items(tx, sql::inbox_next, {{"after", after}, {"now", rows::time(now)}, {"limit", limit}});
}

std::optional<Timestamp> InboxRepository::oldest(Tx &tx)
{
    return rows::first(tx, sql::inbox_oldest, {}, [](const Row &row) { return std::optional {rows::timeAt(row, 0)}; });
}

void InboxRepository::done(WriteTx &tx, std::int64_t row, Timestamp at)
{
    tx.run(sql::inbox_done, {{"row_id", row}, {"at", rows::time(at)}});
}

void InboxRepository::keep(WriteTx &tx, std::int64_t row, Timestamp at)
{
    tx.run(sql::inbox_keep, {{"row_id", row}, {"at", rows::time(at)}});
}

void InboxRepository::retry(WriteTx &tx, std::int64_t row, std::string_view error, Timestamp retryAt)
{
    tx.run(sql::inbox_retry, {{"row_id", row}, {"error", error}, {"retry_at", rows::time(retryAt)}});
}

void InboxRepository::poison(WriteTx &tx, std::int64_t row, std::string_view error, Timestamp at)
{
    tx.run(sql::inbox_poison, {{"row_id", row}, {"error", error}, {"at", rows::time(at)}});
}

std::vector<InboxItem> InboxRepository::poisoned(Tx &tx, int limit) { return items(tx, sql::inbox_poisoned, {{"limit", limit}}); }

std::int64_t InboxRepository::removeDone(WriteTx &tx, Timestamp before, int limit)
{
    return tx.run(sql::inbox_remove_done, {{"before", rows::time(before)}, {"limit", limit}});
}

} // namespace foredeck
