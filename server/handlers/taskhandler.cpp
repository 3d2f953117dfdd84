#include "server/handlers/taskhandler.h"

#include "server/handlers/requests.h"
#include "server/handlers/teamrequests.h"
#include "server/services/task/taskacts.h"
#include "server/storage/taskrepository.h"

namespace foredeck {

namespace {

constexpr int closedOfConversation = 100;

TaskId taskIn(const Request &request) { return TaskId {request.param("task_id")}; }
ConversationId conversationOf(const Request &request) { return ConversationId {request.param("conversation_id")}; }

Result<std::string> listTasks(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto state = c.request.queryValue("state");
    if (!state.empty() && state != "open" && state != "closed")
        return Error::invalid("state", "must be open or closed");
    const auto found = TaskRepository::list(c.tx, c.client, state != "closed", page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

Result<std::string> ofConversation(ReadContext &c)
{
    auto items = TaskRepository::openOf(c.tx, c.client, conversationOf(c.request), static_cast<int>(mostOpenTasks));
    for (auto &task : TaskRepository::closedOf(c.tx, c.client, conversationOf(c.request), closedOfConversation))
        items.push_back(std::move(task));
    return okJson(c.tx, pageJson(items));
}

Result<std::string> readTask(ReadContext &c)
{
    const auto found = TaskRepository::byId(c.tx, c.client, taskIn(c.request));
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("task")};
}

void addActs(Api &api, const Api::Scope &work)
{
    const std::string task = "/api/v1/tasks/{task_id}";
    api.act<TaskPatch>(Method::Patch, task, work, [](OpContext &op, const Request &request, const TaskPatch &body) {
        return entityAnswer(updateTask(op, taskIn(request), body));
    });
    for (const auto to : {TaskState::Done, TaskState::Dropped}) {
        api.act<TaskClosing>(Method::Post, task + (to == TaskState::Done ? "/done" : "/drop"), work, [to](OpContext &op, const Request &request, const TaskClosing &body) {
            return entityAnswer(closeTask(op, taskIn(request), to, body));
        });
    }
    api.act<NoBody>(Method::Post, task + "/reopen", work, [](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(reopenTask(op, taskIn(request)));
    });
}

} // namespace

void addTaskRoutes(Api &api)
{
    const std::string conversation = "/api/v1/conversations/{conversation_id}/tasks";
    api.get("/api/v1/tasks/client/{client_id}", Api::client(Right::Read), listTasks);
    api.get(conversation, Api::thing<ConversationId>("conversation_id", Right::Read, "conversation"), ofConversation);
    api.act<NewTask>(Method::Post, conversation, Api::thing<ConversationId>("conversation_id", Right::Work, "conversation"),
        [](OpContext &op, const Request &request, const NewTask &body) { return entityAnswer(createTask(op, conversationOf(request), body), 201); });
    api.get("/api/v1/tasks/{task_id}", Api::thing<TaskId>("task_id", Right::Read, "task"), readTask);
    addActs(api, Api::thing<TaskId>("task_id", Right::Work, "task"));
}

} // namespace foredeck
