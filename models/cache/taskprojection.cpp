#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/jsonreader.h"

#include <algorithm>
#include <tuple>

namespace foredeck {

namespace {

std::string textIn(JsonValue body, std::string_view name) { return std::string {body[name].asString().value_or(std::string_view {})}; }

void lay(Task &task, JsonValue body)
{
    if (body["kind"].exists())
        task.kind = Open<TaskKind>::fromText(textIn(body, "kind"));
    if (body["text"].exists())
        task.text = textIn(body, "text");
    if (body["owner_id"].exists()) {
        const UserId owner {textIn(body, "owner_id")};
        if (owner != task.owner.user)
            task.owner = owner.empty() ? Actor {} : Actor {ActorKind::User, owner, {}};
    }
    if (const auto due = fromRfc3339(textIn(body, "due")); due && *due != task.due) {
        task.due = *due;
        task.isDue = false;
    }
}

void close(Task &task, const Op &op, JsonValue body, const Self &self)
{
    if (!isOpen(task))
        return;
    task.state = op.kind == OpKind::TaskDone ? TaskState::Done : TaskState::Dropped;
    task.isDue = false;
    task.outcome = textIn(body, "outcome");
    task.closedBy = {ActorKind::User, op.user, self.name};
    task.closedAt = op.createdAt;
}

void reopen(Task &task)
{
    task.state = TaskState::Open;
    task.outcome.clear();
    task.closedBy = {};
    task.closedAt.reset();
}

void apply(TaskRow &row, const Op &op, JsonValue body, const Self &self)
{
    switch (op.kind.value()) {
    case OpKind::TaskCreate:
        if (row.isNew) // what the server has of it is newer than what was asked for
            lay(row.task, body);
        return;
    case OpKind::TaskUpdate:
        return lay(row.task, body);
    case OpKind::TaskDone:
    case OpKind::TaskDrop:
        return close(row.task, op, body, self);
    case OpKind::TaskReopen:
        if (!isOpen(row.task))
            reopen(row.task);
        return;
    default:
        return;
    }
}

/// The task of an act; one that is to be made is there once it is asked for.
TaskRow *rowOf(std::vector<TaskRow> &rows, const Op &op, const Self &self)
{
    const bool makes = op.kind == OpKind::TaskCreate;
    const std::string &id = makes ? op.id.value : op.target;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const TaskRow &row) { return row.task.id.value == id; });
    if (found != rows.end())
        return &*found;
    if (!makes)
        return nullptr;
    TaskRow row;
    row.task.id = TaskId {id};
    row.task.client = op.client;
    row.task.conversation = op.conversation;
    row.task.createdBy = {ActorKind::User, op.user, self.name};
    row.task.createdAt = op.createdAt;
    row.task.version = 0;
    row.isNew = true;
    rows.push_back(std::move(row));
    return &rows.back();
}

PendingKind pendingOf(const Op &op)
{
    if (op.state == OpState::Refused)
        return PendingKind::Refused;
    if (op.state == OpState::NeedsReview)
        return PendingKind::NeedsReview;
    return op.state == OpState::Acked ? PendingKind::None : PendingKind::Unsent;
}

/// Open ones by when they are due, then closed ones, the newest first.
auto orderOf(const TaskRow &row)
{
    const Task &task = row.task;
    const bool over = !isOpen(task);
    return std::tuple {over, over ? -toMs(task.closedAt.value_or(task.due)) : toMs(task.due), task.id.value};
}

} // namespace

bool isOnTasks(OpKind kind) noexcept
{
    return kind == OpKind::TaskCreate || kind == OpKind::TaskUpdate || kind == OpKind::TaskDone || kind == OpKind::TaskDrop || kind == OpKind::TaskReopen;
}

Task wantedTask(const Op &op)
{
    Task task;
    task.client = op.client;
    task.conversation = op.conversation;
    JsonDocument document;
    if (const auto body = document.parse(op.body.empty() ? std::string_view {"{}"} : std::string_view {op.body}); body.hasValue())
        lay(task, body.value());
    return task;
}

std::vector<TaskRow> project(std::vector<Task> tasks, const ConversationId &conversation, const std::vector<Op> &acts, const Self &self)
{
    std::vector<TaskRow> rows;
    for (Task &task : tasks) {
        rows.emplace_back();
        rows.back().task = std::move(task);
    }
    for (const Op &op : acts) {
        const bool isKept = op.state == OpState::NeedsReview || op.state == OpState::Refused;
        if (op.conversation != conversation || !isOnTasks(op.kind.value()) || !(isKept || isEchoed(op.state.value())))
            continue;
        JsonDocument document;
        const auto body = document.parse(op.body.empty() ? std::string_view {"{}"} : std::string_view {op.body});
        TaskRow *row = body.hasValue() ? rowOf(rows, op, self) : nullptr;
        if (!row)
            continue;
        if (!isKept || op.kind == OpKind::TaskCreate) // of one that was not made, what was wished is all there is
            apply(*row, op, body.value(), self);
        row->pending = std::max(row->pending, pendingOf(op));
    }
    std::sort(rows.begin(), rows.end(), [](const TaskRow &a, const TaskRow &b) { return orderOf(a) < orderOf(b); });
    return rows;
}

} // namespace foredeck
