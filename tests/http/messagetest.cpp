#include "net/codec/jsonreader.h"
#include "server/http/date.h"
#include "server/http/message.h"
#include "server/http/responsehead.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::http;

TEST(Problem, FollowsRfc9457)
{
    auto error = Error::invalid("messages[0].text", "is empty");
    const auto response = Response::problem(error, "/api/v1/leads");
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(response.contentType, "application/problem+json");
    EXPECT_EQ(response.body,
        R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"messages[0].text: is empty",)"
        R"("instance":"/api/v1/leads","errors":[{"field":"messages[0].text","reason":"is empty"}]})");
}

TEST(Problem, MergesTheExtensionWithoutReplacingTheStandardMembers)
{
    Error error = Error::of(Error::Kind::Conflict, "Somebody else has it.");
    error.extension = R"({"status":200,"title":"x","current":{"owner":"Ana"},"newer":[1,2]})";
    JsonDocument document;
    const auto response = Response::problem(error);
    const auto parsed = document.parse(response.body);
    ASSERT_TRUE(parsed.hasValue());
    EXPECT_EQ(parsed.value()["status"].asInteger(), 409);
    EXPECT_EQ(parsed.value()["title"].asString(), "Conflict");
    EXPECT_EQ(parsed.value()["current"]["owner"].asString(), "Ana");
    EXPECT_EQ(parsed.value()["newer"].size(), 2u);
}

TEST(Problem, SurvivesAnExtensionThatIsNoObject)
{
    Error error = Error::of(Error::Kind::NotFound, "No such lead.");
    error.extension = "not json";
    EXPECT_EQ(Response::problem(error).body,
        R"({"type":"about:blank","title":"Not Found","status":404,"detail":"No such lead."})");
}

TEST(Problem, HasAStatusForEachKind)
{
    using Kind = Error::Kind;
    const std::pair<Kind, int> expected[] {{Kind::Invalid, 400}, {Kind::Unauthorized, 401}, {Kind::Forbidden, 403},
        {Kind::NotFound, 404}, {Kind::Conflict, 409}, {Kind::PreconditionFailed, 412}, {Kind::TooLarge, 413},
        {Kind::Unprocessable, 422}, {Kind::TooMany, 429}, {Kind::Busy, 503}, {Kind::Unavailable, 502},
        {Kind::NotConfigured, 422}, {Kind::Cancelled, 503}, {Kind::Io, 503}, {Kind::Corrupt, 500}, {Kind::TooNew, 500},
        {Kind::Internal, 500}};
    for (const auto &[kind, status] : expected) {
        EXPECT_EQ(statusOf(kind), status);
        EXPECT_FALSE(reasonOf(status).empty()) << status;
    }
    EXPECT_TRUE(Response::problem(Error::of(Kind::Busy, "")).hasHeader("retry-after"));
    EXPECT_FALSE(
        Response::problem(Error::of(Kind::TooMany, "")).hasHeader("retry-after")); // its length is the handler's to say
}

TEST(Response, AddsAHeaderOnce)
{
    auto response = Response::json("{}");
    response.addHeader("Cache-Control", "max-age=5");
    response.addHeader("cache-control", "no-store");
    ASSERT_EQ(response.headers.size(), 1u);
    EXPECT_EQ(response.headers[0].second, "max-age=5");
}

TEST(ResponseHead, CannotBeSplitByText)
{
    auto response = Response::json("{}");
    response.headers = {{"X-Name", "a\r\nSet-Cookie: b"}, {"X\r\nBad", "c"}, {"X-Good", "ñ d"}};
    const auto head = responseHead(response, {"id-1", "/x", "now"});
    EXPECT_EQ(head.find("Set-Cookie"), std::string::npos);
    EXPECT_EQ(head.find("Bad"), std::string::npos);
    EXPECT_NE(head.find("X-Good: ñ d\r\n"), std::string::npos);
}

TEST(ResponseHead, HasWhatEveryAnswerCarries)
{
    const auto api = responseHead(Response::json("{}"), {"id-1", "/api/v1/leads", "now"});
    EXPECT_NE(api.find("X-Request-Id: id-1\r\n"), std::string::npos);
    EXPECT_NE(api.find("X-Content-Type-Options: nosniff\r\n"), std::string::npos);
    EXPECT_NE(api.find("Cache-Control: no-store\r\n"), std::string::npos);
    EXPECT_NE(api.find("Content-Length: 2\r\n"), std::string::npos);
    EXPECT_EQ(api.find("Server:"), std::string::npos);
    EXPECT_EQ(api.find("Connection:"), std::string::npos);
    const auto other = responseHead(Response::empty(204), {"id-1", "/openapi.yaml", "now", true, false});
    EXPECT_EQ(other.find("Cache-Control"), std::string::npos);
    EXPECT_EQ(other.find("Content-Length"), std::string::npos);
    EXPECT_NE(other.find("Connection: close\r\n"), std::string::npos);
}

TEST(HttpDate, IsTheFixdateOfRfc9110)
{
    EXPECT_EQ(httpDate(fromMs(784111777000)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(httpDate(fromMs(951782399999)), "Mon, 28 Feb 2000 23:59:59 GMT");
}
