#pragma once

#include "models/cache/cachereader.h"
#include "models/cache/projection.h"
#include "models/cache/query.h"
#include "models/cache/storefiles.h"

#include <string>

namespace foredeck {

struct CacheReader::Private {
    std::unique_ptr<sqlite::Database> cache;
    std::unique_ptr<sqlite::Database> outbox;

    StoreFaultSeen fault; ///< told of what a file has, not of what a question has

    sqlite::Database &db() { return opened(cache); }
    sqlite::Database &box() { return opened(outbox); }
    static sqlite::Database &opened(const std::unique_ptr<sqlite::Database> &database)
    {
        if (!database)
            throw StoreFault {Error::of(Error::Kind::Io, "the store cannot be opened for reading")};
        return *database;
    }
    /// Runs a query; a damaged file is told to whoever can mend it.
    template <class F>
    auto run(F query)
    {
        auto result = attempt(std::move(query));
        if (result.hasError() && fault)
            fault(StoreFile::Cache, result.error());
        return result;
    }
    /// Within run(): reads the outbox. Its damage is told as its own, and goes on as an error that ends no cache.
    template <class F>
    auto ofOutbox(F query)
    {
        try {
            return query();
        } catch (StoreFault &failure) {
            if (fault)
                fault(StoreFile::Outbox, failure.error);
            if (failure.error.kind == Error::Kind::Corrupt)
                failure.error.kind = Error::Kind::Io;
            throw;
        }
    }

    struct Me {
        UserId id;
        std::string name;
    };
    Me me();
    /// 0 for all clients; nothing when the cache has never seen the client.
    std::optional<std::int64_t> scopeOf(const ClientId &client);
    std::optional<std::int64_t> rowOf(const ConversationId &id);
    /// Open rows of this person.
    std::vector<Op> acts();

    /// The columns of conversation_page and conversation_row; `views` gets the bits.
    static ConversationRow readRow(Query &query, unsigned *views = nullptr);
    std::optional<ConversationRow> row(const ConversationId &id, unsigned *views = nullptr);

    /// The columns of escalation_page and escalation_row, projected; nothing when its body cannot be read.
    std::optional<EscalationRow> readEscalation(Query &query, const std::vector<Op> &acts, const Me &me);
    void nameAssigned(EscalationRow &row);
    std::optional<EscalationRow> escalationRow(const EscalationId &id, const std::vector<Op> &acts, const Me &me);

    std::optional<LeadRow> leadRow(std::int64_t row, const std::vector<Op> &acts);
    std::vector<TaskRow> tasks(const ConversationId &conversation, const std::vector<Op> &acts);
    ConversationSummary summary(const ConversationId &conversation);
    /// As the server told it.
    std::optional<Lead> leadBody(const LeadId &id);
    KnownLead knownLeads();
    /// Through merges, those of acts on their way among them.
    LeadId leftOf(LeadId id);
    LeadKin kinOf(const Lead &lead);
    std::vector<LeadConversation> conversationsOf(const LeadId &lead);

    /// Bodies that can be read; one that cannot is left out. An empty client: those of each.
    template <class T>
    std::vector<T> entities(std::string_view kind, const ClientId &client);
    /// Of one client; an empty one has none.
    template <class T>
    std::vector<T> entitiesOf(std::string_view kind, const ClientId &client);
    template <class T>
    std::optional<T> entity(std::string_view kind, const std::string &id);

    std::vector<TimelineItem> entries(std::int64_t row, std::int64_t from, std::int64_t before, int limit);
    std::vector<TimelineItem> echoes(const ConversationId &id, const std::vector<Op> &open);
    std::vector<PersonRow> peopleByKey(const std::string &key, const std::vector<std::string> &words, const ClientId &client, int limit);
};

} // namespace foredeck
