#include "models/items/conversationlistmodel.h"

#include "models/cache/cachereader.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int firstPageRows = 50;
/// Rows that are read and shown in one go: a flood of changes takes turns with what a person does.
constexpr std::size_t rowsAtOnce = 100;

struct Refreshed {
    std::vector<ConversationId> asked;
    std::vector<ConversationRow> in;
    std::vector<ConversationRow> out; ///< of the asked ones: those that left the view
    bool failed = false; ///< nothing is known of them
};

Refreshed readRows(CacheReader &reader, const ViewKey &view, std::vector<ConversationId> ids)
{
    Refreshed refreshed;
    auto in = reader.conversationsByIds(view, ids);
    refreshed.failed = in.hasError();
    refreshed.in = in.valueOr({});
    for (const ConversationId &id : ids) {
        const auto same = [&](const ConversationRow &row) { return row.id == id; };
        if (std::any_of(refreshed.in.begin(), refreshed.in.end(), same))
            continue;
        if (auto row = reader.conversation(id); row.hasValue())
            refreshed.out.push_back(std::move(row).value());
        else if (row.error().kind != Error::Kind::NotFound)
            refreshed.failed = true;
    }
    refreshed.asked = std::move(ids);
    return refreshed;
}

} // namespace

ConversationListModel::ConversationListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_ephemera(ephemera)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ConversationListModel::refresh);
    connect(&store, &LocalStore::changed, this, &ConversationListModel::onChanged);
    connect(&ephemera, &Ephemera::presenceChanged, this, &ConversationListModel::onPresence);
    connect(&ephemera, &Ephemera::sessionChanged, this, &ConversationListModel::rebuildItems);
    reloadClients();
}

ConversationListModel::~ConversationListModel() = default;

void ConversationListModel::setView(const ViewKey &view)
{
    beginResetModel();
    m_view = view;
    ++m_generation;
    m_rows.clear();
    m_byId.clear();
    m_dirty.clear();
    m_held.clear();
    m_loaded = m_loading = m_complete = m_reading = false;
    m_end = topKey;
    endResetModel();
    Q_EMIT waitingChanged(0);
    loadPage();
}

void ConversationListModel::setFirstPage(const ViewKey &view, const ConversationPage &page)
{
    beginResetModel();
    m_view = view;
    ++m_generation;
    m_rows.clear();
    m_byId.clear();
    m_held.clear();
    m_end = topKey;
    m_loaded = m_loading = m_complete = m_reading = false;
    endResetModel();
    takePage(page);
}

void ConversationListModel::loadPage()
{
    m_loading = true;
    const int limit = m_loaded ? pageRows : firstPageRows;
    m_store.read([view = m_view, after = m_end, limit](CacheReader &reader) { return reader.conversations(view, after, limit); },
        m_mailbox.receive([this, generation = m_generation](const Result<ConversationPage> &page) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (page.hasValue())
                takePage(page.value());
            else
                Q_EMIT readFailed(QString::fromStdString(page.error().detail));
        }));
}

void ConversationListModel::takePage(const ConversationPage &page)
{
    std::vector<const ConversationRow *> added;
    for (const ConversationRow &row : page.rows) {
        if (!m_byId.contains(row.id) && !m_held.isWaiting(row.id))
            added.push_back(&row);
    }
    m_complete = page.complete;
    m_end = page.end;
    if (!added.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        for (const ConversationRow *row : added) {
            m_rows.push_back(makeRow(*row));
            m_byId[row->id] = m_rows.back().get();
        }
        endInsertRows();
    }
    // What a filter leaves out is no answer yet: the list is known when something shows, or nothing can come.
    const bool goesOn = !m_complete && (page.rows.empty() || rowCount() < firstPageRows);
    const bool first = !m_loaded && (m_complete || !m_rows.empty());
    m_loaded = m_loaded || first;
    if (first)
        Q_EMIT loaded();
    if (goesOn && !m_loading)
        loadPage();
    refresh();
}

void ConversationListModel::onChanged(const Changes &changes)
{
    if (changes.everything)
        return setView(m_view);
    if (changes.clients)
        reloadClients();
    m_dirty.insert(changes.conversations.begin(), changes.conversations.end());
    refresh();
}

/// Reads what changed, one question at a time: what changes meanwhile is asked for together afterwards.
void ConversationListModel::refresh()
{
    if (m_reading || m_again.isActive() || !m_loaded || m_dirty.empty())
        return;
    m_reading = true;
    std::vector<ConversationId> ids;
    // Round and round, so that in a lasting flood each has its turn.
    for (auto next = m_dirty.upper_bound(m_readLast); !m_dirty.empty() && ids.size() < rowsAtOnce; next = m_dirty.erase(next)) {
        if (next == m_dirty.end())
            next = m_dirty.begin();
        ids.push_back(*next);
    }
    m_readLast = ids.back();
    m_store.read([view = m_view, ids = std::move(ids)](CacheReader &reader) { return readRows(reader, view, ids); },
        m_mailbox.receive([this, generation = m_generation](const Refreshed &refreshed) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (refreshed.failed) { // they stand where they are: what cannot be read has not left
                m_dirty.insert(refreshed.asked.begin(), refreshed.asked.end());
                m_again.start(readAgain);
                return;
            }
            std::unordered_map<ConversationId, const ConversationRow *> in;
            std::unordered_map<ConversationId, const ConversationRow *> out;
            for (const ConversationRow &row : refreshed.in)
                in[row.id] = &row;
            for (const ConversationRow &row : refreshed.out)
                out[row.id] = &row;
            std::vector<ConversationId> settledNow;
            for (const ConversationId &id : refreshed.asked) {
                const auto found = in.find(id);
                const auto left = out.find(id);
                if (found != in.end())
                    apply(id, found->second, true);
                else
                    apply(id, left == out.end() ? nullptr : left->second, false);
                // What changed while this was read is read again first.
                if (!m_dirty.contains(id) && m_held.settled(id))
                    settledNow.push_back(id);
            }
            trim();
            refresh();
            for (const ConversationId &id : settledNow)
                Q_EMIT settled(id);
        }));
}

void ConversationListModel::apply(const ConversationId &id, const ConversationRow *row, bool belongs)
{
    const int at = rowOf(id);
    const bool frozen = m_held.holds(id);
    const bool shown = belongs && inWindow(row->key);
    if (at < 0) {
        const bool stands = shown && (!frozen || (m_complete && m_rows.size() < firstPageRows));
        if (stands)
            insertRow(*row, frozen);
        wait(id, shown && frozen && !(stands && m_byId.at(id)->order == row->key));
        return;
    }
    // The last one pushes nothing away, and lets the one before it go that waited for the same.
    if (!shown && (!frozen || at == rowCount() - 1)) {
        wait(id, false);
        removeAt(at);
        if (!m_rows.empty() && m_held.isWaiting(m_rows.back()->item.id))
            m_dirty.insert(m_rows.back()->item.id);
        return;
    }
    if (row)
        update(at, *row);
    m_rows[static_cast<std::size_t>(at)]->hasLeft = !shown;
    const RowKey &order = m_rows[static_cast<std::size_t>(at)]->order;
    const bool moves = shown && order != row->key;
    wait(id, frozen && (!shown || moves));
    if (moves && !frozen)
        moveTo(at, row->key);
}

void ConversationListModel::insertRow(const ConversationRow &source, bool atEnd)
{
    auto row = makeRow(source);
    if (atEnd && !m_rows.empty() && row->order > m_rows.back()->order) {
        row->order = m_rows.back()->order;
        --row->order.row;
    }
    const int at = lowerBound(row->order);
    beginInsertRows({}, at, at);
    const auto inserted = m_rows.insert(m_rows.begin() + at, std::move(row));
    m_byId[source.id] = inserted->get();
    endInsertRows();
}

void ConversationListModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_byId.erase(m_rows[static_cast<std::size_t>(row)]->item.id);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void ConversationListModel::moveTo(int row, const RowKey &key)
{
    const auto from = m_rows.begin() + row;
    int to = lowerBound(key);
    if (to > row)
        --to; // its own place becomes free
    (*from)->order = key;
    if (to == row)
        return;
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    if (to < row)
        std::rotate(m_rows.begin() + to, from, from + 1);
    else
        std::rotate(from, from + 1, m_rows.begin() + to + 1);
    endMoveRows();
}

void ConversationListModel::update(int row, const ConversationRow &source)
{
    Row &shown = *m_rows[static_cast<std::size_t>(row)];
    shown.source = source;
    ConversationItem item = itemOf(source);
    if (item == shown.item)
        return;
    shown.item = std::move(item);
    Q_EMIT dataChanged(index(row), index(row));
}

void ConversationListModel::trim()
{
    const int rows = static_cast<int>(m_rows.size());
    if (rows <= maxRows)
        return;
    beginRemoveRows({}, maxRows, rows - 1);
    for (int row = maxRows; row < rows; ++row)
        m_byId.erase(m_rows[static_cast<std::size_t>(row)]->item.id);
    m_rows.resize(maxRows);
    endRemoveRows();
    m_complete = false;
    m_end = m_rows.back()->order;
}

int ConversationListModel::lowerBound(const RowKey &key) const
{
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), key, [](const auto &row, const RowKey &k) { return row->order > k; });
    return static_cast<int>(at - m_rows.begin());
}

int ConversationListModel::rowOf(const ConversationId &id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? -1 : lowerBound(found->second->order);
}

void ConversationListModel::wait(const ConversationId &id, bool waits)
{
    if (m_held.wait(id, waits))
        Q_EMIT waitingChanged(waiting());
}

void ConversationListModel::setFrozen(bool frozen)
{
    if (m_held.freeze(frozen))
        settle();
}

void ConversationListModel::settle()
{
    const auto &waiting = m_held.settle();
    m_dirty.insert(waiting.begin(), waiting.end());
    refresh();
}

void ConversationListModel::release()
{
    m_dirty.merge(m_held.release());
    refresh();
}

void ConversationListModel::settle(const ConversationId &id, bool mayMove)
{
    m_held.settle(id, mayMove);
    m_dirty.insert(id);
    refresh();
}

bool ConversationListModel::hasLeft(const ConversationId &id) const
{
    const auto row = m_byId.find(id);
    return row != m_byId.end() && row->second->hasLeft;
}

std::unique_ptr<ConversationListModel::Row> ConversationListModel::makeRow(const ConversationRow &source) const
{
    return std::make_unique<Row>(Row {source.key, source, itemOf(source)});
}

ConversationItem ConversationListModel::itemOf(const ConversationRow &row) const
{
    const QList<Presence> there = m_ephemera.presenceIn(row.id);
    const auto typing = std::find_if(there.begin(), there.end(), [this](const Presence &presence) { return presence.kind == PresenceKind::Typing && (presence.user.empty() || presence.user != m_ephemera.me().id); });
    ConversationItem item = conversationItem(row, m_ephemera.me(), typing != there.end(), !m_assistantOff.contains(row.client));
    if (typing != there.end() && !typing->user.empty())
        item.typist = typing->name;
    return item;
}

void ConversationListModel::onPresence(const ConversationId &id)
{
    if (const int row = rowOf(id); row >= 0)
        update(row, ConversationRow {m_rows[static_cast<std::size_t>(row)]->source});
}

void ConversationListModel::rebuildItems()
{
    for (int row = 0; row < rowCount(); ++row)
        update(row, ConversationRow {m_rows[static_cast<std::size_t>(row)]->source});
}

void ConversationListModel::reloadClients()
{
    m_store.read([](CacheReader &reader) { return reader.clients(); }, m_mailbox.receive([this](const Result<std::vector<Client>> &clients) {
        m_assistantOff.clear();
        if (clients.hasValue()) {
            for (const Client &client : clients.value()) {
                if (!client.assistantOn)
                    m_assistantOff.insert(client.id);
            }
        }
        for (const auto &row : m_rows)
            m_dirty.insert(row->item.id);
        rebuildItems();
        refresh();
    }));
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool ConversationListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && !m_loading && !m_complete && rowCount() < maxRows;
}

void ConversationListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        loadPage();
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationItem &item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_words ? m_words(item, role) : QVariant {};
    case IdRole:
        return QString::fromStdString(item.id.value);
    case ClientIdRole:
        return QString::fromStdString(item.client.value);
    case LeadIdRole:
        return QString::fromStdString(item.lead.value);
    case ClientNameRole:
        return item.clientName;
    case ClientMarkRole:
        return item.clientMark;
    case NamingRole:
        return static_cast<int>(item.naming);
    case ChannelRole:
        return static_cast<int>(item.channel.value());
    case PrefixRole:
        return static_cast<int>(item.prefix);
    case PrefixNameRole:
        return item.prefixName;
    case SnippetRole:
        return item.snippet;
    case UnreadRole:
        return item.unread;
    case StatusRole:
        return static_cast<int>(item.status.value());
    case OwnerRole:
        return static_cast<int>(item.owner);
    case OwnerNameRole:
        return item.ownerName;
    case MineRole:
        return item.mine;
    case ClaimedByOtherRole:
        return item.claimedByOther;
    case StateRole:
        return static_cast<int>(stateAt(item, m_store.clock().now() + m_ephemera.serverOffset()));
    case ClockDueRole:
        return item.clockDue ? QVariant {static_cast<qint64>(toMs(*item.clockDue))} : QVariant {};
    case EscalationReasonRole:
        return static_cast<int>(item.escalationReason.value());
    case TemperatureRole:
        return static_cast<int>(item.temperature);
    case ScoreRole:
        return item.score ? QVariant {*item.score} : QVariant {};
    case PendingRole:
        return static_cast<int>(item.pending);
    case AtRole:
        return static_cast<qint64>(toMs(item.at));
    case SortRole:
        return static_cast<qint64>(item.key.rank);
    default:
        return {};
    }
}

} // namespace foredeck
