#pragma once

#include "server/services/conversation/conversationedit.h"
#include "server/services/op/ops.h"

namespace foredeck {

struct AssignRequest {
    UserId user; ///< empty: nobody
    Expectations expect;
};

/// Gives a conversation to a person who may answer for its client, or to nobody (decision 29). Whoever had it gives it up; no
/// claim begins by this, so that the one it is given to may be away: they answer without one, or take it over like everybody.
/// An open escalation is given with it, as EscalationActs::assign() does: that is what calls them. Without one, what is snoozed stays so.
/// Invalid names user_id where it is nobody who may answer; Conflict when the conversation has ended, or with {holder} when
/// somebody else answers now. Where they have it already, nothing is told.
Result<Conversation> assign(OpContext &op, const ConversationId &id, const AssignRequest &request);

} // namespace foredeck
