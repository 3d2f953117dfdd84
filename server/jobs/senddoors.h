#pragma once

#include "models/core/time.h"
#include "server/channels/channelport.h"
#include "server/storage/jobrepository.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace foredeck {

/// What is known of the doors through which messages are being sent, so that a vendor that hangs leaves workers to the others.
/// A door that failed last is tried with one message at a time, beside one that is pressing; and of a queue only so many such
/// doors at once. Safe from any thread.
class SendDoors {
public:
    /// `mostTries`: of doors that failed last, of one queue, at a time; what is pressing is not counted.
    explicit SendDoors(int mostTries) : m_mostTries(mostTries) { }

    /// One message at a vendor; over for its door when this is no more, however that ends.
    class Attempt {
    public:
        Attempt(SendDoors &doors, const Clock &clock, const Job &job, const ChannelId &channel);
        ~Attempt();
        Attempt(const Attempt &) = delete;
        Attempt &operator=(const Attempt &) = delete;
        /// False: others must be tried first.
        bool mayBegin() const { return m_mayBegin; }
        const SendResult &took(SendResult result) { return m_result = std::move(result); }

    private:
        SendDoors &m_doors;
        const Clock &m_clock;
        const std::string m_queue;
        const ChannelId m_channel;
        const bool m_isPressing;
        bool m_mayBegin = false;
        bool m_isTry = false;
        SendResult m_result = SendResult::retry({});
    };

    /// Its vendor asked to be spared until then.
    std::optional<Timestamp> pausedUntil(const ChannelId &channel, Timestamp now) const;
    /// Whether what was put off at this door is due now, because it is well; `hasPutOff`: more was, just now.
    bool goesOn(const ChannelId &channel, Timestamp now, bool hasPutOff);

private:
    struct Door {
        Timestamp pausedUntil; ///< its vendor asked to slow down
        int underWay = 0;
        int pressingUnderWay = 0;
        bool failedLast = false;
        bool hasPutOff = false; ///< since it was well last
    };
    std::optional<Timestamp> restOf(const ChannelId &channel, Timestamp now) const;

    const int m_mostTries;
    mutable std::mutex m_mutex;
    std::map<ChannelId, Door> m_doors;
    std::map<std::string, int> m_tries; ///< under way, by queue
};

} // namespace foredeck
