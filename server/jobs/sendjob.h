#pragma once

#include "models/core/log.h"
#include "models/domain/message.h"
#include "server/channels/channelport.h"
#include "server/jobs/earlierattempts.h"
#include "server/jobs/jobhandler.h"
#include "server/jobs/senddoors.h"
#include "server/services/ingest/channeldirectory.h"

namespace foredeck {

/// The ways out, by kind of channel.
struct ChannelPorts {
    ChannelPort &whatsApp;
    ChannelPort &sms;
    ChannelPort &none; ///< for kinds without a way out

    ChannelPort &of(ChannelKind kind) const;
};

/// Hands one public message to its channel: looks again whether it may go (opted out, safe mode, WhatsApp's window), then
/// sends, and writes what became of it. Messages of one conversation go one after another (serial key). What is not taken
/// is tried again with growing pauses; a vendor that asks to slow down makes all messages of that door wait. A vendor that
/// does not answer may have the message, as after what a crash interrupted: it is asked for it first, or has told of it meanwhile
/// (EarlierAttempts). Where neither tells, the message is sent again and marked so, whatever the later tries come to. Doors that
/// failed last are tried with few messages at a time (SendDoors), so that they do not take every worker; what is put off meanwhile
/// goes on as soon as one was answered.
class SendJob final : public JobHandler {
public:
    /// `mostTries`: as in SendDoors.
    SendJob(Store &store, const Clock &clock, Log &log, ChannelDirectory &directory, ChannelPorts ports, int mostTries)
        : m_store(store), m_clock(clock), m_log(log), m_directory(directory), m_ports(ports), m_doors(mostTries) { }
    JobOutcome run(const Job &job) override;
    void givenUp(WriteTx &tx, const Job &job, const std::string &error) override;

private:
    struct Task;
    Result<std::optional<Task>> read(const Job &job) const;
    std::optional<Delivery> settled(const Task &task) const;
    JobOutcome deliver(const Job &job, const EarlierAttempts &earlier, Delivery delivery, const SendResult &result = {});
    JobOutcome putOff(const Job &job, std::string why, Timestamp until);
    void goOn(WriteTx &tx, const Job &job, bool hasPutOff);

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    ChannelDirectory &m_directory;
    ChannelPorts m_ports;
    SendDoors m_doors;
};

/// What an attempt came to; nothing: it may be tried again. `before`: an earlier one may have gone through.
std::optional<Delivery> deliveryOf(const SendResult &result, Timestamp now, bool before);
/// What an attempt told of the channel's key or address (channelacts.h); nothing: it told nothing.
std::optional<std::string> refusalOf(const SendResult &result);

/// The end of an attempt that may be made again; what it told of the channel shows there meanwhile.
JobOutcome tryAgain(const Job &job, const ChannelId &channel, std::string lastError, const SendResult &result, Timestamp now);

/// Whether a URL's host is this computer by its own words: localhost, 127.0.0.0/8 or [::1]. No name is looked up.
bool isLoopbackUrl(std::string_view url) noexcept;

} // namespace foredeck
