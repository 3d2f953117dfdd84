#pragma once

#include "models/domain/conversation.h"
#include "models/domain/transition.h"
#include "server/services/op/act.h"

#include <chrono>
#include <string>
#include <string_view>

namespace foredeck {

/// A transition in a conversation that is being written, with its place and its event.
Transition addTransition(ActContext &act, Conversation &conversation, TransitionField field, std::string from, std::string to, std::string reason, std::string detail,
    const DecisionId &decision = {}, std::string toName = {});

/// Where somebody waits since a moment that lies farther ahead, a clock that was ahead told it; less is no clock but two transactions.
inline constexpr std::chrono::minutes waitAhead {1};

/// The one way in which a changed conversation is written: with the transitions of whether the customer waits, its clock
/// as of now (models/domain/sla.h), its summary (server/services/conversation/summary.h), the next look at the rules about
/// waiting, and its event. A wait that began by a clock that was ahead counts from now. Call it after everything else of the transaction; where two acts of one transaction each do, the
/// second tells what has changed since the first.
void saveConversation(ActContext &act, Conversation &conversation, std::string_view kind = "conversation.updated");

} // namespace foredeck
