#include "models/cache/actbody.h"
#include "models/cache/outboxacts.h"
#include "net/codec/domaincodec.h"

/// What a person does with tasks.
namespace foredeck {

OpId OutboxActs::makeTask(const ConversationRef &conversation, const Task &task, const std::optional<QString> &before)
{
    Op op = opOf(OpKind::TaskCreate, conversation);
    op.body = actBody([&](FieldWriter &w) {
        w("kind", task.kind);
        w("text", task.text);
        w("owner_id", task.owner.user);
        w("due", task.due);
    });
    return commit(std::move(op), Cleared {CompositionKind::Task, before ? std::optional {before->toStdString()} : std::nullopt});
}

Op OutboxActs::opOf(OpKind kind, const ConversationRef &conversation, const Task &task) const
{
    Op op = opOf(kind, conversation);
    op.target = task.id.value;
    op.expect = actBody([&](FieldWriter &w) { w("state", std::string {task.state.text()}); });
    return op;
}

OpId OutboxActs::changeTask(const ConversationRef &conversation, const Task &before, const Task &after)
{
    Op op = opOf(OpKind::TaskUpdate, conversation, before);
    const bool otherOwner = before.owner.user != after.owner.user;
    const bool otherDue = before.due != after.due;
    op.body = actBody([&](FieldWriter &w) {
        if (before.kind != after.kind)
            w("kind", after.kind);
        if (before.text != after.text)
            w("text", after.text);
        if (otherOwner)
            w("owner_id", after.owner.user.value); // nobody is an empty text, not null
        if (otherDue)
            w("due", after.due);
    });
    op.expect = actBody([&](FieldWriter &w) {
        w("state", std::string {before.state.text()});
        if (before.kind != after.kind)
            w("kind", before.kind);
        if (before.text != after.text)
            w("text", before.text);
        if (otherOwner)
            w("owner_id", before.owner.user.value);
        if (otherDue)
            w("due", before.due);
    });
    return commit(std::move(op));
}

OpId OutboxActs::closeTask(const ConversationRef &conversation, const Task &task, TaskState to, const QString &outcome)
{
    Op op = opOf(to == TaskState::Done ? OpKind::TaskDone : OpKind::TaskDrop, conversation, task);
    op.body = actBody([&](FieldWriter &w) { w("outcome", outcome.toStdString()); });
    return commit(std::move(op));
}

OpId OutboxActs::reopenTask(const ConversationRef &conversation, const TaskId &task)
{
    Op op = opOf(OpKind::TaskReopen, conversation);
    op.target = task.value;
    return commit(std::move(op));
}

} // namespace foredeck
