#include "server/services/conversation/snoozeacts.h"

#include "models/core/time.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/op/queues.h"

namespace foredeck {

namespace {

bool isSnoozed(const ConversationEdit &edit) { return edit.row().status == ConversationStatus::Snoozed; }

// Back to people: whoever had it has it still, and what the assistant had is nobody's, or no person would see it.
void wakeForPeople(ConversationEdit &edit, const std::string &reason)
{
    if (edit.row().owner.kind != OwnerKind::User)
        edit.own({OwnerKind::Nobody, {}, {}}, reason);
    edit.setStatus(ConversationStatus::WaitingHuman, reason);
}

// Who put it off answered here and may have gone: they are told first, and after them everybody else.
void giveBack(ConversationEdit &edit)
{
    const auto had = edit.row().owner;
    freeFromAbsent(edit);
    auto open = edit.openEscalation();
    if (!open)
        return;
    open->assignedTo = Actor {ActorKind::User, had.user, had.name};
    edit.putEscalation(std::move(*open));
}

// Their lease ran out while it was put off; without that they would have lost it then. False: nobody has, or nobody waits.
bool freeFromWhoWentMeanwhile(ConversationEdit &e)
{
    const bool isLeft = e.row().owner.kind == OwnerKind::User && !e.row().claim.user.empty() && !e.leaseRuns();
    if (!isLeft || !e.row().waitingSince)
        return false;
    freeFromAbsent(e);
    return true;
}

// Back to the desk, and whoever has to know of an escalation is told anew.
void wakeAnew(ConversationEdit &e, const std::string &reason)
{
    wakeForPeople(e, reason);
    if (e.row().waitingSince && e.row().owner.kind == OwnerKind::User && !e.leaseRuns()) {
        giveBack(e);
    } else if (auto open = e.openEscalation(); open && open->status == EscalationStatus::Pending) {
        waitAgain(*open); // who had seen it had put it off
        e.putEscalation(std::move(*open));
    }
}

} // namespace

Result<Conversation> snooze(OpContext &op, const ConversationId &id, const SnoozeRequest &request)
{
    if (request.until <= op.now)
        return Error::invalid("until", "must lie ahead");
    if (request.until > op.now + longestSnooze)
        return Error::invalid("until", "must lie within a year");
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (const auto met = e.expect(request.expect); met.hasError())
        return met.error();
    if (e.row().status == ConversationStatus::Ended)
        return e.conflict("the conversation has ended");
    if (!request.override_) {
        if (e.leaseRuns() && e.row().claim.user != op.actor.user)
            return e.heldBy();
        if (request.seenPosition) {
            if (const auto seen = nothingNewer(op, e, op.actor.user, *request.seenPosition); seen.hasError())
                return seen.error();
        }
    }
    const std::string from {e.row().status.text()};
    e.row().status = ConversationStatus::Snoozed;
    e.row().snoozedUntil = request.until;
    e.transition(TransitionField::Status, from, std::string {e.row().status.text()}, {}, "snoozed", toRfc3339(request.until));
    if (!JobRepository::enqueue(op.tx, wakeJob(op.client, id, op.now, request.until)))
        JobRepository::reschedule(op.tx, op.client, queues::conversationWake, id.value, request.until);
    return e.save();
}

Result<Conversation> wake(OpContext &op, const ConversationId &id, const WakeRequest &request)
{
    const bool isTakenBack = !request.status.text().empty();
    if (isTakenBack && !(request.status == ConversationStatus::Active || request.status == ConversationStatus::WaitingHuman))
        return Error::invalid("status", "must be active or waiting_human");
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (const auto met = e.expect(request.expect); met.hasError())
        return met.error();
    if (!isSnoozed(e))
        return e.row();
    if (isTakenBack)
        e.setStatus(request.status.value(), "woken");
    else
        wakeForPeople(e, "woken");
    const bool isFreed = freeFromWhoWentMeanwhile(e);
    if (!isTakenBack || isFreed)
        callPeople(op, e, "unheard_why");
    if (auto open = e.openEscalation(); open && awaitsSomebody(*open)) {
        if (isTakenBack) {
            JobRepository::reschedule(op.tx, op.client, queues::escalationLadder, open->id.value, op.now); // it goes on where it stood
        } else {
            tellAnew(*open);
            e.putEscalation(std::move(*open));
        }
    }
    JobRepository::cancel(op.tx, op.client, queues::conversationWake, id.value, "woken", op.now);
    return e.save();
}

Result<void> wakeInTime(ActContext &act, const ConversationId &id)
{
    auto edit = ConversationEdit::open(act, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (!isSnoozed(e) || e.row().snoozedUntil.value_or(act.now) > act.now)
        return {};
    wakeAnew(e, "snooze_over");
    callPeople(act, e, "unheard_why");
    const auto saved = e.save();
    return saved.hasError() ? Result<void> {saved.error()} : Result<void> {};
}

void wakeForTask(ActContext &act, ConversationEdit &edit)
{
    if (!isSnoozed(edit))
        return;
    wakeAnew(edit, "task_due");
    callPeople(act, edit, "unheard_why");
    JobRepository::cancel(act.tx, act.client, queues::conversationWake, edit.row().id.value, "a task is due", act.now);
}

void wakeByCustomer(ConversationEdit &edit)
{
    if (!isSnoozed(edit) || edit.row().owner.kind == OwnerKind::Assistant)
        return;
    const bool isNobodys = edit.row().owner.kind == OwnerKind::Nobody;
    edit.setStatus(isNobodys ? ConversationStatus::WaitingHuman : ConversationStatus::Active, "customer_wrote");
    if (auto open = edit.openEscalation(); open && open->status == EscalationStatus::Pending) {
        waitAgain(*open);
        edit.putEscalation(std::move(*open));
    }
}

} // namespace foredeck
