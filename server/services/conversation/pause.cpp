#include "server/services/conversation/pause.h"

#include "server/services/assistant/waiting.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/queues.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/jobrepository.h"

namespace foredeck {

namespace {

bool isOfThePause(ActContext &act, const Escalation &escalation)
{
    const bool untouched = escalation.status == EscalationStatus::Pending && !escalation.acknowledgedAt && !escalation.claimedAt && escalation.assignedTo.user.empty();
    if (!untouched || !(escalation.reason == EscalationReason::Rule) || escalation.rule || escalation.decision.empty())
        return false;
    const auto decision = DecisionRepository::byId(act.tx, act.client, escalation.decision);
    return decision && decision->reason == assistantOff;
}

void giveBack(ActContext &act, const Escalation &escalation)
{
    auto edit = ConversationEdit::open(act, escalation.conversation);
    if (edit.hasError())
        return;
    auto &e = edit.value();
    if (e.row().owner.kind != OwnerKind::Nobody || !(e.row().status == ConversationStatus::WaitingHuman) || !e.row().waitingSince)
        return;
    e.own({OwnerKind::Assistant, {}, {}}, std::string {handedBack});
    e.setStatus(ConversationStatus::Active, std::string {handedBack});
    e.resolveEscalation(std::string {handedBackNote});
    JobRepository::enqueue(act.tx, turnJob(act.client, e.row().id, act.now, act.now));
    static_cast<void>(e.save().hasError()); // sticks to the transaction
}

} // namespace

void takeUpAfterPause(ActContext &act)
{
    for (const auto &key : EscalationRepository::pending(act.tx)) {
        if (key.client != act.client)
            continue;
        const auto escalation = EscalationRepository::byId(act.tx, act.client, key.id);
        if (escalation && isOfThePause(act, *escalation))
            giveBack(act, *escalation);
    }
}

} // namespace foredeck
