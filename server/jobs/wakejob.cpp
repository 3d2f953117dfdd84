#include "server/jobs/wakejob.h"

#include "server/jobs/turnsnapshot.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"

namespace foredeck {

JobOutcome WakeJob::run(const Job &job)
{
    const auto id = conversationIn(job.payload);
    if (!id)
        return JobOutcome::dead("the payload names no conversation");
    std::optional<Conversation> row;
    if (const auto read = m_store.read([&](Tx &tx) { row = ConversationRepository::byId(tx, job.client, *id); }); read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (!row || !(row->status == ConversationStatus::Snoozed))
        return JobOutcome::done();
    if (row->snoozedUntil && *row->snoozedUntil > m_clock.now())
        return JobOutcome::postponed({}, *row->snoozedUntil);
    return JobOutcome::done([client = job.client, id = *id, now = m_clock.now()](WriteTx &tx) {
        ActContext act {tx, client, {}, {}, now};
        if (const auto woken = wakeInTime(act, id); woken.hasError() && !tx.error())
            tx.fail(woken.error());
    });
}

void WakeJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto now = m_clock.now();
    if (const auto id = conversationIn(job.payload))
        JobRepository::enqueue(tx, wakeJob(job.client, *id, now, now + afterAFault));
}

} // namespace foredeck
