#include "server/storage/decisionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Decision> DecisionRepository::byId(Tx &tx, const ClientId &client, const DecisionId &id)
{
    return rows::one<Decision>(tx, sql::decision_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::vector<Decision> DecisionRepository::between(
    Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t from, std::int64_t to)
{
    return rows::many<Decision>(tx, sql::decision_between,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"from", from}, {"to", to}});
}

std::vector<Decision> DecisionRepository::latest(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit)
{
    return rows::many<Decision>(tx, sql::decision_latest,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"limit", limit}});
}

void DecisionRepository::insert(WriteTx &tx, const Decision &decision)
{
    tx.run(sql::decision_insert,
        {{"client_id", decision.client.value}, {"id", decision.id.value}, {"conversation_id", decision.conversation.value},
            {"seen_position", decision.seenPosition}, {"body", encode(decision)}});
}

} // namespace foredeck
