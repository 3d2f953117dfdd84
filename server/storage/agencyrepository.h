#pragma once

#include "models/domain/client.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// Rows of those who resell. As in every repository here: functions over a transaction, no state; failures stick to the
/// transaction (store.h) and the functions then answer nothing. `update` raises the entity's version by one and fails
/// with Conflict when the row is not in the version that the entity carries.
struct AgencyRepository {
    static std::optional<Agency> byId(Tx &tx, const AgencyId &id);
    static std::vector<Agency> all(Tx &tx);
    static void insert(WriteTx &tx, const Agency &agency);
    static void update(WriteTx &tx, Agency &agency);
};

} // namespace foredeck
