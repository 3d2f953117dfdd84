#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/refill.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// People who work for a client (or all of the agency, without one), by name.
class UserListModel final : public SmallListModel<User> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, EmailRole, RoleRole, StatusRole, AvailableRole };
    explicit UserListModel(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const User &user) const override { return user.id.value; }
    bool same(const User &a, const User &b) const override;

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    Refill m_refill;
    Mailbox m_mailbox;
};

} // namespace foredeck
