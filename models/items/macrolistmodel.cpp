#include "models/items/macrolistmodel.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

MacroListModel::MacroListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_client.empty() && (changes.clientData.contains(m_client) || changes.everything))
            reload();
    });
}

void MacroListModel::setClient(const ClientId &client)
{
    m_client = client;
    m_refill.startOver();
    m_loaded = false;
    replace({});
    if (!client.empty())
        reload();
}

void MacroListModel::reload()
{
    using Read = std::pair<Result<CacheState>, Result<std::vector<MacroRow>>>;
    m_store.read([client = m_client](CacheReader &reader) { return Read {reader.state(client), reader.macros(client)}; },
        m_mailbox.receive([this, client = m_client](Read read) {
            auto &[state, macros] = read;
            // What cannot be read is shown no more than what is not there; the inbox tells of a broken cache.
            if (client != m_client || state.hasError() || macros.hasError() || !m_refill.mayShow(state.value()))
                return;
            m_loaded = true;
            replace(std::move(macros).value());
            Q_EMIT loaded();
        }));
}

QVariant MacroListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MacroRow &row = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.value.name);
    case IdRole:
        return QString::fromStdString(row.value.id.value);
    case TextRole:
        return QString::fromStdString(row.value.text);
    case PendingRole:
        return static_cast<int>(row.pending);
    default:
        return {};
    }
}

} // namespace foredeck
