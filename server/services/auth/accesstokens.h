#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/core/result.h"

#include <string>
#include <string_view>

namespace foredeck {

/// What an access token says: who, in which session, until when. Rights are not in it: they are looked up now.
struct TokenClaims {
    UserId user;
    std::string session; ///< the family of the refresh tokens
    Timestamp expires;
};

/// Access tokens: JWT by libjwt, wrapped once. HS256 is the only algorithm that is signed or taken; the key is never
/// empty (libjwt takes `alg: none` with a null key); exp, iss and aud are checked here because libjwt 1.10 does not.
/// Safe from any thread. Callers (callers.h) remembers what was verified.
class AccessTokens {
public:
    struct Config {
        std::string key; ///< at least 32 bytes
        std::string issuer; ///< the server_id: a token of another server is refused
        std::chrono::milliseconds lifetime {15 * 60 * 1000};
    };
    AccessTokens(Config config, const Clock &clock);

    /// Error: the key is too short (a fault of the composition root).
    Result<std::string> issue(const UserId &user, const std::string &session) const;
    /// Unauthorized with one plain sentence; nothing of the token is repeated.
    Result<TokenClaims> verify(std::string_view token) const;
    std::chrono::milliseconds lifetime() const noexcept { return m_config.lifetime; }

    static constexpr const char *audience = "foredeck";

private:
    Config m_config;
    const Clock &m_clock;
};

} // namespace foredeck
