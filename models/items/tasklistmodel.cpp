#include "models/items/tasklistmodel.h"

#include "models/cache/cachereader.h"

namespace foredeck {

TaskListModel::TaskListModel(const LocalStore &store, QObject *parent) : SmallListModel(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        const bool mine = changes.conversations.contains(m_conversation) || changes.echoes.contains(m_conversation);
        if (!m_conversation.empty() && (mine || changes.users || changes.everything))
            reload();
    });
}

void TaskListModel::setConversation(const ConversationId &conversation)
{
    if (conversation == m_conversation)
        return;
    m_conversation = conversation;
    m_loaded = false;
    replace({});
    Q_EMIT loaded();
    if (!conversation.empty())
        reload();
}

void TaskListModel::reload()
{
    m_store.read([conversation = m_conversation](CacheReader &reader) { return reader.tasks(conversation); },
        m_mailbox.receive([this, conversation = m_conversation](Result<std::vector<TaskRow>> tasks) {
            if (conversation != m_conversation || tasks.hasError())
                return;
            m_loaded = true;
            replace(std::move(tasks).value());
            Q_EMIT loaded();
        }));
}

bool TaskListModel::same(const TaskRow &a, const TaskRow &b) const
{
    const Task &x = a.task;
    const Task &y = b.task;
    return x.version == y.version && x.kind == y.kind && x.text == y.text && x.owner == y.owner && x.due == y.due && x.isDue == y.isDue && x.state == y.state
        && x.outcome == y.outcome && x.closedBy == y.closedBy && x.closedAt == y.closedAt && a.pending == b.pending && a.isNew == b.isNew;
}

QVariant TaskListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskRow &row = itemAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(row.task.text);
    case Qt::AccessibleTextRole:
        return m_words ? m_words(row) : QString::fromStdString(row.task.text);
    case IdRole:
        return QString::fromStdString(row.task.id.value);
    case OpenRole:
        return isOpen(row.task);
    case PendingRole:
        return static_cast<int>(row.pending);
    default:
        return {};
    }
}

} // namespace foredeck
