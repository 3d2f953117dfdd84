#pragma once

#include "ui/delegates/escalationdelegate.h"
#include "ui/widgets/pane.h"

class QAction;
class QStackedLayout;

namespace foredeck::ui {

class Button;
class ConversationListView;
class Skeleton;
class StatePane;
class TextLabel;
struct StateWords;

/// The rows of one list of hand-overs, what it says when there are none, and below it how it is ordered. Holds still while
/// it is in use and tells how many rows want to move.
class EscalationListPane final : public Pane {
    Q_OBJECT

public:
    explicit EscalationListPane(QWidget *parent = nullptr);
    /// The model outlives the pane.
    void setSource(EscalationListModel &model, EscalationDelegate::ContextOf context);
    ConversationListView *view() const noexcept { return m_view; }
    /// By when they are due, or newest first.
    void setOrdered(bool byDue);
    /// Rows that want to come, go or move; `settle` lets them.
    void setWaiting(int rows, QAction *settle);
    void setCompact(bool compact);
    void showRows();
    void showLoading();
    void showState(const StateWords &words, QAction *primary = nullptr);

private:
    void fitFoot();

    ConversationListView *m_view;
    EscalationDelegate *m_delegate = nullptr;
    bool m_compact = false;
    QStackedLayout *m_stack;
    Skeleton *m_skeleton;
    StatePane *m_state;
    Pane *m_foot;
    TextLabel *m_order;
    Button *m_waiting;
};

} // namespace foredeck::ui
