#include "ui/pages/inbox/inboxpage.h"

#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxbulk.h"
#include "ui/pages/inbox/inboxviews.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/commandregistry.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/toast.h"
#include "ui/words/domainwords.h"
#include "ui/words/rowwords.h"

#include <QAction>

#include <utility>

/// What can be taken back for a moment, the last of it by one key: a reply on its way, a resolve, what was dropped.
namespace foredeck::ui {

namespace {

constexpr int resolvedMs = 6'000;
constexpr int droppedMs = 6'000;
constexpr int undoneMs = 8'000; ///< names have to be read

} // namespace

InboxPage::Place InboxPage::here() const
{
    const auto &row = m_details.row();
    if (!row)
        return {conversation(), {}};
    const std::string &known = !row->leadName.empty() ? row->leadName : (!row->leadPhone.empty() ? row->leadPhone : row->leadEmail);
    return {conversation(), harmless(personWord(fromUtf8(known), row->lead))};
}

QString InboxPage::elsewhere(const std::vector<Place> &places) const
{
    QStringList names;
    for (const Place &place : places) {
        if (place.conversation != conversation() && !place.name.isEmpty() && !names.contains(place.name))
            names << place.name;
    }
    return names.join(QStringLiteral(", "));
}

void InboxPage::offerUndo(const OpId &reply)
{
    forgetUndo(); // their toast gives way
    m_held = reply;
    m_heldIn = here();
    if (m_commands)
        m_commands->refresh();
    const int undoMs = themeOf(this).motion().undoSendMs;
    // How long it still is stands below the reply, second by second.
    thread()->toast()->say(tr("Reply is about to go out"), m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, undoMs, true);
}

void InboxPage::holdUndo(bool held)
{
    thread()->toast()->pause(held);
}

void InboxPage::undoSend()
{
    if (m_held.empty())
        return;
    // What has been typed since is journaled first, so that the reply comes back beside it.
    m_drafts.flush();
    m_desk.acts.undoSend(m_held);
}

/// What is written and not sent stays as a draft, and whoever resolved it is told so: they may have meant to send it.
void InboxPage::endIt()
{
    m_drafts.flush();
    const bool writes = !written(CompositionKind::Reply).trimmed().isEmpty();
    forgetUndo();
    m_resolved = ref();
    ask("resolve", m_desk.acts.end(m_resolved), m_resolved.id);
    m_moveOn = m_resolved.id;
    if (m_commands)
        m_commands->refresh();
    thread()->toast()->say(writes ? tr("Resolved. Your reply was not sent; it is kept as a draft.") : tr("Resolved."),
        m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, resolvedMs, false);
}

/// It is open again, and in front of whoever resolved it.
void InboxPage::undoResolve()
{
    const ConversationRef resolved = std::exchange(m_resolved, {});
    ask("reopen", m_desk.acts.reopen(resolved), resolved.id);
    thread()->toast()->dismiss();
    open(resolved.id);
    if (m_commands)
        m_commands->refresh();
}

void InboxPage::drop(const OpId &op)
{
    m_desk.acts.drop(op);
    auto dropped = std::move(m_dropped); // several, one after the other
    auto in = std::move(m_droppedIn);
    forgetUndo();
    m_dropped = std::move(dropped);
    m_dropped.push_back(op);
    m_droppedIn = std::move(in);
    m_droppedIn.push_back(here());
    if (m_commands)
        m_commands->refresh();
    thread()->toast()->say(tr("Dropped."), m_commands ? m_commands->action(QStringLiteral("conversation.undo_send")) : nullptr, droppedMs, false);
}

/// It stands unsent in its conversation again, and goes nowhere by itself.
void InboxPage::undoDrop()
{
    for (const OpId &op : std::exchange(m_dropped, {}))
        m_desk.acts.putBack(op);
    thread()->toast()->dismiss();
    if (const QString names = elsewhere(std::exchange(m_droppedIn, {})); !names.isEmpty())
        thread()->toast()->say(tr("Unsent again in the conversation with %1", "what had been dropped").arg(isolated(names)), nullptr, undoneMs, false);
    if (m_commands)
        m_commands->refresh();
}

bool InboxPage::undoesReply() const
{
    return !m_held.empty() && m_dropped.empty() && m_snoozed.id.empty() && m_resolved.id.empty() && m_assigned.conversation.id.empty() && !(m_bulk && m_bulk->offersUndo()) && !(m_views && m_views->offersUndo());
}

bool InboxPage::canUndo() const
{
    return !m_held.empty() || !m_dropped.empty() || !m_snoozed.id.empty() || !m_resolved.id.empty() || !m_assigned.conversation.id.empty() || (m_bulk && m_bulk->offersUndo()) || (m_views && m_views->offersUndo());
}

void InboxPage::forgetUndo()
{
    m_snoozed = m_resolved = {};
    m_assigned = {};
    m_dropped.clear();
    m_droppedIn.clear();
    if (m_bulk)
        m_bulk->withdrawUndo();
    if (m_views)
        m_views->withdrawUndo();
}

void InboxPage::undo()
{
    if (m_bulk && m_bulk->offersUndo()) {
        thread()->toast()->dismiss();
        return m_bulk->undo();
    }
    if (m_views && m_views->offersUndo()) {
        thread()->toast()->dismiss();
        return m_views->undo();
    }
    if (!m_dropped.empty())
        return undoDrop();
    if (!m_assigned.conversation.id.empty())
        return undoAssign();
    if (!m_resolved.id.empty())
        return undoResolve();
    m_snoozed.id.empty() ? undoSend() : undoSnooze();
}

/// A reply that is on its way cannot be taken back any more, whatever the toast's own clock says.
void InboxPage::refreshHeld()
{
    for (int i = m_transcript.rowCount() - 1; i >= 0 && !m_held.empty(); --i) {
        const TranscriptItem &item = m_transcript.itemAt(i);
        if (item.opId.toStdString() != m_held.value || item.opState == OpState::Held)
            continue;
        m_held = OpId();
        thread()->toast()->dismiss();
        if (m_commands)
            m_commands->refresh();
    }
}

} // namespace foredeck::ui
