#include "ui/pages/escalations/escalationlistpane.h"

#include "ui/delegates/conversationlistview.h"
#include "ui/widgets/announcing.h"
#include "ui/widgets/button.h"
#include "ui/widgets/glyphlabel.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace foredeck::ui {

EscalationListPane::EscalationListPane(QWidget *parent) : Pane(Color::Surface, NoEdge, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedLayout;
    m_view = new ConversationListView(this);
    m_view->setUniformItemSizes(false);
    setSpokenName(m_view, tr("List of escalations"));
    m_skeleton = new Skeleton(this);
    m_state = new StatePane(this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_skeleton);
    m_stack->addWidget(m_state);
    column->addLayout(m_stack, 1);

    m_foot = new Pane(Color::Surface, Pane::Top, this);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(16, 11, 16, 10);
    row->setSpacing(8);
    row->addWidget(new Glyph(QStringLiteral("sort"), 14, Color::Text3), 0, Qt::AlignVCenter);
    m_order = new TextLabel({}, Step::Caption, Color::Text3);
    m_order->setWrapping(true);
    m_waiting = new Button({}, Button::Look::Link, m_foot);
    m_waiting->hide();
    row->addWidget(m_order, 1);
    row->addWidget(m_waiting);
    column->addWidget(m_foot);
    setOrdered(true);
}

void EscalationListPane::setSource(EscalationListModel &model, EscalationDelegate::ContextOf context)
{
    m_delegate = new EscalationDelegate(model, std::move(context), m_view);
    m_delegate->setCompact(m_compact);
    m_view->setItemDelegate(m_delegate);
    m_view->setModel(&model);
}

void EscalationListPane::setOrdered(bool byDue)
{
    m_order->setText(byDue ? tr("Sorted by due time. The order holds while you point at the list or it has the focus.")
                           : tr("Newest first. The order holds while you point at the list or it has the focus."));
}

void EscalationListPane::setWaiting(int rows, QAction *settle)
{
    m_waiting->setVisible(rows > 0);
    m_order->setVisible(rows == 0);
    fitFoot();
    if (rows == 0 || !settle)
        return;
    m_waiting->setAction(settle, tr("%n row(s) want(s) to move", "", rows));
}

void EscalationListPane::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    if (m_delegate)
        m_delegate->setCompact(compact);
    m_view->doItemsLayout();
}

void EscalationListPane::showRows()
{
    m_stack->setCurrentWidget(m_view);
    fitFoot();
}

void EscalationListPane::showLoading()
{
    m_stack->setCurrentWidget(m_skeleton);
    fitFoot();
}

void EscalationListPane::showState(const StateWords &words, QAction *primary)
{
    m_state->set(words, primary);
    m_stack->setCurrentWidget(m_state);
    fitFoot();
}

/// Where no row stands none is in order; some may wait to come.
void EscalationListPane::fitFoot()
{
    m_foot->setVisible(m_stack->currentWidget() == m_view || !m_waiting->isHidden());
}

} // namespace foredeck::ui
