#include "server/services/auth/callers.h"

#include "server/storage/sessionrepository.h"

#include <cstring>
#include <mutex>
#include <optional>

#include <sodium.h>

namespace foredeck {

std::size_t Callers::HashOf::operator()(const Hash &hash) const noexcept
{
    std::size_t word = 0;
    std::memcpy(&word, hash.data(), sizeof(word));
    return word;
}

Result<Caller> Callers::of(std::string_view token)
{
    auto claims = verify(token);
    if (claims.hasError())
        return claims.error();
    auto access = m_directory.access(claims.value().user);
    if (access.hasError())
        return access.error();
    return Caller {std::move(claims).value(), std::move(access).value()};
}

Result<TokenClaims> Callers::verify(std::string_view token)
{
    if (token.empty())
        return Error::of(Error::Kind::Unauthorized, "sign in first");
    Hash hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(token.data()), token.size(), nullptr, 0);
    const auto now = m_clock.now();
    std::uint64_t generation = 0;
    {
        const std::shared_lock lock {m_mutex};
        generation = m_generation;
        if (const auto known = m_verified.find(hash); known != m_verified.end() && now < known->second.expires)
            return known->second;
    }
    auto claims = m_tokens.verify(token);
    if (claims.hasError())
        return claims;
    if (const auto runs = sessionRuns(claims.value()); runs.hasError())
        return runs.error();
    const std::lock_guard lock {m_mutex};
    if (m_verified.size() >= m_remembered)
        std::erase_if(m_verified, [&](const auto &entry) { return entry.second.expires <= now; });
    if (m_verified.size() >= m_remembered)
        m_verified.clear();
    if (generation == m_generation)
        m_verified.insert_or_assign(hash, claims.value());
    return claims;
}

Result<void> Callers::sessionRuns(const TokenClaims &claims)
{
    std::optional<SessionRecord> session;
    const auto read = m_store.read([&](Tx &tx) { session = SessionRepository::byId(tx, claims.session); });
    if (read.hasError())
        return read.error();
    if (!session || session->revokedAt || session->user != claims.user)
        return Error::of(Error::Kind::Unauthorized, "this session has ended");
    return {};
}

void Callers::forget(std::string_view session)
{
    forgetIf([&](const TokenClaims &claims) { return claims.session == session; });
}

void Callers::committed(const std::vector<Event> &events)
{
    for (const auto &event : events) {
        if (event.kind == "user.updated")
            forgetIf([&](const TokenClaims &claims) { return claims.user.value == event.entity; });
    }
}

void Callers::forgetIf(const std::function<bool(const TokenClaims &)> &which)
{
    const std::lock_guard lock {m_mutex};
    ++m_generation;
    std::erase_if(m_verified, [&](const auto &entry) { return which(entry.second); });
}

} // namespace foredeck
