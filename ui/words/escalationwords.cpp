#include "ui/words/escalationwords.h"

#include "ui/widgets/painting.h"
#include "ui/words/contactwords.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct EscalationWords {
    Q_DECLARE_TR_FUNCTIONS(EscalationWords)
};

const QString dot = QStringLiteral(" · ");

bool isAnswer(const NextAction &action) { return action.kind == "reply" || action.kind == "answer_question"; }

QString firstOf(const QString &name)
{
    return harmless(name).section(QLatin1Char(' '), 0, 0);
}

RowPart clockPart(const EscalationItem &item, const TimeContext &time)
{
    const DueClock clock = dueClock(item, time.now);
    switch (clock.state) {
    case DueState::Late:
        return {QStringLiteral("stop"), -1, EscalationWords::tr("late by %1").arg(durationWord(-clock.left)), Color::Danger, true, true};
    case DueState::Soon:
        return {{}, clock.rest, EscalationWords::tr("due in %1").arg(durationWord(clock.left)), Color::Warning, true, true};
    case DueState::Running:
        return {{}, clock.rest, durationWord(clock.left), Color::Text, true, true};
    case DueState::Paused:
        return {QStringLiteral("pause"), -1, EscalationWords::tr("paused until %1").arg(comingWord(*item.snoozedUntil, time)), Color::Text3, false, true};
    case DueState::None:
        break;
    }
    const auto closed = item.resolvedAt ? item.resolvedAt : (item.status == EscalationStatus::Expired ? item.due : std::nullopt);
    return {{}, -1, closed ? momentWord(*closed, time) : QString(), Color::Text3, false, true};
}

/// As it is said, where the ear has no ring.
QString spokenClock(const EscalationItem &item, const TimeContext &time)
{
    const DueClock clock = dueClock(item, time.now);
    return clock.state == DueState::Running ? EscalationWords::tr("due in %1").arg(durationWord(clock.left)) : clockPart(item, time).text;
}

QString ownerLine(const EscalationItem &item, const TimeContext &time)
{
    switch (item.status.value()) {
    case EscalationStatus::Claimed: {
        const QString who = item.mine ? EscalationWords::tr("You") : firstOf(item.claimedName);
        if (item.ranOut && !item.mine)
            return EscalationWords::tr("%1 was answering").arg(who);
        return item.claimedAt ? EscalationWords::tr("%1 · since %2", "who has it, since when").arg(who, momentWord(*item.claimedAt, time)) : who;
    }
    case EscalationStatus::Resolved:
        return item.claimedName.isEmpty() ? EscalationWords::tr("Resolved") : EscalationWords::tr("Resolved, %1 had it").arg(item.mine ? EscalationWords::tr("you") : firstOf(item.claimedName));
    case EscalationStatus::Expired:
        return EscalationWords::tr("Nobody took it");
    case EscalationStatus::Pending:
    case EscalationStatus::Unknown:
        break;
    }
    if (item.assignedToMe)
        return EscalationWords::tr("Given to you, not taken yet");
    if (!item.assignedName.isEmpty())
        return EscalationWords::tr("Given to %1, not taken yet").arg(firstOf(item.assignedName));
    if (!item.toldName.isEmpty() && item.toldAt)
        return EscalationWords::tr("Told: %1, %2", "who was told of it, when").arg(item.toldMe ? EscalationWords::tr("you") : firstOf(item.toldName), momentWord(*item.toldAt, time));
    return EscalationWords::tr("Waiting %1").arg(durationWord(time.now - item.waitingSince.value_or(item.createdAt)));
}

QString shortOwner(const EscalationItem &item, const TimeContext &time)
{
    if (item.status == EscalationStatus::Claimed && item.ranOut && !item.mine)
        return EscalationWords::tr("nobody now", "a claim that ran out, where there is little room");
    if (item.status == EscalationStatus::Claimed)
        return item.mine ? EscalationWords::tr("You") : firstOf(item.claimedName);
    return item.status == EscalationStatus::Pending ? durationWord(time.now - item.waitingSince.value_or(item.createdAt)) : QString();
}

QString escalationPendingWord(PendingKind pending)
{
    switch (pending) {
    case PendingKind::Unsent:
        return EscalationWords::tr("not sent yet");
    case PendingKind::NeedsReview:
    case PendingKind::MayHaveArrived:
    case PendingKind::Refused:
        return EscalationWords::tr("look in the outbox");
    case PendingKind::None:
        break;
    }
    return {};
}

QString degreeWord(const EscalationItem &item)
{
    const QString word = temperatureSign(item.temperature).word;
    return item.score ? word + QLatin1Char(' ') + QString::number(*item.score) : word;
}

QString creatorWord(const Actor &actor)
{
    switch (actor.kind.value()) {
    case ActorKind::Assistant:
        return EscalationWords::tr("by the assistant");
    case ActorKind::User:
        return EscalationWords::tr("by %1").arg(isolated(harmless(fromUtf8(actor.name))));
    default:
        return {};
    }
}

QString howWord(const std::string &how)
{
    if (how == "console")
        return EscalationWords::tr("in Foredeck");
    return how == "sms" ? EscalationWords::tr("by SMS") : wordsOfKey(fromUtf8(how)).toLower();
}

// A text that was refused told nobody, whatever was meant.
bool hasFailed(const LadderStep &step) { return step.delivery && step.delivery->state == DeliveryState::Failed; }

QString ladderWords(const LadderStep &step)
{
    const QString who = step.who.name.empty() ? EscalationWords::tr("Somebody") : isolated(harmless(fromUtf8(step.who.name)));
    if (step.how == "no_console")
        return EscalationWords::tr("%1 has no Foredeck open and finds it there later").arg(who);
    if (step.how == "do_not_disturb")
        return EscalationWords::tr("%1 is not to be disturbed").arg(who);
    if (step.how == "nobody")
        return EscalationWords::tr("Nobody is there to be told");
    if (step.how == "quiet_hours")
        return EscalationWords::tr("The text message waits until the quiet hours are over");
    if (hasFailed(step)) {
        const QString reason = harmless(deliveryReasonWords(fromUtf8(step.delivery->reason)));
        return reason.isEmpty() ? EscalationWords::tr("%1 could not be told %2", "who, by what").arg(who, howWord(step.how))
                                : EscalationWords::tr("%1 could not be told %2: %3", "who, by what, why").arg(who, howWord(step.how), reason);
    }
    return EscalationWords::tr("Told %2: %1", "who was told of it, by what").arg(who, howWord(step.how));
}

int degreeOf(const std::string &mood)
{
    if (mood == "pleased")
        return 0;
    if (mood == "calm" || mood == "neutral")
        return 1;
    if (mood == "worried")
        return 2;
    return mood == "upset" || mood == "urgent" ? 3 : -1;
}

/// What the server puts before a part of a wish; empty: it is none of its labels.
QString wishLabel(const QString &label)
{
    if (label == QStringLiteral("request"))
        return EscalationWords::tr("request");
    if (label == QStringLiteral("when"))
        return EscalationWords::tr("when");
    if (label == QStringLiteral("budget"))
        return EscalationWords::tr("budget");
    if (label == QStringLiteral("place"))
        return EscalationWords::tr("place");
    if (label == QStringLiteral("decision"))
        return EscalationWords::tr("decision");
    if (label == QStringLiteral("urgency"))
        return EscalationWords::tr("urgency");
    return label == QStringLiteral("name") ? EscalationWords::tr("name") : QString();
}

/// The server names some records in English.
QString basisWords(const QString &basis)
{
    if (basis == QStringLiteral("lead.phone"))
        return EscalationWords::tr("The customer's phone number");
    // By its place in the conversation, which nobody sees.
    return basis.startsWith(QStringLiteral("message ")) ? EscalationWords::tr("The customer's last message") : basis;
}

} // namespace

QString wishWords(const QString &wish)
{
    QStringList parts = wish.split(QStringLiteral("; "));
    for (QString &part : parts) {
        const qsizetype end = part.indexOf(QStringLiteral(": "));
        if (const QString word = end < 0 ? QString() : wishLabel(part.left(end)); !word.isEmpty())
            part.replace(0, end, word);
    }
    return parts.join(QStringLiteral("; "));
}

QString handOverWords(const Open<EscalationReason> &reason, const QString &rule)
{
    const QString word = reasonSign(reason).word;
    const QString name = harmless(rule).trimmed();
    if (name.isEmpty())
        return word;
    const QString told = EscalationWords::tr("Rule: %1").arg(isolated(name));
    return reason == EscalationReason::Rule ? told : word + dot + told;
}

EscalationView escalationView(const EscalationItem &item, const RowContext &context)
{
    EscalationView view;
    view.name = personWord(item.name, item.lead);
    view.initials = item.naming == PersonNaming::Phone ? QStringLiteral("#") : initialsOf(view.name);
    view.channel = item.channel.value() == ChannelKind::Unknown && item.channel.text().empty() ? Sign {} : channelSign(item.channel);
    view.mark = context.manyTenants ? item.clientMark : QString();
    view.markSeed = context.markSeed ? context.markSeed(item.client) : 0;
    view.clock = clockPart(item, context.time);
    view.reason = reasonSign(item.reason);
    view.reason.word = handOverWords(item.reason, item.rule);
    view.ask = wishWords(harmless(item.ask));
    view.dashed = item.pending != PendingKind::None;
    const QString owner = ownerLine(item, context.time);
    view.ownerShort = shortOwner(item, context.time);
    view.owner = view.dashed ? owner + dot + escalationPendingWord(item.pending) : owner;
    QStringList words {view.name};
    for (const QString &one : {harmless(item.clientName), view.channel.word, spokenClock(item, context.time), view.reason.word, view.owner, degreeWord(item).toLower(), view.ask}) {
        if (!one.isEmpty())
            words << one;
    }
    view.accessible = words.join(QStringLiteral(", "));
    view.tip = item.due ? EscalationWords::tr("Due %1").arg(absoluteWord(*item.due, context.time)) : QString();
    return view;
}

QString escalationGroupWord(EscalationStatus group)
{
    return group == EscalationStatus::Pending ? EscalationWords::tr("Nobody yet") : EscalationWords::tr("Claimed");
}

QString escalationTabWord(EscalationTab tab)
{
    switch (tab) {
    case EscalationTab::Open:
        return EscalationWords::tr("Open", "hand-overs that are not settled");
    case EscalationTab::Pending:
        return EscalationWords::tr("Pending");
    case EscalationTab::Claimed:
        return EscalationWords::tr("Claimed");
    case EscalationTab::Resolved:
        return EscalationWords::tr("Resolved");
    case EscalationTab::Expired:
        break;
    }
    return EscalationWords::tr("Expired");
}

DueWords dueWords(const EscalationItem &item, const TimeContext &time)
{
    const DueClock clock = dueClock(item, time.now);
    DueWords words;
    words.shown = clock.state != DueState::None;
    words.rest = clock.rest;
    const RowPart part = clockPart(item, time);
    words.sign = {part.glyph, clock.state == DueState::Running ? EscalationWords::tr("due in %1").arg(durationWord(clock.left)) : part.text, part.color};
    if (item.due && clock.state == DueState::Late)
        words.below = EscalationWords::tr("was due %1").arg(momentWord(*item.due, time));
    else if (item.due && words.shown)
        words.below = EscalationWords::tr("due %1").arg(comingWord(*item.due, time));
    return words;
}

EscalationHead escalationHead(const EscalationRow &row, const EscalationItem &item, const TimeContext &time)
{
    EscalationHead head;
    head.name = personWord(item.name, item.lead);
    QStringList parts;
    const QString channel = item.channel.text().empty() ? QString() : channelSign(item.channel).word;
    for (const QString &one : {harmless(item.clientName), channel, languageWord(fromUtf8(row.language))}) {
        if (!one.isEmpty())
            parts << one;
    }
    head.subline = parts.join(dot);
    head.temperature = temperatureSign(item.temperature);
    head.temperature.word = degreeWord(item);
    head.reason = reasonSign(item.reason);
    head.reason.word = handOverWords(item.reason, item.rule);
    head.priority = EscalationWords::tr("Priority %1").arg(item.priority);
    const QString by = creatorWord(row.escalation.createdBy);
    const QString at = momentWord(item.createdAt, time);
    head.handed = by.isEmpty() ? EscalationWords::tr("handed over %1").arg(at) : EscalationWords::tr("handed over %1 %2", "when, by whom").arg(at, by);
    head.owner = ownerLine(item, time);
    if (const QString pending = escalationPendingWord(item.pending); !pending.isEmpty())
        head.owner += dot + pending;
    return head;
}

std::vector<TriedLine> triedLines(const Escalation &escalation, const TimeContext &time)
{
    std::vector<std::pair<Timestamp, TriedLine>> lines;
    for (const EscalationStep &step : escalation.brief.tried) {
        const bool person = step.by == ActorKind::User;
        const QString by = person ? EscalationWords::tr("a person") : EscalationWords::tr("the assistant");
        lines.push_back({step.at, {{}, person ? QStringLiteral("person") : QStringLiteral("assistant"), by, harmless(fromUtf8(step.text)), step.confidence}});
    }
    for (const LadderStep &step : escalation.ladder) {
        const bool isTold = !hasFailed(step) && step.how != "do_not_disturb" && step.how != "nobody" && step.how != "quiet_hours";
        lines.push_back({step.at, {{}, isTold ? QStringLiteral("bell") : QStringLiteral("bell-off"), {}, ladderWords(step), {}}});
    }
    if (escalation.acknowledgedAt) {
        const QString who = isolated(harmless(fromUtf8(escalation.acknowledgedBy.name)));
        lines.push_back({*escalation.acknowledgedAt, {{}, QStringLiteral("eye"), {}, EscalationWords::tr("%1 has seen it").arg(who), {}}});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<TriedLine> sorted;
    for (auto &[at, line] : lines) {
        line.time = at == Timestamp {} ? QString() : momentWord(at, time);
        sorted.push_back(std::move(line));
    }
    return sorted;
}

MoodWords moodWords(const EscalationBrief &brief, const TimeContext &time)
{
    constexpr std::size_t shown = 3;
    MoodWords words;
    if (brief.mood.empty())
        return words;
    for (std::size_t i = brief.mood.size() > shown ? brief.mood.size() - shown : 0; i < brief.mood.size(); ++i) {
        const MoodStep &step = brief.mood[i];
        const QString word = moodWord(harmless(fromUtf8(step.word)));
        words.points.push_back({degreeOf(step.word), step.at == Timestamp {} ? word : word.toLower() + QLatin1Char(' ') + momentWord(step.at, time)});
    }
    const int before = words.points.front().degree;
    const int now = words.points.back().degree;
    if (words.points.size() < 2 || before < 0 || now < 0) {
        words.word = moodWord(harmless(fromUtf8(brief.mood.back().word)));
        return words;
    }
    words.glyph = now > before ? QStringLiteral("arrow-down") : (now < before ? QStringLiteral("arrow-up") : QString());
    words.word = now > before ? EscalationWords::tr("Falling", "a mood") : (now < before ? EscalationWords::tr("Rising", "a mood") : EscalationWords::tr("Steady", "a mood"));
    return words;
}

std::vector<NextAction> nextActions(const Escalation &escalation, bool isAnswered)
{
    std::vector<NextAction> next = escalation.brief.actions;
    if (isAnswered)
        std::erase_if(next, isAnswer);
    return next;
}

bool isLeft(const NextAction &action, const EscalationRow &row)
{
    const bool isAnswered = row.channel.known() && !row.waitingSince;
    return !isAnswered || !isAnswer(action);
}

ActionWords actionWords(const NextAction &action, const QString &firstName, const QString &phone)
{
    const QString text = harmless(fromUtf8(action.text));
    const QString basis = basisWords(harmless(fromUtf8(action.basis)));
    if (action.kind == "call")
        return {EscalationWords::tr("Call %1").arg(isolated(phoneWord(text, phone))), basis, EscalationWords::tr("Call %1").arg(isolated(firstName)), QStringLiteral("phone")};
    const QString reply = EscalationWords::tr("Write a reply");
    if (action.kind == "reply")
        return {text.isEmpty() ? EscalationWords::tr("Answer %1").arg(isolated(firstName)) : EscalationWords::tr("Answer “%1”").arg(text), basis, reply, QStringLiteral("edit")};
    if (action.kind == "answer_question")
        return {EscalationWords::tr("This may be the answer: %1").arg(text), basis, reply, QStringLiteral("edit")};
    return {text.isEmpty() ? wordsOfKey(fromUtf8(action.kind)) : text, basis, {}, {}};
}

std::vector<StatWords> statWords(const std::optional<EscalationStats> &stats)
{
    const QString none = QStringLiteral("–");
    const auto duration = [&](const std::optional<std::int64_t> &ms) { return ms ? durationWord(std::chrono::milliseconds {*ms}) : none; };
    const EscalationStats known = stats.value_or(EscalationStats {});
    std::vector<StatWords> words;
    words.push_back({stats ? countWord(known.today) : none, EscalationWords::tr("today")});
    words.push_back({duration(known.claimMedianMs), EscalationWords::tr("median time to claim")});
    words.push_back({duration(known.resolveMedianMs), EscalationWords::tr("median time to resolve")});
    QString common = EscalationWords::tr("commonest reason");
    if (known.commonestReason && known.asCommon > 0)
        common = EscalationWords::tr("as common as %n other reason(s), %1 each", "", known.asCommon).arg(percentWord(known.commonestShare));
    else if (known.commonestReason)
        common = EscalationWords::tr("commonest reason, %1").arg(percentWord(known.commonestShare));
    words.push_back({known.commonestReason ? reasonSign(*known.commonestReason).word : none, common});
    words.push_back({known.total > 0 ? EscalationWords::tr("%1 of %2").arg(countWord(known.claimedLate), countWord(known.total)) : none, EscalationWords::tr("claimed late")});
    return words;
}

} // namespace foredeck::ui
