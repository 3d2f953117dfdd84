#pragma once

#include "models/items/bulkorders.h"
#include "models/items/conversationlistmodel.h"
#include "models/items/conversationpicks.h"
#include "models/ports/acts.h"
#include "ui/shell/desk.h"
#include "ui/words/timewords.h"

#include <QObject>
#include <QPointer>

#include <set>

class QAction;

namespace foredeck::ui {

class AssignAsker;
class BulkPreview;
class LabelPicker;
class ListPane;
class SnoozeAsker;

/// Many conversations of the inbox at once: which are selected, what is asked about them, the preview of it, and what has
/// become of it. Its page shows toasts and lets rows move.
class InboxBulk final : public QObject {
    Q_OBJECT

public:
    /// All of it outlives this.
    InboxBulk(const Desk &desk, ConversationListModel &rows, ListPane &list, QWidget *page);
    /// After the page's own commands, some of which mean the selection while there is one.
    void addCommands(CommandRegistry &commands);
    bool isPicking() const { return !m_picks.isEmpty() || m_picks.isAdding(); }
    const ConversationPicks &picks() const { return m_picks; }
    /// What was selected in another window.
    void choose(const std::vector<std::pair<ConversationId, std::int64_t>> &picks) { m_picks.add(picks); }
    BulkPreview *preview() const noexcept { return m_preview; }
    LabelPicker *labels() const noexcept { return m_labels; }
    SnoozeAsker *snooze() const noexcept { return m_snooze; }
    AssignAsker *assigning() const noexcept { return m_assign; }
    /// How many the view holds, in words.
    void setTotal(const QString &total);
    void clear();
    /// Whether the key takes back the order that was given last: while its toast stands and nothing else was done.
    bool offersUndo() const { return !m_offered.empty(); }
    void withdrawUndo() { m_offered = OpId(); }
    void undo();
    /// The words of a row for a screen reader.
    QString spoken(const ConversationId &id, const QString &words) const;

Q_SIGNALS:
    /// A toast. `undoes`: with the way back.
    void done(const QString &sentence, bool undoes);
    /// All of them show what was done here: their rows may move.
    void acted(const std::vector<foredeck::ConversationId> &conversations);
    /// Step the list: the row beside becomes current.
    void stepWanted(int by);
    void trouble(const QString &sentence);

private:
    TimeContext time() const;
    QString blocked() const;
    QString blockedWithoutSelection() const;
    void addSelecting(CommandRegistry &commands);
    void addOrders(CommandRegistry &commands);
    void addBar(CommandRegistry &commands);
    void pick(int row, bool on);
    void toggle(int row);
    void toggleCurrent();
    void extend(int by);
    void extendTo(int row);
    void onPicks();
    void onRemoved(int first, int last);
    void refreshBar();
    void onOrders();
    void ask(const BulkAct &act, const BulkBasis &basis = {});
    void give(const BulkPlan &plan);
    void askSnooze();
    void askAssign();
    void askLabel();
    void onCommitted(const OpId &op);
    void onFailed(const OpId &op, const QString &why);
    const BulkReport *underWay() const;
    const BulkReport *refused() const;
    /// Of the first that is selected, as far as the list shows it, else of the one that was selected last.
    ClientId firstClient() const;
    QPoint menuPlace() const;

    Desk m_desk;
    ConversationListModel &m_rows;
    ListPane &m_list;
    QWidget *m_page;
    QPointer<CommandRegistry> m_commands; ///< may be gone before the page is
    ConversationPicks m_picks;
    BulkOrders m_orders;
    SnoozeAsker *m_snooze;
    AssignAsker *m_assign;
    BulkPreview *m_preview = nullptr; ///< once it was asked for
    LabelPicker *m_labels = nullptr; ///< so, too
    QString m_total;
    ConversationId m_anchor; ///< where a range begins
    ClientId m_client; ///< of what was selected last
    std::set<ConversationId> m_gone; ///< selected, and not in the list any more
    OpId m_given; ///< the order of this window whose end is still to be told
    bool m_clears = false; ///< the selection ends when that is on disk
    std::vector<ConversationId> m_givenTo; ///< what the last order that was given here is about
    OpId m_offered; ///< the order that the undo key takes back
    OpId m_read; ///< the order whose refusals were seen
};

} // namespace foredeck::ui
