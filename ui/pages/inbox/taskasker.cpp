#include "ui/pages/inbox/taskasker.h"

#include "models/core/clock.h"
#include "models/ports/ephemera.h"
#include "ui/pages/escalations/personmenu.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/shell/signedin.h"
#include "ui/theme/icons.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/field.h"
#include "ui/widgets/painting.h"
#include "ui/words/problemwords.h"
#include "ui/words/taskwords.h"

#include <QMenu>

#include <initializer_list>
#include <utility>

namespace foredeck::ui {

namespace {

constexpr std::chrono::minutes proposedAhead {60};
constexpr std::int64_t quarterMs = 15 * 60 * 1000;

/// The next whole quarter of an hour: what people say when they promise something.
Timestamp toQuarter(Timestamp at) { return fromMs((toMs(at) + quarterMs - 1) / quarterMs * quarterMs); }

} // namespace

TaskAsker::TaskAsker(const Desk &desk, QWidget *page) : QObject(page), m_desk(desk), m_page(page), m_users(desk.store), m_place(desk.store), m_drafts(desk.store, desk.acts, {CompositionKind::Task})
{
    connect(&m_drafts, &Drafts::loaded, this, &TaskAsker::showTyped);
    connect(&m_drafts, &Drafts::textChanged, this, &TaskAsker::showTyped);
    connect(&desk.ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_desk.ephemera.me().id.empty())
            m_drafts.saveAll();
        // Once it is known whether another person has come.
        QMetaObject::invokeMethod(this, &TaskAsker::showReturning, Qt::QueuedConnection);
    });
    connect(&desk.acts, &Acts::failed, this, [this](const OpId &op, const QString &why) {
        if (const auto back = m_backs.extract(op))
            back.mapped()(harmless(problemWords(why)));
    });
    connect(&desk.acts, &Acts::committed, this, [this](const OpId &op) { m_backs.erase(op); });
}

void TaskAsker::setClient(const ClientId &client)
{
    if (client.empty() || client == m_client)
        return;
    m_client = client;
    m_users.setClient(client);
    m_place.setClient(client);
}

TimeContext TaskAsker::time() const
{
    TimeContext time;
    time.now = m_desk.clock.now() + m_desk.ephemera.serverOffset();
    return time;
}

/// On whose clock a time is asked for, where the customer's is another one.
QString TaskAsker::zone() const
{
    const auto &facts = m_place.data();
    return facts && !facts->locations.empty() ? zoneWord(time(), facts->locations.front().hours.zone) : QString();
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
    connect(m_dialog, &TaskDialog::typed, this, &TaskAsker::typed);
    connect(m_dialog, &Overlay::closed, &m_drafts, &Drafts::flush);
    connect(m_dialog, &Overlay::closed, this, &TaskAsker::showReturning, Qt::QueuedConnection);
    return m_dialog;
}

OutcomeDialog *TaskAsker::madeOutcome()
{
    if (m_outcome)
        return m_outcome;
    m_outcome = new OutcomeDialog(m_page->window());
    connect(m_outcome, &OutcomeDialog::typed, this, &TaskAsker::typed);
    connect(m_outcome, &Overlay::closed, &m_drafts, &Drafts::flush);
    connect(m_outcome, &Overlay::closed, this, &TaskAsker::showReturning, Qt::QueuedConnection);
    return m_outcome;
}

bool TaskAsker::asks() const { return (m_dialog && m_dialog->isOpen()) || (m_outcome && m_outcome->isOpen()); }

void TaskAsker::closeBoxes()
{
    for (Overlay *box : std::initializer_list<Overlay *> {m_dialog, m_outcome}) {
        if (box)
            box->close();
    }
}

void TaskAsker::begin(const ConversationRef &conversation, const ConversationId &journal, const QString &stands)
{
    closeBoxes();
    m_stands = stands;
    m_drafts.open({conversation.client, journal, 0});
}

void TaskAsker::typed(const QString &text) { m_drafts.typed(CompositionKind::Task, text == m_stands ? QString() : text); }

/// What was typed here once and not done, or came back from the outbox.
void TaskAsker::showTyped()
{
    const QString words = harmless(m_drafts.text(CompositionKind::Task));
    QLineEdit *field = nullptr;
    if (m_outcome && m_outcome->isOpen())
        field = m_outcome->textField();
    else if (m_dialog && m_dialog->isOpen() && (m_dialog->asksForNew() || !words.isEmpty()))
        field = m_dialog->textField();
    if (field && field->text() != words)
        field->setText(words);
}

void TaskAsker::emptyJournal()
{
    m_drafts.typed(CompositionKind::Task, {});
    m_drafts.flush();
}

void TaskAsker::comeBack(const ConversationRef &conversation, const ConversationId &journal, const QString &words, std::function<void()> box)
{
    if (!words.isEmpty()) // Drafts heard of the failure before
        m_drafts.giveBack({conversation.client, journal, 0}, CompositionKind::Task, words);
    // It is asked for again already: the words stand in front of what is typed there.
    if (asks() && m_drafts.conversation().id == journal)
        return showTyped();
    m_returning.push_back(std::move(box));
    showReturning();
}

void TaskAsker::showReturning()
{
    if (asks() || m_returning.empty() || !isSomebodyHere(m_desk))
        return;
    const auto box = std::move(m_returning.front());
    m_returning.pop_front();
    box();
}

void TaskAsker::forget()
{
    m_drafts.forget();
    m_backs.clear();
    m_returning.clear();
    closeBoxes();
}

void TaskAsker::follow(const OpId &op, const ConversationId &conversation, std::function<void(const QString &)> back)
{
    if (back)
        m_backs[op] = std::move(back);
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
    askNew(conversation, task);
}

void TaskAsker::askNew(const ConversationRef &conversation, const Task &shown)
{
    begin(conversation, newTaskJournalId(conversation.id));
    made()->setZone(zone());
    made()->ask(shown, people(), m_desk.ephemera.me().id, [this] { return time(); }, [this, conversation](const Task &wanted) { makeOf(conversation, wanted); });
    showTyped();
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
    follow(op, conversation.id, [this, conversation, wanted](const QString &why) {
        comeBack(conversation, newTaskJournalId(conversation.id), QString::fromStdString(wanted.text), [this, conversation, wanted, why] {
            askNew(conversation, wanted);
            m_dialog->askAgain(why);
        });
    });
}

void TaskAsker::askChange(const ConversationRef &conversation, const Task &task) { askChange(conversation, task, task); }

void TaskAsker::askChange(const ConversationRef &conversation, const Task &task, const Task &shown)
{
    begin(conversation, taskChangeJournalId(task.id), harmless(fromUtf8(task.text)));
    made()->setZone(zone());
    made()->ask(shown, people(), m_desk.ephemera.me().id, [this] { return time(); },
        [this, conversation, task](const Task &wanted) { change(conversation, task, wanted); });
    showTyped();
}

void TaskAsker::change(const ConversationRef &conversation, const Task &task, const Task &wanted)
{
    const bool says = wanted.text != task.text;
    const bool differs = says || wanted.kind != task.kind || wanted.owner.user != task.owner.user || wanted.due != task.due;
    // The act is placed first: of what is killed between the two, too much is kept and nothing is lost.
    const OpId op = differs ? m_desk.acts.changeTask(conversation, task, wanted) : OpId();
    emptyJournal();
    if (!differs)
        return;
    follow(op, conversation.id, [this, conversation, task, wanted, says](const QString &why) {
        comeBack(conversation, taskChangeJournalId(task.id), says ? QString::fromStdString(wanted.text) : QString(), [this, conversation, task, wanted, why] {
            askChange(conversation, task, wanted);
            m_dialog->askAgain(why);
        });
    });
}

void TaskAsker::askClose(const ConversationRef &conversation, const Task &task, TaskState to)
{
    const TaskView view = taskView({task, PendingKind::None, false}, time(), m_desk.ephemera.me().id);
    const QString what = view.title == view.kind.word ? view.title : tr("%1: %2", "the kind of a task, and what it says").arg(view.kind.word, view.title);
    begin(conversation, taskOutcomeJournalId(task.id));
    madeOutcome()->ask(to, what, [this, conversation, task, to](const QString &outcome) { close(conversation, task, to, outcome); });
    showTyped();
}

void TaskAsker::close(const ConversationRef &conversation, const Task &task, TaskState to, const QString &outcome)
{
    const OpId op = m_desk.acts.closeTask(conversation, task, to, outcome);
    emptyJournal();
    follow(op, conversation.id, [this, conversation, task, to, outcome](const QString &why) {
        comeBack(conversation, taskOutcomeJournalId(task.id), outcome, [this, conversation, task, to, why] {
            askClose(conversation, task, to);
            m_outcome->askAgain(why);
        });
    });
}

void TaskAsker::askMore(const ConversationRef &conversation, const Task &task, const QPoint &globalPos)
{
    delete m_menu;
    m_menu = new QMenu(m_page);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    setSpokenName(m_menu, tr("Task"));
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
