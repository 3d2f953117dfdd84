#pragma once

#include "server/services/auth/loginthrottle.h"
#include "server/services/auth/passwords.h"
#include "server/services/auth/sessions.h"

#include <mutex>
#include <string>

namespace foredeck {

struct LoginRequest {
    std::string email;
    std::string password;
    std::string embeddedToken; ///< instead of both: of the pipe (contract 6)
    std::string device;
    std::string address; ///< the peer's, for the throttle; empty on loopback
};

/// Why nobody was signed in, with what the answer needs besides. `retryAfter` is set while the key rests.
struct LoginRefusal {
    Error error;
    std::chrono::seconds retryAfter {0};
    int tries = 0; ///< that a key has; 0: tries were not counted
    int triesLeft = 0;
};

/// Signing in by password or by the embedded token. Slow on purpose (Argon2id): call it on a CpuPool. Known and unknown
/// accounts take the same time and get the same answers; five wrong tries let the account rest for devices that never
/// signed in, while a device that did has tries of its own. Safe from any thread.
class Logins {
public:
    struct Config {
        LoginThrottle::Config account {};
        LoginThrottle::Config address {50, std::chrono::minutes {10}, 100'000};
    };
    Logins(Store &store, const Clock &clock, const Passwords &passwords, Sessions &sessions, Log &log, Config config);

    std::variant<AuthSession, LoginRefusal> login(const LoginRequest &request);
    /// A token that signs in the owner of the data folder, once.
    void setEmbeddedToken(std::string token);

    /// Name of the meta row with the id of the user whom the embedded token signs in; written by init.
    static constexpr std::string_view ownerKey = "owner_user";

private:
    struct Known {
        User user;
        std::string hash;
        LoginThrottle::Seed seed;
        bool device = false; ///< has signed in before
    };
    Result<std::optional<Known>> find(const std::string &email, const std::string &device) const;
    std::variant<AuthSession, LoginRefusal> byToken(const LoginRequest &request);
    std::variant<AuthSession, LoginRefusal> byPassword(const LoginRequest &request);
    LoginRefusal wrong(const std::string &email, const std::optional<Known> &known, bool account, int triesLeft);
    std::variant<AuthSession, LoginRefusal> right(const Known &known, const LoginRequest &request);

    Store &m_store;
    const Clock &m_clock;
    const Passwords &m_passwords;
    Sessions &m_sessions;
    Log &m_log;
    const Config m_config;
    LoginThrottle m_accounts;
    LoginThrottle m_addresses;
    std::mutex m_tokenMutex;
    std::string m_embeddedToken;
};

} // namespace foredeck
