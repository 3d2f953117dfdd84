#include "server/jobs/earlierattempts.h"

#include "models/domain/message.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/messagerepository.h"

namespace foredeck {

namespace {

constexpr int mostInVain = 3;

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

EarlierAttempts::EarlierAttempts(std::string lastError, std::optional<Timestamp> triedAt)
    : m_triedAt(triedAt), m_lastError(std::move(lastError)), m_inVain(JobRepository::attemptsInVain(m_lastError)), m_cutOff(m_inVain + JobRepository::doubts(m_lastError))
{
}

bool EarlierAttempts::areSpent() const { return JobRepository::isSpent(m_lastError) || m_inVain > mostInVain; }

void EarlierAttempts::settle()
{
    m_inVain = m_cutOff;
    m_lastError.clear();
}

std::string EarlierAttempts::lastErrorAfter(const std::string &reason, bool mayBeTakenNow) const
{
    // Of several in doubt one stays so, and the others count as looked for: what is looked for is looked for of all.
    const auto known = JobRepository::notTried(m_lastError, JobRepository::inVain(m_cutOff - (mayBeTaken() ? 1 : 0), reason));
    return mayBeTakenNow && !mayBeTaken() ? JobRepository::inDoubt(known) : known;
}

std::string EarlierAttempts::shown() const { return std::string {isInDoubt() ? sentBefore : JobRepository::reasonIn(m_lastError)}; }

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
