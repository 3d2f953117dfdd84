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

    explicit EarlierAttempts(const Job &job) : m_triedAt(job.triedAt), m_lastError(job.lastError) { }

    /// One of them may have been taken.
    bool mayBeTaken() const { return JobRepository::mayBeDone(m_lastError); }
    /// So many may have been that no other may follow.
    bool areSpent() const { return JobRepository::isSpent(m_lastError); }
    const std::string &lastError() const { return m_lastError; }
    /// lastError for one more that failed for `reason`, or for which nothing was tried.
    std::string lastErrorAfter(const std::string &reason, bool mayBeTakenNow = false) const;
    /// What may have been taken is not looked for before then; nothing: it may be looked for now.
    std::optional<Timestamp> arrivesBy(Timestamp now) const;
    /// The vendor says that it has taken none of them.
    void areKnown() { m_lastError.clear(); }

private:
    std::optional<Timestamp> m_triedAt;
    std::string m_lastError;
};

/// Asks the vendor for a text that it may have taken already: what that one came to, or why the vendor did not tell. Nothing: it may be
/// sent, and `earlier` says whether it is known now that none was taken. `since`: when the text was written here. Of those that the
/// vendor lists, what is known here as another text is none of it; of two that remain the first is taken for it, and `isTwice` is set.
std::optional<SendResult> foundAtVendor(
    Store &store, ChannelPort &port, const OpenChannel &channel, const std::string &text, std::string_view to, Timestamp since, EarlierAttempts &earlier, bool &isTwice);

} // namespace foredeck
