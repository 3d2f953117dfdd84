#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/rowid.h"

namespace foredeck {

Result<std::vector<LeadMark>> CacheReader::leadMarks(const ClientId &client, Timestamp since)
{
    return d->run([&] {
        std::vector<LeadMark> marks;
        const auto scope = d->scopeOf(client);
        if (!scope)
            return marks;
        Query query {d->db(), cachesql::lead_marks};
        query.bind("scope", *scope).bind("first", firstRowOf(since));
        while (query.next()) {
            LeadMark mark;
            mark.createdAt = timeOfRow(query.integer());
            if (const auto score = query.integer(); score >= 0)
                mark.score = static_cast<int>(score);
            mark.status = Open<LeadStatus>::fromText(query.view());
            mark.source = Open<ChannelKind>::fromText(query.view());
            marks.push_back(std::move(mark));
        }
        return marks;
    });
}

Result<std::vector<LeadRow>> CacheReader::newestLeads(const ClientId &client, int limit)
{
    return d->run([&] {
        std::vector<LeadRow> leads;
        const auto scope = d->scopeOf(client);
        if (!scope)
            return leads;
        std::vector<std::int64_t> rows;
        {
            Query query {d->db(), cachesql::lead_newest};
            query.bind("scope", *scope).bind("limit", limit);
            while (query.next())
                rows.push_back(query.integer());
        }
        const std::vector<Op> acts = d->acts();
        for (const std::int64_t row : rows) {
            if (auto lead = d->leadRow(row, acts))
                leads.push_back(std::move(*lead));
        }
        return leads;
    });
}

} // namespace foredeck
