#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/claimstrip.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxfind.h"
#include "ui/pages/inbox/inboxunread.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/transcript/transcriptview.h"

#include <QAction>
#include <QMenu>

namespace foredeck::ui {

QString InboxPage::blockedWithout(const std::function<QString(const ConversationRow &)> &rule) const
{
    const auto &row = m_details.row();
    if (!row || !isVisible())
        return tr("no conversation is open");
    if (!mayDo(m_desk.ephemera.me().role.value(), Right::Work))
        return tr("your role may only read");
    return rule(*row);
}

QString InboxPage::blockedReply(const ConversationRow &row) const
{
    if (!leadsBack())
        return tr("nothing can be sent back on this channel");
    if (row.status == ConversationStatus::Ended)
        return tr("it is resolved; reopen it first");
    // What was asked for goes out before what is written after it.
    if (!isMine() && m_taking != row.id)
        return tr("take over first");
    return row.channel == ChannelKind::WhatsApp && row.replyWindowUntil && *row.replyWindowUntil < time().now ? tr("the channel's window is closed") : QString();
}

/// The same once more, before the row tells of the first: nobody means that twice.
QString InboxPage::blockedTwice(const char *act) const
{
    const auto asked = m_asked.find(conversation());
    return asked != m_asked.end() && asked->second.act == QLatin1StringView(act) ? tr("it is being done already") : QString();
}

/// Of an act that would wait until somebody has decided about the reply that needs a look: it looks done and is not.
QString InboxPage::blockedBehindReply(const char *act) const
{
    return m_conflict.empty() ? blockedTwice(act) : tr("a reply of yours has to be looked at first");
}

void InboxPage::ask(const char *act, const OpId &op, const ConversationId &conversation)
{
    own(op, conversation);
    m_asked[conversation] = {QLatin1StringView(act), op};
}

void InboxPage::step(int by)
{
    ConversationListView *view = list()->view();
    const int rows = m_list_.rowCount();
    if (rows == 0)
        return;
    const int next = beside(by).row();
    view->setCurrentIndex(m_list_.index(next, 0));
    view->scrollTo(m_list_.index(next, 0));
    openRow(m_list_.index(next, 0), true);
    if (next >= rows - 5 && m_list_.canFetchMore({}))
        m_list_.fetchMore({});
}

/// Whoever wants to write takes over for it: were the key refused, the words would be commands.
void InboxPage::reply()
{
    if ((!isMine() || hasLapsed()) && blockedTwice("take_over").isEmpty())
        return takeOver();
    showWhatIsWritten();
    thread()->composer()->begin(CompositionKind::Reply);
}

void InboxPage::addCommands(CommandRegistry &commands)
{
    m_commands = &commands;
    using Group = CommandGroup;
    const auto ended = [](const ConversationRow &row) { return row.status == ConversationStatus::Ended; };
    const auto add = [&](const char *id, Group group, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms,
                         std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), group, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(blocked), std::move(run)});
    };
    QAction *takeOverAction = add("conversation.take_over", Group::Conversation, tr("Take over"), "take-over", {Qt::Key_T}, tr("claim answer myself"), [this, ended] {
        return blockedWithout([&](const ConversationRow &row) { return ended(row) ? tr("it is resolved; reopen it first") : (isMine() && !hasLapsed() ? QString() : blockedTwice("take_over")); });
    }, [this] { takeOver(); });
    QAction *handBack = add("conversation.hand_back", Group::Conversation, tr("Hand back to the assistant"), "hand-back", {Qt::Key_H}, tr("release return"), [this] {
        return blockedWithout([&](const ConversationRow &row) {
            if (isAtDesk(row.channel.value()))
                return tr("the assistant cannot answer who came in or called");
            return isMine() ? blockedBehindReply("hand_back") : tr("you are not answering");
        });
    }, [this] {
        ask("hand_back", m_desk.acts.release(ref(), true), conversation());
        m_moveOn = conversation();
    });
    QAction *resolve = add("conversation.resolve", Group::Conversation, tr("Resolve"), "resolve", {Qt::Key_E}, tr("end close done archive"), [this, ended] {
        return blockedWithout([&](const ConversationRow &row) { return ended(row) ? tr("it is resolved already") : blockedBehindReply("resolve"); });
    }, [this] { endIt(); });
    QAction *reopen = add("conversation.reopen", Group::Conversation, tr("Reopen"), "undo", {}, tr("undo resolve"), [this, ended] {
        return blockedWithout([&](const ConversationRow &row) { return ended(row) ? blockedTwice("reopen") : tr("it is open"); });
    }, [this] { ask("reopen", m_desk.acts.reopen(ref()), conversation()); });
    QAction *letGo = add("conversation.let_go", Group::Conversation, tr("Let go, for somebody else"), "people", {}, tr("release unassign"), [this] {
        return blockedWithout([&](const ConversationRow &) { return isMine() ? blockedBehindReply("let_go") : tr("you are not answering"); });
    }, [this] { ask("let_go", m_desk.acts.release(ref(), false), conversation()); });
    QAction *escalate = add("conversation.escalate", Group::Conversation, tr("Hand to the team"), "escalation", {}, tr("escalate person"), [this, ended] {
        return blockedWithout([&](const ConversationRow &row) { return ended(row) ? tr("it is resolved") : (row.escalated ? tr("it is with the team already") : blockedTwice("escalate")); });
    }, [this] { ask("escalate", m_desk.acts.escalate(ref(), EscalationReason::HumanRequested, {}, 2), conversation()); });
    add("conversation.reply", Group::Conversation, tr("Write a reply"), "reply", {Qt::Key_R}, tr("answer"), [this, ended] {
        return blockedWithout([&](const ConversationRow &row) { return !leadsBack() ? tr("nothing can be sent back on this channel") : (ended(row) ? tr("it is resolved; reopen it first") : QString()); });
    }, [this] { reply(); });
    add("conversation.note", Group::Conversation, tr("Write a private note"), "lock", {Qt::Key_N}, tr("team internal"), [this] {
        return blockedWithout([](const ConversationRow &) { return QString(); });
    }, [this] {
        thread()->composer()->setKind(CompositionKind::Note);
        focusComposer();
    });
    QAction *sendAction = add("conversation.send", Group::Conversation, tr("Send what is written"), "send", {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, {}, [this] {
        return blockedWithout([&](const ConversationRow &row) {
            const Composer *composer = thread()->composer();
            if (composer->text(composer->kind()).trimmed().isEmpty())
                return tr("nothing is written yet");
            if (composer->macros()->isOpen()) // what is typed to find one is for nobody
                return tr("choose a macro or leave the list");
            if (composer->people()->isOpen()) // who is typed half-way would not be told
                return tr("choose somebody or leave the list");
            if (const QString open = composer->unfilled(); !open.isEmpty())
                return tr("fill in or remove %1").arg(open);
            if (composer->isTooLong())
                return tr("it is more than the 64 KB of one message");
            if (!m_drafts.isLoaded()) // it would be emptied with this
                return tr("what was written here before is still being read");
            if (composer->kind() == CompositionKind::Note)
                return QString();
            return blockedReply(row);
        });
    }, [this] { send(); });
    QAction *macroAction = add("conversation.macro", Group::Conversation, tr("Insert a macro"), "canned", {}, tr("canned reply template slash /"), [this] {
        return blockedWithout([&](const ConversationRow &row) {
            if (!thread()->composer()->macros()->hasMacros())
                return tr("this business has no macros yet");
            if (thread()->composer()->edit()->isEnabled())
                return QString();
            const QString why = blockedReply(row);
            return why.isEmpty() ? tr("take over first") : why;
        });
    }, [this] {
        focusComposer();
        thread()->composer()->macros()->begin();
    });
    add("conversation.mention", Group::Conversation, tr("Mention a colleague in a note"), "person", {}, tr("at @ tell team"), [this] {
        return blockedWithout([&](const ConversationRow &) { return thread()->composer()->people()->hasPeople() ? QString() : tr("nobody else sees this business"); });
    }, [this] {
        thread()->composer()->setKind(CompositionKind::Note);
        focusComposer();
        thread()->composer()->people()->begin();
    });
    QAction *undoAction = add("conversation.undo_send", Group::Conversation, tr("Undo the last reply, snooze, assignment or resolve"), "undo", {QKeySequence(Qt::CTRL | Qt::Key_Z)}, tr("take back"), [this] {
        return canUndo() ? QString() : tr("there is nothing to undo");
    }, [this] { undo(); });
    addSnoozeCommands(commands);
    QAction *labels = add("conversation.labels", Group::Conversation, tr("Labels…"), "tag", {Qt::Key_L}, tr("tag mark category"), [this] {
        return blockedWithout([](const ConversationRow &) { return QString(); });
    }, [this] { askLabels(); });
    addAssignCommand(commands);
    addFollowCommand(commands);
    const auto blockedReading = [this] { return m_details.row() && isVisible() ? QString() : tr("no conversation is open"); };
    const auto bringUp = [this] {
        if (isStacked())
            showThread(true);
    };
    m_find->addCommands(commands, blockedReading, bringUp);
    m_unread->addCommands(commands, blockedReading, bringUp);
    addTaskCommands(commands);
    addMergeCommands(commands);
    if (hasList())
        addListCommands(commands);
    QAction *panelAction = add("view.panel", Group::View, tr("Side panel"), "panel-end", {QKeySequence(Qt::CTRL | Qt::Key_Period)}, tr("lead details"), {}, [this] { togglePanel(); });
    QAction *decisions = add("view.decisions", Group::View, tr("What the assistant decided"), "assistant", {}, tr("decisions sources"), [this] { return isVisible() ? QString() : tr("the inbox is not shown"); }, [this] {
        if (!isPanelShown())
            togglePanel();
        panel()->showTab(panel()->tabOf(QStringLiteral("decisions")));
    });
    QAction *back = !hasList() ? nullptr : add("view.back", Group::View, tr("Back to the list"), "chevron-left", {}, {}, [this] { return isStacked() ? QString() : tr("the list is shown already"); }, [this] {
        m_find->close();
        goBack();
    });

    thread()->setActions({handBack, resolve, panelAction, back});
    thread()->moreMenu()->addActions({takeOverAction, letGo, escalate, commands.action(QStringLiteral("conversation.snooze")), commands.action(QStringLiteral("conversation.wake")), labels, commands.action(QStringLiteral("conversation.assign")), commands.action(QStringLiteral("conversation.follow")), commands.action(QStringLiteral("task.new")), commands.action(QStringLiteral("lead.merge")), reopen, decisions});
    thread()->strip()->setActions(takeOverAction, reopen);
    thread()->composer()->setActions(sendAction, undoAction, macroAction);
    panel()->setCloseAction(panelAction);
    if (m_bulk)
        m_bulk->addCommands(commands);
    commands.refresh();
}

void InboxPage::addListCommands(CommandRegistry &commands)
{
    const auto add = [&](const char *id, const QString &text, const char *glyph, QList<QKeySequence> keys, const QString &synonyms, std::function<QString()> blocked, std::function<void()> run) {
        return commands.add({QLatin1StringView(id), CommandGroup::List, text, QLatin1StringView(glyph), std::move(keys), synonyms, std::move(blocked), std::move(run)});
    };
    const auto unlessShown = [this] { return isVisible() ? QString() : tr("the inbox is not shown"); };
    add("list.next", tr("Next conversation"), "arrow-down", {Qt::Key_J, QKeySequence(Qt::CTRL | Qt::Key_PageDown)}, {}, unlessShown, [this] { step(1); })->setAutoRepeat(true);
    add("list.previous", tr("Previous conversation"), "arrow-up", {Qt::Key_K, QKeySequence(Qt::CTRL | Qt::Key_PageUp)}, {}, unlessShown, [this] { step(-1); })->setAutoRepeat(true);
    add("list.settle", tr("Let rows move"), "refresh", {Qt::Key_F5}, tr("refresh sort"), [this] { return m_list_.waiting() > 0 ? QString() : tr("no row wants to move"); }, [this] { m_list_.settle(); });
    addFilterCommands(commands);
}

} // namespace foredeck::ui
