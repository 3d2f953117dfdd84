#pragma once

#include "models/domain/deskentry.h"
#include "models/domain/lead.h"
#include "models/domain/mention.h"
#include "models/domain/messagetemplate.h"
#include "models/domain/shiftnote.h"
#include "models/domain/task.h"
#include "net/sync/oproute.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck::test {

/// The request by which the real console saves an edit of a lead: through its outbox and the routes of its sender.
ActRequest callOfLeadEdit(const Lead &before, const Lead &after);
/// By which it merges two, and takes that back.
ActRequest callOfMerge(const Lead &left, const Lead &other);
ActRequest callOfPart(const Lead &left, const Lead &other);
/// So, too, for what is done with tasks.
ActRequest callOfNewTask(const Task &task);
ActRequest callOfTaskEdit(const Task &before, const Task &after);
ActRequest callOfTaskEnd(const Task &task, TaskState to);
/// And of what the desk does by itself.
ActRequest callOfEntry(const DeskEntry &entry);
ActRequest callOfFirstWords(const Lead &lead, ChannelKind channel, const std::string &text, const std::optional<TemplateUse> &useTemplate);
/// And of what the team tells each other.
ActRequest callOfNote(const ClientId &client, const ConversationId &conversation, const std::string &text, const std::vector<Mention> &mentions);
ActRequest callOfFollow(const ClientId &client, const ConversationId &conversation, bool on);
ActRequest callOfHandOver(const ShiftNote &note);
ActRequest callOfAcknowledgement(const ShiftNote &note);

} // namespace foredeck::test
