#pragma once

#include "server/services/assistant/engine.h"

namespace foredeck {

/// The assistant's state machine. In this order: consent and HELP → who owns the conversation → emergencies → the client's own
/// rules → the other hand-over triggers, a long conversation, a question asked twice → the engine → a message or a hand-over. What is said to somebody
/// for the first time names the business, that it is an assistant, and on SMS and WhatsApp how to end messages.
/// A pure function: the same snapshot gives the same plan. An engine's failure or exception becomes a friendly sentence
/// and a hand-over (ai_failure). The caller checks in its transaction that nothing has changed and writes the plan.
TurnPlan planTurn(const TurnInput &input, const Engine &engine, const RuleBook &book);

} // namespace foredeck
