#include "server/jobs/taskjob.h"

#include "server/services/op/queues.h"
#include "server/services/task/taskacts.h"
#include "server/storage/taskrepository.h"

namespace foredeck {

JobOutcome TaskJob::run(const Job &job)
{
    const auto id = taskIn(job.payload);
    if (id.empty())
        return JobOutcome::dead("the payload names no task");
    std::optional<Task> task;
    if (const auto read = m_store.read([&](Tx &tx) { task = TaskRepository::byId(tx, job.client, id); }); read.hasError())
        return JobOutcome::retry(read.error().detail);
    if (!task || !isOpen(*task) || task->isDue)
        return JobOutcome::done();
    if (task->due > m_clock.now())
        return JobOutcome::postponed({}, task->due);
    return JobOutcome::done([client = job.client, id, now = m_clock.now()](WriteTx &tx) {
        ActContext act {tx, client, {}, {}, now};
        if (const auto done = taskComesDue(act, id); done.hasError() && !tx.error())
            tx.fail(done.error());
    });
}

void TaskJob::givenUp(WriteTx &tx, const Job &job, const std::string &)
{
    const auto now = m_clock.now();
    if (const auto id = taskIn(job.payload); !id.empty())
        JobRepository::enqueue(tx, taskJob(job.client, id, now, now + afterAFault));
}

} // namespace foredeck
