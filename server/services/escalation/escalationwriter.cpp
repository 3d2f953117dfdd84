#include "server/services/escalation/escalationwriter.h"

#include "server/services/op/queues.h"
#include "server/storage/escalationrepository.h"

namespace foredeck {

void saveEscalation(ActContext &act, Escalation &escalation, bool isNew)
{
    if (isNew)
        EscalationRepository::insert(act.tx, escalation);
    else
        EscalationRepository::update(act.tx, escalation);
    act.tell(isNew ? "escalation.created" : "escalation.updated", escalation);
    if (!awaitsSomebody(escalation)) {
        JobRepository::cancel(act.tx, act.client, queues::escalationLadder, escalation.id.value, "nobody has to be told", act.now);
        return;
    }
    const auto job = ladderJob(escalation, act.now, act.now);
    const bool waits = !JobRepository::enqueue(act.tx, job);
    if (waits && !escalation.alert.begun) // it begins anew
        JobRepository::reschedule(act.tx, act.client, queues::escalationLadder, escalation.id.value, act.now, job.priority);
}

void hurryEmergencies(WriteTx &tx, Timestamp by)
{
    JobRepository::bringForward(tx, queues::escalationLadder, queues::pressing, by);
}

void takeUpLadders(WriteTx &tx, Timestamp now)
{
    for (const auto &pending : EscalationRepository::pending(tx)) {
        if (const auto escalation = EscalationRepository::byId(tx, pending.client, pending.id))
            JobRepository::enqueue(tx, ladderJob(*escalation, now, now));
    }
}

} // namespace foredeck
