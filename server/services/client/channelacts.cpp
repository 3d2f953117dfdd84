#include "server/services/client/channeltester.h"

#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/channelrepository.h"

namespace foredeck {

namespace {

constexpr std::size_t maxSecret = 1024;

Result<void> checkUrl(const char *field, const std::string &url)
{
    if (url.empty())
        return {};
    const bool http = url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0;
    if (!http || url.size() > 500 || url.find_first_of(" \t\r\n\"<>") != std::string::npos)
        return Error::invalid(field, "must be an http or https address");
    return {};
}

Result<void> checkSecrets(const ChannelSecrets &secrets)
{
    for (const auto &[field, secret] : {std::pair {"secret", &secrets.secret}, std::pair {"token", &secrets.token}, std::pair {"verify_token", &secrets.verifyToken}}) {
        if (*secret && (*secret)->size() > maxSecret)
            return Error::invalid(field, "has more than 1024 bytes");
    }
    return {};
}

std::string sealedOr(const std::optional<std::string> &given, const std::string &old, const SecretBox &box)
{
    return given ? box.seal(*given) : old;
}

Result<Channel> saved(ActContext &act, Channel &channel)
{
    ChannelRepository::update(act.tx, channel);
    act.tell("channel.updated", channel);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    return channel;
}

} // namespace

std::string defaultBaseUrl(ChannelKind kind)
{
    if (kind == ChannelKind::WhatsApp)
        return "https://graph.facebook.com/v23.0";
    return kind == ChannelKind::Sms ? "https://api.twilio.com" : std::string {};
}

Result<void> checkChannel(const Channel &c)
{
    for (const auto &checked : {fitText("name", c.name, 200, true), fitText("number", c.number, 32, true),
             fitText("phone_number_id", c.phoneNumberId, 64, true), fitText("account", c.account, 64, true), checkUrl("base_url", c.baseUrl),
             checkUrl("public_url", c.publicUrl)}) {
        if (checked.hasError())
            return checked;
    }
    const bool plus = c.number.empty() || (c.number[0] == '+' && c.number.find_first_not_of("0123456789", 1) == std::string::npos);
    return plus ? Result<void> {} : Error::invalid("number", "must be in E.164 form, such as +13055550142");
}

bool configured(const Channel &c)
{
    switch (c.kind.value()) {
    case ChannelKind::WhatsApp:
        return c.hasSecret && c.hasToken && !c.phoneNumberId.empty();
    case ChannelKind::Sms:
        return c.hasSecret && c.hasToken && !c.account.empty() && !c.number.empty();
    case ChannelKind::WebForm:
    case ChannelKind::MissedCall:
        return c.hasSecret;
    case ChannelKind::LiveChat:
        return true;
    case ChannelKind::Email:
    case ChannelKind::WalkIn:
    case ChannelKind::Call:
    case ChannelKind::Unknown:
        return false;
    }
    return false;
}

void settleHealth(Channel &channel)
{
    const bool complete = configured(channel);
    if (!complete)
        channel.health = ChannelHealth::NotConfigured;
    else if (channel.health == ChannelHealth::NotConfigured)
        channel.health = ChannelHealth::Ok;
    channel.healthDetail = complete ? "Not tested since the last change" : "Keys are missing";
    channel.checkedAt.reset();
}

Result<void> storeSecrets(WriteTx &tx, Channel &channel, const ChannelSecrets &secrets, const SecretBox &box)
{
    if (const auto fits = checkSecrets(secrets); fits.hasError())
        return fits;
    auto sealed = ChannelRepository::secrets(tx, channel.client, channel.id);
    sealed = {sealedOr(secrets.secret, sealed.secret, box), sealedOr(secrets.token, sealed.token, box),
        sealedOr(secrets.verifyToken, sealed.verifyToken, box)};
    ChannelRepository::setSecrets(tx, channel.client, channel.id, sealed);
    channel.hasSecret = !sealed.secret.empty();
    channel.hasToken = !sealed.token.empty();
    return {};
}

Result<ChannelKeys> channelKeys(Tx &tx, const Channel &channel, const SecretBox &box)
{
    const auto sealed = ChannelRepository::secrets(tx, channel.client, channel.id);
    if (tx.error())
        return *tx.error();
    ChannelKeys keys;
    const std::pair<const std::string *, std::string *> pairs[] {{&sealed.secret, &keys.secret}, {&sealed.token, &keys.token}, {&sealed.verifyToken, &keys.verifyToken}};
    for (const auto &[from, to] : pairs) {
        auto open = box.unseal(*from);
        if (open.hasError())
            return open.error();
        *to = std::move(open).value();
    }
    return keys;
}

Result<Channel> putChannel(OpContext &op, const ChannelId &id, Channel channel, const ChannelSecrets &secrets, std::int64_t ifMatch,
    const SecretBox &box, const ChannelTester &tester)
{
    if (const auto fits = checkChannel(channel); fits.hasError())
        return fits.error();
    const auto current = ChannelRepository::byId(op.tx, op.client, id);
    if (!current)
        return notFound("channel");
    if (const auto same = matchVersion(*current, ifMatch); same.hasError())
        return same.error();
    channel.id = id;
    channel.client = op.client;
    channel.kind = current->kind;
    channel.version = current->version;
    channel.baseUrl = channel.baseUrl.empty() ? defaultBaseUrl(current->kind.value()) : channel.baseUrl;
    if (channel.baseUrl != current->baseUrl) {
        if (const auto may = tester.mayAsk("base_url", channel.baseUrl); may.hasError())
            return may.error();
    }
    // Keys that were given for one address are never carried to another.
    if (channel.baseUrl != current->baseUrl && current->hasToken && !secrets.token)
        return Error::invalid("token", "must be given again, because base_url changes");
    if (const auto stored = storeSecrets(op.tx, channel, secrets, box); stored.hasError())
        return stored.error();
    channel.health = current->health;
    channel.expiresAt = current->expiresAt;
    settleHealth(channel);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, "channel.updated", id.value, std::string {channel.kind.text()}});
    return saved(op, channel);
}

Result<Channel> recordCheck(ActContext &act, const Channel &asked, const ChannelCheck &check)
{
    auto channel = ChannelRepository::byId(act.tx, act.client, asked.id);
    if (!channel)
        return notFound("channel");
    if (channel->version != asked.version)
        return Error::of(Error::Kind::Conflict, "the channel has changed while the vendor was asked; test it again");
    channel->health = check.health;
    channel->healthDetail = check.detail;
    channel->checkedAt = check.isTried ? std::optional {act.now} : std::nullopt;
    channel->expiresAt = check.expiresAt;
    return saved(act, *channel);
}

void recordSending(ActContext &act, const ChannelId &id, const std::string &refusal)
{
    auto channel = ChannelRepository::byId(act.tx, act.client, id);
    const bool fails = channel && channel->health == ChannelHealth::Failing;
    if (!channel || (refusal.empty() ? !fails : fails && channel->healthDetail == refusal))
        return;
    channel->health = refusal.empty() ? ChannelHealth::Ok : ChannelHealth::Failing;
    channel->healthDetail = refusal.empty() ? "The vendor takes messages again" : refusal;
    channel->checkedAt = act.now;
    static_cast<void>(saved(act, *channel).hasError()); // sticks to the transaction
}

Result<Channel> dropSecrets(ActContext &act, Channel channel, const SecretBox &box)
{
    if (const auto stored = storeSecrets(act.tx, channel, {"", "", ""}, box); stored.hasError())
        return stored.error();
    settleHealth(channel);
    AuditRepository::append(act.tx, {act.client, act.now, act.actor, "channel.keys_dropped", channel.id.value, std::string {channel.kind.text()}});
    return saved(act, channel);
}

} // namespace foredeck
