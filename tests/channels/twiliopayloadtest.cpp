#include "server/channels/twilio/twiliopayload.h"

#include <gtest/gtest.h>

using namespace foredeck;

TEST(TwilioPayload, Message)
{
    const auto inbound = parseTwilioMessage({{"MessageSid", "SM1"}, {"From", "+13055550142"}, {"To", "+13055550101"}, {"Body", "Hi\nthere"},
        {"NumMedia", "2"}, {"MediaUrl0", "https://api.twilio.com/m/0"}, {"MediaContentType0", "image/png"}});
    ASSERT_TRUE(inbound.hasValue());
    EXPECT_EQ(inbound.value().providerId, "SM1");
    EXPECT_EQ(inbound.value().text, "Hi\nthere");
    ASSERT_EQ(inbound.value().attachments.size(), 1u);
    EXPECT_EQ(inbound.value().attachments[0].mediaType, "image/png");
}

TEST(TwilioPayload, BodyMayBeEmptyOrBroken)
{
    EXPECT_EQ(parseTwilioMessage({{"MessageSid", "SM1"}, {"From", "+1"}}).value().text, "");
    EXPECT_EQ(parseTwilioMessage({{"MessageSid", "SM1"}, {"From", "+1"}, {"Body", "a\xff"}}).value().text, "a\xef\xbf\xbd");
    EXPECT_EQ(parseTwilioMessage({{"From", "+1"}}).error().fields.at(0).field, "MessageSid");
    EXPECT_EQ(parseTwilioMessage({{"MessageSid", "SM1"}}).error().fields.at(0).field, "From");
    EXPECT_TRUE(parseTwilioMessage({{"MessageSid", std::string(500, 'x')}, {"From", "+1"}}).hasError());
}

TEST(TwilioPayload, Status)
{
    const auto status = parseTwilioStatus({{"MessageSid", "SM2"}, {"MessageStatus", "undelivered"}, {"ErrorCode", "30003"}, {"To", "+1"}});
    ASSERT_TRUE(status.hasValue());
    EXPECT_EQ(status.value().kind, InboundKind::Status);
    EXPECT_EQ(status.value().replyTo, "SM2");
    EXPECT_EQ(status.value().reason, "Number unreachable");
    EXPECT_NE(parseTwilioStatus({{"MessageSid", "SM2"}, {"MessageStatus", "sent"}}).value().providerId, status.value().providerId);
    EXPECT_TRUE(parseTwilioStatus({{"MessageSid", "SM2"}}).hasError());
}
