#include "models/cache/cachetables.h"

#include "cachesql.h"
#include "models/cache/draftwords.h"
#include "models/cache/peoplekeys.h"
#include "models/cache/rowid.h"

#include <algorithm>

namespace foredeck {

namespace {

std::string textOf(JsonValue data, std::string_view name)
{
    return std::string {data[name].asString().value_or(std::string_view {})};
}

std::int64_t versionOf(const Entity &entity, JsonValue data)
{
    return entity.version > 0 ? entity.version : data["version"].asInteger().value_or(0);
}

Timestamp timeOf(JsonValue data, std::string_view name, Timestamp otherwise)
{
    const auto text = data[name].asString();
    return text ? fromRfc3339(*text).value_or(otherwise) : otherwise;
}

} // namespace

void Touched::partOf(const LeadId &before, const LeadId &now)
{
    for (const LeadId &left : {before, now}) {
        if (before != now && !left.empty())
            drafts.insert(firstWordsJournalId(left));
    }
}

void Touched::timeline(const ConversationId &id, std::int64_t position)
{
    const auto [found, added] = timelines.emplace(id, position);
    if (!added)
        found->second = std::min(found->second, position);
}

void CacheTables::setGeneration(std::int64_t generation, bool touch)
{
    m_generation = generation;
    m_touch = touch;
}

CacheTables::Put CacheTables::handlerOf(const std::string &kind)
{
    static const std::map<std::string, Put, std::less<>> handlers {
        {"message", &CacheTables::putTimeline}, {"note", &CacheTables::putTimeline}, {"transition", &CacheTables::putTimeline},
        {"conversation", &CacheTables::putConversation}, {"decision", &CacheTables::putDecision}, {"lead", &CacheTables::putLead},
        {"agency", &CacheTables::putEntity}, {"client", &CacheTables::putEntity}, {"location", &CacheTables::putEntity},
        {"channel", &CacheTables::putEntity}, {"user", &CacheTables::putEntity}, {"settings", &CacheTables::putEntity},
        {"document", &CacheTables::putEntity}, {"dashboard", &CacheTables::putEntity}, {"rule", &CacheTables::putEntity}, {"macro", &CacheTables::putEntity}, {"task", &CacheTables::putEntity}, {"shift_note", &CacheTables::putEntity}, {"escalation", &CacheTables::putEntity}, {"escalation_alert", &CacheTables::putEntity},
        {"read_cursor", &CacheTables::putReadCursor}, {"composition", &CacheTables::putComposition}};
    const auto found = handlers.find(kind);
    return found == handlers.end() ? nullptr : found->second;
}

PutResult CacheTables::put(const Entity &entity, Touched &touched, bool own)
{
    m_own = own;
    const Put handler = handlerOf(entity.kind);
    if (!handler)
        return PutResult::Unknown;
    if (entity.deleted)
        return remove(entity, touched);
    const auto root = m_document.parse(entity.data);
    if (root.hasError() || !root.value().isObject())
        return PutResult::Unreadable;
    return (this->*handler)(entity, root.value(), touched);
}

PutResult CacheTables::putEntity(const Entity &entity, JsonValue data, Touched &touched)
{
    const std::string client = entity.kind == "client" ? textOf(data, "id") : textOf(data, "client_id");
    const bool isCall = entity.kind == "escalation_alert";
    const bool isOfClient = entity.kind == "settings" || entity.kind == "dashboard";
    const std::string id = isOfClient ? client : textOf(data, isCall ? "escalation_id" : "id");
    if (id.empty())
        return PutResult::Unreadable;
    const std::int64_t version = versionOf(entity, data);
    bool stale = false;
    {
        Query find {m_database, cachesql::entity_version};
        if (find.bindText("kind", entity.kind).bindText("id", id).next()) {
            const std::int64_t known = find.integer();
            find.text();
            stale = isStale(version, known, find.integer());
        }
    }
    if (stale) {
        if (m_touch)
            Query {m_database, cachesql::entity_touch}.bind("generation", m_generation).bindText("kind", entity.kind).bindText("id", id).run();
        return PutResult::Stale;
    }
    const std::string name = data["name"].exists() ? textOf(data, "name") : textOf(data, "title");
    const std::string mark = textOf(data, "mark");
    Query {m_database, cachesql::entity_put}
        .bindText("kind", entity.kind).bindText("id", id).bindText("client", client).bindText("name", name).bindText("mark", mark)
        .bind("version", version).bind("generation", m_generation).bindText("body", entity.data).run();
    note(entity.kind, isCall ? std::string() : client, touched);
    if (isCall)
        touched.escalations.insert(EscalationId {id});
    if (entity.kind == "task") {
        const ConversationId conversation {textOf(data, "conversation_id")};
        Query {m_database, cachesql::task_put}.bindText("id", id).bindText("conversation", conversation.value).run();
        touched.listRows.insert(conversation);
    }
    if (entity.kind == "escalation") {
        touched.escalations.insert(EscalationId {id});
        if (const auto row = findConversation(ConversationId {textOf(data, "conversation_id")}))
            touched.listRows.insert(ConversationId {textOf(data, "conversation_id")});
    }
    return PutResult::Applied;
}

void CacheTables::note(const std::string &kind, const std::string &client, Touched &touched)
{
    if (kind == "agency")
        touched.agency = true;
    else if (kind == "user")
        touched.users = true;
    else if (kind == "client")
        touched.clients = true;
    if (!client.empty() && kind != "escalation" && kind != "task")
        touched.clientData.insert(ClientId {client});
}

PutResult CacheTables::putLead(const Entity &entity, JsonValue data, Touched &touched)
{
    const auto lead = decode<Lead>(data);
    if (lead.hasError() || lead.value().id.empty())
        return PutResult::Unreadable;
    const Lead &l = lead.value();
    const std::int64_t version = versionOf(entity, data);
    std::optional<std::int64_t> row;
    {
        Query find {m_database, cachesql::lead_find};
        if (find.bindText("id", l.id.value).next()) {
            row = find.integer();
            const std::int64_t known = find.integer();
            if (isStale(version, known, find.integer())) {
                touchRow(cachesql::lead_touch, *row);
                return PutResult::Stale;
            }
            touched.partOf(LeadId {find.text()}, l.mergedInto);
        }
    }
    if (!row)
        row = nextRow(cachesql::lead_next_row, l.createdAt);
    const std::string phone = l.phones.empty() ? std::string {} : shown(l.phones.front());
    const std::string email = l.emails.empty() ? std::string {} : l.emails.front();
    Query {m_database, cachesql::lead_put}
        .bind("row", *row).bindText("id", l.id.value).bindText("client", l.client.value).bind("version", version)
        .bind("generation", m_generation).bindText("body", entity.data).bind("updated_at", l.updatedAt).bindText("name", l.name)
        .bindText("phone", phone).bindText("email", email).bind("status", l.status.text()).bind("temperature", l.temperature.text())
        .bind("score", l.score).bindText("merged_into", l.mergedInto.value).run();
    writePersonKeys(*row, l);
    touched.leads[*row] = l.id;
    return PutResult::Applied;
}

void CacheTables::writeLead(std::int64_t row, const Lead &effective, const Lead &shown, bool byAct)
{
    const std::string phone = shown.phones.empty() ? std::string {} : foredeck::shown(shown.phones.front());
    const std::string email = shown.emails.empty() ? std::string {} : shown.emails.front();
    Query {m_database, cachesql::lead_effective}
        .bindText("name", shown.name).bindText("phone", phone).bindText("email", email).bind("status", shown.status.text())
        .bind("temperature", shown.temperature.text()).bind("score", shown.score).bindText("merged_into", effective.mergedInto.value)
        .bind("merged_by_act", byAct).bind("row", row).run();
    writePersonKeys(row, effective);
}

void CacheTables::writePersonKeys(std::int64_t row, const Lead &lead)
{
    const std::vector<std::string> keys = personKeys(lead);
    std::vector<std::string> old;
    {
        Query stored {m_database, cachesql::person_keys_of};
        stored.bind("lead", row);
        while (stored.next())
            old.push_back(stored.text());
    }
    if (old == keys)
        return;
    Query {m_database, cachesql::person_key_delete}.bind("lead", row).run();
    for (const std::string &key : keys)
        Query {m_database, cachesql::person_key_add}.bindText("key", key).bind("lead", row).run();
}

PutResult CacheTables::putConversation(const Entity &entity, JsonValue data, Touched &touched)
{
    const auto conversation = decode<Conversation>(data);
    if (conversation.hasError() || conversation.value().id.empty() || conversation.value().client.empty())
        return PutResult::Unreadable;
    const Conversation &c = conversation.value();
    const std::int64_t version = versionOf(entity, data);
    const std::int64_t row = conversationRow(c.id, touched);
    {
        Query find {m_database, cachesql::conversation_find};
        find.bindText("id", c.id.value).next();
        find.integer();
        const std::int64_t known = find.integer();
        LeadId before {find.text()};
        if (isStale(version, known, find.integer())) {
            touchRow(cachesql::conversation_touch, row);
            return PutResult::Stale;
        }
        if (!before.empty() && before != c.lead)
            touched.leadsAround.insert(std::move(before));
    }
    Query {m_database, cachesql::conversation_base}
        .bindText("client", c.client.value).bindText("lead", c.lead.value).bind("version", version).bind("generation", m_generation)
        .bindText("body", entity.data).bind("scope", scopeOf(c.client)).bind("row", row).run();
    touched.conversations[row] = c.id;
    return PutResult::Applied;
}

PutResult CacheTables::putTimeline(const Entity &entity, JsonValue data, Touched &touched)
{
    const std::string id = textOf(data, "id");
    const ConversationId conversation {textOf(data, "conversation_id")};
    const auto position = data["position"].asInteger();
    if (id.empty() || conversation.empty() || !position)
        return PutResult::Unreadable;
    const std::int64_t version = versionOf(entity, data);
    std::optional<std::int64_t> row;
    {
        Query find {m_database, cachesql::timeline_find};
        if (find.bindText("id", id).next()) {
            row = find.integer();
            const std::int64_t known = find.integer();
            find.integer();
            find.integer();
            if (isStale(version, known, find.integer())) {
                touchRow(cachesql::timeline_touch, *row);
                return PutResult::Stale;
            }
        }
    }
    const std::int64_t conversationAt = conversationRow(conversation, touched);
    if (!row)
        row = nextRow(cachesql::timeline_next_row, timeOf(data, "at", Timestamp {}));
    const std::string decision = textOf(data, "decision_id");
    const bool fromLead = entity.kind == "message" && data["role"].asString() == nameOf(MessageRole::Lead);
    Query {m_database, cachesql::timeline_put}
        .bind("row", *row).bindText("id", id).bind("conversation", conversationAt).bindText("kind", entity.kind).bind("position", *position)
        .bind("from_lead", fromLead).bindText("decision", decision).bind("version", version).bind("generation", m_generation)
        .bindText("body", entity.data).run();
    touched.timeline(conversation, *position);
    touched.conversations[conversationAt] = conversation;
    return PutResult::Applied;
}

PutResult CacheTables::putDecision(const Entity &entity, JsonValue data, Touched &touched)
{
    const std::string id = textOf(data, "id");
    const ConversationId conversation {textOf(data, "conversation_id")};
    if (id.empty() || conversation.empty())
        return PutResult::Unreadable;
    const std::int64_t version = versionOf(entity, data);
    std::optional<std::int64_t> row;
    {
        Query find {m_database, cachesql::decision_find};
        if (find.bindText("id", id).next()) {
            row = find.integer();
            const std::int64_t known = find.integer();
            if (isStale(version, known, find.integer())) {
                touchRow(cachesql::decision_touch, *row);
                return PutResult::Stale;
            }
        }
    }
    const std::int64_t conversationAt = conversationRow(conversation, touched);
    if (!row)
        row = nextRow(cachesql::decision_next_row, timeOf(data, "at", Timestamp {}));
    Query {m_database, cachesql::decision_put}
        .bind("row", *row).bindText("id", id).bind("conversation", conversationAt).bind("version", version)
        .bind("generation", m_generation).bindText("body", entity.data).run();
    // It explains entries that stand there already: those from what it had seen on are shown anew.
    touched.timeline(conversation, data["seen_position"].asInteger().value_or(1));
    return PutResult::Applied;
}

PutResult CacheTables::putReadCursor(const Entity &entity, JsonValue data, Touched &touched)
{
    const ConversationId conversation {textOf(data, "conversation_id")};
    const auto position = data["position"].asInteger();
    if (conversation.empty() || !position)
        return PutResult::Unreadable;
    const std::int64_t version = versionOf(entity, data);
    bool stale = false;
    {
        Query find {m_database, cachesql::read_cursor_of};
        if (find.bindText("conversation", conversation.value).next()) {
            find.integer();
            const std::int64_t known = find.integer();
            stale = isStale(version, known, find.integer());
        }
    }
    if (stale && !m_touch)
        return PutResult::Stale;
    Query {m_database, cachesql::read_cursor_put}
        .bindText("conversation", conversation.value).bind("position", *position).bind("version", version).bind("generation", m_generation).run();
    if (const auto row = findConversation(conversation))
        touched.conversations[*row] = conversation;
    return stale ? PutResult::Stale : PutResult::Applied;
}

PutResult CacheTables::putComposition(const Entity &entity, JsonValue data, Touched &touched)
{
    const auto composition = decode<Composition>(data);
    if (composition.hasError() || composition.value().conversation.empty())
        return PutResult::Unreadable;
    const Composition &c = composition.value();
    const std::string kind {c.kind.text()};
    const std::int64_t version = versionOf(entity, data);
    std::string text = m_own ? std::string {} : c.text; // only what another device wrote is kept
    bool stale = false;
    {
        Query find {m_database, cachesql::composition_version};
        const bool isThere = find.bindText("conversation", c.conversation.value).bindText("kind", kind).next();
        stale = isThere && find.integer() >= version; // whose words they are was known when they came
        if (isThere && (stale || m_own))
            text = find.text();
    }
    if (stale && !m_touch)
        return PutResult::Stale;
    Query {m_database, cachesql::composition_put}
        .bindText("conversation", c.conversation.value).bindText("kind", kind).bindText("text", text).bind("at", c.at)
        .bind("version", version).bind("generation", m_generation).run();
    touched.drafts.insert(c.conversation);
    return stale ? PutResult::Stale : PutResult::Applied;
}

void CacheTables::takeOffer(const Composition &written, const std::optional<std::string> &before)
{
    const std::string kind {written.kind.text()};
    std::string offered;
    {
        Query find {m_database, cachesql::composition_version};
        if (find.bindText("conversation", written.conversation.value).bindText("kind", kind).next()) {
            find.integer();
            offered = find.text();
        }
    }
    if (!offered.empty() && (goesOnFrom(written.text, offered) || goesOnFrom(before.value_or(std::string {}), offered)))
        Query {m_database, cachesql::composition_taken}.bindText("conversation", written.conversation.value).bindText("kind", kind).run();
}

std::int64_t CacheTables::conversationRow(const ConversationId &id, Touched &touched)
{
    if (const auto row = findConversation(id))
        return *row;
    const std::int64_t row = nextRow(cachesql::conversation_next_row, timeOfUuid(id.value).value_or(Timestamp {}));
    Query {m_database, cachesql::conversation_add}.bind("row", row).bindText("id", id.value).bind("generation", m_generation).run();
    touched.conversations[row] = id;
    return row;
}

std::optional<std::int64_t> CacheTables::findConversation(const ConversationId &id)
{
    Query find {m_database, cachesql::conversation_find};
    return find.bindText("id", id.value).next() ? std::optional {find.integer()} : std::nullopt;
}

std::int64_t CacheTables::scopeOf(const ClientId &client)
{
    const auto known = m_scopes.find(client.value);
    if (known != m_scopes.end())
        return known->second;
    Query find {m_database, cachesql::scope_of};
    std::int64_t number = 0;
    if (find.bindText("client", client.value).next()) {
        number = find.integer();
    } else {
        Query add {m_database, cachesql::scope_add};
        add.bindText("client", client.value).next();
        number = add.integer();
    }
    m_scopes.emplace(client.value, number);
    return number;
}

void CacheTables::touchRow(std::string_view sql, std::int64_t row)
{
    if (m_touch)
        Query {m_database, sql}.bind("generation", m_generation).bind("row", row).run();
}

std::int64_t CacheTables::nextRow(std::string_view sql, Timestamp t)
{
    Query highest {m_database, sql};
    highest.bind("first", firstRowOf(t)).bind("last", lastRowOf(t)).next();
    const auto row = highest.maybeInteger();
    return row ? *row + 1 : firstRowOf(t);
}

} // namespace foredeck
