#include "server/services/ingest/channeldirectory.h"

#include "server/channels/signature.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"

#include <algorithm>
#include <set>

namespace foredeck {

namespace {

constexpr std::size_t mostJudged = 64 * 1024;

std::string twilioKey(std::string_view account, std::string_view number)
{
    return std::string {account} + " " + std::string {number};
}

bool changesDoors(const Event &event)
{
    return event.kind.starts_with("channel.") || event.kind.starts_with("client.");
}

} // namespace

const Doors::Door *Doors::Business::door(ChannelKind kind) const
{
    const auto found = std::find_if(doors.begin(), doors.end(), [&](const Door &d) { return d.channel.kind == kind; });
    return found == doors.end() ? nullptr : &*found;
}

const Doors::Door *Doors::Business::door(const ChannelId &id) const
{
    const auto found = std::find_if(doors.begin(), doors.end(), [&](const Door &d) { return d.channel.id == id; });
    return found == doors.end() ? nullptr : &*found;
}

void Doors::add(Business business)
{
    m_businesses.push_back(std::make_unique<Business>(std::move(business)));
    const auto &added = *m_businesses.back();
    m_byName.emplace(added.client.id.value, &added);
    m_byName.emplace(added.client.slug, &added);
    for (const auto &door : added.doors) {
        const auto &channel = door.channel;
        if (channel.kind == ChannelKind::WhatsApp && !channel.phoneNumberId.empty())
            m_byNumberId.emplace(channel.phoneNumberId, Found {&added, &door});
        if (channel.kind == ChannelKind::Sms && !channel.account.empty() && !channel.number.empty())
            m_byTwilio.emplace(twilioKey(channel.account, channel.number), Found {&added, &door});
    }
}

const Doors::Business *Doors::bySlugOrId(std::string_view name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? nullptr : found->second;
}

Doors::Found Doors::byPhoneNumberId(std::string_view phoneNumberId) const
{
    const auto found = m_byNumberId.find(phoneNumberId);
    return found == m_byNumberId.end() ? Found {} : found->second;
}

Doors::Found Doors::byTwilio(std::string_view account, std::string_view number) const
{
    const auto found = m_byTwilio.find(twilioKey(account, number));
    return found == m_byTwilio.end() ? Found {} : found->second;
}

Doors::Found Doors::byId(const ClientId &client, const ChannelId &channel) const
{
    const auto *business = bySlugOrId(client.value);
    const auto *door = business ? business->door(channel) : nullptr;
    return door ? Found {business, door} : Found {};
}

bool Doors::knowsVerifyToken(std::string_view token) const
{
    bool known = false;
    for (const auto &business : m_businesses) {
        for (const auto &door : business->doors) {
            if (door.channel.kind == ChannelKind::WhatsApp && !door.verifyToken.empty())
                known = equalInConstantTime(door.verifyToken, token) || known;
        }
    }
    return known && !token.empty();
}

bool Doors::isSignedByWhatsApp(std::string_view rawBody, std::string_view header) const
{
    if (rawBody.size() > mostJudged || header.empty())
        return false;
    std::set<std::string_view> secrets;
    for (const auto &[number, found] : m_byNumberId)
        secrets.insert(found.door->secret);
    return std::any_of(secrets.begin(), secrets.end(), [&](std::string_view secret) { return signature::sha256HeaderIsValid(secret, rawBody, header); });
}

std::shared_ptr<const Doors> ChannelDirectory::doors()
{
    if (isStale()) {
        const std::lock_guard loading {m_loading};
        const auto changes = m_changes.load();
        if (m_seen.load() != changes) {
            auto loaded = load();
            if (loaded.hasError()) {
                m_log.error("channels.not_read", {{"reason", loaded.error().detail}});
            } else {
                const std::lock_guard lock {m_mutex};
                m_doors = std::move(loaded).value();
                m_seen = changes; // a change that came meanwhile leaves it stale
            }
        }
    }
    const std::lock_guard lock {m_mutex};
    return m_doors;
}

void ChannelDirectory::committed(const std::vector<Event> &events)
{
    if (std::any_of(events.begin(), events.end(), changesDoors))
        ++m_changes;
}

Result<std::shared_ptr<const Doors>> ChannelDirectory::load() const
{
    auto doors = std::make_shared<Doors>();
    const auto unsealed = [&](const std::string &sealed, const Channel &channel) {
        auto plain = m_box.unseal(sealed);
        if (plain.hasValue())
            return std::move(plain).value();
        m_log.error("channel.key_unreadable", {{"client_id", channel.client.value}, {"channel_id", channel.id.value}});
        return std::string {};
    };
    const auto read = m_store.read([&](Tx &tx) {
        for (auto &client : ClientRepository::all(tx)) {
            Doors::Business business;
            for (auto &channel : ChannelRepository::ofClient(tx, client.id)) {
                const auto secrets = ChannelRepository::secrets(tx, client.id, channel.id);
                Doors::Door door {{}, unsealed(secrets.secret, channel), unsealed(secrets.token, channel), unsealed(secrets.verifyToken, channel)};
                door.channel = std::move(channel);
                if (door.channel.kind == ChannelKind::Sms && door.channel.publicUrl.empty() && !m_publicUrl.empty())
                    door.channel.publicUrl = m_publicUrl + "/webhooks/twilio/sms";
                business.doors.push_back(std::move(door));
            }
            business.client = std::move(client);
            doors->add(std::move(business));
        }
    });
    if (read.hasError())
        return read.error();
    return std::shared_ptr<const Doors> {std::move(doors)};
}

} // namespace foredeck
