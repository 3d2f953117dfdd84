#include "models/items/rulehitsmodel.h"

#include "models/cache/cachereader.h"

#include <map>
#include <utility>

namespace foredeck {

RuleHitsModel::RuleHitsModel(const LocalStore &store, Requests &requests, QObject *parent) : SmallListModel(parent), m_store(store), m_requests(requests)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        for (const RuleDryRunHit &hit : m_hits) {
            if (changes.everything || changes.conversations.contains(hit.conversation))
                m_dirty.insert(hit.conversation);
        }
        refresh();
    });
}

void RuleHitsModel::show(const std::vector<RuleDryRunHit> &hits)
{
    m_hits = hits;
    m_asked.clear();
    ++m_run;
    m_dirty.clear();
    std::vector<RuleHitRow> rows;
    for (const RuleDryRunHit &hit : hits) {
        rows.push_back({hit, {}});
        m_dirty.insert(hit.conversation);
    }
    replace(std::move(rows));
    refresh();
}

/// One reading at a time, of what has changed: what changes meanwhile is read in the next.
void RuleHitsModel::refresh()
{
    if (m_isReading || m_dirty.empty())
        return;
    m_isReading = true;
    using Rows = std::map<ConversationId, std::optional<ConversationRow>>;
    const auto read = [wanted = std::exchange(m_dirty, {})](CacheReader &reader) {
        Rows rows;
        for (const ConversationId &id : wanted) {
            auto row = reader.conversation(id);
            rows[id] = row.hasValue() ? std::optional {std::move(row).value()} : std::nullopt;
        }
        return rows;
    };
    m_store.read(read, m_mailbox.receive([this, run = m_run](Rows rows) {
        m_isReading = false;
        if (run == m_run) {
            std::vector<RuleHitRow> hits = items();
            for (RuleHitRow &hit : hits) {
                if (const auto row = rows.find(hit.hit.conversation); row != rows.end())
                    hit.row = std::move(row->second);
            }
            replace(std::move(hits));
            ask();
            Q_EMIT loaded();
        }
        refresh();
    }));
}

void RuleHitsModel::ask()
{
    for (const RuleHitRow &hit : items()) {
        if (m_asked.size() >= mostAsked)
            return;
        if (!hit.row && m_asked.insert(hit.hit.conversation).second)
            m_requests.fetchConversation(hit.hit.conversation);
    }
}

bool RuleHitsModel::same(const RuleHitRow &a, const RuleHitRow &b) const
{
    return a.hit.times == b.hit.times && a.hit.lastAt == b.hit.lastAt && a.row == b.row;
}

QVariant RuleHitsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleHitRow &hit = itemAt(index.row());
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
