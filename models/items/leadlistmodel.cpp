#include "models/items/leadlistmodel.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

/// Of a sequence of places, how many stand in the longest rising part: the others have moved.
int longestRising(const std::vector<int> &places)
{
    std::vector<int> ends;
    for (const int place : places) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), place);
        if (at == ends.end())
            ends.push_back(place);
        else
            *at = place;
    }
    return static_cast<int>(ends.size());
}

/// The first of a page may rise and pass nobody: the page begins with it still.
void keepBeginning(LeadWindow &window, CacheReader &reader, const LeadQuery &query, const LeadId &first, std::int64_t before, int rows)
{
    if (!window.rows.empty() && window.rows.front().lead.id == first)
        return;
    const auto row = reader.leadRow(first).valueOr(std::nullopt);
    if (!row)
        return;
    auto again = reader.leads(query, {LeadPlace::Kind::From, row->key}, rows);
    if (again.hasValue() && again.value().before == before)
        window = std::move(again).value();
}

} // namespace

LeadListModel::LeadListModel(const LocalStore &store, Ephemera &ephemera, QObject *parent) : QAbstractListModel(parent), m_store(store), m_ephemera(ephemera)
{
    connect(&store, &LocalStore::changed, this, &LeadListModel::onChanged);
    connect(&ephemera, &Ephemera::sessionChanged, this, &LeadListModel::rebuildItems);
}

LeadListModel::~LeadListModel() = default;

void LeadListModel::setLive(bool live)
{
    if (std::exchange(m_live, live) == live || !live)
        return;
    if (!m_loaded)
        m_turning = true;
    m_stale = true;
    read();
}

void LeadListModel::setQuery(const LeadQuery &query)
{
    m_query = query;
    turn({});
}

void LeadListModel::setPageRows(int rows)
{
    if (std::exchange(m_pageRows, rows) == rows)
        return;
    m_stale = true;
    m_settling = true; // a page of another height is no row that moves
    read();
}

void LeadListModel::next()
{
    if (hasNext() && !m_turning)
        turn(m_rows.empty() ? LeadPlace {} : LeadPlace {LeadPlace::Kind::After, m_rows.back().stands});
}

void LeadListModel::previous()
{
    if (!hasPrevious() || m_turning)
        return;
    // What stands in front of this one fits on the first page.
    const bool toFirst = m_rows.empty() || m_before <= m_pageRows;
    turn(toFirst ? LeadPlace {} : LeadPlace {LeadPlace::Kind::Before, m_rows.front().stands});
}

void LeadListModel::turn(const LeadPlace &place)
{
    m_place = place;
    m_turning = true;
    m_stale = true;
    ++m_generation;
    m_reading = false; // its answer will be dropped
    read();
}

/// Where this page begins: the first one with whatever is first.
LeadPlace LeadListModel::here() const
{
    return m_before == 0 || m_rows.empty() ? LeadPlace {} : LeadPlace {LeadPlace::Kind::From, m_rows.front().stands};
}

/// One question at a time: what changes meanwhile is asked for together afterwards.
void LeadListModel::read()
{
    if (!m_live || m_reading || !m_stale)
        return;
    m_reading = true;
    m_stale = false;
    std::vector<LeadId> shown;
    for (const Row &row : m_rows)
        shown.push_back(row.item.id);
    const auto query = [query = m_query, place = m_turning ? m_place : here(), rows = m_pageRows, shown, before = m_before, frozen = m_frozen && !m_turning](CacheReader &reader) {
        Answer answer {reader.leads(query, place, rows), {}};
        if (answer.window.hasError())
            return answer;
        if (place.kind == LeadPlace::Kind::From && !shown.empty())
            keepBeginning(answer.window.value(), reader, query, shown.front(), before, rows);
        if (!frozen)
            return answer;
        const auto &found = answer.window.value().rows;
        for (const LeadId &id : shown) {
            if (std::any_of(found.begin(), found.end(), [&](const LeadRow &row) { return row.lead.id == id; }))
                continue;
            if (auto row = reader.leadRow(id).valueOr(std::nullopt))
                answer.others.push_back(std::move(*row));
        }
        return answer;
    };
    m_store.read(query, m_mailbox.receive([this, generation = m_generation, turns = m_turning](const Answer &answer) {
        if (generation != m_generation)
            return;
        m_reading = false;
        take(answer, turns);
        read();
    }));
}

void LeadListModel::take(const Answer &answer, bool turns)
{
    if (answer.window.hasError()) {
        m_turning = false;
        Q_EMIT readFailed(QString::fromStdString(answer.window.error().detail));
        return;
    }
    const LeadWindow &window = answer.window.value();
    m_before = window.before;
    m_found = window.found;
    m_total = window.total;
    if (turns) {
        m_turning = false;
        m_settling = m_settling && m_stale; // what was asked to settle is settled by this, unless it was asked meanwhile
        m_loaded = true;
        show(window.rows);
        setWaiting(0);
        Q_EMIT turned();
    } else if (m_frozen && !std::exchange(m_settling, false)) {
        const int moves = movesTowards(window.rows);
        updateInPlace(answer, moves > 0);
        setWaiting(moves);
    } else {
        m_settling = false;
        sync(window.rows);
        setWaiting(0);
    }
    Q_EMIT countsChanged();
}

void LeadListModel::show(const std::vector<LeadRow> &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const LeadRow &row : rows)
        m_rows.push_back({row, leadItem(row, m_ephemera.me()), row.key});
    endResetModel();
}

/// Brings the rows to those of the page by differences of their ids.
void LeadListModel::sync(const std::vector<LeadRow> &rows)
{
    const auto holds = [&](const LeadId &id) { return std::any_of(rows.begin(), rows.end(), [&](const LeadRow &row) { return row.lead.id == id; }); };
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (holds(itemAt(at).id))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        const LeadRow &row = rows[static_cast<std::size_t>(at)];
        const int from = rowOf(row.lead.id);
        if (from < 0) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, {row, leadItem(row, m_ephemera.me()), row.key});
            endInsertRows();
        } else if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            std::rotate(m_rows.begin() + at, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        m_rows[static_cast<std::size_t>(at)].stands = row.key;
        update(at, row);
    }
}

void LeadListModel::updateInPlace(const Answer &answer, bool moves)
{
    for (const auto *rows : {&answer.window.value().rows, &answer.others}) {
        for (const LeadRow &row : *rows) {
            const int at = rowOf(row.lead.id);
            if (at < 0)
                continue;
            if (!moves)
                m_rows[static_cast<std::size_t>(at)].stands = row.key;
            update(at, row);
        }
    }
}

int LeadListModel::movesTowards(const std::vector<LeadRow> &rows) const
{
    std::vector<int> places;
    for (const LeadRow &row : rows) {
        if (const int at = rowOf(row.lead.id); at >= 0)
            places.push_back(at);
    }
    const int stay = static_cast<int>(places.size());
    // One that comes in above pushes another out: they are one movement.
    const int change = std::max(static_cast<int>(rows.size()) - stay, rowCount() - stay);
    return change + stay - longestRising(places);
}

void LeadListModel::update(int row, const LeadRow &source)
{
    Row &shown = m_rows[static_cast<std::size_t>(row)];
    LeadItem item = leadItem(source, m_ephemera.me());
    shown.source = source;
    if (shown.item == item)
        return;
    shown.item = std::move(item);
    Q_EMIT dataChanged(index(row), index(row));
}

void LeadListModel::rebuildItems()
{
    for (int row = 0; row < rowCount(); ++row)
        update(row, LeadRow {m_rows[static_cast<std::size_t>(row)].source});
}

void LeadListModel::onChanged(const Changes &changes)
{
    if (changes.everything) // the same page, read anew
        return turn(m_turning ? LeadPlace {m_place} : here());
    if (changes.leadRows.empty() && !changes.clients)
        return;
    m_stale = true;
    read();
}

void LeadListModel::setWaiting(int rows)
{
    if (std::exchange(m_waiting, rows) != rows)
        Q_EMIT waitingChanged(rows);
}

void LeadListModel::setFrozen(bool frozen)
{
    if (std::exchange(m_frozen, frozen) == frozen || frozen || m_waiting == 0)
        return;
    m_stale = true;
    read();
}

void LeadListModel::settle()
{
    m_settling = true;
    m_stale = true;
    read();
}

int LeadListModel::rowOf(const LeadId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.item.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int LeadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LeadListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LeadItem &item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return item.name;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_words ? m_words(item, role) : QVariant {};
    case IdRole:
        return QString::fromStdString(item.id.value);
    case ConversationIdRole:
        return QString::fromStdString(item.conversation.value);
    case ScoreRole:
        return item.score ? QVariant {*item.score} : QVariant {};
    case StatusRole: {
        const std::string_view text = item.status.text();
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    }
    case PendingRole:
        return static_cast<int>(item.pending);
    default:
        return {};
    }
}

} // namespace foredeck
