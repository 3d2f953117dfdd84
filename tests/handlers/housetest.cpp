#include "tests/handlers/rig.h"

#include <gtest/gtest.h>
#include <openssl/hmac.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

std::string hmacHex(const std::string &key, const std::string &text)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest, &length);
    std::string hex;
    for (unsigned int i = 0; i < length; ++i) {
        static constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

/// A customer's message through the whole house: webhook, inbox, conversation, log, socket; the assistant; a person.
class House : public ::testing::Test {
protected:
    House()
    {
        const auto put = m_rig.act("PUT", "/api/v1/channels/" + m_rig.world().one.channel.value,
            R"({"phone_number_id":"106","account":"419","number":"+13055550101","secret":"app-secret","token":"send-token"})", m_rig.token("owner"), {},
            "If-Match: \"1\"\r\n");
        EXPECT_EQ(put.status, 200) << put.body;
    }

    Answer whatsApp(const std::string &from, const std::string &id, const std::string &text, const std::string &secret = "app-secret")
    {
        const auto body = R"({"object":"whatsapp_business_account","entry":[{"id":"419","changes":[{"field":"messages","value":{"messaging_product":"whatsapp",)"
                          R"("metadata":{"display_phone_number":"13055550101","phone_number_id":"106"},"contacts":[{"profile":{"name":"Kim"},"wa_id":")"
            + from + R"("}],"messages":[{"from":")" + from + R"(","id":")" + id + R"(","timestamp":"1795184531","type":"text","text":{"body":")" + text
            + R"("}}]}}]}]})";
        return m_rig.call("POST", "/webhooks/whatsapp", body, {}, "X-Hub-Signature-256: sha256=" + hmacHex(secret, body) + "\r\n");
    }
    // Time goes on until the console hears an event of this kind for which `fits` holds.
    Console::Frame until(Console &console, const std::string &kind, const std::string &path, const std::string &value)
    {
        for (;;) {
            const auto event = console.event();
            if (event.code != 0 || (event.text("kind") == kind && event.text(path) == value))
                return event;
        }
    }

    Rig m_rig;
};

} // namespace

TEST_F(House, ACustomersMessageIsAnsweredByTheAssistantAndShown)
{
    Console console {m_rig};
    console.hello(m_rig.token("agent"));
    ASSERT_EQ(console.next().type, "welcome");
    EXPECT_EQ(whatsApp("13055550199", "wamid.0", "hello", "wrong").status, 403);
    ASSERT_EQ(whatsApp("13055550199", "wamid.1", "When is breakfast?").status, 200);
    ASSERT_EQ(whatsApp("13055550199", "wamid.1", "When is breakfast?").status, 200) << "a provider repeats itself";
    const auto asked = until(console, "message.created", "data.text", "When is breakfast?");
    ASSERT_EQ(asked.code, 0);
    m_rig.clock().advance(5s);
    const auto decided = until(console, "decision.created", "data.action", "answered");
    EXPECT_EQ(decided.text("data.passages.0.title"), "When is breakfast?");
    const auto conversation = asked.text("data.conversation_id");
    const auto thread = m_rig.call("GET", "/api/v1/conversations/" + conversation + "/messages?after=0", {}, m_rig.token("viewer", "other"));
    EXPECT_EQ(thread.text("items.0.text"), "When is breakfast?");
    EXPECT_NE(thread.text("items.1.text").find("seven to ten"), std::string::npos) << thread.body;
    EXPECT_EQ(thread.text("items.1.role"), "ai");
    EXPECT_EQ(thread.at("items.2"), "");
    EXPECT_EQ(until(console, "message.updated", "data.delivery.state", "held").code, 0) << "safe mode: nothing leaves";
}

TEST_F(House, APersonTakesOverAndTheAssistantKeepsStill)
{
    const auto token = m_rig.token("agent");
    Console console {m_rig};
    console.hello(token);
    ASSERT_EQ(console.next().type, "welcome");
    ASSERT_EQ(whatsApp("13055550199", "wamid.1", "When is breakfast?").status, 200);
    const auto asked = until(console, "message.created", "data.text", "When is breakfast?");
    const auto path = "/api/v1/conversations/" + asked.text("data.conversation_id");
    const auto taken = m_rig.act("POST", path + "/takeover", R"({"expect":{"owner":"assistant"}})", token);
    ASSERT_EQ(taken.status, 200) << taken.body;
    const auto key = m_rig.newKey();
    const auto said = m_rig.act("POST", path + "/messages", "{\"id\":\"" + key + "\",\"text\":\"From seven, and I will keep a table.\",\"seen_position\":1,\"fence\":1}", token, key);
    ASSERT_EQ(said.status, 201) << said.body;
    EXPECT_EQ(until(console, "message.updated", "data.delivery.state", "held").text("entity_id"), key);
    m_rig.clock().advance(10s);
    // Another customer's turn comes later than this one's would have.
    ASSERT_EQ(whatsApp("13055550188", "wamid.2", "When is breakfast?").status, 200);
    (void)until(console, "message.created", "data.author.name", "Kim");
    m_rig.clock().advance(10s);
    EXPECT_NE(until(console, "decision.created", "data.action", "answered").text("data.conversation_id"), asked.text("data.conversation_id"));
    const auto thread = m_rig.call("GET", path + "/messages?after=0", {}, token);
    EXPECT_EQ(thread.at("items.2"), "") << "one question, one answer";
}
