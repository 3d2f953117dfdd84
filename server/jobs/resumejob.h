#pragma once

#include "server/jobs/jobhandler.h"

namespace foredeck {

/// Lets a client's assistant go on when its pause is over (server/services/client/clientacts.h), and gives it back what came to
/// people in the pause (server/services/conversation/pause.h), some at a time.
class ResumeJob final : public JobHandler {
public:
    ResumeJob(Store &store, const Clock &clock) : m_store(store), m_clock(clock) { }
    JobOutcome run(const Job &job) override;
    /// Customers must not wait on because of a fault of ours: it is tried again.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    JobOutcome takeUp(const Job &job) const;

    Store &m_store;
    const Clock &m_clock;
};

} // namespace foredeck
