#include "ui/pages/escalations/escalationspage.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/statstrip.h"
#include "ui/transcript/transcriptview.h"

#include <QSplitter>

/// How the panes share the width, and what follows the time.
namespace foredeck::ui {

namespace {

constexpr int escalationsListWidth = 372;

} // namespace

void EscalationsPage::apply()
{
    const Theme &theme = themeOf(this);
    const LayoutTokens &layout = theme.layout();
    const bool stack = m_arrangement.singleStack;
    m_list->setVisible(!stack || !m_detailShown);
    m_detail->setVisible(!stack || m_detailShown);
    m_detail->setBackShown(stack);
    // One of them alone needs the whole height.
    m_header->setVisible(!stack || !m_detailShown);
    m_stats->setVisible(!stack || !m_detailShown);
    m_list->setCompact(m_arrangement.listCompact && !stack);
    m_list->setMinimumWidth(stack ? 0 : theme.grown(m_arrangement.listCompact ? 260 : layout.listMin));
    m_list->setMaximumWidth(stack ? QWIDGETSIZE_MAX : theme.grown(layout.listMax));
    if (!stack) {
        const bool drawn = m_listWidth > 0 && !m_arrangement.listCompact;
        const int wide = drawn ? m_listWidth : theme.grown(m_arrangement.listCompact ? 300 : escalationsListWidth);
        m_splitter->setSizes({wide, qMax(1, m_splitter->width() - wide - 1)});
    }
    const bool over = m_arrangement.panelOverlay;
    m_detail->setMessages(over ? m_messagesOver : m_messagesWanted, over);
}

void EscalationsPage::arrange(const Arrangement &arrangement)
{
    m_arrangement = arrangement;
    m_messagesOver = false;
    apply();
}

/// In a stack it comes in front of the list; whether it did.
bool EscalationsPage::showDetail()
{
    if (!m_arrangement.singleStack || m_detailShown)
        return false;
    m_detailShown = true;
    apply();
    return true;
}

QList<QWidget *> EscalationsPage::panes() const
{
    return {m_list->view(), m_detail->briefArea(), m_detail->messages()};
}

bool EscalationsPage::goBack()
{
    if (m_detail->form()->kind() != Form::None) {
        closeForm();
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    if (m_arrangement.panelOverlay && m_messagesOver) {
        m_messagesOver = false;
        apply();
        return true;
    }
    if (m_arrangement.singleStack && m_detailShown) {
        m_detailShown = false;
        apply();
        m_list->view()->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

void EscalationsPage::tick()
{
    const TimeContext now = time();
    const QDateTime midnight = localTime(now.now, now).date().startOfDay(now.zone);
    m_figures.setDay(fromMs(midnight.toMSecsSinceEpoch()));
    m_list->view()->viewport()->update();
    m_detail->messages()->refreshTimes();
    if (m_details.row())
        m_detail->presentClock(*m_details.row(), item(), now);
}

void EscalationsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fetchClosed();
    tick();
}

void EscalationsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    apply();
}

void EscalationsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange) {
        m_list->view()->doItemsLayout();
        apply();
    }
}

} // namespace foredeck::ui
