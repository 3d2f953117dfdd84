#include "server/channels/http/httpclient.h"
#include "server/channels/http/vendornetworks.h"
#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "tests/channels/vendor.h"

#include <gtest/gtest.h>

#include <array>

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <unistd.h>

using namespace foredeck;

namespace foredeck::tests {

namespace {

sockaddr_storage addressOf(const std::string &text)
{
    sockaddr_storage address {};
    if (inet_pton(AF_INET, text.c_str(), &reinterpret_cast<sockaddr_in &>(address).sin_addr) == 1)
        address.ss_family = AF_INET;
    else if (inet_pton(AF_INET6, text.c_str(), &reinterpret_cast<sockaddr_in6 &>(address).sin6_addr) == 1)
        address.ss_family = AF_INET6;
    return address;
}

bool reaches(const VendorNetworks &networks, const std::string &text)
{
    const auto address = addressOf(text);
    return networks.mayReach(reinterpret_cast<const sockaddr &>(address));
}

HttpProblem::Kind problemOf(const HttpOutcome &outcome) { return std::get<HttpProblem>(outcome).kind; }

HttpCall callTo(const std::string &url)
{
    HttpCall call;
    call.url = url;
    return call;
}

OpenChannel doorAt(const std::string &url)
{
    OpenChannel open;
    open.channel.baseUrl = url;
    open.channel.phoneNumberId = "1065";
    open.channel.account = "AC1";
    open.channel.number = "+13055550101";
    open.token = "key";
    open.safeMode = false;
    return open;
}

// Which leads inside though the URL does not say so; empty: it does not.
std::string nameOfThisComputer()
{
    std::array<char, 256> name {};
    addrinfo *found = nullptr;
    if (gethostname(name.data(), name.size() - 1) != 0 || getaddrinfo(name.data(), nullptr, nullptr, &found) != 0)
        return {};
    bool isInner = !std::string_view {name.data()}.starts_with("localhost");
    for (const auto *one = found; one; one = one->ai_next)
        isInner = isInner && !VendorNetworks {}.mayReach(*one->ai_addr);
    freeaddrinfo(found);
    return isInner ? std::string {name.data()} : std::string {};
}

} // namespace

TEST(VendorNetworks, TheInternetIsReachedAndNothingElseThatIsNotNamed)
{
    const VendorNetworks none;
    for (const char *inner : {"0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1",
             "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "198.19.255.255", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
             "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::1",
             "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::1", "100::1"})
        EXPECT_FALSE(reaches(none, inner)) << inner;
    for (const char *open : {"1.1.1.1", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.17.255.255",
             "223.255.255.255", "::ffff:1.1.1.1", "64:ff9b::101:101", "2606:4700::1111", "2a03:2880::1"})
        EXPECT_TRUE(reaches(none, open)) << open;
}

TEST(VendorNetworks, WhatIsNamedIsReachedAndNothingBesideIt)
{
    const auto networks = VendorNetworks::of({"10.1.2.128/25", "127.0.0.1", "fd12:3456::/31"}).value();
    for (const char *named : {"10.1.2.128", "10.1.2.255", "127.0.0.1", "::ffff:127.0.0.1", "fd12:3456::1", "fd12:3457::1", "1.1.1.1"})
        EXPECT_TRUE(reaches(networks, named)) << named;
    for (const char *beside : {"10.1.2.127", "10.1.3.128", "127.0.0.2", "fd12:3458::1"})
        EXPECT_FALSE(reaches(networks, beside)) << beside;
    for (const char *wrong : {"", "intranet.example", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0/8", "fd00::/129"})
        EXPECT_TRUE(VendorNetworks::of({wrong}).hasError()) << wrong;
}

// Whatever form libcurl would connect to; what a name leads to is seen when it is connected to.
TEST(VendorNetworks, AnAddressIsReadAsItWouldBeConnectedTo)
{
    const HttpClient http;
    for (const char *inner : {"https://127.0.0.1", "https://127.1:8443/x", "https://2130706433", "https://0x7f000001", "https://0177.0.0.1", "https://127.0.0.1.", "https://localhost:1", "https://a.localhost",
             "https://[::1]:80", "https://[::ffff:169.254.169.254]", "https://user:key@10.0.0.1/", "https://api.example.com@192.168.0.1/", "http://169.254.169.254/latest/meta-data"}) {
        const auto may = http.mayCall("base_url", inner);
        ASSERT_TRUE(may.hasError()) << inner;
        EXPECT_EQ(may.error().fields.at(0).field, "base_url");
    }
    EXPECT_TRUE(http.mayCall("base_url", "https://graph.facebook.com/v23.0").hasValue());
    EXPECT_TRUE(http.mayCall("base_url", "https://93.184.216.34").hasValue());
    EXPECT_TRUE(http.mayCall("base_url", "http://93.184.216.34").hasError()) << "the key would travel for all to read";
    EXPECT_TRUE(http.mayCall("base_url", "http://graph.facebook.com/v23.0").hasError());
    const HttpClient here {{}, Vendor::networks()};
    EXPECT_TRUE(here.mayCall("base_url", "http://gateway.example").hasValue()) << "it may lead into the network that is named";
    EXPECT_TRUE(here.mayCall("base_url", "http://127.0.0.1:8080").hasValue());
}

TEST(VendorNetworks, NothingIsConnectedToThatMayNotBe)
{
    Vendor vendor {[](int) { return Vendor::ok("{}"); }};
    const HttpClient http;
    EXPECT_EQ(problemOf(http.call(callTo(vendor.url()))), HttpProblem::Kind::Forbidden);
    auto byName = vendor.url();
    byName.replace(byName.find("127.0.0.1"), 9, "localhost");
    EXPECT_EQ(problemOf(http.call(callTo(byName))), HttpProblem::Kind::Forbidden) << "by where the name leads";
    auto kept = callTo(vendor.url());
    kept.loopbackOnly = true;
    EXPECT_EQ(problemOf(http.call(kept)), HttpProblem::Kind::Forbidden) << "safe mode lets nobody in who is shut out";
    EXPECT_EQ(vendor.requests(), 0);
}

// A portal or a sinkhole answers for every name while it lasts; what the URL says stays.
TEST(VendorNetworks, WhereANameLedForAWhileIsTriedAgain)
{
    const auto name = nameOfThisComputer();
    if (name.empty())
        GTEST_SKIP() << "this computer's name leads to no inner address";
    const HttpClient http;
    const auto byName = http.call(callTo("https://" + name + ":9"));
    EXPECT_EQ(problemOf(byName), HttpProblem::Kind::Forbidden);
    EXPECT_FALSE(std::get<HttpProblem>(byName).isOfUrl);
    EXPECT_TRUE(std::get<HttpProblem>(http.call(callTo("https://127.0.0.1:9"))).isOfUrl);
    WhatsAppChannel whatsApp {http};
    TwilioChannel twilio {http};
    auto open = doorAt("https://" + name + ":9");
    for (ChannelPort *port : std::initializer_list<ChannelPort *> {&whatsApp, &twilio}) {
        const auto result = port->send(open, "Hello", {"+13055550142"});
        EXPECT_EQ(result.kind, SendResult::Kind::Retry);
        EXPECT_FALSE(result.mayBeTaken);
        EXPECT_EQ(result.code, addressForbidden) << "by which the channel shows it";
    }
    open.safeMode = true;
    EXPECT_EQ(twilio.send(open, "Hello", {"+13055550142"}).kind, SendResult::Kind::Held);
}

TEST(VendorNetworks, NobodyIsSentOnToAnotherAddress)
{
    Vendor inner {[](int) { return Vendor::ok("{}"); }};
    const auto elsewhere = "HTTP/1.1 302 Found\r\nLocation: " + inner.url() + "/\r\nContent-Length: 0\r\n\r\n";
    Vendor vendor {[&](int) { return elsewhere; }};
    const HttpClient http {{}, Vendor::networks()};
    const auto outcome = http.call(callTo(vendor.url()));
    ASSERT_TRUE(std::holds_alternative<HttpReply>(outcome));
    EXPECT_EQ(std::get<HttpReply>(outcome).status, 302);
    EXPECT_EQ(inner.requests(), 0);
}

TEST(VendorNetworks, ADoorThatLeadsThereFailsAndSaysWhy)
{
    const HttpClient http;
    WhatsAppChannel whatsApp {http};
    TwilioChannel twilio {http};
    auto open = doorAt("http://127.0.0.1:9");
    for (ChannelPort *port : std::initializer_list<ChannelPort *> {&whatsApp, &twilio}) {
        open.safeMode = false;
        const auto sent = port->send(open, "Hello", {"+13055550142"});
        EXPECT_EQ(sent.kind, SendResult::Kind::Failed);
        EXPECT_EQ(sent.code, addressForbidden);
        EXPECT_EQ(sent.reason, "the vendor's address is in a network that this server may not reach");
        EXPECT_EQ(port->probe(open).health, ChannelHealth::Failing);
        open.safeMode = true;
        EXPECT_EQ(port->send(open, "Hello", {"+13055550142"}).kind, SendResult::Kind::Held);
    }
}

} // namespace foredeck::tests
