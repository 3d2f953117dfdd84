#include "server/storage/transitionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Transition> TransitionRepository::byId(Tx &tx, const ClientId &client, const TransitionId &id)
{
    return rows::one<Transition>(tx, sql::transition_by_id, {{"client_id", client.value}, {"id", id.value}});
}

void TransitionRepository::insert(WriteTx &tx, const Transition &transition)
{
    tx.run(sql::transition_insert,
        {{"client_id", transition.client.value}, {"id", transition.id.value}, {"conversation_id", transition.conversation.value},
            {"position", transition.position}, {"field", transition.field.text()}, {"version", transition.version},
            {"body", encode(transition)}});
}

std::vector<Transition> TransitionRepository::recent(
    Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field, int limit)
{
    return rows::many<Transition>(tx, sql::transition_recent,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"field", nameOf(field)}, {"limit", limit}});
}

std::vector<Transition> TransitionRepository::ofClocks(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit)
{
    return rows::many<Transition>(tx, sql::transition_of_clocks,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"limit", limit}});
}

std::optional<Transition> TransitionRepository::latest(
    Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field)
{
    return rows::one<Transition>(tx, sql::transition_latest,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"field", nameOf(field)}});
}

} // namespace foredeck
