#include "server/app/initstore.h"

#include "models/core/text.h"
#include "server/services/assistant/intake.h"
#include "server/services/auth/logins.h"
#include "server/services/client/channelacts.h"
#include "server/services/client/clientacts.h"
#include "server/services/client/useracts.h"
#include "server/services/knowledge/faqacts.h"
#include "server/services/macro/macroacts.h"
#include "server/services/op/precondition.h"
#include "server/storage/agencyrepository.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/metarepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

Error under(const std::string &path, Error error)
{
    for (auto &field : error.fields)
        field.field = path + "." + field.field;
    error.detail = path + "." + error.detail;
    return error;
}

bool isSlug(const std::string &slug)
{
    return !slug.empty() && slug.size() <= 64 && slug.front() != '-' && std::all_of(slug.begin(), slug.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

class Writer {
public:
    Writer(WriteTx &tx, const SecretBox &box, const HttpClient &http, const TimeZones &zones, Timestamp now) : m_tx(tx), m_box(box), m_http(http), m_zones(zones), m_now(now) { }

    Result<void> agencyAndOwner(const InitSpec &spec, const std::string &passwordHash)
    {
        m_agency = {AgencyId::make(m_now), spec.agency.name, spec.agency.mark, 1};
        AgencyRepository::insert(m_tx, m_agency);
        announce(m_tx, agencyStream(m_agency.id), "agency.updated", m_agency, Actor {});
        User owner;
        owner.id = UserId::make(m_now);
        owner.agency = m_agency.id;
        owner.role = Role::Admin;
        owner.name = trimmed(spec.owner.name);
        owner.email = asciiLower(trimmed(spec.owner.email));
        UserRepository::insert(m_tx, owner);
        UserRepository::setCredentials(m_tx, owner.id, {passwordHash, 0, std::nullopt});
        MetaRepository::set(m_tx, Logins::ownerKey, owner.id.value);
        announce(m_tx, agencyStream(m_agency.id), "user.created", owner, Actor {});
        return ok();
    }

    Result<DoorsFileClient> client(const ClientSpec &spec, bool sample)
    {
        if (const auto good = check(spec); good.hasError())
            return good.error();
        Client client;
        client.id = ClientId::make(m_now);
        client.agency = m_agency.id;
        client.name = trimmed(spec.name);
        client.slug = spec.slug;
        client.mark = spec.mark.empty() ? std::string {clipUtf8(client.name, 2)} : spec.mark;
        client.industry = spec.industry;
        client.status = ClientStatus::Active;
        client.assistantOn = spec.assistantOn;
        client.safeMode = spec.safeMode;
        client.language = spec.language;
        client.region = spec.region;
        client.sample = sample;
        ClientRepository::insert(m_tx, client);
        announce(m_tx, agencyStream(m_agency.id), "client.created", client, Actor {});
        ActContext act {m_tx, client.id, {}, {}, m_now};
        if (const auto good = locationsAndSettings(act, spec); good.hasError())
            return good.error();
        if (const auto good = faqs(act, spec); good.hasError())
            return good.error();
        if (const auto good = macros(act, spec); good.hasError())
            return good.error();
        return channels(act, spec);
    }

private:
    Result<void> ok() const { return m_tx.error() ? Result<void> {*m_tx.error()} : Result<void> {}; }

    Result<void> check(const ClientSpec &spec) const
    {
        if (!isSlug(spec.slug))
            return Error::invalid("slug", "must be lower-case letters, digits and hyphens");
        for (const auto &good : {fitText("name", trimmed(spec.name), 200), checkLanguage(spec.language), checkRegion(spec.region), checkSettings(spec.settings)}) {
            if (good.hasError())
                return good;
        }
        for (std::size_t i = 0; i < spec.locations.size(); ++i) {
            if (const auto good = checkHours(spec.locations[i].hours, m_zones); good.hasError())
                return under("locations[" + std::to_string(i) + "].hours", good.error());
        }
        return {};
    }

    Result<void> locationsAndSettings(ActContext &act, const ClientSpec &spec)
    {
        for (const auto &given : spec.locations) {
            Location location;
            location.id = LocationId::make(m_now);
            location.client = act.client;
            location.name = given.name;
            location.address = given.address;
            location.zip = given.zip;
            location.hours = given.hours;
            LocationRepository::insert(m_tx, location);
            act.tell("location.created", location);
        }
        auto settings = spec.settings;
        if (settings.intake.empty())
            settings.intake = defaultIntake(spec.language);
        settings.client = act.client;
        settings.version = 1;
        SettingsRepository::insert(m_tx, settings, m_now);
        act.tell("settings.updated", settings);
        return ok();
    }

    Result<void> faqs(ActContext &act, const ClientSpec &spec)
    {
        const KnowledgeBase base {KnowledgeBaseId::make(m_now), act.client, "Questions and answers", {}, 0, 1};
        KnowledgeRepository::insertBase(m_tx, base);
        std::vector<FaqInput> inputs;
        for (const auto &faq : spec.faqs)
            inputs.push_back({{}, faq.question, faq.answer, faq.language.empty() ? spec.language : faq.language, faq.category, Visibility::Public, 0});
        if (inputs.empty())
            return ok();
        const auto stored = putFaqs(act, base.id, inputs);
        return stored.hasError() ? Result<void> {stored.error()} : Result<void> {};
    }

    static Result<void> macros(ActContext &act, const ClientSpec &spec)
    {
        for (std::size_t i = 0; i < spec.macros.size(); ++i) {
            const auto made = createMacro(act, {{}, act.client, spec.macros[i].name, spec.macros[i].text, 1});
            if (made.hasError())
                return under("macros[" + std::to_string(i) + "]", made.error());
        }
        return {};
    }

    Result<DoorsFileClient> channels(ActContext &act, const ClientSpec &spec)
    {
        auto specs = spec.channels;
        for (const auto kind : {ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::MissedCall}) {
            const bool named = std::any_of(specs.begin(), specs.end(), [&](const ChannelSpec &c) { return c.kind == kind; });
            if (named)
                continue;
            auto &added = specs.emplace_back();
            added.kind = kind;
            added.generateSecrets = true;
        }
        DoorsFileClient doors {spec.slug, act.client, {}};
        for (std::size_t i = 0; i < specs.size(); ++i) {
            auto door = channel(act, specs[i]);
            if (door.hasError())
                return under("channels[" + std::to_string(i) + "]", door.error());
            doors.channels.push_back(std::move(door).value());
        }
        if (const auto good = ok(); good.hasError())
            return good.error();
        return doors;
    }

    Result<DoorsFileChannel> channel(ActContext &act, ChannelSpec spec)
    {
        if (!spec.kind.known() || isAtDesk(spec.kind.value()))
            return Error::invalid("kind", "is no channel");
        if (spec.generateSecrets) {
            for (auto *secret : {&spec.secret, &spec.token, &spec.verifyToken})
                *secret = secret->empty() ? randomToken() : *secret;
        }
        Channel channel;
        channel.id = ChannelId::make(m_now);
        channel.client = act.client;
        channel.kind = spec.kind;
        channel.name = spec.name;
        channel.number = spec.number;
        channel.phoneNumberId = spec.phoneNumberId;
        channel.account = spec.account;
        channel.baseUrl = spec.baseUrl.empty() ? defaultBaseUrl(spec.kind.value()) : spec.baseUrl;
        channel.publicUrl = spec.publicUrl;
        channel.hasSecret = !spec.secret.empty();
        channel.hasToken = !spec.token.empty();
        if (const auto good = checkChannel(channel); good.hasError())
            return good.error();
        if (const auto may = spec.baseUrl.empty() ? Result<void> {} : m_http.mayCall("base_url", spec.baseUrl); may.hasError())
            return may.error();
        settleHealth(channel);
        ChannelRepository::insert(m_tx, channel);
        if (const auto stored = storeSecrets(m_tx, channel, {spec.secret, spec.token, spec.verifyToken}, m_box); stored.hasError())
            return stored.error();
        act.tell("channel.created", channel);
        return DoorsFileChannel {spec.kind, channel.id, spec.number, spec.phoneNumberId, spec.account, spec.publicUrl, spec.secret, spec.token, spec.verifyToken};
    }

    WriteTx &m_tx;
    const SecretBox &m_box;
    const HttpClient &m_http;
    const TimeZones &m_zones;
    const Timestamp m_now;
    Agency m_agency;
};

std::optional<std::size_t> slugTakenBefore(const std::vector<ClientSpec> &clients, std::size_t at)
{
    for (std::size_t i = 0; i < at; ++i) {
        if (clients[i].slug == clients[at].slug)
            return i;
    }
    return std::nullopt;
}

Result<DoorsFile> write(WriteTx &tx, const InitSpec &spec, const std::string &hash, const SecretBox &box, const HttpClient &http, const TimeZones &zones, Timestamp now)
{
    Writer writer {tx, box, http, zones, now};
    if (const auto good = writer.agencyAndOwner(spec, hash); good.hasError())
        return good.error();
    DoorsFile doors;
    for (std::size_t i = 0; i < spec.clients.size(); ++i) {
        const auto taken = slugTakenBefore(spec.clients, i);
        if (taken)
            return Error::invalid("clients[" + std::to_string(i) + "].slug", "is the one of clients[" + std::to_string(*taken) + "] too");
        auto client = writer.client(spec.clients[i], spec.sample);
        if (client.hasError())
            return under("clients[" + std::to_string(i) + "]", client.error());
        doors.clients.push_back(std::move(client).value());
    }
    return doors;
}

} // namespace

Result<DoorsFile> initStore(Store &store, const InitSpec &spec, const SecretBox &box, const HttpClient &http, const Passwords &passwords, const TimeZones &zones,
    const Clock &clock)
{
    if (const auto good = checkEmail(asciiLower(trimmed(spec.owner.email))); good.hasError())
        return under("owner", good.error());
    std::string hash;
    if (!spec.owner.password.empty()) {
        if (const auto good = Passwords::acceptable(spec.owner.password); good.hasError())
            return under("owner", good.error());
        auto hashed = passwords.hash(spec.owner.password);
        if (hashed.hasError())
            return hashed.error();
        hash = std::move(hashed).value();
    }
    std::optional<Result<DoorsFile>> doors;
    const auto written = store.write([&](WriteTx &tx) {
        doors.emplace(write(tx, spec, hash, box, http, zones, clock.now()));
        if (doors->hasError() && !tx.error())
            tx.fail(doors->error());
    });
    if (doors && doors->hasError())
        return *doors;
    return written.hasError() ? Result<DoorsFile> {written.error()} : *std::move(doors);
}

} // namespace foredeck
