#include "server/jobs/earlierattempts.h"

#include "server/storage/alerttextrepository.h"
#include "server/storage/messagerepository.h"

namespace foredeck {

namespace {

constexpr std::string_view missing = "it was not there: "; ///< before lastError, once for each attempt that was looked for in vain
constexpr int mostMissing = 3;

// Whether the vendor's id is that of a text which is known here.
Result<bool> isKnown(Store &store, const Channel &channel, const std::string &providerId)
{
    bool known = false;
    const auto read = store.read([&](Tx &tx) {
        known = MessageRepository::byProviderId(tx, channel.client, channel.id, providerId) || AlertTextRepository::byProviderId(tx, channel.client, channel.id, providerId);
    });
    if (read.hasError())
        return read.error();
    return known;
}

} // namespace

EarlierAttempts::EarlierAttempts(const Job &job) : m_triedAt(job.triedAt), m_lastError(job.lastError), m_cutOff(JobRepository::doubts(job.lastError))
{
    for (auto at = m_lastError.find(missing); at != std::string::npos; at = m_lastError.find(missing, at + missing.size()))
        ++m_missing;
    m_cutOff += m_missing;
}

bool EarlierAttempts::areSpent() const { return JobRepository::isSpent(m_lastError) || m_missing > mostMissing; }

void EarlierAttempts::settle()
{
    m_missing = m_cutOff;
    m_lastError.clear();
}

std::string EarlierAttempts::lastErrorAfter(const std::string &reason, bool mayBeTakenNow) const
{
    std::string told;
    for (int i = 0; i < m_missing; ++i)
        told.append(missing);
    const auto known = JobRepository::notTried(m_lastError, told + reason);
    return mayBeTakenNow && !mayBeTaken() ? JobRepository::inDoubt(known) : known;
}

std::optional<Timestamp> EarlierAttempts::arrivesBy(Timestamp now) const
{
    if (!mayBeTaken() || !m_triedAt)
        return std::nullopt;
    const auto by = *m_triedAt + arrival;
    const bool isAhead = *m_triedAt > now; // by a clock that was
    return by > now && !isAhead ? std::optional {by} : std::nullopt;
}

std::optional<SendResult> foundAtVendor(Store &store, ChannelPort &port, const OpenChannel &channel, const SoughtText &sought, EarlierAttempts &earlier, bool &isTwice)
{
    isTwice = false;
    auto lookup = port.findSent(channel, sought);
    if (lookup.kind == SentLookup::Kind::NotOffered)
        return std::nullopt;
    if (lookup.kind == SentLookup::Kind::Problem)
        return std::move(lookup.problem);
    std::optional<SendResult> found;
    for (auto &one : lookup.texts) {
        const auto known = isKnown(store, channel.channel, one.providerId);
        if (known.hasError())
            return SendResult::retry(known.error().detail);
        if (known.value())
            continue;
        isTwice = found.has_value();
        if (!found)
            found = std::move(one);
    }
    if (found) {
        earlier.settle();
        return found;
    }
    if (!lookup.isWhole)
        return SendResult::retry("More texts went to this number than the vendor lists in one answer");
    for (const auto &id : lookup.wordless) {
        const auto known = isKnown(store, channel.channel, id);
        if (known.hasError())
            return SendResult::retry(known.error().detail);
        if (!known.value())
            return std::nullopt; // nobody can tell
    }
    earlier.settle();
    return std::nullopt;
}

} // namespace foredeck
