#pragma once

#include "ui/delegates/leaddelegate.h"
#include "ui/widgets/pane.h"

class QAction;
class QStackedLayout;

namespace foredeck::ui {

class Button;
class ConversationListView;
class LeadFilters;
class LeadHeader;
class Skeleton;
class StatePane;
class TextLabel;
struct StateWords;

/// The table of leads: how many, what narrows it, its columns, one page of rows or what is said in their place, and the way to
/// the other pages. Holds still while it is in use and tells how many rows want to move.
class LeadTablePane final : public Pane {
    Q_OBJECT

public:
    explicit LeadTablePane(QWidget *parent = nullptr);
    /// The model outlives the pane.
    void setSource(LeadListModel &model, LeadDelegate::ContextOf context);
    struct Actions {
        QAction *previous = nullptr;
        QAction *next = nullptr;
        QAction *panel = nullptr;
        QAction *settle = nullptr;
        QAction *make = nullptr;
        QAction *day = nullptr; ///< prints the list of today
    };
    void setActions(const Actions &actions);
    ConversationListView *view() const noexcept { return m_view; }
    LeadFilters *filters() const noexcept { return m_filters; }
    LeadHeader *header() const noexcept { return m_header; }
    /// `filters`: how many of them hide something.
    void presentCounts(const LeadListModel &model, int filters);
    /// Rows that want to come, go or move.
    void setWaiting(int rows);
    /// The detail stands over the table and has to be asked for.
    void setPanelShown(bool asked);
    void showRows();
    void showLoading();
    void showState(const StateWords &words, QAction *primary = nullptr);

Q_SIGNALS:
    /// As many rows fit.
    void pageRowsChanged(int rows);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeFoot();
    void fit();

    QStackedLayout *m_stack;
    ConversationListView *m_view;
    Skeleton *m_skeleton;
    StatePane *m_state;
    LeadFilters *m_filters = nullptr;
    LeadHeader *m_header;
    TextLabel *m_count = nullptr;
    TextLabel *m_range = nullptr;
    TextLabel *m_hidden = nullptr;
    Button *m_waiting = nullptr;
    Button *m_new = nullptr;
    Button *m_day = nullptr;
    Button *m_panel = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    QAction *m_settle = nullptr;
};

} // namespace foredeck::ui
