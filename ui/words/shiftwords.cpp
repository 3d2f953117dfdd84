#include "ui/words/shiftwords.h"

#include "ui/widgets/painting.h"
#include "ui/words/taskwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace foredeck::ui {

namespace {

struct ShiftWords {
    Q_DECLARE_TR_FUNCTIONS(ShiftWords)
};

QString plainWords(const std::string &text) { return harmless(fromUtf8(text)).trimmed(); }

/// What it is, where its heading does not say it: a task's kind, a reason, an act.
QString whatWord(const ShiftLine &line)
{
    switch (line.kind.value()) {
    case ShiftLineKind::Task:
        return taskSign(Open<TaskKind>::fromText(line.what)).word;
    case ShiftLineKind::HandOver:
        return reasonSign(Open<EscalationReason>::fromText(line.what)).word;
    case ShiftLineKind::Unsent:
        return opKindSign(Open<OpKind>::fromText(line.what)).word;
    default:
        return {};
    }
}

QString openWord(const ShiftLine &line, const ShiftStanding &standing, const TimeContext &time)
{
    if (!standing.at)
        return {};
    const QString when = *standing.at > time.now ? comingWord(*standing.at, time) : momentWord(*standing.at, time);
    switch (line.kind.value()) {
    case ShiftLineKind::Task:
    case ShiftLineKind::HandOver:
        return *standing.at > time.now ? ShiftWords::tr("due %1").arg(when) : ShiftWords::tr("was due %1").arg(when);
    case ShiftLineKind::Snoozed:
    case ShiftLineKind::Notice:
        return ShiftWords::tr("until %1").arg(when);
    case ShiftLineKind::Held:
        return *standing.at > time.now ? ShiftWords::tr("until %1").arg(when) : ShiftWords::tr("waits since %1").arg(when);
    case ShiftLineKind::Unsent:
        return ShiftWords::tr("written %1").arg(when);
    case ShiftLineKind::Unknown:
        break;
    }
    return when;
}

QString withOwner(const QString &words, const std::string &owner)
{
    const QString name = plainWords(owner);
    if (words.isEmpty() || name.isEmpty())
        return words + name;
    return ShiftWords::tr("%1, %2", "when, who has it").arg(words, name);
}

Sign movedSign(const ShiftLine &line, const ShiftStanding &standing, const TimeContext &time)
{
    const QString words = withOwner(openWord(line, standing, time), standing.owner);
    if (line.kind == ShiftLineKind::Snoozed && !standing.at)
        return {QStringLiteral("inbox"), ShiftWords::tr("back in the inbox"), Color::Text2};
    if (words.isEmpty())
        return {QStringLiteral("refresh"), ShiftWords::tr("let go of"), Color::Text2};
    return {QStringLiteral("refresh"), ShiftWords::tr("now %1", "what has changed: due 16:00, Ana").arg(words), Color::Text2};
}

Sign doneSign(const ShiftLine &line, const ShiftStanding &standing, const TimeContext &time)
{
    const QString when = standing.at ? momentWord(*standing.at, time) : QString();
    QString words;
    if (line.kind == ShiftLineKind::Unsent)
        words = ShiftWords::tr("sent");
    else if (line.kind == ShiftLineKind::Notice)
        words = ShiftWords::tr("over");
    else if (line.kind == ShiftLineKind::Task)
        words = when.isEmpty() ? ShiftWords::tr("done") : ShiftWords::tr("done %1").arg(when);
    else
        words = when.isEmpty() ? ShiftWords::tr("resolved") : ShiftWords::tr("resolved %1").arg(when);
    return {QStringLiteral("check"), withOwner(words, standing.owner), Color::Success};
}

} // namespace

QString shiftHeading(ShiftLineKind kind)
{
    switch (kind) {
    case ShiftLineKind::HandOver:
        return ShiftWords::tr("Open hand-overs");
    case ShiftLineKind::Held:
        return ShiftWords::tr("In my hands");
    case ShiftLineKind::Task:
        return ShiftWords::tr("Promises and tasks");
    case ShiftLineKind::Snoozed:
        return ShiftWords::tr("Snoozed");
    case ShiftLineKind::Notice:
        return ShiftWords::tr("Notices in force");
    case ShiftLineKind::Unsent:
        return ShiftWords::tr("Not sent from this computer");
    case ShiftLineKind::Unknown:
        break;
    }
    return ShiftWords::tr("Other");
}

QString shiftTitle(const ShiftLine &line)
{
    QStringList said {whatWord(line), plainWords(line.text)};
    said.removeAll(QString());
    const QString words = said.join(QStringLiteral(", "));
    const QString name = plainWords(line.name);
    if (words.isEmpty() || name.isEmpty())
        return words.isEmpty() && name.isEmpty() ? ShiftWords::tr("A conversation") : words + name;
    return ShiftWords::tr("%1: %2", "a customer, what is open with them").arg(name, words);
}

QString shiftWhen(const ShiftLine &line, const TimeContext &time)
{
    const QString when = openWord(line, {ShiftNow::Open, line.at, {}}, time);
    // Whose hands these are, the heading says.
    return line.kind == ShiftLineKind::Held || line.kind == ShiftLineKind::Unsent ? when : withOwner(when, line.owner);
}

Sign shiftStandingSign(const ShiftLine &line, const ShiftStanding &standing, const TimeContext &time)
{
    switch (standing.now) {
    case ShiftNow::Open:
        return {QStringLiteral("clock"), ShiftWords::tr("still open"), Color::Text2};
    case ShiftNow::Moved:
        return movedSign(line, standing, time);
    case ShiftNow::Done:
        return doneSign(line, standing, time);
    case ShiftNow::Dropped:
        return {QStringLiteral("close"), standing.at ? ShiftWords::tr("dropped %1").arg(momentWord(*standing.at, time)) : ShiftWords::tr("dropped"), Color::Text3};
    case ShiftNow::Unknown:
        break;
    }
    return {QStringLiteral("help"), QStringLiteral("–"), Color::Text3};
}

QStringList shiftCounts(const std::vector<ShiftLine> &lines)
{
    const auto count = [&](ShiftLineKind kind, TaskKind task = TaskKind::Unknown) {
        return int(std::count_if(lines.begin(), lines.end(), [&](const ShiftLine &line) {
            return line.kind == kind && (task == TaskKind::Unknown || Open<TaskKind>::fromText(line.what) == task);
        }));
    };
    QStringList words;
    if (const int n = count(ShiftLineKind::HandOver))
        words << ShiftWords::tr("%n hand-over(s)", "", n);
    if (const int n = count(ShiftLineKind::Held))
        words << ShiftWords::tr("%n in hand", "conversations", n);
    if (const int n = count(ShiftLineKind::Task, TaskKind::Promise))
        words << ShiftWords::tr("%n promise(s)", "", n);
    if (const int n = count(ShiftLineKind::Task, TaskKind::CallBack))
        words << ShiftWords::tr("%n call-back(s)", "", n);
    if (const int n = count(ShiftLineKind::Task) - count(ShiftLineKind::Task, TaskKind::Promise) - count(ShiftLineKind::Task, TaskKind::CallBack))
        words << ShiftWords::tr("%n check(s)", "", n);
    if (const int n = count(ShiftLineKind::Snoozed))
        words << ShiftWords::tr("%n snoozed", "conversations", n);
    if (const int n = count(ShiftLineKind::Notice))
        words << ShiftWords::tr("%n notice(s)", "", n);
    if (const int n = count(ShiftLineKind::Unsent))
        words << ShiftWords::tr("%n not sent", "acts", n);
    return words;
}

QString shiftByline(const ShiftNote &note, const TimeContext &time)
{
    const QString name = plainWords(note.author.name);
    return ShiftWords::tr("%1, %2", "who, when").arg(name.isEmpty() ? ShiftWords::tr("A colleague") : name, momentWord(note.writtenAt, time));
}

QString shiftReadersWords(const ShiftNote &note, const TimeContext &time)
{
    QStringList readers;
    for (const ShiftReader &reader : note.readers) {
        const QString name = plainWords(reader.name);
        readers << QStringLiteral("%1 %2").arg(name.isEmpty() ? ShiftWords::tr("A colleague") : name, momentWord(reader.at, time));
    }
    return readers.isEmpty() ? QString() : ShiftWords::tr("Read by %1").arg(readers.join(QStringLiteral(", ")));
}

} // namespace foredeck::ui
