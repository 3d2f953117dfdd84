#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/refill.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// One client's questions and answers in the order in which they were made, after this person's acts.
class DocumentListModel final : public SmallListModel<FaqRow> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, TextRole, LanguageRole, CategoryRole, VisibilityRole, PendingRole };
    explicit DocumentListModel(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    const ClientId &client() const { return m_client; }
    /// False until the cache has answered.
    bool isLoaded() const { return m_loaded; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// After each reading, also of one that changed nothing.
    void loaded();

protected:
    const std::string &idOf(const FaqRow &row) const override { return row.value.id.value; }
    bool same(const FaqRow &a, const FaqRow &b) const override { return sameRow(a, b); }

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    Refill m_refill;
    bool m_loaded = false;
    Mailbox m_mailbox;
};

} // namespace foredeck
