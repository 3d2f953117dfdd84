#pragma once

#include "ui/widgets/overlay.h"

namespace foredeck::ui {

class Button;
class QuestionPane;

/// Asked when the window of a business on this computer is closed: customers are answered only while the program runs, so
/// it says so and offers to stay in the tray where the desktop has one. Esc and a press beside it leave the window open.
class Farewell final : public Overlay {
    Q_OBJECT

public:
    explicit Farewell(QWidget *window);
    /// `tray`: whether the desktop has a place to stay in.
    void ask(bool tray);

Q_SIGNALS:
    void stayChosen();
    void quitChosen();

protected:
    QWidget *firstFocus() const override;

private:
    Button *m_stay;
    Button *m_keepOpen;
    QuestionPane *m_pane;
    Button *m_safe = nullptr; ///< the answer that loses nothing
};

} // namespace foredeck::ui
