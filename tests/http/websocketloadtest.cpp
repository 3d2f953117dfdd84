#include "tests/http/testserver.h"

#include <array>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

TEST(WebSocketLoad, AThousandSocketsGetEveryFrame)
{
    HttpConfig config;
    config.ioThreads = 2;
    TestServer server {config};
    std::vector<TestSocket> readers;
    for (int i = 0; i < 1000; ++i)
        readers.emplace_back(server.port());
    const auto sockets = server.events.sockets(1000);
    std::vector<std::string> expected;
    for (int event = 0; event < 5; ++event) {
        const auto frame = shared("event " + std::to_string(event) + " " + std::string(400, 'e'));
        for (const auto &socket : sockets)
            socket->send(frame);
        expected.push_back(*frame);
    }
    for (auto &reader : readers) {
        for (const auto &text : expected)
            ASSERT_EQ(reader.next().payload, text);
    }
    EXPECT_EQ(server.server->counters().sockets, 1000u);
    readers.clear();
    EXPECT_TRUE(server.events.waitClosed(1000));
}

TEST(WebSocketLoad, ManyThreadsSendToOneSocketEachInItsOrder)
{
    constexpr int threads = 8;
    constexpr int each = 2000;
    TestServer server;
    TestSocket reader {server.port()};
    const auto socket = server.events.sockets(1)[0];
    std::atomic<int> read {0};
    std::vector<std::thread> senders;
    for (int thread = 0; thread < threads; ++thread) {
        senders.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                while (thread * each + i > 0 && socket->backlog() > 100) // as whoever has much to send must
                    std::this_thread::yield();
                socket->send(shared(std::to_string(thread) + " " + std::to_string(i)));
            }
        });
    }
    std::array<int, threads> next {};
    for (int i = 0; i < threads * each; ++i) {
        const auto frame = reader.next();
        ASSERT_EQ(frame.opcode, 1) << frame.closeCode();
        const auto thread = static_cast<std::size_t>(frame.payload[0] - '0');
        ASSERT_EQ(std::stoi(frame.payload.substr(2)), next[thread]++);
    }
    for (auto &sender : senders)
        sender.join();
}

TEST(WebSocketLoad, ASlowReaderLosesItsSocketAndNobodyElseAnEvent)
{
    TestServer server;
    TestSocket slow {server.port(), {}, 4096};
    TestSocket quick {server.port()};
    const auto sockets = server.events.sockets(2);
    int sent = 0;
    while (server.events.closedCount() == 0) {
        const auto frame = shared(std::to_string(sent++) + std::string(20'000, 'e'));
        for (const auto &socket : sockets)
            socket->send(frame);
        ASSERT_EQ(quick.next().payload, *frame);
        ASSERT_LT(sent, 10'000) << "the slow reader is never dropped";
    }
    EXPECT_EQ(server.server->counters().droppedSlowReaders, 1u);
    // What had begun to leave is whole, then it is told why.
    int received = 0;
    for (;;) {
        const auto frame = slow.next();
        if (frame.opcode == 8) {
            EXPECT_EQ(frame.closeCode(), 4429);
            break;
        }
        ASSERT_EQ(frame.opcode, 1);
        ASSERT_EQ(frame.payload, std::to_string(received++) + std::string(20'000, 'e'));
    }
    EXPECT_LT(received, sent);
    sockets[1]->send(shared("after"));
    EXPECT_EQ(quick.next().payload, "after");
}

TEST(WebSocketLoad, AReaderThatNeverReadsIsEnded)
{
    HttpConfig config;
    config.limits.closeTime = std::chrono::milliseconds {100};
    config.limits.socketQueueFrames = 8;
    TestServer server {config};
    TestSocket reader {server.port(), {}, 4096};
    const auto socket = server.events.sockets(1)[0];
    while (server.events.closedCount() == 0)
        socket->send(shared(std::string(100'000, 'e')));
    EXPECT_TRUE(server.eventually([&] { return server.server->counters().connections == 0; }));
    EXPECT_TRUE(server.eventually([&] { return socket->backlog() == 0; }));
}

// How a replay is sent: as much as the queue bears, then on when it has drained.
TEST(WebSocketLoad, AReplayPacedByDrainedLosesNothing)
{
    constexpr int total = 5000;
    TestServer server;
    int next = 0;
    const auto fill = [&](const std::shared_ptr<Socket> &socket) {
        while (next < total && socket->backlog() < 128)
            socket->send(shared(std::to_string(next++) + std::string(500, 'r')));
    };
    server.events.onReceived = [&](const std::shared_ptr<Socket> &socket, const std::string &) { fill(socket); };
    server.events.onDrained = fill;
    TestSocket reader {server.port(), {}, 8192};
    reader.sendText("resume");
    for (int i = 0; i < total; ++i)
        ASSERT_EQ(reader.next().payload, std::to_string(i) + std::string(500, 'r'));
    EXPECT_EQ(server.server->counters().droppedSlowReaders, 0u);
}

TEST(WebSocketLoad, APingFloodIsBounded)
{
    HttpConfig config;
    config.limits.closeTime = std::chrono::milliseconds {100};
    TestServer server {config};
    TestSocket flooder {server.port(), {}, 4096};
    std::string pings;
    for (int i = 0; i < 1000; ++i)
        pings += TestSocket::frame(9, std::string(125, 'p'));
    while (flooder.client().send(pings)) { } // never reads a pong
    EXPECT_TRUE(server.events.waitClosed(1));
    EXPECT_TRUE(server.eventually([&] { return server.server->counters().connections == 0; }));
}
