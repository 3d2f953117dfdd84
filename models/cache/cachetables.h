#pragma once

#include "models/cache/query.h"
#include "models/cache/storewriter.h"
#include "net/codec/domaincodec.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace foredeck {

/// What a transaction has touched so far: what must be projected anew before the commit, and what is told after it.
struct Touched {
    std::map<std::int64_t, ConversationId> conversations; ///< by row
    std::map<ConversationId, std::int64_t> timelines; ///< with the lowest position
    std::set<ConversationId> echoes;
    std::set<ConversationId> drafts;
    std::set<EscalationId> escalations;
    std::map<std::int64_t, LeadId> leads; ///< by row; their conversations' list rows change with them
    std::set<LeadId> leadsAround; ///< of which another conversation may be the newest now
    std::set<LeadId> leadRows; ///< their rows of the table of leads
    std::set<ClientId> clientData;
    std::set<ConversationId> listRows; ///< shown differently, though nothing of theirs needs projecting
    bool clients = false;
    bool users = false;
    bool agency = false;
    bool counters = false;

    void timeline(const ConversationId &id, std::int64_t position);
    /// A lead that was a part of the one is a part of the other now; either may be empty. What is typed to it stands in
    /// another box.
    void partOf(const LeadId &before, const LeadId &now);
};

enum class PutResult { Applied, Stale, Unreadable, Unknown };

/// The tables of the cache file: entities in and out by version, each kind in its place. Inside a transaction of the
/// caller's, on the writer's thread. Throws StoreFault.
class CacheTables {
public:
    explicit CacheTables(sqlite::Database &database) : m_database(database) { }

    /// Rows written from now on bear this generation; with `touch`, rows that are as new already are marked by it too.
    void setGeneration(std::int64_t generation, bool touch);
    /// `own`: made by an act of this console.
    PutResult put(const Entity &entity, Touched &touched, bool own = false);
    /// While a snapshot's page is put: what the server holds takes the place of what was known before the snapshot began, a
    /// higher version of a store that was set back included.
    void setPage(bool isPage) { m_page = isPage; }

    /// The row of a conversation, made (without a body) when it is not there.
    std::int64_t conversationRow(const ConversationId &id, Touched &touched);
    std::optional<std::int64_t> findConversation(const ConversationId &id);
    std::int64_t scopeOf(const ClientId &client);
    /// After a rollback: what was remembered of rows may be wrong.
    void forget() { m_scopes.clear(); }

    /// What another device wrote is offered beside what is written or sent here until it is taken into that: it stands in the
    /// text, or in the one that this went on from.
    void takeOffer(const Composition &written, const std::optional<std::string> &before);

    void removeCall(const EscalationId &id);
    void removeConversation(std::int64_t row, const ConversationId &id, Touched &touched);
    void removeLead(std::int64_t row, const LeadId &id, Touched &touched);
    /// The lead's searched and shown columns, from its projected form; `shown`: who its conversations are shown as being with.
    /// `byAct`: it is part of another only since an act says so.
    void writeLead(std::int64_t row, const Lead &effective, const Lead &shown, bool byAct);
    /// What is left behind by a snapshot: rows of the scope with a lower generation.
    void sweepClient(const ClientId &client, std::int64_t generation, Touched &touched);
    void sweepKind(const std::string &kind, std::int64_t generation, Touched &touched);
    void sweepUser(std::int64_t generation, Touched &touched);

private:
    using Put = PutResult (CacheTables::*)(const Entity &, JsonValue, Touched &);
    static Put handlerOf(const std::string &kind);

    PutResult putEntity(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putLead(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putConversation(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putTimeline(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putDecision(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putReadCursor(const Entity &entity, JsonValue data, Touched &touched);
    PutResult putComposition(const Entity &entity, JsonValue data, Touched &touched);
    PutResult remove(const Entity &entity, Touched &touched);
    void note(const std::string &kind, const std::string &client, Touched &touched);
    void writePersonKeys(std::int64_t row, const Lead &lead);
    void touchRow(std::string_view sql, std::int64_t row);
    bool isStale(std::int64_t version, std::int64_t known, std::int64_t generation) const { return known >= version && !(m_page && generation < m_generation); }
    std::int64_t nextRow(std::string_view sql, Timestamp t);

    sqlite::Database &m_database;
    JsonDocument m_document;
    std::int64_t m_generation = 1;
    bool m_touch = false;
    bool m_page = false;
    bool m_own = false;
    std::unordered_map<std::string, std::int64_t> m_scopes;
};

} // namespace foredeck
