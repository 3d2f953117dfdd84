#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace foredeck::ui {

/// Property of an action whose shortcut works while an overlay is open.
constexpr const char *worksAboveOverlays = "worksAboveOverlays";

/// A popup over the whole window: scrim, and a box that stands `topMargin` below the top (or in the middle when below 0).
/// Esc or a press beside the box closes it; the focus goes back to where it was. Never a dialog of its own loop. While it
/// is open no shortcut of the window works but those of actions that bear `worksAboveOverlays`, and the keyboard stays in it.
/// The box is as high as what is in it, also when that becomes more.
class Overlay : public QWidget {
    Q_OBJECT

public:
    Overlay(QWidget *window, int boxWidth, int topMargin);
    void open();
    void close();
    bool isOpen() const { return isVisible(); }
    /// Words stand in it, open or not, that are kept nowhere else.
    virtual bool holdsWords() const { return false; }
    /// They are not wanted any more.
    virtual void dropWords() { }
    QWidget *box() const noexcept { return m_box; }

Q_SIGNALS:
    void opened();
    void closed();

protected:
    bool event(QEvent *event) override;
    /// What takes the focus when it opens.
    virtual QWidget *firstFocus() const { return m_box; }
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void place();
    /// Where the window is too low for the box it is scrolled, not pressed together. Before anything is put into it.
    void setScrolls();
    /// Scrolls to it where the box scrolls.
    void reveal(QWidget *part);

private:
    enum class Top { Chosen, Stays };
    void placeBox(Top stands);
    int heightFor(int width) const;
    QRect frame() const;
    bool isOnTop() const;
    void onFocus(QWidget *now);
    void keepKeyboard();

    QWidget *m_box;
    int m_boxWidth;
    int m_topMargin;
    QScrollArea *m_area = nullptr; ///< of a box that scrolls
    bool m_isPlaceDue = false;
    QPointer<QWidget> m_before;
};

} // namespace foredeck::ui
