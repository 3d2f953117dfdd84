#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/escalationitem.h"
#include "models/items/waitingrows.h"
#include "models/ports/ephemera.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// The lists of hand-overs. Open holds those nobody has and those somebody has, each under a heading.
enum class EscalationTab { Open, Pending, Claimed, Resolved, Expired };
std::vector<EscalationStatus> statusesOf(EscalationTab tab);

/// One list of hand-overs as a window over the cache: pages by key on the reader's thread, then differences by id. What
/// is open stands by when it is due, what is closed with the newest first. Headings are rows of their own that cannot be
/// chosen. While it is frozen nothing comes, goes or moves: rows are updated in place, the rest is counted and waits.
class EscalationListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< text; empty for a heading
        HeadingRole, ///< true for a heading
        StatusRole, ///< EscalationStatus as int; of a heading, that of its group
        CountRole, ///< of a heading: how many there are, read or not
        NameRole, ///< Qt::DisplayRole answers the same
    };
    static constexpr int pageRows = 100;
    static constexpr int maxRows = 5000;

    EscalationListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent = nullptr);
    ~EscalationListModel() override;

    /// Shows another list: empty at once, filled when the reader answers (`loaded`).
    void show(EscalationTab tab, const ClientId &client);
    EscalationTab tab() const { return m_tab; }
    const ClientId &client() const { return m_client; }
    bool isLoaded() const { return m_loaded; }

    /// Pointer or focus is on the list.
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_held.isFrozen(); }
    /// Rows that want to come, go or move.
    int waiting() const { return m_held.count(); }
    /// Lets them, without leaving the frozen state (F5).
    void settle();
    /// Lets this one, which a person has just acted on, unless it may not move.
    void settle(const EscalationId &id, bool mayMove = true);
    /// Those that might not move may now.
    void release();

    bool isHeading(int row) const { return !m_rows[static_cast<std::size_t>(row)]->item; }
    /// Not of a heading.
    const EscalationItem &itemAt(int row) const { return *m_rows[static_cast<std::size_t>(row)]->item; }
    /// All that is known of it; nothing when the window does not hold it.
    std::optional<EscalationRow> sourceOf(const EscalationId &id) const;
    /// It stands here only because the list is frozen: it is not of this list any more. Not of a heading.
    bool hasLeft(int row) const { return !belongs(*m_rows[static_cast<std::size_t>(row)]->source); }
    /// -1 when the window does not hold it.
    int rowOf(const EscalationId &id) const;
    /// The row that can be chosen nearest to `row`, going by `by` (1 or -1); -1: there is none.
    int choosable(int row, int by) const;

    /// Qt::AccessibleTextRole and Qt::ToolTipRole ask these: the words are the interface's.
    struct Words {
        std::function<QString(const EscalationItem &, int role)> item;
        std::function<QString(EscalationStatus group, int count)> heading;
        /// How many there are of them when `read` of them have been; none: as many.
        std::function<int(EscalationStatus group, int read)> whole {};
    };
    void setWords(Words words) { m_words = std::move(words); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The first pages are there (they may be empty).
    void loaded();
    void waitingChanged(int rows);
    void readFailed(const QString &why);

private:
    struct Order {
        int group = 0;
        bool below = false; ///< false: the heading
        EscalationKey key;
        friend auto operator<=>(const Order &, const Order &) = default;
    };
    struct Row {
        Order order; ///< what it stands by; differs from the item's while it waits
        std::optional<EscalationRow> source;
        std::optional<EscalationItem> item; ///< nothing: a heading
    };
    struct Window {
        EscalationKey end; ///< of the last row that was paged in
        bool complete = false;
    };
    using Pages = std::vector<std::pair<EscalationStatus, Result<EscalationPage>>>;

    void load(const std::vector<EscalationStatus> &statuses);
    void take(const Pages &pages);
    void onChanged(const Changes &changes);
    void refresh();
    void apply(const EscalationId &id, const EscalationRow *row);
    bool belongs(const EscalationRow &row) const;
    void insert(const EscalationRow &row);
    void removeAt(int row);
    void moveTo(int row, const Order &order);
    void update(int row, const EscalationRow &source);
    void rebuildItems();
    void headingFor(int group);
    void recount();
    void wait(const EscalationId &id, bool waits);
    int groupOf(EscalationStatus status) const;
    Order orderOf(const EscalationRow &row) const;
    int lowerBound(const Order &order) const;

    const LocalStore &m_store;
    Ephemera &m_ephemera;
    EscalationTab m_tab = EscalationTab::Open;
    ClientId m_client;
    std::vector<EscalationStatus> m_statuses;
    quint64 m_generation = 0; ///< of the list: answers for an older one are dropped
    bool m_loaded = false;
    bool m_loading = false;
    bool m_reading = false;
    QTimer m_again; ///< runs when changed rows could not be read: they are asked for when it is over
    std::map<EscalationStatus, Window> m_windows;
    std::map<int, int> m_counts; ///< rows by group, as the headings tell them
    std::vector<std::unique_ptr<Row>> m_rows; ///< by rising order
    std::unordered_map<EscalationId, Row *> m_byId;
    WaitingRows<EscalationId> m_held;
    std::set<EscalationId> m_dirty;
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
