#include "server/services/conversation/conversationedit.h"

#include "server/services/access/access.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/escalation/escalationwriter.h"
#include "server/services/op/queues.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/escalationrepository.h"

namespace foredeck {

namespace {

std::optional<std::string> currentValue(const Conversation &row, const std::string &field)
{
    if (field == "owner")
        return ownerWord(row.owner);
    if (field == "status")
        return std::string {row.status.text()};
    return std::nullopt;
}

} // namespace

std::string ownerWord(const Owner &owner)
{
    return owner.kind == OwnerKind::User ? owner.user.value : std::string {owner.kind.text()};
}

EscalationMark markOf(const Escalation &e) { return {e.id, e.reason, e.status, e.priority, e.due}; }

Result<ConversationEdit> ConversationEdit::open(ActContext &act, const ConversationId &id)
{
    auto row = ConversationRepository::byId(act.tx, act.client, id);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    if (!row)
        return notFound("conversation");
    return ConversationEdit {act, std::move(*row)};
}

bool ConversationEdit::leaseRuns()
{
    if (m_row.claim.user.empty() || !m_row.claim.leaseUntil)
        return false;
    const auto until = ConversationRepository::leaseUntil(m_act->tx, m_act->client, m_row.id);
    return until && *until > m_act->now;
}

Result<void> ConversationEdit::expect(const Expectations &expected) const
{
    JsonWriter json;
    json.beginObject();
    json.key("current");
    json.beginObject();
    bool same = true;
    for (const auto &[field, value] : expected) {
        const auto current = currentValue(m_row, field);
        if (!current)
            return Error::invalid("expect." + field, "is no field to rest on");
        same = same && *current == value;
        json.key(field);
        json.string(*current);
    }
    json.endObject();
    json.endObject();
    return same ? Result<void> {} : conflict("the conversation has changed", json.text());
}

std::int64_t ConversationEdit::nextPosition() { return ConversationRepository::nextPosition(m_act->tx, m_row); }

void ConversationEdit::transition(
    TransitionField field, std::string from, std::string to, std::string toName, std::string reason, std::string detail)
{
    addTransition(*m_act, m_row, field, std::move(from), std::move(to), std::move(reason), std::move(detail), {}, std::move(toName));
}

void ConversationEdit::own(const Owner &owner, std::string reason)
{
    if (m_row.owner == owner)
        return;
    const auto from = ownerWord(m_row.owner);
    m_row.owner = owner;
    transition(TransitionField::Owner, from, ownerWord(owner), owner.name, std::move(reason));
}

void ConversationEdit::setStatus(ConversationStatus status, std::string reason, std::string detail)
{
    if (m_row.status == status)
        return;
    const std::string from {m_row.status.text()};
    m_row.status = status;
    if (status != ConversationStatus::Snoozed)
        m_row.snoozedUntil.reset();
    transition(TransitionField::Status, from, std::string {m_row.status.text()}, {}, std::move(reason), std::move(detail));
}

void ConversationEdit::dropClaim() { m_row.claim = Claim {{}, {}, m_row.claim.fence, std::nullopt}; }

std::optional<Escalation> ConversationEdit::openEscalation()
{
    return EscalationRepository::openOf(m_act->tx, m_act->client, m_row.id);
}

void ConversationEdit::putEscalation(Escalation escalation, bool isNew)
{
    saveEscalation(*m_act, escalation, isNew);
    m_row.escalation = isOpen(escalation) ? std::optional {markOf(escalation)} : std::nullopt;
}

void ConversationEdit::resolveEscalation(std::string note)
{
    auto open = openEscalation();
    if (!open)
        return;
    open->status = EscalationStatus::Resolved;
    open->resolvedAt = m_act->now;
    open->note = std::move(note);
    putEscalation(std::move(*open));
}

void ConversationEdit::cancelTurn(std::string_view reason)
{
    JobRepository::cancel(m_act->tx, m_act->client, queues::assistantTurn, m_row.id.value, reason, m_act->now);
}

Result<Conversation> ConversationEdit::save(std::string_view kind)
{
    if (!m_keepsPlace)
        m_row.lastAt = m_act->now;
    saveConversation(*m_act, m_row, kind);
    if (const auto ok = m_act->ok(); ok.hasError())
        return ok.error();
    return m_row;
}

Error ConversationEdit::conflict(std::string detail, std::string_view members) const
{
    Error error = Error::of(Error::Kind::Conflict, std::move(detail));
    error.extension = "{\"conversation\":" + encode(m_row);
    if (members.size() > 2)
        error.extension += "," + std::string {members.substr(1, members.size() - 2)};
    error.extension += "}";
    return error;
}

Error ConversationEdit::heldBy() const
{
    const bool person = !m_row.claim.user.empty();
    const Owner holder = person ? Owner {OwnerKind::User, m_row.claim.user, m_row.claim.name} : m_row.owner;
    const std::string name = person ? m_row.claim.name : std::string {holder.kind.text()};
    return conflict("it is held by " + name, "{\"holder\":" + encode(holder) + ",\"fence\":" + std::to_string(m_row.claim.fence) + "}");
}

} // namespace foredeck
