#pragma once

#include "server/services/assistant/turn.h"
#include "server/services/assistant/windowengine.h"
#include "server/services/op/act.h"

#include <optional>

namespace foredeck {

/// Writes what a turn came to: decision, message with its job, lead, owner, escalation, events, and what its chat window
/// was told (`told`; nothing: no more than is known). Returns false, having written nothing but the decision that it was
/// superseded, when the conversation is not as the plan saw it: somebody else owns it, something newer was said, the
/// assistant or the person's consent was switched.
bool writeTurn(ActContext &act, const TurnInput &input, TurnPlan plan, Timestamp began, const std::optional<Told> &told = {});

} // namespace foredeck
