#include "server/services/escalation/escalationacts.h"

#include "models/core/text.h"
#include "models/domain/textlimits.h"
#include "server/services/access/bind.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/stateacts.h"
#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/transitionrepository.h"

namespace foredeck {

namespace {

/// An open escalation with the conversation it belongs to.
struct Case {
    Escalation escalation;
    ConversationEdit edit;

    bool heldByOther(const ActContext &act) { return edit.leaseRuns() && edit.row().claim.user != act.actor.user; }
};

/// Adds {"escalation"} to what a Conflict carries.
Error withCurrent(Error error, const Escalation &escalation)
{
    if (error.kind != Error::Kind::Conflict)
        return error;
    const auto rest = error.extension.size() > 2 ? "," + error.extension.substr(1) : std::string {"}"};
    error.extension = "{\"escalation\":" + encode(escalation) + rest;
    return error;
}

Result<void> meets(const Escalation &escalation, const Expectations &expected)
{
    const Expectations current {{"status", std::string {escalation.status.text()}}, {"claimed_by", escalation.claimedBy.user.value},
        {"assigned_to", escalation.assignedTo.user.value}};
    Expectations asked;
    for (const auto &[field, value] : expected) {
        const auto found = current.find(field);
        if (found == current.end())
            return Error::invalid("expect." + field, "is no field to rest on");
        asked.insert(*found);
    }
    if (asked == expected)
        return {};
    Error error = Error::of(Error::Kind::Conflict, "the escalation has changed");
    error.extension = "{\"current\":" + encode(asked) + "}";
    return withCurrent(std::move(error), escalation);
}

Result<Case> open(ActContext &act, const EscalationId &id, const Expectations &expected = {})
{
    auto escalation = EscalationRepository::byId(act.tx, act.client, id);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    if (!escalation)
        return notFound("escalation");
    if (const auto met = meets(*escalation, expected); met.hasError())
        return met.error();
    if (!isOpen(*escalation))
        return withCurrent(Error::of(Error::Kind::Conflict, "the escalation is over"), *escalation);
    auto edit = ConversationEdit::open(act, escalation->conversation);
    if (edit.hasError())
        return edit.error();
    return Case {std::move(*escalation), std::move(edit).value()};
}

/// The escalation as an act on its conversation has left it.
Result<Escalation> after(ActContext &act, const Result<Conversation> &done, const Escalation &before)
{
    if (done.hasError())
        return withCurrent(done.error(), before);
    const auto now = EscalationRepository::byId(act.tx, act.client, before.id);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    return now.value_or(before);
}

/// What happens to the escalation alone; what happens to its conversation has transitions of its own.
void tellChange(Case &c, EscalationStatus to, std::string toName, std::string reason, std::string detail = {})
{
    c.edit.transition(TransitionField::Escalation, std::string {c.escalation.status.text()}, std::string {nameOf(to)}, std::move(toName),
        std::move(reason), std::move(detail));
}

void audit(OpContext &op, const std::string &action, const Escalation &escalation, std::string detail)
{
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, action, escalation.id.value, std::move(detail)});
}

} // namespace

Result<Escalation> EscalationActs::claim(OpContext &op, const EscalationId &id, const Expectations &expected) const
{
    auto found = open(op, id, expected);
    if (found.hasError())
        return found.error();
    auto &c = found.value();
    if (c.heldByOther(op))
        return withCurrent(c.edit.heldBy(), c.escalation);
    return after(op, m_claims.takeOver(op, c.escalation.conversation, {}), c.escalation);
}

Result<Escalation> EscalationActs::acknowledge(OpContext &op, const EscalationId &id) const
{
    auto found = open(op, id);
    if (found.hasError())
        return found.error();
    auto &c = found.value();
    if (c.escalation.acknowledgedAt)
        return c.escalation;
    tellChange(c, c.escalation.status.value(), op.actor.name, "acknowledged");
    auto changed = c.escalation;
    changed.acknowledgedAt = op.now;
    changed.acknowledgedBy = op.actor;
    c.edit.putEscalation(std::move(changed));
    return after(op, c.edit.save(), c.escalation);
}

Result<Escalation> EscalationActs::assign(OpContext &op, const EscalationId &id, const UserId &to, const Expectations &expected) const
{
    const auto person = answeringPerson(op.tx, op.client, to, "user_id");
    if (person.hasError())
        return person.error();
    auto found = open(op, id, expected);
    if (found.hasError())
        return found.error();
    auto &c = found.value();
    const bool claimed = c.escalation.status == EscalationStatus::Claimed;
    if (claimed ? c.escalation.claimedBy.user == to : c.escalation.assignedTo.user == to)
        return c.escalation;
    if (c.heldByOther(op))
        return withCurrent(c.edit.heldBy(), c.escalation);
    giveEscalation(c.edit, c.escalation, person.value());
    audit(op, "escalation.assigned", c.escalation, "to " + person.value().name);
    return after(op, c.edit.save(), c.escalation);
}

Result<Escalation> EscalationActs::release(OpContext &op, const EscalationId &id, std::int64_t fence) const
{
    auto found = open(op, id);
    if (found.hasError())
        return found.error();
    const auto &c = found.value();
    if (!(c.escalation.status == EscalationStatus::Claimed))
        return withCurrent(Error::of(Error::Kind::Conflict, "nobody has taken the escalation"), c.escalation);
    return after(op, m_claims.release(op, c.escalation.conversation, OwnerKind::Nobody, fence), c.escalation);
}

Result<Escalation> EscalationActs::giveBack(OpContext &op, const EscalationId &id, const std::string &instruction, const Expectations &expected) const
{
    if (const auto fits = fitText("instruction", instruction, mostNoteBytes, true); fits.hasError())
        return fits.error();
    auto found = open(op, id, expected);
    if (found.hasError())
        return found.error();
    const auto &c = found.value();
    const auto &conversation = c.escalation.conversation;
    const bool said = !trimmed(instruction).empty();
    if (said) {
        if (const auto kept = addNote(op, conversation, {NoteId {op.op.value}, instruction}); kept.hasError())
            return kept.error();
    }
    audit(op, "escalation.returned", c.escalation, instruction);
    const auto note = said ? instruction : std::string {handedBackNote};
    return after(op, m_claims.release(op, conversation, OwnerKind::Assistant, 0, note), c.escalation);
}

Result<Escalation> EscalationActs::resolve(OpContext &op, const EscalationId &id, const ResolveRequest &request) const
{
    if (const auto fits = fitText("note", request.note, mostNoteBytes, true); fits.hasError())
        return fits.error();
    auto found = open(op, id, request.expect);
    if (found.hasError())
        return found.error();
    auto &c = found.value();
    audit(op, "escalation.resolved", c.escalation, request.note);
    if (request.end) {
        const auto ended = endIn(op, c.edit, {request.seenPosition, {}, request.override_}, request.note);
        return ended.hasError() ? withCurrent(ended.error(), c.escalation) : after(op, c.edit.save(), c.escalation);
    }
    if (!request.override_ && c.heldByOther(op))
        return withCurrent(c.edit.heldBy(), c.escalation);
    tellChange(c, EscalationStatus::Resolved, {}, "resolved", request.note);
    c.edit.resolveEscalation(request.note);
    return after(op, c.edit.save(), c.escalation);
}

Result<void> expireEscalation(ActContext &act, const EscalationId &id, Timestamp before)
{
    auto found = open(act, id);
    if (found.hasError())
        return found.error().kind == Error::Kind::Conflict ? Result<void> {} : found.error();
    auto &c = found.value();
    const auto &row = c.edit.row();
    // Whom somebody had until their lease ran out waits from then on, though it moved no row.
    const auto owned = TransitionRepository::latest(act.tx, act.client, row.id, TransitionField::Owner);
    // One that was begun of something old (an answer that is told days later not to have arrived) has its own day.
    const bool isOld = c.escalation.createdAt <= before && row.lastAt <= before && !(owned && owned->at > before);
    const bool silent = isOld && !(row.status == ConversationStatus::Snoozed); // snoozed was meant to be silent
    if (!(c.escalation.status == EscalationStatus::Pending) || !(silent || row.status == ConversationStatus::Ended))
        return {};
    tellChange(c, EscalationStatus::Expired, {}, "expired");
    auto changed = c.escalation;
    changed.status = EscalationStatus::Expired;
    c.edit.putEscalation(std::move(changed));
    const auto saved = c.edit.save();
    return saved.hasError() ? Result<void> {saved.error()} : Result<void> {};
}

} // namespace foredeck
