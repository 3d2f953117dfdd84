#pragma once

#include "models/core/id.h"
#include "server/storage/store.h"

#include <optional>

namespace foredeck {

/// Whose row it is, for routes that name a thing without its client. The one place that looks without a client: the
/// caller holds the answer against the clients it may see, then reads by (client, id). Absent and foreign are the same 404.
std::optional<ClientId> clientOf(Tx &tx, const LocationId &id);
std::optional<ClientId> clientOf(Tx &tx, const ChannelId &id);
std::optional<ClientId> clientOf(Tx &tx, const LeadId &id);
std::optional<ClientId> clientOf(Tx &tx, const ConversationId &id);
std::optional<ClientId> clientOf(Tx &tx, const EscalationId &id);
std::optional<ClientId> clientOf(Tx &tx, const KnowledgeBaseId &id);
std::optional<ClientId> clientOf(Tx &tx, const DocumentId &id);
/// Also of a macro or rule that is gone.
std::optional<ClientId> clientOf(Tx &tx, const MacroId &id);
std::optional<ClientId> clientOf(Tx &tx, const RuleId &id);
std::optional<ClientId> clientOf(Tx &tx, const TaskId &id);
std::optional<ClientId> clientOf(Tx &tx, const ShiftNoteId &id);

} // namespace foredeck
