#pragma once

#include "server/handlers/api.h"
#include "server/services/conversation/claimacts.h"

namespace foredeck {

/// conversations/…: lists and threads.
void addConversationReads(Api &api);
/// conversations/…: what people do with them. `claims` must outlive the routes.
void addConversationActs(Api &api, const ClaimActs &claims);

} // namespace foredeck
