#include "ui/transcript/transcriptaccessible.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include "ui/widgets/painting.h"

#include <utility>

namespace foredeck::ui {

namespace {

bool isSomebodyWriting()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->testAttribute(Qt::WA_InputMethodEnabled);
}

} // namespace

int TranscriptView::rowAtPoint(const QPoint &point) const
{
    for (int row = m_anchor.row; row < m_heights.size(); ++row) {
        const QRect rect = rowRect(row);
        if (rect.contains(point))
            return row;
        if (rect.top() > point.y())
            break;
    }
    return -1;
}

QPoint TranscriptView::logical(int row, const QPoint &point) const
{
    const QRect rect = rowRect(row);
    const QPoint inside = point - rect.topLeft();
    return layoutDirection() == Qt::RightToLeft ? QPoint(rect.width() - 1 - inside.x(), inside.y()) : inside;
}

void TranscriptView::act(int row, EntryAct what)
{
    const QString id = m_item(row).id;
    if (what == EntryAct::None)
        return;
    if (what == EntryAct::ShowAll)
        return unfold(row);
    if (what != EntryAct::ToggleDecision) {
        Q_EMIT actRequested(id, what);
        return;
    }
    if (!m_open.remove(id))
        m_open.insert(id);
    // The entry stays where it is: it becomes the anchor.
    m_follow = false;
    m_anchor = {row, rowRect(row).top()};
    forget(row);
    settle();
    viewport()->update();
    // Unless what was asked for would be out of sight.
    if (m_open.contains(id))
        reveal(row);
    tellTranscriptRow(this, QAccessible::NameChanged, row);
}

/// The entry stays where it is and grows downwards.
void TranscriptView::unfold(int row)
{
    m_whole.insert(m_item(row).id);
    m_follow = false;
    m_anchor = {row, rowRect(row).top()};
    forget(row);
    settle();
    viewport()->update();
    tellTranscriptRow(this, QAccessible::NameChanged, row);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint point = event->position().toPoint();
    m_pressed = point;
    m_selectedId.clear();
    m_selecting = false;
    m_currentShown = false;
    m_pressedAct = EntryAct::None;
    const int row = rowAtPoint(point);
    if (row >= 0) {
        m_current = row;
        const EntryLayout &entry = laidOut(row);
        const QPoint at = logical(row, point);
        m_pressedId = m_item(row).id;
        m_pressedAct = actAt(entry, at);
        if (m_pressedAct == EntryAct::None && entry.textAt.adjusted(-12, -8, 12, 8).contains(at)) {
            const QRect text = QStyle::visualRect(layoutDirection(), QRect(0, 0, entry.width, entry.height), entry.textAt);
            m_selectedId = entry.view.id;
            m_selectionFrom = m_selectionTo = entry.text.indexAt(point - rowRect(row).topLeft() - text.topLeft(), text.width());
            m_selecting = true;
        }
    }
    // Whoever writes goes on writing, and no letter of it is a command. A second press follows one that did what there was.
    if (m_pressedAct == EntryAct::None && event->type() == QEvent::MouseButtonPress && !isSomebodyWriting())
        setFocus(Qt::MouseFocusReason);
    viewport()->update();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int row = rowAtPoint(point);
    if (!m_selecting) {
        const bool hand = row >= 0 && actAt(laidOut(row), logical(row, point)) != EntryAct::None;
        const bool text = row >= 0 && laidOut(row).textAt.contains(logical(row, point));
        viewport()->setCursor(hand ? Qt::PointingHandCursor : (text ? Qt::IBeamCursor : Qt::ArrowCursor));
        return;
    }
    if (row < 0 || m_item(row).id != m_selectedId)
        return;
    // A hand that slips while it presses chooses nothing.
    if (m_selectionTo == m_selectionFrom && (point - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const EntryLayout &entry = laidOut(row);
    const QRect text = QStyle::visualRect(layoutDirection(), QRect(0, 0, entry.width, entry.height), entry.textAt);
    m_selectionTo = entry.text.indexAt(point - rowRect(row).topLeft() - text.topLeft(), text.width());
    if (m_selectionTo != m_selectionFrom)
        setFocus(Qt::MouseFocusReason); // to be copied
    viewport()->update();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    m_selecting = false;
    const QPoint point = event->position().toPoint();
    if (std::exchange(m_doubled, false))
        return;
    if (event->button() != Qt::LeftButton || (point - m_pressed).manhattanLength() > 6)
        return;
    // Entries come and go meanwhile: what has come under the pointer was not pressed.
    const int row = rowAtPoint(point);
    if (row >= 0 && m_item(row).id == m_pressedId && actAt(laidOut(row), logical(row, point)) == m_pressedAct)
        act(row, m_pressedAct);
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event);
    m_doubled = true;
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = event->reason() == QContextMenuEvent::Keyboard ? m_current : rowAtPoint(event->pos());
    if (row >= 0)
        Q_EMIT contextRequested(row, event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(rowRect(row).center()) : event->globalPos());
}

void TranscriptView::moveCurrent(int by)
{
    const int rows = m_heights.size();
    if (rows == 0)
        return;
    setCurrentRow(m_current < 0 ? rows - 1 : qBound(0, m_current + by, rows - 1));
}

void TranscriptView::setCurrentRow(int row)
{
    m_current = row;
    m_currentShown = true;
    reveal(row);
    viewport()->update();
    tellTranscriptRow(this, QAccessible::Focus, row);
    if (row < 3)
        Q_EMIT olderWanted();
}

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(-1);
    case Qt::Key_Down:
        return moveCurrent(1);
    case Qt::Key_PageUp:
        return bar->setValue(bar->value() - bar->pageStep() * 9 / 10);
    case Qt::Key_PageDown:
        return bar->setValue(bar->value() + bar->pageStep() * 9 / 10);
    case Qt::Key_Home:
        return bar->setValue(0);
    case Qt::Key_End:
        return scrollToBottom();
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current < 0 || m_current >= m_heights.size() || !m_currentShown)
            break;
        if (!laidOut(m_current).view.decision.empty())
            return act(m_current, EntryAct::ToggleDecision);
        // None of the acts is so harmless that one key may do it: they are offered.
        if (!laidOut(m_current).view.acts.empty() || laidOut(m_current).view.folded)
            return Q_EMIT contextRequested(m_current, viewport()->mapToGlobal(rowRect(m_current).center()));
        break;
    default:
        break;
    }
    event->ignore();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAtPoint(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), plainTip(laidOut(row).view.tip), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString TranscriptView::selectedText() const
{
    if (m_selectedId.isEmpty() || m_selectionFrom == m_selectionTo)
        return {};
    for (int row = 0; row < m_heights.size(); ++row) {
        if (m_item(row).id == m_selectedId)
            return laidOut(row).view.text.mid(qMin(m_selectionFrom, m_selectionTo), qAbs(m_selectionTo - m_selectionFrom));
    }
    return {};
}

void TranscriptView::copy() const
{
    QString text = selectedText();
    if (text.isEmpty() && m_current >= 0 && m_current < m_heights.size())
        text = shownText(m_item(m_current).text); // a long one is shown folded
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace foredeck::ui
