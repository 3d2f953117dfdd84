#include "tests/http/testserver.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using std::chrono::milliseconds;

namespace {

class WebSocketTest : public testing::Test {
protected:
    void start(HttpConfig config = {})
    {
        server = std::make_unique<TestServer>(std::move(config));
        server->events.onReceived
            = [](const std::shared_ptr<Socket> &socket, std::string frame) { socket->send(shared(std::move(frame))); };
    }
    int handshakeStatus(const std::string &request) { return server->ask(request).status; }
    // Sends the bytes on a fresh socket; the code that it is closed with.
    int closedWith(const std::string &bytes)
    {
        TestSocket socket {server->port()};
        socket.client().send(bytes);
        const auto code = socket.next().closeCode();
        EXPECT_TRUE(socket.client().ended());
        return code;
    }
    std::unique_ptr<TestServer> server;
};

std::string without(std::string text, std::string_view line)
{
    return text.erase(text.find(line), line.size());
}

} // namespace

TEST_F(WebSocketTest, ShakesHands)
{
    start();
    auto client = server->client();
    client.send(TestSocket::handshake("X-Request-Id: hand-1\r\n"));
    const auto reply = client.reply(true);
    EXPECT_EQ(reply.status, 101);
    EXPECT_EQ(reply.header("sec-websocket-accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    EXPECT_EQ(reply.header("upgrade"), "websocket");
    EXPECT_EQ(reply.header("connection"), "Upgrade");
    EXPECT_EQ(reply.header("x-request-id"), "hand-1");
    EXPECT_EQ(server->events.sockets(1)[0]->remoteAddress(), "127.0.0.1");
    EXPECT_EQ(server->server->counters().sockets, 1u);
}

TEST_F(WebSocketTest, RefusesWrongHandshakes)
{
    start();
    const auto good = TestSocket::handshake();
    EXPECT_EQ(handshakeStatus(get("/api/v1/events")), 426);
    EXPECT_EQ(handshakeStatus(without(good, "Upgrade: websocket\r\n")), 426);
    EXPECT_EQ(handshakeStatus(without(good, "Connection: keep-alive, Upgrade\r\n")), 426);
    EXPECT_EQ(handshakeStatus(without(good, "Sec-WebSocket-Version: 13\r\n")), 426);
    EXPECT_EQ(handshakeStatus(without(good, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")), 400);
    EXPECT_EQ(handshakeStatus(without(good, "ZQ==")), 400);
    EXPECT_EQ(handshakeStatus("POST" + good.substr(3)), 405);
    EXPECT_EQ(handshakeStatus("GET /ok" + good.substr(18)), 200); // elsewhere an upgrade is not taken up
    EXPECT_EQ(server->server->counters().sockets, 0u);
}

TEST_F(WebSocketTest, LetsOnlyKnownPagesIn)
{
    HttpConfig config;
    config.allowedOrigins = {"https://desk.example.com"};
    start(config);
    EXPECT_EQ(handshakeStatus(TestSocket::handshake("Origin: https://evil.example.com\r\n")), 403);
    EXPECT_EQ(handshakeStatus(TestSocket::handshake("Origin: null\r\n")), 403);
    EXPECT_EQ(handshakeStatus(TestSocket::handshake("Origin: https://desk.example.com\r\n")), 101);
    EXPECT_EQ(handshakeStatus(TestSocket::handshake("Origin: http://Test\r\n")), 101); // its own
}

TEST_F(WebSocketTest, TakesFramesThatCameWithTheHandshake)
{
    start();
    auto client = server->client();
    client.send(TestSocket::handshake() + TestSocket::frame(1, "early"));
    EXPECT_EQ(client.reply(true).status, 101);
    EXPECT_EQ(client.bytes(7), "\x81\x05" "early");
}

TEST_F(WebSocketTest, EchoesEveryLength)
{
    start();
    TestSocket socket {server->port()};
    for (const std::size_t size : {0, 1, 125, 126, 127, 65535, 65536, 1024 * 1024}) {
        const std::string text(size, 'e');
        ASSERT_TRUE(socket.sendText(text));
        const auto frame = socket.next();
        EXPECT_EQ(frame.opcode, 1);
        EXPECT_TRUE(frame.final);
        EXPECT_EQ(frame.payload, text) << size;
    }
}

TEST_F(WebSocketTest, JoinsFragmentsAndAnswersPingsBetweenThem)
{
    start();
    TestSocket socket {server->port()};
    socket.client().send(
        TestSocket::frame(1, "one ", false) + TestSocket::frame(9, "ping") + TestSocket::frame(0, "two"));
    auto first = socket.next();
    auto second = socket.next();
    if (first.opcode == 1) // a pong is sent at once, the echo comes through the owner: either may be first
        std::swap(first, second);
    EXPECT_EQ(first.opcode, 10);
    EXPECT_EQ(first.payload, "ping");
    EXPECT_EQ(second.payload, "one two");
}

TEST_F(WebSocketTest, ClosesOnBrokenFrames)
{
    HttpConfig config;
    config.limits.frameBytes = 1000;
    start(config);
    auto unmasked = TestSocket::frame(1, "hello");
    unmasked[1] = static_cast<char>(unmasked[1] & 0x7f);
    EXPECT_EQ(closedWith(unmasked), 1002);
    EXPECT_EQ(closedWith(TestSocket::frame(0, "no start")), 1002);
    EXPECT_EQ(closedWith(TestSocket::frame(2, "binary")), 1003);
    EXPECT_EQ(closedWith(TestSocket::frame(1, "\xc0\xaf")), 1007);
    EXPECT_EQ(closedWith(TestSocket::frame(1, std::string(1001, 'x'))), 1009);
    EXPECT_EQ(
        closedWith(TestSocket::frame(1, std::string(700, 'x'), false) + TestSocket::frame(0, std::string(700, 'x'))),
        1009);
    EXPECT_EQ(closedWith(TestSocket::frame(8, "\x03")), 1002);
    EXPECT_TRUE(server->events.waitClosed(7));
}

TEST_F(WebSocketTest, AnswersACloseWithItsCode)
{
    start();
    TestSocket socket {server->port()};
    socket.sendText("before");
    EXPECT_EQ(socket.next().payload, "before");
    socket.sendClose(4000, "enough");
    EXPECT_EQ(socket.next().closeCode(), 4000);
    EXPECT_TRUE(socket.client().ended());
    EXPECT_TRUE(server->events.waitClosed(1));
    TestSocket silent {server->port()};
    silent.client().send(TestSocket::frame(8, ""));
    const auto frame = silent.next();
    EXPECT_EQ(frame.opcode, 8);
    EXPECT_EQ(frame.payload, "");
}

TEST_F(WebSocketTest, ClosesAfterWhatWasQueued)
{
    start();
    TestSocket socket {server->port()};
    const auto handle = server->events.sockets(1)[0];
    handle->send(shared("last words"));
    handle->close(4401, "The token is over.");
    handle->send(shared("too late"));
    EXPECT_EQ(socket.next().payload, "last words");
    const auto close = socket.next();
    EXPECT_EQ(close.closeCode(), 4401);
    EXPECT_EQ(close.payload.substr(2), "The token is over.");
    EXPECT_TRUE(server->events.waitClosed(1));
    socket.sendText("not heard any more");
    socket.sendClose(4401);
    EXPECT_TRUE(socket.client().ended());
    EXPECT_EQ(server->events.closedCount(), 1u);
    EXPECT_EQ(handle->backlog(), 0u);
}

TEST_F(WebSocketTest, GivesUpOnAPeerThatDoesNotAnswerTheClose)
{
    HttpConfig config;
    config.limits.closeTime = milliseconds {100};
    start(config);
    TestSocket socket {server->port()};
    server->events.sockets(1)[0]->close(4409, "Replaced.");
    EXPECT_EQ(socket.next().closeCode(), 4409);
    EXPECT_TRUE(socket.client().ended());
}

TEST_F(WebSocketTest, PingsTheSilentAndDropsTheDead)
{
    HttpConfig config;
    config.limits.pingInterval = milliseconds {500}; // the one that answers must never be late on a busy machine
    start(config);
    TestSocket alive {server->port()};
    TestSocket dead {server->port()};
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(alive.next().opcode, 9);
        alive.client().send(TestSocket::frame(10, ""));
    }
    EXPECT_TRUE(server->events.waitClosed(1)); // it answered no ping for twice the interval
    EXPECT_EQ(dead.next().opcode, 9);
    EXPECT_EQ(dead.next().opcode, -1);
    alive.sendText("still here");
    auto frame = alive.next();
    while (frame.opcode == 9)
        frame = alive.next();
    EXPECT_EQ(frame.payload, "still here");
}

TEST_F(WebSocketTest, TellsWhenThePeerIsGone)
{
    start();
    TestSocket killed {server->port()};
    TestSocket hungUp {server->port()};
    const auto handles = server->events.sockets(2);
    killed.client().reset();
    hungUp.client().finishSending();
    EXPECT_TRUE(server->events.waitClosed(2));
    for (const auto &handle : handles)
        handle->send(shared("to nobody"));
    EXPECT_TRUE(server->eventually([&] { return server->server->counters().sockets == 0; }));
}
