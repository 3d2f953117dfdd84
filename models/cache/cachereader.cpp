#include "models/cache/cachereader.h"

#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxfile.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"
#include "outboxsql.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int mostLookedAt = 2000; ///< rows of a view for one page, where a filter leaves most of them out

} // namespace

CacheReader::CacheReader(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
CacheReader::~CacheReader() = default;

bool CacheReader::isOpen() const { return d->cache && d->outbox; }

CacheReader::Private::Me CacheReader::Private::me()
{
    const auto meta = [this](const char *name) {
        Query query {db(), cachesql::meta_get};
        return query.bind("name", name).next() ? query.text() : std::string {};
    };
    return {UserId {meta("user_id")}, meta("user_name")};
}

std::optional<std::int64_t> CacheReader::Private::scopeOf(const ClientId &client)
{
    if (client.empty())
        return 0;
    Query query {db(), cachesql::scope_of};
    return query.bindText("client", client.value).next() ? std::optional {query.integer()} : std::nullopt;
}

std::optional<std::int64_t> CacheReader::Private::rowOf(const ConversationId &id)
{
    Query query {db(), cachesql::conversation_find};
    return query.bindText("id", id.value).next() ? std::optional {query.integer()} : std::nullopt;
}

std::vector<Op> CacheReader::Private::acts()
{
    const UserId user = me().id;
    return ofOutbox([&] {
        std::vector<Op> ops;
        Query query {box(), outboxsql::op_open};
        while (query.next()) {
            if (Op op = OutboxFile::readOp(query); op.user == user)
                ops.push_back(std::move(op));
        }
        return ops;
    });
}

ConversationRow CacheReader::Private::readRow(Query &q, unsigned *views)
{
    ConversationRow r;
    r.key.row = q.integer();
    r.id = ConversationId {q.text()};
    r.client = ClientId {q.text()};
    r.lead = LeadId {q.text()};
    r.clientName = q.text();
    r.clientMark = q.text();
    r.leadName = q.text();
    r.leadPhone = q.text();
    r.leadEmail = q.text();
    r.leadStatus = Open<LeadStatus>::fromText(q.view());
    r.temperature = Open<Temperature>::fromText(q.view());
    if (const auto score = q.maybeInteger())
        r.score = static_cast<int>(*score);
    r.version = q.integer();
    r.channel = Open<ChannelKind>::fromText(q.view());
    r.language = q.text();
    if (const std::string_view labels = q.view(); labels != "[]")
        r.labels = decode<std::vector<std::string>>(labels).valueOr({});
    r.replyWindowUntil = q.maybeTime();
    r.snoozedUntil = q.maybeTime();
    r.lastPosition = q.integer();
    r.lastPublicPosition = q.integer();
    DecisionMark decision;
    decision.id = DecisionId {q.text()};
    decision.action = q.text();
    decision.confidence = q.real();
    if (!decision.id.empty())
        r.decision = std::move(decision);
    r.lastAt = q.time();
    r.key.rank = q.integer();
    r.status = Open<ConversationStatus>::fromText(q.view());
    r.owner.kind = Open<OwnerKind>::fromText(q.view());
    r.owner.user = UserId {q.text()};
    r.owner.name = q.text();
    r.claim.user = UserId {q.text()};
    r.claim.name = q.text();
    r.claim.fence = q.integer();
    r.claim.leaseUntil = q.maybeTime();
    r.last.id = MessageId {q.text()};
    r.last.role = Open<MessageRole>::fromText(q.view());
    r.last.author = q.text();
    r.last.text = q.text();
    r.last.delivery = Open<DeliveryState>::fromText(q.view());
    r.last.at = q.time();
    r.escalation = EscalationId {q.text()};
    r.escalationReason = Open<EscalationReason>::fromText(q.view());
    r.escalated = !q.view().empty();
    r.escalationPriority = static_cast<int>(q.integer());
    r.due = q.maybeTime();
    r.dueFrom = q.maybeTime();
    r.waitingSince = q.maybeTime();
    r.draft = q.text();
    r.pending = static_cast<PendingKind>(q.integer());
    r.unread = static_cast<int>(q.integer());
    r.readPosition = q.integer();
    r.customerWords = q.text();
    TaskMark task {TaskId {q.text()}, Open<TaskKind>::fromText(q.view()), UserId {q.text()}, {}, false};
    const auto due = q.maybeTime();
    task.isDue = q.flag();
    if (due) {
        task.due = *due;
        r.task = std::move(task);
    }
    const auto bits = static_cast<unsigned>(q.integer());
    if (views)
        *views = bits;
    return r;
}

std::optional<ConversationRow> CacheReader::Private::row(const ConversationId &id, unsigned *views)
{
    Query query {db(), cachesql::conversation_row};
    return query.bindText("id", id.value).next() ? std::optional {readRow(query, views)} : std::nullopt;
}

Result<CacheState> CacheReader::state(const ClientId &client)
{
    return d->run([&] {
        CacheState state;
        state.user = d->me().id;
        const std::string stream = client.empty() ? "agency:" : "client:" + client.value;
        bool isEnded = false;
        Query cursors {d->db(), cachesql::cursor_all};
        while (cursors.next())
            isEnded = cursors.text().starts_with(stream) || isEnded;
        // A batch that was on its way when the cache was lost leaves a position in the new one, and nothing of what is before.
        Query first {d->db(), client.empty() ? cachesql::entity_of_kind : cachesql::entity_by_id};
        first.bind("kind", client.empty() ? std::string_view("agency") : std::string_view("client"));
        if (!client.empty())
            first.bindText("id", client.value);
        state.isWhole = isEnded && first.next();
        return state;
    });
}

Result<ConversationPage> CacheReader::conversations(const ViewKey &view, RowKey after, int limit)
{
    return d->run([&] {
        ConversationPage page;
        page.end = after;
        // A filter that hardly anything fits must not keep the reader's thread from others.
        const int most = view.filter.isEmpty() ? limit : std::max(limit, mostLookedAt);
        int looked = 0;
        if (const auto scope = d->scopeOf(view.client)) {
            Query query {d->db(), cachesql::conversation_page};
            query.bind("view", static_cast<int>(view.view)).bind("scope", *scope).bind("rank", after.rank).bind("row", after.row).bind("limit", most);
            for (; static_cast<int>(page.rows.size()) < limit && query.next(); ++looked) {
                ConversationRow row = Private::readRow(query);
                page.end = row.key;
                if (fits(view.filter, row))
                    page.rows.push_back(std::move(row));
            }
        }
        page.complete = looked < most && static_cast<int>(page.rows.size()) < limit;
        return page;
    });
}

Result<FittingPage> CacheReader::fitting(const ViewKey &view, const std::vector<RowFilter> &filters, RowKey after, int limit)
{
    return d->run([&] {
        FittingPage page;
        page.counts.resize(filters.size());
        page.end = after;
        const auto scope = d->scopeOf(view.client);
        if (!scope)
            return page;
        Query query {d->db(), cachesql::conversation_page};
        query.bind("view", static_cast<int>(view.view)).bind("scope", *scope).bind("rank", after.rank).bind("row", after.row).bind("limit", limit);
        int looked = 0;
        for (; query.next(); ++looked) {
            const ConversationRow row = Private::readRow(query);
            page.end = row.key;
            for (std::size_t i = 0; i < filters.size(); ++i)
                page.counts[i] += fits(filters[i], row) ? 1 : 0;
        }
        page.isLast = looked < limit;
        return page;
    });
}

Result<std::vector<ConversationRow>> CacheReader::conversationsByIds(const ViewKey &view, const std::vector<ConversationId> &ids)
{
    return d->run([&] {
        std::vector<ConversationRow> rows;
        for (const ConversationId &id : ids) {
            unsigned views = 0;
            auto row = d->row(id, &views);
            const bool inView = row && (views & viewBit(view.view)) && (view.client.empty() || row->client == view.client);
            if (inView && fits(view.filter, *row))
                rows.push_back(std::move(*row));
        }
        return rows;
    });
}

Result<ConversationRow> CacheReader::conversation(const ConversationId &id)
{
    auto row = d->run([&] { return d->row(id); });
    if (row.hasError())
        return row.error();
    if (!row.value())
        return Error::of(Error::Kind::NotFound, "the cache does not hold this conversation");
    return *row.value();
}

Result<std::map<View, ViewCount>> CacheReader::counters(const ClientId &client)
{
    return d->run([&] {
        std::map<View, ViewCount> counts;
        if (const auto scope = d->scopeOf(client)) {
            Query query {d->db(), cachesql::counter_of_scope};
            query.bind("scope", *scope);
            while (query.next()) {
                ViewCount &count = counts[static_cast<View>(query.integer())];
                count.total = query.integer();
                count.unread = query.integer();
            }
        }
        return counts;
    });
}

} // namespace foredeck
