#pragma once

#include "models/domain/conversation.h"
#include "server/services/op/ops.h"

#include <string>
#include <vector>

namespace foredeck {

struct LabelsRequest {
    std::vector<std::string> add;
    std::vector<std::string> remove;
};

/// Puts labels on a conversation and takes others off, whatever its state. Both at once are no conflict with what others do
/// meanwhile. Invalid names the one that cannot be a label; Unprocessable: it would have more than mostLabels. Where nothing
/// changes, nothing is told.
Result<Conversation> relabel(OpContext &op, const ConversationId &id, const LabelsRequest &request);

} // namespace foredeck
