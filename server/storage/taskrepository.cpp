#include "server/storage/taskrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <limits>

namespace foredeck {

namespace {

Value orderOf(const Task &task) { return rows::time(isOpen(task) ? task.due : task.closedAt.value_or(task.due)); }
Value openFlag(const Task &task) { return std::int64_t {isOpen(task) ? 1 : 0}; }

} // namespace

std::optional<Task> TaskRepository::byId(Tx &tx, const ClientId &client, const TaskId &id)
{
    return rows::one<Task>(tx, sql::task_by_id, {{"client_id", client.value}, {"id", id.value}});
}

Page<Task> TaskRepository::list(Tx &tx, const ClientId &client, bool open, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page, open ? PageCursor {std::numeric_limits<std::int64_t>::min(), {}} : PageCursor::newest());
    return rows::page<Task>(tx, open ? sql::task_list_open : sql::task_list_closed, page,
        {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"limit", rows::limitOf(page) + 1}});
}

std::vector<Task> TaskRepository::openOf(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit)
{
    return rows::many<Task>(tx, sql::task_open_of, {{"client_id", client.value}, {"conversation_id", conversation.value}, {"limit", limit}});
}

std::vector<Task> TaskRepository::closedOf(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit)
{
    return rows::many<Task>(tx, sql::task_closed_of, {{"client_id", client.value}, {"conversation_id", conversation.value}, {"limit", limit}});
}

void TaskRepository::insert(WriteTx &tx, const Task &task)
{
    tx.run(sql::task_insert,
        {{"client_id", task.client.value}, {"id", task.id.value}, {"conversation_id", task.conversation.value}, {"is_open", openFlag(task)},
            {"at", orderOf(task)}, {"version", task.version}, {"body", encode(task)}});
}

void TaskRepository::update(WriteTx &tx, Task &task)
{
    rows::raise(tx, task, "task", [&](const std::string &body) {
        return tx.run(sql::task_update,
            {{"client_id", task.client.value}, {"id", task.id.value}, {"is_open", openFlag(task)}, {"at", orderOf(task)},
                {"version", task.version}, {"body", body}});
    });
}

} // namespace foredeck
