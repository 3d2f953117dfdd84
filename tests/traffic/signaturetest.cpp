#include "tools/traffic/signature.h"

#include <gtest/gtest.h>

using namespace foredeck::traffic;

// Published vectors: Meta's is HMAC-SHA256 of "test" with the key "secret"; Twilio's stand in the tests of its own
// Python library.
TEST(Signature, matchesMeta)
{
    EXPECT_EQ(sha256Signature("secret", "test"), "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914");
}

TEST(Signature, matchesTwilio)
{
    const std::map<std::string, std::string> fields {
        {"CallSid", "CA1234567890ABCDE"}, {"Caller", "+14158675309"}, {"Digits", "1234"}, {"From", "+14158675309"}, {"To", "+18005551212"}};
    EXPECT_EQ(twilioSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", fields), "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
}

TEST(Signature, hashesForTheLedger)
{
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(base64("light w"), "bGlnaHQgdw==");
    EXPECT_EQ(base64(""), "");
}

TEST(Signature, formsComeBackAsTheyWere)
{
    const std::map<std::string, std::string> fields {{"Body", "50% off? a+b=c & «já» 🙏\n"}, {"Empty", ""}, {"To", "+13055550110"}};
    const std::string body = formBody(fields);
    EXPECT_EQ(body.find(' '), std::string::npos);
    EXPECT_EQ(parseForm(body), fields);
    EXPECT_EQ(parseForm("a=%zz&b&c=%4"), (std::map<std::string, std::string> {{"a", "%zz"}, {"b", ""}, {"c", "%4"}}));
}
