#pragma once

#include <QListView>

#include <functional>
#include <utility>

namespace foredeck::ui {

/// A list of rows that may change many times a second; equal ones unless told otherwise. QListView lays all rows out again on any change of data;
/// this one repaints the rows that are on screen and nothing else (200 times less at a million rows). It tells when
/// pointer or focus are on it, so that its model can hold still.
class ConversationListView final : public QListView {
    Q_OBJECT

public:
    explicit ConversationListView(QWidget *parent = nullptr);
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
    /// Pointer inside or keyboard focus. A pointer that has never moved here rests where the window came up under it, and a focus
    /// with which nobody has done anything is where the program put it: neither holds anything.
    bool isHeld() const { return isPointedAt() || (hasFocus() && m_used); }
    /// A row that moved would do so under somebody's pointer.
    bool isPointedAt() const { return m_inside && m_moved; }
    /// A key or a press of a person is being handled: what becomes current now was chosen.
    bool isChoosing() const { return m_choosing; }
    /// The row that a step forward (1) or back (-1) leads to.
    using Step = std::function<QModelIndex(int by)>;
    /// Where the arrows lead, when that is not always the row beside.
    void setStep(Step step) { m_step = std::move(step); }
    /// Rows can be picked: by a press with Ctrl or Shift, and by the arrows with Shift. `boxWidth`: how wide the check box at the
    /// start of each row is now, in which any press picks; 0: there is none.
    void setPickable(std::function<int()> boxWidth) { m_boxWidth = std::move(boxWidth); }
    /// What is said of this row has changed, though its data has not.
    void tellRow(int row);

Q_SIGNALS:
    void heldChanged(bool held);
    /// No row would move under it now, whoever has the focus.
    void pointerLeft();
    /// Enter or double click.
    void openRequested(const QModelIndex &index);
    /// `range`: with all rows between the last one and this.
    void pickRequested(const QModelIndex &index, bool range);
    /// The current row and the one beside it.
    void extendRequested(int by);

protected:
    bool event(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Letters are commands here, never a search for a row's beginning.
    void keyboardSearch(const QString &) override { }

private:
    bool picks(const QMouseEvent *event) const;
    void tellHeld();
    void use();
    void tellNames(int first, int last);

    bool m_inside = false;
    bool m_moved = false;
    bool m_used = false; ///< somebody has pressed a key or a button here, or led the focus here
    bool m_choosing = false;
    bool m_entering = false; ///< the focus is coming
    bool m_told = false;
    bool m_picked = false; ///< by the press that is still held
    std::function<int()> m_boxWidth; ///< none: rows cannot be picked
    Step m_step;
};

} // namespace foredeck::ui
