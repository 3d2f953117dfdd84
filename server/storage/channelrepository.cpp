#include "server/storage/channelrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

// A webhook finds its tenant by these, so they may be given once.
void refuseTaken(WriteTx &tx, const Channel &channel)
{
    const auto refuse = [&](const std::optional<Channel> &other, const char *field, const char *reason) {
        if (!other || other->id == channel.id)
            return;
        auto error = Error::invalid(field, reason);
        error.kind = Error::Kind::Conflict;
        tx.fail(std::move(error));
    };
    if (!channel.phoneNumberId.empty())
        refuse(ChannelRepository::byPhoneNumberId(tx, channel.phoneNumberId), "phone_number_id", "another channel has it");
    if (channel.kind == ChannelKind::Sms)
        refuse(ChannelRepository::byTwilio(tx, channel.account, channel.number), "number", "another channel has it, with the same account");
}

} // namespace

std::optional<Channel> ChannelRepository::byId(Tx &tx, const ClientId &client, const ChannelId &id)
{
    return rows::one<Channel>(tx, sql::channel_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::vector<Channel> ChannelRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::many<Channel>(tx, sql::channel_of_client, {{"client_id", client.value}});
}

std::optional<Channel> ChannelRepository::firstOfKind(Tx &tx, const ClientId &client, ChannelKind kind)
{
    return rows::one<Channel>(tx, sql::channel_first_of_kind, {{"client_id", client.value}, {"kind", nameOf(kind)}});
}

std::optional<Channel> ChannelRepository::byPhoneNumberId(Tx &tx, std::string_view phoneNumberId)
{
    return rows::one<Channel>(tx, sql::channel_by_phone_number_id, {{"phone_number_id", phoneNumberId}});
}

std::optional<Channel> ChannelRepository::byTwilio(Tx &tx, std::string_view account, std::string_view number)
{
    return rows::one<Channel>(tx, sql::channel_by_twilio, {{"account", account}, {"number", number}});
}

std::vector<Channel> ChannelRepository::ofKind(Tx &tx, ChannelKind kind)
{
    return rows::many<Channel>(tx, sql::channel_of_kind, {{"kind", nameOf(kind)}});
}

void ChannelRepository::insert(WriteTx &tx, const Channel &channel)
{
    refuseTaken(tx, channel);
    tx.run(sql::channel_insert,
        {{"client_id", channel.client.value}, {"id", channel.id.value}, {"kind", channel.kind.text()}, {"number", channel.number},
            {"phone_number_id", channel.phoneNumberId}, {"account", channel.account}, {"none", Blob {{}}},
            {"version", channel.version}, {"body", encode(channel)}});
}

void ChannelRepository::update(WriteTx &tx, Channel &channel)
{
    refuseTaken(tx, channel);
    rows::raise(tx, channel, "channel", [&](const std::string &body) {
        return tx.run(sql::channel_update,
            {{"client_id", channel.client.value}, {"id", channel.id.value}, {"kind", channel.kind.text()},
                {"number", channel.number}, {"phone_number_id", channel.phoneNumberId}, {"account", channel.account},
                {"version", channel.version}, {"body", body}});
    });
}

SealedSecrets ChannelRepository::secrets(Tx &tx, const ClientId &client, const ChannelId &id)
{
    SealedSecrets secrets;
    tx.run(sql::channel_secrets, {{"client_id", client.value}, {"id", id.value}}, [&](const Row &row) {
        secrets = {rows::textAt(row, 0), rows::textAt(row, 1), rows::textAt(row, 2)};
        return false;
    });
    return secrets;
}

void ChannelRepository::setSecrets(WriteTx &tx, const ClientId &client, const ChannelId &id, const SealedSecrets &secrets)
{
    const auto changed = tx.run(sql::channel_set_secrets,
        {{"client_id", client.value}, {"id", id.value}, {"secret", Blob {secrets.secret}}, {"token", Blob {secrets.token}},
            {"verify_token", Blob {secrets.verifyToken}}});
    if (changed != 1)
        tx.fail(Error::of(Error::Kind::NotFound, "channel: is not there"));
}

} // namespace foredeck
