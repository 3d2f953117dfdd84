#include "tests/http/testserver.h"

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using std::chrono::milliseconds;

TEST(Stop, AnswersWhatIsUnderWay)
{
    TestServer server;
    auto idle = server.client();
    idle.send(get("/ok"));
    EXPECT_EQ(idle.reply().status, 200);
    auto deferred = server.client();
    deferred.send(get("/later"));
    auto handled = server.client();
    handled.send(get("/gate"));
    auto half = server.client();
    half.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(half.bytes(25), "HTTP/1.1 100 Continue\r\n\r\n"); // so the server knows of it
    ASSERT_TRUE(server.gate.reached(1));
    auto pending = server.pending.take(1);

    std::thread stopper {[&] { server.server->stop(patience); }};
    EXPECT_TRUE(idle.ended()); // so the stop has begun
    pending[0](Response::text("late"));
    server.gate.open();
    half.send("body");
    for (auto *client : {&deferred, &handled, &half}) {
        const auto reply = client->reply();
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.header("connection"), "close");
        EXPECT_TRUE(client->ended());
    }
    stopper.join();
    EXPECT_EQ(TestClient(server.port()).reply().status, 0);
    EXPECT_EQ(server.server->counters().connections, 0u);
}

TEST(Stop, WaitsNoLongerThanTheGrace)
{
    TestServer server;
    auto client = server.client();
    client.send(get("/later"));
    auto pending = server.pending.take(1);
    TestSocket socket {server.port()};
    const auto handle = server.events.sockets(1)[0];
    server.server->stop(milliseconds {50}); // the socket does not answer the close frame
    EXPECT_TRUE(client.ended());
    EXPECT_EQ(server.events.closedCount(), 1u);
    server.server->stop();
    server.server.reset();
    pending[0](Response::text("to nobody")); // both outlive the server
    pending.clear();
    handle->send(shared("to nobody"));
    handle->close(1000, "");
    server.server = std::make_unique<HttpServer>(HttpConfig {}, server.router, server.events);
}

TEST(Stop, ClosesSocketsWith1001)
{
    TestServer server;
    TestSocket socket {server.port()};
    server.events.sockets(1)[0]->send(shared("last"));
    std::thread stopper {[&] { server.server->stop(patience); }};
    EXPECT_EQ(socket.next().payload, "last");
    EXPECT_EQ(socket.next().closeCode(), 1001);
    socket.sendClose(1001);
    EXPECT_TRUE(socket.client().ended());
    stopper.join();
    EXPECT_EQ(server.events.closedCount(), 1u);
}

TEST(Stop, IsSafeUnderLoad)
{
    for (const int threads : {1, 2}) {
        HttpConfig config;
        config.ioThreads = threads;
        TestServer server {config};
        server.events.onReceived
            = [](const std::shared_ptr<Socket> &socket, std::string frame) { socket->send(shared(std::move(frame))); };
        std::atomic<int> answered {0};
        std::vector<std::thread> clients;
        for (int i = 0; i < 6; ++i) {
            clients.emplace_back([&, i] {
                auto client = server.client();
                const auto request = i % 2 == 0 ? get("/ok") : post("/deferred", std::string(5000, 'x'));
                while (client.send(request)) {
                    const auto reply = client.reply();
                    if (reply.status == 0)
                        break;
                    EXPECT_EQ(reply.status, 200);
                    EXPECT_EQ(reply.body.size(), i % 2 == 0 ? 11u : 5000u); // whole, also the last one
                    ++answered;
                }
            });
        }
        clients.emplace_back([&] {
            TestSocket socket {server.port()};
            int code = 0;
            while (socket.sendText("echo")) {
                const auto frame = socket.next();
                if (frame.opcode != 1) {
                    code = frame.closeCode();
                    break;
                }
            }
            socket.sendClose(1001);
            EXPECT_EQ(code, 1001);
        });
        server.events.sockets(1);
        ASSERT_TRUE(server.eventually([&] { return answered > 500; }));
        server.server->stop(patience);
        for (auto &client : clients)
            client.join();
        EXPECT_EQ(server.server->counters().connections, 0u);
        EXPECT_EQ(server.server->counters().sockets, 0u);
    }
}

TEST(Stop, WorksBeforeStartAndTwice)
{
    Router router;
    RecordingEvents events;
    HttpServer server {HttpConfig {}, router, events};
    server.stop();
    HttpServer other {HttpConfig {}, router, events};
    EXPECT_TRUE(other.start().hasValue());
    other.stop();
    other.stop();
}
