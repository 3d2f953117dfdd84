#pragma once

#include "models/items/conversationitem.h"
#include "ui/delegates/conversationdelegate.h"
#include "ui/widgets/pane.h"

#include <QAbstractItemModel>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QStackedLayout;
class QVBoxLayout;

namespace foredeck::ui {

class Button;
class ConversationListView;
class SelectionBar;
class Skeleton;
class StatePane;
class TextLabel;
struct StateWords;

/// The list of one view: head with its name and number, the rows, what it says when there are none. Holds still while it
/// is in use and tells how many rows want to move.
class ListPane final : public Pane {
    Q_OBJECT

public:
    explicit ListPane(QWidget *parent = nullptr);
    /// The model tells rows; `item` reads them. Both outlive the pane.
    void setSource(QAbstractItemModel *model, ConversationDelegate::ItemOf item, ConversationDelegate::ContextOf context);
    ConversationListView *view() const noexcept { return m_view; }
    /// What is selected in it, and what is being done with many.
    SelectionBar *bar() const noexcept { return m_bar; }
    /// Which rows are selected, and whether any is: then each shows its box. After setSource().
    void setPicks(ConversationDelegate::PickedOf picked, std::function<bool()> picking);
    void setTitle(const QString &title, const QString &count, const QString &order);
    /// Rows that want to come, go or move; `settle` lets them.
    void setWaiting(int rows, QAction *settle);
    void setCompact(bool compact);
    /// `ask` offers what narrows the list, `clear` takes all of it off.
    void setFilterActions(QAction *ask, QAction *clear);
    /// What narrows the list, in words; pressing one takes it off.
    struct Chip {
        QString words;
        std::function<void()> remove;
    };
    void setChips(std::vector<Chip> chips);
    /// Below the button that offers what narrows the list.
    void popUp(QMenu *menu) const;
    void showRows();
    void showLoading();
    void showState(const StateWords &words, QAction *primary = nullptr, QAction *second = nullptr);

private:
    ConversationListView *m_view;
    ConversationDelegate *m_delegate = nullptr;
    bool m_compact = false;
    TextLabel *m_title;
    TextLabel *m_count;
    TextLabel *m_order;
    Button *m_waiting;
    Button *m_filter;
    QAction *m_clear = nullptr;
    QVBoxLayout *m_column;
    QWidget *m_chips = nullptr; ///< null: nothing narrows the list
    QStackedLayout *m_stack;
    Skeleton *m_skeleton;
    StatePane *m_state;
    SelectionBar *m_bar;
};

} // namespace foredeck::ui
