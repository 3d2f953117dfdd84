#pragma once

#include "models/domain/message.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// How far a vendor says a message got. Kept by the vendor's id, because a status may come before the answer to our own
/// sending has told us that id.
struct ProviderStatus {
    ClientId client;
    ChannelId channel;
    std::string providerId;
    int rank = 0; ///< the caller's order of states: only a higher one replaces
    Delivery delivery;
    std::string reference {}; ///< ours for the message, where the vendor returns it; empty: it does not
    friend bool operator==(const ProviderStatus &, const ProviderStatus &) = default;
};

struct ProviderStatusRepository {
    static std::optional<ProviderStatus> find(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId);
    /// What we had sent under this reference, the one that got furthest first; at most two: it may have been sent more than once.
    static std::vector<ProviderStatus> ofReference(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view reference);
    /// False, and nothing done, when what is stored has the same rank or a higher one.
    static bool raise(WriteTx &tx, const ProviderStatus &status);
};

} // namespace foredeck
