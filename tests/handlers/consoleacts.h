#pragma once

#include "models/domain/lead.h"
#include "models/domain/task.h"
#include "net/sync/oproute.h"

namespace foredeck::test {

/// The request by which the real console saves an edit of a lead: through its outbox and the routes of its sender.
OpCall callOfLeadEdit(const Lead &before, const Lead &after);
/// So, too, for what is done with tasks.
OpCall callOfNewTask(const Task &task);
OpCall callOfTaskEdit(const Task &before, const Task &after);
OpCall callOfTaskEnd(const Task &task, TaskState to);

} // namespace foredeck::test
