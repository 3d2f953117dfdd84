#pragma once

#include "server/services/access/directory.h"
#include "server/services/auth/accesstokens.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <string_view>
#include <unordered_map>

namespace foredeck {

/// Who stands behind a request.
struct Caller {
    TokenClaims claims;
    std::shared_ptr<const Access> access;
};

/// From access token to caller. A token is verified and its session looked up once; then its hash answers until it ends,
/// so that an authenticated request costs one hash and two look-ups. Safe from any thread.
class Callers {
public:
    Callers(const AccessTokens &tokens, Directory &directory, Store &store, const Clock &clock, std::size_t remembered = 10'000)
        : m_tokens(tokens), m_directory(directory), m_store(store), m_clock(clock), m_remembered(remembered) { }

    /// Unauthorized: no token, a false one, one that is over, whose session has ended or whose user may not sign in.
    Result<Caller> of(std::string_view token);
    /// After a session ended: its tokens are worth nothing from now on.
    void forget(std::string_view session);
    /// Events of a commit: a person who was changed is looked at again.
    void committed(const std::vector<Event> &events);

private:
    using Hash = std::array<unsigned char, 32>;
    struct HashOf {
        std::size_t operator()(const Hash &hash) const noexcept;
    };

    Result<TokenClaims> verify(std::string_view token);
    Result<void> sessionRuns(const TokenClaims &claims);
    void forgetIf(const std::function<bool(const TokenClaims &)> &which);

    const AccessTokens &m_tokens;
    Directory &m_directory;
    Store &m_store;
    const Clock &m_clock;
    const std::size_t m_remembered;
    std::shared_mutex m_mutex;
    std::uint64_t m_generation = 0; ///< a verification that began before a session ended must not be remembered after it
    std::unordered_map<Hash, TokenClaims, HashOf> m_verified;
};

} // namespace foredeck
