#include "server/http/router.h"

#include <stdexcept>

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

Handler nothing()
{
    return [](const Request &) { return Response::empty(204); };
}

class RouterTest : public testing::Test {
protected:
    RouterTest()
    {
        router.add(Method::Get, "/", nothing());
        router.add(Method::Get, "/api/v1/leads/{lead_id}", nothing());
        router.add(Method::Patch, "/api/v1/leads/{lead_id}", nothing());
        router.add(Method::Post, "/api/v1/leads/{lead_id}/merge", nothing());
        router.add(Method::Get, "/api/v1/leads/client/{client_id}", nothing());
        router.add(Method::Delete, "/api/v1/{kind}/client/{id}", nothing());
        router.addDeferred(Method::Post, "/webhooks/whatsapp", [](Request, Responder) { });
    }
    std::string patternOf(Method method, std::string_view path) const
    {
        const auto match = router.match(method, path);
        return match.route ? match.route->pattern : "none";
    }
    Router router;
};

} // namespace

TEST_F(RouterTest, FindsRoutesAndTheirParts)
{
    const auto match = router.match(Method::Patch, "/api/v1/leads/0190-a");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.route->method, Method::Patch);
    EXPECT_EQ(match.route->bodyLimit, Router::defaultBodyLimit);
    EXPECT_EQ(match.params.at("lead_id"), "0190-a");
    EXPECT_EQ(patternOf(Method::Get, "/"), "/");
    EXPECT_EQ(router.match(Method::Post, "/webhooks/whatsapp").route->bodyLimit, Router::webhookBodyLimit);
}

TEST_F(RouterTest, PrefersLiteralSegmentsAndGoesBackWhenTheyLeadNowhere)
{
    EXPECT_EQ(patternOf(Method::Get, "/api/v1/leads/client/7"), "/api/v1/leads/client/{client_id}");
    EXPECT_EQ(patternOf(Method::Post, "/api/v1/leads/client/merge"), "/api/v1/leads/{lead_id}/merge");
    EXPECT_EQ(patternOf(Method::Delete, "/api/v1/leads/client/7"), "/api/v1/{kind}/client/{id}");
}

TEST_F(RouterTest, AnswersHeadFromGet)
{
    EXPECT_EQ(patternOf(Method::Head, "/api/v1/leads/7"), "/api/v1/leads/{lead_id}");
    EXPECT_EQ(patternOf(Method::Head, "/webhooks/whatsapp"), "none");
}

TEST_F(RouterTest, NamesWhatAPathAllows)
{
    EXPECT_EQ(router.match(Method::Delete, "/api/v1/leads/7").allowed, "GET, HEAD, PATCH, OPTIONS");
    EXPECT_EQ(router.match(Method::Put, "/api/v1/leads/client/7").allowed, "GET, HEAD, DELETE, OPTIONS");
    EXPECT_EQ(router.match(Method::Other, "/webhooks/whatsapp").allowed, "POST, OPTIONS");
    EXPECT_EQ(router.match(Method::Get, "/nothing").allowed, "");
}

TEST_F(RouterTest, KeepsToWholeSegments)
{
    for (const auto *path : {"/api/v1/leads/", "/api/v1/leads", "/api/v1/leads/7/", "/api//v1/leads/7", "api", "", "*",
             "/api/v1/leads/../leads/7", "/API/v1/leads/7"})
        EXPECT_EQ(patternOf(Method::Get, path), "none") << path;
}

TEST_F(RouterTest, DecodesEachSegmentByItself)
{
    const auto match = router.match(Method::Get, "/api/v1/lea%64s/a%2Fb%20c");
    ASSERT_TRUE(match.route);
    EXPECT_EQ(match.params.at("lead_id"), "a/b c");
    EXPECT_EQ(patternOf(Method::Get, "/api/v1/leads/%00"), "none");
}

TEST_F(RouterTest, RefusesFaultyTables)
{
    EXPECT_THROW(router.add(Method::Get, "/api/v1/leads/{other_name}", nothing()), std::logic_error);
    EXPECT_THROW(router.add(Method::Get, "no-slash", nothing()), std::logic_error);
    EXPECT_THROW(router.add(Method::Get, "/a/x{id}", nothing()), std::logic_error);
    EXPECT_THROW(router.add(Method::Other, "/b", nothing()), std::logic_error);
}

TEST_F(RouterTest, CanBeCopied)
{
    const Router copy = router;
    EXPECT_EQ(copy.match(Method::Get, "/api/v1/leads/7").route, &copy.routes()[1]);
}
