#pragma once

#include "models/core/id.h"
#include "models/domain/lead.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>

namespace foredeck {

/// A visitor's chat window. `id` is the visitor's own word, unique within a client only; the token is stored as its hash.
struct LiveChatSession {
    std::string id;
    ClientId client;
    std::string tokenHash;
    ConversationId conversation; ///< empty until the first message was taken in
    LeadId lead;
    bool remoteLoopback = false; ///< where the visitor was last seen: safe mode lets answers out to loopback only
    Timestamp createdAt;
    Timestamp seenAt;
    std::string name; ///< as it was told in this window; the lead's may come from elsewhere
    Qualification wishes; ///< likewise
    friend bool operator==(const LiveChatSession &, const LiveChatSession &) = default;
};

struct LiveChatRepository {
    static std::optional<LiveChatSession> find(Tx &tx, const ClientId &client, std::string_view id);
    /// GET /webhooks/live-chat/{session} names no client: the token does.
    static std::optional<LiveChatSession> byToken(Tx &tx, std::string_view id, std::string_view tokenHash);
    static std::optional<LiveChatSession> byConversation(Tx &tx, const ClientId &client, const ConversationId &conversation);
    /// False, and nothing done, when the client has a session of this id, or another client's has the same id and token.
    static bool insertIfNew(WriteTx &tx, const LiveChatSession &session);
    /// Conversation, lead, loopback, seenAt, and what was told.
    static void update(WriteTx &tx, const LiveChatSession &session);
};

} // namespace foredeck
