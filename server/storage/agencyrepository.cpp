#include "server/storage/agencyrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Agency> AgencyRepository::byId(Tx &tx, const AgencyId &id)
{
    return rows::one<Agency>(tx, sql::agency_by_id, {{"id", id.value}});
}

std::vector<Agency> AgencyRepository::all(Tx &tx) { return rows::many<Agency>(tx, sql::agency_all, {}); }

void AgencyRepository::insert(WriteTx &tx, const Agency &agency)
{
    tx.run(sql::agency_insert, {{"id", agency.id.value}, {"version", agency.version}, {"body", encode(agency)}});
}

void AgencyRepository::update(WriteTx &tx, Agency &agency)
{
    rows::raise(tx, agency, "agency", [&](const std::string &body) {
        return tx.run(sql::agency_update, {{"id", agency.id.value}, {"version", agency.version}, {"body", body}});
    });
}

} // namespace foredeck
