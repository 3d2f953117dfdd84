#include "ui/words/taskwords.h"

#include "ui/widgets/painting.h"

#include <QCoreApplication>

namespace foredeck::ui {

namespace {

struct TaskWords {
    Q_DECLARE_TR_FUNCTIONS(TaskWords)
};

Sign whenSign(const Task &task, const TimeContext &time)
{
    if (task.state == TaskState::Done)
        return {QStringLiteral("check"), TaskWords::tr("done %1").arg(momentWord(task.closedAt.value_or(task.due), time)), Color::Success};
    if (task.state == TaskState::Dropped)
        return {QStringLiteral("close"), TaskWords::tr("dropped %1").arg(momentWord(task.closedAt.value_or(task.due), time)), Color::Text3};
    if (task.due <= time.now)
        return {QStringLiteral("stop"), TaskWords::tr("late by %1, was due %2").arg(durationWord(time.now - task.due), momentWord(task.due, time)), Color::Danger};
    return {QStringLiteral("clock"), TaskWords::tr("due %1").arg(comingWord(task.due, time)), Color::Text2};
}

QString personOf(const Actor &actor, const UserId &me)
{
    if (!actor.user.empty() && actor.user == me)
        return TaskWords::tr("You");
    const QString name = harmless(fromUtf8(actor.name));
    return actor.user.empty() ? TaskWords::tr("nobody yet") : name.isEmpty() ? TaskWords::tr("a colleague") : name;
}

QString taskPendingWord(PendingKind pending)
{
    switch (pending) {
    case PendingKind::None:
        break;
    case PendingKind::Unsent:
        return TaskWords::tr("not sent yet");
    case PendingKind::NeedsReview:
    case PendingKind::MayHaveArrived:
        return TaskWords::tr("needs a look in the outbox");
    case PendingKind::Refused:
        return TaskWords::tr("was refused; it stands in the outbox");
    }
    return {};
}

} // namespace

Sign taskSign(const Open<TaskKind> &kind)
{
    switch (kind.value()) {
    case TaskKind::CallBack:
        return {QStringLiteral("phone"), TaskWords::tr("Call back")};
    case TaskKind::Promise:
        return {QStringLiteral("thumb-up"), TaskWords::tr("Promise")};
    case TaskKind::Check:
        return {QStringLiteral("eye"), TaskWords::tr("Check")};
    case TaskKind::Unknown:
        break;
    }
    return {QStringLiteral("info"), wordsOfKey(textOf(kind.text()))};
}

TaskView taskView(const TaskRow &row, const TimeContext &time, const UserId &me)
{
    const Task &task = row.task;
    TaskView view;
    view.kind = taskSign(task.kind);
    const QString text = harmless(fromUtf8(task.text)).trimmed();
    view.title = text.isEmpty() ? view.kind.word : text;
    view.when = whenSign(task, time);
    view.over = !isOpen(task);
    view.owner = personOf(view.over ? task.closedBy : task.owner, me);
    view.outcome = harmless(fromUtf8(task.outcome)).trimmed();
    view.pending = taskPendingWord(row.pending);
    QStringList words {view.kind.word};
    if (view.title != view.kind.word)
        words << view.title;
    words << view.when.word << view.owner;
    for (const QString &more : {view.outcome, view.pending}) {
        if (!more.isEmpty())
            words << more;
    }
    view.accessible = words.join(QStringLiteral(", "));
    return view;
}

QString promiseWords(const SummaryPromise &promise, const TimeContext &time)
{
    const QString text = harmless(fromUtf8(promise.text)).trimmed();
    const QString what = text.isEmpty() ? taskSign(promise.kind).word : text;
    if (promise.state == TaskState::Done)
        return TaskWords::tr("%1, done", "something that was promised").arg(what);
    if (promise.state == TaskState::Dropped)
        return TaskWords::tr("%1, dropped", "something that was promised").arg(what);
    if (promise.due <= time.now)
        return TaskWords::tr("%1, was due %2", "something that was promised").arg(what, momentWord(promise.due, time));
    return TaskWords::tr("%1, due %2", "something that was promised").arg(what, comingWord(promise.due, time));
}

} // namespace foredeck::ui
