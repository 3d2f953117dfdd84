#include "server/storage/conversationrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <algorithm>

namespace foredeck {

namespace {

// The column is ahead of the body between nextPosition() and update().
std::optional<Conversation> conversationOf(Tx &tx, const Row &row, int positionColumn)
{
    auto conversation = rows::entity<Conversation>(tx, row.text(0));
    if (conversation)
        conversation->lastPosition = row.integer(positionColumn);
    return conversation;
}

std::optional<Conversation> one(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    return rows::first(tx, query, binds, [&](const Row &row) { return conversationOf(tx, row, 1); });
}

std::vector<LapsedLease> leases(Tx &tx, Query query, std::initializer_list<Bind> binds)
{
    std::vector<LapsedLease> found;
    tx.run(query, binds, [&](const Row &row) {
        found.push_back({ClientId {row.text(0)}, ConversationId {row.text(1)}, row.integer(2)});
        return true;
    });
    return found;
}

std::int64_t flag(bool value) { return value ? 1 : 0; }

// The same binds for the statement that inserts and the one that updates.
std::int64_t write(WriteTx &tx, Query query, const Conversation &c, const std::string &body)
{
    const auto lastPublic = std::max(c.lastMessage.at, c.createdAt);
    return tx.run(query,
        {{"client_id", c.client.value}, {"id", c.id.value}, {"lead_id", c.lead.value}, {"channel_id", c.channel.value},
            {"channel_kind", c.channelKind.text()}, {"status", c.status.text()},
            {"ended", flag(c.status == ConversationStatus::Ended)}, {"escalated", flag(c.escalation.has_value())},
            {"waiting", flag(awaitsPerson(c))},
            {"owner_kind", c.owner.kind.text()}, {"owner_user", c.owner.user.value}, {"last_position", c.lastPosition},
            {"last_public_at", rows::time(lastPublic)}, {"fence", c.claim.fence}, {"lease_until", rows::time(c.claim.leaseUntil)},
            {"last_at", rows::time(c.lastAt)}, {"contact", c.contact}, {"version", c.version}, {"body", body}});
}

Query queryOf(ConversationView view)
{
    switch (view) {
    case ConversationView::Mine:
        return sql::conversation_list_mine;
    case ConversationView::Unassigned:
        return sql::conversation_list_unassigned;
    case ConversationView::Waiting:
        return sql::conversation_list_waiting;
    case ConversationView::Escalated:
        return sql::conversation_list_escalated;
    case ConversationView::Ended:
        return sql::conversation_list_ended;
    case ConversationView::All:
    case ConversationView::Unknown:
        break;
    }
    return sql::conversation_list_all;
}

} // namespace

std::optional<Conversation> ConversationRepository::byId(Tx &tx, const ClientId &client, const ConversationId &id)
{
    return one(tx, sql::conversation_by_id, {{"client_id", client.value}, {"id", id.value}});
}

std::optional<ConversationRepository::Bodies> ConversationRepository::bodies(Tx &tx, const ClientId &client, const ConversationId &id)
{
    return rows::first(tx, sql::conversation_with_lead, {{"client_id", client.value}, {"id", id.value}},
        [](const Row &row) { return std::optional {Bodies {rows::textAt(row, 0), rows::textAt(row, 1)}}; });
}

std::optional<Conversation> ConversationRepository::latest(Tx &tx, const ClientId &client, const LeadId &lead, const ChannelId &channel, std::string_view contact)
{
    return one(tx, sql::conversation_latest, {{"client_id", client.value}, {"lead_id", lead.value}, {"channel_id", channel.value}, {"contact", contact}});
}

std::optional<Conversation> ConversationRepository::findRecent(
    Tx &tx, const ClientId &client, const LeadId &lead, const ChannelId &channel, Timestamp notBefore, std::string_view contact)
{
    return one(tx, sql::conversation_find_recent,
        {{"client_id", client.value}, {"lead_id", lead.value}, {"channel_id", channel.value}, {"not_before", rows::time(notBefore)},
            {"contact", contact}});
}

Page<Conversation> ConversationRepository::list(Tx &tx, const ClientId &client, const ConversationFilter &filter, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    const auto limit = rows::limitOf(page) + 1;
    const auto make = [&](const Row &row) { return conversationOf(tx, row, 3); };
    if (filter.view == ConversationView::Mine) {
        return rows::page<Conversation>(tx, queryOf(filter.view), page,
            {{"client_id", client.value}, {"user_id", filter.user.value}, {"key", start.key}, {"id", start.id},
                {"channel", filter.channel}, {"status", filter.status}, {"limit", limit}},
            make);
    }
    return rows::page<Conversation>(tx, queryOf(filter.view), page,
        {{"client_id", client.value}, {"key", start.key}, {"id", start.id}, {"channel", filter.channel},
            {"status", filter.status}, {"limit", limit}},
        make);
}

Page<Conversation> ConversationRepository::ofLead(Tx &tx, const ClientId &client, const LeadId &lead, const PageRequest &page)
{
    const auto start = rows::startOf(tx, page);
    return rows::page<Conversation>(tx, sql::conversation_of_lead, page,
        {{"client_id", client.value}, {"lead_id", lead.value}, {"key", start.key}, {"id", start.id},
            {"limit", rows::limitOf(page) + 1}},
        [&](const Row &row) { return conversationOf(tx, row, 3); });
}

std::int64_t ConversationRepository::count(Tx &tx, const ClientId &client)
{
    std::int64_t count = 0;
    tx.run(sql::counter_get, {{"client_id", client.value}, {"name", "conversations"}}, [&](const Row &row) {
        count = row.integer(0);
        return false;
    });
    return count;
}

std::int64_t ConversationRepository::countActive(Tx &tx, const ClientId &client)
{
    std::int64_t ended = 0;
    tx.run(sql::conversation_count_ended, {{"client_id", client.value}}, [&](const Row &row) {
        ended = row.integer(0);
        return false;
    });
    return count(tx, client) - ended;
}

void ConversationRepository::insert(WriteTx &tx, const Conversation &conversation)
{
    write(tx, sql::conversation_insert, conversation, encode(conversation));
    tx.run(sql::counter_add, {{"client_id", conversation.client.value}, {"name", "conversations"}, {"by", 1}});
}

void ConversationRepository::update(WriteTx &tx, Conversation &conversation)
{
    rows::raise(tx, conversation, "conversation",
        [&](const std::string &body) { return write(tx, sql::conversation_update, conversation, body); });
}

std::int64_t ConversationRepository::nextPosition(WriteTx &tx, Conversation &conversation)
{
    const auto position = conversation.lastPosition + 1;
    const auto changed = tx.run(sql::conversation_next_position,
        {{"client_id", conversation.client.value}, {"id", conversation.id.value}, {"version", conversation.version},
            {"position", position}});
    if (changed == 1)
        conversation.lastPosition = position;
    else
        tx.fail(Error::of(Error::Kind::Conflict, "conversation: has moved on since it was read"));
    return position;
}

bool ConversationRepository::renewLease(
    WriteTx &tx, const ClientId &client, const ConversationId &id, std::int64_t fence, Timestamp until)
{
    return tx.run(sql::conversation_renew_lease,
               {{"client_id", client.value}, {"id", id.value}, {"fence", fence}, {"lease_until", rows::time(until)}})
        == 1;
}

std::optional<Timestamp> ConversationRepository::leaseUntil(Tx &tx, const ClientId &client, const ConversationId &id)
{
    return rows::first(tx, sql::conversation_lease, {{"client_id", client.value}, {"id", id.value}},
        [](const Row &row) { return rows::optionalTimeAt(row, 0); });
}

std::vector<LapsedLease> ConversationRepository::lapsedLeases(Tx &tx, Timestamp now, int limit)
{
    return leases(tx, sql::conversation_lapsed_leases, {{"now", rows::time(now)}, {"limit", limit}});
}

std::vector<LapsedLease> ConversationRepository::leasesBeyond(Tx &tx, Timestamp after, int limit)
{
    return leases(tx, sql::conversation_leases_beyond, {{"after", rows::time(after)}, {"limit", limit}});
}

} // namespace foredeck
