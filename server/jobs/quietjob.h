#pragma once

#include "models/core/log.h"
#include "server/jobs/jobhandler.h"

namespace foredeck {

/// Looks at a conversation whose customer has written no more while a wish was being taken down, and gives it to a person
/// (server/services/assistant/quiet.h). Nothing is written where something has happened since.
class QuietJob final : public JobHandler {
public:
    QuietJob(Store &store, const Clock &clock, Log &log) : m_store(store), m_clock(clock), m_log(log) { }
    JobOutcome run(const Job &job) override;
    /// A person gets what is still left, all the same.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
};

} // namespace foredeck
