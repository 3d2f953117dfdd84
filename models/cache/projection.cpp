#include "models/cache/projection.h"

#include "models/cache/outboxrules.h"
#include "models/cache/rowid.h"
#include "models/cache/setback.h"
#include "models/core/text.h"
#include "models/domain/labels.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t snippetCharacters = 160;

class Projector {
public:
    Projector(EffectiveConversation base, const Self &self) : m_effective(std::move(base)), m_self(self) { }

    void act(const Op &op)
    {
        note(op);
        if (m_holding.holds(op) || !isEchoed(op.state.value()))
            return;
        JsonDocument document;
        const auto parsed = document.parse(op.body.empty() ? std::string_view {"{}"} : std::string_view {op.body});
        if (!parsed.hasValue())
            return;
        apply(op, parsed.value());
        m_moved = m_moved || moves(op.kind.value());
    }

    EffectiveConversation take() { return std::move(m_effective); }

private:
    void note(const Op &op)
    {
        if (isQuiet(op.kind.value()))
            return;
        PendingKind kind = PendingKind::None;
        const bool wantsLook = op.state == OpState::Refused || op.state == OpState::NeedsReview;
        if (wantsLook && doubtOf(op) != Doubt::None)
            kind = PendingKind::MayHaveArrived;
        else if (op.state == OpState::Refused)
            kind = PendingKind::Refused;
        else if (op.state == OpState::NeedsReview)
            kind = PendingKind::NeedsReview;
        else if (isEchoed(op.state.value()) && op.state != OpState::Acked)
            kind = PendingKind::Unsent;
        m_effective.pending = std::max(m_effective.pending, kind);
        if (kind >= PendingKind::NeedsReview && op.kind == OpKind::Reply)
            m_effective.unsent = singleLine(textOf(op), snippetCharacters);
    }

    static bool moves(OpKind kind)
    {
        switch (kind) {
        case OpKind::Claim:
        case OpKind::TakeOver:
        case OpKind::Release:
        case OpKind::End:
        case OpKind::Reopen:
        case OpKind::Snooze:
        case OpKind::Wake:
        case OpKind::Assign:
            return true;
        default:
            return false;
        }
    }

    void apply(const Op &op, JsonValue body)
    {
        Conversation &c = conversation();
        switch (op.kind.value()) {
        case OpKind::Reply:
            reply(op, body);
            break;
        case OpKind::Note:
            c.lastAt = std::max(c.lastAt, op.createdAt);
            break;
        case OpKind::Claim:
        case OpKind::TakeOver:
            take(op);
            break;
        case OpKind::Release:
            release(body);
            break;
        case OpKind::End:
            end(op);
            break;
        case OpKind::Reopen:
            reopen();
            break;
        case OpKind::Snooze:
            snooze(body);
            break;
        case OpKind::Wake:
            wake(body);
            break;
        case OpKind::Escalate:
            escalate(op, body);
            break;
        case OpKind::Labels:
            c.labels = relabelled(std::move(c.labels), listOf(body["add"]), listOf(body["remove"]));
            break;
        case OpKind::Assign:
            give(body);
            break;
        case OpKind::Follow:
            if (body["on"].asBoolean().value_or(true))
                takePart(c.participants, op.user, m_self.name);
            else
                leave(c.participants, op.user);
            break;
        case OpKind::EscalationAssign:
            if (isOf(op))
                assign(body);
            break;
        case OpKind::EscalationRelease:
            if (isOf(op))
                giveUp();
            break;
        case OpKind::EscalationReturn:
            if (isOf(op))
                toAssistant();
            break;
        case OpKind::EscalationResolve:
            if (isOf(op))
                resolve(op, body);
            break;
        case OpKind::TaskCreate:
        case OpKind::TaskUpdate:
        case OpKind::TaskDone:
        case OpKind::TaskDrop:
            c.lastAt = std::max(c.lastAt, op.createdAt);
            task(op, body);
            break;
        case OpKind::Read:
            m_effective.readPosition = std::max(m_effective.readPosition, body["position"].asInteger().value_or(0));
            break;
        default:
            break;
        }
    }

    static std::vector<std::string> listOf(JsonValue labels)
    {
        std::vector<std::string> list;
        labels.eachElement([&](JsonValue label) {
            list.emplace_back(label.asString().value_or(std::string_view {}));
            return true;
        });
        return list;
    }

    void reply(const Op &op, JsonValue body)
    {
        Conversation &c = conversation();
        c.lastAt = std::max(c.lastAt, op.createdAt);
        c.waitingSince.reset();
        c.sla.reset();
        LastMessage &last = c.lastMessage;
        last = {};
        last.id = MessageId {op.id.value};
        last.role = MessageRole::Staff;
        last.author = m_self.name;
        last.text = singleLine(body["text"].asString().value_or(std::string_view {}), snippetCharacters);
        last.delivery = DeliveryState::Queued;
        last.at = op.createdAt;
    }

    void take(const Op &op)
    {
        Conversation &c = conversation();
        c.owner = {OwnerKind::User, op.user, m_self.name};
        // Since when, and for how long, only the server says; until then no claim of theirs has run out. One's own is claimed where
        // it has lapsed, though only the wire may have told that.
        if (op.kind == OpKind::Claim || c.claim.user != op.user || !c.claim.leaseUntil)
            c.claim = {{}, {}, c.claim.fence, {}};
        if (c.status == ConversationStatus::WaitingHuman)
            setStatus(ConversationStatus::Active);
        if (c.escalation)
            c.escalation->status = EscalationStatus::Claimed;
    }

    void release(JsonValue body)
    {
        if (body["to"].asString() == std::string_view {"assistant"})
            toAssistant();
        else
            letGo();
    }

    void toAssistant()
    {
        Conversation &c = conversation();
        disown({OwnerKind::Assistant, {}, {}});
        c.escalation.reset();
        c.sla.reset(); // the assistant's turn, or the server says otherwise
        setStatus(ConversationStatus::Active);
    }

    void letGo()
    {
        Conversation &c = conversation();
        disown({OwnerKind::Nobody, {}, {}});
        setStatus(ConversationStatus::WaitingHuman);
        if (c.escalation)
            c.escalation->status = EscalationStatus::Pending;
    }

    void disown(Owner owner)
    {
        Conversation &c = conversation();
        c.owner = std::move(owner);
        c.endedAt.reset(); // what somebody is to answer has not ended
        c.claim.user = {};
        c.claim.name.clear();
        c.claim.leaseUntil.reset();
    }

    void resolve(const Op &op, JsonValue body)
    {
        Conversation &c = conversation();
        if (body["end"].asBoolean().value_or(false))
            return end(op);
        c.escalation.reset();
    }

    /// Who gives it away does not keep the conversation; to whom it is given already changes nothing.
    void assign(JsonValue body)
    {
        Conversation &c = conversation();
        const bool owned = c.owner.kind == OwnerKind::User;
        if (owned && c.owner.user.value == body["user_id"].asString().value_or(std::string_view {}))
            return;
        if (owned)
            giveUp();
        else if (c.escalation)
            c.escalation->status = EscalationStatus::Pending;
    }

    /// To a person or to nobody. With an open hand-over it is given as that is: nobody's until they take it.
    void give(JsonValue body)
    {
        Conversation &c = conversation();
        const std::string to {body["user_id"].asString().value_or(std::string_view {})};
        if (c.status == ConversationStatus::Ended)
            return;
        if (to.empty())
            return giveUp();
        if (!c.escalation)
            return disown({OwnerKind::User, UserId {to}, std::string {body["name"].asString().value_or(std::string_view {})}});
        if (c.owner.kind == OwnerKind::Assistant)
            giveUp();
        assign(body);
    }

    /// What has ended or was put away stays so.
    void giveUp()
    {
        Conversation &c = conversation();
        if (c.status != ConversationStatus::Ended && c.status != ConversationStatus::Snoozed)
            return letGo();
        const auto ended = c.endedAt;
        disown({OwnerKind::Nobody, {}, {}});
        c.endedAt = ended;
        if (c.escalation)
            c.escalation->status = EscalationStatus::Pending;
    }

    /// Of the hand-over that is open. Where none is, of one that an act before it in the series has settled; what somebody
    /// else has settled is not changed by an act that rests on it.
    bool isOf(const Op &op) const
    {
        const auto &mark = m_effective.conversation.escalation;
        return mark ? mark->id.value == op.target : m_moved;
    }

    void end(const Op &op)
    {
        Conversation &c = conversation();
        setStatus(ConversationStatus::Ended);
        c.endedAt = op.createdAt;
        c.waitingSince.reset();
        c.sla.reset();
        c.escalation.reset();
        c.claim.leaseUntil.reset();
    }

    void reopen()
    {
        Conversation &c = conversation();
        const bool person = c.owner.kind == OwnerKind::User;
        setStatus(person ? ConversationStatus::Active : ConversationStatus::WaitingHuman);
        c.endedAt.reset();
        if (!person)
            c.owner = {OwnerKind::Nobody, {}, {}};
    }

    void snooze(JsonValue body)
    {
        Conversation &c = conversation();
        const auto until = fromRfc3339(body["until"].asString().value_or(std::string_view {}));
        if (!until || c.status == ConversationStatus::Ended)
            return;
        c.status = ConversationStatus::Snoozed;
        c.snoozedUntil = until;
    }

    void wake(JsonValue body)
    {
        Conversation &c = conversation();
        if (c.status != ConversationStatus::Snoozed)
            return;
        if (const auto before = valueOf<ConversationStatus>(body["status"].asString().value_or(std::string_view {})); before != ConversationStatus::Unknown)
            return setStatus(before); // taken back
        setStatus(ConversationStatus::WaitingHuman);
        if (c.owner.kind != OwnerKind::User)
            c.owner = {OwnerKind::Nobody, {}, {}};
    }

    void escalate(const Op &op, JsonValue body)
    {
        Conversation &c = conversation();
        setStatus(ConversationStatus::WaitingHuman);
        disown({OwnerKind::Nobody, {}, {}});
        EscalationMark mark;
        mark.id = EscalationId {op.id.value};
        mark.reason = Open<EscalationReason>::fromText(body["reason"].asString().value_or(std::string_view {}));
        mark.status = EscalationStatus::Pending;
        mark.priority = static_cast<int>(std::clamp<std::int64_t>(body["priority"].asInteger().value_or(2), 1, 3));
        c.escalation = mark;
    }

    /// The mark is of the open one that is due first; which one is after it, the server tells.
    void task(const Op &op, JsonValue body)
    {
        auto &mark = conversation().task;
        const auto due = fromRfc3339(body["due"].asString().value_or(std::string_view {}));
        if (op.kind == OpKind::TaskCreate) {
            const bool known = mark && mark->id.value == op.id.value;
            if (due && !known && (!mark || *due < mark->due)) {
                mark = TaskMark {TaskId {op.id.value}, Open<TaskKind>::fromText(body["kind"].asString().value_or(std::string_view {})),
                    UserId {std::string {body["owner_id"].asString().value_or(std::string_view {})}}, *due, false};
            }
            return;
        }
        if (!mark || mark->id.value != op.target)
            return;
        if (op.kind != OpKind::TaskUpdate) {
            mark.reset();
            return;
        }
        if (due && *due != mark->due) {
            mark->due = *due;
            mark->isDue = false;
        }
        if (body["owner_id"].exists())
            mark->owner = UserId {std::string {body["owner_id"].asString().value_or(std::string_view {})}};
    }

    /// Whatever else becomes of it, it is not put away any more.
    void setStatus(ConversationStatus status)
    {
        conversation().status = status;
        conversation().snoozedUntil.reset();
    }

    Conversation &conversation() { return m_effective.conversation; }

    EffectiveConversation m_effective;
    const Self &m_self;
    HoldingBack m_holding;
    bool m_moved = false; ///< by an act of this series: who has it, or whether it is open
};

} // namespace

EffectiveConversation project(const EffectiveConversation &base, const std::vector<Op> &acts, const Self &self)
{
    Projector projector {base, self};
    for (const Op &op : acts)
        projector.act(op);
    return projector.take();
}

std::optional<Timestamp> dueOf(const Conversation &c)
{
    const auto taken = c.escalation ? c.escalation->due : std::nullopt;
    const auto answer = c.sla ? c.sla->due : std::nullopt;
    return taken && answer ? std::min(*taken, *answer) : taken ? taken : answer;
}

std::optional<Timestamp> dueFrom(const Conversation &c)
{
    const auto due = dueOf(c);
    if (!due)
        return std::nullopt;
    std::optional<Timestamp> from;
    if (c.escalation && c.escalation->due == due) {
        from = timeOfUuid(c.escalation->id.value);
    } else if (const SlaMark &mark = *c.sla; mark.warnAt) {
        auto fifth = *due - *mark.warnAt; // it is warned of when four of five have been used
        if (mark.pausedFrom && mark.pausedUntil && *mark.pausedFrom >= *mark.warnAt)
            fifth -= std::min(*mark.pausedUntil, *due) - *mark.pausedFrom;
        from = *due - 5 * fifth;
    }
    return from && *from >= c.createdAt && *from < *due ? from : std::nullopt; // no clock is older than its conversation
}

std::int64_t rankOf(const Conversation &c)
{
    constexpr std::int64_t whoWaits = std::int64_t {1} << 53; // above every time of a last message
    const bool rests = c.status == ConversationStatus::Ended || c.status == ConversationStatus::Snoozed;
    const bool answered = c.owner.kind == OwnerKind::User && !c.waitingSince; // the clock of an item stands then too
    auto due = rests || answered ? std::nullopt : dueOf(c);
    if (c.task && c.task->isDue)
        due = due ? std::min(*due, c.task->due) : c.task->due;
    return due ? whoWaits - toMs(*due) : toMs(c.lastAt);
}

unsigned viewsOf(const Conversation &c, const UserId &self, std::int64_t readPosition)
{
    // What is to be done is, wherever the conversation was put; so is what one was asked to look at.
    unsigned views = viewBit(View::All);
    if (c.task && c.task->isDue)
        views |= viewBit(View::Due);
    if (mentionOf(c.participants, self) > readPosition)
        views |= viewBit(View::Mentions);
    if (newsOf(c.participants, self) > readPosition)
        views |= viewBit(View::News);
    if (c.status == ConversationStatus::Ended)
        return views | viewBit(View::Ended);
    // What was put away is out of the way until it comes back.
    const bool snoozed = c.status == ConversationStatus::Snoozed;
    if (snoozed)
        views |= viewBit(View::Snoozed);
    if (!snoozed && c.owner.kind == OwnerKind::User && !self.empty() && c.owner.user == self)
        views |= viewBit(View::Mine);
    if (!snoozed && c.owner.kind == OwnerKind::Nobody)
        views |= viewBit(View::Unassigned);
    if (awaitsPerson(c))
        views |= viewBit(View::Waiting);
    if (c.escalation && (c.escalation->status == EscalationStatus::Pending || c.escalation->status == EscalationStatus::Claimed))
        views |= viewBit(View::Escalated);
    return views;
}

} // namespace foredeck
