#pragma once

#include "models/core/time.h"
#include "server/jobs/jobhandler.h"

namespace foredeck {

/// Looks at the rules of a client where nobody wrote (server/services/rule/rulefire.h): in one conversation, or after a change
/// of the rules in all that wait, some at a time. What fires is looked at once more in the transaction that writes it.
class RuleJob final : public JobHandler {
public:
    RuleJob(Store &store, const Clock &clock, const TimeZones &zones) : m_store(store), m_clock(clock), m_zones(zones) { }
    JobOutcome run(const Job &job) override;
    /// Nobody must wait unseen because of a fault of ours: it is tried again.
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    JobOutcome look(const ClientId &client, const ConversationId &conversation);
    JobOutcome sweep(const ClientId &client, const std::string &cursor);

    Store &m_store;
    const Clock &m_clock;
    const TimeZones &m_zones;
};

} // namespace foredeck
