#include "tests/traffic/doors.h"

#include "net/codec/jsonreader.h"
#include "tools/traffic/poster.h"
#include "tools/traffic/provider.h"
#include "tools/traffic/signature.h"

#include <gtest/gtest.h>

#include <mutex>

using namespace foredeck;
using namespace foredeck::traffic;

namespace {

struct ProviderTest : testing::Test {
    std::vector<Business> businesses = test::oneBusiness();
    std::mutex mutex;
    std::vector<Delivered> messages;
    std::unique_ptr<LoopbackProvider> provider;
    Poster poster;

    void start(ProviderFaults faults = {})
    {
        provider = std::make_unique<LoopbackProvider>(businesses, std::uint16_t {0}, faults, 7, [this](Delivered message) {
            const std::lock_guard lock {mutex};
            messages.push_back(std::move(message));
        });
        ASSERT_TRUE(provider->start().hasValue());
    }
    HttpAnswer call(HttpCall wanted)
    {
        wanted.url = "http://127.0.0.1:" + std::to_string(provider->port()) + wanted.url;
        HttpAnswer answer;
        bool done = false;
        poster.start(std::move(wanted), [&](const HttpAnswer &a) { answer = a, done = true; });
        while (!done)
            poster.run(1000, {});
        return answer;
    }
    HttpAnswer graph(const std::string &body, const std::string &token = "EAAG", const std::string &number = "1065")
    {
        return call({"/v23.0/" + number + "/messages", true, "application/json", body, {{"Authorization", "Bearer " + token}}});
    }
    HttpAnswer twilio(const std::map<std::string, std::string> &fields, const std::string &token = "tw")
    {
        return call({"/2010-04-01/Accounts/AC5a/Messages.json", true, "application/x-www-form-urlencoded", formBody(fields),
            {{"Authorization", "Basic " + base64("AC5a:" + token)}}});
    }
    static std::int64_t codeIn(const HttpAnswer &answer)
    {
        JsonDocument document;
        const auto root = document.parse(answer.body);
        if (root.hasError())
            return -1;
        return root.value()["code"].asInteger().value_or(root.value()["error"]["code"].asInteger().value_or(0));
    }
};

constexpr const char *textMessage = R"({"messaging_product":"whatsapp","recipient_type":"individual","to":"13055550121","type":"text","text":{"body":"Hi 🙏"}})";
const std::map<std::string, std::string> smsMessage {{"To", "+13055550121"}, {"From", "+13055550110"}, {"Body", "Hi & bye"}, {"StatusCallback", "https://x/cb"}};

} // namespace

TEST_F(ProviderTest, takesWhatsAppAsTheGraphDoes)
{
    start();
    const HttpAnswer answer = graph(textMessage);
    EXPECT_EQ(answer.status, 200) << answer.failure;
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0].text, "Hi 🙏");
    EXPECT_EQ(messages[0].to, "13055550121");
    EXPECT_NE(answer.body.find(messages[0].providerId), std::string::npos);
    EXPECT_EQ(graph(R"({"messaging_product":"whatsapp","status":"read","message_id":"wamid.x"})").status, 200);
    EXPECT_EQ(messages.size(), 1u) << "a read receipt is no message";
}

TEST_F(ProviderTest, takesTextMessagesAsTwilioDoes)
{
    start();
    const HttpAnswer answer = twilio(smsMessage);
    EXPECT_EQ(answer.status, 201);
    ASSERT_EQ(messages.size(), 1u);
    EXPECT_EQ(messages[0].text, "Hi & bye");
    EXPECT_EQ(messages[0].statusCallback, "https://x/cb");
    EXPECT_NE(answer.body.find(messages[0].providerId), std::string::npos);
}

TEST_F(ProviderTest, listsWhatItTookAsTwilioDoes)
{
    start({0, 0, 1});
    const auto list = [&](const std::string &query, const std::string &token = "tw") {
        return call({"/2010-04-01/Accounts/AC5a/Messages.json" + query, false, {}, {}, {{"Authorization", "Basic " + base64("AC5a:" + token)}}});
    };
    EXPECT_EQ(twilio(smsMessage).status, 504);
    EXPECT_EQ(twilio(smsMessage).status, 504);
    const auto sids = [&](const HttpAnswer &answer) {
        std::vector<std::string> found;
        JsonDocument document;
        document.parse(answer.body).value()["messages"].eachElement([&](JsonValue one) {
            EXPECT_EQ(one["body"].asString(), "Hi & bye");
            EXPECT_TRUE(one["date_created"].asString()->ends_with(" +0000"));
            found.emplace_back(one["sid"].asString().value_or(""));
            return true;
        });
        return found;
    };
    EXPECT_EQ(sids(list("?To=%2B13055550121&From=%2B13055550110")), (std::vector<std::string> {messages[1].providerId, messages[0].providerId})) << "the newest first";
    const auto page = list("?PageSize=1");
    EXPECT_EQ(sids(page).size(), 1u);
    EXPECT_NE(page.body.find("Page=1"), std::string::npos) << "there is more";
    EXPECT_TRUE(sids(list("?To=%2B13055550122")).empty());
    EXPECT_EQ(list("", "stolen").status, 401);
}

TEST_F(ProviderTest, refusesWrongKeysAndBodies)
{
    start();
    EXPECT_EQ(codeIn(graph(textMessage, "stolen")), 190);
    EXPECT_EQ(codeIn(graph(textMessage, "EAAG", "9999")), 190);
    EXPECT_EQ(codeIn(graph(R"({"messaging_product":"whatsapp","to":"1"})")), 100);
    EXPECT_EQ(codeIn(graph("{")), 100);
    EXPECT_EQ(codeIn(twilio(smsMessage, "stolen")), 20003);
    auto fields = smsMessage;
    fields["To"] = "nobody";
    EXPECT_EQ(codeIn(twilio(fields)), 21211);
    fields = smsMessage;
    fields["Body"] = "";
    EXPECT_EQ(codeIn(twilio(fields)), 21602);
    fields["From"] = "+19995550000";
    EXPECT_EQ(codeIn(twilio(fields)), 20003);
    EXPECT_TRUE(messages.empty());
    EXPECT_EQ(provider->refused(), 8u);
}

TEST_F(ProviderTest, answersAKeyTest)
{
    start();
    EXPECT_EQ(call({"/v23.0/1065", false, {}, {}, {{"Authorization", "Bearer EAAG"}}}).status, 200);
    EXPECT_EQ(call({"/v23.0/1065", false, {}, {}, {{"Authorization", "Bearer x"}}}).status, 401);
    EXPECT_EQ(call({"/2010-04-01/Accounts/AC5a.json", false, {}, {}, {{"Authorization", "Basic " + base64("AC5a:tw")}}}).status, 200);
    EXPECT_EQ(call({"/2010-04-01/Accounts/AC5a.json", false, {}, {}, {}}).status, 401);
}

TEST_F(ProviderTest, misbehavesWhenAsked)
{
    start({1, 0, 0});
    EXPECT_EQ(graph(textMessage).status, 500);
    EXPECT_EQ(twilio(smsMessage).status, 503);
    EXPECT_TRUE(messages.empty());
    start({0, 1, 0});
    EXPECT_EQ(codeIn(graph(textMessage)), 130429);
    EXPECT_EQ(codeIn(twilio(smsMessage)), 20429);
    EXPECT_TRUE(messages.empty());
    start({0, 0, 1});
    EXPECT_EQ(graph(textMessage).status, 504);
    EXPECT_EQ(messages.size(), 1u) << "taken all the same";
}

TEST_F(ProviderTest, saysWhenThePortIsTaken)
{
    start();
    LoopbackProvider second {businesses, provider->port(), {}, 1, [](Delivered) { }};
    EXPECT_TRUE(second.start().hasError());
}
