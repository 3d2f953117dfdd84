#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

PendingKind pendingOf(const std::vector<Op> &acts, const Escalation &escalation)
{
    PendingKind pending = PendingKind::None;
    for (const Op &op : acts) {
        if (!concerns(op, escalation) || op.state == OpState::Acked)
            continue;
        if (op.state == OpState::Refused)
            pending = std::max(pending, PendingKind::Refused);
        else if (op.state == OpState::NeedsReview)
            pending = std::max(pending, PendingKind::NeedsReview);
        else if (isEchoed(op.state.value()))
            pending = std::max(pending, PendingKind::Unsent);
    }
    return pending;
}

} // namespace

std::optional<EscalationRow> CacheReader::Private::readEscalation(Query &q, const std::vector<Op> &acts, const Me &me)
{
    EscalationRow row;
    row.key.at = q.integer();
    auto escalation = decode<Escalation>(q.view());
    if (escalation.hasError())
        return std::nullopt;
    row.pending = pendingOf(acts, escalation.value());
    row.escalation = project(std::move(escalation).value(), acts, Self {me.id, me.name});
    row.key.id = row.escalation.id.value;
    row.clientName = q.text();
    row.clientMark = q.text();
    row.leadName = q.text();
    row.leadPhone = q.text();
    row.leadEmail = q.text();
    row.temperature = Open<Temperature>::fromText(q.view());
    if (const auto score = q.maybeInteger())
        row.score = static_cast<int>(*score);
    row.channel = Open<ChannelKind>::fromText(q.view());
    row.language = q.text();
    row.snippet = q.text();
    row.waitingSince = q.maybeTime();
    row.snoozedUntil = q.maybeTime();
    row.lastPublicPosition = q.integer();
    row.owner.kind = Open<OwnerKind>::fromText(q.view());
    row.owner.user = UserId {q.text()};
    row.owner.name = q.text();
    row.claim.user = UserId {q.text()};
    row.claim.fence = q.integer();
    row.claim.leaseUntil = q.maybeTime();
    const auto role = Open<MessageRole>::fromText(q.view());
    const auto at = q.maybeTime();
    row.customerWords = q.text();
    if (role == MessageRole::Lead) {
        row.customerWords = row.snippet;
        row.customerAt = at;
    }
    return row;
}

/// The act that gave it to somebody names no more than their id.
void CacheReader::Private::nameAssigned(EscalationRow &row)
{
    Actor &assigned = row.escalation.assignedTo;
    if (assigned.user.empty() || !assigned.name.empty())
        return;
    if (const auto user = entity<User>("user", assigned.user.value))
        assigned.name = user->name;
}

std::optional<EscalationRow> CacheReader::Private::escalationRow(const EscalationId &id, const std::vector<Op> &acts, const Me &me)
{
    std::optional<EscalationRow> row;
    {
        Query query {db(), cachesql::escalation_row};
        if (query.bindText("id", id.value).next())
            row = readEscalation(query, acts, me);
    }
    if (row)
        nameAssigned(*row);
    return row;
}

Result<std::optional<EscalationRow>> CacheReader::escalation(const EscalationId &id)
{
    return d->run([&] { return d->escalationRow(id, d->acts(), d->me()); });
}

Result<EscalationPage> CacheReader::escalations(EscalationStatus status, const ClientId &client, const EscalationKey &after, int limit)
{
    return d->run([&] {
        EscalationPage page;
        const std::vector<Op> acts = d->acts();
        const auto me = d->me();
        int read = 0;
        {
            Query query {d->db(), cachesql::escalation_page};
            query.bind("status", nameOf(status)).bindText("client", client.value).bind("at", after.at).bindText("id", after.id).bind("limit", limit);
            for (; query.next(); ++read) {
                if (auto row = d->readEscalation(query, acts, me))
                    page.rows.push_back(std::move(*row));
            }
        }
        for (EscalationRow &row : page.rows)
            d->nameAssigned(row);
        page.complete = read < limit;
        return page;
    });
}

Result<std::vector<EscalationRow>> CacheReader::escalationsByIds(const std::vector<EscalationId> &ids)
{
    return d->run([&] {
        std::vector<EscalationRow> rows;
        const std::vector<Op> acts = d->acts();
        const auto me = d->me();
        for (const EscalationId &id : ids) {
            if (auto row = d->escalationRow(id, acts, me))
                rows.push_back(std::move(*row));
        }
        return rows;
    });
}

Result<std::map<EscalationId, CallRow>> CacheReader::calls()
{
    return d->run([&] {
        std::map<EscalationId, CallRow> calls;
        JsonDocument document;
        Query query {d->db(), cachesql::call_all};
        while (query.next()) {
            CallRow call;
            call.escalation = EscalationId {query.text()};
            call.version = query.integer();
            const auto body = document.parse(query.view());
            if (body.hasValue())
                call.rung = body.value()["rung"].asString().value_or(std::string_view {});
            calls.emplace(call.escalation, std::move(call));
        }
        return calls;
    });
}

Result<std::map<EscalationStatus, std::int64_t>> CacheReader::escalationCounts(const ClientId &client)
{
    return d->run([&] {
        std::map<EscalationStatus, std::int64_t> counts;
        Query query {d->db(), cachesql::escalation_counts};
        query.bindText("client", client.value);
        while (query.next()) {
            const auto status = valueOf<EscalationStatus>(query.view());
            counts[status] += query.integer();
        }
        return counts;
    });
}

Result<EscalationStats> CacheReader::escalationStats(const ClientId &client, Timestamp dayStart, Timestamp now)
{
    return d->run([&] {
        std::vector<Escalation> escalations;
        const std::vector<Op> acts = d->acts();
        const auto me = d->me();
        Query query {d->db(), cachesql::escalation_since};
        query.bind("since", dayStart).bindText("client", client.value);
        while (query.next()) {
            if (auto escalation = decode<Escalation>(query.view()); escalation.hasValue())
                escalations.push_back(project(std::move(escalation).value(), acts, Self {me.id, me.name}));
        }
        EscalationStats stats = foredeck::escalationStats(escalations, dayStart, now);
        stats.since = dayStart;
        return stats;
    });
}

} // namespace foredeck
