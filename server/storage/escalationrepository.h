#pragma once

#include "models/domain/escalation.h"
#include "server/storage/page.h"
#include "server/storage/store.h"

#include <optional>
#include <string_view>

namespace foredeck {

/// Hand-overs to people. A conversation has at most one open (pending or claimed) at a time; a second is a Conflict.
struct EscalationRepository {
    static std::optional<Escalation> byId(Tx &tx, const ClientId &client, const EscalationId &id);
    static std::optional<Escalation> openOf(Tx &tx, const ClientId &client, const ConversationId &conversation);
    /// Newest first; status empty: any.
    static Page<Escalation> list(Tx &tx, const ClientId &client, std::string_view status, const PageRequest &page);
    static void insert(WriteTx &tx, const Escalation &escalation);
    static void update(WriteTx &tx, Escalation &escalation);
};

} // namespace foredeck
