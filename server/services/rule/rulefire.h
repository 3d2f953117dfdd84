#pragma once

#include "models/core/time.h"
#include "server/services/op/act.h"

#include <optional>

namespace foredeck {

/// What the rules say of a conversation in which nobody wrote: where a customer waits for a person, those about waiting; where
/// the assistant has it, those about its state, for somebody may have changed the score. Messages are the assistant's turn
/// (turnrules.cpp). Nothing where somebody is called already, or the customer has opted out.
struct RuleLook {
    bool fires = false;
    std::optional<Timestamp> next; ///< when to look again though nothing happens
};
RuleLook lookAtRules(Tx &tx, const ClientId &client, const ConversationId &conversation, Timestamp now, const TimeZones &zones);

/// The same, and the rule that fires calls somebody: an escalation that names it, and the row that it has fired on this
/// occasion. Whoever answers there keeps the conversation; else it waits for a person. Error: the store's.
Result<RuleLook> fireRules(ActContext &act, const ConversationId &conversation, const TimeZones &zones);

} // namespace foredeck
