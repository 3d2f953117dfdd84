#pragma once

#include "ui/widgets/pane.h"
#include "ui/words/leadwords.h"

class QAction;
class QScrollArea;
class QStackedLayout;

namespace foredeck::ui {

class Button;
class Glyph;
class KinSection;
class LeadFacts;
class LeadWay;
class StatePane;
class TextLabel;
struct StateWords;

/// One lead: who it is, its way with the acts on it, and what is known. Holds no data.
class LeadPane final : public Pane {
    Q_OBJECT

public:
    explicit LeadPane(QWidget *parent = nullptr);
    struct Actions {
        QAction *open = nullptr;
        QAction *handOver = nullptr;
        QAction *status = nullptr;
        QAction *back = nullptr; ///< to the table, when the detail stands over it
        QAction *write = nullptr;
        QAction *merge = nullptr;
    };
    void setActions(const Actions &actions);
    void present(const LeadRow &row, const LeadItem &item, const LeadHistory &history, const User &me, const TimeContext &time);
    /// Nothing is open: why, and what to do.
    void showState(const StateWords &words);
    /// Over the table instead of beside it.
    void setOver(bool over);
    Button *statusButton() const noexcept { return m_status; }
    LeadWay *way() const noexcept { return m_way; }
    /// Who else this lead is or may be.
    KinSection *kin() const noexcept { return m_kin; }
    /// What scrolls; takes the keyboard.
    QWidget *area() const;

Q_SIGNALS:
    void conversationWanted(const foredeck::ConversationId &conversation);

private:
    QWidget *makeHead();
    QWidget *makeWay();

    QStackedLayout *m_stack;
    StatePane *m_state;
    Button *m_back = nullptr;
    TextLabel *m_name = nullptr;
    Glyph *m_temperatureGlyph = nullptr;
    TextLabel *m_temperature = nullptr;
    TextLabel *m_subline = nullptr;
    Button *m_open = nullptr;
    QScrollArea *m_area;
    LeadWay *m_way = nullptr;
    TextLabel *m_pending = nullptr;
    Button *m_handOver = nullptr;
    Button *m_status = nullptr;
    Button *m_write = nullptr;
    Button *m_merge = nullptr;
    KinSection *m_kin = nullptr;
    LeadFacts *m_facts;
};

} // namespace foredeck::ui
