#pragma once

#include "models/domain/client.h"
#include "models/domain/conversation.h"
#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "models/domain/user.h"

#include <string>

/// What the console's benches have in their cache: one business, conversations by number, ten messages each. The program
/// that fills the cache and the one that feeds events compute the same rows from the same numbers.
namespace foredeck::bench {

inline constexpr int messagesEach = 10;
inline constexpr const char *serverId = "bench";
inline constexpr const char *epoch = "bench";

Client client();
User user();
std::string streamName();

ConversationId conversationId(std::int64_t number);
Lead lead(std::int64_t number);
/// After its ten messages.
Conversation conversation(std::int64_t number);
/// `position` from 1 to messagesEach.
Message message(std::int64_t number, std::int64_t position);

} // namespace foredeck::bench
