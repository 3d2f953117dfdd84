#include "server/storage/eventrepository.h"

#include "server/storage/rows.h"
#include "storagesql.h"

#include <map>

namespace foredeck {

namespace {

struct StoredStream {
    std::int64_t id = 0;
    std::int64_t lowest = 1;
    std::int64_t head = 0;
};

std::vector<StoredStream> allStreams(Tx &tx)
{
    std::vector<StoredStream> streams;
    tx.run(sql::stream_all, {}, [&](const Row &row) {
        streams.push_back({row.integer(0), row.integer(1), row.integer(2)});
        return true;
    });
    return streams;
}

// The last event of the stream's beginning that is too old; 0: none is.
std::int64_t oldThrough(Tx &tx, const StoredStream &stream, Timestamp before, std::int64_t limit)
{
    std::int64_t through = 0;
    tx.run(sql::event_ages, {{"stream_id", stream.id}, {"limit", limit}}, [&](const Row &row) {
        if (rows::timeAt(row, 1) >= before)
            return false;
        through = row.integer(0);
        return true;
    });
    return through;
}

} // namespace

StreamMark EventRepository::mark(Tx &tx, std::string_view stream)
{
    StreamMark mark;
    tx.run(sql::stream_mark, {{"name", stream}}, [&](const Row &row) {
        mark = {row.integer(0), row.integer(1)};
        return false;
    });
    return mark;
}

std::vector<Event> EventRepository::after(Tx &tx, std::string_view stream, std::int64_t after, int limit)
{
    std::vector<Event> events;
    tx.run(sql::event_after, {{"name", stream}, {"after", after}, {"limit", limit}}, [&](const Row &row) {
        auto actor = rows::entity<Actor>(tx, row.text(6));
        if (!actor)
            return false;
        const auto seq = row.integer(0);
        events.push_back({std::string {stream}, seq, seq - 1, rows::timeAt(row, 1), rows::textAt(row, 2), rows::textAt(row, 3),
            row.integer(4), OpId {row.text(5)}, std::move(*actor), rows::textAt(row, 7)});
        return true;
    });
    return events;
}

std::vector<Alert> EventRepository::alerts(Tx &tx, std::string_view stream)
{
    std::map<EscalationId, Alert> newest;
    tx.run(sql::event_alerts, {{"name", stream}}, [&](const Row &row) {
        if (auto alert = rows::entity<Alert>(tx, row.text(0)); alert && !alert->escalation.empty()) // else it was erased
            newest[alert->escalation] = std::move(*alert);
        return true;
    });
    std::vector<Alert> alerts;
    for (auto &[id, alert] : newest)
        alerts.push_back(std::move(alert));
    return alerts;
}

std::int64_t EventRepository::retain(WriteTx &tx, Timestamp before, int limit)
{
    std::int64_t removed = 0;
    for (const auto &stream : allStreams(tx)) {
        const auto through = removed < limit ? oldThrough(tx, stream, before, limit - removed) : 0;
        if (through == 0)
            continue;
        removed += tx.run(sql::event_remove_through, {{"stream_id", stream.id}, {"through", through}});
        tx.run(sql::stream_lowest, {{"id", stream.id}, {"lowest", through + 1}});
    }
    return removed;
}

std::int64_t EventRepository::reduce(WriteTx &tx, std::string_view stream, std::string_view entity)
{
    JsonWriter json;
    json.beginObject();
    json.key("id");
    json.string(entity);
    json.endObject();
    return tx.run(sql::event_reduce, {{"name", stream}, {"entity_id", entity}, {"data", json.text()}});
}

} // namespace foredeck
