#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"

#include <QObject>

#include <map>

namespace foredeck {

/// How many conversations each view holds, over all clients or one. Kept by the writer, read here, never counted at paint.
class ViewCounters final : public QObject {
    Q_OBJECT
public:
    explicit ViewCounters(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    ViewCount count(View view) const;
    bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void changed();

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    std::map<View, ViewCount> m_counts;
    bool m_loaded = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
