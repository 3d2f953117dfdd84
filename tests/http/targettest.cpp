#include "server/http/forwarded.h"
#include "server/http/target.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::http;

TEST(Target, IsDecoded)
{
    const auto target = parseTarget("/a%20b/%C3%B1?x=1+2%2B3&y=&x=9&&z=%E2%82%AC&flag");
    ASSERT_TRUE(target.hasValue());
    EXPECT_EQ(target.value().rawPath, "/a%20b/%C3%B1");
    EXPECT_EQ(target.value().path, "/a b/ñ");
    EXPECT_EQ(target.value().query.at("x"), "1 2+3");
    EXPECT_EQ(target.value().query.at("y"), "");
    EXPECT_EQ(target.value().query.at("z"), "€");
    EXPECT_EQ(target.value().query.at("flag"), "");
    EXPECT_EQ(parseTarget("/a+b").value().path, "/a+b");
}

TEST(Target, TakesTheAbsoluteForm)
{
    EXPECT_EQ(parseTarget("http://desk.example.com/a?b=c").value().path, "/a");
    EXPECT_EQ(parseTarget("HTTPS://desk.example.com/a?b=c").value().query.at("b"), "c");
    EXPECT_EQ(parseTarget("http://desk.example.com").value().path, "/");
    EXPECT_EQ(parseTarget("*").value().path, "*");
}

TEST(Target, RefusesWhatIsNotPercentEncodedUtf8)
{
    for (const auto *bad : {"/a%00b", "/%", "/%4", "/%zz", "/%ff", "/%c0%af", "/%ed%a0%80", "/?a=%00", "/?%fe=1",
             "/?a=%1", "", "a", "host:80", "//%00"})
        EXPECT_TRUE(parseTarget(bad).hasError()) << bad;
}

TEST(Forwarded, IsTheLastAddress)
{
    Request request;
    request.headers = {{"x-forwarded-for", "127.0.0.1, 6.6.6.6"}, {"x-forwarded-for", "10.1.2.3 , 192.0.2.7"}};
    EXPECT_EQ(forwardedAddress(request)->text, "192.0.2.7");
    EXPECT_FALSE(forwardedAddress(request)->isLoopback);
    request.headers = {{"x-forwarded-for", "::ffff:192.0.2.9"}};
    EXPECT_EQ(forwardedAddress(request)->text, "192.0.2.9");
    request.headers = {{"x-forwarded-for", "192.0.2.9, unknown"}};
    EXPECT_FALSE(forwardedAddress(request).has_value());
    EXPECT_FALSE(forwardedAddress(Request {}).has_value());
}
