#include "models/items/escalationlistmodel.h"

#include "models/cache/cachereader.h"

#include <algorithm>

namespace foredeck {

std::vector<EscalationStatus> statusesOf(EscalationTab tab)
{
    switch (tab) {
    case EscalationTab::Open:
        return {EscalationStatus::Pending, EscalationStatus::Claimed};
    case EscalationTab::Pending:
        return {EscalationStatus::Pending};
    case EscalationTab::Claimed:
        return {EscalationStatus::Claimed};
    case EscalationTab::Resolved:
        return {EscalationStatus::Resolved};
    case EscalationTab::Expired:
        break;
    }
    return {EscalationStatus::Expired};
}

EscalationListModel::EscalationListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_ephemera(ephemera), m_statuses(statusesOf(m_tab))
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &EscalationListModel::refresh);
    connect(&store, &LocalStore::changed, this, &EscalationListModel::onChanged);
    connect(&ephemera, &Ephemera::sessionChanged, this, &EscalationListModel::rebuildItems);
}

EscalationListModel::~EscalationListModel() = default;

void EscalationListModel::show(EscalationTab tab, const ClientId &client)
{
    beginResetModel();
    m_tab = tab;
    m_client = client;
    m_statuses = statusesOf(tab);
    ++m_generation;
    m_rows.clear();
    m_byId.clear();
    m_windows.clear();
    m_counts.clear();
    m_held.clear();
    m_dirty.clear();
    m_loaded = m_loading = m_reading = false;
    endResetModel();
    Q_EMIT waitingChanged(0);
    load(m_statuses);
}

void EscalationListModel::load(const std::vector<EscalationStatus> &statuses)
{
    m_loading = true;
    std::vector<std::pair<EscalationStatus, EscalationKey>> asked;
    for (const EscalationStatus status : statuses)
        asked.emplace_back(status, m_windows[status].end);
    const auto query = [asked, client = m_client](CacheReader &reader) {
        Pages pages;
        for (const auto &[status, after] : asked)
            pages.emplace_back(status, reader.escalations(status, client, after, pageRows));
        return pages;
    };
    m_store.read(query, m_mailbox.receive([this, generation = m_generation](const Pages &pages) {
        if (generation != m_generation)
            return;
        m_loading = false;
        take(pages);
    }));
}

void EscalationListModel::take(const Pages &pages)
{
    for (const auto &[status, page] : pages) {
        if (page.hasError()) {
            Q_EMIT readFailed(QString::fromStdString(page.error().detail));
            return;
        }
        Window &window = m_windows[status];
        window.complete = page.value().complete;
        for (const EscalationRow &row : page.value().rows) {
            window.end = std::max(window.end, row.key);
            if (m_byId.contains(row.escalation.id) || m_held.isWaiting(row.escalation.id))
                continue;
            // An act that the table does not hold yet has moved it to another list.
            if (row.escalation.status == status)
                insert(row);
            else
                m_dirty.insert(row.escalation.id);
        }
    }
    recount();
    const bool first = !m_loaded;
    m_loaded = true;
    if (first)
        Q_EMIT loaded();
    refresh();
}

void EscalationListModel::onChanged(const Changes &changes)
{
    if (changes.everything)
        return show(m_tab, m_client);
    m_dirty.insert(changes.escalations.begin(), changes.escalations.end());
    // Names, last words and waiting stand in the conversation's row.
    if (!changes.conversations.empty() || changes.clients) {
        for (const auto &row : m_rows) {
            if (row->item && (changes.clients || changes.conversations.contains(row->item->conversation)))
                m_dirty.insert(row->item->id);
        }
    }
    refresh();
}

/// Reads what changed, one question at a time: what changes meanwhile is asked for together afterwards.
void EscalationListModel::refresh()
{
    if (m_reading || m_again.isActive() || !m_loaded || m_dirty.empty())
        return;
    m_reading = true;
    const std::vector<EscalationId> ids(m_dirty.begin(), m_dirty.end());
    m_dirty.clear();
    m_store.read([ids](CacheReader &reader) { return reader.escalationsByIds(ids); },
        m_mailbox.receive([this, ids, generation = m_generation](const Result<std::vector<EscalationRow>> &read) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (read.hasError()) { // they stand where they are: what cannot be read has not left
                m_dirty.insert(ids.begin(), ids.end());
                m_again.start(readAgain);
                return;
            }
            const std::vector<EscalationRow> &rows = read.value();
            std::map<EscalationId, const EscalationRow *> byId;
            for (const EscalationRow &row : rows)
                byId[row.escalation.id] = &row;
            for (const EscalationId &id : ids) {
                const auto found = byId.find(id);
                apply(id, found == byId.end() ? nullptr : found->second);
                // What changed while this was read is read again first.
                if (!m_dirty.contains(id))
                    m_held.settled(id);
            }
            recount();
            refresh();
        }));
}

bool EscalationListModel::belongs(const EscalationRow &row) const
{
    const auto window = m_windows.find(row.escalation.status.value());
    const bool ofClient = m_client.empty() || row.escalation.client == m_client;
    return ofClient && window != m_windows.end() && (window->second.complete || row.key <= window->second.end);
}

void EscalationListModel::apply(const EscalationId &id, const EscalationRow *row)
{
    const int at = rowOf(id);
    const bool frozen = m_held.holds(id);
    const bool shown = row && belongs(*row);
    if (at < 0) {
        // Behind the last one it moves nothing.
        const bool follows = shown && !m_rows.empty() && m_rows.back()->order < orderOf(*row);
        if (shown && (!frozen || follows))
            insert(*row);
        return wait(id, shown && frozen && !follows);
    }
    if (!shown && !frozen) {
        wait(id, false);
        return removeAt(at);
    }
    if (row)
        update(at, *row);
    const bool moves = shown && m_rows[static_cast<std::size_t>(at)]->order != orderOf(*row);
    wait(id, frozen && (!shown || moves));
    if (moves && !frozen)
        moveTo(at, orderOf(*row));
}

int EscalationListModel::groupOf(EscalationStatus status) const
{
    const auto found = std::find(m_statuses.begin(), m_statuses.end(), status);
    return static_cast<int>(found - m_statuses.begin());
}

EscalationListModel::Order EscalationListModel::orderOf(const EscalationRow &row) const
{
    return {groupOf(row.escalation.status.value()), true, row.key};
}

int EscalationListModel::lowerBound(const Order &order) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), order, [](const auto &row, const Order &o) { return row->order < o; });
    return static_cast<int>(at - m_rows.begin());
}

void EscalationListModel::insert(const EscalationRow &source)
{
    auto row = std::make_unique<Row>(Row {orderOf(source), source, escalationItem(source, m_ephemera.me())});
    headingFor(row->order.group);
    const int at = lowerBound(row->order);
    beginInsertRows({}, at, at);
    m_byId[source.escalation.id] = row.get();
    m_rows.insert(m_rows.begin() + at, std::move(row));
    endInsertRows();
}

/// A list of more than one group has a heading over each that holds something.
void EscalationListModel::headingFor(int group)
{
    if (m_statuses.size() < 2)
        return;
    const Order order {group, false, {}};
    const int at = lowerBound(order);
    if (at < rowCount() && m_rows[static_cast<std::size_t>(at)]->order == order)
        return;
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, std::make_unique<Row>(Row {order, {}, {}}));
    endInsertRows();
}

void EscalationListModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_byId.erase(m_rows[static_cast<std::size_t>(row)]->item->id);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void EscalationListModel::moveTo(int row, const Order &order)
{
    // Held by its id: a heading may come above it first.
    Row *moved = m_rows[static_cast<std::size_t>(row)].get();
    headingFor(order.group);
    const int from = lowerBound(moved->order);
    int to = lowerBound(order);
    if (to > from)
        --to; // its own place becomes free
    moved->order = order;
    if (to == from)
        return;
    const auto at = m_rows.begin() + from;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    if (to < from)
        std::rotate(m_rows.begin() + to, at, at + 1);
    else
        std::rotate(at, at + 1, m_rows.begin() + to + 1);
    endMoveRows();
}

void EscalationListModel::update(int row, const EscalationRow &source)
{
    Row &shown = *m_rows[static_cast<std::size_t>(row)];
    EscalationItem item = escalationItem(source, m_ephemera.me());
    shown.source = source;
    if (shown.item == item)
        return;
    shown.item = std::move(item);
    Q_EMIT dataChanged(index(row), index(row));
}

void EscalationListModel::rebuildItems()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!isHeading(row))
            update(row, EscalationRow {*m_rows[static_cast<std::size_t>(row)]->source});
    }
}

/// Headings go with the last row under them, and tell how many there are.
void EscalationListModel::recount()
{
    std::map<int, int> counts;
    for (const auto &row : m_rows)
        counts[row->order.group] += row->item ? 1 : 0;
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isHeading(row))
            continue;
        const int group = m_rows[static_cast<std::size_t>(row)]->order.group;
        if (counts[group] == 0) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        } else if (m_counts[group] != counts[group]) {
            m_counts[group] = counts[group];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    m_counts = std::move(counts);
}

int EscalationListModel::rowOf(const EscalationId &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : lowerBound(found->second->order);
}

int EscalationListModel::choosable(int row, int by) const
{
    for (; row >= 0 && row < rowCount(); row += by) {
        if (!isHeading(row))
            return row;
    }
    return -1;
}

void EscalationListModel::wait(const EscalationId &id, bool waits)
{
    if (m_held.wait(id, waits))
        Q_EMIT waitingChanged(waiting());
}

void EscalationListModel::setFrozen(bool frozen)
{
    if (m_held.freeze(frozen))
        settle();
}

void EscalationListModel::settle()
{
    const auto &waiting = m_held.settle();
    m_dirty.insert(waiting.begin(), waiting.end());
    refresh();
}

void EscalationListModel::release()
{
    m_dirty.merge(m_held.release());
    refresh();
}

void EscalationListModel::settle(const EscalationId &id, bool mayMove)
{
    m_held.settle(id, mayMove);
    m_dirty.insert(id);
    refresh();
}

std::optional<EscalationRow> EscalationListModel::sourceOf(const EscalationId &id) const
{
    const auto row = m_byId.find(id);
    return row == m_byId.end() ? std::nullopt : row->second->source;
}

int EscalationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool EscalationListModel::canFetchMore(const QModelIndex &parent) const
{
    const bool more = std::any_of(m_windows.begin(), m_windows.end(), [](const auto &one) { return !one.second.complete; });
    return !parent.isValid() && m_loaded && !m_loading && more && rowCount() < maxRows;
}

void EscalationListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    std::vector<EscalationStatus> statuses;
    for (const auto &[status, window] : m_windows) {
        if (!window.complete)
            statuses.push_back(status);
    }
    load(statuses);
}

Qt::ItemFlags EscalationListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return isHeading(index.row()) ? Qt::ItemFlags(Qt::ItemNeverHasChildren) : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant EscalationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = *m_rows[static_cast<std::size_t>(index.row())];
    if (!row.item) {
        Q_ASSERT(row.order.group < static_cast<int>(m_statuses.size()));
        const EscalationStatus group = m_statuses[static_cast<std::size_t>(row.order.group)];
        const auto counted = m_counts.find(row.order.group);
        const int read = counted == m_counts.end() ? 0 : counted->second;
        const int count = m_words.whole ? m_words.whole(group, read) : read;
        if (role == HeadingRole)
            return true;
        if (role == StatusRole)
            return static_cast<int>(group);
        if (role == CountRole)
            return count;
        return (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) && m_words.heading ? m_words.heading(group, count) : QVariant {};
    }
    const EscalationItem &item = *row.item;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_words.item ? m_words.item(item, role) : QVariant {};
    case IdRole:
        return QString::fromStdString(item.id.value);
    case HeadingRole:
        return false;
    case StatusRole:
        return static_cast<int>(item.status.value());
    default:
        return {};
    }
}

} // namespace foredeck
