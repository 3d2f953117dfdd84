#include "ui/pages/inbox/inboxpage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/preferences.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QEvent>

/// Who looks: what counts as read, and whether a person has begun to do something of their own.
namespace foredeck::ui {

void InboxPage::offerHandOver()
{
    if (!m_isUntouched || isStacked() || list()->view()->isHeld() || m_desk.preferences.isHintDone(takeOverHint))
        return;
    if (const auto &row = m_details.row(); !row || row->escalated)
        return;
    for (int row = 0; row < m_list_.rowCount(); ++row) {
        const ConversationItem &item = m_list_.itemAt(row);
        if (item.escalated && item.owner == OwnerKind::Nobody)
            return list()->view()->setCurrentIndex(m_list_.index(row, 0));
    }
}

void InboxPage::actedByPerson()
{
    touched();
    m_byPerson = true;
    markRead();
}

void InboxPage::markRead()
{
    const std::int64_t last = m_transcript.lastPosition();
    const bool seen = thread()->isVisible() && window()->isActiveWindow() && thread()->transcript()->atBottom();
    if (!m_byPerson || !seen || last <= m_read || !m_details.row())
        return;
    m_read = last;
    m_desk.acts.read(ref(), last);
}

bool InboxPage::event(QEvent *event)
{
    const bool done = InboxPanes::event(event);
    if (event->type() == QEvent::WindowActivate)
        markRead();
    return done;
}

void InboxPage::showEvent(QShowEvent *event)
{
    InboxPanes::showEvent(event);
    // What was chosen before there was room for it may stand outside of it.
    QMetaObject::invokeMethod(list()->view(), [view = list()->view()] { view->scrollTo(view->currentIndex()); }, Qt::QueuedConnection);
    markRead();
    if (!event->spontaneous())
        tellPresence(PresenceKind::Viewing);
}

/// Who is on another page looks at no conversation, and the others need not wait for them.
void InboxPage::hideEvent(QHideEvent *event)
{
    InboxPanes::hideEvent(event);
    if (!event->spontaneous())
        tellGone();
}

/// Whoever presses a key or a button anywhere in the window has begun to do something of their own.
bool InboxPage::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        if (watched->isWidgetType() && static_cast<QWidget *>(watched)->window() == window())
            touched();
        break;
    default:
        break;
    }
    // Who presses or scrolls in the thread reads it.
    if (watched == thread()->transcript()->viewport() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel))
        actedByPerson();
    return InboxPanes::eventFilter(watched, event);
}

void InboxPage::touched()
{
    m_isUntouched = false;
    qApp->removeEventFilter(this);
}

} // namespace foredeck::ui
