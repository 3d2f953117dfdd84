#include "models/items/clientlistmodel.h"

#include "models/cache/cachereader.h"

namespace foredeck {

ClientListModel::ClientListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.clients || changes.everything)
            reload();
    });
    reload();
}

void ClientListModel::readAgain()
{
    m_loaded = false;
    m_wanted = m_readings + 1;
    reload();
}

void ClientListModel::reload()
{
    m_store.read([](CacheReader &reader) { return reader.clients(); }, m_mailbox.receive([this, reading = ++m_readings](Result<std::vector<Client>> clients) {
        if (clients.hasError())
            return;
        replace(std::move(clients).value());
        if (reading < m_wanted)
            return;
        m_loaded = true;
        Q_EMIT loaded();
    }));
}

bool ClientListModel::same(const Client &a, const Client &b) const
{
    return a.version == b.version && a.name == b.name && a.assistantOn == b.assistantOn && a.safeMode == b.safeMode && a.assistantOffUntil == b.assistantOffUntil && a.notices == b.notices;
}

QVariant ClientListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Client &client = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(client.name);
    case IdRole:
        return QString::fromStdString(client.id.value);
    case MarkRole:
        return QString::fromStdString(client.mark);
    case StatusRole:
        return static_cast<int>(client.status.value());
    case AssistantOnRole:
        return client.assistantOn;
    case SafeModeRole:
        return client.safeMode;
    case SampleRole:
        return client.sample;
    default:
        return {};
    }
}

} // namespace foredeck
