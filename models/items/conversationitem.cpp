#include "models/items/conversationitem.h"

#include "models/domain/wayback.h"
#include "models/items/rowline.h"

namespace foredeck {

namespace {

constexpr std::size_t snippetCharacters = 160;

void nameFrom(const ConversationRow &row, ConversationItem &item)
{
    item.name = rowLine(row.leadName); // empty when nothing of it can be seen
    if (!item.name.isEmpty()) {
        item.naming = PersonNaming::Name;
    } else if (!row.leadPhone.empty()) {
        item.naming = PersonNaming::Phone;
        item.name = rowLine(row.leadPhone);
    } else if (!row.leadEmail.empty()) {
        item.naming = PersonNaming::Email;
        item.name = rowLine(row.leadEmail);
    }
}

void snippetFrom(const ConversationRow &row, const User &me, ConversationItem &item)
{
    if (!row.draft.empty()) {
        const bool isLost = row.pending == PendingKind::MayHaveArrived;
        item.prefix = isLost ? SnippetPrefix::MayHaveArrived : row.pending >= PendingKind::NeedsReview ? SnippetPrefix::NotSent : SnippetPrefix::Draft;
        item.snippet = rowLine(row.draft, snippetCharacters);
        return;
    }
    const bool theirs = !row.customerWords.empty();
    item.snippet = rowLine(theirs ? row.customerWords : row.last.text, snippetCharacters);
    if (theirs)
        return;
    if (row.last.role == MessageRole::Ai) {
        item.prefix = SnippetPrefix::Assistant;
    } else if (row.last.role == MessageRole::Staff) {
        item.prefix = row.last.author == me.name ? SnippetPrefix::You : SnippetPrefix::Staff;
        item.prefixName = rowLine(row.last.author);
    }
}

StateWord stateOf(const ConversationRow &row, bool typing, bool assistantOn)
{
    // Where nothing can be sent back, no answer has failed: there is none.
    const bool leadsBack = hasWayBack(row.channel.value());
    if (row.last.delivery == DeliveryState::Failed && leadsBack)
        return StateWord::Failed;
    if (row.status == ConversationStatus::Ended)
        return StateWord::Ended;
    if (typing)
        return StateWord::Typing;
    if (row.status == ConversationStatus::Snoozed)
        return StateWord::Snoozed;
    if (row.leadStatus == LeadStatus::AppointmentBooked)
        return StateWord::Booked;
    if (awaitsPerson(row.status, row.owner.kind.value(), row.waitingSince.has_value()))
        return StateWord::WaitingForPerson;
    // Who has opted out is not answered any more, whoever owns the conversation.
    const DecisionAction action = row.decision ? Open<DecisionAction>::fromText(row.decision->action).value() : DecisionAction::Unknown;
    if (row.owner.kind == OwnerKind::Assistant && action == DecisionAction::OptedOut)
        return StateWord::OptedOut;
    const bool ours = row.last.role == MessageRole::Staff || row.last.role == MessageRole::Ai;
    if (!leadsBack && (row.last.role == MessageRole::Staff || row.last.delivery == DeliveryState::Failed))
        return StateWord::NoWayBack;
    if (row.owner.kind == OwnerKind::User && ours)
        return StateWord::WaitingForCustomer;
    if (row.owner.kind == OwnerKind::Assistant && !assistantOn)
        return StateWord::Paused;
    if (row.owner.kind == OwnerKind::Assistant && action == DecisionAction::Silent && !ours)
        return StateWord::Silent;
    return ours ? StateWord::Answered : StateWord::None;
}

} // namespace

ConversationItem conversationItem(const ConversationRow &row, const User &me, bool typing, bool assistantOn)
{
    ConversationItem item;
    item.key = row.key;
    item.id = row.id;
    item.client = row.client;
    item.lead = row.lead;
    item.clientName = rowLine(row.clientName);
    item.clientMark = rowLine(row.clientMark, 4);
    nameFrom(row, item);
    item.channel = row.channel;
    snippetFrom(row, me, item);
    item.unread = row.unread;
    item.status = row.status;
    item.owner = row.owner.kind.value();
    item.ownerName = rowLine(row.owner.name);
    item.ownerUser = row.owner.user;
    item.ranOut = hasRunOut(row.owner, row.claim);
    item.mine = row.owner.kind == OwnerKind::User && !me.id.empty() && row.owner.user == me.id;
    item.claimedByOther = row.owner.kind == OwnerKind::User && !item.mine;
    item.state = stateOf(row, typing, assistantOn);
    // Once a person answers and nobody waits for them, no reply is due.
    const bool answered = row.owner.kind == OwnerKind::User && !row.waitingSince;
    if (row.status == ConversationStatus::Snoozed)
        item.snoozedUntil = row.snoozedUntil;
    else if (row.status != ConversationStatus::Ended && !answered)
        item.clockDue = row.due;
    if (item.clockDue)
        item.clockFrom = row.dueFrom;
    item.task = row.task;
    item.escalationReason = row.escalationReason;
    item.escalated = row.escalated;
    item.escalationPriority = row.escalationPriority;
    item.temperature = row.temperature.value();
    item.score = row.score;
    item.pending = row.pending;
    item.at = row.lastAt;
    item.lastPublicPosition = row.lastPublicPosition;
    for (const std::string &label : row.labels)
        item.labels.append(rowLine(label));
    return item;
}

StateWord stateAt(const ConversationItem &item, Timestamp now, std::chrono::milliseconds soon)
{
    const StateWord clock = clockState(item, now, soon);
    return item.state != StateWord::Failed && (clock == StateWord::Late || clock == StateWord::DueSoon) ? clock : item.state;
}

StateWord clockState(const ConversationItem &item, Timestamp now, std::chrono::milliseconds soon)
{
    if (!item.clockDue)
        return StateWord::None;
    if (now > *item.clockDue)
        return StateWord::Late;
    const auto left = *item.clockDue - now;
    const bool isSoon = item.clockFrom ? left * 5 <= *item.clockDue - *item.clockFrom : left < soon;
    return isSoon ? StateWord::DueSoon : StateWord::WaitingForPerson;
}

bool tellsTask(const ConversationItem &item, StateWord state, Timestamp now)
{
    if (!item.task || state == StateWord::Failed)
        return false;
    if (item.task->due <= now)
        return true;
    const bool busy = state == StateWord::Late || state == StateWord::DueSoon || state == StateWord::Typing || state == StateWord::WaitingForPerson
        || state == StateWord::Snoozed || state == StateWord::Ended;
    return !busy && item.task->due <= now + taskAhead;
}

} // namespace foredeck
