#include "server/services/upkeep/upkeep.h"

#include "server/services/escalation/escalationacts.h"
#include "server/services/escalation/ladder.h"
#include "server/services/op/queues.h"
#include "server/storage/alerttextrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/inboxrepository.h"
#include "server/storage/jobrepository.h"
#include "server/storage/oprepository.h"
#include "server/storage/sessionrepository.h"

namespace foredeck {

namespace {

constexpr int leasesAtOnce = 100;
constexpr int escalationsAtOnce = 100;
constexpr int rowsAtOnce = 500;
constexpr std::chrono::hours longestQuiet {24}; ///< that a business may set
constexpr std::chrono::hours longestRuleWait {24 * 7}; ///< that a rule may ask for
constexpr std::chrono::hours longestWait {2}; ///< of a turn or a text; their tries are at most an hour and a quarter apart

} // namespace

void Upkeep::run()
{
    expireLeases();
    expireEscalations();
    const auto now = m_clock.now();
    if (!m_lastRound || now < *m_lastRound || now - *m_lastRound >= m_config.pause) { // also when the clock was set back
        m_lastRound = now;
        letGo();
        pullBack();
        shortenLeases();
    }
}

void Upkeep::expireLeases()
{
    std::vector<LapsedLease> lapsed;
    const auto read = m_store.read([&](Tx &tx) { lapsed = ConversationRepository::lapsedLeases(tx, m_clock.now(), leasesAtOnce); });
    if (read.hasError())
        return m_log.error("upkeep.failed", {{"detail", read.error().detail}});
    forEach(lapsed, &ClaimActs::expire);
}

// Nobody can see for hours whether whoever has it is still there: no lease is twice as long as any.
void Upkeep::shortenLeases()
{
    std::vector<LapsedLease> ahead;
    const auto read = m_store.read([&](Tx &tx) { ahead = ConversationRepository::leasesBeyond(tx, m_clock.now() + 2 * m_claims.lease(), leasesAtOnce); });
    if (read.hasError())
        return m_log.error("upkeep.failed", {{"detail", read.error().detail}});
    forEach(ahead, &ClaimActs::shorten);
}

void Upkeep::forEach(const std::vector<LapsedLease> &leases, Result<void> (ClaimActs::*end)(ActContext &, const ConversationId &, std::int64_t) const)
{
    for (const auto &lease : leases) {
        const auto written = m_store.write([&](WriteTx &tx) {
            ActContext act {tx, lease.client, {}, {}, m_clock.now()};
            if (const auto done = (m_claims.*end)(act, lease.conversation, lease.fence); done.hasError() && !tx.error())
                tx.fail(done.error());
        });
        if (written.hasError())
            m_log.error("upkeep.failed", {{"detail", written.error().detail}});
    }
}

void Upkeep::expireEscalations()
{
    std::vector<ClientEscalation> forgotten;
    const auto before = m_clock.now() - m_config.escalationSilence;
    const auto read = m_store.read([&](Tx &tx) { forgotten = EscalationRepository::forgotten(tx, before, escalationsAtOnce); });
    if (read.hasError())
        return m_log.error("upkeep.failed", {{"detail", read.error().detail}});
    for (const auto &escalation : forgotten) {
        const auto written = m_store.write([&](WriteTx &tx) {
            ActContext act {tx, escalation.client, {}, {}, m_clock.now()};
            if (const auto done = expireEscalation(act, escalation.id, before); done.hasError() && !tx.error())
                tx.fail(done.error());
        });
        if (written.hasError())
            m_log.error("upkeep.failed", {{"detail", written.error().detail}});
    }
}

// Told by a clock that was ahead, they would come much too late: whoever calls for people, answers, sends, looks at rules or hands over a wish.
void Upkeep::pullBack()
{
    const auto now = m_clock.now();
    const auto written = m_store.write([&](WriteTx &tx) {
        JobRepository::pullBack(tx, queues::escalationLadder, now + longestLadderRest, now);
        for (const auto queue : {queues::assistantTurn, queues::channelSend, queues::channelSms, queues::channelHere, queues::alertText})
            JobRepository::pullBack(tx, queue, now + longestWait, now);
        JobRepository::pullBack(tx, queues::assistantQuiet, now + longestQuiet, now);
        JobRepository::pullBack(tx, queues::rules, now + longestRuleWait, now);
    });
    if (written.hasError())
        m_log.error("upkeep.failed", {{"detail", written.error().detail}});
}

void Upkeep::letGo()
{
    const auto now = m_clock.now();
    const auto forget = [&](const auto &step) {
        std::int64_t gone = 0;
        const auto written = m_store.write([&](WriteTx &tx) { gone = step(tx); });
        if (written.hasError())
            m_log.error("upkeep.failed", {{"detail", written.error().detail}});
        return written.hasValue() && gone >= rowsAtOnce;
    };
    while (forget([&](WriteTx &tx) { return OpRepository::removeBefore(tx, now - m_config.ops, rowsAtOnce); })) { }
    while (forget([&](WriteTx &tx) { return EventRepository::retain(tx, now - m_config.events, rowsAtOnce); })) { }
    while (forget([&](WriteTx &tx) { return AlertTextRepository::removeBefore(tx, now - m_config.events, rowsAtOnce); })) { }
    while (forget([&](WriteTx &tx) { return JobRepository::removeFinished(tx, now - m_config.finishedJobs, rowsAtOnce); })) { }
    while (forget([&](WriteTx &tx) { return InboxRepository::removeDone(tx, now - m_config.inbox, rowsAtOnce); })) { }
    while (forget([&](WriteTx &tx) { return SessionRepository::removeExpired(tx, now - m_config.sessions, rowsAtOnce); })) { }
}

} // namespace foredeck
