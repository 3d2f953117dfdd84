#pragma once

#include "models/domain/lead.h"
#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

#include <chrono>

namespace foredeck {

/// As long after its last change a conversation at the desk is gone on with, as one over a door is (contract 2).
inline constexpr std::chrono::hours deskReuse {24};

/// The conversation in which the desk keeps what somebody said who came in or called (`kind`: isAtDesk): that of the last
/// 24 hours which has not ended, else a new one. It has no channel. The person of the act owns a new one, without a claim:
/// there is nobody to answer in it, and it is assigned, tasked and resolved like any other. A transition says each time that
/// they came or called. The caller saves.
Result<ConversationEdit> openAtDesk(OpContext &op, const Lead &lead, ChannelKind kind, bool &isNew);

/// The assistant hears nothing at the desk and can answer nobody there: Unprocessable.
Result<void> assistantCanAnswer(const Conversation &conversation);

} // namespace foredeck
