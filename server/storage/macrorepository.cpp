#include "server/storage/macrorepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Macro> MacroRepository::byId(Tx &tx, const ClientId &client, const MacroId &id)
{
    return rows::one<Macro>(tx, sql::macro_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::vector<Macro> MacroRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::many<Macro>(tx, sql::macro_of_client, {{"client_id", client.value}});
}

void MacroRepository::insert(WriteTx &tx, const Macro &macro)
{
    tx.run(sql::macro_insert, {{"client_id", macro.client.value}, {"id", macro.id.value}, {"version", macro.version}, {"body", encode(macro)}});
}

void MacroRepository::update(WriteTx &tx, Macro &macro)
{
    rows::raise(tx, macro, "macro", [&](const std::string &body) {
        return tx.run(sql::macro_update, {{"client_id", macro.client.value}, {"id", macro.id.value}, {"version", macro.version}, {"body", body}});
    });
}

bool MacroRepository::remove(WriteTx &tx, const ClientId &client, const MacroId &id)
{
    return tx.run(sql::macro_remove, {{"client_id", client.value}, {"id", id.value}}) == 1;
}

} // namespace foredeck
