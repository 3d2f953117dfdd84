#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/refill.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// One client's doors, by kind and name.
class ChannelListModel final : public SmallListModel<Channel> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, KindRole, NumberRole, HealthRole, HealthDetailRole, CheckedAtRole, ExpiresAtRole, HasSecretRole, HasTokenRole };
    explicit ChannelListModel(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    const ClientId &client() const { return m_client; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const Channel &channel) const override { return channel.id.value; }
    bool same(const Channel &a, const Channel &b) const override;

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    Refill m_refill;
    Mailbox m_mailbox;
};

} // namespace foredeck
