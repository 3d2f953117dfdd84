#include "cachesql.h"
#include "models/cache/peoplekeys.h"
#include "models/cache/storecore.h"

namespace foredeck {

namespace {

constexpr std::int64_t unscored = -1;
constexpr int longestChain = 100; ///< there is no circle; a damaged file may have one

/// What its row is ordered by as its name: those who have none come after those who have; see migration 0006.
std::string nameKey(const Lead &lead)
{
    if (!lead.name.empty())
        return '1' + foldedWord(lead.name);
    if (!lead.phones.empty())
        return '2' + foldedWord(shown(lead.phones.front()));
    return '2' + (lead.emails.empty() ? std::string {} : foldedWord(lead.emails.front()));
}

struct NewestConversation {
    std::int64_t conversation = 0;
    Timestamp at {};
};

NewestConversation newestConversation(sqlite::Database &cache, CacheTables &tables, const LeadId &id)
{
    ConversationId conversation;
    NewestConversation newest;
    {
        Query query {cache, cachesql::newest_conversation_of_lead};
        if (!query.bindText("lead", id.value).next())
            return newest;
        conversation = ConversationId {query.text()};
        query.view();
        newest.at = query.time();
    }
    newest.conversation = tables.findConversation(conversation).value_or(0);
    return newest;
}

} // namespace

std::vector<Op> StoreCore::actsOnLead(const LeadId &id)
{
    std::vector<Op> acts;
    for (const Op &op : m_outbox->open()) {
        if (isOnLead(op, id) && op.user == m_self.id && !m_confirming.contains(op.id))
            acts.push_back(op);
    }
    return acts;
}

KnownLead StoreCore::knownLeads()
{
    return [this](const LeadId &id) -> std::optional<Lead> {
        Query query {cache(), cachesql::lead_body};
        if (!query.bindText("id", id.value).next())
            return std::nullopt;
        query.integer();
        auto lead = decode<Lead>(query.view());
        return lead.hasValue() ? std::optional {std::move(lead).value()} : std::nullopt;
    };
}

Lead StoreCore::shownFor(Lead effective)
{
    const KnownLead known = knownLeads();
    for (int merges = 0; merges < longestChain && !effective.mergedInto.empty(); ++merges) {
        auto left = known(effective.mergedInto);
        if (!left)
            break;
        effective = foredeck::project(std::move(*left), actsOnLead(effective.mergedInto), known);
    }
    return effective;
}

void StoreCore::touchParts(Touched &touched)
{
    std::vector<LeadId> around;
    for (const auto &[row, id] : touched.leads)
        around.push_back(id);
    while (!around.empty()) {
        const LeadId whole = std::move(around.back()); // bindText() keeps no copy
        around.pop_back();
        Query parts {cache(), cachesql::lead_parts};
        parts.bindText("lead", whole.value);
        while (parts.next()) {
            LeadId id {parts.text()};
            if (touched.leads.emplace(parts.integer(), id).second)
                around.push_back(std::move(id));
        }
    }
}

void StoreCore::touchLeadsWithActs(Touched &touched)
{
    {
        Query query {*m_cache, cachesql::lead_entries_with_acts};
        while (query.next()) {
            const std::int64_t row = query.integer();
            touched.leads[row] = LeadId {query.text()};
        }
    }
    const auto before = touched.leads;
    for (const auto &[row, id] : before) // what was to be made and is in the outbox no more
        settleNewLead(OpId {id.value}, touched);
    for (const Op &op : m_outbox->open())
        touchLead(op, touched);
}

void StoreCore::touchLead(const Op &op, Touched &touched)
{
    if (op.kind == OpKind::LeadCreate)
        settleNewLead(op.id, touched);
    for (const LeadId &id : {leadOf(op), otherLeadOf(op)}) {
        if (id.empty())
            continue;
        Query lead {cache(), cachesql::lead_find};
        if (lead.bindText("id", id.value).next())
            touched.leads[lead.integer()] = id;
    }
}

/// Version 0 until the server has it. From its answer on, the server's own stands in its place, or the one that it was taken
/// for: then this one goes.
void StoreCore::settleNewLead(const OpId &id, Touched &touched)
{
    const Op *op = m_outbox->find(id);
    const bool waits = op && op->user == m_self.id && op->state != OpState::Acked && !m_confirming.contains(id);
    Entity entity;
    entity.kind = "lead";
    entity.id = id.value;
    if (const auto lead = waits ? newLead(*op) : std::nullopt) {
        entity.data = encode(*lead);
        tables().put(entity, touched, false);
        return;
    }
    std::int64_t version = -1;
    {
        Query find {cache(), cachesql::lead_find};
        if (find.bindText("id", id.value).next()) {
            find.integer();
            version = find.integer();
        }
    }
    if (version != 0)
        return;
    entity.deleted = true;
    tables().put(entity, touched, false);
}

/// After a sweep, which knows only what the server has.
void StoreCore::settleNewLeads(Touched &touched)
{
    for (const Op &op : m_outbox->open()) {
        if (op.kind == OpKind::LeadCreate)
            touchLead(op, touched);
    }
}

/// Keeps what the table of leads is found and ordered by.
void StoreCore::projectLeadEntries(Touched &touched)
{
    std::set<LeadId> leads = touched.leadsAround;
    for (const auto &[row, id] : touched.leads)
        leads.insert(id);
    for (const auto &[row, id] : touched.conversations) {
        Query lead {cache(), cachesql::conversation_lead};
        if (lead.bind("row", row).next())
            leads.insert(LeadId {lead.text()});
    }
    for (const LeadId &id : leads) {
        std::int64_t row = 0;
        std::string body;
        {
            Query query {cache(), cachesql::lead_body};
            if (!query.bindText("id", id.value).next())
                continue;
            row = query.integer();
            body = query.text();
        }
        auto base = decode<Lead>(body);
        if (base.hasError())
            continue;
        touched.leadRows.insert(id);
        const std::vector<Op> acts = actsOnLead(id);
        const Lead lead = foredeck::project(std::move(base).value(), acts, knownLeads());
        if (!lead.mergedInto.empty()) {
            Query {cache(), cachesql::lead_entry_delete}.bind("lead", row).run();
            continue;
        }
        const NewestConversation newest = newestConversation(cache(), tables(), id);
        Query {cache(), cachesql::lead_entry_put}
            .bind("lead", row).bind("scope", tables().scopeOf(lead.client)).bind("status", lead.status.text())
            .bind("score", lead.score ? std::int64_t {*lead.score} : unscored).bindText("name", nameKey(lead))
            .bind("last_at", newest.at).bind("conversation", newest.conversation).bind("has_acts", !acts.empty()).run();
    }
}

} // namespace foredeck
