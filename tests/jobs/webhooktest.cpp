#include "models/core/text.h"
#include "server/channels/formbody.h"
#include "server/channels/signature.h"
#include "tests/jobs/rig.h"

#include <random>

using namespace foredeck;

namespace foredeck::tests {

class Webhooks : public Rig { };

TEST_F(Webhooks, ADurableRowStandsBehindEvery2xx)
{
    EXPECT_EQ(whatsApp("Hi", "wamid.1").status, 200);
    EXPECT_EQ(sms("Hi", "SM1").status, 200);
    EXPECT_EQ(form("Hi", "f1").status, 202);
    EXPECT_EQ(chat("Hi", "c1", "s1").status, 202);
    EXPECT_EQ(missedCall("CA1").status, 202);
    EXPECT_EQ(count("inbox"), 5u);
    restart();
    EXPECT_EQ(count("inbox"), 5u);
}

TEST_F(Webhooks, TheSameTwiceIsOnce)
{
    EXPECT_EQ(whatsApp("Hi", "wamid.1").status, 200);
    EXPECT_EQ(whatsApp("Hi", "wamid.1").status, 200);
    EXPECT_EQ(sms("Hi", "SM1").status, 200);
    EXPECT_EQ(sms("Hi", "SM1").status, 200);
    EXPECT_EQ(form("Hi", "f1").status, 202);
    EXPECT_EQ(form("Hi", "f1").status, 200);
    EXPECT_EQ(missedCall("CA1").status, 202);
    EXPECT_EQ(missedCall("CA1").status, 200);
    EXPECT_EQ(count("inbox"), 4u);
}

TEST_F(Webhooks, AFormWithoutAnIdIsKnownByItsBytesForTenMinutes)
{
    EXPECT_EQ(form("Hi", "").status, 202);
    clock.advance(std::chrono::minutes {9});
    EXPECT_EQ(form("Hi", "").status, 200);
    clock.advance(std::chrono::minutes {11});
    EXPECT_EQ(form("Hi", "").status, 202);
    EXPECT_EQ(count("inbox"), 2u);
}

TEST_F(Webhooks, AWrongOrMissingSignatureStoresNothing)
{
    const auto meta = metaBody(R"("messages":[{"from":"1305","id":"w","timestamp":"1","type":"text","text":{"body":"x"}}])");
    EXPECT_EQ(post("/webhooks/whatsapp", meta).status, 403);
    EXPECT_EQ(post("/webhooks/whatsapp", meta, {{"x-hub-signature-256", "sha256=00"}}).status, 403);
    for (const char *unreadable : {"", "{", "{}", R"({"object":"whatsapp_business_account"})"}) {
        EXPECT_EQ(post("/webhooks/whatsapp", unreadable).status, 403) << unreadable;
        EXPECT_EQ(post("/webhooks/whatsapp", unreadable, {{"x-hub-signature-256", "sha256=00"}}).status, 403) << unreadable;
    }
    const FormFields fields {{"AccountSid", "AC1"}, {"Body", "x"}, {"From", "+1"}, {"MessageSid", "S"}, {"To", "+13055550101"}};
    EXPECT_EQ(post("/webhooks/twilio/sms", formBody(fields)).status, 403);
    EXPECT_EQ(post("/webhooks/twilio/sms", formBody(fields), {{"x-twilio-signature", "AAAA"}}).status, 403);
    EXPECT_EQ(post("/webhooks/web-form", R"({"client":"casa-marisol","message":"x"})").status, 403);
    EXPECT_EQ(post("/webhooks/missed-call", R"({"client":"casa-marisol","id":"1","from":"+1"})").status, 403);
    EXPECT_EQ(count("inbox"), 0u);
}

TEST_F(Webhooks, AClientOrNumberThatIsNobodysIsNotFound)
{
    EXPECT_EQ(post("/webhooks/web-form", R"({"client":"nobody","message":"x"})").status, 404);
    EXPECT_EQ(post("/webhooks/live-chat", R"({"client":"nobody","session_id":"s","message":"x"})").status, 404);
    EXPECT_EQ(post("/webhooks/missed-call", R"({"client":"nobody","id":"1","from":"+1"})").status, 404);
    const auto meta = metaBody(R"("messages":[{"from":"1305","id":"w","timestamp":"1","type":"text","text":{"body":"x"}}])", "9999");
    EXPECT_EQ(whatsAppBody(meta).status, 404);
    const FormFields fields {{"AccountSid", "AC2"}, {"Body", "x"}, {"From", "+1"}, {"MessageSid", "S"}, {"To", "+13055550101"}};
    EXPECT_EQ(post("/webhooks/twilio/sms", formBody(fields), {{"x-twilio-signature", "AAAA"}}).status, 404);
    EXPECT_EQ(count("inbox"), 0u);
}

TEST_F(Webhooks, EveryProblemNamesWhatWasAsked)
{
    const auto names = [](const std::string &path, const Response &answer) {
        EXPECT_EQ(answer.contentType, "application/problem+json") << answer.body;
        EXPECT_NE(answer.body.find("\"instance\":\"" + path + "\""), std::string::npos) << answer.body;
    };
    for (const std::string path : {"/webhooks/web-form", "/webhooks/live-chat", "/webhooks/missed-call", "/webhooks/whatsapp", "/webhooks/twilio/sms", "/webhooks/twilio/sms/status"})
        names(path, post(path, "%zz"));
    names("/webhooks/web-form", post("/webhooks/web-form", R"({"client":"nobody","message":"x"})"));
    names("/webhooks/web-form", post("/webhooks/web-form", R"({"client":"casa-marisol","message":"x"})"));
    names("/webhooks/twilio/sms", post("/webhooks/twilio/sms", formBody({{"AccountSid", "AC2"}, {"Body", "x"}, {"From", "+1"}, {"MessageSid", "S"}, {"To", "+13055550101"}})));
}

TEST_F(Webhooks, WhatCannotBeReadIsRefusedWithItsField)
{
    const auto bad = post("/webhooks/web-form", R"({"client":"casa-marisol","message":[]})");
    EXPECT_EQ(bad.status, 400);
    EXPECT_NE(bad.body.find("\"message\""), std::string::npos) << bad.body;
    EXPECT_EQ(whatsAppBody("{").status, 400);
    EXPECT_EQ(whatsAppBody(std::string(40, '[') + std::string(40, ']')).status, 400);
    EXPECT_EQ(post("/webhooks/web-form", "{\"client\":\"casa-marisol\",\"message\":\"\\ud800\"}").status, 400);
    EXPECT_EQ(post("/webhooks/twilio/sms", "Body=%zz").status, 400);
    const auto endless = whatsAppBody(metaBody(R"("messages":[])", std::string(65, '1')));
    EXPECT_EQ(endless.status, 400) << "each item carries the number";
    EXPECT_NE(endless.body.find("phone_number_id"), std::string::npos) << endless.body;
    EXPECT_EQ(count("inbox"), 0u);
}

TEST_F(Webhooks, MetasChallengeIsAnsweredForTheRightTokenOnly)
{
    const auto right = get("/webhooks/whatsapp", {{"hub.mode", "subscribe"}, {"hub.verify_token", "verify-me"}, {"hub.challenge", "1158201444"}});
    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(right.body, "1158201444");
    EXPECT_EQ(get("/webhooks/whatsapp", {{"hub.mode", "subscribe"}, {"hub.verify_token", "other"}, {"hub.challenge", "1"}}).status, 403);
    EXPECT_EQ(get("/webhooks/whatsapp", {{"hub.mode", "x"}, {"hub.verify_token", "verify-me"}}).status, 403);
    EXPECT_EQ(get("/webhooks/whatsapp", {{"hub.mode", "subscribe"}, {"hub.verify_token", ""}}).status, 403);
}

TEST_F(Webhooks, AChangedKeyCountsFromTheNextRequestOn)
{
    EXPECT_EQ(sms("Hi", "SM1").status, 200);
    (void)store->write([&](WriteTx &tx) {
        for (auto channel : ChannelRepository::ofClient(tx, client.id)) {
            (void)storeSecrets(tx, channel, {"new-key", std::nullopt, std::nullopt}, *box);
            ChannelRepository::update(tx, channel);
            announce(tx, clientStream(client.id), "channel.updated", channel, {});
        }
    });
    EXPECT_EQ(sms("Hi", "SM2").status, 403);
}

TEST_F(Webhooks, AVisitorsWindowBelongsToItsToken)
{
    const auto first = chat("Hello", "c1", "s1");
    ASSERT_EQ(first.status, 202);
    JsonDocument document;
    const auto token = std::string {document.parse(first.body).value()["visitor_token"].asString().value_or("")};
    EXPECT_GE(token.size(), 20u);
    EXPECT_EQ(chat("More", "c2", "s1").status, 403);
    EXPECT_EQ(chat("More", "c2", "s1", "wrong").status, 403);
    const auto second = chat("More", "c2", "s1", token);
    EXPECT_EQ(second.status, 202);
    EXPECT_EQ(second.body.find("visitor_token"), std::string::npos); // it is given once
    EXPECT_EQ(chat("More", "c2", "s1", token).status, 200);
    EXPECT_EQ(count("inbox"), 2u);
    EXPECT_EQ(get("/webhooks/live-chat/s1").status, 403);
    EXPECT_EQ(get("/webhooks/live-chat/s1", {}, {{"authorization", "Bearer wrong"}}).status, 404);
    EXPECT_EQ(get("/webhooks/live-chat/s2", {}, {{"authorization", "Bearer " + token}}).status, 404);
    EXPECT_EQ(get("/webhooks/live-chat/s1", {}, {{"authorization", "Bearer " + token}}).status, 200);
}

// A request id names one request: two forms that bear the same one are two all the same, and none is swallowed.
TEST_F(Webhooks, ARequestIdDoesNotSwallowAnotherForm)
{
    const auto send = [&](const std::string &text) {
        const std::string body = "{\"client\":\"" + client.slug + "\",\"name\":\"Ana\",\"email\":\"ana@example.com\",\"message\":\"" + text + "\"}";
        return post("/webhooks/web-form", body, {{"x-foredeck-signature", signature::sha256Header("door-key", body)}, {"x-request-id", "proxy-1"}}).status;
    };
    EXPECT_EQ(send("one"), 202);
    EXPECT_EQ(send("one"), 200);
    EXPECT_EQ(send("two"), 202);
}

// Some proxies number each attempt anew.
TEST_F(Webhooks, ARetryUnderAnotherRequestIdIsTheSameForm)
{
    const std::string body = "{\"client\":\"" + client.slug + "\",\"email\":\"ana@example.com\",\"message\":\"Hi\"}";
    const auto send = [&](const std::string &requestId) {
        return post("/webhooks/web-form", body, {{"x-foredeck-signature", signature::sha256Header("door-key", body)}, {"x-request-id", requestId}}).status;
    };
    EXPECT_EQ(send("attempt-1"), 202);
    EXPECT_EQ(send("attempt-2"), 200);
    clock.advance(std::chrono::minutes {11});
    EXPECT_EQ(send("attempt-1"), 200) << "the same request, however late";
    EXPECT_EQ(count("inbox"), 1u);
}

TEST_F(Webhooks, ARetryAfterACrashIsTheSameForm)
{
    const std::string body = "{\"client\":\"" + client.slug + "\",\"email\":\"ana@example.com\",\"message\":\"Hi\"}";
    const auto send = [&](const std::string &requestId) {
        return post("/webhooks/web-form", body, {{"x-foredeck-signature", signature::sha256Header("door-key", body)}, {"x-request-id", requestId}}).status;
    };
    EXPECT_EQ(send("attempt-1"), 202);
    restart();
    EXPECT_EQ(send("attempt-2"), 200);
    EXPECT_EQ(send("no plain name"), 200);
    clock.advance(std::chrono::minutes {11});
    EXPECT_EQ(send("attempt-3"), 202) << "somebody asks the same once more";
    EXPECT_EQ(count("inbox"), 2u);
}

// Two numbers of ours in one body, of two apps: what only one of them has signed is taken by neither.
TEST_F(Webhooks, ABodyIsTakenWholeOrNotAtAll)
{
    (void)store->write([&](WriteTx &tx) {
        Channel channel;
        channel.id = ChannelId::make(clock.now());
        channel.client = client.id;
        channel.kind = ChannelKind::WhatsApp;
        channel.phoneNumberId = "2077";
        ChannelRepository::insert(tx, channel);
        (void)storeSecrets(tx, channel, {"another-app", "token", "verify-too"}, *box);
        ChannelRepository::update(tx, channel);
        announce(tx, clientStream(client.id), "channel.created", channel, {});
    });
    const auto entry = [](const std::string &number, const std::string &id) {
        return R"({"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":")" + number
            + R"("},"messages":[{"from":"13055550142","id":")" + id + R"(","type":"text","text":{"body":"Hi"}}]}}]})";
    };
    const auto body = R"({"object":"whatsapp_business_account","entry":[)" + entry("1065", "wamid.1") + "," + entry("2077", "wamid.2") + "]}";
    EXPECT_EQ(whatsAppBody(body).status, 403);
    EXPECT_EQ(count("inbox"), 0u);
    EXPECT_EQ(whatsAppBody(R"({"object":"whatsapp_business_account","entry":[)" + entry("1065", "wamid.1") + "]}").status, 200);
}

// One of two numbers is not ours yet: its part is to come again, and the other's is not lost meanwhile.
TEST_F(Webhooks, APartForANumberThatIsNotThereYetComesAgain)
{
    const auto entry = [](const std::string &number, const std::string &id) {
        return R"({"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":")" + number
            + R"("},"messages":[{"from":"13055550142","id":")" + id + R"(","type":"text","text":{"body":"Hi"}}]}}]})";
    };
    const auto body = R"({"object":"whatsapp_business_account","entry":[)" + entry("1065", "wamid.1") + "," + entry("9999", "wamid.2") + "]}";
    EXPECT_EQ(whatsAppBody(body).status, 404);
    EXPECT_EQ(whatsAppBody(body).status, 404);
    EXPECT_EQ(count("inbox"), 1u);
}

// What one of them wrote cannot be read: it comes again with its delivery, and the other's words are here.
TEST_F(Webhooks, WhatCannotBeReadTakesNothingWithIt)
{
    const auto body = metaBody(R"("messages":[{"id":"wamid.1","type":"text","text":{"body":"Hi"}},{"from":"13055550142","id":"wamid.2","type":"text","text":{"body":"My tooth was knocked out!"}}])");
    for (int time = 0; time < 2; ++time) {
        const auto answer = whatsAppBody(body);
        EXPECT_EQ(answer.status, 400);
        EXPECT_NE(answer.body.find("messages[0].from"), std::string::npos) << answer.body;
        EXPECT_EQ(count("inbox"), 1u);
    }
    EXPECT_EQ(post("/webhooks/whatsapp", body, {{"x-hub-signature-256", "sha256=00"}}).status, 403);
}

// Every key is tried on a body that names nobody; a large one would keep everybody else waiting.
TEST_F(Webhooks, ALargeBodyThatNamesNobodyIsNotJudged)
{
    const std::string frame = R"({"object":"whatsapp_business_account","entry":[],"padding":")";
    EXPECT_EQ(whatsAppBody(frame + std::string(60 * 1024, 'x') + "\"}").status, 200);
    EXPECT_EQ(whatsAppBody(frame + std::string(70 * 1024, 'x') + "\"}").status, 403);
}

// The answer with our token may be lost on its way; a visitor who brought a token is not locked out by that.
TEST_F(Webhooks, AVisitorsOwnTokenSurvivesALostAnswer)
{
    const std::string token(43, 'k');
    const auto first = chat("Hello", "c1", "s1", token);
    EXPECT_EQ(first.status, 202);
    EXPECT_EQ(first.body.find("visitor_token"), std::string::npos);
    EXPECT_EQ(chat("Hello", "c1", "s1", token).status, 200);
    EXPECT_EQ(count("inbox"), 1u);
    EXPECT_EQ(get("/webhooks/live-chat/s1", {}, {{"authorization", "Bearer " + token}}).status, 200);
    EXPECT_NE(chat("Hello", "c1", "s2", "guess").body.find("visitor_token"), std::string::npos) << "too easy to guess: ours is given";
    EXPECT_EQ(chat("More", "c2", "s2", "guess").status, 403);
}

TEST_F(Webhooks, MutatedThenSignedBodiesNeverCrashNorFail)
{
    const auto seed = metaBody(R"("messages":[{"from":"13055550142","id":"wamid.1","timestamp":"1795186931","type":"text","text":{"body":"Hi é 👍"}}],"statuses":[{"id":"wamid.o","status":"read","timestamp":"1"}])");
    std::mt19937 random {11};
    for (int round = 0; round < 3000; ++round) {
        auto body = seed;
        for (int change = 0; change < 2; ++change) {
            const auto at = random() % body.size();
            switch (random() % 3) {
            case 0: body[at] = static_cast<char>(random() % 256); break;
            case 1: body.erase(at, random() % 8); break;
            default: body.insert(at, std::string(random() % 6, static_cast<char>(random() % 256))); break;
            }
        }
        EXPECT_LT(whatsAppBody(body).status, 500) << body;
    }
    drain();
}

// Whoever signs rightly must be asked to come again, and not be told that there is nothing here.
TEST_F(Webhooks, DoorsThatCannotBeReadAreNoUnknownClient)
{
    class Sick final : public Store {
    public:
        explicit Sick(Store &store) : m_store(store) { }
        Result<void> read(const ReadWork &work) override { return sick ? Error::of(Error::Kind::Io, "disk I/O error") : m_store.read(work); }
        Result<void> write(const WriteWork &work) override { return m_store.write(work); }
        void writeLater(WriteWork work, Committed committed) override { m_store.writeLater(std::move(work), std::move(committed)); }
        std::string serverId() const override { return m_store.serverId(); }
        std::string epoch() const override { return m_store.epoch(); }
        bool sick = true;

    private:
        Store &m_store;
    };
    Sick sick(*store);
    ChannelDirectory doors(sick, *box, log);
    webhooks = std::make_unique<WebhookHandler>(doors, background->intake(), background->chats(), clock, log);
    router = std::make_unique<Router>();
    webhooks->addTo(*router);
    EXPECT_EQ(form("Is there a berth free?", "f1").status, 503);
    EXPECT_EQ(count("inbox"), 0u);
    sick.sick = false;
    EXPECT_EQ(form("Is there a berth free?", "f1").status, 202);
    sick.sick = true; // what was read once stays in use
    EXPECT_EQ(form("And for two?", "f2").status, 202);
    webhooks.reset();
}

TEST_F(Webhooks, ADoorWithoutAnAddressIsReachedAtTheServersOwn)
{
    const auto address = [&] {
        ChannelDirectory doors(*store, *box, log, "https://desk.example.com");
        return doors.doors()->bySlugOrId("casa-marisol")->door(ChannelKind::Sms)->channel.publicUrl;
    };
    EXPECT_EQ(address(), "https://hooks.example/webhooks/twilio/sms");
    (void)store->write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::firstOfKind(tx, client.id, ChannelKind::Sms);
        channel.publicUrl.clear();
        ChannelRepository::update(tx, channel);
    });
    EXPECT_EQ(address(), "https://desk.example.com/webhooks/twilio/sms");
}

// An id is the visitor's own word: it tells messages of one window apart, and nothing beyond it.
TEST_F(Webhooks, ChatIdsOfTwoWindowsNeverMeet)
{
    const std::string uuid = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";
    EXPECT_EQ(chat("one", "m1", "s:1").status, 202);
    EXPECT_EQ(chat("two", "1:m1", "s").status, 202);
    EXPECT_EQ(chat("three", uuid, "w1").status, 202);
    EXPECT_EQ(chat("four", uuid, "w2").status, 202);
    drain();
    EXPECT_EQ(conversations().size(), 4u);
}

} // namespace foredeck::tests
