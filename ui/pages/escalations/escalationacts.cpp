#include "ui/pages/escalations/escalationspage.h"

#include "ui/pages/escalations/briefcolumn.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/personmenu.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/widgets/button.h"
#include "ui/widgets/painting.h"
#include "ui/words/contactwords.h"
#include "ui/words/escalationwords.h"

#include <QAction>
#include <QDesktopServices>

#include <utility>

/// What a person does with the open hand-over.
namespace foredeck::ui {

namespace {

bool isSnoozed(const EscalationRow &row, Timestamp now)
{
    return row.snoozedUntil && *row.snoozedUntil > now;
}

} // namespace

QString EscalationsPage::blockedWithout(const std::function<QString(const EscalationRow &)> &rule) const
{
    const auto &row = m_details.row();
    if (!row || !isVisible())
        return tr("no escalation is open");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    if (!isOpen(row->escalation))
        return tr("it is settled");
    return rule(*row);
}

QString EscalationsPage::blockedAction(const EscalationRow &row, int index) const
{
    const auto &actions = row.escalation.brief.actions;
    if (index < 0 || int(actions.size()) <= index || !isLeft(actions[static_cast<std::size_t>(index)], row))
        return tr("nothing supports one");
    const NextAction &action = actions[static_cast<std::size_t>(index)];
    if (action.kind == "call")
        return callTo(fromUtf8(action.text)).path().isEmpty() ? tr("it names no number") : QString();
    return action.kind == "reply" || action.kind == "answer_question" ? QString() : tr("it is done outside of Foredeck");
}

/// Which of its actions the key means, whatever has come before it since the brief was opened; -1: none.
int EscalationsPage::stepOf(const EscalationRow &row, int key) const
{
    const auto place = m_detail->brief()->keys().stepOf(static_cast<std::size_t>(key), row.escalation.brief.actions);
    return place ? int(*place) : -1;
}

QString EscalationsPage::blockedSettling() const
{
    return holder().user.empty() ? blockedBehindReply() : tr("somebody else has it; take it over first");
}

QString EscalationsPage::blockedBehindReply() const
{
    return m_conflict ? tr("a reply of yours has to be looked at first") : QString();
}

void EscalationsPage::refreshConflict()
{
    bool conflict = false;
    for (int i = 0; i < m_transcript.rowCount() && !conflict; ++i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        conflict = item.opState == OpState::NeedsReview && item.kind == TranscriptKind::Message;
    }
    if (std::exchange(m_conflict, conflict) != conflict && m_commands)
        m_commands->refresh();
}

void EscalationsPage::messagesChanged()
{
    if (std::exchange(m_messagesDue, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_messagesDue = false;
        refreshConflict();
    }, Qt::QueuedConnection);
}

void EscalationsPage::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    extend(commands);
    const auto add = [&](const char *id, CommandGroup group, const QString &text, const char *glyph, const QList<QKeySequence> &keys, const QString &synonyms,
                         std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), keys, synonyms, std::move(blocked), std::move(run)});
    };
    QAction *seen = add("escalation.seen", CommandGroup::Conversation, tr("I have seen the escalation"), "eye", {}, tr("acknowledge quiet stop reminding"), [this] {
        return blockedWithout([](const EscalationRow &row) { return row.escalation.acknowledgedAt ? tr("somebody has seen it already") : QString(); });
    }, [this] { follow(m_desk.acts.acknowledge(ref()), ref()); });
    for (int i = 0; i < 2; ++i) {
        add(i == 0 ? "escalation.action_1" : "escalation.action_2", CommandGroup::Conversation, tr("Next best action %1").arg(i + 1), "bolt", {QKeySequence(Qt::Key_1 + i)}, {}, [this, i] {
            return blockedWithout([&](const EscalationRow &row) { return blockedAction(row, stepOf(row, i)); });
        }, [this, i] {
            if (const auto &row = m_details.row())
                doAction(stepOf(*row, i));
        });
    }
    QAction *thread = add("escalation.open_thread", CommandGroup::Conversation, tr("Open the thread of the escalation"), "open", {}, tr("conversation inbox"), [this] {
        return m_details.row() && isVisible() ? QString() : tr("no escalation is open");
    }, [this] { Q_EMIT conversationWanted(m_details.row()->escalation.conversation); });
    const auto known = [&](const char *id) { return commands.action(QLatin1StringView(id)); };
    m_detail->setActions({known("conversation.take_over"), known("conversation.assign"), known("conversation.hand_back"), known("conversation.resolve"), seen, thread, known("view.back")});
}

/// One word and one key for one act, wherever one is.
void EscalationsPage::extend(CommandRegistry &commands)
{
    const auto here = [this] { return isVisible(); };
    const auto act = [&](const char *id, std::function<QString(const EscalationRow &)> rule, std::function<void()> run) {
        commands.extend(QLatin1StringView(id), {here, [this, rule = std::move(rule)] { return blockedWithout(rule); }, std::move(run)});
    };
    act("conversation.take_over", [this](const EscalationRow &) { return isMine() && !hasLapsed() ? tr("you have it already") : QString(); }, [this] { takeOver(); });
    act("conversation.let_go", [this](const EscalationRow &) { return isMine() ? blockedBehindReply() : tr("you do not have it"); }, [this] { follow(m_desk.acts.release(ref()), ref()); });
    act("conversation.assign", [this](const EscalationRow &) { return blockedSettling(); }, [this] { assignMenu(); });
    act("conversation.hand_back", [this](const EscalationRow &row) { return isAtDesk(row.channel.value()) ? tr("the assistant cannot answer who came in or called") : blockedSettling(); }, [this] { openForm(Form::Return); });
    act("conversation.resolve", [this](const EscalationRow &) { return blockedSettling(); }, [this] { openForm(Form::Resolve); });
    act("conversation.snooze", [](const EscalationRow &) { return QString(); }, [this] { askSnooze(); });
    act("conversation.wake", [this](const EscalationRow &row) { return isSnoozed(row, time().now) ? QString() : tr("it is not snoozed"); }, [this] { follow(m_desk.acts.wake(ref().conversation), ref()); });
    const auto move = [&](const char *id, std::function<QString()> blocked, std::function<void()> run) { commands.extend(QLatin1StringView(id), {here, std::move(blocked), std::move(run)}); };
    move("list.next", {}, [this] { step(1); });
    move("list.previous", {}, [this] { step(-1); });
    move("list.settle", [this] { return m_rows.waiting() > 0 ? QString() : tr("no row wants to move"); }, [this] { m_rows.settle(); });
    move("view.panel", {}, [this] {
        bool &shown = m_arrangement.panelOverlay ? m_messagesOver : m_messagesWanted;
        shown = !shown;
        apply();
    });
    move("view.back", [this] { return m_arrangement.singleStack && m_detailShown ? QString() : tr("the list is shown already"); }, [this] { goBack(); });
}

void EscalationsPage::assignMenu()
{
    if (showDetail()) // below a button that has its place only then
        return void(QMetaObject::invokeMethod(this, &EscalationsPage::assignMenu, Qt::QueuedConnection));
    if (!m_details.row())
        return;
    auto *menu = new PersonMenu(this);
    const ClientId client = ref().conversation.client;
    for (const User &user : m_users.items()) {
        const bool works = user.clients.empty() || std::find(user.clients.begin(), user.clients.end(), client) != user.clients.end();
        const bool has = isMine() && user.id == m_desk.ephemera.me().id;
        if (user.status != UserStatus::Active || !mayDo(user.role.value(), Right::Work) || !works || has)
            continue;
        QString words = user.id == m_desk.ephemera.me().id ? tr("You") : harmless(fromUtf8(user.name));
        if (!user.available || user.doNotDisturb)
            words = tr("%1, away").arg(words);
        menu->addPerson(words, [this, asked = ref(), id = user.id] {
            if (asked.id == escalation())
                follow(m_desk.acts.assign(asked, id), asked);
        });
    }
    if (QAction *letGo = m_commands->action(QStringLiteral("conversation.let_go")); letGo && isMine())
        menu->addBelow(letGo);
    const Button *button = m_detail->assignButton();
    menu->popup(button->mapToGlobal(QPoint(layoutDirection() == Qt::RightToLeft ? button->width() - menu->sizeHint().width() : 0, button->height() + 2)));
}

void EscalationsPage::doAction(int index)
{
    const auto &row = m_details.row();
    if (!row || !blockedAction(*row, index).isEmpty())
        return;
    const NextAction action = row->escalation.brief.actions[static_cast<std::size_t>(index)];
    if (action.kind != "call")
        return writeReply();
    if (!QDesktopServices::openUrl(callTo(fromUtf8(action.text))))
        Q_EMIT trouble(tr("No program on this computer makes calls. The number is %1.").arg(isolated(phoneWord(fromUtf8(action.text), fromUtf8(row->leadPhone)))));
}

void EscalationsPage::askSnooze()
{
    if (showDetail()) // as above
        return void(QMetaObject::invokeMethod(this, &EscalationsPage::askSnooze, Qt::QueuedConnection));
    if (!m_details.row())
        return;
    const EscalationRef asked = ref();
    const auto wake = [this, asked] { follow(m_desk.acts.wake(asked.conversation), asked); };
    const Button *button = m_detail->assignButton();
    m_snooze->ask(button->mapToGlobal(QPoint(0, button->height() + 2)), [this, asked](Timestamp until) { follow(m_desk.acts.snooze(asked.conversation, until), asked); }, isSnoozed(*m_details.row(), time().now) ? std::function<void()>(wake) : std::function<void()>());
}

std::optional<OpId> EscalationsPage::takeOver()
{
    if (!m_question.mayTake(ref().conversation.id, holder().user)) {
        showDetail(); // where it is asked
        refreshDetail();
        return std::nullopt;
    }
    // One's own that has lapsed is claimed anew: whoever took it since keeps it until it is asked for.
    const OpId op = isMine() ? m_desk.acts.claim(ref().conversation) : m_desk.acts.takeOver(ref().conversation);
    follow(op, ref());
    return op;
}

/// Whoever answers has it: what is typed next is the reply, and no letter of it is a command.
void EscalationsPage::writeReply()
{
    const Escalation &escalation = m_details.row()->escalation;
    const ConversationId conversation = escalation.conversation;
    if (isMine() && !hasLapsed())
        return Q_EMIT replyWanted(conversation, {});
    if (!isOpen(escalation) || !mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return Q_EMIT conversationWanted(conversation);
    // Where it is asked first whether to take it, the question stands above what is typed meanwhile.
    Q_EMIT replyWanted(conversation, takeOver().value_or(OpId()));
}

} // namespace foredeck::ui
