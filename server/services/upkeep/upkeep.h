#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "server/services/conversation/claimacts.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// What the server does by itself as time passes: ends leases that ran out and escalations that nobody took up, and lets go of what is kept for a time only.
/// Called by one thread; every step is a short transaction of its own.
class Upkeep {
public:
    struct Config {
        std::chrono::hours ops {24 * 30};
        std::chrono::hours events {24 * 90};
        std::chrono::hours finishedJobs {24 * 7};
        std::chrono::hours inbox {24 * 30}; ///< longer than any provider repeats itself
        std::chrono::hours sessions {24 * 30}; ///< after their end, so that a device stays known for a while
        std::chrono::milliseconds escalationSilence {std::chrono::hours {24}}; ///< after which one that nobody took up expires
        std::chrono::minutes pause {10}; ///< between two rounds of letting go
    };
    Upkeep(Store &store, const Clock &clock, const ClaimActs &claims, Log &log, Config config)
        : m_store(store), m_clock(clock), m_claims(claims), m_log(log), m_config(config) { }

    void run();

private:
    void expireLeases();
    void shortenLeases();
    void forEach(const std::vector<LapsedLease> &leases, Result<void> (ClaimActs::*end)(ActContext &, const ConversationId &, std::int64_t) const);
    void expireEscalations();
    void pullBack();
    void letGo();

    Store &m_store;
    const Clock &m_clock;
    const ClaimActs &m_claims;
    Log &m_log;
    const Config m_config;
    std::optional<Timestamp> m_lastRound;
};

} // namespace foredeck
