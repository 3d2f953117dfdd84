#pragma once

#include "models/domain/client.h"
#include "server/storage/store.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foredeck {

/// Businesses (tenants).
struct ClientRepository {
    static std::optional<Client> byId(Tx &tx, const ClientId &id);
    static std::optional<Client> bySlug(Tx &tx, std::string_view slug);
    /// A webhook names its client by either.
    static std::optional<Client> bySlugOrId(Tx &tx, std::string_view slugOrId);
    /// By name.
    static std::vector<Client> ofAgency(Tx &tx, const AgencyId &agency);
    static std::vector<Client> all(Tx &tx);
    /// Makes the client's own full-text index too. A slug that is taken is a Conflict.
    static void insert(WriteTx &tx, const Client &client);
    static void update(WriteTx &tx, Client &client);
};

} // namespace foredeck
