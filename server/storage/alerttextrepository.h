#pragma once

#include "models/domain/message.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// One text to the owner's telephone because no console answered. It is no message of a conversation: nobody but the owner
/// sees it, and what is shown of it is the step in the trail of its escalation.
struct AlertText {
    AlertTextId id;
    ClientId client;
    EscalationId escalation;
    ChannelId channel; ///< the door it left by; empty until it has
    std::string to; ///< E.164
    std::string text;
    Delivery delivery;
    std::string providerId;
    Timestamp at;
    std::int64_t version = 1;
};

struct AlertTextRepository {
    static std::optional<AlertText> byId(Tx &tx, const ClientId &client, const AlertTextId &id);
    static std::optional<AlertText> byProviderId(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId);
    /// When the newest of the client was made.
    static std::optional<Timestamp> latest(Tx &tx, const ClientId &client);
    static void insert(WriteTx &tx, const AlertText &text);
    static void update(WriteTx &tx, AlertText &text);
    /// At most `limit` that were made before; how many they were.
    static std::int64_t removeBefore(WriteTx &tx, Timestamp before, int limit);
};

} // namespace foredeck
