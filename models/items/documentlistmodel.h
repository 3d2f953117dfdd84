#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/smalllistmodel.h"

namespace foredeck {

/// One client's questions and answers, by title.
class DocumentListModel final : public SmallListModel<Document> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, TextRole, LanguageRole, CategoryRole, VisibilityRole };
    explicit DocumentListModel(const LocalStore &store, QObject *parent = nullptr);
    void setClient(const ClientId &client);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const Document &document) const override { return document.id.value; }
    bool same(const Document &a, const Document &b) const override;

private:
    void reload();
    const LocalStore &m_store;
    ClientId m_client;
    Mailbox m_mailbox;
};

} // namespace foredeck
