#include "tests/handlers/rig.h"

#include "server/storage/sessionrepository.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class AuthTest : public ::testing::Test {
protected:
    Answer login(const std::string &email, const std::string &given, const std::string &device = "device")
    {
        return m_rig.call("POST", "/api/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + given + "\",\"device\":\"" + device + "\"}");
    }
    Answer refresh(const std::string &token, const std::string &device = "device")
    {
        return m_rig.call("POST", "/api/v1/auth/refresh", "{\"refresh_token\":\"" + token + "\",\"device\":\"" + device + "\"}");
    }
    Answer me(const std::string &token) { return m_rig.call("GET", "/api/v1/auth/me", {}, token); }

    Rig m_rig;
};

} // namespace

TEST_F(AuthTest, SignsInAndSaysWhoOneIs)
{
    const auto in = login(" Agent@Example.com ", password);
    ASSERT_EQ(in.status, 200) << in.body;
    EXPECT_EQ(in.at("expires_in"), "900");
    EXPECT_EQ(in.text("user.name"), "agent");
    EXPECT_EQ(in.text("agency.name"), "Ours");
    EXPECT_EQ(in.text("clients.0.name"), "one");
    EXPECT_EQ(in.at("clients.1"), "") << "only one's own clients";
    EXPECT_EQ(in.headers.at("cache-control"), "no-store");
    const auto who = me(in.text("access_token"));
    EXPECT_EQ(who.text("user.name"), "agent");
    EXPECT_EQ(who.text("streams.2"), clientStreamOf(m_rig.world().one));
    EXPECT_EQ(me("").status, 401);
    EXPECT_EQ(me("nonsense").status, 401);
}

TEST_F(AuthTest, TellsTheTriesThatAreLeftAndRests)
{
    for (int left = 4; left >= 0; --left) {
        const auto wrong = login("agent@example.com", "wrong");
        EXPECT_EQ(wrong.status, 401);
        EXPECT_EQ(wrong.at("tries_left"), std::to_string(left));
        EXPECT_EQ(wrong.text("detail"), "e-mail or password is wrong");
        EXPECT_EQ(wrong.headers.at("x-ratelimit-remaining"), std::to_string(left));
    }
    const auto resting = login("agent@example.com", password);
    EXPECT_EQ(resting.status, 429) << "the right password too: nothing is looked at";
    EXPECT_EQ(resting.headers.at("retry-after"), "1800");
    EXPECT_EQ(resting.at("retry_after_s"), "1800");
    m_rig.restart();
    EXPECT_EQ(login("agent@example.com", password).status, 429) << "a restart forgets nothing";
    m_rig.clock().advance(30min);
    EXPECT_EQ(login("agent@example.com", password).status, 200);
}

TEST_F(AuthTest, UnknownAccountsAreAnsweredLikeKnownOnes)
{
    for (int left = 4; left >= 0; --left) {
        const auto wrong = login("nobody@example.com", "wrong");
        EXPECT_EQ(wrong.status, 401);
        EXPECT_EQ(wrong.at("tries_left"), std::to_string(left));
    }
    EXPECT_EQ(login("nobody@example.com", "wrong").status, 429);
}

TEST_F(AuthTest, GuessingElsewhereDoesNotShutOutAKnownDevice)
{
    ASSERT_EQ(login("agent@example.com", password, "own-laptop").status, 200);
    for (int i = 0; i < 6; ++i)
        (void)login("agent@example.com", "wrong", "attacker");
    EXPECT_EQ(login("agent@example.com", password, "attacker").status, 429);
    EXPECT_EQ(login("agent@example.com", password, "own-laptop").status, 200);
    for (int i = 0; i < 5; ++i)
        (void)login("agent@example.com", "wrong", "own-laptop");
    EXPECT_EQ(login("agent@example.com", password, "own-laptop").status, 429) << "it has tries of its own, not endless ones";
}

TEST_F(AuthTest, BadBodiesNameTheField)
{
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/login", "{\"email\":1,\"device\":\"d\"}").text("errors.0.field"), "email");
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/login", "{}").text("errors.0.field"), "device");
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/login", "{").status, 400);
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/refresh", "{}").text("errors.0.field"), "refresh_token");
}

TEST_F(AuthTest, TheEmbeddedTokenSignsInTheOwnerOnce)
{
    const std::string body = std::string {"{\"embedded_token\":\""} + Rig::embeddedToken + "\",\"device\":\"console\"}";
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/login", "{\"embedded_token\":\"guess\",\"device\":\"console\"}").status, 401);
    const auto in = m_rig.call("POST", "/api/v1/auth/login", body);
    ASSERT_EQ(in.status, 200) << in.body;
    EXPECT_EQ(in.text("user.name"), "owner");
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/login", body).status, 401);
    EXPECT_EQ(refresh(in.text("refresh_token"), "console").status, 200);
}

TEST_F(AuthTest, RefreshRotatesForgivesALostAnswerAndCatchesReuse)
{
    const auto first = login("agent@example.com", password).text("refresh_token");
    const auto second = refresh(first);
    ASSERT_EQ(second.status, 200);
    m_rig.clock().advance(9s);
    const auto again = refresh(first);
    ASSERT_EQ(again.status, 200) << "the answer was lost";
    const auto third = refresh(second.text("refresh_token"));
    ASSERT_EQ(third.status, 200) << "both answers to the lost one are good";
    m_rig.clock().advance(11s);
    EXPECT_EQ(me(third.text("access_token")).status, 200);
    EXPECT_EQ(refresh(again.text("refresh_token")).status, 401) << "its sibling was exchanged long ago: somebody else has it";
    EXPECT_EQ(refresh(third.text("refresh_token")).status, 401) << "so the whole family has ended";
    EXPECT_EQ(me(third.text("access_token")).status, 401) << "with its access tokens";
}

TEST_F(AuthTest, AnOldGenerationAndAnotherDeviceEndTheFamily)
{
    const auto a0 = login("agent@example.com", password).text("refresh_token");
    const auto a1 = refresh(a0).text("refresh_token");
    const auto a2 = refresh(a1).text("refresh_token");
    m_rig.clock().advance(1ms);
    EXPECT_EQ(refresh(a0).status, 401) << "two generations back, within the grace";
    EXPECT_EQ(refresh(a2).status, 401);
    const auto b = login("colleague@example.com", password).text("refresh_token");
    EXPECT_EQ(refresh(b, "thief").status, 401);
    EXPECT_EQ(refresh(b).status, 401);
    EXPECT_EQ(refresh("unknown").status, 401);
}

// Of another device it would be a thief's; a body without one was only badly written.
TEST_F(AuthTest, ARefreshWithoutItsDeviceIsRefusedAndEndsNothing)
{
    const auto in = login("agent@example.com", password);
    const auto token = "{\"refresh_token\":\"" + in.text("refresh_token") + "\"";
    for (const char *device : {"", ",\"device\":null", ",\"device\":\"\""}) {
        const auto body = token + device + "}";
        const auto answer = m_rig.call("POST", "/api/v1/auth/refresh", body);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(answer.text("errors.0.field"), "device") << body;
    }
    EXPECT_EQ(refresh(in.text("refresh_token")).status, 200);
}

TEST_F(AuthTest, AHundredParallelRefreshesWithLostAnswersEndNoHonestSession)
{
    auto token = login("agent@example.com", password).text("refresh_token");
    for (int round = 0; round < 5; ++round) {
        std::vector<Answer> answers(20);
        std::vector<std::thread> threads;
        for (auto &answer : answers)
            threads.emplace_back([&] { answer = refresh(token); });
        for (auto &thread : threads)
            thread.join();
        for (const auto &answer : answers)
            ASSERT_EQ(answer.status, 200) << answer.body;
        m_rig.clock().advance(15min);
        token = answers[static_cast<std::size_t>(round)].text("refresh_token");
    }
    EXPECT_EQ(refresh(token).status, 200);
}

TEST_F(AuthTest, LogoutEndsTheSessionAtOnce)
{
    const auto in = login("agent@example.com", password);
    ASSERT_EQ(me(in.text("access_token")).status, 200);
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/logout", "{\"refresh_token\":\"" + in.text("refresh_token") + "\"}").status, 204);
    EXPECT_EQ(me(in.text("access_token")).status, 401);
    EXPECT_EQ(refresh(in.text("refresh_token")).status, 401);
    EXPECT_EQ(m_rig.call("POST", "/api/v1/auth/logout", "{\"refresh_token\":\"unknown\"}").status, 204);
    m_rig.restart();
    EXPECT_EQ(me(in.text("access_token")).status, 401) << "also in a process that never saw it end";
}

TEST_F(AuthTest, AnAccessTokenEndsAndADisabledPersonIsOutAtOnce)
{
    const auto agent = m_rig.token("agent");
    const auto owner = m_rig.token("owner");
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/users/" + m_rig.world().agent.value, "{\"status\":\"disabled\"}", owner).status, 200);
    EXPECT_EQ(me(agent).status, 401);
    EXPECT_EQ(login("agent@example.com", password).status, 401);
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/users/" + m_rig.world().agent.value, "{\"status\":\"active\"}", owner).status, 200);
    EXPECT_EQ(me(agent).status, 401) << "its session has ended for good";
    EXPECT_EQ(login("agent@example.com", password).status, 200);
    m_rig.clock().advance(15min);
    EXPECT_EQ(me(owner).status, 401);
}

TEST_F(AuthTest, LogsHoldNoPasswordNoTokenAndNoAddress)
{
    const auto in = login("agent@example.com", password);
    (void)login("agent@example.com", "my secret guess");
    (void)refresh(in.text("refresh_token"));
    for (const auto &line : m_rig.log().lines()) {
        for (const auto &secret : {std::string {password}, std::string {"my secret guess"}, in.text("refresh_token"), in.text("access_token"), std::string {"agent@example"}})
            EXPECT_EQ(line.find(secret), std::string::npos) << line;
    }
}
