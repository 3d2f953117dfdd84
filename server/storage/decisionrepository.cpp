#include "server/storage/decisionrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <map>

namespace foredeck {

namespace {

/// Of a decision what it took: passages and rules are most of its body, and are not wanted.
struct TurnUse {
    std::string engine;
    std::int64_t in = 0;
    std::int64_t out = 0;
};

} // namespace

template <>
struct Fields<TurnUse> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("engine", x.engine);
        v("tokens_in", x.in);
        v("tokens_out", x.out);
    }
};

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

std::vector<EngineUse> DecisionRepository::usesSince(Tx &tx, const ClientId &client, Timestamp since, int limit)
{
    std::map<std::string, EngineUse> engines;
    const auto from = firstUuidOf(since);
    for (const auto &turn : rows::many<TurnUse>(tx, sql::decision_since, {{"client_id", client.value}, {"from", from}, {"limit", limit}})) {
        auto &use = engines[turn.engine];
        use.engine = turn.engine;
        ++use.turns;
        use.tokens += turn.in + turn.out;
    }
    std::vector<EngineUse> uses;
    for (auto &[name, use] : engines)
        uses.push_back(std::move(use));
    return uses;
}

void DecisionRepository::insert(WriteTx &tx, const Decision &decision)
{
    tx.run(sql::decision_insert,
        {{"client_id", decision.client.value}, {"id", decision.id.value}, {"conversation_id", decision.conversation.value},
            {"seen_position", decision.seenPosition}, {"body", encode(decision)}});
}

} // namespace foredeck
