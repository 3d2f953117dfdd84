#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/app/offline.h"

#include "models/core/text.h"
#include "net/codec/domaincodec.h"
#include "server/channels/http/httpclient.h"
#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "server/jobs/vendortester.h"
#include "server/storage/announce.h"
#include "server/storage/auditrepository.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/ownerlookup.h"

#include <algorithm>

#include <fmt/format.h>

namespace foredeck {

template <>
struct Fields<ChannelSecrets> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("secret", x.secret);
        v("token", x.token);
        v("verify_token", x.verifyToken);
    }
};

namespace {

Result<ChannelSecrets> secretsOf(const std::string &file)
{
    if (file.empty())
        return ChannelSecrets {};
    const auto text = readSecretFile(file);
    if (text.hasError())
        return text.error();
    return decode<ChannelSecrets>(text.value());
}

Result<std::optional<Channel>> find(Tx &tx, const ClientId &client, ChannelKind kind, const std::string &id)
{
    if (id.empty())
        return ChannelRepository::firstOfKind(tx, client, kind);
    auto channel = ChannelRepository::byId(tx, client, ChannelId {id});
    if (!channel || !(channel->kind == kind))
        return Error::of(Error::Kind::NotFound, "the client has no such channel");
    return channel;
}

void overwrite(std::string &field, const std::string &given)
{
    if (!given.empty())
        field = given;
}

Result<std::string> set(WriteTx &tx, const ChannelSetCommand &command, const ChannelSecrets &secrets, const SecretBox &box, const HttpClient &http, Timestamp now)
{
    const auto client = ClientRepository::bySlugOrId(tx, command.client);
    const auto kind = Open<ChannelKind>::fromText(command.kind);
    if (!client)
        return Error::of(Error::Kind::NotFound, "no client has the slug " + command.client);
    if (!kind.known() || isAtDesk(kind.value()))
        return Error::invalid("--kind", "must be whatsapp, sms, web_form, live_chat, email or missed_call");
    const auto known = find(tx, client->id, kind.value(), command.id);
    if (known.hasError())
        return known.error();
    Channel channel = known.value().value_or(Channel {});
    const bool isNew = !known.value();
    if (isNew) {
        channel.id = ChannelId::make(now);
        channel.client = client->id;
        channel.kind = kind;
        channel.baseUrl = defaultBaseUrl(kind.value());
    }
    overwrite(channel.name, command.name);
    overwrite(channel.number, command.number);
    overwrite(channel.phoneNumberId, command.phoneNumberId);
    overwrite(channel.account, command.account);
    overwrite(channel.baseUrl, command.baseUrl);
    overwrite(channel.publicUrl, command.publicUrl);
    if (const auto good = checkChannel(channel); good.hasError())
        return good.error();
    if (!command.baseUrl.empty()) {
        if (const auto may = http.mayCall("--base-url", command.baseUrl); may.hasError())
            return may.error();
    }
    if (isNew)
        ChannelRepository::insert(tx, channel);
    if (const auto stored = storeSecrets(tx, channel, secrets, box); stored.hasError())
        return stored.error();
    settleHealth(channel);
    ChannelRepository::update(tx, channel);
    AuditRepository::append(tx, {client->id, now, {}, "channel.updated", channel.id.value, command.kind});
    announce(tx, clientStream(client->id), isNew ? "channel.created" : "channel.updated", channel, Actor {});
    return fmt::format("{} {} {}\n", isNew ? "made" : "changed", channel.id.value, channel.health.text());
}

} // namespace

Result<std::string> run(const ChannelSetCommand &command)
{
    const auto secrets = secretsOf(command.secrets);
    if (secrets.hasError())
        return secrets.error();
    const SystemClock clock;
    auto offline = openOffline(command.data, clock);
    if (offline.hasError())
        return offline.error();
    const HttpClient http {{}, VendorNetworks::of(offline.value().config.vendorNetworks).valueOr({})};
    return writeOnce(*offline.value().store, [&](WriteTx &tx) { return set(tx, command, secrets.value(), offline.value().box, http, clock.now()); });
}

Result<std::string> listChannels(const std::string &data)
{
    const SystemClock clock;
    auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    return readOnce(*offline.value().store, [](Tx &tx) -> Result<std::string> {
        const auto clients = ClientRepository::all(tx);
        std::size_t width = 0;
        for (const auto &client : clients)
            width = std::max(width, client.slug.size());
        std::string text;
        for (const auto &client : clients) {
            for (const auto &c : ChannelRepository::ofClient(tx, client.id))
                text += fmt::format("{}  {:<{}}  {:<11}  {:<14}  {:<16}  {}\n", c.id.value, client.slug, width, c.kind.text(), c.health.text(), c.number, singleLine(c.name, 60));
        }
        return text;
    });
}

Result<std::string> testChannel(const std::string &data, const std::string &id)
{
    const SystemClock clock;
    auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    auto &store = *offline.value().store;
    Channel channel;
    ChannelKeys keys;
    bool safeMode = true;
    const auto found = readOnce(store, [&](Tx &tx) -> Result<std::string> {
        const auto owner = clientOf(tx, ChannelId {id});
        const auto row = owner ? ChannelRepository::byId(tx, *owner, ChannelId {id}) : std::nullopt;
        if (!row)
            return Error::of(Error::Kind::NotFound, "there is no channel with this id");
        auto open = channelKeys(tx, *row, offline.value().box);
        if (open.hasError())
            return open.error();
        const auto client = ClientRepository::byId(tx, *owner);
        channel = *row;
        keys = std::move(open).value();
        safeMode = !client || client->safeMode;
        return std::string {};
    });
    if (found.hasError())
        return found;
    const HttpClient http {{}, VendorNetworks::of(offline.value().config.vendorNetworks).valueOr({})};
    WhatsAppChannel whatsApp {http};
    TwilioChannel sms {http};
    NotConfiguredChannel none;
    const auto check = VendorTester {{whatsApp, sms, none}, http}.check(channel, keys, safeMode);
    return writeOnce(store, [&](WriteTx &tx) -> Result<std::string> {
        ActContext act {tx, channel.client, {}, {}, clock.now()};
        const auto stored = recordCheck(act, channel, check);
        if (stored.hasError())
            return stored.error();
        return std::string {check.isTried ? check.health.text() : "not tried"} + ": " + check.detail + "\n";
    });
}

} // namespace foredeck
