#pragma once

#include "models/core/time.h"
#include "models/domain/client.h"
#include "models/domain/conversation.h"
#include "models/domain/decision.h"
#include "models/domain/hours.h"
#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "models/domain/rule.h"
#include "models/domain/settings.h"

#include <optional>
#include <string>
#include <vector>

namespace foredeck {

/// Everything the assistant knows when it looks at a conversation: a snapshot, read in one transaction.
struct TurnInput {
    Timestamp now;
    Client client;
    ClientSettings settings;
    std::vector<Location> locations;
    Lead lead;
    Conversation conversation;
    Consent consent; ///< of this person's address on this channel
    std::vector<Message> history; ///< public messages by rising position, the newest 60; of a customer's very long ones the beginning
    std::vector<Decision> decisions; ///< of this conversation by rising position, the newest 40; superseded ones left out
    std::vector<ClientRule> rules; ///< of the client's own, the oldest first
    std::vector<RuleFiring> firings; ///< of them, in this conversation
    Timestamp handedBackAt; ///< when a person last gave the conversation to the assistant; 0: never
    const TimeZones *zones = nullptr;
    std::int64_t decidedBefore = 0; ///< up to where the decisions looked that are left out
    std::int64_t settled = 0; ///< where the conversation last ended; what came before is left out
};

/// A person shall take over.
struct HandOver {
    EscalationReason reason = EscalationReason::NotInKnowledge;
    int priority = 2;
    std::string detail; ///< the words that caused it
    std::optional<RuleMark> rule; ///< of the client's own, that did
    EscalationBrief brief; ///< why and what is wanted; the rest is read from the records when it is written
};

/// What one turn comes to; the caller makes ids and writes it in one transaction.
struct TurnPlan {
    bool nothing = false; ///< no customer message waits: no decision, no writing but the lead's score, where `leadChanged`
    Decision decision; ///< without ids and times
    std::string reply; ///< empty: nothing is said
    std::size_t introduced = 0; ///< bytes of `reply` in which the assistant only says who it is; what is told in one line begins behind them
    bool compliance = false; ///< the confirmation of an opt-out or HELP: goes out although the person has opted out
    std::optional<HandOver> handOver;
    std::optional<RuleFiring> firing; ///< with `handOver`: the rule's occasion and how far it has read
    bool wishIsOpen = false; ///< a wish is being taken down: if nothing more is heard, a person gets it (quiet.h)
    std::optional<Timestamp> notBefore; ///< with `nothing`: it is too early, and what it will be shows then
    bool unheard = false; ///< somebody waits in a conversation that nobody has, and no escalation tells anybody: one shall begin; with `nothing`, too
    bool waitsAnew = false; ///< nobody had to wait; with this hand-over the customer does
    Lead lead; ///< with what was learned
    bool leadChanged = false;
    std::string language; ///< of the conversation from now on; empty: unchanged
};

} // namespace foredeck
