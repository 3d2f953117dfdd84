#include "models/items/fittingcounts.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int restMs = 1000;
constexpr int countedAtOnce = 500;
constexpr int mostCounted = 5000; ///< rows of a view

} // namespace

FittingCounts::FittingCounts(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_isDue, false))
            ask();
    });
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.everything || changes.counters || !changes.conversations.empty())
            dueNow();
    });
}

void FittingCounts::setViews(std::vector<ViewKey> views)
{
    if (m_views == views)
        return;
    m_views = std::move(views);
    m_counts.clear();
    m_groups.clear();
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        const ViewKey whole {m_views[i].view, m_views[i].client};
        auto group = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &one) { return one.view == whole; });
        if (group == m_groups.end())
            group = m_groups.insert(m_groups.end(), Group {whole, {}});
        group->members.push_back(i);
    }
    ask();
}

void FittingCounts::dueNow()
{
    if (m_views.empty())
        return;
    if (m_isAsking || m_rest.isActive())
        m_isDue = true;
    else
        ask();
}

void FittingCounts::ask()
{
    ++m_asked; // what is still being counted is of before
    m_rest.stop();
    m_isDue = false;
    m_isAsking = !m_groups.empty();
    m_counting.assign(m_views.size(), {});
    if (m_isAsking)
        askRows(0, topKey, 0);
}

void FittingCounts::askRows(std::size_t group, RowKey after, int looked)
{
    std::vector<RowFilter> filters;
    for (const std::size_t member : m_groups[group].members)
        filters.push_back(m_views[member].filter);
    m_store.read([view = m_groups[group].view, filters = std::move(filters), after](CacheReader &reader) { return reader.fitting(view, filters, after, countedAtOnce); },
        m_mailbox.receive([this, group, looked, number = m_asked](const Result<FittingPage> &page) {
            if (number != m_asked)
                return;
            // What cannot be read leaves what was counted before.
            if (page.hasValue())
                take(group, looked + countedAtOnce, page.value());
            else
                rest();
        }));
}

void FittingCounts::take(std::size_t group, int looked, const FittingPage &page)
{
    const std::vector<std::size_t> &members = m_groups[group].members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        FittingCount &counted = m_counting[members[i]];
        counted.count += page.counts[i];
        counted.isAll = page.isLast;
    }
    if (!page.isLast && looked < mostCounted)
        return askRows(group, page.end, looked);
    if (group + 1 < m_groups.size())
        return askRows(group + 1, topKey, 0);
    rest();
    if (m_counts == m_counting)
        return;
    m_counts = m_counting;
    Q_EMIT changed();
}

/// Also from a count that took long.
void FittingCounts::rest()
{
    m_isAsking = false;
    m_rest.start();
}

} // namespace foredeck
