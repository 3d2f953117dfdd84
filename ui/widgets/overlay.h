#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

namespace foredeck::ui {

/// Property of an action whose shortcut works while an overlay is open.
constexpr const char *worksAboveOverlays = "worksAboveOverlays";

/// A popup over the whole window: scrim, and a box that stands `topMargin` below the top (or in the middle when below 0).
/// Esc or a press beside the box closes it; the focus goes back to where it was. Never a dialog of its own loop. While it
/// is open no shortcut of the window works but those of actions that bear `worksAboveOverlays`.
class Overlay : public QWidget {
    Q_OBJECT

public:
    Overlay(QWidget *window, int boxWidth, int topMargin);
    void open();
    void close();
    bool isOpen() const { return isVisible(); }
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

private:
    QWidget *m_box;
    int m_boxWidth;
    int m_topMargin;
    QPointer<QWidget> m_before;
};

} // namespace foredeck::ui
