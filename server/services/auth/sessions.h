#pragma once

#include "models/core/log.h"
#include "models/domain/client.h"
#include "models/domain/user.h"
#include "server/services/access/access.h"
#include "server/services/auth/accesstokens.h"
#include "server/storage/store.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// What a person gets for signing in or refreshing; also what `auth/me` shows, without the tokens.
struct AuthSession {
    std::string accessToken;
    std::chrono::seconds expiresIn {0};
    std::string refreshToken;
    User user;
    std::optional<Agency> agency;
    std::vector<Client> clients;
    std::vector<std::string> streams;
};

/// Sessions: each a family of opaque refresh tokens (256 random bits, stored as their SHA-256) that rotate. The rules are
/// refreshrules.h. Safe from any thread; every function is one transaction.
class Sessions {
public:
    struct Config {
        std::chrono::milliseconds lifetime {std::chrono::hours {24 * 30}}; ///< since the last rotation
        std::chrono::milliseconds grace {10'000}; ///< for a lost answer
    };
    Sessions(Store &store, const Clock &clock, const AccessTokens &tokens, Log &log, Config config)
        : m_store(store), m_clock(clock), m_tokens(tokens), m_log(log), m_config(config) { }

    /// Told when a session ends, after the commit, on the thread that ended it. Set once, before use.
    void onEnded(std::function<void(const std::string &session)> call) { m_ended = std::move(call); }

    /// The user is known to be the right one.
    Result<AuthSession> open(const UserId &user, const std::string &device);
    /// Unauthorized for what is over, unknown or reused; a reused token ends its family.
    Result<AuthSession> refresh(const std::string &token, const std::string &device);
    /// Ends the session of this refresh token; an unknown one is no error.
    Result<void> end(const std::string &token);
    /// Ends all sessions of a user inside another act's transaction.
    static void endAll(WriteTx &tx, const UserId &user, Timestamp now);

    /// Fills user, agency, clients and streams.
    static Result<AuthSession> describe(Tx &tx, const Access &access);

private:
    Result<AuthSession> answer(WriteTx &tx, const UserId &user, const std::string &session, const std::string &refresh);
    Result<AuthSession> exchange(WriteTx &tx, const std::string &token, const std::string &device, std::string &ended);
    void tellEnded(const std::string &session) const;

    Store &m_store;
    const Clock &m_clock;
    const AccessTokens &m_tokens;
    Log &m_log;
    const Config m_config;
    std::function<void(const std::string &)> m_ended;
};

} // namespace foredeck
