#include "ui/delegates/conversationlistview.h"
#include "ui/pages/leads/leadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/leadtablepane.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QStyle>

/// How the panes share the width, and what follows the time.
namespace foredeck::ui {

namespace {

constexpr int detailWidth = 412;

} // namespace

void LeadsPage::apply()
{
    const bool over = m_arrangement.panelOverlay;
    auto *row = static_cast<QHBoxLayout *>(layout());
    if (over && row->indexOf(m_detail) >= 0)
        row->removeWidget(m_detail);
    else if (!over && row->indexOf(m_detail) < 0)
        row->addWidget(m_detail);
    // A stack has the whole width.
    const int wide = m_arrangement.singleStack ? width() : qMin(themeOf(this).grown(detailWidth), width());
    m_detail->setEdges(m_arrangement.singleStack ? Pane::NoEdge : Pane::Start);
    m_detail->setFixedWidth(qMax(1, wide));
    m_detail->setVisible(over ? m_detailOver : m_detailWanted);
    m_detail->setOver(over);
    m_table->setPanelShown(over);
    if (!over)
        return;
    m_detail->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(width() - wide, 0, wide, height())));
    m_detail->raise();
}

void LeadsPage::arrange(const Arrangement &arrangement)
{
    m_arrangement = arrangement;
    m_detailOver = false;
    apply();
}

QList<QWidget *> LeadsPage::panes() const
{
    return {m_table->view(), m_detail->area()};
}

bool LeadsPage::goBack()
{
    if (!m_arrangement.panelOverlay || !m_detailOver)
        return false;
    m_detailOver = false;
    apply();
    m_table->view()->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void LeadsPage::tick()
{
    m_table->view()->viewport()->update();
}

void LeadsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_rows.setLive(true);
    m_record.setLive(true);
    apply();
}

void LeadsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_rows.setLive(false);
    m_record.setLive(false);
}

void LeadsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_toast->setAnchor(rect());
    apply();
}

void LeadsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::StyleChange && event->type() != QEvent::LayoutDirectionChange)
        return;
    m_table->view()->doItemsLayout();
    apply();
    refreshDetail();
}

} // namespace foredeck::ui
