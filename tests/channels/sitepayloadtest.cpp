#include "server/channels/site/sitepayload.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(SitePayload, WebForm)
{
    const auto form = parseWebForm(R"({"client":"casa-marisol","id":"f1","name":"Ana","email":"Ana@X.com","phone":"305 555 0142","message":"Hola","page":"/contact","new":1})");
    ASSERT_TRUE(form.hasValue());
    EXPECT_EQ(form.value().client, "casa-marisol");
    EXPECT_EQ(form.value().id, "f1");
    EXPECT_EQ(form.value().inbound.text, "Hola");
    EXPECT_EQ(form.value().inbound.phone, "305 555 0142");
    EXPECT_EQ(form.value().inbound.refs.at("page"), "/contact");
}

TEST(SitePayload, IdsThatDifferAreTwo)
{
    const auto idOf = [](const std::string &id) { return parseWebForm(R"({"client":"a","message":"x","id":")" + id + R"("})").value().id; };
    EXPECT_NE(idOf("a b"), idOf("a  b"));
    EXPECT_NE(idOf("a"), idOf("a "));
    EXPECT_NE(idOf("a\\nb"), idOf("a b"));
    EXPECT_EQ(idOf("  "), "") << "and blanks are none";
}

TEST(SitePayload, NamesTheFieldThatDoesNotFit)
{
    const auto field = [](const auto &result) { return result.hasError() && !result.error().fields.empty() ? result.error().fields[0].field : std::string {}; };
    EXPECT_EQ(field(parseWebForm(R"({"message":"x"})")), "client");
    EXPECT_EQ(field(parseWebForm(R"({"client":"../x","message":"x"})")), "client");
    EXPECT_EQ(field(parseWebForm(R"({"client":"a","message":5})")), "message");
    EXPECT_EQ(field(parseWebForm(R"({"client":"a"})")), "message");
    EXPECT_EQ(field(parseLiveChat(R"({"client":"a","message":"x"})")), "session_id");
    EXPECT_EQ(field(parseLiveChat(R"({"client":"a","session_id":"s s","message":"x"})")), "session_id");
    EXPECT_EQ(field(parseLiveChat(R"({"client":"a","session_id":"s","visitor":{"name":[]},"message":"x"})")), "visitor.name");
    EXPECT_EQ(field(parseMissedCall(R"({"client":"a","from":"+1"})")), "id");
    EXPECT_EQ(field(parseMissedCall(R"({"client":"a","id":"1"})")), "from");
    EXPECT_EQ(field(parseMissedCall(R"({"client":"a","id":"1","from":"x","at":"yesterday"})")), "at");
    EXPECT_EQ(field(parseMissedCall(R"({"client":"a","id":" \t ","from":"x"})")), "id") << "all such calls would be one";
    EXPECT_EQ(field(parseMissedCall(R"({"client":"a","id":"1","from":"  "})")), "from");
    EXPECT_TRUE(parseWebForm("").hasError());
    EXPECT_TRUE(parseWebForm("[]").hasError());
    EXPECT_TRUE(parseWebForm("{\"client\":\"a\",\"message\":\"\\ud800\"}").hasError()); // a lone surrogate
    EXPECT_TRUE(parseWebForm(std::string(40, '[') + std::string(40, ']')).hasError());
}

TEST(SitePayload, MissedCall)
{
    const auto call = parseMissedCall(R"({"client":"a","id":"CA1","from":"+13055550142","to":"+13055550101","at":"2026-11-20T14:02:11.042Z"})");
    ASSERT_TRUE(call.hasValue());
    EXPECT_EQ(call.value().inbound.kind, InboundKind::MissedCall);
    EXPECT_EQ(call.value().inbound.from, "+13055550142");
    EXPECT_TRUE(call.value().inbound.sentAt.has_value());
}
