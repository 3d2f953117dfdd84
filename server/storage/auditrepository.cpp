#include "server/storage/auditrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

void AuditRepository::append(WriteTx &tx, const AuditEntry &entry)
{
    tx.run(sql::audit_append,
        {{"client_id", entry.client.value}, {"at", rows::time(entry.at)}, {"actor", encode(entry.actor)},
            {"action", entry.action}, {"target", entry.target}, {"detail", entry.detail}});
}

Page<AuditEntry> AuditRepository::list(Tx &tx, const ClientId &client, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    const auto limit = static_cast<std::size_t>(rows::limitOf(page));
    Page<AuditEntry> result;
    std::int64_t last = 0;
    tx.run(sql::audit_list,
        {{"client_id", client.value}, {"key", start.key}, {"limit", static_cast<std::int64_t>(limit) + 1}}, [&](const Row &row) {
            if (result.items.size() == limit) {
                result.next = PageCursor {last, {}}.text();
                return false;
            }
            auto actor = rows::entity<Actor>(tx, row.text(2));
            if (!actor)
                return false;
            last = row.integer(6);
            result.items.push_back({ClientId {row.text(0)}, rows::timeAt(row, 1), std::move(*actor), rows::textAt(row, 3),
                rows::textAt(row, 4), rows::textAt(row, 5)});
            return true;
        });
    return result;
}

} // namespace foredeck
