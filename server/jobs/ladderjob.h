#pragma once

#include "models/core/log.h"
#include "server/jobs/jobhandler.h"
#include "server/services/escalation/ladderfacts.h"

namespace foredeck {

/// Does what is due of telling people that somebody waits (server/services/escalation/ladder.h): each step is one
/// transaction with the trail, the alerts on the streams of those it is for, the text to the owner, and the next look.
class LadderJob final : public JobHandler {
public:
    LadderJob(Store &store, const Clock &clock, Log &log, const TimeZones &zones, const LiveConsoles &consoles)
        : m_store(store), m_clock(clock), m_log(log), m_zones(zones), m_consoles(consoles) { }
    JobOutcome run(const Job &job) override;
    /// Nobody must wait untold because of a fault of ours: it goes on.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    void step(WriteTx &tx, const Job &job) const;

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    const TimeZones &m_zones;
    const LiveConsoles &m_consoles;
};

} // namespace foredeck
