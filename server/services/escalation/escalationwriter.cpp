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
        const auto escalation = EscalationRepository::byId(tx, pending.client, pending.id);
        if (!escalation)
            continue;
        const auto job = ladderJob(*escalation, now, now);
        if (!JobRepository::enqueue(tx, job)) // what it waits for may have ended with the program: a console that was to be heard of
            JobRepository::reschedule(tx, pending.client, queues::escalationLadder, pending.id.value, now, job.priority);
    }
}

} // namespace foredeck
