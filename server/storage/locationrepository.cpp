#include "server/storage/locationrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Location> LocationRepository::byId(Tx &tx, const ClientId &client, const LocationId &id)
{
    return rows::one<Location>(tx, sql::location_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::vector<Location> LocationRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::many<Location>(tx, sql::location_of_client, {{"client_id", client.value}});
}

void LocationRepository::insert(WriteTx &tx, const Location &location)
{
    tx.run(sql::location_insert,
        {{"client_id", location.client.value}, {"id", location.id.value}, {"version", location.version}, {"body", encode(location)}});
}

void LocationRepository::update(WriteTx &tx, Location &location)
{
    rows::raise(tx, location, "location", [&](const std::string &body) {
        return tx.run(sql::location_update,
            {{"client_id", location.client.value}, {"id", location.id.value}, {"version", location.version}, {"body", body}});
    });
}

} // namespace foredeck
