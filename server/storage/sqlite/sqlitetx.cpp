#include "server/storage/sqlite/sqlitetx.h"

#include "models/core/text.h"
#include "net/codec/domaincodec.h"
#include "storagesql.h"

#include <algorithm>
#include <exception>

namespace foredeck {

namespace {

class StatementRow final : public Row {
public:
    explicit StatementRow(const sqlite::Statement &statement) : m_statement(statement) { }
    bool isNull(int column) const override { return m_statement.isNull(column); }
    std::int64_t integer(int column) const override { return m_statement.integer(column); }
    double real(int column) const override { return m_statement.real(column); }
    std::string_view text(int column) const override { return m_statement.bytes(column); }

private:
    const sqlite::Statement &m_statement;
};

void bind(sqlite::Statement &statement, const Bind &bind)
{
    struct Binder {
        sqlite::Statement &statement;
        std::string_view name;
        void operator()(std::monostate) const { statement.bindNull(name); }
        void operator()(std::int64_t value) const { statement.bind(name, value); }
        void operator()(double value) const { statement.bind(name, value); }
        void operator()(std::string_view text) const { statement.bind(name, text); }
        void operator()(const Blob &blob) const { statement.bindBytes(name, blob.bytes); }
    };
    std::visit(Binder {statement, bind.name}, bind.value);
}

// Names are written with at most six bytes for one; 512 for the frame's own words and numbers.
std::size_t frameBound(const Event &event)
{
    return event.data.size() + 6 * (event.stream.size() + event.kind.size() + event.entity.size() + event.actor.name.size()) + 512;
}

} // namespace

std::int64_t SqliteTx::run(Query query, std::initializer_list<Bind> binds, const std::function<bool(const Row &)> &onRow)
{
    if (m_error)
        return 0;
    auto prepared = m_database.statement(query);
    if (prepared.hasError()) {
        fail(std::move(prepared).error());
        return 0;
    }
    auto &statement = prepared.value();
    for (const auto &value : binds)
        bind(statement, value);
    const StatementRow row {statement};
    std::int64_t rows = 0;
    bool wanted = true;
    // A statement that writes is stepped to its end even when the caller has seen enough.
    while (wanted || !statement.readsOnly()) {
        const auto stepped = statement.step();
        if (stepped.hasError()) {
            fail(stepped.error());
            return 0;
        }
        if (!stepped.value())
            break;
        ++rows;
        if (wanted && onRow)
            wanted = onRow(row);
        if (m_error)
            return 0;
    }
    return statement.readsOnly() ? rows : statement.changes();
}

void SqliteTx::fail(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void SqliteTx::append(Event event)
{
    if (frameBound(event) > maxEventBytes)
        return fail(Error::of(Error::Kind::TooLarge, "an event of kind " + event.kind + " is larger than 256 KiB"));
    m_events.push_back(std::move(event));
}

void SqliteTx::writeEvents(Timestamp at)
{
    for (const auto &event : m_events) {
        if (event.seq == 0 && !m_error)
            number(event.stream, at);
    }
    if (m_error)
        m_events.clear();
}

// Bumps the stream's counter once for all of its events and writes them.
void SqliteTx::number(std::string_view stream, Timestamp at)
{
    const auto count = std::count_if(m_events.begin(), m_events.end(), [&](const Event &event) { return event.stream == stream; });
    std::int64_t streamId = 0;
    std::int64_t head = 0;
    run(sql::stream_bump, {{"name", stream}, {"count", static_cast<std::int64_t>(count)}}, [&](const Row &row) {
        streamId = row.integer(0);
        head = row.integer(1);
        return false;
    });
    std::int64_t seq = head - count;
    for (auto &event : m_events) {
        if (event.stream != stream)
            continue;
        event.prev = seq;
        event.seq = ++seq;
        event.at = at;
        writeEvent(streamId, event);
    }
}

void SqliteTx::writeEvent(std::int64_t streamId, Event &event)
{
    const auto actor = encode(event.actor);
    run(sql::event_insert,
        {{"stream_id", streamId}, {"seq", event.seq}, {"at", toMs(event.at)}, {"kind", event.kind}, {"entity_id", event.entity},
            {"version", event.version}, {"op_id", event.op.value}, {"actor", actor}, {"data", event.data}},
        {});
}

} // namespace foredeck
