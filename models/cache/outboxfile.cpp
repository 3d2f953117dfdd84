#include "models/cache/outboxfile.h"

#include "models/cache/outboxsecrets.h"
#include "models/core/text.h"
#include "models/sqlite/transaction.h"
#include "outboxsql.h"

#include <algorithm>

namespace foredeck {

namespace {

constexpr std::size_t draftCharacters = 160;
constexpr std::chrono::minutes confirmedStays {1};
/// As old as a copy of a server usually is, with a day on which none was made.
constexpr std::chrono::hours wordsStay {48};

} // namespace

Op OutboxFile::readOp(Query &query, std::optional<Timestamp> *ackedAt)
{
    Op op;
    query.integer();
    op.id = OpId {query.text()};
    op.user = UserId {query.text()};
    op.client = ClientId {query.text()};
    op.conversation = ConversationId {query.text()};
    op.kind = Open<OpKind>::fromText(query.view());
    op.target = query.text();
    op.body = query.text();
    op.expect = query.text();
    op.ifMatch = query.text();
    op.seenPosition = query.integer();
    op.fence = query.integer();
    op.override_ = query.flag();
    op.notBefore = query.maybeTime();
    op.state = Open<OpState>::fromText(query.view());
    op.attempts = static_cast<int>(query.integer());
    op.nextTry = query.maybeTime();
    op.createdAt = query.time();
    const auto acked = query.maybeTime();
    if (ackedAt)
        *ackedAt = acked;
    op.problem = query.text();
    op.mayHaveArrived = query.flag();
    return op;
}

void OutboxFile::transact(const std::function<void()> &body)
{
    auto transaction = orThrow(sqlite::Transaction::begin(m_database, sqlite::Transaction::Kind::Write));
    body();
    orThrow(transaction.commit());
}

void OutboxFile::recover(Timestamp now)
{
    m_open.clear();
    m_acked.clear();
    m_logs.clear();
    {
        Query query {m_database, outboxsql::log_all};
        while (query.next()) {
            const std::string stream = query.text();
            m_logs[stream] = query.text();
        }
    }
    std::vector<Op> changed;
    std::vector<OpId> returned;
    {
        Query query {m_database, outboxsql::op_open};
        while (query.next()) {
            std::optional<Timestamp> acked;
            Op op = readOp(query, &acked);
            if (acked)
                m_acked[op.id] = *acked;
            const Recovered recovered = afterCrash(op);
            if (recovered.op.state.value() != op.state.value() || asStored(op).body != op.body)
                changed.push_back(recovered.op);
            if (recovered.returned)
                returned.push_back(op.id);
            m_open.push_back(std::move(op));
        }
    }
    if (!changed.empty())
        update(changed, now, returned);
    forgetHalfBulks();
}

void OutboxFile::setUser(const UserId &user)
{
    m_user = user;
    loadDrafts();
}

void OutboxFile::loadDrafts()
{
    m_drafts.clear();
    Query query {m_database, outboxsql::draft_all};
    query.bindText("user", m_user.value);
    while (query.next()) {
        const ConversationId conversation {query.text()};
        const auto kind = valueOf<CompositionKind>(query.view());
        if (!isLocal(kind))
            m_drafts[conversation][kind] = query.text();
    }
}

const Op *OutboxFile::find(const OpId &id) const
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&](const Op &op) { return op.id == id; });
    return found == m_open.end() ? nullptr : &*found;
}

std::optional<Op> OutboxFile::stored(const OpId &id)
{
    Query query {m_database, outboxsql::op_by_id};
    return query.bindText("op", id.value).next() ? std::optional {readOp(query)} : std::nullopt;
}

std::optional<Op> OutboxFile::dropped(const OpId &id)
{
    auto op = stored(id);
    return op && op->state == OpState::Cancelled && op->user == m_user ? std::move(op) : std::nullopt;
}

std::vector<Op> OutboxFile::openOf(const ConversationId &conversation) const
{
    std::vector<Op> ops;
    for (const Op &op : m_open) {
        if (op.conversation == conversation && op.user == m_user)
            ops.push_back(op);
    }
    return ops;
}

std::string OutboxFile::draftLine(const ConversationId &conversation) const
{
    const auto found = m_drafts.find(conversation);
    if (found == m_drafts.end())
        return {};
    for (const auto &[kind, text] : found->second) {
        if (const std::string line = singleLine(text, draftCharacters); !line.empty())
            return line;
    }
    return {};
}

std::vector<ConversationId> OutboxFile::conversationsWithActs() const
{
    std::vector<ConversationId> ids;
    for (const Op &op : m_open) {
        if (!op.conversation.empty())
            ids.push_back(op.conversation);
    }
    return ids;
}

std::vector<ConversationId> OutboxFile::conversationsWithDrafts() const
{
    std::vector<ConversationId> ids;
    for (const auto &[id, drafts] : m_drafts)
        ids.push_back(id);
    return ids;
}

std::optional<Timestamp> OutboxFile::ackedAt(const OpId &id) const
{
    const auto found = m_acked.find(id);
    return found == m_acked.end() ? std::nullopt : std::optional {found->second};
}

bool OutboxFile::wasLostBefore(const OpId &id, Timestamp before, Timestamp now) const
{
    const auto found = m_lost.find(id);
    return found == m_lost.end() || found->second < before || found->second > now; // the latter by a clock that was set back since
}

std::size_t OutboxFile::coalescing(const Op &op) const
{
    if (!isQuiet(op.kind.value()))
        return m_open.size();
    const std::string lane = laneOf(op);
    for (std::size_t i = m_open.size(); i > 0; --i) {
        const Op &row = m_open[i - 1];
        if (row.user == op.user && row.attempts == 0 && row.state == OpState::Queued && laneOf(row) == lane)
            return i - 1;
    }
    return m_open.size();
}

void OutboxFile::add(const std::vector<Op> &ops, const std::optional<Composition> &draft)
{
    std::vector<Op> next;
    transact([&] {
        next = insertOrJoin(ops);
        if (draft)
            putDraft(*draft);
    });
    m_open = std::move(next);
    if (draft)
        rememberDraft(*draft);
}

std::vector<Op> OutboxFile::insertOrJoin(const std::vector<Op> &ops)
{
    std::vector<Op> next = m_open;
    for (const Op &op : ops) {
        const std::size_t at = coalescing(op);
        if (at == m_open.size()) {
            insert(op);
            next.push_back(op);
            continue;
        }
        Op &joined = next[at];
        joined.body = op.body;
        joined.seenPosition = std::max(joined.seenPosition, op.seenPosition);
        joined.notBefore = op.notBefore;
        write(joined, std::nullopt);
    }
    return next;
}

void OutboxFile::carryOver(const Op &op, std::optional<Timestamp> ackedAt)
{
    transact([&] {
        insert(op);
        write(op, ackedAt);
    });
}

void OutboxFile::insert(const Op &op)
{
    Query query {m_database, outboxsql::op_add};
    query.bindText("op", op.id.value).bindText("user", op.user.value).bindText("client", op.client.value)
        .bindText("conversation", op.conversation.value).bind("kind", op.kind.text()).bindText("target", op.target)
        .bindText("body", op.body).bindText("expect", op.expect).bindText("if_match", op.ifMatch)
        .bind("seen_position", op.seenPosition).bind("fence", op.fence).bind("override", op.override_)
        .bind("not_before", op.notBefore).bind("state", op.state.text()).bind("attempts", op.attempts).bind("next_try", op.nextTry)
        .bind("created_at", op.createdAt).bindText("problem", op.problem);
    query.run();
}

void OutboxFile::write(const Op &op, std::optional<Timestamp> ackedAt)
{
    Query {m_database, outboxsql::op_update}
        .bindText("body", op.body).bindText("expect", op.expect).bindText("if_match", op.ifMatch)
        .bind("seen_position", op.seenPosition).bind("fence", op.fence).bind("override", op.override_)
        .bind("not_before", op.notBefore).bind("state", op.state.text()).bind("attempts", op.attempts).bind("next_try", op.nextTry)
        .bind("created_at", op.createdAt).bind("acked_at", ackedAt).bindText("problem", op.problem)
        .bind("may_have_arrived", op.mayHaveArrived).bindText("op", op.id.value).run();
}

void OutboxFile::update(const std::vector<Op> &given, Timestamp now, const std::vector<OpId> &returned)
{
    std::vector<Op> rows;
    bool scrubbed = false;
    for (const Op &op : given) {
        rows.push_back(asStored(op));
        scrubbed = scrubbed || rows.back().body != op.body;
    }
    const auto ackedOf = [&](const Op &op) -> std::optional<Timestamp> {
        if (op.state != OpState::Acked && op.state != OpState::Confirmed)
            return std::nullopt;
        const auto before = ackedAt(op.id);
        return before ? before : std::optional {now};
    };
    transact([&] {
        for (const Op &op : rows)
            write(op, ackedOf(op));
        // Each comes back in front of what stands there: the last one first, so that they stand as they were written.
        for (auto op = rows.rbegin(); op != rows.rend(); ++op) {
            if (std::find(returned.begin(), returned.end(), op->id) != returned.end())
                returnToDraft(*op, now);
        }
    });
    // The log beside the file would keep what was taken out. When a reader is in the way, a later commit cuts it.
    if (scrubbed)
        static_cast<void>(m_database.checkpoint(sqlite::Database::Checkpoint::Truncate));
    for (const Op &op : rows) {
        if (const auto acked = ackedOf(op))
            m_acked[op.id] = *acked;
        else
            m_acked.erase(op.id);
        const auto row = std::find_if(m_open.begin(), m_open.end(), [&](const Op &o) { return o.id == op.id; });
        if (row == m_open.end()) {
            // It is open again: where it was, by the order in which ids are made.
            if (isOpen(op.state.value()))
                m_open.insert(std::find_if(m_open.begin(), m_open.end(), [&](const Op &o) { return op.id < o.id; }), op);
            continue;
        }
        if (op.mayHaveArrived && row->state == OpState::Sending && op.state != OpState::Sending)
            m_lost[op.id] = now;
        else if (!op.mayHaveArrived)
            m_lost.erase(op.id);
        if (isOpen(op.state.value()))
            *row = op;
        else
            m_open.erase(row);
    }
    if (!returned.empty())
        loadDrafts();
}

void OutboxFile::confirm(const std::vector<OpId> &ops, Timestamp now)
{
    std::vector<Op> rows;
    for (const OpId &id : ops) {
        std::optional<Op> op;
        if (const Op *open = find(id)) {
            op = *open;
        } else {
            Query query {m_database, outboxsql::op_by_id};
            if (query.bindText("op", id.value).next())
                op = readOp(query);
        }
        if (!op || op->state == OpState::Confirmed)
            continue;
        op->state = OpState::Confirmed;
        op->problem.clear();
        rows.push_back(std::move(*op));
    }
    if (!rows.empty())
        update(rows, now);
    for (const Op &op : rows)
        m_acked.erase(op.id);
}

void OutboxFile::purgeConfirmed(Timestamp now)
{
    Query {m_database, outboxsql::op_purge_confirmed}.bind("before", now - confirmedStays).bind("words_before", now - wordsStay).run();
}

std::vector<Op> OutboxFile::confirmedOf(const ClientId &client)
{
    std::vector<Op> ops;
    Query query {m_database, outboxsql::op_confirmed_of_client};
    query.bindText("client", client.value);
    while (query.next())
        ops.push_back(readOp(query));
    return ops;
}

void OutboxFile::noteLeft(const std::vector<OpId> &ops)
{
    transact([&] {
        for (const OpId &id : ops)
            Query {m_database, outboxsql::op_has_left}.bindText("op", id.value).run();
    });
}

void OutboxFile::setLog(const std::string &stream, const std::string &store)
{
    transact([&] { Query {m_database, outboxsql::log_set}.bindText("stream", stream).bindText("store", store).run(); });
    m_logs[stream] = store;
}

} // namespace foredeck
