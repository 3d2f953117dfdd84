#include "tests/handlers/rig.h"

#include "server/storage/channelrepository.h"

#include <algorithm>
#include <future>
#include <utility>

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// A vendor that takes a connection and says nothing until it is closed.
class Listener {
public:
    Listener() : m_listening(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(m_listening, reinterpret_cast<sockaddr *>(&address), size), 0);
        EXPECT_EQ(::listen(m_listening, 4), 0);
        EXPECT_EQ(::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &size), 0);
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { close(); }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    std::uint16_t port() const { return m_port; }
    void accept() { m_peer = ::accept(m_listening, nullptr, nullptr); }
    void close()
    {
        for (int *socket : {&m_peer, &m_listening}) {
            if (*socket >= 0)
                ::close(std::exchange(*socket, -1));
        }
    }

private:
    int m_listening;
    int m_peer = -1;
    std::uint16_t m_port = 0;
};

/// Where a channel leads, and whether its keys are right.
class ChannelTestApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    static std::string ifMatch(int version) { return "If-Match: \"" + std::to_string(version) + "\"\r\n"; }

    Rig m_rig;
    std::string m_owner = m_rig.token("owner");
};

} // namespace

TEST_F(ChannelTestApi, AChannelTestAsksTheVendorAndInSafeModeOnlyLoopback)
{
    const auto path = "/api/v1/channels/" + one().channel.value;
    const auto test = [&](const std::string &key = {}) { return m_rig.act("POST", path + "/test", {}, m_owner, key); };
    EXPECT_EQ(test().text("health"), "not_configured");
    // A port that nobody listens on: the vendor cannot be reached, and the answer says so.
    ASSERT_EQ(m_rig.act("PUT", path, R"({"phone_number_id":"106","secret":"a","token":"b","base_url":"http://127.0.0.1:9"})", m_owner, {}, ifMatch(2)).status, 200);
    const auto key = m_rig.newKey();
    const auto failing = test(key);
    ASSERT_EQ(failing.status, 200) << failing.body;
    EXPECT_EQ(failing.text("health"), "failing");
    EXPECT_EQ(failing.text("checked_at"), toRfc3339(m_rig.clock().now()));
    EXPECT_EQ(test(key).body, failing.body) << "the same act again asks nobody";
    ASSERT_EQ(m_rig.act("PUT", path, R"({"phone_number_id":"106","token":"b"})", m_owner, {}, ifMatch(4)).status, 200);
    const auto kept = test();
    EXPECT_EQ(kept.status, 200);
    EXPECT_NE(kept.text("health_detail").find("afe mode"), std::string::npos) << kept.body;
    EXPECT_EQ(kept.text("checked_at"), "") << "nobody was asked whether the keys are right";
}

// Who manages a business must not make the server ask what only the server can reach.
TEST_F(ChannelTestApi, AChannelLeadsIntoNoInnerNetworkThatNobodyHasNamed)
{
    const auto path = "/api/v1/channels/" + one().channel.value;
    for (const std::string url : {"http://169.254.169.254/latest", "https://10.0.0.7", "http://[::1]:8080", "https://0xa.7", "http://93.184.216.34"}) {
        const auto put = m_rig.act("PUT", path, R"({"phone_number_id":"106","secret":"a","token":"b","base_url":")" + url + "\"}", m_owner, {}, ifMatch(1));
        EXPECT_EQ(put.status, 400) << url;
        EXPECT_EQ(put.text("errors.0.field"), "base_url") << url;
    }
    EXPECT_EQ(m_rig.call("GET", "/api/v1/channels/client/" + one().client.value, {}, m_owner).at("items.0.version"), "1");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"phone_number_id":"106","secret":"a","token":"b","base_url":"https://93.184.216.34"})", m_owner, {}, ifMatch(1)).status, 200);
}

// One that an earlier version took, or whose network is not named any more.
TEST_F(ChannelTestApi, AChannelThatMayNotBeCalledIsToldOfWhenTheServerStarts)
{
    const auto told = [&] {
        const auto lines = m_rig.log().lines();
        return std::count_if(lines.begin(), lines.end(), [](const std::string &line) { return line.find("channel.address_forbidden") != std::string::npos; });
    };
    EXPECT_EQ(told(), 0);
    ASSERT_FALSE(m_rig.store().write([&](WriteTx &tx) {
        auto channel = *ChannelRepository::byId(tx, one().client, one().channel);
        channel.baseUrl = "https://10.0.0.7";
        ChannelRepository::update(tx, channel);
    }).hasError());
    m_rig.restart();
    EXPECT_EQ(told(), 1);
}

// The vendor is silent: whoever reads a dashboard waits for it as little as a test of another business.
TEST_F(ChannelTestApi, AVendorThatIsSilentKeepsNothingButItsOwnTest)
{
    const auto path = "/api/v1/channels/" + one().channel.value;
    Listener vendor;
    const auto body = R"({"phone_number_id":"106","secret":"a","token":"b","base_url":"http://127.0.0.1:)" + std::to_string(vendor.port()) + "\"}";
    ASSERT_EQ(m_rig.act("PUT", path, body, m_owner, {}, ifMatch(1)).status, 200);
    auto asked = std::async(std::launch::async, [&] { return m_rig.act("POST", path + "/test", {}, m_owner); });
    vendor.accept();
    EXPECT_EQ(m_rig.call("GET", "/api/v1/dashboard/" + one().client.value + "/stats", {}, m_owner).status, 200);
    const auto another = m_rig.act("POST", path + "/test", {}, m_owner);
    EXPECT_EQ(another.status, 409);
    EXPECT_NE(another.body.find("another test of this business is under way"), std::string::npos) << another.body;
    EXPECT_EQ(asked.wait_for(std::chrono::seconds {0}), std::future_status::timeout);
    vendor.close();
    EXPECT_EQ(asked.get().status, 200);
    EXPECT_EQ(m_rig.act("POST", path + "/test", {}, m_owner).status, 200) << "the next may begin";
}

// What the vendor says of the old keys is nothing about the new ones.
TEST_F(ChannelTestApi, KeysThatChangeWhileTheVendorIsAskedAreNotJudgedByThat)
{
    const auto path = "/api/v1/channels/" + one().channel.value;
    Listener vendor;
    const auto body = R"({"phone_number_id":"106","secret":"a","token":"b","base_url":"http://127.0.0.1:)" + std::to_string(vendor.port()) + "\"}";
    ASSERT_EQ(m_rig.act("PUT", path, body, m_owner, {}, ifMatch(1)).status, 200);
    auto asked = std::async(std::launch::async, [&] { return m_rig.act("POST", path + "/test", {}, m_owner); });
    vendor.accept();
    const auto changed = m_rig.act("PUT", path, body, m_owner, {}, ifMatch(2));
    vendor.close();
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(asked.get().status, 409);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/channels/client/" + one().client.value, {}, m_owner).text("items.0.health_detail"), "Not tested since the last change");
}
