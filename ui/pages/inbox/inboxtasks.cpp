#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/taskasker.h"
#include "ui/pages/inbox/tasksection.h"
#include "ui/shell/commandregistry.h"

#include <algorithm>

/// What is to be done for a customer by a time.
namespace foredeck::ui {

void InboxPage::bindTasks()
{
    m_taskRows.setWords([this](const TaskRow &row) { return taskView(row, time(), m_desk.ephemera.me().id).accessible; });
    connect(&m_taskRows, &TaskListModel::loaded, this, [this] {
        refreshTasks();
        if (m_commands)
            m_commands->refresh();
    });
    connect(m_tasks, &TaskAsker::acted, this, [this](const OpId &op, const ConversationId &conversation) {
        actedByPerson();
        own(op, conversation);
    });
    TaskSection *section = panel()->tasks();
    connect(section, &TaskSection::doneWanted, this, [this](const TaskId &id) {
        if (const Task *task = taskOf(id))
            m_tasks->askClose(ref(), *task, TaskState::Done);
    });
    connect(section, &TaskSection::menuWanted, this, [this](const TaskId &id, const QPoint &at) {
        if (const Task *task = taskOf(id))
            m_tasks->askMore(ref(), *task, at);
    });
}

void InboxPage::refreshTasks()
{
    const User me = m_desk.ephemera.me();
    panel()->tasks()->present(m_taskRows.items(), time(), me.id, mayDo(me.role.value(), Right::Work));
}

const Task *InboxPage::firstTask() const
{
    const auto &rows = m_taskRows.items(); // open ones stand in front
    return rows.empty() || !isOpen(rows.front().task) ? nullptr : &rows.front().task;
}

const Task *InboxPage::taskOf(const TaskId &id) const
{
    const int row = m_taskRows.rowOf(id.value);
    return row < 0 ? nullptr : &m_taskRows.itemAt(row).task;
}

void InboxPage::showTasks()
{
    if (!isPanelShown())
        togglePanel();
    panel()->showTab(panel()->tabOf(QStringLiteral("lead")));
    panel()->tasks()->takeFocus();
}

void InboxPage::addTaskCommands(CommandRegistry &commands)
{
    const auto add = [&](const char *id, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms, std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), CommandGroup::Conversation, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(blocked), std::move(run)});
    };
    const auto unlessOpen = [this] {
        return blockedWithout([this](const ConversationRow &) { return firstTask() ? QString() : tr("no task is open here"); });
    };
    QAction *make = add("task.new", tr("New task…"), "plus", {Qt::Key_P}, tr("call back promise check remind follow up to do"),
        [this] { return blockedWithout([](const ConversationRow &) { return QString(); }); }, [this] { m_tasks->askNew(ref()); });
    add("task.done", tr("Task done…"), "check", {Qt::Key_D}, tr("call back promise check finish"), unlessOpen, [this] { m_tasks->askClose(ref(), *firstTask(), TaskState::Done); });
    add("task.change", tr("Change the task…"), "edit", {}, tr("due owner give later"), unlessOpen, [this] { m_tasks->askChange(ref(), *firstTask()); });
    add("task.drop", tr("Drop the task…"), "close", {}, tr("cancel remove delete"), unlessOpen, [this] { m_tasks->askClose(ref(), *firstTask(), TaskState::Dropped); });
    add("task.show", tr("Tasks of this conversation"), "check-double", {}, tr("to do list promises"),
        [this] { return m_details.row() && isVisible() ? QString() : tr("no conversation is open"); }, [this] { showTasks(); });
    panel()->tasks()->setNewAction(make);
}

} // namespace foredeck::ui
