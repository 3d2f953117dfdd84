#include "cachesql.h"
#include "models/cache/cachetables.h"

namespace foredeck {

namespace {

/// (row, id) pairs of a query, read to the end before anything is changed.
template <class Id>
std::vector<std::pair<std::int64_t, Id>> rowsOf(Query &query)
{
    std::vector<std::pair<std::int64_t, Id>> rows;
    while (query.next()) {
        const std::int64_t row = query.integer();
        rows.emplace_back(row, Id {query.text()});
    }
    return rows;
}

} // namespace

PutResult CacheTables::remove(const Entity &entity, Touched &touched)
{
    const std::string_view kind = entity.kind;
    if (kind == "message" || kind == "note" || kind == "transition") {
        std::int64_t row = 0;
        {
            Query find {m_database, cachesql::timeline_find};
            if (!find.bindText("id", entity.id).next())
                return PutResult::Stale;
            row = find.integer();
            find.integer();
            const std::int64_t conversation = find.integer();
            const std::int64_t position = find.integer();
            Query state {m_database, cachesql::conversation_state};
            if (state.bind("row", conversation).next()) {
                const ConversationId id {state.text()};
                touched.conversations[conversation] = id;
                touched.timeline(id, position);
            }
        }
        Query {m_database, cachesql::timeline_delete}.bind("row", row).run();
        return PutResult::Applied;
    }
    if (kind == "conversation") {
        const ConversationId id {entity.id};
        const auto row = findConversation(id);
        if (row)
            removeConversation(*row, id, touched);
        return row ? PutResult::Applied : PutResult::Stale;
    }
    if (kind == "lead") {
        std::optional<std::int64_t> row;
        {
            Query find {m_database, cachesql::lead_find};
            if (find.bindText("id", entity.id).next())
                row = find.integer();
        }
        if (row)
            removeLead(*row, LeadId {entity.id}, touched);
        return row ? PutResult::Applied : PutResult::Stale;
    }
    std::string client;
    {
        Query find {m_database, cachesql::entity_version};
        if (!find.bindText("kind", entity.kind).bindText("id", entity.id).next())
            return PutResult::Stale;
        find.integer();
        client = find.text();
    }
    if (kind == "escalation") {
        touched.escalations.insert(EscalationId {entity.id});
        removeCall(EscalationId {entity.id});
    }
    if (kind == "task")
        Query {m_database, cachesql::task_delete}.bindText("id", entity.id).run();
    Query {m_database, cachesql::entity_delete}.bindText("kind", entity.kind).bindText("id", entity.id).run();
    note(entity.kind, client, touched);
    return PutResult::Applied;
}

/// It came with the person's own stream, and no other brings it again.
void CacheTables::removeCall(const EscalationId &id)
{
    Query {m_database, cachesql::entity_delete}.bindText("kind", "escalation_alert").bindText("id", id.value).run();
}

void CacheTables::removeConversation(std::int64_t row, const ConversationId &id, Touched &touched)
{
    {
        Query lead {m_database, cachesql::conversation_lead};
        if (lead.bind("row", row).next())
            touched.leadsAround.insert(LeadId {lead.text()});
    }
    std::int64_t scope = 0;
    std::int64_t views = 0;
    std::int64_t rank = 0;
    std::int64_t unread = 0;
    {
        Query state {m_database, cachesql::conversation_state};
        if (!state.bind("row", row).next())
            return;
        state.view();
        state.view();
        scope = state.integer();
        views = state.integer();
        rank = state.integer();
        unread = state.integer() > 0 ? 1 : 0;
    }
    for (int view = 1; views >> view; ++view) {
        if (!((views >> view) & 1))
            continue;
        for (const std::int64_t of : {std::int64_t {0}, scope}) {
            Query {m_database, cachesql::view_remove}.bind("view", view).bind("scope", of).bind("rank", rank).bind("conversation", row).run();
            Query {m_database, cachesql::counter_add}.bind("view", view).bind("scope", of).bind("total", -1).bind("unread", -unread).run();
        }
    }
    Query {m_database, cachesql::timeline_delete_of}.bind("conversation", row).run();
    Query {m_database, cachesql::decision_delete_of}.bind("conversation", row).run();
    Query {m_database, cachesql::conversation_delete}.bind("row", row).run();
    touched.conversations.erase(row);
    touched.listRows.insert(id);
    touched.timeline(id, 1);
    touched.counters = true;
}

void CacheTables::removeLead(std::int64_t row, const LeadId &id, Touched &touched)
{
    Query {m_database, cachesql::person_key_delete}.bind("lead", row).run();
    Query {m_database, cachesql::lead_entry_delete}.bind("lead", row).run();
    Query {m_database, cachesql::lead_delete}.bind("row", row).run();
    touched.leads[row] = id;
    touched.leadRows.insert(id);
}

void CacheTables::sweepClient(const ClientId &client, std::int64_t generation, Touched &touched)
{
    const auto left = [&]<class Id>(std::string_view sql) {
        Query query {m_database, sql};
        query.bindText("client", client.value).bind("generation", generation);
        return rowsOf<Id>(query);
    };
    for (const auto &[row, id] : left.template operator()<ConversationId>(cachesql::conversation_swept))
        removeConversation(row, id, touched);
    for (const auto &[row, id] : left.template operator()<LeadId>(cachesql::lead_swept))
        removeLead(row, id, touched);
    for (const auto &[row, id] : left.template operator()<ConversationId>(cachesql::timeline_swept)) {
        Query {m_database, cachesql::conversation_incomplete}.bind("row", row).run();
        touched.conversations[row] = id;
        touched.timeline(id, 1);
    }
    Query {m_database, cachesql::timeline_sweep}.bind("generation", generation).bindText("client", client.value).run();
    Query {m_database, cachesql::decision_sweep}.bind("generation", generation).bindText("client", client.value).run();
    std::vector<EscalationId> escalations;
    {
        Query swept {m_database, cachesql::escalation_swept};
        swept.bindText("client", client.value).bind("generation", generation);
        while (swept.next())
            escalations.emplace_back(swept.text());
    }
    for (const EscalationId &id : escalations) {
        touched.escalations.insert(id);
        removeCall(id);
    }
    Query {m_database, cachesql::entity_sweep_client}.bindText("client", client.value).bind("generation", generation).run();
    Query {m_database, cachesql::task_sweep}.run();
    touched.clientData.insert(client);
    touched.clients = true;
}

void CacheTables::sweepKind(const std::string &kind, std::int64_t generation, Touched &touched)
{
    Query {m_database, cachesql::entity_sweep_kind}.bindText("kind", kind).bind("generation", generation).run();
    note(kind, {}, touched);
}

void CacheTables::sweepUser(std::int64_t generation, Touched &touched)
{
    std::vector<std::string> conversations;
    {
        Query swept {m_database, cachesql::read_cursor_swept};
        swept.bind("generation", generation);
        while (swept.next())
            conversations.push_back(swept.text());
    }
    for (const std::string &id : conversations) {
        Query {m_database, cachesql::read_cursor_delete}.bindText("conversation", id).run();
        if (const auto row = findConversation(ConversationId {id}))
            touched.conversations[*row] = ConversationId {id};
    }
    Query {m_database, cachesql::call_sweep}.bind("generation", generation).run();
    Query {m_database, cachesql::composition_sweep}.bind("generation", generation).run();
}

} // namespace foredeck
