#include "models/items/userlistmodel.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

namespace {

/// Who is bound to no client works for all of the agency.
bool worksFor(const User &user, const ClientId &client)
{
    return client.empty() || user.clients.empty() || std::find(user.clients.begin(), user.clients.end(), client) != user.clients.end();
}

} // namespace

UserListModel::UserListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.users || changes.everything)
            reload();
    });
    reload();
}

void UserListModel::setClient(const ClientId &client)
{
    if (client != m_client)
        m_refill.startOver();
    m_client = client;
    reload();
}

void UserListModel::reload()
{
    using Read = std::pair<Result<CacheState>, Result<std::vector<User>>>;
    m_store.read([](CacheReader &reader) { return Read {reader.state({}), reader.users()}; }, m_mailbox.receive([this](Read read) {
        auto &[state, users] = read;
        if (state.hasError() || users.hasError() || !m_refill.mayShow(state.value()))
            return;
        auto list = std::move(users).value();
        std::erase_if(list, [this](const User &user) { return !worksFor(user, m_client); });
        replace(std::move(list));
        Q_EMIT loaded();
    }));
}

bool UserListModel::same(const User &a, const User &b) const
{
    // What this person changed of it has no version yet.
    return a.version == b.version && a.status == b.status && a.available == b.available && a.doNotDisturb == b.doNotDisturb;
}

QVariant UserListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const User &user = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(user.name);
    case IdRole:
        return QString::fromStdString(user.id.value);
    case EmailRole:
        return QString::fromStdString(user.email);
    case RoleRole:
        return static_cast<int>(user.role.value());
    case StatusRole:
        return static_cast<int>(user.status.value());
    case AvailableRole:
        return user.available;
    default:
        return {};
    }
}

} // namespace foredeck
