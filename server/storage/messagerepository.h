#pragma once

#include "models/domain/message.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// Public utterances. Unique in the store: (client, id), (client, op_id) and (channel, provider_id).
struct MessageRepository {
    static std::optional<Message> byId(Tx &tx, const ClientId &client, const MessageId &id);
    static std::optional<Message> byOp(Tx &tx, const ClientId &client, const OpId &op);
    static std::optional<Message> byProviderId(Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId);
    /// The one whose provider id has its kind behind the vendor's ("wamid.1#image").
    static std::optional<Message> byProviderIdAndKind(Tx &tx, const ClientId &client, const ChannelId &channel, const std::string &vendorId);
    /// By falling position, below `before`.
    static std::vector<Message> before(Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t before, int limit);
    /// By rising position, above `after`.
    static std::vector<Message> after(Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t after, int limit);

    /// One that is there already is a Conflict.
    static void insert(WriteTx &tx, const Message &message, const ChannelId &channel);
    /// False, and nothing done, when its id, op or provider id is there already.
    static bool insertIfNew(WriteTx &tx, const Message &message, const ChannelId &channel);
    /// Of its delivery and provider id; everything else stays as it was inserted.
    static void update(WriteTx &tx, Message &message);
};

} // namespace foredeck
