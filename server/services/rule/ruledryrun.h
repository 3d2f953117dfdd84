#pragma once

#include "models/core/time.h"
#include "models/domain/rule.h"
#include "server/storage/store.h"

#include <chrono>

namespace foredeck {

/// Tries a rule on what is stored, and changes nothing (rulehistory.h). Reads in bounded batches, each a short reading of its
/// own, newest conversations first; when it has read as many messages as it may, it stops and says what was examined. What goes
/// on meanwhile may be left out.
class RuleDryRuns {
public:
    struct Config {
        std::chrono::hours reach {24 * 30};
        int conversations = 20; ///< per batch
        int entries = 500; ///< messages of one conversation, the newest; decisions and escalations likewise
        std::int64_t messages = 20'000; ///< after so many no batch is begun
    };
    RuleDryRuns(Store &store, const TimeZones &zones, Config config) : m_store(store), m_zones(zones), m_config(config) { }

    /// The rule as it would be stored, of `rule.client`; its name does not matter. Errors: of checkRule(), the store's.
    Result<RuleDryRun> run(const ClientRule &rule, Timestamp now) const;

private:
    Store &m_store;
    const TimeZones &m_zones;
    const Config m_config;
};

} // namespace foredeck
