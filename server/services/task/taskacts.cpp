#include "server/services/task/taskacts.h"

#include "models/core/text.h"
#include "models/core/time.h"
#include "server/services/access/bind.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/op/newid.h"
#include "server/services/op/precondition.h"
#include "server/services/task/taskwriter.h"
#include "server/storage/auditrepository.h"
#include "server/storage/taskrepository.h"

#include <utility>

namespace foredeck {

namespace {

/// A task with the conversation it belongs to.
struct Errand {
    Task task;
    ConversationEdit edit;
};

Error conflictOf(const Task &task, std::string detail, const std::string &members = {})
{
    Error error = Error::of(Error::Kind::Conflict, std::move(detail));
    error.extension = "{\"task\":" + encode(task) + (members.empty() ? std::string {} : "," + members) + "}";
    return error;
}

Result<void> meets(const Task &task, const Expectations &expected)
{
    const Expectations current {{"state", std::string {task.state.text()}}, {"kind", std::string {task.kind.text()}}, {"text", task.text},
        {"owner_id", task.owner.user.value}, {"due", toRfc3339(task.due)}};
    Expectations asked;
    for (const auto &[field, value] : expected) {
        const auto found = current.find(field);
        if (found == current.end())
            return Error::invalid("expect." + field, "is no field to rest on");
        asked.insert(*found);
    }
    return asked == expected ? Result<void> {} : conflictOf(task, "the task has changed", "\"current\":" + encode(asked));
}

Result<Errand> open(ActContext &act, const TaskId &id, const Expectations &expected = {})
{
    auto task = TaskRepository::byId(act.tx, act.client, id);
    if (const auto ok = act.ok(); ok.hasError())
        return ok.error();
    if (!task)
        return notFound("task");
    if (const auto met = meets(*task, expected); met.hasError())
        return met.error();
    auto edit = ConversationEdit::open(act, task->conversation);
    if (edit.hasError())
        return edit.error();
    return Errand {std::move(*task), std::move(edit).value()};
}

Result<void> checkTask(const OpContext &op, const Task &task, bool isPutOff)
{
    if (!task.kind.known())
        return Error::invalid("kind", "must be call_back, promise or check");
    if (const auto fits = fitText("text", task.text, mostTaskBytes, task.kind == TaskKind::CallBack); fits.hasError())
        return fits;
    if (!isPutOff)
        return {};
    if (task.due <= op.now - latestTask)
        return Error::invalid("due", "must lie ahead");
    return task.due > op.now + longestTask ? Error::invalid("due", "must lie within a year") : Result<void> {};
}

Result<Actor> ownerOf(OpContext &op, const UserId &id)
{
    return id.empty() ? Result<Actor> {Actor {}} : answeringPerson(op.tx, op.client, id, "owner_id");
}

void tell(Errand &e, std::string from, std::string to, std::string detail)
{
    e.edit.transition(TransitionField::Task, std::move(from), std::move(to), e.task.owner.name, std::string {e.task.kind.text()}, std::move(detail));
}

// What came late is due at once.
void wakeIfDue(OpContext &op, Errand &e)
{
    if (e.task.isDue)
        wakeForTask(op, e.edit);
}

Result<void> hasRoom(OpContext &op, const ConversationId &conversation)
{
    if (TaskRepository::openOf(op.tx, op.client, conversation, static_cast<int>(mostOpenTasks)).size() < mostOpenTasks)
        return {};
    return tooMany("conversation_id", "there are " + std::to_string(mostOpenTasks) + " open tasks already");
}

bool isSame(const Task &a, const Task &b)
{
    return a.kind == b.kind && a.text == b.text && a.owner == b.owner && a.due == b.due;
}

Result<Task> saved(OpContext &op, Errand &e, const std::string &action, bool isNew = false)
{
    saveTask(op, e.edit.row(), e.task, isNew);
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, action, e.task.id.value, std::string {e.task.kind.text()}});
    const auto kept = e.edit.save();
    return kept.hasError() ? Result<Task> {kept.error()} : Result<Task> {e.task};
}

} // namespace

Result<Task> createTask(OpContext &op, const ConversationId &conversation, const NewTask &request)
{
    Task task;
    task.id = request.id.empty() ? TaskId {op.op.value} : request.id;
    if (const auto isNew = checkNewId(op.tx, task.id); isNew.hasError())
        return isNew.error();
    task.client = op.client;
    task.conversation = conversation;
    task.kind = request.kind;
    task.text = trimmed(request.text);
    task.due = request.due;
    task.createdBy = op.actor;
    task.createdAt = op.now;
    task.isDue = task.due <= op.now;
    if (const auto fits = checkTask(op, task, true); fits.hasError())
        return fits.error();
    auto owner = ownerOf(op, request.owner);
    if (owner.hasError())
        return owner.error();
    task.owner = std::move(owner).value();
    auto edit = ConversationEdit::open(op, conversation);
    if (edit.hasError())
        return edit.error();
    if (const auto room = hasRoom(op, conversation); room.hasError())
        return room.error();
    task.lead = edit.value().row().lead;
    Errand e {std::move(task), std::move(edit).value()};
    tell(e, {}, std::string {e.task.state.text()}, e.task.text);
    wakeIfDue(op, e);
    return saved(op, e, "task.created", true);
}

Result<Task> updateTask(OpContext &op, const TaskId &id, const TaskPatch &patch)
{
    auto found = open(op, id, patch.expect);
    if (found.hasError())
        return found.error();
    auto &e = found.value();
    if (!isOpen(e.task))
        return conflictOf(e.task, "the task is over");
    Task changed = e.task;
    changed.kind = patch.kind.value_or(changed.kind);
    if (patch.text)
        changed.text = trimmed(*patch.text);
    changed.due = patch.due.value_or(changed.due);
    const bool isPutOff = changed.due != e.task.due;
    changed.isDue = isPutOff ? changed.due <= op.now : changed.isDue;
    if (const auto fits = checkTask(op, changed, isPutOff); fits.hasError())
        return fits.error();
    if (patch.owner) {
        auto owner = ownerOf(op, *patch.owner);
        if (owner.hasError())
            return owner.error();
        changed.owner = std::move(owner).value();
    }
    if (isSame(changed, e.task))
        return e.task;
    e.task = std::move(changed);
    tell(e, std::string {e.task.state.text()}, std::string {e.task.state.text()}, e.task.text);
    if (isPutOff)
        wakeIfDue(op, e);
    return saved(op, e, "task.updated");
}

Result<Task> closeTask(OpContext &op, const TaskId &id, TaskState to, const TaskClosing &request)
{
    const std::string outcome {trimmed(request.outcome)};
    if (const auto fits = fitText("outcome", outcome, mostTaskBytes, true); fits.hasError())
        return fits.error();
    auto found = open(op, id, request.expect);
    if (found.hasError())
        return found.error();
    auto &e = found.value();
    if (!isOpen(e.task))
        return conflictOf(e.task, "the task is over");
    const std::string from {e.task.state.text()};
    e.task.state = to;
    e.task.isDue = false;
    e.task.outcome = outcome;
    e.task.closedBy = op.actor;
    e.task.closedAt = op.now;
    tell(e, from, std::string {nameOf(to)}, outcome.empty() ? e.task.text : outcome);
    return saved(op, e, to == TaskState::Done ? "task.done" : "task.dropped");
}

Result<Task> reopenTask(OpContext &op, const TaskId &id)
{
    auto found = open(op, id);
    if (found.hasError())
        return found.error();
    auto &e = found.value();
    if (isOpen(e.task))
        return e.task;
    if (const auto room = hasRoom(op, e.task.conversation); room.hasError())
        return room.error();
    const std::string from {e.task.state.text()};
    e.task.state = TaskState::Open;
    e.task.isDue = e.task.due <= op.now;
    e.task.outcome.clear();
    e.task.closedBy = {};
    e.task.closedAt.reset();
    tell(e, from, std::string {e.task.state.text()}, e.task.text);
    wakeIfDue(op, e);
    return saved(op, e, "task.reopened");
}

Result<void> taskComesDue(ActContext &act, const TaskId &id)
{
    auto found = open(act, id);
    if (found.hasError())
        return found.error();
    auto &e = found.value();
    if (!isOpen(e.task) || e.task.isDue || e.task.due > act.now)
        return {};
    e.task.isDue = true;
    tell(e, std::string {e.task.state.text()}, std::string {taskIsDue}, e.task.text);
    wakeForTask(act, e.edit);
    saveTask(act, e.edit.row(), e.task);
    const auto kept = e.edit.save();
    return kept.hasError() ? Result<void> {kept.error()} : Result<void> {};
}

} // namespace foredeck
