#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace foredeck::ui {

class Button;
class TextLabel;

/// One sentence and one way back, at the bottom of the thread; never takes the focus; one at a time. With a countdown a
/// thin line shows how much of it is left.
class Toast : public QWidget {
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    /// `action` may be null (not owned). `ms`: how long; the line counts down when `counts`.
    void say(const QString &sentence, QAction *action, int ms, bool counts);
    void dismiss();
    /// Its time stands still, or goes on from where it stood.
    void pause(bool paused);
    /// How much of its time is left; 0 when it says nothing.
    int restMs() const { return m_timer.isActive() ? m_timer.remainingTime() : m_rest; }
    /// The toast keeps to the bottom centre of this rectangle of its parent.
    void setAnchor(const QRect &area);

Q_SIGNALS:
    /// The time ran out without the action.
    void expired();
    /// So many pixels at the foot of its rectangle are under it now; 0 when it is gone.
    void covers(int pixels);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void place();

    QRect m_area;
    TextLabel *m_words;
    Button *m_button;
    QTimer m_timer;
    QTimer m_tick;
    int m_ms = 0;
    int m_rest = 0; ///< of m_ms, while it stands still
    bool m_counts = false;
};

} // namespace foredeck::ui
