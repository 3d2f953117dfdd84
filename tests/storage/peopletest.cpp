#include "server/storage/agencyrepository.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/ownerlookup.h"
#include "server/storage/sessionrepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/userrepository.h"
#include "tests/storage/storefixture.h"

using namespace foredeck;

namespace {

class PeopleTest : public StoreTest {
protected:
    Channel makeChannel(const ClientId &client, ChannelKind kind)
    {
        Channel made;
        made.id = ChannelId::make(clock.now());
        made.client = client;
        made.kind = kind;
        return made;
    }
    User makeUser(const std::string &name, Role role, std::vector<ClientId> clients)
    {
        User user;
        user.id = UserId::make(clock.now());
        user.agency = agency;
        user.name = name;
        user.email = name + "@Example.com";
        user.role = role;
        user.clients = std::move(clients);
        write([&](WriteTx &tx) { UserRepository::insert(tx, user); });
        return user;
    }
};

} // namespace

TEST_F(PeopleTest, AgenciesAndClientsComeBack)
{
    Agency own {agency, "Northquay", "NQ", 1};
    write([&](WriteTx &tx) { AgencyRepository::insert(tx, own); });
    own.name = "Northquay & Co";
    write([&](WriteTx &tx) { AgencyRepository::update(tx, own); });
    EXPECT_EQ(wire(get<std::optional<Agency>>([&](Tx &tx) { return AgencyRepository::byId(tx, agency); })), wire(own));
    EXPECT_EQ(get<std::vector<Agency>>([](Tx &tx) { return AgencyRepository::all(tx); }).size(), 1u);

    auto beta = makeClient("beta");
    const auto alpha = makeClient("alpha");
    beta.notices = {{NoticeId {"n1"}, "no rooms until Sunday", clock.now(), std::nullopt, "Ana"}};
    beta.safeMode = false;
    write([&](WriteTx &tx) { ClientRepository::update(tx, beta); });
    EXPECT_EQ(wire(get<std::optional<Client>>([&](Tx &tx) { return ClientRepository::byId(tx, beta.id); })), wire(beta));
    EXPECT_EQ(get<std::optional<Client>>([](Tx &tx) { return ClientRepository::bySlug(tx, "alpha"); })->id, alpha.id);
    EXPECT_EQ(get<std::optional<Client>>([&](Tx &tx) { return ClientRepository::bySlugOrId(tx, alpha.id.value); })->id, alpha.id);
    EXPECT_FALSE(get<std::optional<Client>>([](Tx &tx) { return ClientRepository::bySlugOrId(tx, "gamma"); }));
    EXPECT_EQ(ids(get<std::vector<Client>>([&](Tx &tx) { return ClientRepository::ofAgency(tx, agency); })),
        (std::vector<std::string> {alpha.id.value, beta.id.value}));
    EXPECT_EQ(get<std::vector<Client>>([](Tx &tx) { return ClientRepository::all(tx); }).size(), 2u);
}

TEST_F(PeopleTest, ASlugIsTakenOnceAndAnIdIsAUuid)
{
    auto client = makeClient("alpha");
    client.id = ClientId::make(clock.now());
    EXPECT_EQ(failure([&](WriteTx &tx) { ClientRepository::insert(tx, client); }).kind, Error::Kind::Conflict);
    client.slug = "other";
    client.id = ClientId {"x; DROP TABLE client"};
    EXPECT_EQ(failure([&](WriteTx &tx) { ClientRepository::insert(tx, client); }).kind, Error::Kind::Invalid);
    EXPECT_FALSE(get<std::optional<Client>>([](Tx &tx) { return ClientRepository::bySlug(tx, "other"); }));
}

TEST_F(PeopleTest, LocationsComeBackInTheOrderOfTheirMaking)
{
    const auto client = makeClient();
    std::vector<std::string> made;
    Location last;
    for (const auto *name : {"Pier", "Airport"}) {
        Location location;
        location.id = LocationId::make(clock.now());
        location.client = client.id;
        location.name = name;
        location.latitude = 25.77;
        location.hours.zone = "America/New_York";
        location.hours.week[0] = {{480, 1080}};
        location.hours.closedDates = {"2026-12-25"};
        write([&](WriteTx &tx) { LocationRepository::insert(tx, location); });
        made.push_back(location.id.value);
        last = location;
    }
    EXPECT_EQ(ids(get<std::vector<Location>>([&](Tx &tx) { return LocationRepository::ofClient(tx, client.id); })), made);
    last.hours.always = true;
    write([&](WriteTx &tx) { LocationRepository::update(tx, last); });
    EXPECT_EQ(wire(get<std::optional<Location>>([&](Tx &tx) { return LocationRepository::byId(tx, client.id, last.id); })), wire(last));
    EXPECT_EQ(get<std::optional<ClientId>>([&](Tx &tx) { return clientOf(tx, last.id); }), client.id);
    last.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { LocationRepository::update(tx, last); }).kind, Error::Kind::Conflict);
}

TEST_F(PeopleTest, AWebhookFindsItsChannelByNumberAndAccount)
{
    const auto client = makeClient();
    auto whatsapp = makeChannel(client.id, ChannelKind::WhatsApp);
    whatsapp.phoneNumberId = "1065";
    auto sms = makeChannel(client.id, ChannelKind::Sms);
    sms.account = "AC1";
    sms.number = "+13055550100";
    auto chat = makeChannel(client.id, ChannelKind::LiveChat);
    write([&](WriteTx &tx) {
        for (const auto &each : {whatsapp, sms, chat})
            ChannelRepository::insert(tx, each);
    });
    const auto byPhoneNumberId = [&](std::string_view id) {
        return get<std::optional<Channel>>([&](Tx &tx) { return ChannelRepository::byPhoneNumberId(tx, id); });
    };
    const auto byTwilio = [&](std::string_view account, std::string_view number) {
        return get<std::optional<Channel>>([&](Tx &tx) { return ChannelRepository::byTwilio(tx, account, number); });
    };
    EXPECT_EQ(wire(byPhoneNumberId("1065")), wire(whatsapp));
    EXPECT_FALSE(byPhoneNumberId("1066"));
    EXPECT_FALSE(byPhoneNumberId("")) << "channels without one are no match for none";
    EXPECT_EQ(byTwilio("AC1", "+13055550100")->id, sms.id);
    EXPECT_FALSE(byTwilio("AC2", "+13055550100"));
    EXPECT_FALSE(byTwilio("", ""));
    EXPECT_EQ(get<std::optional<Channel>>([&](Tx &tx) { return ChannelRepository::firstOfKind(tx, client.id, ChannelKind::LiveChat); })->id, chat.id);
    EXPECT_FALSE(get<std::optional<Channel>>([&](Tx &tx) { return ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Email); }));
    EXPECT_EQ(get<std::vector<Channel>>([&](Tx &tx) { return ChannelRepository::ofKind(tx, ChannelKind::WhatsApp); }).size(), 1u);
    EXPECT_EQ(get<std::vector<Channel>>([&](Tx &tx) { return ChannelRepository::ofClient(tx, client.id); }).size(), 3u);

    const auto other = makeClient("other");
    auto thief = makeChannel(other.id, ChannelKind::WhatsApp);
    thief.phoneNumberId = "1065";
    const auto refused = failure([&](WriteTx &tx) { ChannelRepository::insert(tx, thief); });
    EXPECT_EQ(refused.kind, Error::Kind::Conflict);
    EXPECT_EQ(refused.detail, "phone_number_id: another channel has it");
    EXPECT_EQ(refused.fields.at(0).field, "phone_number_id");
    thief.kind = ChannelKind::Sms;
    thief.phoneNumberId.clear();
    thief.account = "AC1";
    thief.number = "+13055550100";
    EXPECT_EQ(failure([&](WriteTx &tx) { ChannelRepository::insert(tx, thief); }).kind, Error::Kind::Conflict);
}

TEST_F(PeopleTest, SecretsLieBesideTheChannelAndOutliveItsUpdates)
{
    const auto client = makeClient();
    auto sms = makeChannel(client.id, ChannelKind::Sms);
    const SealedSecrets sealed {std::string {"\x00\x01sealed\xff", 9}, "token", ""};
    write([&](WriteTx &tx) {
        ChannelRepository::insert(tx, sms);
        ChannelRepository::setSecrets(tx, client.id, sms.id, sealed);
        sms.hasSecret = true;
        ChannelRepository::update(tx, sms);
    });
    const auto secrets = [&](const ClientId &of) {
        return get<SealedSecrets>([&](Tx &tx) { return ChannelRepository::secrets(tx, of, sms.id); });
    };
    EXPECT_EQ(secrets(client.id), sealed);
    EXPECT_EQ(secrets(makeClient("other").id), SealedSecrets {});
    EXPECT_EQ(get<std::optional<Channel>>([&](Tx &tx) { return ChannelRepository::byId(tx, client.id, sms.id); })->version, 2);
    EXPECT_EQ(failure([&](WriteTx &tx) { ChannelRepository::setSecrets(tx, client.id, ChannelId {"none"}, sealed); }).kind, Error::Kind::NotFound);
}

TEST_F(PeopleTest, UsersAreFoundByEmailAndByWhatTheySee)
{
    const auto one = makeClient("one");
    const auto two = makeClient("two");
    auto agent = makeUser("bea", Role::Agent, {one.id});
    const auto owner = makeUser("ada", Role::SuperAdmin, {});
    makeUser("eve", Role::Agent, {});
    EXPECT_EQ(wire(get<std::optional<User>>([](Tx &tx) { return UserRepository::byEmail(tx, "BEA@example.COM"); })), wire(agent));
    EXPECT_FALSE(get<std::optional<User>>([](Tx &tx) { return UserRepository::byEmail(tx, ""); }));
    const auto ofClient = [&](const ClientId &client) { return ids(get<std::vector<User>>([&](Tx &tx) { return UserRepository::ofClient(tx, client); })); };
    EXPECT_EQ(ofClient(one.id), (std::vector<std::string> {owner.id.value, agent.id.value}));
    EXPECT_EQ(ofClient(two.id), (std::vector<std::string> {owner.id.value}));
    agent.clients = {two.id};
    write([&](WriteTx &tx) { UserRepository::update(tx, agent); });
    EXPECT_EQ(ofClient(one.id), (std::vector<std::string> {owner.id.value}));
    EXPECT_EQ(ofClient(two.id), (std::vector<std::string> {owner.id.value, agent.id.value}));
    EXPECT_EQ(get<std::vector<User>>([&](Tx &tx) { return UserRepository::ofAgency(tx, agency); }).size(), 3u);
    EXPECT_TRUE(ofClient(ClientId {"none"}).empty());
    agent.email = "ADA@example.com";
    EXPECT_EQ(failure([&](WriteTx &tx) { UserRepository::update(tx, agent); }).kind, Error::Kind::Conflict);
}

TEST_F(PeopleTest, CredentialsOutliveUpdatesOfTheUser)
{
    auto user = makeUser("bea", Role::Agent, {});
    const auto stored = [&] { return get<Credentials>([&](Tx &tx) { return UserRepository::credentials(tx, user.id); }); };
    EXPECT_EQ(stored(), Credentials {});
    const Credentials credentials {"$argon2id$…", 4, clock.now()};
    write([&](WriteTx &tx) {
        UserRepository::setCredentials(tx, user.id, credentials);
        UserRepository::update(tx, user);
    });
    EXPECT_EQ(stored(), credentials);
    EXPECT_EQ(failure([&](WriteTx &tx) { UserRepository::setCredentials(tx, UserId {"none"}, credentials); }).kind, Error::Kind::NotFound);
}

TEST_F(PeopleTest, SessionsRotateRememberOldTokensAndEnd)
{
    const UserId user {"u"};
    const auto later = clock.now() + std::chrono::hours {24};
    const auto insert = [&](const std::string &id, const std::string &hash) {
        const SessionRecord session {id, user, "laptop", clock.now(), clock.now(), later, std::nullopt};
        write([&](WriteTx &tx) { SessionRepository::insert(tx, session, hash); });
        return session;
    };
    const auto session = insert("s1", "h1");
    const auto token = [&](std::string_view hash) { return get<std::optional<RefreshToken>>([&](Tx &tx) { return SessionRepository::token(tx, hash); }); };
    const auto byId = [&](std::string_view id) { return get<std::optional<SessionRecord>>([&](Tx &tx) { return SessionRepository::byId(tx, id); }); };
    EXPECT_EQ(byId("s1"), session);
    EXPECT_EQ(token("h1"), (RefreshToken {"h1", "s1", clock.now(), std::nullopt, ""}));
    clock.advance(std::chrono::seconds {5});
    write([&](WriteTx &tx) { SessionRepository::rotate(tx, "h1", "h2", clock.now(), later + std::chrono::hours {1}); });
    EXPECT_EQ(token("h1")->replacedBy, "h2");
    EXPECT_EQ(token("h1")->replacedAt, clock.now());
    EXPECT_FALSE(token("h2")->replacedAt);
    EXPECT_EQ(byId("s1")->usedAt, clock.now());
    EXPECT_EQ(byId("s1")->expiresAt, later + std::chrono::hours {1});
    EXPECT_EQ(failure([&](WriteTx &tx) { SessionRepository::rotate(tx, "h1", "h3", clock.now(), later); }).kind, Error::Kind::Conflict);
    EXPECT_EQ(failure([&](WriteTx &tx) { SessionRepository::rotate(tx, "none", "h3", clock.now(), later); }).kind, Error::Kind::Conflict);

    insert("s2", "k1");
    insert("s3", "l1");
    const auto sessions = [&] { return get<std::vector<SessionRecord>>([&](Tx &tx) { return SessionRepository::ofUser(tx, user); }).size(); };
    EXPECT_EQ(sessions(), 3u);
    write([&](WriteTx &tx) {
        EXPECT_TRUE(SessionRepository::revoke(tx, "s2", clock.now()));
        EXPECT_FALSE(SessionRepository::revoke(tx, "s2", clock.now()));
    });
    EXPECT_EQ(sessions(), 2u);
    EXPECT_EQ(byId("s2")->revokedAt, clock.now());
    write([&](WriteTx &tx) { SessionRepository::revokeAll(tx, user, clock.now()); });
    EXPECT_EQ(sessions(), 0u);
    std::int64_t removed = 0;
    write([&](WriteTx &tx) { removed = SessionRepository::removeExpired(tx, later + std::chrono::milliseconds {1}, 10); });
    EXPECT_EQ(removed, 2);
    EXPECT_FALSE(token("k1"));
    EXPECT_TRUE(token("h1"));
}

TEST_F(PeopleTest, ALostAnswerLeavesTwoNewestTokensUntilTheNextRotation)
{
    const UserId user {"u"};
    const auto later = clock.now() + std::chrono::hours {24};
    const auto replaced = [&](std::string_view hash) {
        return get<std::optional<RefreshToken>>([&](Tx &tx) { return SessionRepository::token(tx, hash); })->replacedAt.has_value();
    };
    const auto knows = [&](std::string_view device) {
        return get<bool>([&](Tx &tx) { return SessionRepository::knowsDevice(tx, user, device); });
    };
    EXPECT_FALSE(knows("laptop"));
    write([&](WriteTx &tx) {
        SessionRepository::insert(tx, {"s", user, "laptop", clock.now(), clock.now(), later, std::nullopt}, "h1");
        SessionRepository::rotate(tx, "h1", "h2", clock.now(), later);
        SessionRepository::addToken(tx, "s", "h2b", clock.now());
        SessionRepository::insert(tx, {"other", user, "phone", clock.now(), clock.now(), later, std::nullopt}, "k1");
    });
    EXPECT_TRUE(replaced("h1"));
    EXPECT_FALSE(replaced("h2") || replaced("h2b"));
    write([&](WriteTx &tx) {
        SessionRepository::rotate(tx, "h2b", "h3", clock.now(), later);
        SessionRepository::revoke(tx, "s", clock.now());
    });
    EXPECT_TRUE(replaced("h2") && replaced("h2b"));
    EXPECT_FALSE(replaced("h3") || replaced("k1"));
    EXPECT_TRUE(knows("laptop")) << "also of a session that has ended";
    EXPECT_FALSE(knows("tablet"));
}

TEST_F(PeopleTest, SettingsKeepEveryVersion)
{
    const auto client = makeClient();
    ClientSettings settings;
    settings.client = client.id;
    settings.greeting["es"] = "¡Hola!";
    settings.intake = {{"dates", {{"en", "When?"}}, IntakeKind::Date, {}, "timeline", true}};
    write([&](WriteTx &tx) { SettingsRepository::insert(tx, settings, clock.now()); });
    const auto first = wire(settings);
    settings.answerFloor = 0.6;
    write([&](WriteTx &tx) { SettingsRepository::update(tx, settings, clock.now()); });
    EXPECT_EQ(settings.version, 2);
    EXPECT_EQ(wire(get<std::optional<ClientSettings>>([&](Tx &tx) { return SettingsRepository::ofClient(tx, client.id); })), wire(settings));
    EXPECT_EQ(wire(get<std::optional<ClientSettings>>([&](Tx &tx) { return SettingsRepository::version(tx, client.id, 1); })), first);
    const auto versions = get<std::vector<ClientSettings>>([&](Tx &tx) { return SettingsRepository::versions(tx, client.id, 10); });
    ASSERT_EQ(versions.size(), 2u);
    EXPECT_EQ(versions[0].version, 2);
    settings.version = 1;
    EXPECT_EQ(failure([&](WriteTx &tx) { SettingsRepository::update(tx, settings, clock.now()); }).kind, Error::Kind::Conflict);
}
