#include "server/channels/signature.h"

#include <gtest/gtest.h>

using namespace foredeck;

namespace {

const FormFields call {{"CallSid", "CA1234567890ABCDE"}, {"Caller", "+14158675309"}, {"Digits", "1234"}, {"From", "+14158675309"}, {"To", "+18005551212"}};
constexpr auto url = "https://mycompany.com/myapp.php?foo=1&bar=2";

} // namespace

// The vectors of twilio-python's own tests and of Meta's documentation (routing-and-channels.md 2.1, 2.2).
TEST(Signature, TwilioFormVector)
{
    EXPECT_EQ(signature::twilio("12345", url, call), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    EXPECT_TRUE(signature::twilioIsValid("12345", url, call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
}

TEST(Signature, TwilioSortsAndDropsRepeatedValues)
{
    const FormFields repeated {{"Sid", "CA123"}, {"SidAccount", "AC123"}, {"Digits", "5678"}, {"Digits", "1234"}, {"Digits", "1234"}};
    EXPECT_EQ(signature::twilio("12345", url, repeated), "IK+Dwps556ElfBT0I3Rgjkr1wJU=");
}

TEST(Signature, TwilioBodyHashVector)
{
    const std::string body = R"({"property": "value", "boolean": true})";
    const std::string hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    EXPECT_EQ(signature::sha256Hex(body), hash);
    const auto signedUrl = std::string {url} + "&bodySHA256=" + hash;
    EXPECT_TRUE(signature::twilioBodyIsValid("12345", signedUrl, body, "a9nBmqA0ju/hNViExpshrM61xv4="));
    EXPECT_FALSE(signature::twilioBodyIsValid("12345", signedUrl, body + " ", "a9nBmqA0ju/hNViExpshrM61xv4="));
    EXPECT_FALSE(signature::twilioBodyIsValid("12345", url, body, signature::twilio("12345", url, {})));
}

TEST(Signature, TwilioTakesTheUrlWithAndWithoutItsPort)
{
    struct Case {
        const char *signedUrl;
        const char *signature;
    };
    for (const auto &c : {Case {"https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w="},
             Case {"http://mycompany.com:80/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4="},
             Case {"http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="}}) {
        EXPECT_EQ(signature::twilio("12345", c.signedUrl, call), c.signature) << c.signedUrl;
        EXPECT_TRUE(signature::twilioIsValid("12345", c.signedUrl, call, c.signature)) << c.signedUrl;
    }
    EXPECT_TRUE(signature::twilioIsValid("12345", url, call, "kvajT1Ptam85bY51eRf/AJRuM3w="));
    EXPECT_TRUE(signature::twilioIsValid("12345", "https://mycompany.com:443/myapp.php?foo=1&bar=2", call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
}

TEST(Signature, TwilioTakesTheQueryEncodedAnew)
{
    const auto encoded = signature::twilio("12345", "https://a.example/x?q=it%27s", call);
    EXPECT_TRUE(signature::twilioIsValid("12345", "https://a.example/x?q=it's", call, encoded));
}

TEST(Signature, TwilioRefusesWhatWasChanged)
{
    const auto right = signature::twilio("12345", url, call);
    auto tampered = call;
    tampered[2].second = "1235";
    EXPECT_FALSE(signature::twilioIsValid("12345", url, tampered, right));
    auto more = call;
    more.emplace_back("Extra", "1"); // every field counts, known or not
    EXPECT_FALSE(signature::twilioIsValid("12345", url, more, right));
    EXPECT_FALSE(signature::twilioIsValid("12346", url, call, right));
    EXPECT_FALSE(signature::twilioIsValid("12345", "https://mycompany.com/other", call, right));
    EXPECT_FALSE(signature::twilioIsValid("12345", url, call, ""));
    EXPECT_FALSE(signature::twilioIsValid("", url, call, signature::twilio("", url, call)));
    EXPECT_FALSE(signature::twilioIsValid("12345", "", call, signature::twilio("12345", "", call)));
}

TEST(Signature, MetaVector)
{
    EXPECT_EQ(signature::hmacSha256Hex("secret", "test"), "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914");
    EXPECT_TRUE(signature::sha256HeaderIsValid("secret", "test", "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"));
}

TEST(Signature, MetaRefusesWhatWasChanged)
{
    const auto right = signature::sha256Header("secret", "test");
    for (const auto *header : {"", "sha256=", "0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914", "sha1=abc",
             "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0915"})
        EXPECT_FALSE(signature::sha256HeaderIsValid("secret", "test", header)) << header;
    EXPECT_FALSE(signature::sha256HeaderIsValid("secret", "test ", right));
    EXPECT_FALSE(signature::sha256HeaderIsValid("", "test", signature::sha256Header("", "test")));
}
