#pragma once

#include "models/domain/composition.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

#include <chrono>
#include <string>

namespace foredeck {

struct EscalateRequest {
    Open<EscalationReason> reason;
    std::string detail;
    int priority = 2;
    Expectations expect;
};

struct EndRequest {
    std::int64_t seenPosition = 0;
    Expectations expect;
    bool override_ = false;
};

/// A person hands over to the team: an open escalation becomes pending again with the new reason (an emergency keeps its
/// own), else one is made; the conversation waits for a person and nobody owns it. Conflict when it has ended or somebody
/// else holds it.
Result<Conversation> escalate(OpContext &op, const ConversationId &id, const EscalateRequest &request);
/// Resolves. Conflict like a reply's when something newer came or somebody else holds it, unless overridden.
Result<Conversation> end(OpContext &op, const ConversationId &id, const EndRequest &request);
/// The same for whoever has the conversation open and saves it; `note` is that of its escalation.
Result<void> endIn(OpContext &op, ConversationEdit &edit, const EndRequest &request, std::string note);
/// Undoes a resolve: the person who had it has it again, else nobody. What called for people then calls again, by the escalation
/// that the resolve had settled. Where the customer waits, whoever had claimed it has a claim for `lease`, and it is freed if they
/// are gone; else it is theirs without one.
Result<Conversation> reopen(OpContext &op, const ConversationId &id, std::chrono::milliseconds lease);

/// Moves one's own read cursor forward, never back.
Result<ReadCursor> markRead(OpContext &op, const ConversationId &id, std::int64_t position);
/// What one is typing; the newest write wins.
Result<Composition> compose(OpContext &op, Composition composition);

} // namespace foredeck
