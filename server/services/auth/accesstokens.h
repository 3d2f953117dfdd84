#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/core/result.h"

#include <array>
#include <cstddef>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>

namespace foredeck {

/// What an access token says: who, in which session family, until when. Rights are not in it: they are looked up now.
struct TokenClaims {
    UserId user;
    std::string family; ///< of the refresh tokens; ending the session ends it
    Timestamp expires;
};

/// Access tokens: JWT by libjwt, wrapped once. HS256 is the only algorithm that is signed or taken; the key is never
/// empty (libjwt takes `alg: none` with a null key); exp, iss and aud are checked here because libjwt 1.10 does not.
/// Verified tokens are remembered until they end, so that a request costs one hash instead of JSON and HMAC.
/// Safe from any thread.
class AccessTokens {
public:
    struct Config {
        std::string key; ///< at least 32 bytes
        std::string issuer; ///< the server_id: a token of another server is refused
        std::chrono::milliseconds lifetime {15 * 60 * 1000};
        std::size_t remembered = 4096;
    };
    AccessTokens(Config config, const Clock &clock);

    /// Error: the key is too short (a fault of the composition root).
    Result<std::string> issue(const UserId &user, const std::string &family) const;
    /// Unauthorized with one plain sentence; nothing of the token is repeated.
    Result<TokenClaims> verify(std::string_view token) const;
    std::chrono::milliseconds lifetime() const noexcept { return m_config.lifetime; }

    static constexpr const char *audience = "foredeck";

private:
    using Hash = std::array<unsigned char, 32>;
    Result<TokenClaims> check(const std::string &token) const;
    void remember(const Hash &hash, const TokenClaims &claims, Timestamp now) const;

    Config m_config;
    const Clock &m_clock;
    mutable std::shared_mutex m_mutex;
    mutable std::map<Hash, TokenClaims> m_verified;
};

} // namespace foredeck
