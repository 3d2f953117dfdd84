#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr int mostConversations = 5;
constexpr int mostTransitions = 100; ///< of each

/// The conversations' rows.
std::vector<std::int64_t> readStarts(sqlite::Database &database, const LeadId &id, LeadHistory &history)
{
    std::vector<std::int64_t> conversations;
    Query query {database, cachesql::conversation_starts_of_lead};
    query.bindText("lead", id.value).bind("limit", mostConversations);
    while (query.next()) {
        conversations.push_back(query.integer());
        if (const auto c = decode<Conversation>(query.view()); c.hasValue())
            history.starts.push_back({c.value().id, c.value().channelKind, c.value().createdAt});
    }
    return conversations;
}

void readTransitions(sqlite::Database &database, std::int64_t conversation, LeadHistory &history)
{
    Query query {database, cachesql::lead_transitions};
    query.bind("conversation", conversation).bind("limit", mostTransitions);
    while (query.next()) {
        TimelineItem item;
        item.id = query.text();
        auto transition = decode<Transition>(query.view());
        if (transition.hasError())
            continue;
        item.position = transition.value().position;
        item.entry = std::move(transition).value();
        history.transitions.push_back(std::move(item));
    }
}

std::vector<ScoreFactor> factorsOf(sqlite::Database &database, const LeadId &id)
{
    Query query {database, cachesql::lead_body};
    if (!query.bindText("id", id.value).next())
        return {};
    query.integer();
    auto lead = decode<Lead>(query.view());
    return lead.hasValue() ? std::move(lead).value().scoreFactors : std::vector<ScoreFactor> {};
}

} // namespace

Result<LeadHistory> CacheReader::leadHistory(const LeadId &asked)
{
    return d->run([&] {
        LeadHistory history;
        const LeadId id = d->leftOf(asked);
        std::vector<LeadId> people = mergedByActs(id, d->acts());
        people.push_back(id);
        for (const LeadId &one : people) {
            for (const std::int64_t conversation : readStarts(d->db(), one, history))
                readTransitions(d->db(), conversation, history);
        }
        if (people.size() > 1)
            std::stable_sort(history.starts.begin(), history.starts.end(), [](const auto &a, const auto &b) { return a.at > b.at; });
        const auto at = [](const TimelineItem &item) { return std::get<Transition>(item.entry).at; };
        std::stable_sort(history.transitions.begin(), history.transitions.end(), [&](const auto &a, const auto &b) { return at(a) > at(b); });
        for (const ScoreFactor &factor : factorsOf(d->db(), id)) {
            if (factor.message.empty())
                continue;
            Query said {d->db(), cachesql::timeline_body};
            if (!said.bindText("id", factor.message.value).next())
                continue;
            if (const auto message = decode<Message>(said.view()); message.hasValue())
                history.said[factor.message] = message.value().at;
        }
        return history;
    });
}

} // namespace foredeck
