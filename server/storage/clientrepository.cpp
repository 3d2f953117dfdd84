#include "server/storage/clientrepository.h"

#include "server/storage/rows.h"
#include "server/storage/sqlite/fulltext.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Client> ClientRepository::byId(Tx &tx, const ClientId &id)
{
    return rows::one<Client>(tx, sql::client_by_id, {{"client_id", id.value}});
}

std::optional<Client> ClientRepository::bySlug(Tx &tx, std::string_view slug)
{
    return rows::one<Client>(tx, sql::client_by_slug, {{"slug", slug}});
}

std::optional<Client> ClientRepository::bySlugOrId(Tx &tx, std::string_view slugOrId)
{
    auto client = bySlug(tx, slugOrId);
    return client ? client : byId(tx, ClientId {slugOrId});
}

std::vector<Client> ClientRepository::ofAgency(Tx &tx, const AgencyId &agency)
{
    return rows::many<Client>(tx, sql::client_of_agency, {{"agency_id", agency.value}});
}

std::vector<Client> ClientRepository::all(Tx &tx) { return rows::many<Client>(tx, sql::client_all, {}); }

void ClientRepository::insert(WriteTx &tx, const Client &client)
{
    tx.run(sql::client_insert,
        {{"id", client.id.value}, {"agency_id", client.agency.value}, {"slug", client.slug}, {"name", client.name},
            {"version", client.version}, {"body", encode(client)}});
    fulltext::create(tx, client.id);
}

void ClientRepository::update(WriteTx &tx, Client &client)
{
    rows::raise(tx, client, "client", [&](const std::string &body) {
        return tx.run(sql::client_update,
            {{"id", client.id.value}, {"agency_id", client.agency.value}, {"slug", client.slug}, {"name", client.name},
                {"version", client.version}, {"body", body}});
    });
}

} // namespace foredeck
