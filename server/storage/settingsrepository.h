#pragma once

#include "models/domain/settings.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// How a client's assistant behaves, with every version it ever had.
struct SettingsRepository {
    static std::optional<ClientSettings> ofClient(Tx &tx, const ClientId &client);
    static void insert(WriteTx &tx, const ClientSettings &settings, Timestamp at);
    static void update(WriteTx &tx, ClientSettings &settings, Timestamp at);
    static std::optional<ClientSettings> version(Tx &tx, const ClientId &client, std::int64_t version);
    /// Newest first.
    static std::vector<ClientSettings> versions(Tx &tx, const ClientId &client, int limit);
};

} // namespace foredeck
