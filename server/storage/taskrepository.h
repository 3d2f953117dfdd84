#pragma once

#include "models/domain/task.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <vector>

namespace foredeck {

/// What somebody must do for a customer by a time.
struct TaskRepository {
    static std::optional<Task> byId(Tx &tx, const ClientId &client, const TaskId &id);
    /// Open ones, that which is due first in front; or closed ones, the one that was closed last in front.
    static Page<Task> list(Tx &tx, const ClientId &client, bool open, const PageRequest &page);
    /// Of one conversation, in the same orders.
    static std::vector<Task> openOf(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit);
    static std::vector<Task> closedOf(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit);
    static void insert(WriteTx &tx, const Task &task);
    static void update(WriteTx &tx, Task &task);
};

} // namespace foredeck
