#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/inboxmentions.h"
#include "ui/pages/inbox/taskasker.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/mergeasker.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/toast.h"
#include "ui/words/domainwords.h"

#include <algorithm>
#include <utility>

/// Conversations in windows of their own: what the inbox shows of them, and what goes from one page to another.
namespace foredeck::ui {

void InboxPage::refreshApart(const ConversationId &conversation)
{
    if (conversation == chosen() && !conversation.empty())
        present(ConversationId(conversation)); // it may be a part of what changes
}

/// Said once: whoever is at one of its buttons stays there.
void InboxPage::showApart()
{
    if (std::exchange(m_saidApart, m_apart) == m_apart)
        return;
    const auto known = [this](const char *id) { return m_commands ? m_commands->action(QLatin1StringView(id)) : nullptr; };
    thread()->showState({QStringLiteral("open"), tr("Open in its own window"), tr("What is written to this customer is written there."), {}, false},
        known("conversation.show_window"), known("conversation.bring_back"));
    if (m_commands)
        m_commands->refresh();
}

bool InboxPage::keeps(const ConversationId &conversation) const
{
    return m_drafts.keeps(conversation) || m_mentions->keeps(conversation) || std::any_of(m_sent.begin(), m_sent.end(), [&](const auto &one) { return one.second.conversation.id == conversation; });
}

bool InboxPage::awaits() const { return !m_own.empty() || m_merge->awaits() || m_drafts.keepsUnsaved() || m_mentions->keepsUnsaved() || m_tasks->keepsUnsaved(); }

void InboxPage::takeUndo(InboxPage &from)
{
    if (from.m_held.empty())
        return;
    const int restMs = qMax(1, from.thread()->toast()->restMs());
    from.thread()->toast()->dismiss();
    forgetUndo(); // its toast gives way
    m_held = std::exchange(from.m_held, {});
    m_heldIn = from.m_heldIn;
    for (CommandRegistry *commands : {from.m_commands.data(), m_commands.data()}) {
        if (commands)
            commands->refresh();
    }
    thread()->toast()->say(tr("Reply is about to go out"), m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, restMs, true);
}

void InboxPage::takeUndoOf(const ConversationId &conversation, InboxPage &from)
{
    if (from.m_heldIn.conversation == conversation)
        takeUndo(from);
}

QString InboxPage::business() const
{
    return m_details.row() ? harmless(fromUtf8(m_details.row()->clientName)) : QString();
}

} // namespace foredeck::ui
