#pragma once

#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>

namespace foredeck {

struct NewTask {
    TaskId id; ///< empty: the act's
    Open<TaskKind> kind;
    std::string text;
    UserId owner; ///< empty: nobody yet
    Timestamp due;
};

/// What is not there stays; an empty owner is nobody.
struct TaskPatch {
    std::optional<Open<TaskKind>> kind;
    std::optional<std::string> text;
    std::optional<UserId> owner;
    std::optional<Timestamp> due;
    Expectations expect;
};

struct TaskClosing {
    std::string outcome;
    Expectations expect;
};

/// Effects of Ops on op.client. Each tells the client's stream of the task, of a transition in its conversation and of the
/// conversation, and leaves an audit row. `expect` may rest on "state", "owner_id" and "due"; a mismatch, and a task that is
/// over where an open one is asked for, is a Conflict with {"task"}. One whose time has passed when it arrives, by no more than
/// latestTask, is due at once, and its conversation comes back as when the time had found it (taskComesDue()).
/// Conflict when the id is there already, Unprocessable above mostOpenTasks in the conversation, also to open one again.
Result<Task> createTask(OpContext &op, const ConversationId &conversation, const NewTask &request);
/// What changes nothing tells nothing.
Result<Task> updateTask(OpContext &op, const TaskId &id, const TaskPatch &patch);
/// `to`: Done or Dropped.
Result<Task> closeTask(OpContext &op, const TaskId &id, TaskState to, const TaskClosing &request);
/// Open again, with its outcome gone; one whose time has passed is due at once. What is open stays as it is.
Result<Task> reopenTask(OpContext &op, const TaskId &id);

/// Its time has come, as the job of that moment finds it: its conversation comes back to the desk, wherever it was put.
/// Nothing changes where it is closed, due already or was put off.
Result<void> taskComesDue(ActContext &act, const TaskId &id);

} // namespace foredeck
