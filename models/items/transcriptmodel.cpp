#include "models/items/transcriptmodel.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <set>
#include <utility>

namespace foredeck {

namespace {

constexpr int mostEntries = 10000;
constexpr std::chrono::minutes runLasts {3};
constexpr std::int64_t beyond = INT64_MAX;
constexpr std::int64_t shownBefore = 40; ///< of what was reached for, so that it can be understood
constexpr int reachRows = 500; ///< brought in one go on the way there

} // namespace

TranscriptModel::TranscriptModel(const LocalStore &store, Ephemera &ephemera, Requests &requests, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_ephemera(ephemera), m_requests(requests), m_me(ephemera.me().id)
{
    connect(&store, &LocalStore::changed, this, &TranscriptModel::onChanged);
    // Who "you" are may become known after the entries were read.
    connect(&ephemera, &Ephemera::sessionChanged, this, [this] {
        if (m_ephemera.me().id == std::exchange(m_me, m_ephemera.me().id))
            return;
        if (m_loaded)
            refresh(0);
    });
    connect(&requests, &Requests::olderFetched, this, [this](const ConversationId &id, int, bool reachedStart) {
        if (id != m_conversation || !m_fetching)
            return;
        m_serverHasNoMore = m_serverHasNoMore || reachedStart;
        m_atStart = m_atStart || reachedStart;
        readOlder(false);
    });
    connect(&requests, &Requests::olderFailed, this, [this](const ConversationId &id, const QString &why) {
        if (id == m_conversation && m_fetching)
            finishOlder(why);
    });
}

TranscriptModel::~TranscriptModel() = default;

void TranscriptModel::setConversation(const ConversationId &id)
{
    beginResetModel();
    m_conversation = id;
    ++m_generation;
    m_items.clear();
    m_loaded = m_atStart = m_serverHasNoMore = m_fetching = m_reading = false;
    m_dirtyFrom.reset();
    m_newAfter = m_lastPosition = m_firstLoaded = 0;
    endResetModel();
    if (!id.empty())
        refresh(0);
}

void TranscriptModel::onChanged(const Changes &changes)
{
    if (m_conversation.empty())
        return;
    const auto timeline = changes.timelines.find(m_conversation);
    if (changes.everything)
        refresh(0);
    else if (timeline != changes.timelines.end())
        refresh(timeline->second);
    else if (changes.echoes.contains(m_conversation))
        refresh(m_lastPosition + 1);
}

void TranscriptModel::refresh(std::int64_t fromPosition)
{
    m_dirtyFrom = std::min(fromPosition, m_dirtyFrom.value_or(fromPosition));
    if (m_reading)
        return;
    m_reading = true;
    const std::int64_t from = m_loaded ? std::max(*m_dirtyFrom, m_firstLoaded) : 0;
    const int limit = m_loaded ? std::max(mostEntries, rowCount() + pageRows) : pageRows;
    m_dirtyFrom.reset();
    m_store.read([id = m_conversation, from, limit](CacheReader &reader) { return reader.timeline(id, from, beyond, limit); },
        m_mailbox.receive([this, from, generation = m_generation](const Result<TimelinePage> &page) {
            if (generation != m_generation)
                return;
            m_reading = false;
            if (page.hasValue())
                take(page.value(), from);
            if (m_dirtyFrom)
                refresh(*m_dirtyFrom);
        }));
}

void TranscriptModel::take(const TimelinePage &page, std::int64_t fromPosition)
{
    const bool first = !m_loaded;
    if (first)
        m_newAfter = page.readPosition;
    const auto below = [fromPosition](const TranscriptItem &item) { return item.position > 0 && item.position < fromPosition; };
    const auto keep = static_cast<std::size_t>(std::find_if_not(m_items.begin(), m_items.end(), below) - m_items.begin());
    std::vector<TranscriptItem> tail = itemsOf(page.items);
    for (TranscriptItem &echo : itemsOf(page.echoes))
        tail.push_back(std::move(echo));
    m_lastPosition = page.lastPosition;
    replaceTail(keep, std::move(tail));
    // All of it was read, so what began it may be gone from the cache as well: it can be fetched again.
    const std::int64_t lowest = m_items.empty() ? 0 : std::max<std::int64_t>(0, m_items.front().position);
    m_serverHasNoMore = m_serverHasNoMore && lowest <= m_firstLoaded;
    m_firstLoaded = lowest;
    // A reading that began before the server answered knows less than its answer.
    m_atStart = (page.atStart || m_serverHasNoMore) && (m_firstLoaded == 0 || m_firstLoaded <= page.firstPosition);
    m_loaded = true;
    if (first)
        Q_EMIT loaded();
}

std::vector<TranscriptItem> TranscriptModel::itemsOf(const std::vector<TimelineItem> &entries) const
{
    std::vector<TranscriptItem> items;
    items.reserve(entries.size());
    bool inReview = false;
    for (const TimelineItem &entry : entries) {
        TranscriptItem &item = items.emplace_back(transcriptItem(entry, m_me));
        if (!entry.op || entry.op->kind != OpKind::Reply)
            continue;
        item.waitsForReview = inReview && (item.opState == OpState::Queued || item.opState == OpState::Held);
        inReview = inReview || item.opState == OpState::NeedsReview;
    }
    return items;
}

void TranscriptModel::replaceTail(std::size_t keep, std::vector<TranscriptItem> tail)
{
    std::set<QString> ids;
    for (const TranscriptItem &item : tail)
        ids.insert(item.id);
    for (std::size_t row = m_items.size(); row > keep; --row) {
        if (ids.contains(m_items[row - 1].id))
            continue;
        const int at = static_cast<int>(row) - 1;
        beginRemoveRows({}, at, at);
        m_items.erase(m_items.begin() + at);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < tail.size(); ++i)
        place(keep + i, std::move(tail[i]));
}

void TranscriptModel::place(std::size_t row, TranscriptItem item)
{
    const auto at = m_items.begin() + static_cast<std::ptrdiff_t>(row);
    const int to = static_cast<int>(row);
    const auto old = std::find_if(at, m_items.end(), [&](const TranscriptItem &shown) { return shown.id == item.id; });
    if (old == m_items.end()) {
        beginInsertRows({}, to, to);
        m_items.insert(at, std::move(item));
        endInsertRows();
        return;
    }
    if (old != at) {
        const int from = static_cast<int>(old - m_items.begin());
        beginMoveRows({}, from, from, {}, to);
        std::rotate(at, old, old + 1);
        endMoveRows();
    }
    if (*at == item)
        return;
    *at = std::move(item);
    Q_EMIT dataChanged(index(to), index(to));
}

void TranscriptModel::fetchOlder()
{
    if (!m_loaded || m_fetching || m_atStart || rowCount() >= mostEntries)
        return;
    m_fetching = true;
    readOlder(true);
}

/// From the cache first; the server is asked when the cache has no more.
void TranscriptModel::readOlder(bool mayAsk)
{
    const std::int64_t before = m_firstLoaded > 0 ? m_firstLoaded : beyond;
    m_store.read([id = m_conversation, before](CacheReader &reader) { return reader.timeline(id, 0, before, pageRows); },
        m_mailbox.receive([this, mayAsk, generation = m_generation](const Result<TimelinePage> &page) {
            if (generation != m_generation)
                return;
            if (page.hasValue())
                takeOlder(page.value(), mayAsk);
            else
                finishOlder(QString::fromStdString(page.error().detail));
        }));
}

void TranscriptModel::takeOlder(const TimelinePage &page, bool mayAsk)
{
    std::vector<TranscriptItem> items = itemsOf(page.items);
    if (items.empty() && mayAsk && !page.atStart) {
        m_requests.fetchOlder(m_conversation, m_firstLoaded > 0 ? m_firstLoaded : beyond);
        return;
    }
    if (!items.empty() && m_firstLoaded > 0)
        prepend(std::move(items));
    else if (!items.empty())
        refresh(0);
    m_atStart = m_atStart || ((page.atStart || m_serverHasNoMore) && m_firstLoaded <= page.firstPosition);
    finishOlder({});
}

/// Another reading may have brought some of them meanwhile.
void TranscriptModel::prepend(std::vector<TranscriptItem> items)
{
    items.erase(std::find_if(items.begin(), items.end(), [this](const TranscriptItem &item) { return item.position >= m_firstLoaded; }), items.end());
    if (items.empty())
        return;
    m_firstLoaded = items.front().position;
    beginInsertRows({}, 0, static_cast<int>(items.size()) - 1);
    m_items.insert(m_items.begin(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    endInsertRows();
}

bool TranscriptModel::reach(std::int64_t position)
{
    if (!m_loaded || m_firstLoaded <= position)
        return m_loaded;
    growTo(std::max<std::int64_t>(0, position - shownBefore));
    return false;
}

/// However far it is, neither this thread nor the reader's is kept from others for all of the way.
void TranscriptModel::growTo(std::int64_t from)
{
    m_store.read([id = m_conversation, from, before = m_firstLoaded](CacheReader &reader) { return reader.timeline(id, from, before, reachRows); },
        m_mailbox.receive([this, from, generation = m_generation](const Result<TimelinePage> &page) {
            if (generation != m_generation)
                return;
            if (page.hasValue()) {
                prepend(itemsOf(page.value().items));
                m_atStart = m_atStart || (page.value().atStart && m_firstLoaded <= page.value().firstPosition);
                if (!page.value().items.empty() && m_firstLoaded > from && !m_atStart)
                    return growTo(from);
            }
            Q_EMIT reached(page.hasValue());
        }));
}

void TranscriptModel::finishOlder(const QString &why)
{
    m_fetching = false;
    Q_EMIT olderLoaded(why);
}

int TranscriptModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const TranscriptItem &item) { return item.id == id; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

int TranscriptModel::rowAt(std::int64_t position) const
{
    if (position < m_firstLoaded)
        return -1;
    const auto at = std::partition_point(m_items.begin(), m_items.end(), [&](const TranscriptItem &item) { return item.position > 0 && item.position < position; });
    return at == m_items.end() || at->position == 0 ? -1 : static_cast<int>(at - m_items.begin());
}

bool TranscriptModel::continuesRun(int row) const
{
    if (row <= 0)
        return false;
    const TranscriptItem &item = itemAt(row);
    const TranscriptItem &before = itemAt(row - 1);
    return item.kind == TranscriptKind::Message && before.kind == TranscriptKind::Message && item.role == before.role
        && item.authorName == before.authorName && item.authorKind == before.authorKind && item.at - before.at < runLasts;
}

int TranscriptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant TranscriptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TranscriptItem &item = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return item.text;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_words ? m_words(item, role) : QVariant {};
    case IdRole:
        return item.id;
    case KindRole:
        return static_cast<int>(item.kind);
    case PositionRole:
        return static_cast<qint64>(item.position);
    case RoleRole:
        return static_cast<int>(item.role.value());
    case AuthorNameRole:
        return item.authorName;
    case MineRole:
        return item.mine;
    case AtRole:
        return static_cast<qint64>(toMs(item.at));
    case DeliveryRole:
        return static_cast<int>(item.delivery.value());
    case DeliveryReasonRole:
        return item.deliveryReason;
    case OpStateRole:
        return item.opState ? QVariant {static_cast<int>(*item.opState)} : QVariant {};
    case FieldRole:
        return static_cast<int>(item.field.value());
    case ReasonRole:
        return item.reason;
    case HasDecisionRole:
        return item.decision != nullptr;
    case UnreadRole:
        return item.position > m_newAfter && item.role == MessageRole::Lead;
    default:
        return {};
    }
}

} // namespace foredeck
