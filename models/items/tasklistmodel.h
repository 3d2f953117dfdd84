#pragma once

#include "models/cache/localstore.h"
#include "models/cache/mailbox.h"
#include "models/items/smalllistmodel.h"

#include <functional>

namespace foredeck {

/// The tasks of one conversation after this person's acts: open ones by when they are due, then closed ones, the newest
/// first. Follows the cache.
class TaskListModel final : public SmallListModel<TaskRow> {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, OpenRole, PendingRole };
    /// What a row says to whoever does not see it.
    using Words = std::function<QString(const TaskRow &)>;

    explicit TaskListModel(const LocalStore &store, QObject *parent = nullptr);
    /// Empty: none.
    void setConversation(const ConversationId &conversation);
    const ConversationId &conversation() const { return m_conversation; }
    /// False until the cache has answered.
    bool isLoaded() const { return m_loaded; }
    void setWords(Words words) { m_words = std::move(words); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

protected:
    const std::string &idOf(const TaskRow &row) const override { return row.task.id.value; }
    bool same(const TaskRow &a, const TaskRow &b) const override;

private:
    void reload();
    const LocalStore &m_store;
    ConversationId m_conversation;
    bool m_loaded = false;
    Words m_words;
    Mailbox m_mailbox;
};

} // namespace foredeck
