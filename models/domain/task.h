#pragma once

#include "models/core/id.h"
#include "models/domain/actor.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace foredeck {

enum class TaskKind { Unknown, CallBack, Promise, Check };
template <>
struct EnumNames<TaskKind> {
    static constexpr std::array names {std::pair {TaskKind::CallBack, std::string_view {"call_back"}},
        std::pair {TaskKind::Promise, std::string_view {"promise"}}, std::pair {TaskKind::Check, std::string_view {"check"}}};
};

enum class TaskState { Unknown, Open, Done, Dropped };
template <>
struct EnumNames<TaskState> {
    static constexpr std::array names {std::pair {TaskState::Open, std::string_view {"open"}}, std::pair {TaskState::Done, std::string_view {"done"}},
        std::pair {TaskState::Dropped, std::string_view {"dropped"}}};
};

/// Somebody must do something for a customer by a time. It outlives the end of its conversation, and nothing but a person's
/// act closes it.
struct Task {
    TaskId id;
    ClientId client;
    ConversationId conversation;
    LeadId lead;
    Open<TaskKind> kind {TaskKind::Check};
    std::string text; ///< what is to be done; may be empty for a call back
    Actor owner; ///< kind System: nobody yet
    Timestamp due;
    bool isDue = false; ///< its time has come, and its conversation was brought back for it
    Open<TaskState> state {TaskState::Open};
    std::string outcome; ///< what came of it, once it is closed; may be empty
    Actor createdBy;
    DecisionId decision; ///< of the turn that heard the wish for it; empty: a person made it
    Timestamp createdAt;
    Actor closedBy; ///< kind System while it is open
    std::optional<Timestamp> closedAt;
    std::int64_t version = 1;
};

/// What lists show of the open task of a conversation that is due first.
struct TaskMark {
    TaskId id;
    Open<TaskKind> kind;
    UserId owner; ///< empty: nobody
    Timestamp due;
    bool isDue = false;
    friend bool operator==(const TaskMark &, const TaskMark &) = default;
};

inline bool isOpen(const Task &task) { return task.state == TaskState::Open; }
inline TaskMark markOf(const Task &task) { return {task.id, task.kind, task.owner.user, task.due, task.isDue}; }

inline constexpr std::size_t mostTaskBytes = 500; ///< of its text and of its outcome
inline constexpr std::size_t mostOpenTasks = 50; ///< of one conversation
/// Of one conversation, those that were closed last: as many are told wherever a conversation is told as a whole.
inline constexpr int shownClosedTasks = 20;
/// How far ahead one may be due.
inline constexpr std::chrono::days longestTask {366};
/// How long ago one may have been due that arrives: it was made or put off in time, where there was no network.
inline constexpr std::chrono::days latestTask {7};

} // namespace foredeck
