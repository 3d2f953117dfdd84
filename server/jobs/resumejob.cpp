#include "server/jobs/resumejob.h"

#include "server/services/client/clientacts.h"
#include "server/services/conversation/pause.h"
#include "server/services/op/queues.h"
#include "server/storage/clientrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/metarepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int takenUpAtOnce = 50; ///< in one transaction: whoever writes meanwhile waits for it

bool isAtWork(const std::optional<Client> &client) { return client && client->assistantOn && client->status != ClientStatus::Paused; }

} // namespace

JobOutcome ResumeJob::run(const Job &job)
{
    std::optional<Client> client;
    if (const auto read = m_store.read([&](Tx &tx) { client = ClientRepository::byId(tx, job.client); }); read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (isAtWork(client))
        return takeUp(job);
    if (!client || client->assistantOn || !client->assistantOffUntil)
        return JobOutcome::done();
    if (*client->assistantOffUntil > m_clock.now())
        return JobOutcome::postponed({}, *client->assistantOffUntil);
    return JobOutcome::done([client = job.client, now = m_clock.now()](WriteTx &tx) {
        ActContext act {tx, client, {ActorKind::System, {}, {}}, {}, now};
        if (const auto resumed = resumeInTime(act); resumed.hasError() && !tx.error())
            tx.fail(resumed.error());
    });
}

JobOutcome ResumeJob::takeUp(const Job &job) const
{
    std::vector<EscalationId> found;
    const auto read = m_store.read([&](Tx &tx) {
        // Who waited in a copy that was restored has probably been answered since.
        const EscalationId after {std::max(cursorIn(job.payload), MetaRepository::get(tx, restoredAfter).value_or(std::string {}))};
        found = EscalationRepository::untaken(tx, job.client, after, takenUpAtOnce);
    });
    if (read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (found.empty())
        return JobOutcome::done();
    return JobOutcome::done([client = job.client, found = std::move(found), now = m_clock.now()](WriteTx &tx) {
        if (!isAtWork(ClientRepository::byId(tx, client)))
            return; // paused again
        ActContext act {tx, client, {ActorKind::System, {}, {}}, {}, now};
        takeUpAfterPause(act, found);
        if (static_cast<int>(found.size()) == takenUpAtOnce)
            JobRepository::enqueue(tx, resumeJob(client, now, now, found.back().value));
    });
}

void ResumeJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto now = m_clock.now();
    JobRepository::enqueue(tx, resumeJob(job.client, now, now + afterAFault, cursorIn(job.payload)));
}

} // namespace foredeck
