#include "models/cache/bulkops.h"
#include "models/cache/outboxfile.h"
#include "models/cache/outboxsecrets.h"
#include "outboxsql.h"

#include <algorithm>
#include <unordered_set>

/// Orders on many conversations, in the precious file.
namespace foredeck {

namespace {

void addHead(sqlite::Database &database, const BulkHead &head)
{
    Query {database, outboxsql::bulk_add}
        .bindText("bulk", head.id.value).bindText("user", head.user.value).bind("kind", head.kind.text()).bindText("detail", head.detail)
        .bindText("undoes", head.undoes.value).bind("state", head.state.text()).bind("created_at", head.createdAt).run();
}

void setState(sqlite::Database &database, const OpId &order, BulkState state)
{
    Query {database, outboxsql::bulk_state}.bind("state", nameOf(state)).bindText("bulk", order.value).run();
}

void addStep(sqlite::Database &database, const OpId &order, const BulkAct &act, const BulkStep &step)
{
    const BulkParts parts = partsOf(act, step);
    const std::optional<BulkParts> undo = undoOf(act, step);
    Query {database, outboxsql::bulk_row_add}
        .bindText("bulk", order.value).bindText("client", step.client.value).bindText("conversation", step.conversation.value)
        .bind("kind", nameOf(parts.kind)).bindText("body", parts.body).bindText("expect", parts.expect).bind("seen_position", step.lastPublicPosition)
        .bind("undo_kind", undo ? nameOf(undo->kind) : std::string_view {}).bindText("undo_body", undo ? undo->body : std::string {})
        .bindText("undo_expect", undo ? undo->expect : std::string {}).run();
}

std::vector<BulkRow> rowsOf(sqlite::Database &database, std::string_view sql, const OpId &order, int limit)
{
    std::vector<BulkRow> rows;
    Query query {database, sql};
    query.bindText("bulk", order.value).bind("limit", limit);
    while (query.next()) {
        BulkRow row;
        row.seq = query.integer();
        row.act.client = ClientId {query.text()};
        row.act.conversation = ConversationId {query.text()};
        row.act.kind = Open<OpKind>::fromText(query.view());
        row.act.body = query.text();
        row.act.expect = query.text();
        row.act.seenPosition = query.integer();
        row.undoes = OpId {query.text()};
        row.act.id = OpId {query.text()};
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

BulkHead OutboxFile::readBulk(Query &query)
{
    BulkHead head;
    head.id = OpId {query.text()};
    head.user = UserId {query.text()};
    head.kind = Open<BulkKind>::fromText(query.view());
    head.detail = query.text();
    head.undoes = OpId {query.text()};
    head.state = Open<BulkState>::fromText(query.view());
    head.createdAt = query.time();
    return head;
}

void OutboxFile::storeBulk(const BulkHead &head, const BulkAct &act, const std::vector<BulkStep> &steps, bool first, bool last)
{
    transact([&] {
        if (first) {
            if (Query {m_database, outboxsql::bulk_forget_over}.bindText("user", head.user.value).run() > 0)
                Query {m_database, outboxsql::bulk_row_forget}.run();
            addHead(m_database, head);
        }
        for (const BulkStep &step : steps)
            addStep(m_database, head.id, act, step);
        if (last)
            setState(m_database, head.id, BulkState::Running);
    });
}

void OutboxFile::forgetHalfBulks()
{
    transact([&] {
        if (Query {m_database, outboxsql::bulk_forget_half}.run() > 0)
            Query {m_database, outboxsql::bulk_row_forget}.run();
    });
}

std::optional<BulkHead> OutboxFile::unfinishedBulk(const UserId &user)
{
    Query query {m_database, outboxsql::bulk_unfinished};
    return query.bindText("user", user.value).next() ? std::optional {readBulk(query)} : std::nullopt;
}

std::vector<BulkHead> OutboxFile::bulks(const UserId &user)
{
    std::vector<BulkHead> heads;
    Query query {m_database, outboxsql::bulk_of_user};
    query.bindText("user", user.value);
    while (query.next())
        heads.push_back(readBulk(query));
    return heads;
}

std::vector<BulkRow> OutboxFile::nextOfBulk(const BulkHead &head, int limit)
{
    return rowsOf(m_database, head.state == BulkState::CallingOff ? outboxsql::bulk_row_unsent : outboxsql::bulk_row_waiting, head.id, limit);
}

void OutboxFile::turnBulk(const std::vector<BulkMark> &marks, const std::vector<Op> &placed, const std::vector<Op> &cancelled)
{
    std::vector<Op> next;
    transact([&] {
        next = insertOrJoin(placed);
        for (const Op &op : cancelled)
            write(asStored(op), std::nullopt);
        for (const BulkMark &mark : marks)
            Query {m_database, outboxsql::bulk_row_mark}.bind("state", mark.state).bindText("op", mark.op.value).bind("seq", mark.seq).run();
    });
    std::unordered_set<OpId> gone;
    for (const Op &op : cancelled)
        gone.insert(op.id);
    std::erase_if(next, [&](const Op &op) { return gone.contains(op.id); });
    m_open = std::move(next);
}

void OutboxFile::endBulk(const OpId &order)
{
    transact([&] { setState(m_database, order, BulkState::Over); });
}

void OutboxFile::callOffBulk(const OpId &order)
{
    transact([&] {
        Query {m_database, outboxsql::bulk_row_call_off}.bindText("bulk", order.value).run();
        setState(m_database, order, BulkState::CallingOff);
    });
}

void OutboxFile::undoBulk(const BulkHead &undo)
{
    transact([&] {
        Query {m_database, outboxsql::bulk_row_call_off}.bindText("bulk", undo.undoes.value).run();
        setState(m_database, undo.undoes, BulkState::Over);
        addHead(m_database, undo);
        Query {m_database, outboxsql::bulk_row_undo}.bindText("bulk", undo.id.value).bindText("undone", undo.undoes.value).run();
    });
}

} // namespace foredeck
