#include "server/storage/timelinerepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <algorithm>

namespace foredeck {

std::vector<TimelineEntry> TimelineRepository::before(
    Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t before, int limit, std::size_t bytes)
{
    std::vector<TimelineEntry> items;
    std::size_t held = 0;
    tx.run(sql::timeline_before,
        {{"client_id", client.value}, {"conversation_id", conversation.value}, {"before", before}, {"limit", limit}},
        [&](const Row &row) {
            items.push_back({rows::textAt(row, 0), row.integer(1), rows::textAt(row, 2)});
            held += items.back().data.size();
            return held < bytes;
        });
    return items;
}

std::vector<TimelineMark> TimelineRepository::marks(
    Tx &tx, const ClientId &client, const ConversationId &conversation, std::int64_t from)
{
    std::vector<TimelineMark> marks;
    tx.run(sql::timeline_marks, {{"client_id", client.value}, {"conversation_id", conversation.value}, {"from", from}},
        [&](const Row &row) {
            marks.push_back({rows::textAt(row, 0), row.integer(1), row.integer(2)});
            return true;
        });
    std::sort(marks.begin(), marks.end(), [](const TimelineMark &a, const TimelineMark &b) { return a.id < b.id; });
    return marks;
}

} // namespace foredeck
