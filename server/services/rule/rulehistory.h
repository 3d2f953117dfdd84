#pragma once

#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/escalation.h"
#include "models/domain/lead.h"
#include "models/domain/transition.h"
#include "server/services/rule/ruleeval.h"

#include <vector>

namespace foredeck {

/// What is stored of a conversation, as the dry run looks at it. All lists from the oldest on.
struct RuleHistory {
    Conversation conversation;
    Lead lead;
    std::vector<Message> messages;
    std::vector<Decision> decisions; ///< the assistant's turns, superseded ones left out
    std::vector<Transition> transitions; ///< of status, owner and response
    std::vector<Escalation> escalations;
    std::vector<OpeningHours> places;
    std::string clientLanguage;
};

/// When the rule would have fired in [since, now], by the events that there were: the assistant's turns and the waits for a
/// person. What it would have changed is not told: its hand-over counts as open until a person wrote or the conversation
/// ended. Pure.
std::vector<Timestamp> wouldHaveFired(const ClientRule &rule, const RuleHistory &history, Timestamp since, Timestamp now, const TimeZones &zones);

} // namespace foredeck
