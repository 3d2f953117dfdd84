#include "server/storage/oprepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<OpRecord> OpRepository::find(Tx &tx, const ClientId &client, const OpId &op)
{
    return rows::first(tx, sql::op_find, {{"client_id", client.value}, {"op_id", op.value}}, [](const Row &row) {
        return std::optional {OpRecord {ClientId {row.text(0)}, OpId {row.text(1)}, UserId {row.text(2)}, rows::textAt(row, 3),
            static_cast<int>(row.integer(4)), rows::textAt(row, 5), rows::textAt(row, 6), rows::timeAt(row, 7)}};
    });
}

bool OpRepository::isThere(Tx &tx, const UserId &user, const OpId &op)
{
    return rows::first(tx, sql::op_of_user, {{"op_id", op.value}, {"user_id", user.value}}, [](const Row &) { return std::optional {true}; }).value_or(false);
}

void OpRepository::insert(WriteTx &tx, const OpRecord &record)
{
    tx.run(sql::op_insert,
        {{"client_id", record.client.value}, {"op_id", record.op.value}, {"user_id", record.user.value},
            {"request_hash", record.requestHash}, {"status", record.status}, {"response", record.response},
            {"content_type", record.contentType}, {"at", rows::time(record.at)}});
}

std::int64_t OpRepository::removeBefore(WriteTx &tx, Timestamp before, int limit)
{
    return tx.run(sql::op_remove_before, {{"before", rows::time(before)}, {"limit", limit}});
}

} // namespace foredeck
