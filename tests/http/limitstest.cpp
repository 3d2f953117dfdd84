#include "server/http/addresslimit.h"
#include "tests/http/testserver.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::http;
using namespace foredeck::test;
using std::chrono::milliseconds;

namespace {

HttpConfig shortTimes()
{
    HttpConfig config;
    config.limits.headerTime = milliseconds {200};
    config.limits.bodyTime = milliseconds {200};
    config.limits.idleTime = milliseconds {200};
    config.limits.writeTime = milliseconds {200};
    config.limits.closeTime = milliseconds {200};
    return config;
}

} // namespace

TEST(Limits, EndIdleConnections)
{
    TestServer server {shortTimes()};
    auto silent = server.client();
    EXPECT_TRUE(silent.ended());
    auto idle = server.client();
    idle.send(get("/ok"));
    EXPECT_EQ(idle.reply().status, 200);
    EXPECT_TRUE(idle.ended());
    EXPECT_EQ(server.server->counters().refused, 0u);
}

TEST(Limits, EndSlowHeadersAndBodiesWith408)
{
    TestServer server {shortTimes()};
    for (const auto *start : {"GET /ok HT", "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 10\r\n\r\nhalf",
             "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"}) {
        auto client = server.client();
        client.send(start);
        EXPECT_EQ(client.reply().status, 408) << start;
        EXPECT_TRUE(client.ended());
    }
    EXPECT_EQ(server.server->counters().refused, 3u);
}

TEST(Limits, AByteNowAndThenBuysNoTime)
{
    TestServer server {shortTimes()};
    auto client = server.client();
    client.send("GET /ok HTTP/1.1\r\nHost: t\r\n");
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (client.poll(milliseconds {10}) && client.unread().empty() && std::chrono::steady_clock::now() < deadline)
        client.send("A");
    EXPECT_LT(std::chrono::steady_clock::now(), deadline);
    EXPECT_EQ(client.reply().status, 408);
}

TEST(Limits, WaitForHandlersWithoutALimit)
{
    TestServer server {shortTimes()};
    auto waiting = server.client();
    waiting.send(get("/later"));
    auto pending = server.pending.take(1);
    auto other = server.client();
    EXPECT_TRUE(other.ended()); // so the deadlines have been looked at meanwhile
    auto another = server.client();
    EXPECT_TRUE(another.ended());
    pending[0](Response::text("late"));
    EXPECT_EQ(waiting.reply().body, "late");
}

TEST(Limits, GiveUpOnReadersThatTakeNothing)
{
    TestServer server {shortTimes()};
    TestClient client {server.port(), 4096};
    client.send(get("/big"));
    EXPECT_TRUE(server.eventually([&] { return server.server->counters().requests == 1; }));
    EXPECT_TRUE(server.eventually([&] { return server.server->counters().connections == 0; }));
}

TEST(Limits, AnswerBusyWhenThePoolIsFull)
{
    HttpConfig config;
    config.workers = 1;
    config.workerQueue = 1;
    TestServer server {config};
    auto running = server.client();
    running.send(get("/gate"));
    ASSERT_TRUE(server.gate.reached(1));
    auto queued = server.client();
    queued.send(get("/ok"));
    ASSERT_TRUE(server.eventually([&] { return server.server->counters().requests == 2; }));
    auto refused = server.client();
    refused.send(get("/ok"));
    const auto reply = refused.reply();
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.header("retry-after"), "1");
    EXPECT_EQ(server.server->counters().refused, 1u);
    // What does not need the pool goes on, on the same connection too.
    refused.send(post("/deferred", "x"));
    EXPECT_EQ(refused.reply().body, "x");
    server.gate.open();
    EXPECT_EQ(running.reply().status, 200);
    EXPECT_EQ(queued.reply().status, 200);
    refused.send(get("/ok"));
    EXPECT_EQ(refused.reply().status, 200);
}

TEST(Limits, ABlockedWorkerHoldsNobodyUp)
{
    TestServer server; // four workers
    std::vector<TestClient> blocked;
    for (int i = 1; i <= 3; ++i) {
        blocked.push_back(server.client());
        blocked.back().send(get("/gate"));
        ASSERT_TRUE(server.gate.reached(i));
    }
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(server.ask(get("/ok")).status, 200);
    server.gate.open();
    for (auto &client : blocked)
        EXPECT_EQ(client.reply().status, 200);
}

TEST(Limits, TurnConnectionsAway)
{
    HttpConfig config;
    config.limits.connections = 2;
    TestServer server {config};
    auto first = server.client();
    first.send(get("/ok"));
    EXPECT_EQ(first.reply().status, 200);
    {
        auto second = server.client();
        second.send(get("/ok"));
        EXPECT_EQ(second.reply().status, 200);
        auto third = server.client();
        EXPECT_EQ(third.reply().status, 503);
        EXPECT_TRUE(third.ended());
    }
    ASSERT_TRUE(server.eventually([&] { return server.server->counters().connections == 1; }));
    EXPECT_EQ(server.ask(get("/ok")).status, 200);
    EXPECT_EQ(server.server->counters().refused, 1u);
}

// Each holds a descriptor until its peer has read why: so many and no more, and they take no room from whoever comes then.
TEST(Limits, TurnedAwayTakeNoRoom)
{
    HttpConfig config;
    config.limits.connections = 1;
    TestServer server {config};
    auto only = std::make_unique<TestClient>(server.client());
    only->send(get("/ok"));
    EXPECT_EQ(only->reply().status, 200);
    std::vector<TestClient> told;
    for (int i = 0; i < 128; ++i)
        told.push_back(server.client());
    ASSERT_TRUE(server.eventually([&] { return server.server->counters().refused == 128; }));
    const auto held = server.server->counters().connections;
    auto beyond = server.client();
    EXPECT_EQ(beyond.reply().status, 0) << "closed without a word";
    EXPECT_EQ(server.server->counters().refused, 129u);
    EXPECT_LE(server.server->counters().connections, held);
    EXPECT_EQ(told.back().reply().status, 503);
    only.reset();
    ASSERT_TRUE(server.eventually([&] { return server.server->counters().connections < held; }));
    EXPECT_EQ(server.ask(get("/ok")).status, 200);
}

TEST(Limits, CountConnectionsPerAddress)
{
    AddressLimit limit {2};
    EXPECT_TRUE(limit.enter("192.0.2.1"));
    EXPECT_TRUE(limit.enter("192.0.2.1"));
    EXPECT_FALSE(limit.enter("192.0.2.1"));
    EXPECT_TRUE(limit.enter("192.0.2.2"));
    limit.leave("192.0.2.1");
    limit.leave("192.0.2.1");
    EXPECT_TRUE(limit.enter("192.0.2.1"));
}

TEST(Limits, AcceptGoesOnAfterTheDescriptorsRanOut)
{
    TestServer server {shortTimes()};
    rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const int lowest = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::close(lowest);
    const rlimit oneMore {static_cast<rlim_t>(lowest) + 1, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &oneMore), 0);
    auto client = server.client(); // takes the last descriptor, so that the server finds none for its end
    client.send(get("/ok"));
    EXPECT_TRUE(client.poll(milliseconds {150}));
    EXPECT_TRUE(client.unread().empty());
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    EXPECT_EQ(client.reply().status, 200);
}

TEST(Limits, GiveTheBodyLimitOfTheRoute)
{
    TestServer server;
    auto client = server.client();
    client.send(post("/echo", std::string(Router::defaultBodyLimit, 'b')));
    EXPECT_EQ(client.reply().status, 200);
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: " + std::to_string(Router::defaultBodyLimit + 1)
        + "\r\n\r\n");
    EXPECT_EQ(client.reply().status, 413);
    EXPECT_EQ(server.ask(post("/deferred", std::string(Router::webhookBodyLimit, 'b'))).status, 200);
}
