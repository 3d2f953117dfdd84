#pragma once

#include "models/domain/conversation.h"
#include "server/services/op/act.h"

namespace foredeck {

/// The one way in which a task is written: with its event, with the job of the moment when it is due, and with the mark that
/// its conversation bears of the open one that is due first. The caller saves the conversation afterwards.
void saveTask(ActContext &act, Conversation &conversation, Task &task, bool isNew = false);

/// What the customer wishes to be called back for, as a turn of the assistant heard it.
struct CallBackWish {
    std::string text;
    Timestamp due;
    DecisionId decision;
};
/// Makes the task of it, for nobody yet, with its transition. Nothing where one is open in the conversation already. The
/// caller saves the conversation.
void addCallBack(ActContext &act, Conversation &conversation, const CallBackWish &wish);

} // namespace foredeck
