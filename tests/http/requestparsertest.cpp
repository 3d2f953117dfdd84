#include "server/http/requestparser.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::http;
using namespace std::string_view_literals;

namespace {

// Feeds a whole request, in pieces of `step` bytes, with a body limit; answers the status it failed with, or 0.
int parse(std::string_view text, std::size_t step = 1'000'000, Request *request = nullptr, std::size_t bodyLimit = 1000)
{
    HttpLimits limits;
    limits.headerBytes = 512;
    limits.headerFields = 8;
    RequestParser parser {limits};
    std::string in;
    while (parser.stage() == RequestParser::Stage::Header || parser.stage() == RequestParser::Stage::Body) {
        const auto before = parser.stage();
        in.erase(0, parser.feed(in));
        if (parser.stage() == RequestParser::Stage::Body)
            parser.setBodyLimit(bodyLimit);
        if (parser.stage() != before)
            continue;
        if (text.empty())
            return -1; // wants more
        in.append(text.substr(0, step));
        text.remove_prefix(std::min(step, text.size()));
    }
    if (request)
        *request = std::move(parser.request());
    return parser.stage() == RequestParser::Stage::Failed ? parser.failure().status : 0;
}

std::string withFields(std::string_view fields, std::string_view body = {})
{
    return "POST /a HTTP/1.1\r\nHost: h\r\n" + std::string {fields} + "\r\n" + std::string {body};
}

} // namespace

TEST(RequestParser, ReadsARequestInPiecesOfAnySize)
{
    const auto fixed = withFields("Content-Length: 11\r\nX-Name:  blank around \t\r\n", "hello world");
    const auto chunked = withFields(
        "Transfer-Encoding: Chunked\r\n", "5\r\nhello\r\n6;ext=\"1\"\r\n world\r\n0\r\nTrailer: x\r\n\r\n");
    for (std::size_t step = 1; step < 40; ++step) {
        Request request;
        ASSERT_EQ(parse(fixed, step, &request), 0) << step;
        EXPECT_EQ(request.body, "hello world");
        EXPECT_EQ(request.header("x-name"), "blank around");
        ASSERT_EQ(parse(chunked, step, &request), 0) << step;
        EXPECT_EQ(request.body, "hello world");
        EXPECT_EQ(request.header("trailer"), "");
    }
}

TEST(RequestParser, OverlooksEmptyLinesBefore)
{
    EXPECT_EQ(parse("\r\n\r\nGET /a HTTP/1.1\r\nHost: h\r\n\r\n", 1), 0);
}

TEST(RequestParser, RefusesEveryAmbiguousLength)
{
    for (const auto *fields : {"Content-Length: 3\r\nContent-Length: 3\r\n",
             "Content-Length: 3\r\nContent-Length: 4\r\n", "Content-Length: 3, 3\r\n", "Content-Length: +3\r\n",
             "Content-Length: -1\r\n", "Content-Length: abc\r\n", "Content-Length: 0x3\r\n", "Content-Length:\r\n",
             "Content-Length: 18446744073709551616\r\n", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "Content-Length : 3\r\n"})
        EXPECT_EQ(parse(withFields(fields, "abc")), 400) << fields;
    for (const auto *fields : {"Transfer-Encoding: gzip\r\n", "Transfer-Encoding: gzip, chunked\r\n",
             "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding: chunked, identity\r\n", "Transfer-Encoding:\r\n"})
        EXPECT_EQ(parse(withFields(fields, "abc")), 501) << fields;
    EXPECT_EQ(parse("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
}

TEST(RequestParser, RefusesBadChunks)
{
    for (const auto *body : {"-5\r\nhello\r\n", "x\r\n", "5 \r\nhello\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "5\nhello\r\n",
             "\r\n", "0x5\r\nhello\r\n\r\n", "FFFFFFFFFFFFFFFFF\r\n"})
        EXPECT_EQ(parse(withFields("Transfer-Encoding: chunked\r\n", body)), 400) << body;
    EXPECT_EQ(parse(withFields("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n")), 413);
    EXPECT_EQ(parse(withFields("Transfer-Encoding: chunked\r\n", "1;" + std::string(20'000, 'e'))), 400);
    EXPECT_EQ(parse(withFields("Transfer-Encoding: chunked\r\n", "0\r\nA: " + std::string(20'000, 't'))), 400);
}

TEST(RequestParser, HoldsTheBodyLimit)
{
    const std::string body(100, 'b');
    EXPECT_EQ(
        parse(withFields("Transfer-Encoding: chunked\r\n", "64\r\n" + body + "\r\n0\r\n\r\n"), 7, nullptr, 100), 0);
    EXPECT_EQ(
        parse(withFields("Transfer-Encoding: chunked\r\n", "64\r\n" + body + "\r\n1\r\nx\r\n"), 7, nullptr, 100), 413);
    EXPECT_EQ(parse(withFields("Transfer-Encoding: chunked\r\n", "65\r\n"), 7, nullptr, 100), 413);
}

TEST(RequestParser, RefusesWhatIsNoHeader)
{
    for (const auto *head : {"GET /a HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
             "GET /a HTTP/1.1\r\nHost: h\r\nA: b\r\n folded\r\n\r\n", "GET /a HTTP/1.1\r\n Host: h\r\n\r\n",
             "GET /a HTTP/1.1\r\nHost: h\nA: b\r\n\r\n", "GET /a HTTP/1.1\r\nHost: h\r\nA: b\rc\r\n\r\n",
             "GET /a\r\nHost: h\r\n\r\n", "GET  /a HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a FTP/1.1\r\nHost: h\r\n\r\n",
             "GET /a HTTP/1.1\r\nHost: h\r\n: b\r\n\r\n", "G\x01T /a HTTP/1.1\r\nHost: h\r\n\r\n",
             "\x16\x03\x01\x02\r\n\r\n"})
        EXPECT_EQ(parse(head), 400) << head;
    EXPECT_EQ(parse("GET /a HTTP/1.1\r\nHost: h\r\nA: b\0c\r\n\r\n"sv), 400);
    EXPECT_EQ(parse("GET /a HTTP/9.9\r\nHost: h\r\n\r\n"), 505);
    EXPECT_EQ(parse("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), 505);
}

TEST(RequestParser, WantsOneHost)
{
    for (const auto *head : {"GET /a HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
             "GET /a HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET /a HTTP/1.1\r\nHost: a@b\r\n\r\n",
             "GET /a HTTP/1.1\r\nHost: a b\r\n\r\n"})
        EXPECT_EQ(parse(head), 400) << head;
    EXPECT_EQ(parse("GET /a HTTP/1.0\r\n\r\n"), 0);
    EXPECT_EQ(parse("GET /a HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n"), 0);
}

TEST(RequestParser, HoldsTheHeaderLimits)
{
    EXPECT_EQ(parse("GET /" + std::string(600, 'a'), 10), 431);
    EXPECT_EQ(parse("GET /" + std::string(600, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n"), 431);
    std::string many;
    for (int i = 0; i < 8; ++i)
        many += "A: b\r\n";
    EXPECT_EQ(parse("GET /a HTTP/1.1\r\nHost: h\r\n" + many + "\r\n"), 431);
    EXPECT_EQ(parse(std::string(2000, '\r').replace(1, 1, "\n"), 3), 431);
}

TEST(RequestParser, KnowsOneExpectation)
{
    EXPECT_EQ(parse(withFields("Expect: 200-maybe\r\n")), 417);
    HttpLimits limits;
    RequestParser parser {limits};
    parser.feed(withFields("Expect: 100-Continue\r\nContent-Length: 3\r\n"));
    EXPECT_EQ(parser.stage(), RequestParser::Stage::Body);
    EXPECT_TRUE(parser.expectsContinue());
    EXPECT_EQ(parser.contentLength(), 3u);
}
