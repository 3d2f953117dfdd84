#include "tests/traffic/doors.h"

#include "net/codec/jsonreader.h"
#include "tools/traffic/envelope.h"
#include "tools/traffic/signature.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

struct EnvelopeTest : testing::Test {
    std::vector<Business> businesses = test::oneBusiness();
    const Business &marina = businesses.front();
    Customer paul {"Paul \"P\" Nwosu", "+13055550121", "paul@example.com", "s-1"};
    Timestamp at = fromMs(1'790'000'000'123);
    JsonDocument document;

    Envelope envelope(ChannelKind kind, std::string text = "When does the fuel dock open?\n🙏", std::string_view token = {})
    {
        return envelopeFor({kind, std::move(text), "id-1", at}, marina, paul, token);
    }
    JsonValue body(const Envelope &e)
    {
        const auto root = document.parse(e.body);
        EXPECT_TRUE(root.hasValue()) << e.body;
        return root.hasValue() ? root.value() : JsonValue {};
    }
    static JsonValue first(JsonValue list)
    {
        JsonValue found;
        list.eachElement([&](JsonValue element) { return found = element, false; });
        return found;
    }
    static std::string header(const Envelope &e, const std::string &name)
    {
        for (const auto &[key, value] : e.headers) {
            if (key == name)
                return value;
        }
        return "(none)";
    }
};

} // namespace

TEST_F(EnvelopeTest, whatsAppAsMetaSendsIt)
{
    const Envelope e = envelope(ChannelKind::WhatsApp);
    EXPECT_EQ(e.path, "/webhooks/whatsapp");
    EXPECT_EQ(header(e, "X-Hub-Signature-256"), sha256Signature("app", e.body));
    const JsonValue root = body(e);
    EXPECT_EQ(root["object"].asString(), "whatsapp_business_account");
    const JsonValue change = first(first(root["entry"])["changes"]);
    EXPECT_EQ(change["field"].asString(), "messages");
    EXPECT_EQ(change["value"]["metadata"]["phone_number_id"].asString(), "1065");
    const JsonValue message = first(change["value"]["messages"]);
    EXPECT_EQ(message["from"].asString(), "13055550121");
    EXPECT_EQ(message["id"].asString(), "id-1");
    EXPECT_EQ(message["timestamp"].asString(), "1790000000");
    EXPECT_EQ(message["text"]["body"].asString(), "When does the fuel dock open?\n🙏");
    EXPECT_EQ(first(change["value"]["contacts"])["profile"]["name"].asString(), "Paul \"P\" Nwosu");
}

TEST_F(EnvelopeTest, smsIsSignedOverTheConfiguredUrl)
{
    const Envelope e = envelope(ChannelKind::Sms);
    const auto fields = parseForm(e.body);
    EXPECT_EQ(fields.at("MessageSid"), "id-1");
    EXPECT_EQ(fields.at("From"), "+13055550121");
    EXPECT_EQ(fields.at("To"), "+13055550110");
    EXPECT_EQ(fields.at("AccountSid"), "AC5a");
    EXPECT_EQ(header(e, "X-Twilio-Signature"), twilioSignature("tw", "https://hooks.example/webhooks/twilio/sms", fields));
}

TEST_F(EnvelopeTest, ourOwnDoors)
{
    const Envelope form = envelope(ChannelKind::WebForm);
    EXPECT_EQ(header(form, "X-Foredeck-Signature"), sha256Signature("form", form.body));
    EXPECT_EQ(body(form)["client"].asString(), "marina");
    EXPECT_EQ(body(form)["email"].asString(), "paul@example.com");

    EXPECT_TRUE(envelope(ChannelKind::LiveChat).headers.empty()) << "the first message has no token";
    const Envelope chat = envelope(ChannelKind::LiveChat, "hi", "tok");
    EXPECT_EQ(header(chat, "Authorization"), "Bearer tok");
    EXPECT_EQ(body(chat)["session_id"].asString(), "s-1");

    const Envelope call = envelope(ChannelKind::MissedCall, "");
    EXPECT_EQ(header(call, "X-Foredeck-Signature"), sha256Signature("call", call.body));
    EXPECT_EQ(body(call)["from"].asString(), "+13055550121");
    EXPECT_EQ(body(call)["at"].asString(), "2026-09-21T14:13:20.123Z");
}

TEST_F(EnvelopeTest, statuses)
{
    const Envelope meta = whatsAppStatus(*marina.door(ChannelKind::WhatsApp), "wamid.1", "+13055550121", "read", "our-message", at);
    const JsonValue status = first(first(first(body(meta)["entry"])["changes"])["value"]["statuses"]);
    EXPECT_EQ(status["id"].asString(), "wamid.1");
    EXPECT_EQ(status["status"].asString(), "read");
    EXPECT_EQ(status["recipient_id"].asString(), "13055550121");

    const std::string url = "https://hooks.example/cb?x=1";
    const Envelope twilio = smsStatus(*marina.door(ChannelKind::Sms), "SM1", "+13055550121", "delivered", url);
    EXPECT_EQ(twilio.path, "/webhooks/twilio/sms/status");
    EXPECT_EQ(header(twilio, "X-Twilio-Signature"), twilioSignature("tw", url, parseForm(twilio.body)));
}

TEST_F(EnvelopeTest, idsLookLikeTheVendorsAndAreNew)
{
    EXPECT_EQ(newProviderId(ChannelKind::WhatsApp, at).substr(0, 6), "wamid.");
    EXPECT_EQ(newProviderId(ChannelKind::Sms, at).size(), 34u);
    EXPECT_EQ(newProviderId(ChannelKind::MissedCall, at).substr(0, 2), "CA");
    EXPECT_NE(newProviderId(ChannelKind::WebForm, at), newProviderId(ChannelKind::WebForm, at));
}

TEST_F(EnvelopeTest, customersAreMadeUpTheSameWay)
{
    const Customer a = customerFor({}, 1234, "s"), b = customerFor({}, 1234, "s");
    EXPECT_EQ(a.phone, b.phone);
    EXPECT_EQ(a.phone.size(), 12u);
    EXPECT_EQ(a.phone.substr(5, 5), "55501");
    EXPECT_NE(a.phone, customerFor({}, 1235, "s").phone);
    EXPECT_NE(a.phone, customerFor({}, 1334, "s").phone);
}
