#include "server/jobs/resumejob.h"

#include "server/services/client/clientacts.h"
#include "server/services/op/queues.h"
#include "server/storage/clientrepository.h"

namespace foredeck {

namespace {

constexpr std::chrono::minutes afterAFault {1};

} // namespace

JobOutcome ResumeJob::run(const Job &job)
{
    std::optional<Client> client;
    if (const auto read = m_store.read([&](Tx &tx) { client = ClientRepository::byId(tx, job.client); }); read.hasError())
        return JobOutcome::retry(read.error().detail);
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

void ResumeJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto now = m_clock.now();
    JobRepository::enqueue(tx, resumeJob(job.client, now, now + afterAFault));
}

} // namespace foredeck
