#pragma once

#include "server/jobs/sendjob.h"
#include "server/storage/alerttextrepository.h"

namespace foredeck {

/// Sends one text to the owner's telephone through the client's own SMS channel, and writes what became of it into the
/// escalation's trail. Looked at again before it goes: whether somebody is on it meanwhile, whether that telephone has
/// opted out (STOP), safe mode, and whether there is a channel that can send at all. What may have gone is looked for first, as in
/// SendJob.
class AlertTextJob final : public JobHandler {
public:
    AlertTextJob(Store &store, const Clock &clock, Log &log, ChannelDirectory &directory, ChannelPort &sms)
        : m_store(store), m_clock(clock), m_log(log), m_directory(directory), m_sms(sms) { }
    JobOutcome run(const Job &job) override;
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    struct Task;
    Result<std::optional<Task>> read(const Job &job) const;
    std::optional<Delivery> settled(const Task &task, const Doors::Door *door) const;
    JobOutcome deliver(const Job &job, const EarlierAttempts &earlier, Delivery delivery, ChannelId channel = {}, const SendResult &result = {}) const;

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    ChannelDirectory &m_directory;
    ChannelPort &m_sms;
};

} // namespace foredeck
