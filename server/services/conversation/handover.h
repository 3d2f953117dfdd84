#pragma once

#include "models/domain/escalation.h"
#include "server/services/conversation/conversationedit.h"

#include <string>

namespace foredeck {

/// The assistant can go no further by itself: nobody owns the conversation, it waits for a person, and one open escalation
/// says why. Nothing changes where the assistant does not own it. `why` is a sentence for people. The caller saves.
void handOver(ActContext &act, ConversationEdit &edit, EscalationReason reason, const std::string &why);

} // namespace foredeck
