#include "cachesql.h"
#include "models/cache/outboxrules.h"
#include "models/cache/storecore.h"

#include <algorithm>

namespace foredeck {

namespace {

/// What its list is ordered by; see migration 0002.
std::int64_t orderOf(const Escalation &e)
{
    if (isOpen(e))
        return e.due ? toMs(*e.due) : INT64_MAX - 1; // one that is never due comes last
    return -toMs(e.resolvedAt.value_or(e.due.value_or(e.createdAt)));
}

std::optional<Escalation> stored(sqlite::Database &cache, const EscalationId &id)
{
    Query query {cache, cachesql::entity_by_id};
    if (!query.bind("kind", "escalation").bindText("id", id.value).next())
        return std::nullopt;
    auto escalation = decode<Escalation>(query.view());
    return escalation.hasValue() ? std::optional {std::move(escalation).value()} : std::nullopt;
}

void addOfConversation(sqlite::Database &cache, const ConversationId &id, bool acts, std::set<EscalationId> &escalations)
{
    Query query {cache, cachesql::escalations_of_conversation};
    query.bindText("conversation", id.value);
    while (query.next()) {
        EscalationId escalation {query.text()};
        // Without acts nothing of it differs from what stands there, unless it had some.
        if (query.flag() || acts)
            escalations.insert(std::move(escalation));
    }
}

} // namespace

/// Keeps what the lists of hand-overs are found and ordered by.
void StoreCore::projectEscalations(Touched &touched)
{
    std::set<ConversationId> around = touched.echoes; // those that the cache does not hold, too
    for (const auto &[row, id] : touched.conversations)
        around.insert(id);
    for (const ConversationId &id : around) {
        const std::vector<Op> open = m_outbox->openOf(id);
        const bool acts = std::any_of(open.begin(), open.end(), [](const Op &op) { return !isQuiet(op.kind.value()); });
        addOfConversation(cache(), id, acts, touched.escalations);
    }
    for (const EscalationId &id : touched.escalations) {
        const auto base = stored(cache(), id);
        if (!base) {
            Query {cache(), cachesql::escalation_delete}.bindText("id", id.value).run();
            continue;
        }
        std::vector<Op> acts;
        HoldingBack holding;
        for (Op &op : m_outbox->openOf(base->conversation)) {
            if (op.user == m_self.id && !m_confirming.contains(op.id) && !holding.holds(op) && concerns(op, *base))
                acts.push_back(std::move(op));
        }
        const Escalation effective = foredeck::project(*base, acts, m_self);
        Query {cache(), cachesql::escalation_put}
            .bindText("id", id.value).bindText("client", base->client.value).bindText("conversation", base->conversation.value)
            .bindText("lead", base->lead.value).bind("created_at", base->createdAt).bind("status", effective.status.text())
            .bind("at", orderOf(effective)).bind("has_acts", !acts.empty()).run();
    }
}

} // namespace foredeck
