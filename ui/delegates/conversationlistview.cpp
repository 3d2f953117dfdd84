#include "ui/delegates/conversationlistview.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <utility>

namespace foredeck::ui {

ConversationListView::ConversationListView(QWidget *parent) : QListView(parent)
{
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalScrollBar()->setSingleStep(24);
}

void ConversationListView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (roles.contains(Qt::SizeHintRole))
        return QListView::dataChanged(topLeft, bottomRight, roles);
    if (!uniformItemSizes()) {
        viewport()->update(visualRect(topLeft).united(visualRect(bottomRight)));
        return tellNames(topLeft.row(), bottomRight.row());
    }
    // Not visualRect(): where rows have just come or moved it lays all of them out first, once for each change.
    const int height = sizeHintForIndex(topLeft).height();
    const QRect area(0, topLeft.row() * height - verticalOffset(), viewport()->width(), (bottomRight.row() - topLeft.row() + 1) * height);
    if (area.intersects(viewport()->rect()))
        viewport()->update(area);
    tellNames(topLeft.row(), bottomRight.row());
}

void ConversationListView::tellNames(int first, int last)
{
    if (!QAccessible::isActive())
        return;
    for (int row = first; row <= last; ++row) {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        event.setChild(row);
        QAccessible::updateAccessibility(&event);
    }
}

QModelIndex ConversationListView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (m_entering)
        return {};
    if (m_step && (action == MoveUp || action == MoveDown))
        return m_step(action == MoveDown ? 1 : -1);
    return QListView::moveCursor(action, modifiers);
}

bool ConversationListView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) {
        m_inside = event->type() == QEvent::Enter;
        tellHeld();
        if (!m_inside)
            Q_EMIT pointerLeft();
    } else if (event->type() == QEvent::MouseMove && !m_moved) {
        m_moved = true;
        tellHeld();
    }
    return QListView::viewportEvent(event);
}

/// Before the letters that are commands are taken for those.
bool ConversationListView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride)
        use();
    return QListView::event(event);
}

void ConversationListView::use()
{
    m_used = true;
    tellHeld();
}

void ConversationListView::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_used = m_used || reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::MouseFocusReason || reason == Qt::ShortcutFocusReason;
    {
        // Qt would make the first row current, whatever is open, and not even select it.
        const QScopedValueRollback entering(m_entering, true);
        QListView::focusInEvent(event);
    }
    tellHeld();
}

void ConversationListView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
    tellHeld();
}

void ConversationListView::tellHeld()
{
    if (isHeld() == m_told)
        return;
    m_told = isHeld();
    Q_EMIT heldChanged(m_told);
}

void ConversationListView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT openRequested(currentIndex());
        return;
    }
    const bool arrow = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (m_boxWidth && arrow && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier) {
        Q_EMIT extendRequested(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    const QScopedValueRollback choosing(m_choosing, true);
    QListView::keyPressEvent(event);
}

void ConversationListView::tellRow(int row)
{
    update(model()->index(row, 0));
    tellNames(row, row);
}

bool ConversationListView::picks(const QMouseEvent *event) const
{
    if (!m_boxWidth || event->button() != Qt::LeftButton || !indexAt(event->position().toPoint()).isValid())
        return false;
    const int x = event->position().toPoint().x();
    const int box = m_boxWidth();
    const bool inBox = layoutDirection() == Qt::RightToLeft ? x >= viewport()->width() - box : x < box;
    return inBox || event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
}

void ConversationListView::mousePressEvent(QMouseEvent *event)
{
    use();
    m_picked = picks(event);
    if (m_picked) {
        Q_EMIT pickRequested(indexAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    }
    const QScopedValueRollback choosing(m_choosing, true);
    QListView::mousePressEvent(event);
}

/// A press that picked is no click on the row.
void ConversationListView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!std::exchange(m_picked, false))
        QListView::mouseReleaseEvent(event);
}

void ConversationListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (picks(event))
        return mousePressEvent(event); // pressed twice, quickly: each press counts
    QListView::mouseDoubleClickEvent(event);
    if (const QModelIndex index = indexAt(event->position().toPoint()); index.isValid())
        Q_EMIT openRequested(index);
}

void ConversationListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace foredeck::ui
