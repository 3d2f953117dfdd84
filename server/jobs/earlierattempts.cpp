#include "server/jobs/earlierattempts.h"

#include "server/storage/alerttextrepository.h"
#include "server/storage/messagerepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::chrono::hours clocksDiffer {1}; ///< at most, ours and a vendor's

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

std::string EarlierAttempts::lastErrorAfter(const std::string &reason, bool mayBeTakenNow) const
{
    const auto known = JobRepository::notTried(m_lastError, reason);
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

std::optional<SendResult> foundAtVendor(
    Store &store, ChannelPort &port, const OpenChannel &channel, const std::string &text, std::string_view to, Timestamp since, EarlierAttempts &earlier, bool &isTwice)
{
    isTwice = false;
    auto lookup = port.findSent(channel, text, to, since - clocksDiffer);
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
    earlier.areKnown();
    return found;
}

} // namespace foredeck
