#pragma once

#include "server/jobs/jobhandler.h"

namespace foredeck {

/// Wakes a snoozed conversation when its time has come (server/services/conversation/snoozeacts.h).
class WakeJob final : public JobHandler {
public:
    WakeJob(Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }
    JobOutcome run(const Job &job) override;
    /// Nobody must sleep on because of a fault of ours: it is tried again.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace foredeck
