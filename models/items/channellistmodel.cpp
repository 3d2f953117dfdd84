#include "models/items/channellistmodel.h"

#include "models/cache/cachereader.h"

namespace foredeck {

ChannelListModel::ChannelListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.clientData.contains(m_client) || changes.everything)
            reload();
    });
}

void ChannelListModel::setClient(const ClientId &client)
{
    m_client = client;
    replace({});
    reload();
}

void ChannelListModel::reload()
{
    m_store.read([client = m_client](CacheReader &reader) { return reader.channels(client); },
        m_mailbox.receive([this, client = m_client](Result<std::vector<Channel>> channels) {
            if (channels.hasError() || client != m_client)
                return;
            auto list = std::move(channels).value();
            std::stable_sort(list.begin(), list.end(), [](const Channel &a, const Channel &b) { return a.kind.value() < b.kind.value(); });
            replace(std::move(list));
            Q_EMIT loaded();
        }));
}

bool ChannelListModel::same(const Channel &a, const Channel &b) const
{
    return a == b; // with one version it is another one once what this person changed of it is told
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto moment = [](const std::optional<Timestamp> &t) { return t ? QVariant {static_cast<qint64>(toMs(*t))} : QVariant {}; };
    const Channel &channel = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(channel.name);
    case IdRole:
        return QString::fromStdString(channel.id.value);
    case KindRole:
        return static_cast<int>(channel.kind.value());
    case NumberRole:
        return QString::fromStdString(channel.number);
    case HealthRole:
        return static_cast<int>(channel.health.value());
    case HealthDetailRole:
        return QString::fromStdString(channel.healthDetail);
    case CheckedAtRole:
        return moment(channel.checkedAt);
    case ExpiresAtRole:
        return moment(channel.expiresAt);
    case HasSecretRole:
        return channel.hasSecret;
    case HasTokenRole:
        return channel.hasToken;
    default:
        return {};
    }
}

} // namespace foredeck
