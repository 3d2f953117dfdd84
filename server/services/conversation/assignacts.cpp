#include "server/services/conversation/assignacts.h"

#include "server/services/access/bind.h"
#include "server/services/conversation/handover.h"
#include "server/storage/auditrepository.h"

namespace foredeck {

namespace {

constexpr const char *assigned = "assigned";

bool isOwner(const Owner &owner, const UserId &user)
{
    return user.empty() ? owner.kind == OwnerKind::Nobody : owner.kind == OwnerKind::User && owner.user == user;
}

bool hasIt(const Conversation &row, const std::optional<Escalation> &open, const UserId &user)
{
    if (!open)
        return isOwner(row.owner, user);
    if (user.empty())
        return isOwner(row.owner, user) && open->assignedTo.user.empty();
    const bool claimed = open->status == EscalationStatus::Claimed;
    return claimed ? open->claimedBy.user == user : open->assignedTo.user == user;
}

// For whoever comes; what was put away stays away.
void giveToNobody(ConversationEdit &edit, std::optional<Escalation> open)
{
    edit.own({OwnerKind::Nobody, {}, {}}, assigned);
    if (!(edit.row().status == ConversationStatus::Snoozed))
        edit.setStatus(ConversationStatus::WaitingHuman, assigned);
    if (!open)
        return;
    waitAgain(*open);
    open->assignedTo = {};
    edit.putEscalation(std::move(*open));
}

void giveWithEscalation(ConversationEdit &edit, Escalation open, const Actor &person)
{
    if (edit.row().owner.kind == OwnerKind::Assistant)
        giveToNobody(edit, std::nullopt); // until they take it
    giveEscalation(edit, std::move(open), person);
}

} // namespace

Result<Conversation> assign(OpContext &op, const ConversationId &id, const AssignRequest &request)
{
    Actor person;
    if (!request.user.empty()) {
        const auto found = answeringPerson(op.tx, op.client, request.user, "user_id");
        if (found.hasError())
            return found.error();
        person = found.value();
    }
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (const auto met = e.expect(request.expect); met.hasError())
        return met.error();
    if (e.row().status == ConversationStatus::Ended)
        return e.conflict("the conversation has ended");
    if (e.leaseRuns() && e.row().claim.user != op.actor.user)
        return e.heldBy();
    auto open = e.openEscalation();
    if (hasIt(e.row(), open, request.user))
        return e.row();
    e.dropClaim();
    e.cancelTurn(assigned);
    if (request.user.empty()) {
        giveToNobody(e, std::move(open));
        callPeople(op, e, "unheard_why");
    } else if (open) {
        giveWithEscalation(e, std::move(*open), person);
    } else {
        e.own({OwnerKind::User, person.user, person.name}, assigned);
    }
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, "conversation.assigned", id.value, request.user.empty() ? "to nobody" : "to " + person.name});
    return e.save();
}

} // namespace foredeck
