#include "server/services/conversation/claimacts.h"

#include "server/services/conversation/claimrules.h"
#include "server/services/conversation/deskacts.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replywindow.h"
#include "server/services/op/queues.h"
#include "server/storage/auditrepository.h"
#include "server/storage/conversationrepository.h"

namespace foredeck {

Result<Conversation> ClaimActs::claim(OpContext &op, const ConversationId &id) const
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    switch (judgeClaim(e.row(), e.leaseRuns(), op.actor.user)) {
    case ClaimVerdict::Ended:
        return e.conflict("the conversation has ended");
    case ClaimVerdict::HeldByOther:
        return e.heldBy();
    case ClaimVerdict::Own:
        return keep(op, e);
    case ClaimVerdict::Take:
        break;
    }
    return take(op, e, "claimed");
}

Result<Conversation> ClaimActs::takeOver(OpContext &op, const ConversationId &id, const Expectations &expected) const
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (const auto met = e.expect(expected); met.hasError())
        return met.error();
    if (e.row().status == ConversationStatus::Ended)
        return e.conflict("the conversation has ended");
    const bool runs = e.leaseRuns();
    if (runs && e.row().claim.user == op.actor.user) {
        return keep(op, e);
    }
    if (runs)
        AuditRepository::append(op.tx, {op.client, op.now, op.actor, "conversation.taken_over", id.value, "from " + e.row().claim.name});
    return take(op, e, "taken_over");
}

Result<Conversation> ClaimActs::take(OpContext &op, ConversationEdit &e, std::string reason) const
{
    const auto before = e.row().claim.user.value;
    e.row().claim = {op.actor.user, op.actor.name, e.row().claim.fence + 1, op.now + m_lease};
    e.row().replyWindowUntil = replyWindowOf(op.tx, e.row());
    e.cancelTurn("taken over");
    const Owner owner {OwnerKind::User, op.actor.user, op.actor.name};
    if (e.row().owner == owner)
        e.transition(TransitionField::Claim, before, op.actor.user.value, op.actor.name, reason);
    else
        e.own(owner, reason);
    e.setStatus(ConversationStatus::Active, reason);
    takeEscalation(op, e);
    return e.save();
}

// One's own running claim goes on; what was handed over meanwhile is one's own too.
Result<Conversation> ClaimActs::keep(OpContext &op, ConversationEdit &e) const
{
    const auto until = op.now + m_lease;
    ConversationRepository::renewLease(op.tx, op.client, e.row().id, e.row().claim.fence, until);
    e.row().claim.leaseUntil = until;
    return takeEscalation(op, e) ? e.save() : Result<Conversation> {e.row()};
}

Result<Conversation> ClaimActs::release(OpContext &op, const ConversationId &id, OwnerKind to, std::int64_t fence, const std::string &note) const
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (e.row().status == ConversationStatus::Ended)
        return e.conflict("the conversation has ended");
    const bool own = e.row().claim.user == op.actor.user;
    if (fence != 0 ? fence != e.row().claim.fence || !own : e.leaseRuns() && !own)
        return e.heldBy();
    if (const auto can = to == OwnerKind::Assistant ? assistantCanAnswer(e.row()) : Result<void> {}; can.hasError())
        return can.error();
    e.dropClaim();
    if (to == OwnerKind::Assistant) {
        e.own({OwnerKind::Assistant, {}, {}}, std::string {handedBack});
        e.setStatus(ConversationStatus::Active, std::string {handedBack});
        e.resolveEscalation(note);
        if (e.row().waitingSince)
            JobRepository::enqueue(op.tx, turnJob(op.client, id, op.now, op.now));
        return e.save();
    }
    e.own({OwnerKind::Nobody, {}, {}}, "released");
    e.setStatus(ConversationStatus::WaitingHuman, "released");
    if (auto open = e.openEscalation()) {
        waitAgain(*open);
        e.putEscalation(std::move(*open));
    } else {
        callPeople(op, e, "unheard_why");
    }
    return e.save();
}

Result<void> ClaimActs::expire(ActContext &act, const ConversationId &id, std::int64_t fence) const
{
    auto edit = ConversationEdit::open(act, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (e.row().claim.fence != fence || !e.row().claim.leaseUntil || e.leaseRuns())
        return {};
    e.keepPlace();
    e.row().claim.leaseUntil.reset();
    e.transition(TransitionField::Claim, e.row().claim.user.value, {}, {}, "lease_expired");
    if (e.row().waitingSince && e.row().status != ConversationStatus::Snoozed) { // snoozed was meant to wait
        freeFromAbsent(e);
        callPeople(act, e, "unheard_why");
    }
    const auto saved = e.save();
    return saved.hasError() ? Result<void> {saved.error()} : Result<void> {};
}

Result<void> ClaimActs::shorten(ActContext &act, const ConversationId &id, std::int64_t fence) const
{
    auto edit = ConversationEdit::open(act, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    auto &claim = e.row().claim;
    if (claim.fence != fence || !claim.leaseUntil)
        return {};
    e.keepPlace();
    claim.leaseUntil = act.now + m_lease;
    ConversationRepository::renewLease(act.tx, act.client, id, fence, *claim.leaseUntil);
    const auto saved = e.save();
    return saved.hasError() ? Result<void> {saved.error()} : Result<void> {};
}

} // namespace foredeck
