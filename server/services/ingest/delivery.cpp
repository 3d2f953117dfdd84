#include "server/services/ingest/delivery.h"

#include "server/services/assistant/waiting.h"
#include "server/services/conversation/answers.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/conversation/handover.h"
#include "server/services/ingest/arrival.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/transitionrepository.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace foredeck {

namespace {

constexpr int newestMessages = 100;
constexpr int newestChanges = 50;

// Who has gone answers nobody. Snoozed was meant to wait.
void freeFromWhoIsGone(ConversationEdit &edit)
{
    if (edit.row().status != ConversationStatus::Snoozed)
        freeFromAbsent(edit);
}

// What the assistant said has not arrived: the customer waits, for whoever has the conversation or, where nobody has, for
// somebody.
void handToPeople(ActContext &act, const Message &message)
{
    auto edit = ConversationEdit::open(act, message.conversation);
    if (edit.hasError())
        return;
    auto &e = edit.value();
    if (e.row().lastMessage.id == message.id)
        e.row().lastMessage.delivery = message.delivery.state;
    e.row().waitingSince = e.row().waitingSince.value_or(message.at);
    handOver(act, e, EscalationReason::AiFailure, message.delivery.reason);
    freeFromWhoIsGone(e);
    callPeople(act, e, "unheard_why");
    static_cast<void>(e.save().hasError()); // sticks to the transaction
}

// Somebody has said something behind this position that may have arrived.
bool isAnsweredBehind(Tx &tx, const Message &message)
{
    const auto later = MessageRepository::after(tx, message.client, message.conversation, message.position, newestMessages);
    return std::any_of(later.begin(), later.end(), [&](const Message &m) {
        return !isLost(m) && (m.role == MessageRole::Staff || isAnswer(tx, m));
    });
}

// The assistant's words that somebody waits for; while it has the conversation nobody else could have said them.
bool leavesSomebodyWaiting(Tx &tx, const Message &message, const Conversation &row)
{
    if (message.delivery.state != DeliveryState::Failed || row.status == ConversationStatus::Ended || !(isAnswer(tx, message) || isTextBack(message)))
        return false;
    return row.owner.kind == OwnerKind::Assistant || !isAnsweredBehind(tx, message);
}

// Where people settled last what nobody had answered, or the customer ended it; who undid that waits again.
std::int64_t settledAt(Tx &tx, const Message &message)
{
    bool isUndone = false;
    for (const auto &change : TransitionRepository::recent(tx, message.client, message.conversation, TransitionField::Response, newestChanges)) {
        if (change.to == nameOf(ResponseState::Settled) && change.actor.kind != ActorKind::Assistant && !std::exchange(isUndone, false))
            return change.position;
        if (change.from == nameOf(ResponseState::Settled) && change.actor.kind == ActorKind::User)
            isUndone = true;
    }
    return 0;
}

struct Thread {
    std::vector<Message> history; ///< by position
    std::vector<Decision> decisions;
};

// What has been said since then. Who called asks, too.
Thread threadOf(Tx &tx, const Message &message)
{
    Thread thread {MessageRepository::before(tx, message.client, message.conversation, std::numeric_limits<std::int64_t>::max(), newestMessages),
        DecisionRepository::latest(tx, message.client, message.conversation, newestMessages)};
    auto &history = thread.history;
    for (const auto &change : TransitionRepository::recent(tx, message.client, message.conversation, TransitionField::Lead, newestChanges)) {
        if (change.reason != missedCall)
            continue;
        Message call;
        call.role = MessageRole::Lead;
        call.position = change.position;
        history.push_back(std::move(call));
    }
    const auto settled = settledAt(tx, message);
    std::erase_if(history, [&](const Message &m) { return m.position < settled; });
    std::sort(history.begin(), history.end(), [](const Message &x, const Message &y) { return x.position < y.position; });
    std::erase_if(thread.decisions, [](const Decision &d) { return d.action == DecisionAction::Superseded; });
    return thread;
}

// How much of what was asked has no answer where this message stands so.
std::size_t countUnanswered(Thread &thread, const Message &message, DeliveryState state)
{
    for (auto &m : thread.history) {
        if (m.id == message.id)
            m.delivery.state = state;
    }
    return unansweredMessages(thread.history, thread.decisions).size();
}

// It failed, or was kept back from who has ended the messages elsewhere; who ended them here waits for nothing.
bool arrivesNowhere(Tx &tx, const Message &message)
{
    if (message.delivery.state == DeliveryState::Failed)
        return true;
    if (message.delivery.state != DeliveryState::Suppressed)
        return false;
    const auto consent = TransitionRepository::latest(tx, message.client, message.conversation, TransitionField::Consent);
    return !consent || consent->to != nameOf(ConsentState::OptedOut);
}

// Had it arrived, more of what was asked would have an answer.
bool leavesTheWaitUnanswered(Tx &tx, const Message &message)
{
    if (!arrivesNowhere(tx, message) || !(message.role == MessageRole::Staff || isAnswer(tx, message)))
        return false;
    auto thread = threadOf(tx, message);
    return countUnanswered(thread, message, DeliveryState::Delivered) < countUnanswered(thread, message, message.delivery.state.value());
}

// Resolved, or given back to the assistant, with the answer that has not arrived: nobody looks there any more, and the customer has
// none. What comes much later is told in the thread alone.
bool undoesTheEnd(Tx &tx, const Message &message, const Conversation &row, Timestamp now)
{
    const bool isEnded = row.status == ConversationStatus::Ended;
    const bool isLeft = isEnded || (row.owner.kind == OwnerKind::Assistant && row.status != ConversationStatus::Snoozed && !row.waitingSince);
    return isLeft && now - message.at <= conversationReuse && leavesTheWaitUnanswered(tx, message);
}

void openAgain(ActContext &act, Conversation row, const Message &message)
{
    const std::string reason {row.status == ConversationStatus::Ended ? "reopened" : nameOf(EscalationReason::Rule)};
    auto edit = ConversationEdit::of(act, std::move(row));
    auto &open = edit.row();
    if (open.lastMessage.id == message.id)
        open.lastMessage.delivery = message.delivery.state;
    open.endedAt.reset();
    open.waitingSince = act.now;
    edit.own({OwnerKind::Nobody, {}, {}}, reason);
    edit.setStatus(ConversationStatus::WaitingHuman, reason);
    callPeople(act, edit, "unheard_why");
    static_cast<void>(edit.save().hasError()); // sticks to the transaction
}

// A person's answer that does not arrive is none; it may arrive late after all.
bool changesTheWait(Tx &tx, const Message &message, DeliveryState before, Conversation &row, Timestamp now)
{
    const auto state = message.delivery.state.value();
    const bool comesBack = row.status == ConversationStatus::Snoozed; // to people, and to be told of where somebody waits
    if ((row.owner.kind == OwnerKind::Assistant && !comesBack) || row.status == ConversationStatus::Ended)
        return false;
    if (leavesTheWaitUnanswered(tx, message)) {
        row.waitingSince = row.waitingSince.value_or(now);
        return true;
    }
    const bool arrived = state == DeliveryState::Delivered || state == DeliveryState::Read;
    if (!arrived || before != DeliveryState::Failed || message.role != MessageRole::Staff || !row.waitingSince)
        return false;
    auto thread = threadOf(tx, message);
    if (countUnanswered(thread, message, state) > 0 || countUnanswered(thread, message, before) == 0)
        return false; // somebody waits for something else
    row.waitingSince.reset();
    return true;
}

} // namespace

int rankOf(DeliveryState state) noexcept
{
    switch (state) {
    case DeliveryState::Unknown: case DeliveryState::None: case DeliveryState::Queued: case DeliveryState::Held:
        return 0;
    case DeliveryState::Sent:
        return 1;
    case DeliveryState::Failed: case DeliveryState::Suppressed:
        return 2;
    case DeliveryState::Delivered:
        return 3;
    case DeliveryState::Read:
        return 4;
    }
    return 0;
}

DeliveryState deliveryStateOf(std::string_view word) noexcept
{
    using D = DeliveryState;
    struct Known {
        std::string_view word;
        D state;
    };
    static constexpr std::array known {Known {"sent", D::Sent}, Known {"delivered", D::Delivered}, Known {"read", D::Read}, Known {"failed", D::Failed},
        Known {"undelivered", D::Failed}, Known {"canceled", D::Failed}, Known {"partially_delivered", D::Delivered}};
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.word == word; });
    return found == known.end() ? D::Unknown : found->state;
}

Delivery stillInDoubt(Delivery told, const Delivery &before)
{
    if (!before.outcomeUnknown)
        return told;
    told.outcomeUnknown = true;
    if (told.reason.empty())
        told.reason = before.reason;
    return told;
}

void applyDelivery(ActContext &act, Message message, Delivery delivery, bool force)
{
    if (!force && rankOf(delivery.state.value()) <= rankOf(message.delivery.state.value()))
        return;
    const auto before = message.delivery.state.value();
    const bool wasLost = isLost(message);
    message.delivery = stillInDoubt(std::move(delivery), message.delivery);
    MessageRepository::update(act.tx, message);
    act.tell("message.updated", message);
    auto conversation = ConversationRepository::byId(act.tx, act.client, message.conversation);
    if (!conversation)
        return;
    if (leavesSomebodyWaiting(act.tx, message, *conversation))
        return handToPeople(act, message);
    if (undoesTheEnd(act.tx, message, *conversation, act.now))
        return openAgain(act, std::move(*conversation), message);
    const bool isLast = conversation->lastMessage.id == message.id;
    if (isLast)
        conversation->lastMessage.delivery = message.delivery.state;
    if (changesTheWait(act.tx, message, before, *conversation, act.now)) {
        auto edit = ConversationEdit::of(act, std::move(*conversation));
        if (edit.row().waitingSince)
            freeFromWhoIsGone(edit);
        callPeople(act, edit, "unheard_why");
        return saveConversation(act, edit.row());
    }
    if (isLost(message) != wasLost)
        return saveConversation(act, *conversation); // what of theirs is unanswered is told in its summary
    if (!isLast)
        return;
    ConversationRepository::update(act.tx, *conversation);
    act.tell("conversation.updated", *conversation);
}

} // namespace foredeck
