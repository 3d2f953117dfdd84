#include "models/items/escalationitem.h"

#include "models/items/rowline.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t askCharacters = 200;
constexpr std::size_t briefCharacters = 2000; ///< more than the record holds of a wish

void nameFrom(const EscalationRow &row, EscalationItem &item)
{
    const std::pair<PersonNaming, const std::string *> names[] {
        {PersonNaming::Name, &row.leadName}, {PersonNaming::Phone, &row.leadPhone}, {PersonNaming::Email, &row.leadEmail}};
    for (const auto &[naming, text] : names) {
        if (text->empty())
            continue;
        item.naming = naming;
        item.name = rowLine(*text);
        return;
    }
}

/// Whether `why` of its brief holds the customer's own words.
bool isOfWords(const Open<EscalationReason> &reason)
{
    switch (reason.value()) {
    case EscalationReason::Emergency:
    case EscalationReason::Legal:
    case EscalationReason::PaymentDispute:
    case EscalationReason::Sensitive:
    case EscalationReason::Complaint:
        return true;
    default:
        return false;
    }
}

/// Where the sentence begins that holds what stands at `at`.
qsizetype sentenceOf(const QString &text, qsizetype at)
{
    for (qsizetype i = at - 1; i > 0; --i) {
        if (text[i].isSpace() && QStringLiteral(".!?…").contains(text[i - 1]))
            return i + 1;
    }
    return 0;
}

QString nameOfActor(const Actor &actor) { return actor.kind == ActorKind::User ? rowLine(actor.name) : QString(); }

} // namespace

std::string askOf(const EscalationRow &row)
{
    const EscalationBrief &brief = row.escalation.brief;
    if (brief.wants.empty())
        return !brief.why.empty() ? brief.why : row.snippet;
    const QString why = rowLine(brief.why, askCharacters);
    if (why.isEmpty() || !isOfWords(row.escalation.reason))
        return brief.wants;
    const QString wants = rowLine(brief.wants, briefCharacters);
    const QString dots = QStringLiteral("… ");
    if (const qsizetype at = wants.indexOf(why, 0, Qt::CaseInsensitive); at >= 0) {
        const qsizetype begin = sentenceOf(wants, at);
        return begin == 0 ? brief.wants : (dots + wants.mid(begin)).toStdString();
    }
    // The record ends before it.
    return wants.endsWith(QChar(0x2026)) ? (why + QLatin1Char(' ') + dots + wants).toStdString() : brief.wants;
}

EscalationItem escalationItem(const EscalationRow &row, const User &me)
{
    const Escalation &e = row.escalation;
    EscalationItem item;
    item.key = row.key;
    item.id = e.id;
    item.client = e.client;
    item.conversation = e.conversation;
    item.lead = e.lead;
    item.clientName = rowLine(row.clientName);
    item.clientMark = rowLine(row.clientMark, 4);
    nameFrom(row, item);
    item.channel = row.channel;
    item.reason = e.reason;
    item.rule = e.rule ? rowLine(e.rule->name) : QString();
    item.priority = e.priority;
    item.status = e.status;
    item.ask = rowLine(askOf(row), askCharacters);
    item.createdAt = e.createdAt;
    item.due = e.due;
    item.claimedAt = e.claimedAt;
    item.resolvedAt = e.resolvedAt;
    item.waitingSince = row.waitingSince;
    item.snoozedUntil = row.snoozedUntil;
    item.claimedName = nameOfActor(e.claimedBy);
    item.mine = e.claimedBy.kind == ActorKind::User && !me.id.empty() && e.claimedBy.user == me.id;
    item.ranOut = hasRunOut(row.owner, row.claim);
    item.assignedName = nameOfActor(e.assignedTo);
    item.assignedToMe = !me.id.empty() && e.assignedTo.user == me.id;
    // A step may have told nobody, and a text that was refused has not.
    const auto told = std::find_if(e.ladder.rbegin(), e.ladder.rend(), [](const LadderStep &step) {
        const bool refused = step.delivery && step.delivery->state == DeliveryState::Failed;
        return step.how == "console" || (step.how == "sms" && !refused);
    });
    if (told != e.ladder.rend()) {
        item.toldName = nameOfActor(told->who);
        item.toldMe = told->who.kind == ActorKind::User && !me.id.empty() && told->who.user == me.id;
        item.toldAt = told->at;
    }
    item.temperature = row.temperature.value();
    item.score = row.score;
    item.pending = row.pending;
    return item;
}

Actor holderOf(const EscalationRow &row, const UserId &me)
{
    const Actor &claimed = row.escalation.claimedBy;
    if (row.escalation.status == EscalationStatus::Claimed)
        return claimed.user == me || hasRunOut(row.owner, row.claim) ? Actor() : claimed;
    const bool held = isOpen(row.escalation) && row.owner.kind == OwnerKind::User && row.claim.leaseUntil && row.owner.user != me;
    return held ? Actor {ActorKind::User, row.owner.user, row.owner.name} : Actor();
}

DueClock dueClock(const EscalationItem &item, Timestamp now, int warnAtPercent)
{
    const bool open = item.status == EscalationStatus::Pending || item.status == EscalationStatus::Claimed;
    if (open && item.snoozedUntil && *item.snoozedUntil > now)
        return {DueState::Paused, *item.snoozedUntil - now, 0};
    const bool answered = item.status == EscalationStatus::Claimed && !item.waitingSince;
    if (!open || !item.due || answered)
        return {};
    const auto left = *item.due - now;
    if (left < std::chrono::milliseconds {0})
        return {DueState::Late, left, 0};
    const auto whole = *item.due - item.createdAt;
    const double rest = whole.count() > 0 ? std::min(1.0, static_cast<double>(left.count()) / static_cast<double>(whole.count())) : 0;
    return {(1 - rest) * 100 >= warnAtPercent ? DueState::Soon : DueState::Running, left, rest};
}

} // namespace foredeck
