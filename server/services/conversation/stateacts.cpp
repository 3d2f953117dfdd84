#include "server/services/conversation/stateacts.h"

#include "models/core/text.h"
#include "server/services/access/access.h"
#include "server/services/conversation/handover.h"
#include "server/services/conversation/replyacts.h"
#include "server/services/conversation/replywindow.h"
#include "server/services/escalation/brief.h"
#include "server/storage/compositionrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/settingsrepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

BriefFacts factsOf(OpContext &op, const Conversation &row, EscalationReason reason, const std::string &why)
{
    auto facts = briefFacts(op.tx, row);
    facts.reason = reason;
    facts.why = why;
    return facts;
}

Timestamp dueOf(OpContext &op, EscalationReason reason)
{
    return op.now + escalationTime(SettingsRepository::ofClient(op.tx, op.client).value_or(ClientSettings {}), reason);
}

Escalation newEscalation(OpContext &op, const Conversation &row, const EscalateRequest &request)
{
    Escalation escalation;
    escalation.reason = request.reason;
    escalation.priority = request.priority;
    escalation.due = dueOf(op, request.reason.value());
    escalation.brief = briefOf(factsOf(op, row, request.reason.value(), request.detail));
    escalation.id = EscalationId::make(op.now);
    escalation.client = op.client;
    escalation.conversation = row.id;
    escalation.lead = row.lead;
    escalation.createdBy = op.actor;
    escalation.createdAt = op.now;
    return escalation;
}

// What is open and handed over anew only ever grows more pressing: an emergency stays one, whatever it is called by somebody
// who did not see it.
Escalation pressedOn(OpContext &op, const Conversation &row, Escalation known, const EscalateRequest &request)
{
    const bool stays = known.reason == EscalationReason::Emergency;
    const auto due = dueOf(op, stays ? EscalationReason::Emergency : request.reason.value());
    if (stays) {
        known.due = known.due ? std::min(*known.due, due) : due;
        return known;
    }
    known.reason = request.reason;
    known.priority = std::min(known.priority, request.priority);
    known.due = due;
    known.brief = briefOf(factsOf(op, row, request.reason.value(), request.detail));
    return known;
}

// Since when the customer was waiting when this was ended; nothing: they were not.
std::optional<Timestamp> waitedAtTheEnd(OpContext &op, const Conversation &row)
{
    const auto last = TransitionRepository::latest(op.tx, op.client, row.id, TransitionField::Response);
    const bool ended = last && row.endedAt && last->at == *row.endedAt && last->from == nameOf(ResponseState::Waiting) && last->to == nameOf(ResponseState::Settled);
    return ended ? fromRfc3339(last->detail) : std::nullopt;
}

constexpr std::string_view endedNote = "resolved with the conversation";

// The escalation that was settled by ending this and by nothing else: one that somebody resolved in words stays so.
std::optional<Escalation> settledByTheEnd(OpContext &op, const Conversation &row)
{
    constexpr int lookedBack = 1000;
    auto all = EscalationRepository::ofConversation(op.tx, op.client, row.id, lookedBack);
    const auto found = std::find_if(all.rbegin(), all.rend(),
        [&](const Escalation &e) { return row.endedAt && e.resolvedAt == row.endedAt && (e.note.empty() || e.note == endedNote); });
    return found == all.rend() ? std::nullopt : std::optional {std::move(*found)};
}

// Who has it came to it by themselves; whom it was only given to may never have been there.
bool hasClaimed(OpContext &op, const Conversation &row)
{
    const auto owned = TransitionRepository::latest(op.tx, op.client, row.id, TransitionField::Owner);
    const auto claimed = TransitionRepository::latest(op.tx, op.client, row.id, TransitionField::Claim);
    return owned && (owned->reason != "assigned" || (claimed && claimed->position > owned->position));
}

// Whoever had it and may be gone has it for as long as a lease runs, as before it was ended; then people are told.
void claimAgain(OpContext &op, ConversationEdit &e, std::chrono::milliseconds lease)
{
    auto &row = e.row();
    if (row.owner.kind == OwnerKind::User && row.waitingSince && hasClaimed(op, row))
        row.claim = {row.owner.user, row.owner.name, row.claim.fence + 1, op.now + lease};
}

// What called for people before it was ended calls for them again, whether the customer waits or has been told that somebody comes.
// What somebody had taken is theirs while the customer waits in it, else it is done.
void callAgain(OpContext &op, ConversationEdit &e, std::optional<Escalation> settled)
{
    const auto &row = e.row();
    const bool isTaken = settled && !settled->claimedBy.user.empty();
    if (!settled || (isTaken && !row.waitingSince)) {
        callPeople(op, e, "unheard_why");
        return;
    }
    settled->resolvedAt.reset();
    settled->note.clear();
    if (isTaken && row.owner.kind == OwnerKind::User && settled->claimedBy.user == row.claim.user)
        settled->status = EscalationStatus::Claimed;
    else
        waitAgain(*settled);
    e.putEscalation(std::move(*settled));
}

} // namespace

Result<Conversation> escalate(OpContext &op, const ConversationId &id, const EscalateRequest &request)
{
    if (!request.reason.known())
        return Error::invalid("reason", "is not known");
    if (request.priority < 1 || request.priority > 3)
        return Error::invalid("priority", "must be 1, 2 or 3");
    if (request.detail.size() > 2000)
        return Error::invalid("detail", "has more than 2000 bytes");
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
    const auto known = e.openEscalation();
    auto escalation = known ? pressedOn(op, e.row(), *known, request) : newEscalation(op, e.row(), request);
    waitAgain(escalation);
    e.dropClaim();
    e.cancelTurn("escalated");
    const auto from = ownerWord(e.row().owner);
    e.row().owner = {OwnerKind::Nobody, {}, {}};
    e.transition(TransitionField::Owner, from, "nobody", {}, std::string {request.reason.text()}, request.detail);
    e.setStatus(ConversationStatus::WaitingHuman, std::string {request.reason.text()});
    e.putEscalation(std::move(escalation), !known);
    return e.save();
}

Result<Conversation> end(OpContext &op, const ConversationId &id, const EndRequest &request)
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    const auto ended = endIn(op, edit.value(), request, std::string {endedNote});
    return ended.hasError() ? Result<Conversation> {ended.error()} : edit.value().save();
}

Result<void> endIn(OpContext &op, ConversationEdit &e, const EndRequest &request, std::string note)
{
    if (const auto met = e.expect(request.expect); met.hasError())
        return met.error();
    if (e.row().status == ConversationStatus::Ended)
        return e.conflict("the conversation has ended already");
    if (!request.override_) {
        if (e.leaseRuns() && e.row().claim.user != op.actor.user)
            return e.heldBy();
        if (const auto seen = nothingNewer(op, e, op.actor.user, request.seenPosition); seen.hasError())
            return seen.error();
    }
    e.dropClaim();
    e.cancelTurn("resolved");
    e.setStatus(ConversationStatus::Ended, "resolved");
    e.resolveEscalation(std::move(note));
    e.row().endedAt = op.now;
    e.row().waitingSince.reset(); // settled, whether in writing or not
    e.row().snoozedUntil.reset();
    return {};
}

Result<Conversation> reopen(OpContext &op, const ConversationId &id, std::chrono::milliseconds lease)
{
    auto edit = ConversationEdit::open(op, id);
    if (edit.hasError())
        return edit.error();
    auto &e = edit.value();
    if (!(e.row().status == ConversationStatus::Ended))
        return e.conflict("the conversation has not ended");
    e.row().waitingSince = waitedAtTheEnd(op, e.row());
    auto settled = settledByTheEnd(op, e.row());
    e.row().endedAt.reset();
    e.row().replyWindowUntil = replyWindowOf(op.tx, e.row());
    const bool person = e.row().owner.kind == OwnerKind::User;
    if (!person)
        e.own({OwnerKind::Nobody, {}, {}}, "reopened");
    e.setStatus(person ? ConversationStatus::Active : ConversationStatus::WaitingHuman, "reopened");
    claimAgain(op, e, lease);
    callAgain(op, e, std::move(settled));
    return e.save();
}

Result<ReadCursor> markRead(OpContext &op, const ConversationId &id, std::int64_t position)
{
    const auto row = ConversationRepository::byId(op.tx, op.client, id);
    if (!row)
        return notFound("conversation");
    ReadCursor cursor {op.actor.user, op.client, id, std::clamp<std::int64_t>(position, 0, row->lastPosition), 1};
    if (ReadCursorRepository::advance(op.tx, cursor))
        announce(op.tx, userStream(op.actor.user), "read_cursor.updated", cursor, op.actor, op.op);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return cursor;
}

Result<Composition> compose(OpContext &op, Composition composition)
{
    if (!composition.kind.known() || isLocal(composition.kind.value()))
        return Error::invalid("kind", "must be reply or note");
    if (composition.text.size() > maxMessageBytes)
        return Error::of(Error::Kind::TooLarge, "text: at most 64 KiB");
    composition.user = op.actor.user;
    composition.client = op.client;
    composition.at = op.now;
    CompositionRepository::put(op.tx, composition);
    announce(op.tx, userStream(op.actor.user), "composition.updated", composition, op.actor, op.op);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return composition;
}

} // namespace foredeck
