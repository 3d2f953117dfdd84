#include "models/items/channellistmodel.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

ChannelListModel::ChannelListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (!m_client.empty() && (changes.clientData.contains(m_client) || changes.everything))
            reload();
    });
}

void ChannelListModel::setClient(const ClientId &client)
{
    m_client = client;
    m_refill.startOver();
    replace({});
    if (!client.empty())
        reload();
}

void ChannelListModel::reload()
{
    using Read = std::pair<Result<CacheState>, Result<std::vector<Channel>>>;
    m_store.read([client = m_client](CacheReader &reader) { return Read {reader.state(client), reader.channels(client)}; },
        m_mailbox.receive([this, client = m_client](Read read) {
            auto &[state, channels] = read;
            if (client != m_client || state.hasError() || channels.hasError() || !m_refill.mayShow(state.value()))
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
