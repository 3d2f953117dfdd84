#pragma once

#include "models/domain/client.h"
#include "models/domain/conversation.h"
#include "models/domain/lead.h"
#include "models/domain/message.h"
#include "models/domain/user.h"

#include <string>

/// What the console's benches have in their cache: one business, conversations by number, usually ten messages each, on four
/// channels, of four temperatures and with a label on every fifth. The program that fills the cache and the one that feeds
/// events compute the same rows from the same numbers.
namespace foredeck::bench {

inline constexpr int messagesEach = 10;
inline constexpr const char *serverId = "bench";
inline constexpr const char *epoch = "bench";
inline constexpr const char *label = "vip"; ///< on every fifth conversation

Client client();
User user();
std::string streamName();

ConversationId conversationId(std::int64_t number);
Lead lead(std::int64_t number);
/// After so many messages.
Conversation conversation(std::int64_t number, std::int64_t messages = messagesEach);
/// `position` from 1.
Message message(std::int64_t number, std::int64_t position);

} // namespace foredeck::bench
