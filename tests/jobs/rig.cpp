#include "tests/jobs/rig.h"

#include "models/sqlite/database.h"
#include "server/channels/formbody.h"
#include "server/services/client/channelacts.h"
#include "server/services/op/queues.h"
#include "server/storage/announce.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/locationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/settingsrepository.h"

#include <future>
#include <random>

#include <sqlite3.h>

namespace foredeck::tests {

namespace {

constexpr auto secret = "door-key";
constexpr auto smsUrl = "https://hooks.example/webhooks/twilio/sms";

} // namespace

Rig::Rig()
{
    folder = std::filesystem::temp_directory_path() / ("foredeck-jobs-" + makeUuid(SystemClock {}.now()));
    std::filesystem::create_directories(folder);
    box = std::make_unique<SecretBox>(SecretBox::create((folder / "secret.key").string()).value());
    open();
    makeBusiness();
}

Rig::~Rig()
{
    close();
    std::filesystem::remove_all(folder);
}

void Rig::open()
{
    SqliteStoreConfig config;
    config.path = (folder / "foredeckd.db").string();
    config.onceOnly = {std::string {queues::channelSend}, std::string {queues::channelSms}, std::string {queues::channelHere}, std::string {queues::alertText}, std::string {queues::assistantTurn}};
    auto opened = SqliteStore::open(config, clock);
    ASSERT_TRUE(opened.hasValue()) << opened.error().detail;
    store = std::move(opened).value();
    Background::Config work;
    work.vendorNetworks = VendorNetworks::of({"127.0.0.0/8"}).value();
    background = std::make_unique<Background>(*store, clock, log, *box, zones, work);
    feed.background = background.get();
    store->setFeed(&feed);
    router = std::make_unique<Router>();
    webhooks = std::make_unique<WebhookHandler>(background->directory(), background->intake(), background->chats(), clock, log);
    webhooks->addTo(*router);
}

void Rig::close()
{
    webhooks.reset();
    router.reset();
    store->setFeed(nullptr);
    feed.background = nullptr;
    // What intake has yet to be told of its last write still uses the background, as in Backend::stop().
    static_cast<void>(store->write([](WriteTx &) { }).hasError());
    background.reset();
    store.reset();
}

void Rig::restart(const std::function<void()> &between)
{
    close();
    if (between)
        between();
    open();
}

void Rig::makeBusiness()
{
    const auto at = clock.now();
    client.id = ClientId::make(at);
    client.agency = AgencyId::make(at);
    client.name = "Casa Marisol";
    client.slug = "casa-marisol";
    client.status = ClientStatus::Active;
    client.safeMode = false;
    ClientSettings settings;
    settings.client = client.id;
    settings.turnDelayMs = 1500;
    settings.contact = "+1 305 555 0101";
    settings.intake = {{"name", {{"en", "May I have your name?"}}, IntakeKind::Text, {}, "name", true}};
    Location place;
    place.id = LocationId::make(at);
    place.client = client.id;
    place.name = "Casa Marisol";
    place.hours.zone = "America/New_York";
    place.hours.always = true;
    const std::vector<std::pair<std::string, std::string>> faqs {{"Do you have parking?", "Yes, 18 spaces at USD 22 a night."},
        {"What time is check-in?", "Check-in starts at 15:00."}, {"Are dogs allowed?", "Dogs up to 15 kg are welcome."}};

    const auto door = [&](ChannelKind kind) {
        Channel channel;
        channel.id = ChannelId::make(at);
        channel.client = client.id;
        channel.kind = kind;
        channel.name = std::string {nameOf(kind)};
        return channel;
    };
    const auto written = store->write([&](WriteTx &tx) {
        ClientRepository::insert(tx, client);
        SettingsRepository::insert(tx, settings, at);
        LocationRepository::insert(tx, place);
        KnowledgeBase base {KnowledgeBaseId::make(at), client.id, "FAQ", {}, 0, 1};
        KnowledgeRepository::insertBase(tx, base);
        for (const auto &[question, answer] : faqs) {
            Document document;
            document.id = DocumentId::make(at);
            document.client = client.id;
            document.base = base.id;
            document.title = question;
            document.text = answer;
            document.language = "en";
            document.sha256 = sha256Hex(question + answer);
            document.updatedAt = at;
            KnowledgeRepository::insert(tx, document);
        }
        for (const auto kind : {ChannelKind::WhatsApp, ChannelKind::Sms, ChannelKind::WebForm, ChannelKind::LiveChat, ChannelKind::MissedCall}) {
            auto channel = door(kind);
            if (kind == ChannelKind::WhatsApp) {
                channel.phoneNumberId = "1065";
                channel.baseUrl = provider.url() + "/v23.0";
            } else if (kind == ChannelKind::Sms) {
                channel.account = "AC1";
                channel.number = "+13055550101";
                channel.baseUrl = provider.url();
                channel.publicUrl = smsUrl;
            }
            ChannelRepository::insert(tx, channel);
            const bool sends = kind == ChannelKind::WhatsApp || kind == ChannelKind::Sms;
            (void)storeSecrets(tx, channel, {secret, sends ? std::optional<std::string> {kind == ChannelKind::Sms ? secret : "wa-token"} : std::nullopt, "verify-me"}, *box);
            ChannelRepository::update(tx, channel);
            announce(tx, clientStream(client.id), "channel.created", channel, {});
        }
    });
    ASSERT_TRUE(written.hasValue() || !written.hasError()) << (written.hasError() ? written.error().detail : "");
}

Response Rig::call(Method method, const std::string &path, Request request)
{
    request.method = method;
    request.path = path;
    request.target = path;
    request.remoteIsLoopback = fromLoopback;
    const auto match = router->match(method, path);
    if (!match.route)
        return Response::empty(404);
    request.params = match.params;
    std::promise<Response> promise;
    auto future = promise.get_future();
    std::get<DeferredHandler>(match.route->handler)(std::move(request), [&](Response response) { promise.set_value(std::move(response)); });
    return future.get();
}

Response Rig::post(const std::string &path, const std::string &body, std::vector<std::pair<std::string, std::string>> headers)
{
    Request request;
    request.body = body;
    request.headers = std::move(headers);
    return call(Method::Post, path, std::move(request));
}

Response Rig::get(const std::string &path, std::map<std::string, std::string, std::less<>> query, std::vector<std::pair<std::string, std::string>> headers)
{
    Request request;
    request.query = std::move(query);
    request.headers = std::move(headers);
    return call(Method::Get, path, std::move(request));
}

std::string Rig::metaBody(const std::string &messages, const std::string &numberId) const
{
    return R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":")"
        + numberId + R"("},"contacts":[{"profile":{"name":"Ana Ruiz"},"wa_id":"13055550142"}],)" + messages + "}}]}]}";
}

Response Rig::whatsAppBody(const std::string &body)
{
    return post("/webhooks/whatsapp", body, {{"x-hub-signature-256", signature::sha256Header(secret, body)}});
}

Response Rig::whatsApp(const std::string &text, const std::string &id, const std::string &from)
{
    JsonWriter json;
    json.string(text);
    return whatsAppBody(metaBody(R"("messages":[{"from":")" + from + R"(","id":")" + id + R"(","timestamp":")" + std::to_string(toMs(clock.now()) / 1000) + R"(","type":"text","text":{"body":)" + json.take() + "}}]"));
}

Response Rig::sms(const std::string &text, const std::string &id, const std::string &from)
{
    const FormFields fields {{"AccountSid", "AC1"}, {"Body", text}, {"From", from}, {"MessageSid", id}, {"NumMedia", "0"}, {"To", "+13055550101"}};
    return post("/webhooks/twilio/sms", formBody(fields), {{"x-twilio-signature", signature::twilio(secret, smsUrl, fields)}});
}

Response Rig::smsStatus(const std::string &sid, const std::string &status, const std::string &error)
{
    FormFields fields {{"AccountSid", "AC1"}, {"From", "+13055550101"}, {"MessageSid", sid}, {"MessageStatus", status}, {"To", "+13055550142"}};
    if (!error.empty())
        fields.emplace_back("ErrorCode", error);
    return post("/webhooks/twilio/sms/status", formBody(fields), {{"x-twilio-signature", signature::twilio(secret, std::string {smsUrl} + "/status", fields)}});
}

Response Rig::form(const std::string &text, const std::string &id, const std::string &email, const std::string &phone, const std::string &name)
{
    JsonWriter json;
    json.beginObject();
    json.key("client"), json.string(client.slug);
    if (!id.empty())
        json.key("id"), json.string(id);
    json.key("email"), json.string(email);
    json.key("phone"), json.string(phone);
    json.key("name"), json.string(name);
    json.key("message"), json.string(text);
    json.endObject();
    const auto body = json.take();
    return post("/webhooks/web-form", body, {{"x-foredeck-signature", signature::sha256Header(secret, body)}});
}

Response Rig::chat(const std::string &text, const std::string &id, const std::string &session, const std::string &token)
{
    JsonWriter json;
    json.beginObject();
    json.key("client"), json.string(client.slug);
    json.key("session_id"), json.string(session);
    json.key("id"), json.string(id);
    json.key("message"), json.string(text);
    json.endObject();
    std::vector<std::pair<std::string, std::string>> headers;
    if (!token.empty())
        headers.emplace_back("authorization", "Bearer " + token);
    return post("/webhooks/live-chat", json.take(), headers);
}

Response Rig::missedCall(const std::string &id, const std::string &from)
{
    const auto body = R"({"client":"casa-marisol","id":")" + id + R"(","from":")" + from + R"("})";
    return post("/webhooks/missed-call", body, {{"x-foredeck-signature", signature::sha256Header(secret, body)}});
}

Response Rig::missedCallAt(const std::string &called, const std::string &id, const std::string &from)
{
    const auto body = R"({"client":"casa-marisol","id":")" + id + R"(","from":")" + from + R"(","to":")" + called + R"("})";
    return post("/webhooks/missed-call", body, {{"x-foredeck-signature", signature::sha256Header(secret, body)}});
}

Channel Rig::addNumber(const std::string &number, bool hasKey)
{
    Channel added;
    EXPECT_TRUE(store->write([&](WriteTx &tx) {
        added = ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms).value();
        added.id = ChannelId::make(clock.now());
        added.number = number;
        added.hasToken = false;
        ChannelRepository::insert(tx, added);
        (void)storeSecrets(tx, added, {secret, hasKey ? std::optional<std::string> {secret} : std::nullopt, std::nullopt}, *box);
        ChannelRepository::update(tx, added);
        announce(tx, clientStream(client.id), "channel.created", added, {});
    }).hasValue());
    return added;
}

int Rig::settle()
{
    int ran = drain();
    clock.advance(std::chrono::seconds {2});
    return ran + drain();
}

void Rig::enqueueFor(const std::string &queue)
{
    (void)store->write([&](WriteTx &tx) {
        Job job;
        job.id = JobId::make(clock.now());
        job.queue = job.kind = queue;
        job.client = client.id;
        job.runAt = job.createdAt = clock.now();
        job.payload = "{}";
        JobRepository::enqueue(tx, job);
    });
}

void Rig::setSafeMode(bool on)
{
    (void)store->write([&](WriteTx &tx) {
        auto row = ClientRepository::byId(tx, client.id);
        row->safeMode = on;
        ClientRepository::update(tx, *row);
        announce(tx, clientStream(client.id), "client.updated", *row, {});
    });
}

void Rig::setAssistant(bool on)
{
    (void)store->write([&](WriteTx &tx) {
        auto row = ClientRepository::byId(tx, client.id);
        row->assistantOn = on;
        ClientRepository::update(tx, *row);
        announce(tx, clientStream(client.id), "client.updated", *row, {});
    });
}

void Rig::by(const Actor &person, const std::function<void(OpContext &)> &what, Role role)
{
    User user;
    user.id = person.user;
    user.name = person.name;
    user.role = role;
    user.agency = client.agency;
    user.clients = {client.id};
    const Access access {user, {client.id}};
    (void)store->write([&](WriteTx &tx) {
        OpContext op {{tx, client.id, access.actor(), OpId {makeUuid(clock.now())}, clock.now()}, access};
        what(op);
    });
}

void Rig::changeConversation(const std::function<void(Conversation &)> &change)
{
    auto row = conversations().back();
    (void)store->write([&](WriteTx &tx) {
        auto stored = ConversationRepository::byId(tx, client.id, row.id);
        change(*stored);
        ConversationRepository::update(tx, *stored);
    });
}

std::vector<Lead> Rig::leads()
{
    std::vector<Lead> list;
    (void)store->read([&](Tx &tx) { list = LeadRepository::list(tx, client.id, {}, {}).items; });
    return list;
}

std::vector<Conversation> Rig::conversations()
{
    std::vector<Conversation> list;
    (void)store->read([&](Tx &tx) {
        list = ConversationRepository::list(tx, client.id, {}, {}).items;
        std::reverse(list.begin(), list.end());
    });
    return list;
}

std::vector<Message> Rig::messages(const ConversationId &conversation)
{
    std::vector<Message> list;
    (void)store->read([&](Tx &tx) { list = MessageRepository::after(tx, client.id, conversation, 0, 500); });
    return list;
}

std::vector<Decision> Rig::decisions(const ConversationId &conversation)
{
    std::vector<Decision> list;
    (void)store->read([&](Tx &tx) {
        list = DecisionRepository::latest(tx, client.id, conversation, 100);
        std::reverse(list.begin(), list.end());
    });
    return list;
}

std::vector<Event> Rig::events(std::int64_t after)
{
    std::vector<Event> list;
    (void)store->read([&](Tx &tx) { list = EventRepository::after(tx, clientStream(client.id), after, 10'000); });
    return list;
}

std::optional<Escalation> Rig::escalation(const ConversationId &conversation)
{
    std::optional<Escalation> found;
    (void)store->read([&](Tx &tx) { found = EscalationRepository::openOf(tx, client.id, conversation); });
    return found;
}

std::size_t Rig::count(const std::string &table)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2((folder / "foredeckd.db").c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    std::size_t rows = 0;
    sqlite3_exec(database, ("SELECT count(*) FROM " + table).c_str(), [](void *out, int, char **values, char **) {
        *static_cast<std::size_t *>(out) = std::stoul(values[0]);
        return 0;
    }, &rows, nullptr);
    sqlite3_close(database);
    return rows;
}

} // namespace foredeck::tests
