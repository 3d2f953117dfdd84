#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/leaditem.h"
#include "models/ports/ephemera.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace foredeck {

/// One page of the table of leads, read by key on the reader's thread; of a hundred thousand it holds as many as the page
/// shows. It follows the cache by differences of ids. While it is frozen nothing comes, goes or moves: rows are updated in
/// place, the rest is counted and waits.
class LeadListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole, ///< Qt::DisplayRole answers the same
        ConversationIdRole,
        ScoreRole, ///< or invalid
        StatusRole, ///< as the server names it
        PendingRole, ///< PendingKind as int
    };

    LeadListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent = nullptr);
    ~LeadListModel() override;

    /// Follows the cache only while somebody looks; what changed meanwhile is read then.
    void setLive(bool live);
    /// Another table, from its beginning. What is shown stays until the new rows are there (`turned`).
    void setQuery(const LeadQuery &query);
    const LeadQuery &query() const { return m_query; }
    void setPageRows(int rows);
    bool hasNext() const { return m_before + rowCount() < m_found; }
    bool hasPrevious() const { return m_before > 0; }
    void next();
    void previous();
    bool isLoaded() const { return m_loaded; }

    std::int64_t before() const { return m_before; } ///< rows in front of this page
    std::int64_t found() const { return m_found; } ///< rows on all pages
    std::int64_t total() const { return m_total; } ///< rows without the filters

    /// Pointer or focus is on the table.
    void setFrozen(bool frozen);
    bool isFrozen() const { return m_frozen; }
    /// Rows that want to come, go or move.
    int waiting() const { return m_waiting; }
    /// Lets them, without leaving the frozen state (F5).
    void settle();

    const LeadItem &itemAt(int row) const { return m_rows[static_cast<std::size_t>(row)].item; }
    /// -1 when the page does not hold it.
    int rowOf(const LeadId &id) const;

    /// Qt::AccessibleTextRole and Qt::ToolTipRole ask this: the words are the interface's.
    using Words = std::function<QString(const LeadItem &, int role)>;
    void setWords(Words words) { m_words = std::move(words); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Another page or another table is there (it may be empty).
    void turned();
    void countsChanged();
    void waitingChanged(int rows);
    void readFailed(const QString &why);

private:
    struct Row {
        LeadRow source;
        LeadItem item;
        LeadKey stands; ///< by this one, while it waits to move
    };
    struct Answer {
        Result<LeadWindow> window;
        std::vector<LeadRow> others; ///< rows that are shown and not in the window
    };

    void turn(const LeadPlace &place);
    void read();
    void take(const Answer &answer, bool turns);
    void show(const std::vector<LeadRow> &rows);
    void sync(const std::vector<LeadRow> &rows);
    void updateInPlace(const Answer &answer, bool moves);
    void update(int row, const LeadRow &source);
    void onChanged(const Changes &changes);
    void rebuildItems();
    void setWaiting(int rows);
    LeadPlace here() const;
    int movesTowards(const std::vector<LeadRow> &rows) const;

    const LocalStore &m_store;
    Ephemera &m_ephemera;
    LeadQuery m_query;
    LeadPlace m_place; ///< what is asked for next
    int m_pageRows = 16;
    bool m_live = false;
    bool m_turning = false; ///< a person asked for another page or another table
    bool m_reading = false;
    bool m_stale = false;
    bool m_loaded = false;
    bool m_frozen = false;
    bool m_settling = false;
    int m_waiting = 0;
    std::int64_t m_before = 0;
    std::int64_t m_found = 0;
    std::int64_t m_total = 0;
    quint64 m_generation = 0; ///< of what was asked for: answers to an older question are dropped
    std::vector<Row> m_rows;
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
