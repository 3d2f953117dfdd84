#include "net/codec/jsonreader.h"
#include "tests/http/testserver.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::string_literals;

TEST(Server, KeepsTheConnection)
{
    TestServer server;
    auto client = server.client();
    for (int i = 0; i < 3; ++i) {
        client.send(get("/ok"));
        const auto reply = client.reply();
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, "{\"ok\":true}");
    }
    EXPECT_EQ(server.server->counters().connections, 1u);
    EXPECT_EQ(server.server->counters().requests, 3u);
}

TEST(Server, HonoursConnectionClose)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/ok", "Connection: close\r\n"));
    EXPECT_EQ(client.reply().header("connection"), "close");
    EXPECT_TRUE(client.ended());
}

TEST(Server, SpeaksHttp10)
{
    TestServer server;
    auto client = server.client();
    client.send("GET /ok HTTP/1.0\r\n\r\n");
    EXPECT_EQ(client.reply().status, 200);
    EXPECT_TRUE(client.ended());
    auto keeper = server.client();
    keeper.send("GET /ok HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(keeper.reply().header("connection"), "keep-alive");
    keeper.send("GET /ok HTTP/1.0\r\n\r\n");
    EXPECT_EQ(keeper.reply().status, 200);
    EXPECT_TRUE(keeper.ended());
}

TEST(Server, AnswersHeadWithoutABody)
{
    TestServer server;
    auto client = server.client();
    client.send("HEAD /ok HTTP/1.1\r\nHost: test\r\n\r\n" + get("/ok", "Connection: close\r\n"));
    EXPECT_EQ(client.reply(true).header("content-length"), "11");
    EXPECT_EQ(client.reply().body, "{\"ok\":true}"); // nothing of the first answer's body stands before it
    EXPECT_TRUE(client.ended());
}

TEST(Server, AnswersOptionsAndWrongMethodsFromTheTable)
{
    TestServer server;
    const auto options = server.ask("OPTIONS /ok HTTP/1.1\r\nHost: test\r\n\r\n");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(server.ask("OPTIONS * HTTP/1.1\r\nHost: test\r\n\r\n").status, 204);
    const auto wrong = server.ask(post("/ok", "x"));
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(server.ask("BREW /ok HTTP/1.1\r\nHost: test\r\n\r\n").status, 405);
    EXPECT_EQ(server.ask("CONNECT other:80 HTTP/1.1\r\nHost: test\r\n\r\n").status, 400);
    const auto missing = server.ask(get("/nothing?here"));
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.header("content-type"), "application/problem+json");
    JsonDocument document;
    EXPECT_EQ(document.parse(missing.body).value()["instance"].asString(), "/nothing");
}

TEST(Server, HandsTheBodyOverWhole)
{
    TestServer server;
    const std::string body(200'000, 'b');
    EXPECT_EQ(server.ask(post("/echo", body)).body, body);
    EXPECT_EQ(server.ask(post("/deferred", body)).body, body);
    const auto binary = "\0\r\n\xff"s;
    EXPECT_EQ(server.ask(post("/echo", binary)).body, binary);
    EXPECT_EQ(
        server
            .ask("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
            .body,
        "abcde");
}

TEST(Server, SaysContinueOnce)
{
    TestServer server;
    auto client = server.client();
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.bytes(25), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    EXPECT_EQ(client.reply().body, "hello");
    // Whoever sends the body at once is not asked for it.
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nagain");
    EXPECT_EQ(client.reply().status, 200);
}

TEST(Server, RefusesAnExpectedBodyThatIsTooLargeBeforeItIsSent)
{
    TestServer server;
    auto client = server.client();
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.reply().status, 413);
    EXPECT_EQ(
        server.ask("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nExpect: a-miracle\r\n\r\n").status, 417);
}

TEST(Server, KeepsTheOrderOfPipelinedAnswers)
{
    TestServer server;
    auto client = server.client();
    client.send(
        get("/gate") + get("/ok") + post("/deferred", "third") + get("/nothing") + get("/ok", "Connection: close\r\n"));
    ASSERT_TRUE(server.gate.reached(1));
    server.gate.open();
    EXPECT_EQ(client.reply().body, "through the gate");
    EXPECT_EQ(client.reply().body, "{\"ok\":true}");
    EXPECT_EQ(client.reply().body, "third");
    EXPECT_EQ(client.reply().status, 404);
    EXPECT_EQ(client.reply().status, 200);
    EXPECT_TRUE(client.ended());
}

TEST(Server, RunsThePipelinedRequestsOfAConnectionOneAfterAnother)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/later") + get("/later"));
    auto first = server.pending.take(1);
    ASSERT_EQ(first.size(), 1u); // the second is not begun before the first is answered
    EXPECT_EQ(server.server->counters().requests, 1u);
    first[0](Response::text("one"));
    EXPECT_EQ(client.reply().body, "one");
    server.pending.take(1)[0](Response::text("two"));
    EXPECT_EQ(client.reply().body, "two");
}

TEST(Server, AnswersManyPipelinedRequests)
{
    TestServer server;
    auto client = server.client();
    std::string requests;
    for (int i = 0; i < 2000; ++i)
        requests += i % 2 == 0 ? post("/deferred", std::to_string(i)) : get("/nothing");
    std::thread sender {[&] { client.send(requests); }};
    for (int i = 0; i < 2000; ++i) {
        const auto reply = client.reply();
        ASSERT_EQ(reply.status, i % 2 == 0 ? 200 : 404) << i;
        if (i % 2 == 0) {
            ASSERT_EQ(reply.body, std::to_string(i));
        }
    }
    sender.join();
}

TEST(Server, AnswersWhoFinishedSending)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/later") + get("/ok"));
    auto pending = server.pending.take(1);
    client.finishSending();
    pending[0](Response::text("late"));
    EXPECT_EQ(client.reply().body, "late");
    EXPECT_EQ(client.reply().body, "{\"ok\":true}");
    EXPECT_TRUE(client.ended());
}

TEST(Server, WritesAnswersLargerThanTheKernelTakes)
{
    TestServer server;
    TestClient client {server.port(), 4096};
    client.send(get("/big") + get("/ok"));
    EXPECT_EQ(client.reply().body, std::string(8'000'000, 'b'));
    EXPECT_EQ(client.reply().body, "{\"ok\":true}");
}

TEST(Server, TellsNothingOfAnException)
{
    TestServer server;
    auto client = server.client();
    for (const auto *path : {"/throws", "/throws-deferred", "/silent"}) {
        client.send(get(path));
        const auto reply = client.reply();
        EXPECT_EQ(reply.status, 500) << path;
        EXPECT_EQ(reply.body.find("secret"), std::string::npos) << path;
    }
    client.send(get("/ok"));
    EXPECT_EQ(client.reply().status, 200);
}

TEST(Server, TakesOnlyTheFirstAnswer)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/later") + get("/later"));
    const auto respond = server.pending.take(1)[0];
    const auto copy = respond;
    respond(Response::text("one"));
    copy(Response::text("two"));
    EXPECT_EQ(client.reply().body, "one");
    const auto second = server.pending.take(1)[0];
    copy(Response::text("three"));
    second(Response::text("four"));
    EXPECT_EQ(client.reply().body, "four");
}

TEST(Server, NumbersRequests)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/whoami", "X-Request-Id: Desk_1.a-b\r\n"));
    const auto taken = client.reply();
    EXPECT_EQ(taken.header("x-request-id"), "Desk_1.a-b");
    EXPECT_EQ(taken.body, "Desk_1.a-b|127.0.0.1|loopback");
    std::string last;
    for (const auto &bad : {std::string {}, std::string {"a b"}, std::string {"<x>"}, std::string(65, 'a')}) {
        client.send(get("/whoami", bad.empty() ? "" : "X-Request-Id: " + bad + "\r\n"));
        const auto id = client.reply().header("x-request-id");
        EXPECT_FALSE(id.empty());
        EXPECT_NE(id, bad);
        EXPECT_NE(id, last);
        last = id;
    }
    EXPECT_FALSE(server.ask("nonsense\r\n\r\n").header("x-request-id").empty());
}

TEST(Server, ForbidsCachingOfTheApi)
{
    TestServer server;
    const auto reply = server.ask(get("/api/v1/things/a%2Fb"));
    EXPECT_EQ(reply.body, "a/b");
    EXPECT_EQ(reply.header("cache-control"), "no-store");
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.header("server"), "");
    EXPECT_FALSE(reply.header("date").empty());
}

TEST(Server, BelievesAProxyOnlyWhenToldTo)
{
    const auto request = get("/whoami", "X-Request-Id: a\r\nX-Forwarded-For: 6.6.6.6, 192.0.2.7\r\n");
    TestServer direct;
    // Where it comes from is not believed; that it does not come from this computer is (safe mode asks).
    EXPECT_EQ(direct.ask(request).body, "a||remote");
    EXPECT_EQ(direct.ask(get("/whoami", "X-Request-Id: a\r\n")).body, "a|127.0.0.1|loopback");
    HttpConfig config;
    config.trustProxy = true;
    TestServer proxied {config};
    EXPECT_EQ(proxied.ask(request).body, "a|192.0.2.7|remote");
    EXPECT_EQ(
        proxied.ask(get("/whoami", "X-Request-Id: a\r\nX-Forwarded-For: nobody\r\n")).body, "a||remote");
}

TEST(Server, RefusesBadTargets)
{
    TestServer server;
    for (const auto *target : {"/%00", "/%ff", "/ok?a=%zz", "ok", "/%2"})
        EXPECT_EQ(server.ask(get(target)).status, 400) << target;
    EXPECT_EQ(server.ask(get("http://test/ok?x=1")).status, 200);
    EXPECT_EQ(server.ask(get("/../../etc/passwd")).status, 404);
}

TEST(Server, SaysWhyItCannotStart)
{
    for (const int threads : {1, 2}) {
        TestServer first;
        HttpConfig config;
        config.port = first.port();
        config.ioThreads = threads;
        HttpServer second {config, first.router, first.events};
        const auto started = second.start();
        ASSERT_TRUE(started.hasError());
        EXPECT_EQ(started.error().kind, Error::Kind::Io);
        EXPECT_NE(started.error().detail.find(std::to_string(first.port())), std::string::npos);
    }
    Router router;
    RecordingEvents events;
    HttpConfig config;
    config.address = "nowhere.invalid";
    EXPECT_EQ(HttpServer(config, router, events).start().error().kind, Error::Kind::Invalid);
}

TEST(Server, SharesThePortBetweenItsThreads)
{
    HttpConfig config;
    config.ioThreads = 3;
    TestServer server {config};
    std::vector<TestClient> clients;
    for (int i = 0; i < 60; ++i)
        clients.push_back(server.client());
    for (auto &client : clients)
        client.send(get("/ok"));
    for (auto &client : clients)
        EXPECT_EQ(client.reply().status, 200);
    EXPECT_EQ(server.server->counters().connections, 60u);
}
