#include "server/storage/rulerepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

Value waitOf(const ClientRule &rule)
{
    return rule.enabled && rule.when.unansweredMinutes ? Value {std::int64_t {*rule.when.unansweredMinutes}} : Value {};
}

void keepVersion(WriteTx &tx, const ClientRule &rule, Timestamp at)
{
    tx.run(sql::rule_version_insert,
        {{"id", rule.id.value}, {"version", rule.version}, {"client_id", rule.client.value}, {"at", rows::time(at)}, {"body", encode(rule)}});
}

} // namespace

std::optional<ClientRule> RuleRepository::byId(Tx &tx, const ClientId &client, const RuleId &id)
{
    return rows::one<ClientRule>(tx, sql::rule_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::vector<ClientRule> RuleRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::many<ClientRule>(tx, sql::rule_of_client, {{"client_id", client.value}});
}

std::optional<ClientRule> RuleRepository::version(Tx &tx, const ClientId &client, const RuleId &id, std::int64_t version)
{
    return rows::one<ClientRule>(tx, sql::rule_version, {{"id", id.value}, {"version", version}, {"client_id", client.value}});
}

void RuleRepository::insert(WriteTx &tx, const ClientRule &rule, Timestamp at)
{
    tx.run(sql::rule_insert,
        {{"client_id", rule.client.value}, {"id", rule.id.value}, {"unanswered_minutes", waitOf(rule)}, {"version", rule.version}, {"body", encode(rule)}});
    keepVersion(tx, rule, at);
}

void RuleRepository::update(WriteTx &tx, ClientRule &rule, Timestamp at)
{
    rows::raise(tx, rule, "rule", [&](const std::string &body) {
        return tx.run(sql::rule_update,
            {{"client_id", rule.client.value}, {"id", rule.id.value}, {"unanswered_minutes", waitOf(rule)}, {"version", rule.version}, {"body", body}});
    });
    keepVersion(tx, rule, at);
}

bool RuleRepository::remove(WriteTx &tx, const ClientId &client, const RuleId &id)
{
    return tx.run(sql::rule_remove, {{"client_id", client.value}, {"id", id.value}}) == 1;
}

std::optional<std::int64_t> RuleRepository::shortestWait(Tx &tx, const ClientId &client)
{
    return rows::first(tx, sql::rule_shortest_wait, {{"client_id", client.value}},
        [](const Row &row) { return row.isNull(0) ? std::nullopt : std::optional {row.integer(0)}; });
}

std::vector<RuleFiring> RuleRepository::firings(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    std::vector<RuleFiring> list;
    tx.run(sql::rule_firing_of_conversation, {{"client_id", client.value}, {"conversation_id", conversation.value}}, [&](const Row &row) {
        list.push_back({client, RuleId {row.text(0)}, row.integer(1), conversation, rows::textAt(row, 2), row.integer(3), EscalationId {row.text(4)}, rows::timeAt(row, 5)});
        return true;
    });
    return list;
}

void RuleRepository::fire(WriteTx &tx, const RuleFiring &firing)
{
    tx.run(sql::rule_firing_insert,
        {{"client_id", firing.client.value}, {"conversation_id", firing.conversation.value}, {"rule_id", firing.rule.value}, {"occasion", firing.occasion},
            {"rule_version", firing.ruleVersion}, {"position", firing.position}, {"escalation_id", firing.escalation.value}, {"at", rows::time(firing.at)}});
    tx.run(sql::counter_add, {{"client_id", firing.client.value}, {"name", "rule_firings"}, {"by", 1}});
}

std::int64_t RuleRepository::firingCount(Tx &tx)
{
    return rows::first(tx, sql::rule_firing_count, {}, [](const Row &row) { return std::optional {row.integer(0)}; }).value_or(0);
}

} // namespace foredeck
