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
    const bool waits = !JobRepository::enqueue(act.tx, ladderJob(act.client, escalation.id, act.now, act.now));
    if (waits && !escalation.alert.begun) // it begins anew
        JobRepository::reschedule(act.tx, act.client, queues::escalationLadder, escalation.id.value, act.now);
}

void hurryEmergencies(WriteTx &tx, Timestamp by)
{
    for (const auto &pending : EscalationRepository::pending(tx)) {
        const auto escalation = EscalationRepository::byId(tx, pending.client, pending.id);
        if (escalation && escalation->reason == EscalationReason::Emergency && awaitsSomebody(*escalation))
            JobRepository::bringForward(tx, pending.client, queues::escalationLadder, pending.id.value, by);
    }
}

void takeUpLadders(WriteTx &tx, Timestamp now)
{
    for (const auto &pending : EscalationRepository::pending(tx))
        JobRepository::enqueue(tx, ladderJob(pending.client, pending.id, now, now));
}

} // namespace foredeck
