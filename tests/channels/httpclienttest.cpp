#include "server/channels/http/httpclient.h"
#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "tests/channels/vendor.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace foredeck::tests {

namespace {

HttpCall postTo(const Vendor &vendor)
{
    HttpCall call;
    call.url = vendor.url() + "/messages";
    call.body = "Body=Hello";
    return call;
}

OpenChannel doorTo(const Vendor &vendor)
{
    OpenChannel open;
    open.channel.baseUrl = vendor.url();
    open.channel.phoneNumberId = "1065";
    open.channel.account = "AC1";
    open.channel.number = "+13055550101";
    open.token = "key";
    open.safeMode = false;
    return open;
}

} // namespace

// libcurl repeats by itself what a kept connection has swallowed: the customer would have one text twice, and no record of it.
TEST(HttpClient, APostThatTheVendorHasTakenIsNotSentAgain)
{
    Vendor vendor {[](int number) { return number == 2 ? std::string {} : Vendor::ok("{}"); }};
    const HttpClient http {{}, Vendor::networks()};
    const auto first = http.call(postTo(vendor));
    ASSERT_TRUE(std::holds_alternative<HttpReply>(first));
    EXPECT_EQ(std::get<HttpReply>(first).status, 200);
    const auto second = http.call(postTo(vendor));
    ASSERT_TRUE(std::holds_alternative<HttpProblem>(second));
    EXPECT_EQ(std::get<HttpProblem>(second).kind, HttpProblem::Kind::NoAnswer);
    EXPECT_EQ(vendor.requests(), 2);
}

// Taken or not, nobody can say: it goes out again, and whoever reads the record sees that it may be there twice.
TEST(HttpClient, AVendorThatFallsSilentMayHaveTheMessage)
{
    Vendor vendor {[](int) { return std::string {}; }};
    HttpClient http {{}, Vendor::networks()};
    WhatsAppChannel whatsApp {http};
    TwilioChannel twilio {http};
    for (ChannelPort *port : std::initializer_list<ChannelPort *> {&whatsApp, &twilio}) {
        const auto result = port->send(doorTo(vendor), "Hello", {"+13055550142"});
        EXPECT_EQ(result.kind, SendResult::Kind::Retry);
        EXPECT_TRUE(result.mayBeTaken);
        EXPECT_FALSE(result.reason.empty());
    }
    EXPECT_EQ(vendor.requests(), 2);
}

} // namespace foredeck::tests
