#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/conversationitem.h"
#include "models/items/waitingrows.h"
#include "models/ports/ephemera.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// A view of conversations as a window of at most 10,000 rows over the cache: pages by key on the reader's thread, then
/// differences by id. Rows come, go and move one by one with the exact signals; the model is reset by setView() alone.
/// While it is frozen nothing moves: rows are updated in place, what would come, go or move is counted and waits. In a
/// list that is short and whole, rows that come stand at its end meanwhile, where they push nothing away, and the last one
/// may go.
class ConversationListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< text
        ClientIdRole,
        LeadIdRole,
        ClientNameRole,
        ClientMarkRole,
        NameRole, ///< Qt::DisplayRole answers the same
        NamingRole, ///< PersonNaming as int
        ChannelRole, ///< ChannelKind as int
        PrefixRole, ///< SnippetPrefix as int
        PrefixNameRole,
        SnippetRole,
        UnreadRole,
        StatusRole, ///< ConversationStatus as int
        OwnerRole, ///< OwnerKind as int
        OwnerNameRole,
        MineRole,
        ClaimedByOtherRole,
        StateRole, ///< StateWord as int, for now()
        ClockDueRole, ///< ms since the epoch (server time), or invalid
        EscalationReasonRole, ///< EscalationReason as int, Unknown: none
        TemperatureRole, ///< Temperature as int
        ScoreRole, ///< 0–100, or invalid
        PendingRole, ///< PendingKind as int
        AtRole, ///< ms since the epoch
        SortRole, ///< what rows are ordered by, as a number
    };

    static constexpr int maxRows = 10000;
    static constexpr int pageRows = 200;

    ConversationListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent = nullptr);
    ~ConversationListModel() override;

    /// Shows another view: empty at once, filled when the reader answers (`loaded`).
    void setView(const ViewKey &view);
    const ViewKey &view() const { return m_view; }
    /// For start-up: rows that LocalStore::readFirstPage() has read already.
    void setFirstPage(const ViewKey &view, const ConversationPage &page);
    bool isLoaded() const { return m_loaded; }
    /// Whether the window holds all of the view.
    bool isComplete() const { return m_complete; }

    /// Pointer or focus is on the list.
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_held.isFrozen(); }
    /// Rows that want to come, go or move.
    int waiting() const { return m_held.count(); }
    /// Lets them, without leaving the frozen state (F5).
    void settle();
    /// Lets this one, whose act has just been committed, unless it may not move; `settled` follows when the list has heard of it.
    void settle(const ConversationId &id, bool mayMove = true);
    /// Those that might not move may now.
    void release();
    /// It stands here only because the list is frozen: it is not of this view any more.
    bool hasLeft(const ConversationId &id) const;

    const ConversationItem &itemAt(int row) const { return m_rows[static_cast<std::size_t>(row)]->item; }
    /// -1 when the window does not hold it.
    int rowOf(const ConversationId &id) const;

    /// Qt::AccessibleTextRole and Qt::ToolTipRole ask this: the words are the interface's.
    using Words = std::function<QString(const ConversationItem &, int role)>;
    void setWords(Words words) { m_words = std::move(words); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The first page of a view is there (it may be empty).
    void loaded();
    void waitingChanged(int rows);
    /// What was let move stands where it belongs now, and what may not move is known to want it.
    void settled(const foredeck::ConversationId &id);
    void readFailed(const QString &why);

private:
    struct Row {
        RowKey order; ///< what it stands by; differs from the item's key while it waits
        ConversationRow source;
        ConversationItem item;
        bool hasLeft = false;
    };
    using Rows = std::vector<std::unique_ptr<Row>>;

    void loadPage();
    void takePage(const ConversationPage &page);
    void onChanged(const Changes &changes);
    void refresh();
    void apply(const ConversationId &id, const ConversationRow *row, bool belongs);
    void insertRow(const ConversationRow &row, bool atEnd = false);
    void removeAt(int row);
    void moveTo(int row, const RowKey &key);
    void update(int row, const ConversationRow &source);
    bool inWindow(const RowKey &key) const { return m_complete || key >= m_end; }
    int lowerBound(const RowKey &key) const;
    void trim();
    void wait(const ConversationId &id, bool waits);
    std::unique_ptr<Row> makeRow(const ConversationRow &source) const;
    ConversationItem itemOf(const ConversationRow &row) const;
    void onPresence(const ConversationId &id);
    void reloadClients();
    void rebuildItems();

    const LocalStore &m_store;
    Ephemera &m_ephemera;
    ViewKey m_view;
    quint64 m_generation = 0; ///< of the view: answers for an older one are dropped
    bool m_loaded = false;
    bool m_loading = false;
    bool m_complete = false;
    bool m_reading = false;
    QTimer m_again; ///< runs when changed rows could not be read: they are asked for when it is over
    RowKey m_end = topKey; ///< the key of the last row that was paged in
    Rows m_rows; ///< by falling order
    std::unordered_map<ConversationId, Row *> m_byId;
    WaitingRows<ConversationId> m_held;
    std::set<ConversationId> m_dirty;
    ConversationId m_readLast; ///< of the dirty ones, the last that was asked for
    std::set<ClientId> m_assistantOff;
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
