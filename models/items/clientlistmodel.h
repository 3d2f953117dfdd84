#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// The clients this person may see, by name.
class ClientListModel final : public SmallListModel<Client> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, MarkRole, StatusRole, AssistantOnRole, SafeModeRole, SampleRole };
    explicit ClientListModel(const LocalStore &store, QObject *parent = nullptr);
    bool isLoaded() const { return m_loaded; }
    /// Until `loaded` comes of what stands in the cache now, the list is as good as not loaded.
    void readAgain();
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const Client &client) const override { return client.id.value; }
    bool same(const Client &a, const Client &b) const override;

private:
    void reload();
    const LocalStore &m_store;
    bool m_loaded = false;
    int m_readings = 0; ///< asked for so far
    int m_wanted = 0; ///< the one that counts, or a later one
    Mailbox m_mailbox;
};

} // namespace foredeck
