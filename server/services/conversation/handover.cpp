#include "server/services/conversation/handover.h"

#include "server/services/assistant/phrases.h"
#include "server/services/escalation/brief.h"
#include "server/storage/clientrepository.h"
#include "server/storage/settingsrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

void beginEscalation(ActContext &act, ConversationEdit &edit, EscalationReason reason, const std::string &why)
{
    const auto settings = SettingsRepository::ofClient(act.tx, act.client).value_or(ClientSettings {});
    Escalation escalation;
    escalation.id = EscalationId::make(act.now);
    escalation.client = act.client;
    escalation.conversation = edit.row().id;
    escalation.lead = edit.row().lead;
    escalation.reason = reason;
    escalation.due = act.now + escalationTime(settings, reason);
    auto facts = briefFacts(act.tx, edit.row());
    facts.reason = reason;
    facts.why = why;
    escalation.brief = briefOf(facts);
    escalation.createdBy = act.actor;
    escalation.createdAt = act.now;
    edit.putEscalation(std::move(escalation), true);
}

} // namespace

void handOver(ActContext &act, ConversationEdit &edit, EscalationReason reason, const std::string &why)
{
    if (edit.row().owner.kind != OwnerKind::Assistant || edit.row().status == ConversationStatus::Ended)
        return;
    const std::string word {nameOf(reason)};
    edit.own({OwnerKind::Nobody, {}, {}}, word);
    edit.setStatus(ConversationStatus::WaitingHuman, word);
    if (!edit.openEscalation())
        beginEscalation(act, edit, reason, why);
}

bool callPeople(ActContext &act, ConversationEdit &edit, std::string_view why)
{
    const auto &row = edit.row();
    const bool isNobodys = row.owner.kind == OwnerKind::Nobody && row.waitingSince && awaitsPerson(row);
    if (!isNobodys || edit.openEscalation())
        return false;
    edit.setStatus(ConversationStatus::WaitingHuman, std::string {nameOf(EscalationReason::Rule)}); // a customer woke it
    const auto client = ClientRepository::byId(act.tx, act.client);
    beginEscalation(act, edit, EscalationReason::Rule, phrases::say(why, client ? client->language : std::string {}, {}, {}));
    return true;
}

void freeFromAbsent(ConversationEdit &edit)
{
    if (edit.row().owner.kind != OwnerKind::User || edit.leaseRuns())
        return;
    const std::string reason = "owner_away";
    edit.dropClaim();
    edit.own({OwnerKind::Nobody, {}, {}}, reason);
    edit.setStatus(ConversationStatus::WaitingHuman, reason);
    if (auto open = edit.openEscalation()) {
        waitAgain(*open);
        edit.putEscalation(std::move(*open));
    }
}

bool takeEscalation(const OpContext &op, ConversationEdit &edit)
{
    auto open = edit.openEscalation();
    if (!open || (open->status == EscalationStatus::Claimed && open->claimedBy.user == op.actor.user))
        return false;
    open->status = EscalationStatus::Claimed;
    open->claimedBy = op.actor;
    open->claimedAt = open->claimedAt.value_or(op.now);
    open->assignedTo = {};
    edit.putEscalation(std::move(*open));
    return true;
}

void giveEscalation(ConversationEdit &edit, Escalation open, const Actor &to)
{
    const std::string reason = "assigned";
    edit.transition(TransitionField::Escalation, std::string {open.status.text()}, std::string {nameOf(EscalationStatus::Pending)}, to.name, reason);
    if (edit.row().owner.kind == OwnerKind::User) { // who gives it away does not keep the conversation
        edit.dropClaim();
        edit.own({OwnerKind::Nobody, {}, {}}, reason);
        edit.setStatus(ConversationStatus::WaitingHuman, reason);
    }
    waitAgain(open);
    open.assignedTo = to;
    takePart(edit.row().participants, to.user, to.name);
    edit.putEscalation(std::move(open));
}

std::chrono::minutes escalationTime(const ClientSettings &settings, EscalationReason reason)
{
    const auto share = reason == EscalationReason::Emergency ? 3 : 1;
    return std::chrono::minutes {std::max<std::int64_t>(1, settings.escalationDueMinutes / share)};
}

} // namespace foredeck
