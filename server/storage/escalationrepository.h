#pragma once

#include "models/domain/escalation.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foredeck {

/// An escalation of any client.
struct ClientEscalation {
    ClientId client;
    EscalationId id;
};

/// Hand-overs to people. A conversation has at most one open (pending or claimed) at a time; a second is a Conflict.
struct EscalationRepository {
    static std::optional<Escalation> byId(Tx &tx, const ClientId &client, const EscalationId &id);
    static std::optional<Escalation> openOf(Tx &tx, const ClientId &client, const ConversationId &conversation);
    /// Newest first; status empty: any; "open": pending and claimed.
    static Page<Escalation> list(Tx &tx, const ClientId &client, std::string_view status, const PageRequest &page);
    /// Of one conversation, the oldest first.
    static std::vector<Escalation> ofConversation(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit);
    /// Those made since, and older ones that are open; in no order.
    static std::vector<Escalation> since(Tx &tx, const ClientId &client, Timestamp since);
    /// How many nobody has taken up.
    static std::int64_t countPending(Tx &tx, const ClientId &client);
    /// Pending ones of all clients whose conversation ended or, unless it is snoozed, had no change and no other
    /// owner since `before`.
    static std::vector<ClientEscalation> forgotten(Tx &tx, Timestamp before, int limit);
    /// By their ids, above `after`: those that nobody has taken up, run out or not, where somebody waits for a person.
    static std::vector<EscalationId> untaken(Tx &tx, const ClientId &client, const EscalationId &after, int limit);
    /// All that are pending, of all clients.
    static std::vector<ClientEscalation> pending(Tx &tx);
    static void insert(WriteTx &tx, const Escalation &escalation);
    static void update(WriteTx &tx, Escalation &escalation);
};

} // namespace foredeck
