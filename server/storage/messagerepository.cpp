#include "server/storage/messagerepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::int64_t write(WriteTx &tx, Query query, const Message &message, const ChannelId &channel)
{
    return tx.run(query,
        {{"client_id", message.client.value}, {"id", message.id.value}, {"conversation_id", message.conversation.value},
            {"position", message.position}, {"channel_id", channel.value}, {"provider_id", message.providerId},
            {"op_id", message.op.value}, {"version", message.version}, {"body", encode(message)}});
}

} // namespace

std::optional<Message> MessageRepository::byId(Tx &tx, const ClientId &client, const MessageId &id)
{
    return rows::one<Message>(tx, sql::message_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<Message> MessageRepository::byOp(Tx &tx, const ClientId &client, const OpId &op)
{
    return rows::one<Message>(tx, sql::message_by_op, {{"client_id", client.value}, {"op_id", op.value}});
}

std::optional<Message> MessageRepository::byProviderId(
    Tx &tx, const ClientId &client, const ChannelId &channel, std::string_view providerId)
{
    return rows::one<Message>(tx, sql::message_by_provider_id,
        {{"client_id", client.value}, {"channel_id", channel.value}, {"provider_id", providerId}});
}

std::optional<Message> MessageRepository::byProviderIdAndKind(
    Tx &tx, const ClientId &client, const ChannelId &channel, const std::string &vendorId)
{
    return rows::one<Message>(tx, sql::message_by_provider_id_and_kind,
        {{"client_id", client.value}, {"channel_id", channel.value}, {"from", vendorId + "#"}, {"until", vendorId + "$"}}); // $ is what follows #
}

std::vector<Message> MessageRepository::before(
    Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t before, int limit)
{
    return rows::many<Message>(tx, sql::message_before,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"before", before}, {"limit", limit}});
}

std::vector<Message> MessageRepository::after(
    Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t after, int limit)
{
    return rows::many<Message>(tx, sql::message_after,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"after", after}, {"limit", limit}});
}

void MessageRepository::insert(WriteTx &tx, const Message &message, const ChannelId &channel)
{
    write(tx, sql::message_insert, message, channel);
}

bool MessageRepository::insertIfNew(WriteTx &tx, const Message &message, const ChannelId &channel)
{
    return write(tx, sql::message_insert_if_new, message, channel) == 1;
}

void MessageRepository::update(WriteTx &tx, Message &message)
{
    rows::raise(tx, message, "message", [&](const std::string &body) {
        return tx.run(sql::message_update,
            {{"client_id", message.client.value}, {"id", message.id.value}, {"provider_id", message.providerId},
                {"version", message.version}, {"body", body}});
    });
}

} // namespace foredeck
