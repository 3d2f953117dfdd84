#include "server/services/auth/accesstokens.h"

#include <cstdlib>
#include <memory>

#include <jwt.h>

namespace foredeck {

namespace {

struct JwtFree {
    void operator()(jwt_t *jwt) const { jwt_free(jwt); }
};
using Jwt = std::unique_ptr<jwt_t, JwtFree>;

constexpr std::size_t minKeyBytes = 32;
constexpr std::size_t maxTokenBytes = 4096;

std::string grant(const Jwt &jwt, const char *name)
{
    const char *text = jwt_get_grant(jwt.get(), name);
    return text ? std::string {text} : std::string {};
}

const unsigned char *keyBytes(const std::string &key) { return reinterpret_cast<const unsigned char *>(key.data()); }

Error refused() { return Error::of(Error::Kind::Unauthorized, "the access token is not one of ours"); }

} // namespace

AccessTokens::AccessTokens(Config config, const Clock &clock) : m_config(std::move(config)), m_clock(clock) { }

Result<std::string> AccessTokens::issue(const UserId &user, const std::string &session) const
{
    jwt_t *raw = nullptr;
    if (m_config.key.size() < minKeyBytes || jwt_new(&raw) != 0)
        return Error::of(Error::Kind::Internal, "no access token can be signed");
    const Jwt jwt {raw};
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.now());
    const auto expires = std::chrono::floor<std::chrono::seconds>(m_clock.now() + m_config.lifetime);
    const bool filled = jwt_add_grant(raw, "iss", m_config.issuer.c_str()) == 0 && jwt_add_grant(raw, "aud", audience) == 0
        && jwt_add_grant(raw, "sub", user.value.c_str()) == 0 && jwt_add_grant(raw, "sid", session.c_str()) == 0
        && jwt_add_grant_int(raw, "iat", now.time_since_epoch().count()) == 0
        && jwt_add_grant_int(raw, "exp", expires.time_since_epoch().count()) == 0
        && jwt_set_alg(raw, JWT_ALG_HS256, keyBytes(m_config.key), static_cast<int>(m_config.key.size())) == 0;
    char *text = filled ? jwt_encode_str(raw) : nullptr;
    if (!text)
        return Error::of(Error::Kind::Internal, "no access token can be signed");
    std::string token {text};
    std::free(text);
    return token;
}

Result<TokenClaims> AccessTokens::verify(std::string_view token) const
{
    if (token.empty() || token.size() > maxTokenBytes || m_config.key.size() < minKeyBytes)
        return refused();
    const std::string text {token};
    jwt_t *raw = nullptr;
    if (jwt_decode(&raw, text.c_str(), keyBytes(m_config.key), static_cast<int>(m_config.key.size())) != 0)
        return refused();
    const Jwt jwt {raw};
    if (jwt_get_alg(raw) != JWT_ALG_HS256 || grant(jwt, "iss") != m_config.issuer || grant(jwt, "aud") != audience)
        return refused();
    TokenClaims claims;
    claims.user = UserId {grant(jwt, "sub")};
    claims.session = grant(jwt, "sid");
    const long expires = jwt_get_grant_int(raw, "exp");
    if (claims.user.empty() || claims.session.empty() || expires <= 0)
        return refused();
    claims.expires = Timestamp {std::chrono::seconds {expires}};
    if (m_clock.now() >= claims.expires)
        return Error::of(Error::Kind::Unauthorized, "the access token has expired");
    return claims;
}

} // namespace foredeck
