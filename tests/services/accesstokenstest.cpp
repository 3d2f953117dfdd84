#include "server/services/auth/accesstokens.h"

#include "tests/services/manualclock.h"

#include <cstdlib>

#include <gtest/gtest.h>
#include <jwt.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const std::string key(32, 'k');

// A token as somebody else might make it.
std::string forge(jwt_alg_t alg, const std::string &with, const char *issuer, const char *audience, long expires)
{
    jwt_t *jwt = nullptr;
    jwt_new(&jwt);
    jwt_add_grant(jwt, "iss", issuer);
    jwt_add_grant(jwt, "aud", audience);
    jwt_add_grant(jwt, "sub", "user");
    jwt_add_grant(jwt, "sid", "family");
    jwt_add_grant_int(jwt, "exp", expires);
    if (alg != JWT_ALG_NONE)
        jwt_set_alg(jwt, alg, reinterpret_cast<const unsigned char *>(with.data()), static_cast<int>(with.size()));
    char *text = jwt_encode_str(jwt);
    std::string token {text};
    std::free(text);
    jwt_free(jwt);
    return token;
}

class AccessTokensTest : public ::testing::Test {
protected:
    long inAnHour() const { return toMs(m_clock.now() + 1h) / 1000; }
    bool refused(const std::string &token) const
    {
        const auto claims = m_tokens.verify(token);
        return claims.hasError() && claims.error().kind == Error::Kind::Unauthorized;
    }

    test::ManualClock m_clock;
    AccessTokens m_tokens {{key, "server-1"}, m_clock};
};

} // namespace

TEST_F(AccessTokensTest, TakesItsOwnUntilTheyEnd)
{
    const auto token = m_tokens.issue(UserId {"u1"}, "f1").value();
    const auto claims = m_tokens.verify(token);
    ASSERT_TRUE(claims.hasValue());
    EXPECT_EQ(claims.value().user.value, "u1");
    EXPECT_EQ(claims.value().session, "f1");
    m_clock.advance(14min + 58s);
    EXPECT_TRUE(m_tokens.verify(token).hasValue());
    m_clock.advance(3s);
    EXPECT_TRUE(refused(token));
}

TEST_F(AccessTokensTest, RefusesNoneAndEveryOtherAlgorithm)
{
    EXPECT_FALSE(refused(forge(JWT_ALG_HS256, key, "server-1", "foredeck", inAnHour()))) << "the forgery itself is well formed";
    EXPECT_TRUE(refused(forge(JWT_ALG_NONE, "", "server-1", "foredeck", inAnHour())));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS384, key, "server-1", "foredeck", inAnHour())));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS512, key, "server-1", "foredeck", inAnHour())));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS256, std::string(32, 'x'), "server-1", "foredeck", inAnHour())));
}

TEST_F(AccessTokensTest, RefusesOtherIssuersAudiencesAndTimes)
{
    EXPECT_TRUE(refused(forge(JWT_ALG_HS256, key, "server-2", "foredeck", inAnHour())));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS256, key, "server-1", "another", inAnHour())));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS256, key, "server-1", "foredeck", toMs(m_clock.now()) / 1000 - 1)));
    EXPECT_TRUE(refused(forge(JWT_ALG_HS256, key, "server-1", "foredeck", 0)));
}

TEST_F(AccessTokensTest, RefusesWhatIsNoToken)
{
    for (const char *text : {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0..", "eyJhbGciOiJIUzI1NiJ9.e30."})
        EXPECT_TRUE(refused(text)) << text;
    EXPECT_TRUE(refused(std::string(100'000, 'a')));
    auto altered = m_tokens.issue(UserId {"u1"}, "f1").value();
    altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_TRUE(refused(altered));
}

TEST_F(AccessTokensTest, SignsNothingWithoutAKey)
{
    const AccessTokens empty {{"", "server-1"}, m_clock};
    EXPECT_TRUE(empty.issue(UserId {"u1"}, "f1").hasError());
    EXPECT_TRUE(empty.verify(forge(JWT_ALG_NONE, "", "server-1", "foredeck", inAnHour())).hasError());
}
