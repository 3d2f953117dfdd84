#include "ui/words/bulkwords.h"

#include "models/core/time.h"
#include "ui/widgets/painting.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"

#include <QCoreApplication>
#include <QStringList>

namespace foredeck::ui {

namespace {

struct BulkWords {
    Q_DECLARE_TR_FUNCTIONS(BulkWords)
};

QString label(const std::string &text) { return harmless(fromUtf8(text)); }

/// "Elena Vásquez, Marcus Oyelaran and 3 more"
QString namesOf(const std::vector<BulkName> &names, int count)
{
    QStringList words;
    for (const BulkName &one : names)
        words << isolated(personWord(one.name, one.lead));
    const QString list = words.join(BulkWords::tr(", ", "between names"));
    const int rest = count - static_cast<int>(names.size());
    return rest > 0 ? BulkWords::tr("%1 and %n more", "names", rest).arg(list) : list;
}

QString assignTitle(const Owner &to, int count, const UserId &me)
{
    if (to.kind != OwnerKind::User)
        return BulkWords::tr("Give %n conversation(s) to nobody?", "for whoever comes", count);
    if (to.user == me)
        return BulkWords::tr("Give %n conversation(s) to yourself?", "", count);
    return BulkWords::tr("Give %n conversation(s) to %1?", "", count).arg(label(to.name));
}

QString leftOutWords(BulkObstacle obstacle, const BulkPlan::Group &group)
{
    const QString names = namesOf(group.names, group.count);
    switch (obstacle) {
    case BulkObstacle::Gone:
        return BulkWords::tr("%n conversation(s) cannot be seen here any more", "", group.count);
    case BulkObstacle::Ended:
        return BulkWords::tr("%n is (are) resolved: %1", "conversations", group.count).arg(names);
    case BulkObstacle::Held:
        return BulkWords::tr("in %n somebody else is answering: %1", "conversations", group.count).arg(names);
    case BulkObstacle::Assistant:
        return BulkWords::tr("in %n the assistant is answering; take over first: %1", "conversations", group.count).arg(names);
    case BulkObstacle::AtDesk:
        return BulkWords::tr("in %n the assistant cannot answer who came in or called: %1", "conversations", group.count).arg(names);
    case BulkObstacle::NothingToDo:
        return BulkWords::tr("%n is (are) so already: %1", "conversations", group.count).arg(names);
    case BulkObstacle::NeedsLook:
        return BulkWords::tr("in %n something of yours was refused and has to be looked at first: %1", "conversations", group.count).arg(names);
    case BulkObstacle::NotTheirs:
        return BulkWords::tr("%n belong(s) to a business that they do not answer for: %1", "conversations", group.count).arg(names);
    case BulkObstacle::Full:
        break;
    }
    return BulkWords::tr("%n has (have) as many labels as there may be: %1", "conversations", group.count).arg(names);
}

QString escalatedWords(const BulkPlan &plan)
{
    if (plan.act.kind == BulkKind::Resolve)
        return BulkWords::tr("%n open escalation(s) is (are) settled with it.", "", plan.escalated);
    if (plan.act.kind != BulkKind::Assign)
        return BulkWords::tr("%n open escalation(s) is (are) settled with it and stay(s) so when it is undone.", "", plan.escalated);
    if (plan.act.to.kind == OwnerKind::User)
        return BulkWords::tr("%n open escalation(s) go(es) with it: whom it is given to is told first.", "", plan.escalated);
    return BulkWords::tr("%n open escalation(s) go(es) with it and wait(s) for whoever comes.", "", plan.escalated);
}

QString undoneWords(const BulkReport &report)
{
    return BulkWords::tr("It is undone in %n conversation(s).", "", report.total - report.calledOff);
}

QString assignedWords(const BulkHead &head, int count)
{
    if (head.detail.empty())
        return BulkWords::tr("%n conversation(s) belong(s) to nobody now.", "", count);
    return BulkWords::tr("%n conversation(s) given to %1.", "", count).arg(label(head.detail));
}

QString labelledWords(const BulkHead &head, int count)
{
    const QString word = head.detail.empty() ? QString() : label(head.detail.substr(1));
    if (head.detail.starts_with('-'))
        return BulkWords::tr("“%1” taken off %n conversation(s).", "", count).arg(word);
    return BulkWords::tr("“%1” put on %n conversation(s).", "", count).arg(word);
}

} // namespace

QString planTitle(const BulkPlan &plan, const TimeContext &time, const UserId &me)
{
    const int count = static_cast<int>(plan.steps.size());
    if (count == 0)
        return BulkWords::tr("There is nothing to do in what is selected");
    switch (plan.act.kind) {
    case BulkKind::Resolve:
        return BulkWords::tr("Resolve %n conversation(s)?", "", count);
    case BulkKind::Snooze:
        return BulkWords::tr("Snooze %n conversation(s) until %1?", "", count).arg(comingWord(plan.act.until, time));
    case BulkKind::Assign:
        return assignTitle(plan.act.to, count, me);
    case BulkKind::Label:
        return plan.act.takesOff ? BulkWords::tr("Take “%1” off %n conversation(s)?", "", count).arg(label(plan.act.label))
                                 : BulkWords::tr("Put “%1” on %n conversation(s)?", "", count).arg(label(plan.act.label));
    case BulkKind::HandBack:
        return BulkWords::tr("Hand %n conversation(s) back to the assistant?", "", count);
    case BulkKind::Read:
    case BulkKind::Unknown:
        break;
    }
    return BulkWords::tr("Mark %n conversation(s) as read?", "", count);
}

QString planWords(const BulkPlan &plan)
{
    QStringList lines;
    if (plan.changed.count > 0)
        lines << BulkWords::tr("Something newer has come in %n of them since you selected it (them): %1.", "", plan.changed.count)
                     .arg(namesOf(plan.changed.names, plan.changed.count));
    if (plan.escalated > 0)
        lines << escalatedWords(plan);
    if (!plan.leftOut.empty()) {
        lines << BulkWords::tr("%n of the selected stay(s) as it is (they are):", "", plan.selected - static_cast<int>(plan.steps.size()));
        for (const auto &[obstacle, group] : plan.leftOut)
            lines << QStringLiteral("• ") + leftOutWords(obstacle, group);
    }
    if (!plan.steps.empty())
        lines << (plan.act.kind == BulkKind::Read ? BulkWords::tr("This cannot be undone.") : BulkWords::tr("It can be undone afterwards."));
    return lines.join(QLatin1Char('\n'));
}

QString bulkVerb(BulkKind kind)
{
    switch (kind) {
    case BulkKind::Resolve:
        return BulkWords::tr("Resolve");
    case BulkKind::Snooze:
        return BulkWords::tr("Snooze");
    case BulkKind::Assign:
        return BulkWords::tr("Assign");
    case BulkKind::Label:
        return BulkWords::tr("Label");
    case BulkKind::HandBack:
        return BulkWords::tr("Hand back");
    case BulkKind::Read:
    case BulkKind::Unknown:
        break;
    }
    return BulkWords::tr("Mark as read");
}

QString progressWords(const BulkReport &report)
{
    const QString done = countWord(report.total - report.waiting);
    const QString all = countWord(report.total);
    if (!report.head.undoes.empty())
        return BulkWords::tr("Undo: %1 of %2", "conversations").arg(done, all);
    if (report.head.state == BulkState::CallingOff)
        return BulkWords::tr("What was not sent is called off");
    return BulkWords::tr("%1: %2 of %3", "an act, and conversations").arg(bulkVerb(report.head.kind.value()), done, all);
}

QString doneWords(const BulkReport &report, const TimeContext &time)
{
    const BulkHead &head = report.head;
    if (!head.undoes.empty())
        return undoneWords(report);
    const int count = report.total - report.calledOff;
    switch (head.kind.value()) {
    case BulkKind::Resolve:
        return BulkWords::tr("%n conversation(s) resolved.", "", count);
    case BulkKind::Snooze: {
        const auto until = fromRfc3339(head.detail);
        return BulkWords::tr("%n conversation(s) snoozed until %1.", "", count).arg(until ? comingWord(*until, time) : QString());
    }
    case BulkKind::Assign:
        return assignedWords(head, count);
    case BulkKind::Label:
        return labelledWords(head, count);
    case BulkKind::HandBack:
        return BulkWords::tr("%n conversation(s) handed back to the assistant.", "", count);
    case BulkKind::Read:
    case BulkKind::Unknown:
        break;
    }
    return BulkWords::tr("%n conversation(s) marked as read.", "", count);
}

QString refusedWords(const BulkReport &report)
{
    if (report.refused == 0)
        return {};
    std::vector<BulkName> names;
    for (const BulkRefusal &one : report.refusals) {
        if (names.size() < 3)
            names.push_back({one.lead, fromUtf8(one.name)});
    }
    const QString who = namesOf(names, report.refused);
    const QString all = countWord(report.total);
    return report.head.undoes.empty() ? BulkWords::tr("%n of %1 could not be done: %2.", "conversations", report.refused).arg(all, who)
                                      : BulkWords::tr("%n of %1 could not be undone: %2.", "conversations", report.refused).arg(all, who);
}

} // namespace foredeck::ui
