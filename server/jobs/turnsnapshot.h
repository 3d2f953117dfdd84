#pragma once

#include "server/services/assistant/turn.h"
#include "server/services/assistant/windowengine.h"
#include "server/storage/store.h"

#include <optional>
#include <string>

namespace foredeck {

/// A conversation as the assistant's jobs look at it, without the moment and the zones.
struct TurnSnapshot {
    TurnInput input;
    Told told; ///< live chat: in this window
};
/// Read in one transaction; nothing: there is no such conversation any more. Error: the store's.
std::optional<TurnSnapshot> readTurn(Tx &tx, const ClientId &client, const ConversationId &conversation);
Result<std::optional<TurnSnapshot>> readTurn(Store &store, const ClientId &client, const ConversationId &conversation);

/// The conversation that a job's payload names.
std::optional<ConversationId> conversationIn(const std::string &payload);
bool isChat(const Conversation &conversation);

} // namespace foredeck
