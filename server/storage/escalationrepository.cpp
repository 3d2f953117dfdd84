#include "server/storage/escalationrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

std::optional<Escalation> EscalationRepository::byId(Tx &tx, const ClientId &client, const EscalationId &id)
{
    return rows::one<Escalation>(tx, sql::escalation_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<Escalation> EscalationRepository::openOf(Tx &tx, const ClientId &client, const ConversationId &conversation)
{
    return rows::one<Escalation>(tx, sql::escalation_open_of, {{"client_id", client.value}, {"conversation_id", conversation.value}});
}

Page<Escalation> EscalationRepository::list(Tx &tx, const ClientId &client, std::string_view status, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    const auto limit = rows::limitOf(page) + 1;
    if (status.empty()) {
        return rows::page<Escalation>(tx, sql::escalation_list, page,
            {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"limit", limit}});
    }
    if (status == "open") {
        return rows::page<Escalation>(tx, sql::escalation_list_open, page,
            {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"limit", limit}});
    }
    return rows::page<Escalation>(tx, sql::escalation_list_of_status, page,
        {{"client_id", client.value}, {"status", status}, {"key", start.key}, {"id", start.id}, {"limit", limit}});
}

std::vector<Escalation> EscalationRepository::ofConversation(Tx &tx, const ClientId &client, const ConversationId &conversation, int limit)
{
    return rows::many<Escalation>(tx, sql::escalation_of_conversation, {{"client_id", client.value}, {"conversation_id", conversation.value}, {"limit", limit}});
}

std::vector<Escalation> EscalationRepository::since(Tx &tx, const ClientId &client, Timestamp since)
{
    return rows::many<Escalation>(tx, sql::escalation_since, {{"client_id", client.value}, {"after", rows::time(since)}});
}

std::int64_t EscalationRepository::countPending(Tx &tx, const ClientId &client)
{
    std::int64_t count = 0;
    tx.run(sql::escalation_count_pending, {{"client_id", client.value}}, [&](const Row &row) {
        count = row.integer(0);
        return false;
    });
    return count;
}

std::vector<ClientEscalation> EscalationRepository::forgotten(Tx &tx, Timestamp before, int limit)
{
    std::vector<ClientEscalation> found;
    tx.run(sql::escalation_forgotten, {{"before", rows::time(before)}, {"limit", limit}}, [&](const Row &row) {
        found.push_back({ClientId {row.text(0)}, EscalationId {row.text(1)}});
        return true;
    });
    return found;
}

std::vector<EscalationId> EscalationRepository::untaken(Tx &tx, const ClientId &client, const EscalationId &after, int limit)
{
    std::vector<EscalationId> found;
    tx.run(sql::escalation_untaken, {{"client_id", client.value}, {"after", after.value}, {"limit", limit}}, [&](const Row &row) {
        found.push_back(EscalationId {row.text(0)});
        return true;
    });
    return found;
}

std::vector<ClientEscalation> EscalationRepository::pending(Tx &tx)
{
    std::vector<ClientEscalation> found;
    tx.run(sql::escalation_pending, {}, [&](const Row &row) {
        found.push_back({ClientId {row.text(0)}, EscalationId {row.text(1)}});
        return true;
    });
    return found;
}

void EscalationRepository::insert(WriteTx &tx, const Escalation &escalation)
{
    tx.run(sql::escalation_insert,
        {{"client_id", escalation.client.value}, {"id", escalation.id.value}, {"conversation_id", escalation.conversation.value},
            {"status", escalation.status.text()}, {"created_at", rows::time(escalation.createdAt)},
            {"version", escalation.version}, {"body", encode(escalation)}});
}

void EscalationRepository::update(WriteTx &tx, Escalation &escalation)
{
    rows::raise(tx, escalation, "escalation", [&](const std::string &body) {
        return tx.run(sql::escalation_update,
            {{"client_id", escalation.client.value}, {"id", escalation.id.value}, {"status", escalation.status.text()},
                {"version", escalation.version}, {"body", body}});
    });
}

} // namespace foredeck
