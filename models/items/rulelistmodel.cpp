#include "models/items/rulelistmodel.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

RuleListModel::RuleListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_client.empty() && (changes.clientData.contains(m_client) || changes.everything))
            reload();
    });
}

void RuleListModel::setClient(const ClientId &client)
{
    m_client = client;
    m_refill.startOver();
    m_loaded = false;
    replace({});
    if (!client.empty())
        reload();
}

void RuleListModel::reload()
{
    using Read = std::pair<Result<CacheState>, Result<std::vector<RuleRow>>>;
    m_store.read([client = m_client](CacheReader &reader) { return Read {reader.state(client), reader.rules(client)}; },
        m_mailbox.receive([this, client = m_client](Read read) {
            auto &[state, rules] = read;
            if (client != m_client)
                return;
            if (state.hasError() || rules.hasError()) {
                Q_EMIT readFailed(QString::fromStdString(state.hasError() ? state.error().detail : rules.error().detail));
                return;
            }
            if (!m_refill.mayShow(state.value()))
                return;
            m_loaded = true;
            replace(std::move(rules).value());
            Q_EMIT loaded();
        }));
}

QVariant RuleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleRow &row = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.value.name);
    case Qt::AccessibleTextRole:
        return m_words ? m_words(row) : QString::fromStdString(row.value.name);
    case IdRole:
        return QString::fromStdString(row.value.id.value);
    case EnabledRole:
        return row.value.enabled;
    case PendingRole:
        return static_cast<int>(row.pending);
    default:
        return {};
    }
}

} // namespace foredeck
