#include "server/storage/transitionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <algorithm>

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
            {"body", encode(transition)}, {"made_at", rows::time(transition.at)}});
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

bool TransitionRepository::eachOfClocks(Tx &tx, const ClientId &client, Timestamp since, int limit,
    const std::function<void(const ConversationId &, const std::vector<Transition> &)> &call)
{
    ConversationId conversation;
    std::vector<Transition> transitions;
    int count = 0;
    const auto hand = [&] {
        std::sort(transitions.begin(), transitions.end(), [](const Transition &a, const Transition &b) { return a.position < b.position; });
        if (!transitions.empty())
            call(conversation, transitions);
        transitions.clear();
    };
    tx.run(sql::transition_of_clocks_since, {{"client_id", client.value}, {"after", rows::time(since)}, {"limit", limit}}, [&](const Row &row) {
        if (row.text(0) != conversation.value) {
            hand();
            conversation = ConversationId {row.text(0)};
        }
        if (auto transition = rows::entity<Transition>(tx, row.text(1)))
            transitions.push_back(std::move(*transition));
        ++count;
        return tx.error() == nullptr;
    });
    if (count >= limit)
        return false;
    hand();
    return true;
}

std::optional<Transition> TransitionRepository::latest(
    Tx &tx, const ClientId &client, const ConversationId &conversation, TransitionField field)
{
    return rows::one<Transition>(tx, sql::transition_latest,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"field", nameOf(field)}});
}

} // namespace foredeck
