#include "server/services/task/taskwriter.h"

#include "models/core/text.h"
#include "server/services/conversation/conversationwriter.h"
#include "server/services/op/queues.h"
#include "server/storage/taskrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t wishCharacters = 200;

void keepJob(ActContext &act, const Task &task)
{
    if (!isOpen(task) || task.isDue) {
        JobRepository::cancel(act.tx, act.client, queues::taskDue, task.id.value, "nothing is to come", act.now);
        return;
    }
    if (!JobRepository::enqueue(act.tx, taskJob(act.client, task.id, act.now, task.due)))
        JobRepository::reschedule(act.tx, act.client, queues::taskDue, task.id.value, task.due);
}

} // namespace

void saveTask(ActContext &act, Conversation &conversation, Task &task, bool isNew)
{
    if (isNew)
        TaskRepository::insert(act.tx, task);
    else
        TaskRepository::update(act.tx, task);
    keepJob(act, task);
    act.tell(isNew ? "task.created" : "task.updated", task);
    const auto first = TaskRepository::openOf(act.tx, act.client, conversation.id, 1);
    conversation.task = first.empty() ? std::nullopt : std::optional {markOf(first.front())};
}

void addCallBack(ActContext &act, Conversation &conversation, const CallBackWish &wish)
{
    const auto open = TaskRepository::openOf(act.tx, act.client, conversation.id, static_cast<int>(mostOpenTasks));
    const bool known = std::any_of(open.begin(), open.end(), [](const Task &t) { return t.kind == TaskKind::CallBack; });
    if (known || open.size() >= mostOpenTasks)
        return;
    Task task;
    task.id = TaskId::make(act.now);
    task.client = act.client;
    task.conversation = conversation.id;
    task.lead = conversation.lead;
    task.kind = TaskKind::CallBack;
    task.text = singleLine(wish.text, wishCharacters);
    task.due = wish.due;
    task.createdBy = act.actor;
    task.decision = wish.decision;
    task.createdAt = act.now;
    task.isDue = task.due <= act.now;
    addTransition(act, conversation, TransitionField::Task, {}, std::string {task.state.text()}, std::string {task.kind.text()}, task.text, wish.decision);
    saveTask(act, conversation, task, true);
}

} // namespace foredeck
