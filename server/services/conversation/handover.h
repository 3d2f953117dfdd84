#pragma once

#include "models/domain/escalation.h"
#include "models/domain/settings.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

#include <chrono>
#include <string>
#include <string_view>

namespace foredeck {

/// The assistant can go no further by itself: nobody owns the conversation, it waits for a person, and one open escalation
/// says why. Nothing changes where the assistant does not own it. `why` is a sentence for people. The caller saves.
void handOver(ActContext &act, ConversationEdit &edit, EscalationReason reason, const std::string &why);

/// Nobody has the conversation, somebody waits in it, and no escalation tells anybody: one begins. `why`: a key of phrases.h,
/// said in the business's own language. False: nothing was to be done. The caller saves.
bool callPeople(ActContext &act, ConversationEdit &edit, std::string_view why);

/// Nobody renews the claim any more: who answered here has gone, and the customer must not wait for them alone. Nobody owns
/// the conversation, it waits for a person, and its escalation is pending again. Nothing changes where a claim runs or no
/// person owns it. The caller saves.
void freeFromAbsent(ConversationEdit &edit);

/// The person of the act takes the open escalation of what they answer. False: there is none, or it is theirs already. The
/// caller saves.
bool takeEscalation(const OpContext &op, ConversationEdit &edit);

/// An open escalation is given to a person, who has not taken it by that: it is pending, they are told first, and whoever had
/// the conversation does not keep it. The caller saves.
void giveEscalation(ConversationEdit &edit, Escalation open, const Actor &to);

/// How soon a hand-over should be taken up (models/domain/settings.h): an emergency in a third of the time, never at once.
std::chrono::minutes escalationTime(const ClientSettings &settings, EscalationReason reason);

} // namespace foredeck
