#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/snoozeasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/toast.h"

/// Putting a conversation away, and bringing it back.
namespace foredeck::ui {

namespace {

constexpr int snoozedMs = 6'000;
constexpr int whyNotMs = 4'000;

} // namespace

void InboxPage::addSnoozeCommands(CommandRegistry &commands)
{
    commands.add({QStringLiteral("conversation.snooze"), CommandGroup::Conversation, tr("Snooze…"), QStringLiteral("snooze"), {Qt::Key_S}, tr("later remind put away pause"),
        [this] {
            return blockedWithout([](const ConversationRow &row) {
                if (row.status == ConversationStatus::Ended)
                    return tr("it is resolved");
                return row.owner.kind == OwnerKind::Assistant ? tr("the assistant is answering; take over first") : QString();
            });
        },
        [this] { askSnooze(); }});
    // What the assistant answers looks like any other row. What can still be undone keeps its way back.
    connect(&commands, &CommandRegistry::pressedInVain, this, [this](const QString &id) {
        if (id == QStringLiteral("conversation.snooze") && m_details.row() && isVisible())
            thread()->toast()->say(tr("Cannot be snoozed: %1", "and why").arg(m_commands->reason(id)), canUndo() ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, whyNotMs, false);
    });
    commands.add({QStringLiteral("conversation.wake"), CommandGroup::Conversation, tr("Wake"), QStringLiteral("snooze"), {}, tr("snooze back now"),
        [this] { return blockedWithout([](const ConversationRow &row) { return row.status == ConversationStatus::Snoozed ? QString() : tr("it is not snoozed"); }); },
        [this] { own(m_desk.acts.wake(ref()), conversation()); }});
}

/// Below the head, at the end of the thread, where its other acts are; below its row where the list stands in front of it.
QPoint InboxPage::actsPlace() const
{
    const Theme &theme = themeOf(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto atEnd = [&](const QWidget *pane) { return qMax(16, pane->width() - theme.grown(300)); };
    if (thread()->isVisible())
        return thread()->mapToGlobal(QPoint(mirrored ? 16 : atEnd(thread()), theme.rowHeight(theme.layout().header, 24)));
    const ConversationListView *view = list()->view();
    const int below = view->visualRect(view->currentIndex()).bottom() + 1;
    return view->viewport()->mapToGlobal(QPoint(mirrored ? atEnd(view->viewport()) : 16, qBound(0, below, view->viewport()->height())));
}

void InboxPage::askSnooze()
{
    const ConversationRef asked = ref();
    const ConversationStatus before = m_details.row()->status.value();
    const bool isSnoozed = before == ConversationStatus::Snoozed;
    const auto wake = [this, asked] { own(m_desk.acts.wake(asked), asked.id); };
    m_snooze->ask(actsPlace(), [this, asked, before](Timestamp until) { snooze(asked, before, until); },
        isSnoozed ? std::function<void()>(wake) : std::function<void()>());
}

void InboxPage::snooze(const ConversationRef &conversation, ConversationStatus before, Timestamp until)
{
    actedByPerson();
    m_drafts.flush();
    own(m_desk.acts.snooze(conversation, until), conversation.id);
    m_moveOn = conversation.id;
    forgetUndo();
    m_snoozed = conversation;
    m_snoozedFrom = before;
    if (m_commands)
        m_commands->refresh();
    thread()->toast()->say(tr("Snoozed until %1").arg(comingWord(until, time())), m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, snoozedMs, false);
}

void InboxPage::undoSnooze()
{
    const ConversationRef undone = std::exchange(m_snoozed, {});
    const bool isKnown = m_snoozedFrom == ConversationStatus::Active || m_snoozedFrom == ConversationStatus::WaitingHuman;
    own(isKnown ? m_desk.acts.takeSnoozeBack(undone, m_snoozedFrom) : m_desk.acts.wake(undone), undone.id);
    thread()->toast()->dismiss();
    if (m_commands)
        m_commands->refresh();
}

} // namespace foredeck::ui
