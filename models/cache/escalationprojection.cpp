#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/jsonreader.h"

namespace foredeck {

namespace {

void take(Escalation &e, const Op &op, const Self &self)
{
    e.status = EscalationStatus::Claimed;
    e.claimedBy = {ActorKind::User, op.user, self.name};
    e.claimedAt = e.claimedAt.value_or(op.createdAt);
    e.assignedTo = {};
}

void close(Escalation &e, const Op &op)
{
    e.status = EscalationStatus::Resolved;
    e.resolvedAt = op.createdAt;
    e.assignedTo = {};
}

void assign(Escalation &e, JsonValue body)
{
    const UserId to {std::string {body["user_id"].asString().value_or(std::string_view {})}};
    const bool claimed = e.status == EscalationStatus::Claimed;
    if (claimed ? e.claimedBy.user == to : e.assignedTo.user == to)
        return; // they have it already
    waitAgain(e);
    e.assignedTo = to.empty() ? Actor {} : Actor {ActorKind::User, to, {}};
}

void apply(Escalation &e, const Op &op, JsonValue body, const Self &self)
{
    switch (op.kind.value()) {
    case OpKind::Claim:
    case OpKind::TakeOver:
        return take(e, op, self);
    case OpKind::Release:
        return body["to"].asString() == std::string_view {"assistant"} ? close(e, op) : waitAgain(e);
    case OpKind::EscalationRelease:
        return waitAgain(e);
    case OpKind::End:
    case OpKind::EscalationReturn:
        return close(e, op);
    case OpKind::EscalationResolve:
        e.note = body["note"].asString().value_or(std::string_view {});
        return close(e, op);
    case OpKind::Assign:
    case OpKind::EscalationAssign:
        return assign(e, body);
    case OpKind::EscalationAcknowledge:
        if (!e.acknowledgedAt) {
            e.acknowledgedBy = {ActorKind::User, op.user, self.name};
            e.acknowledgedAt = op.createdAt;
        }
        return;
    default:
        return;
    }
}

} // namespace

bool concerns(const Op &op, const Escalation &escalation)
{
    switch (op.kind.value()) {
    case OpKind::Claim:
    case OpKind::TakeOver:
    case OpKind::Release:
    case OpKind::End:
    case OpKind::Assign:
        return isOpen(escalation) && op.conversation == escalation.conversation; // of what was settled before it is none
    case OpKind::EscalationAcknowledge:
    case OpKind::EscalationAssign:
    case OpKind::EscalationRelease:
    case OpKind::EscalationReturn:
    case OpKind::EscalationResolve:
        return op.target == escalation.id.value;
    default:
        return false;
    }
}

Escalation project(Escalation escalation, const std::vector<Op> &acts, const Self &self)
{
    HoldingBack holding;
    for (const Op &op : acts) {
        if (holding.holds(op) || !isOpen(escalation) || !concerns(op, escalation) || !isEchoed(op.state.value()))
            continue;
        JsonDocument document;
        const auto body = document.parse(op.body.empty() ? std::string_view {"{}"} : std::string_view {op.body});
        if (body.hasValue())
            apply(escalation, op, body.value(), self);
    }
    return escalation;
}

} // namespace foredeck
