#include "tests/http/testserver.h"

#include <random>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::string_literals;

namespace {

const std::string seeds[] {
    get("/ok", "Accept: */*\r\nX-Request-Id: abc\r\n"),
    get("/whoami?a=1&b=%20", "Connection: close\r\n"),
    post("/echo", "hello world", "Content-Type: text/plain\r\n"),
    post("/deferred", "{\"a\":1}", "Expect: 100-continue\r\n"),
    "POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n6\r\n world\r\n0\r\nT: "
    "x\r\n\r\n",
    get("/ok") + post("/echo", "second") + get("/nothing"),
    "OPTIONS * HTTP/1.1\r\nHost: t\r\n\r\nHEAD /ok HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    TestSocket::handshake() + TestSocket::frame(1, "hello", false) + TestSocket::frame(9, "ping")
        + TestSocket::frame(0, " world") + TestSocket::frame(8, "\x03\xe8"),
};

std::string mutated(std::string text, std::mt19937 &random)
{
    const auto below
        = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % std::max<std::size_t>(1, limit); };
    static const auto special = "\0\r\n :;,%\x7f\xff\t0/-"s;
    for (auto changes = 1 + below(6); changes > 0; --changes) {
        const auto at = below(text.size());
        const auto length = std::min(below(24), text.size() - at);
        switch (below(6)) {
        case 0: text[at] = static_cast<char>(random()); break;
        case 1: text[at] = special[below(special.size())]; break;
        case 2: text.insert(at, 1, special[below(special.size())]); break;
        case 3: text.erase(at, length); break;
        case 4: text.insert(below(text.size()), text.substr(at, length)); break;
        default: text.insert(at, std::string(below(2000), text[at])); break;
        }
        if (text.empty())
            text = "x";
    }
    return text;
}

} // namespace

// Whatever comes, each connection ends, nothing is answered with a fault of ours, and the next client is served.
TEST(Mutation, FourThousandRequestsDoNoHarm)
{
    TestServer server;
    server.events.onReceived
        = [](const std::shared_ptr<Socket> &socket, std::string frame) { socket->send(shared(std::move(frame))); };
    std::mt19937 random {20240611};
    int answered = 0;
    int accepted = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto request = mutated(seeds[static_cast<std::size_t>(i) % std::size(seeds)], random);
        auto client = server.client();
        client.send(request);
        client.finishSending();
        const auto answer = client.rest();
        ASSERT_TRUE(answer.has_value()) << "hangs on number " << i << ":\n" << request;
        const auto status = answer->substr(0, 12);
        answered += answer->empty() ? 0 : 1;
        accepted += status == "HTTP/1.1 200" ? 1 : 0;
        EXPECT_NE(status, "HTTP/1.1 500") << request;
    }
    EXPECT_GT(answered, 3000);
    EXPECT_GT(accepted, 300); // else the mutations test nothing but the first line
    EXPECT_TRUE(server.eventually([&] { return server.server->counters().connections == 0; }));
    EXPECT_EQ(server.ask(get("/ok")).status, 200);
}
