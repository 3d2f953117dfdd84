#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/refill.h"
#include "models/items/smalllistmodel.h"

#include <functional>

namespace foredeck {

/// One client's own rules in the order in which they were made, after this person's acts.
class RuleListModel final : public SmallListModel<RuleRow> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, EnabledRole, PendingRole };
    /// What a row says to whoever does not see it.
    using Words = std::function<QString(const RuleRow &)>;

    explicit RuleListModel(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    const ClientId &client() const { return m_client; }
    /// False until the cache has answered.
    bool isLoaded() const { return m_loaded; }
    void setWords(Words words) { m_words = std::move(words); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void readFailed(const QString &why);

protected:
    const std::string &idOf(const RuleRow &row) const override { return row.value.id.value; }
    bool same(const RuleRow &a, const RuleRow &b) const override { return sameRow(a, b); }

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    Refill m_refill;
    bool m_loaded = false;
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
