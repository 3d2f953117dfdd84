#include "ui/words/rowwords.h"

#include "ui/widgets/painting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdint>

namespace foredeck::ui {

namespace {

struct RowWords {
    Q_DECLARE_TR_FUNCTIONS(RowWords)
};

/// Five digits that stay the same wherever and whenever the lead is shown (FNV-1a of its id).
QString visitorNumber(const LeadId &lead)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : lead.value)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return QStringLiteral("%1").arg(hash % 100'000, 5, 10, QLatin1Char('0'));
}

/// How much of the clock's time is left; since the last word where it is not known since when it runs.
double restOf(const ConversationItem &item, Timestamp now)
{
    const Timestamp from = item.clockFrom.value_or(item.at);
    if (!item.clockDue || *item.clockDue <= from)
        return 0;
    return std::clamp(double((*item.clockDue - now).count()) / double((*item.clockDue - from).count()), 0.0, 1.0);
}

RowPart ownerPart(const ConversationItem &item)
{
    if (item.mine)
        return {QStringLiteral("person"), -1, RowWords::tr("You"), Color::Accent, true};
    if (item.owner == OwnerKind::User)
        return {QStringLiteral("person"), -1, harmless(item.ownerName), Color::Text2, true, false, true};
    if (item.owner == OwnerKind::Assistant)
        return {QStringLiteral("assistant"), -1, RowWords::tr("Assistant"), Color::Text2, true};
    return {{}, -1, RowWords::tr("no owner"), Color::Text3};
}

RowPart plain(const QString &text)
{
    return {{}, -1, text, Color::Text3};
}

RowPart clockPart(const ConversationItem &item, StateWord state, Timestamp now)
{
    const auto left = *item.clockDue - now;
    if (state == StateWord::Late)
        return {QStringLiteral("stop"), -1, RowWords::tr("late by %1").arg(durationWord(-left)), Color::Danger, true, true};
    if (state == StateWord::DueSoon)
        return {{}, restOf(item, now), RowWords::tr("reply in %1").arg(durationWord(left)), Color::Warning, true, true};
    return {{}, restOf(item, now), durationWord(left), Color::Text2, false, true};
}

// What is to be done, and how soon.
RowPart taskPart(const TaskMark &task, Timestamp now)
{
    const auto left = task.due - now;
    const QString time = durationWord(left < left.zero() ? -left : left);
    const bool late = task.due <= now;
    const double rest = late ? -1 : double(left.count()) / double(std::chrono::milliseconds {taskAhead}.count());
    const auto part = [&](const QString &words) { return RowPart {late ? QStringLiteral("stop") : QString(), rest, words, late ? Color::Danger : Color::Text2, late, true}; };
    if (task.kind == TaskKind::CallBack)
        return part(late ? RowWords::tr("call back, late by %1").arg(time) : RowWords::tr("call back in %1").arg(time));
    if (task.kind == TaskKind::Promise)
        return part(late ? RowWords::tr("promise, late by %1").arg(time) : RowWords::tr("promised in %1").arg(time));
    return part(late ? RowWords::tr("task, late by %1").arg(time) : RowWords::tr("task in %1").arg(time));
}

void addReason(const ConversationItem &item, std::vector<RowPart> &parts)
{
    if (!item.escalated)
        return;
    const Sign sign = reasonSign(item.escalationReason);
    if (!sign.word.isEmpty())
        parts.push_back({sign.glyph, -1, sign.word, sign.color, true, false, item.escalationReason == EscalationReason::Emergency});
}

std::vector<RowPart> stateLine(const ConversationItem &item, StateWord state, const TimeContext &time)
{
    const Timestamp now = time.now;
    const RowPart owner = ownerPart(item);
    std::vector<RowPart> parts;
    const bool emergency = item.escalated && item.escalationReason == EscalationReason::Emergency;
    const bool taken = item.claimedByOther && (state == StateWord::Failed || state == StateWord::Late || state == StateWord::WaitingForPerson);
    if (taken) // who has it in hand is known first, or two answer
        parts.push_back(owner);
    switch (state) {
    case StateWord::Failed:
        parts.push_back({QStringLiteral("alert"), -1, RowWords::tr("Not sent"), Color::Danger, true});
        break;
    case StateWord::Late:
        if (emergency) // which no delay makes less of
            addReason(item, parts);
        parts.push_back(clockPart(item, state, now));
        break;
    case StateWord::DueSoon:
        if (item.owner == OwnerKind::User)
            parts.push_back(owner);
        if (emergency)
            addReason(item, parts);
        parts.push_back(clockPart(item, state, now));
        return parts;
    case StateWord::Typing:
        return {item.typist.isEmpty() ? RowPart {QStringLiteral("assistant"), -1, RowWords::tr("Assistant typing…"), Color::Text2}
                                      : RowPart {QStringLiteral("person"), -1, RowWords::tr("%1 is typing…").arg(harmless(item.typist).section(QLatin1Char(' '), 0, 0)), Color::Text2}};
    case StateWord::Booked:
        return {{QStringLiteral("calendar"), -1, RowWords::tr("Booked"), Color::Text2, true}};
    case StateWord::Snoozed:
        return {{QStringLiteral("snooze"), -1, item.snoozedUntil ? RowWords::tr("Snoozed until %1").arg(comingWord(*item.snoozedUntil, time)) : RowWords::tr("Snoozed"), Color::Text2, true}, owner};
    case StateWord::WaitingForCustomer:
        return {owner, plain(RowWords::tr("waiting for customer"))};
    case StateWord::WaitingForPerson:
        addReason(item, parts);
        if (item.clockDue)
            parts.push_back(clockPart(item, state, now));
        if (parts.size() == (taken ? 1U : 0U))
            return {owner, plain(RowWords::tr("waiting for a reply"))};
        break;
    case StateWord::Paused:
        return {{QStringLiteral("pause"), -1, RowWords::tr("assistant paused"), Color::Text2}};
    case StateWord::OptedOut:
        return {{QStringLiteral("bell-off"), -1, RowWords::tr("Opted out"), Color::Text2, true}};
    case StateWord::Silent:
        return {{QStringLiteral("assistant"), -1, RowWords::tr("Assistant silent"), Color::Text2}};
    case StateWord::Answered:
        return {{QStringLiteral("assistant"), -1, RowWords::tr("Answered"), Color::Text2, true}};
    case StateWord::Ended:
        return {{QStringLiteral("resolve"), -1, RowWords::tr("Ended"), Color::Text3, true}};
    case StateWord::NoWayBack:
        parts.push_back({QStringLiteral("alert"), -1, RowWords::tr("No way back"), Color::Warning, true});
        break;
    case StateWord::None:
        return {owner};
    }
    if (!taken)
        parts.push_back(owner);
    return parts;
}

std::vector<RowPart> thirdLine(const ConversationItem &item, StateWord state, const TimeContext &time)
{
    if (!tellsTask(item, state, time.now))
        return stateLine(item, state, time);
    const bool waited = state == StateWord::Late || state == StateWord::DueSoon || state == StateWord::WaitingForPerson;
    if (!waited)
        return {taskPart(*item.task, time.now), ownerPart(item)};
    std::vector<RowPart> parts = stateLine(item, state, time); // who waits comes before what was promised
    parts.push_back(taskPart(*item.task, time.now));
    return parts;
}

void setPrefix(const ConversationItem &item, RowView &view)
{
    switch (item.prefix) {
    case SnippetPrefix::None:
        return;
    case SnippetPrefix::You:
        view.prefix = RowWords::tr("You:");
        return;
    case SnippetPrefix::Assistant:
        view.prefix = RowWords::tr("Assistant:");
        return;
    case SnippetPrefix::Staff:
        view.prefix = RowWords::tr("%1:").arg(harmless(item.prefixName).section(QLatin1Char(' '), 0, 0));
        return;
    case SnippetPrefix::Draft:
        view.prefix = RowWords::tr("Draft:");
        view.prefixColor = Color::Warning;
        return;
    case SnippetPrefix::MayHaveArrived:
        view.prefix = RowWords::tr("May have arrived:");
        view.prefixColor = Color::Warning;
        return;
    case SnippetPrefix::NotSent:
        view.prefix = RowWords::tr("Not sent:");
        view.prefixColor = Color::Danger;
        return;
    }
}

QString accessibleOwner(const ConversationItem &item)
{
    if (item.mine)
        return RowWords::tr("you are answering");
    if (item.owner == OwnerKind::User)
        return (item.ranOut ? RowWords::tr("%1 was answering") : RowWords::tr("%1 is answering")).arg(harmless(item.ownerName));
    if (item.state == StateWord::OptedOut)
        return RowWords::tr("opted out");
    if (item.state == StateWord::Silent)
        return RowWords::tr("the assistant is silent");
    if (item.owner == OwnerKind::Assistant)
        return RowWords::tr("the assistant is answering");
    return RowWords::tr("nobody is answering");
}

} // namespace

QString personWord(const QString &name, const LeadId &lead)
{
    const QString clean = harmless(name).trimmed();
    if (!clean.isEmpty())
        return clean;
    return lead.empty() ? RowWords::tr("Visitor") : RowWords::tr("Visitor %1", "who has told no name, with a number of their own").arg(visitorNumber(lead));
}

RowView rowView(const ConversationItem &item, const RowContext &context)
{
    RowView view;
    const StateWord state = stateAt(item, context.time.now);
    view.name = personWord(item.name, item.lead);
    view.initials = item.naming == PersonNaming::Phone ? QStringLiteral("#") : initialsOf(view.name);
    view.channel = channelSign(item.channel);
    view.mark = context.manyTenants ? item.clientMark : QString();
    view.markSeed = context.markSeed ? context.markSeed(item.client) : 0;
    view.unreadCount = item.unread;
    view.unread = item.unread > 0;
    view.time = momentWord(item.at, context.time);
    view.snippet = harmless(item.snippet);
    setPrefix(item, view);
    view.parts = thirdLine(item, state, context.time);
    const bool failed = state == StateWord::Failed;
    // In a compact row a failed answer leaves the clock its place: somebody still waits.
    const StateWord running = failed ? clockState(item, context.time.now) : state;
    const bool awaited = running == StateWord::Late || running == StateWord::DueSoon || running == StateWord::WaitingForPerson;
    if (item.clockDue && awaited) {
        view.clock = clockPart(item, running, context.time.now);
        const auto left = *item.clockDue - context.time.now;
        view.clock.text = durationWord(running == StateWord::Late ? -left : left);
    } else if (failed) {
        view.clock = {{}, -1, RowWords::tr("Not sent"), Color::Danger, true};
    }
    if (failed)
        view.reason = {QStringLiteral("alert"), RowWords::tr("Not sent"), Color::Danger};
    else if (item.escalated && awaited)
        view.reason = reasonSign(item.escalationReason);
    if (item.claimedByOther && view.prefix.isEmpty())
        view.holder = harmless(item.ownerName).section(QLatin1Char(' '), 0, 0);
    view.temperature = temperatureSign(item.temperature);
    const QString degree = item.score ? view.temperature.word + QLatin1Char(' ') + QString::number(*item.score) : view.temperature.word;
    view.temperature.word = item.score ? QString::number(*item.score) : QStringLiteral("–");

    QStringList words {view.name};
    if (!item.clientName.isEmpty())
        words << harmless(item.clientName);
    words << view.channel.word;
    if (item.unread > 0)
        words << RowWords::tr("unread %1").arg(item.unread > 99 ? QStringLiteral("99+") : QString::number(item.unread));
    for (const RowPart &part : view.parts) {
        if (part.ring >= 0 || part.color == Color::Danger || part.color == Color::Text3 || part.glyph == QStringLiteral("calendar") || part.glyph == QStringLiteral("alert") || part.glyph == QStringLiteral("snooze"))
            words << part.text;
    }
    if (failed && item.clockDue)
        words << clockPart(item, running, context.time.now).text;
    if (!view.reason.word.isEmpty() && !words.contains(view.reason.word))
        words << view.reason.word;
    words << accessibleOwner(item) << degree.toLower() << view.time;
    words << (view.prefix.isEmpty() ? view.snippet : view.prefix + QLatin1Char(' ') + view.snippet);
    words.removeAll(RowWords::tr("no owner"));
    view.accessible = words.join(QStringLiteral(", "));
    view.tip = (view.reason.word.isEmpty() ? QString() : view.reason.word + QLatin1Char('\n')) + degree + QLatin1Char('\n') + absoluteWord(item.at, context.time);
    return view;
}

} // namespace foredeck::ui
