#include "server/storage/ownerlookup.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

std::optional<ClientId> owner(Tx &tx, Query query, std::string_view id)
{
    return rows::first(tx, query, {{"id", id}}, [](const Row &row) { return std::optional {ClientId {row.text(0)}}; });
}

} // namespace

std::optional<ClientId> clientOf(Tx &tx, const LocationId &id) { return owner(tx, sql::owner_of_location, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const ChannelId &id) { return owner(tx, sql::owner_of_channel, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const LeadId &id) { return owner(tx, sql::owner_of_lead, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const ConversationId &id) { return owner(tx, sql::owner_of_conversation, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const EscalationId &id) { return owner(tx, sql::owner_of_escalation, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const KnowledgeBaseId &id) { return owner(tx, sql::owner_of_base, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const DocumentId &id) { return owner(tx, sql::owner_of_document, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const MacroId &id) { return owner(tx, sql::owner_of_macro, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const RuleId &id) { return owner(tx, sql::owner_of_rule, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const TaskId &id) { return owner(tx, sql::owner_of_task, id.value); }

std::optional<ClientId> clientOf(Tx &tx, const ShiftNoteId &id) { return owner(tx, sql::owner_of_shift_note, id.value); }

} // namespace foredeck
