#pragma once

#include "models/domain/hours.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// Places of a client, in the order in which they were made.
struct LocationRepository {
    static std::optional<Location> byId(Tx &tx, const ClientId &client, const LocationId &id);
    static std::vector<Location> ofClient(Tx &tx, const ClientId &client);
    static void insert(WriteTx &tx, const Location &location);
    static void update(WriteTx &tx, Location &location);
};

} // namespace foredeck
