#pragma once

#include "models/items/escalationitem.h"
#include "ui/words/escalationwords.h"
#include "ui/widgets/pane.h"

class QAction;
class QHBoxLayout;
class QScrollArea;
class QStackedLayout;

namespace foredeck::ui {

class BriefColumn;
class Button;
class DueBox;
class EscalationForm;
class FlowRow;
class Glyph;
class MarkBadge;
class StatePane;
class TextLabel;
class TranscriptView;
struct StateWords;

/// One hand-over: its head with the clock and the acts, what is typed for one, the brief, and the last messages beside it.
/// Holds no data.
class EscalationPane final : public Pane {
    Q_OBJECT

public:
    explicit EscalationPane(QWidget *parent = nullptr);

    struct Actions {
        QAction *takeOver = nullptr;
        QAction *assign = nullptr;
        QAction *handBack = nullptr;
        QAction *resolve = nullptr;
        QAction *seen = nullptr;
        QAction *open = nullptr;
        QAction *back = nullptr; ///< to the list, when both are one stack
    };
    void setActions(const Actions &actions);
    void present(const EscalationRow &row, const EscalationItem &item, const QString &mark, int markSeed, const TimeContext &time);
    /// Stands in the place of who has it, until it is answered; empty: none.
    void setQuestion(const QString &words);
    /// What goes with the time alone: once a second.
    void presentClock(const EscalationRow &row, const EscalationItem &item, const TimeContext &time);
    /// Nothing is open: why, and what to do.
    void showState(const StateWords &words);
    void setBackShown(bool shown);
    /// Beside the brief; over its end when there is no room; or not at all.
    void setMessages(bool shown, bool over);
    BriefColumn *brief() const noexcept { return m_brief; }
    /// What scrolls the brief; takes the keyboard.
    QWidget *briefArea() const;
    EscalationForm *form() const noexcept { return m_form; }
    TranscriptView *messages() const noexcept { return m_messages; }
    Button *assignButton() const noexcept { return m_assign; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void makeButtons(FlowRow *acts, QWidget *head);
    QWidget *makeMessages();
    void placeMessages();

    QStackedLayout *m_stack;
    QWidget *m_whole;
    StatePane *m_state;
    Button *m_back = nullptr;
    TextLabel *m_name = nullptr;
    MarkBadge *m_mark = nullptr;
    TextLabel *m_subline = nullptr;
    Glyph *m_temperatureGlyph = nullptr;
    TextLabel *m_temperature = nullptr;
    Glyph *m_reasonGlyph = nullptr;
    TextLabel *m_reason = nullptr;
    TextLabel *m_priority = nullptr;
    TextLabel *m_handed = nullptr;
    TextLabel *m_owner = nullptr;
    DueBox *m_due = nullptr;
    Button *m_takeOver = nullptr;
    Button *m_assign = nullptr;
    Button *m_handBack = nullptr;
    Button *m_resolve = nullptr;
    Button *m_seen = nullptr;
    Button *m_open = nullptr;
    EscalationForm *m_form;
    QHBoxLayout *m_body;
    QScrollArea *m_area;
    BriefColumn *m_brief;
    QWidget *m_side;
    TranscriptView *m_messages = nullptr;
    QString m_question;
    bool m_over = false;
};

} // namespace foredeck::ui
