#pragma once

#include "models/domain/message.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// How far a vendor says a message got. Kept by the vendor's id, because a status may come before the answer to our own
/// sending has told us that id.
struct ProviderStatus {
    ClientId client;
    ChannelId channel;
    std::string providerId;
    int rank = 0; ///< the caller's order of states: only a higher one replaces
    Delivery delivery;
    friend bool operator==(const ProviderStatus &, const ProviderStatus &) = default;
};

struct ProviderStatusRepository {
    static std::optional<ProviderStatus> find(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId);
    /// False, and nothing done, when what is stored has the same rank or a higher one.
    static bool raise(WriteTx &tx, const ProviderStatus &status);
};

} // namespace foredeck
