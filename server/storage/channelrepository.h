#pragma once

#include "models/domain/channel.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// The keys of a channel as they lie in the store: sealed by the caller (libsodium secretbox); empty: none.
struct SealedSecrets {
    std::string secret; ///< verifies what comes in
    std::string token; ///< lets us send
    std::string verifyToken; ///< answers Meta's challenge
    friend bool operator==(const SealedSecrets &, const SealedSecrets &) = default;
};

/// The doors of the clients. Those look-ups that have no client are how a webhook finds its tenant.
struct ChannelRepository {
    static std::optional<Channel> byId(Tx &tx, const ClientId &client, const ChannelId &id);
    static std::vector<Channel> ofClient(Tx &tx, const ClientId &client);
    /// The oldest one of the kind.
    static std::optional<Channel> firstOfKind(Tx &tx, const ClientId &client, ChannelKind kind);

    static std::optional<Channel> byPhoneNumberId(Tx &tx, std::string_view phoneNumberId);
    /// The SMS channel with the number (E.164) of the Twilio account; an account that is empty matches none.
    static std::optional<Channel> byTwilio(Tx &tx, std::string_view account, std::string_view number);
    /// Of all clients: for Meta's challenge, which names only the verify token.
    static std::vector<Channel> ofKind(Tx &tx, ChannelKind kind);

    /// A phone_number_id, or number and account, that another channel has is a Conflict.
    static void insert(WriteTx &tx, const Channel &channel);
    static void update(WriteTx &tx, Channel &channel);

    static SealedSecrets secrets(Tx &tx, const ClientId &client, const ChannelId &id);
    /// Replaces all three. Does not touch hasSecret and hasToken of the entity: update() it in the same transaction.
    static void setSecrets(WriteTx &tx, const ClientId &client, const ChannelId &id, const SealedSecrets &secrets);
};

} // namespace foredeck
