#pragma once

#include "server/jobs/jobhandler.h"

namespace foredeck {

/// Brings a conversation back when a task of it is due (server/services/task/taskacts.h).
class TaskJob final : public JobHandler {
public:
    TaskJob(Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }
    JobOutcome run(const Job &job) override;
    /// No promise must be forgotten because of a fault of ours: it is tried again.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace foredeck
