#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

/// Who else a lead is: what was merged into it, what acts on their way merge, and who may be the same person.
namespace foredeck {

namespace {

constexpr int mostOfAKey = 200; ///< leads that are looked at for each key they may share
constexpr std::size_t mostAlike = 3;
constexpr std::size_t mostThreads = 50;
constexpr int mostMerges = 100;

} // namespace

std::optional<Lead> CacheReader::Private::leadBody(const LeadId &id)
{
    Query query {db(), cachesql::lead_body};
    if (!query.bindText("id", id.value).next())
        return std::nullopt;
    query.integer();
    auto lead = decode<Lead>(query.view());
    return lead.hasValue() ? std::optional {std::move(lead).value()} : std::nullopt;
}

KnownLead CacheReader::Private::knownLeads()
{
    return [this](const LeadId &id) { return leadBody(id); };
}

LeadId CacheReader::Private::leftOf(LeadId id)
{
    for (int merges = 0; merges < mostMerges; ++merges) {
        Query query {db(), cachesql::lead_merged_into};
        LeadId into;
        if (query.bindText("id", id.value).next())
            into = LeadId {query.text()};
        if (into.empty())
            break;
        id = std::move(into);
    }
    return id;
}

/// Those of a lead that an act on its way merges into it are not the server's yet.
std::vector<LeadConversation> CacheReader::Private::conversationsOf(const LeadId &lead)
{
    std::vector<LeadConversation> list;
    std::vector<LeadId> people = mergedByActs(lead, acts());
    people.push_back(lead);
    for (const LeadId &id : people) {
        Query query {db(), cachesql::conversations_of_lead};
        query.bindText("lead", id.value);
        while (query.next()) {
            LeadConversation c;
            c.id = ConversationId {query.text()};
            c.channel = Open<ChannelKind>::fromText(query.view());
            c.status = Open<ConversationStatus>::fromText(query.view());
            c.lastAt = query.time();
            c.text = query.text();
            list.push_back(std::move(c));
        }
    }
    std::stable_sort(list.begin(), list.end(), [](const LeadConversation &a, const LeadConversation &b) { return a.lastAt > b.lastAt; });
    list.resize(std::min(list.size(), mostThreads));
    return list;
}

LeadKin CacheReader::Private::kinOf(const Lead &lead)
{
    LeadKin kin;
    {
        Query query {db(), cachesql::leads_merged};
        query.bindText("lead", lead.id.value);
        while (query.next()) {
            if (auto merged = decode<Lead>(query.view()); merged.hasValue())
                kin.merged.push_back(std::move(merged).value());
        }
    }
    for (const std::string &key : likenessKeys(lead)) {
        Query query {db(), cachesql::leads_by_key};
        query.bindText("key", key).bindText("client", lead.client.value).bind("limit", mostOfAKey);
        while (query.next()) {
            auto other = decode<Lead>(query.view());
            if (other.hasError() || other.value().id == lead.id)
                continue;
            const auto isKnown = [&](const LikeLead &one) { return one.lead.id == other.value().id; };
            auto found = likenessOf(lead, other.value());
            if (found.why != Likeness::None && std::none_of(kin.alike.begin(), kin.alike.end(), isKnown))
                kin.alike.push_back({std::move(other).value(), std::move(found)});
        }
    }
    std::stable_sort(kin.alike.begin(), kin.alike.end(), [](const LikeLead &a, const LikeLead &b) { return a.found.why < b.found.why; });
    kin.alike.resize(std::min(kin.alike.size(), mostAlike));
    return kin;
}

Result<LeadKin> CacheReader::leadKin(const LeadId &id)
{
    return d->run([&] {
        auto lead = d->leadBody(d->leftOf(id));
        return lead ? d->kinOf(project(std::move(*lead), d->acts(), d->knownLeads())) : LeadKin {};
    });
}

} // namespace foredeck
