#pragma once

#include "models/core/clock.h"
#include "server/channels/channelport.h"
#include "server/storage/jobrepository.h"
#include "server/storage/store.h"

#include <optional>
#include <string>

namespace foredeck {

/// What earlier attempts at handing a text to its vendor may have come to, as its job's lastError tells, until the vendor has been
/// asked. A text of which no answer came is looked for before it is sent again: the customer must not have it twice.
class EarlierAttempts {
public:
    /// A vendor gets this long to take what was on its way when an attempt was cut off, and to tell of it.
    static constexpr std::chrono::seconds arrival {15};

    explicit EarlierAttempts(const Job &job) : EarlierAttempts(job.lastError, job.triedAt) { }
    explicit EarlierAttempts(std::string lastError, std::optional<Timestamp> triedAt = {});

    /// One of them may have been taken.
    bool mayBeTaken() const { return JobRepository::mayBeDone(m_lastError); }
    /// So many may have been that no other may follow: as JobRepository says, or, though the vendor says each time that it has none,
    /// more than three. Its list may be late.
    bool areSpent() const;
    /// Whatever the next one comes to, the customer may have it, or have it twice: one is in doubt, or more than one was, and a
    /// vendor's list may be late.
    bool isInDoubt() const { return mayBeTaken() || m_cutOff > 1; }
    /// A sentence for people, where nothing follows them.
    std::string shown() const;
    const std::string &lastError() const { return m_lastError; }
    /// lastError for one more that failed for `reason`, or for which nothing was tried.
    std::string lastErrorAfter(const std::string &reason, bool mayBeTakenNow = false) const;
    /// What may have been taken is not looked for before then; nothing: it may be looked for now.
    std::optional<Timestamp> arrivesBy(Timestamp now) const;
    /// The vendor has told of them: none is in doubt any more.
    void settle();

private:
    std::optional<Timestamp> m_triedAt;
    std::string m_lastError;
    int m_inVain = 0; ///< attempts of which no answer came and that were looked for in vain
    int m_cutOff = 0; ///< all of which no answer came
};

/// Asks the vendor for a text that it may have taken already: what that one came to, or why the vendor did not tell. Nothing: it may be
/// sent, and `earlier` is settled if the vendor says that it has none. Of what is listed, what is known here as another text is none of
/// it; of two that remain the first is taken for it, and `isTwice` is set.
std::optional<SendResult> foundAtVendor(Store &store, ChannelPort &port, const OpenChannel &channel, const SoughtText &sought, EarlierAttempts &earlier, bool &isTwice);

} // namespace foredeck
