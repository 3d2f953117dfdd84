#include "ui/pages/inbox/taskasker.h"

#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/pages/escalations/personmenu.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/theme/icons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/problemwords.h"
#include "ui/words/taskwords.h"

#include <QMenu>

#include <utility>

namespace foredeck::ui {

namespace {

constexpr std::chrono::minutes proposedAhead {60};
constexpr std::int64_t quarterMs = 15 * 60 * 1000;

/// The next whole quarter of an hour: what people say when they promise something.
Timestamp toQuarter(Timestamp at) { return fromMs((toMs(at) + quarterMs - 1) / quarterMs * quarterMs); }

} // namespace

TaskAsker::TaskAsker(const Desk &desk, QWidget *page) : QObject(page), m_desk(desk), m_page(page), m_users(desk.store), m_drafts(desk.store, desk.acts, {CompositionKind::Task})
{
    connect(&m_drafts, &Drafts::loaded, this, &TaskAsker::showTyped);
    connect(&m_drafts, &Drafts::textChanged, this, &TaskAsker::showTyped);
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        if (op != m_act || !m_back)
            return;
        m_act = {};
        std::exchange(m_back, {})(harmless(problemWords(why)));
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) {
        if (op == m_act)
            m_back = {};
    });
}

void TaskAsker::setClient(const ClientId &client)
{
    if (client.empty() || client == m_client)
        return;
    m_client = client;
    m_users.setClient(client);
}

TimeContext TaskAsker::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

std::vector<User> TaskAsker::people() const
{
    std::vector<User> people;
    for (const User &user : m_users.items()) {
        if (user.status == UserStatus::Active && mayDo(user.role.value(), Right::Work))
            people.push_back(user);
    }
    return people;
}

TaskDialog *TaskAsker::made()
{
    if (m_dialog)
        return m_dialog;
    m_dialog = new TaskDialog(m_page->window());
    connect(m_dialog, &TaskDialog::typed, this, [this](const QString &text) {
        if (m_dialog->asksForNew())
            m_drafts.typed(CompositionKind::Task, text);
    });
    connect(m_dialog, &Overlay::closed, this, [this] { m_drafts.flush(); });
    return m_dialog;
}

/// What was typed here once and not made, or came back from the outbox.
void TaskAsker::showTyped()
{
    if (m_dialog && m_dialog->isOpen() && m_dialog->asksForNew())
        m_dialog->textField()->setText(m_drafts.text(CompositionKind::Task));
}

void TaskAsker::forget()
{
    m_drafts.forget();
    m_back = {};
    if (m_dialog)
        m_dialog->close();
    if (m_outcome)
        m_outcome->close();
}

void TaskAsker::follow(const OpId &op, const ConversationId &conversation, std::function<void(const QString &)> back)
{
    m_act = op;
    m_back = std::move(back);
    Q_EMIT acted(op, conversation);
}

void TaskAsker::askNew(const ConversationRef &conversation)
{
    Task task;
    task.client = conversation.client;
    task.conversation = conversation.id;
    task.kind = TaskKind::CallBack;
    task.due = toQuarter(time().now + proposedAhead);
    task.owner = {ActorKind::User, m_desk.ephemera.me().id, m_desk.ephemera.me().name};
    m_drafts.open({conversation.client, newTaskJournalId(conversation.id), 0});
    task.text = m_drafts.text(CompositionKind::Task).toStdString();
    made()->ask(task, people(), m_desk.ephemera.me().id, [this] { return time(); }, [this, conversation](const Task &wanted) { makeOf(conversation, wanted); });
}

void TaskAsker::makeOf(const ConversationRef &conversation, const Task &wanted)
{
    // What the journal holds and nobody has read yet stays there.
    const bool isRead = m_drafts.isLoaded();
    const OpId op = m_desk.acts.makeTask(conversation, wanted, isRead ? m_drafts.journaled(CompositionKind::Task) : QString());
    if (isRead)
        m_drafts.sent(CompositionKind::Task, op);
    else
        m_drafts.typed(CompositionKind::Task, {});
    follow(op, conversation.id, [this](const QString &why) { made()->askAgain(why); });
}

void TaskAsker::askChange(const ConversationRef &conversation, const Task &task)
{
    made()->ask(task, people(), m_desk.ephemera.me().id, [this] { return time(); }, [this, conversation, task](const Task &wanted) {
        const bool differs = wanted.kind != task.kind || wanted.text != task.text || wanted.owner.user != task.owner.user || wanted.due != task.due;
        if (differs)
            follow(m_desk.acts.changeTask(conversation, task, wanted), conversation.id, [this](const QString &why) { made()->askAgain(why); });
    });
}

void TaskAsker::askClose(const ConversationRef &conversation, const Task &task, TaskState to)
{
    if (!m_outcome)
        m_outcome = new OutcomeDialog(m_page->window());
    const TaskView view = taskView({task, PendingKind::None, false}, time(), m_desk.ephemera.me().id);
    const QString what = view.title == view.kind.word ? view.title : tr("%1: %2", "the kind of a task, and what it says").arg(view.kind.word, view.title);
    m_outcome->ask(to, what, [this, conversation, task, to](const QString &outcome) {
        follow(m_desk.acts.closeTask(conversation, task, to, outcome), conversation.id, [this](const QString &why) { m_outcome->askAgain(why); });
    });
}

void TaskAsker::askMore(const ConversationRef &conversation, const Task &task, const QPoint &globalPos)
{
    delete m_menu;
    m_menu = new QMenu(m_page);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->setAccessibleName(tr("Task"));
    if (!isOpen(task)) {
        m_menu->addAction(icon(QStringLiteral("undo")), tr("Open it again"), this,
            [this, conversation, id = task.id] { follow(m_desk.acts.reopenTask(conversation, id), conversation.id); });
    } else {
        m_menu->addAction(icon(QStringLiteral("edit")), tr("Change…"), this, [this, conversation, task] { askChange(conversation, task); });
        m_menu->addAction(icon(QStringLiteral("people")), tr("Give to…"), this, [this, conversation, task, globalPos] { giveMenu(conversation, task, globalPos); });
        m_menu->addAction(icon(QStringLiteral("close")), tr("Drop…"), this, [this, conversation, task] { askClose(conversation, task, TaskState::Dropped); });
    }
    m_menu->popup(globalPos);
    m_menu->setActiveAction(m_menu->actions().constFirst());
}

void TaskAsker::giveMenu(const ConversationRef &conversation, const Task &task, const QPoint &globalPos)
{
    auto *menu = new PersonMenu(m_page);
    const UserId me = m_desk.ephemera.me().id;
    for (const User &user : people()) {
        if (user.id == task.owner.user)
            continue;
        const QString words = user.id == me ? tr("You") : harmless(fromUtf8(user.name));
        menu->addPerson(words, [this, conversation, task, to = Actor {ActorKind::User, user.id, user.name}] {
            Task wanted = task;
            wanted.owner = to;
            follow(m_desk.acts.changeTask(conversation, task, wanted), conversation.id);
        });
    }
    menu->popup(globalPos);
}

} // namespace foredeck::ui
