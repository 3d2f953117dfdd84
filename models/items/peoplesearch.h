#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// People for Ctrl+K: by the beginnings of name, phone or e-mail. The newest question wins; an older answer is dropped.
class PeopleSearch final : public SmallListModel<PersonRow> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, PhoneRole, EmailRole, ConversationIdRole, ClientIdRole, ClientNameRole, ClientMarkRole, ChannelRole, LastAtRole };
    explicit PeopleSearch(const LocalStore &store, int limit = 20, QObject *parent = nullptr);
    /// Empty text: no rows. Without a client: all of them.
    void search(const QString &text, const ClientId &client = {});
    const QString &text() const { return m_text; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void found(const QString &text);

protected:
    const std::string &idOf(const PersonRow &row) const override { return row.lead.id.value; }
    bool same(const PersonRow &a, const PersonRow &b) const override { return a.lead.version == b.lead.version && a.conversation == b.conversation && a.lastAt == b.lastAt; }

private:
    const LocalStore &m_store;
    int m_limit;
    QString m_text;
    quint64 m_generation = 0;
    Mailbox m_mailbox;
};

} // namespace foredeck
