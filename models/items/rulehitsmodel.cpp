#include "models/items/rulehitsmodel.h"

#include "models/cache/cachereader.h"

namespace foredeck {

RuleHitsModel::RuleHitsModel(const LocalStore &store, Requests &requests, QObject *parent) : SmallListModel(parent), m_store(store), m_requests(requests)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const bool concerns = std::any_of(m_hits.begin(), m_hits.end(), [&](const RuleDryRunHit &hit) { return changes.conversations.contains(hit.conversation); });
        if (concerns || (changes.everything && !m_hits.empty()))
            reload();
    });
}

void RuleHitsModel::show(const std::vector<RuleDryRunHit> &hits)
{
    m_hits = hits;
    m_asked.clear();
    ++m_run;
    std::vector<RuleHit> rows;
    for (const RuleDryRunHit &hit : hits)
        rows.push_back({hit, {}});
    replace(std::move(rows));
    if (!hits.empty())
        reload();
}

void RuleHitsModel::reload()
{
    const auto read = [hits = m_hits](CacheReader &reader) {
        std::vector<RuleHit> rows;
        for (const RuleDryRunHit &hit : hits) {
            auto row = reader.conversation(hit.conversation);
            rows.push_back({hit, row.hasValue() ? std::optional {std::move(row).value()} : std::nullopt});
        }
        return rows;
    };
    m_store.read(read, m_mailbox.receive([this, run = m_run](std::vector<RuleHit> rows) {
        if (run != m_run)
            return;
        replace(std::move(rows));
        ask();
        Q_EMIT loaded();
    }));
}

void RuleHitsModel::ask()
{
    for (const RuleHit &hit : items()) {
        if (m_asked.size() >= mostAsked)
            return;
        if (!hit.row && m_asked.insert(hit.hit.conversation).second)
            m_requests.fetchConversation(hit.hit.conversation);
    }
}

bool RuleHitsModel::same(const RuleHit &a, const RuleHit &b) const
{
    return a.hit.times == b.hit.times && a.hit.lastAt == b.hit.lastAt && a.row == b.row;
}

QVariant RuleHitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleHit &hit = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.row ? QString::fromStdString(hit.row->leadName) : QString();
    case Qt::AccessibleTextRole:
        return m_words ? m_words(hit) : QString();
    case IdRole:
        return QString::fromStdString(hit.hit.conversation.value);
    case TimesRole:
        return static_cast<qint64>(hit.hit.times);
    default:
        return {};
    }
}

} // namespace foredeck
