#include "server/http/websocketframe.h"
#include "server/http/websockethandshake.h"
#include "tests/http/testclient.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::http;
using namespace foredeck::websocket;
using Kind = FrameReader::Incoming::Kind;
using test::TestSocket;

namespace {

// All that comes out of the bytes, fed in pieces of `step`, up to a close or a failure.
std::vector<FrameReader::Incoming> read(
    std::string_view text, std::size_t step = 1'000'000, std::size_t limit = 100'000)
{
    FrameReader reader {limit};
    std::vector<FrameReader::Incoming> all;
    while (!text.empty()) {
        auto piece = text.substr(0, step);
        text.remove_prefix(piece.size());
        FrameReader::Incoming incoming;
        while (reader.next(piece, incoming)) {
            all.push_back(incoming);
            if (incoming.kind == Kind::Close || incoming.kind == Kind::Failure)
                return all;
        }
    }
    return all;
}

int failureOf(std::string_view text, std::size_t limit = 100'000)
{
    const auto all = read(text, 1, limit);
    return !all.empty() && all.back().kind == Kind::Failure ? all.back().code : 0;
}

std::string closeFrame(int code, std::string_view reason = {})
{
    return TestSocket::frame(8, closePayload(code, reason));
}

} // namespace

TEST(WebSocketFrame, HeadsHaveTheShortestLength)
{
    EXPECT_EQ(FrameHead(Opcode::Text, 125).view(), std::string_view("\x81\x7d"));
    EXPECT_EQ(FrameHead(Opcode::Text, 126).view(), std::string_view("\x81\x7e\x00\x7e", 4));
    EXPECT_EQ(FrameHead(Opcode::Text, 65535).view(), std::string_view("\x81\x7e\xff\xff", 4));
    EXPECT_EQ(FrameHead(Opcode::Close, 65536).view(), std::string_view("\x88\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10));
}

TEST(WebSocketFrame, ReadsFramesInPiecesOfAnySize)
{
    const std::string large(70'000, 'x');
    const auto text = TestSocket::frame(1, "hé") + TestSocket::frame(1, "fra", false)
        + TestSocket::frame(9, "are you there") + TestSocket::frame(0, "", false) + TestSocket::frame(0, "gment")
        + TestSocket::frame(1, "") + TestSocket::frame(10, "") + TestSocket::frame(1, large) + closeFrame(1000, "bye");
    for (const std::size_t step : {1, 2, 3, 5, 7, 1000, 1'000'000}) {
        const auto all = read(text, step);
        ASSERT_EQ(all.size(), 7u) << step;
        EXPECT_EQ(all[0].payload, "hé");
        EXPECT_EQ(all[1].kind, Kind::Ping);
        EXPECT_EQ(all[1].payload, "are you there");
        EXPECT_EQ(all[2].payload, "fragment");
        EXPECT_EQ(all[3].payload, "");
        EXPECT_EQ(all[4].kind, Kind::Pong);
        EXPECT_EQ(all[5].payload, large);
        EXPECT_EQ(all[6].kind, Kind::Close);
        EXPECT_EQ(all[6].code, 1000);
        EXPECT_EQ(all[6].payload, "bye");
    }
}

TEST(WebSocketFrame, RefusesWhatBreaksTheProtocol)
{
    auto unmasked = TestSocket::frame(1, "hello");
    unmasked[1] = static_cast<char>(unmasked[1] & 0x7f);
    EXPECT_EQ(failureOf(unmasked), protocolError);
    auto reserved = TestSocket::frame(1, "hello");
    reserved[0] = static_cast<char>(reserved[0] | 0x40);
    EXPECT_EQ(failureOf(reserved), protocolError);
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
        EXPECT_EQ(failureOf(TestSocket::frame(opcode, "")), protocolError) << opcode;
    EXPECT_EQ(failureOf(TestSocket::frame(0, "no start")), protocolError);
    EXPECT_EQ(failureOf(TestSocket::frame(1, "a", false) + TestSocket::frame(1, "b")), protocolError);
    EXPECT_EQ(failureOf(TestSocket::frame(9, "fragmented ping", false)), protocolError);
    EXPECT_EQ(failureOf(TestSocket::frame(9, std::string(126, 'p'))), protocolError);
    EXPECT_EQ(failureOf(TestSocket::frame(2, "binary")), unsupportedData);
    EXPECT_EQ(failureOf(TestSocket::frame(1, "\xff\xfe")), invalidText);
}

TEST(WebSocketFrame, JudgesUtf8OverTheWholeMessage)
{
    EXPECT_EQ(read(TestSocket::frame(1, "\xe2\x82", false) + TestSocket::frame(0, "\xac"))[0].payload, "€");
    EXPECT_EQ(failureOf(TestSocket::frame(1, "\xe2\x82", false) + TestSocket::frame(0, "x")), invalidText);
}

TEST(WebSocketFrame, RefusesByTheHeadWhatIsTooLarge)
{
    EXPECT_EQ(failureOf(TestSocket::frame(1, std::string(101, 'x')).substr(0, 6), 100), messageTooBig);
    EXPECT_EQ(
        failureOf(TestSocket::frame(1, std::string(60, 'x'), false) + TestSocket::frame(0, std::string(41, 'x')), 100),
        messageTooBig);
    EXPECT_EQ(failureOf(std::string("\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff" "mask", 14), 100), messageTooBig);
    EXPECT_EQ(read(TestSocket::frame(1, std::string(100, 'x')), 3, 100).size(), 1u);
}

TEST(WebSocketFrame, KnowsTheCodesOfAClose)
{
    for (const int code : {1000, 1001, 1003, 1011, 1014, 3000, 4429, 4999})
        EXPECT_EQ(failureOf(closeFrame(code)), 0) << code;
    for (const int code : {1, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535})
        EXPECT_EQ(failureOf(closeFrame(code)), protocolError) << code;
    EXPECT_EQ(failureOf(TestSocket::frame(8, "x")), protocolError);
    EXPECT_EQ(failureOf(closeFrame(1000, "\xff")), invalidText);
    EXPECT_EQ(read(TestSocket::frame(8, ""))[0].code, 0);
    EXPECT_EQ(closePayload(4429, std::string(200, 'r')).size(), 125u);
}

TEST(WebSocketHandshake, ComputesTheKeyOfTheRfc)
{
    EXPECT_EQ(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="); // RFC 6455 §1.3
}
