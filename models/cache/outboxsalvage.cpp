#include "models/cache/outboxfile.h"
#include "models/cache/storefiles.h"
#include "outboxsql.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace foredeck {

namespace {

/// So many numbers are tried below each number that may be the last one: a damaged file may name any at all.
constexpr std::int64_t reach = 50'000;

/// The first of them stands for a file that no longer tells its last number.
std::array<std::int64_t, 3> lastNumbers(sqlite::Database &damaged, std::string_view highest, std::string_view greatest)
{
    const auto ask = [&](std::string_view sql) {
        const auto told = attempt([&] {
            Query query {damaged, sql};
            return query.next() ? query.integer() : std::int64_t {0};
        });
        return std::clamp<std::int64_t>(told.valueOr(0), 0, std::numeric_limits<std::int64_t>::max() - 1);
    };
    std::array<std::int64_t, 3> last {reach, ask(highest), ask(greatest)};
    std::sort(last.begin(), last.end());
    return last;
}

/// Runs a write of the new file. One that it cannot take, the same row once more, is passed over; a disk that refuses ends it
/// all, or what is left out would be nobody's any more.
template <class F>
bool carried(F write)
{
    const auto done = attempt(std::move(write));
    if (done.hasError() && done.error().kind == Error::Kind::Io)
        throw StoreFault {done.error()};
    return done.hasValue();
}

bool salvageOp(sqlite::Database &damaged, std::int64_t seq, OutboxFile &into)
{
    std::optional<Timestamp> acked;
    const auto read = attempt([&]() -> std::optional<Op> {
        Query query {damaged, outboxsql::op_by_seq};
        if (!query.bind("seq", seq).next())
            return std::nullopt;
        Op op = OutboxFile::readOp(query, &acked);
        const bool isWhole = isUuid(op.id.value) && op.kind.known() && op.state.known();
        return isWhole ? std::optional {std::move(op)} : std::nullopt;
    });
    const Op *op = read.hasValue() && read.value() ? &*read.value() : nullptr;
    return op && carried([&] { into.carryOver(*op, acked); });
}

int salvageOps(sqlite::Database &damaged, OutboxFile &into)
{
    int rows = 0;
    std::int64_t from = 1;
    for (const std::int64_t last : lastNumbers(damaged, outboxsql::op_highest, outboxsql::op_last)) {
        for (from = std::max(from, last - reach + 1); from <= last; ++from)
            rows += salvageOp(damaged, from, into) ? 1 : 0;
    }
    return rows;
}

int salvageDrafts(sqlite::Database &damaged, OutboxFile &into)
{
    std::vector<Composition> drafts;
    // Rows before the damage come over; the walk ends where the file cannot be read.
    static_cast<void>(attempt([&] {
        Query query {damaged, outboxsql::draft_every};
        while (query.next()) {
            Composition draft;
            draft.user = UserId {query.text()};
            draft.conversation = ConversationId {query.text()};
            draft.kind = Open<CompositionKind>::fromText(query.view());
            draft.client = ClientId {query.text()};
            draft.text = query.text();
            draft.seenPosition = query.integer();
            draft.at = query.time();
            drafts.push_back(std::move(draft));
        }
    }));
    int rows = 0;
    for (const Composition &draft : drafts)
        rows += carried([&] { into.add({}, draft); }) ? 1 : 0;
    return rows;
}

/// Without its head a row is nobody's. The rows stand in the order in which they become acts.
std::set<OpId> salvageBulkHeads(sqlite::Database &damaged, sqlite::Database &into)
{
    std::vector<BulkHead> heads;
    static_cast<void>(attempt([&] {
        Query query {damaged, outboxsql::bulk_every};
        while (query.next()) {
            BulkHead head = OutboxFile::readBulk(query);
            if (isUuid(head.id.value) && head.kind.known() && head.state.known())
                heads.push_back(std::move(head));
        }
    }));
    std::set<OpId> known;
    for (const BulkHead &head : heads) {
        const bool done = carried([&] {
            Query {into, outboxsql::bulk_add}
                .bindText("bulk", head.id.value).bindText("user", head.user.value).bind("kind", head.kind.text()).bindText("detail", head.detail)
                .bindText("undoes", head.undoes.value).bind("state", head.state.text()).bind("created_at", head.createdAt).run();
        });
        if (done)
            known.insert(head.id);
    }
    return known;
}

void salvageBulkRow(sqlite::Database &damaged, std::int64_t seq, sqlite::Database &into, const std::set<OpId> &heads)
{
    constexpr std::array columns {"bulk", "client", "conversation", "kind", "body", "expect", "seen_position", "undo_kind", "undo_body", "undo_expect", "undoes_op", "op", "state"};
    constexpr std::size_t seenPosition = 6;
    std::array<std::string, columns.size()> words;
    std::int64_t seen = 0;
    const auto read = attempt([&] {
        Query query {damaged, outboxsql::bulk_row_by_seq};
        if (!query.bind("seq", seq).next())
            return false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i == seenPosition)
                seen = query.integer();
            else
                words[i] = query.text();
        }
        const Open<OpKind> kind = Open<OpKind>::fromText(words[3]);
        return heads.contains(OpId {words[0]}) && isUuid(words[2]) && kind.known();
    });
    if (!read.valueOr(false))
        return;
    static_cast<void>(carried([&] {
        Query query {into, outboxsql::bulk_row_carry};
        for (std::size_t i = 0; i < columns.size(); ++i)
            i == seenPosition ? query.bind(columns[i], seen) : query.bindText(columns[i], words[i]);
        query.run();
    }));
}

/// Orders on many conversations: what of them has not become an act yet, and what takes the last one back.
void salvageBulks(sqlite::Database &damaged, sqlite::Database &into)
{
    const std::set<OpId> heads = salvageBulkHeads(damaged, into);
    std::int64_t from = 1;
    for (const std::int64_t last : heads.empty() ? std::array<std::int64_t, 3> {} : lastNumbers(damaged, outboxsql::bulk_row_highest, outboxsql::bulk_row_last)) {
        for (from = std::max(from, last - reach + 1); from <= last; ++from)
            salvageBulkRow(damaged, from, into, heads);
    }
}

} // namespace

Result<int> salvageOutbox(const std::string &damaged, sqlite::Database &into)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    const auto source = sqlite::Database::open(damaged, options);
    if (source.hasError())
        return source.error();
    return attempt([&] {
        OutboxFile file {into};
        salvageBulks(*source.value(), into);
        return salvageOps(*source.value(), file) + salvageDrafts(*source.value(), file);
    });
}

Result<int> entriesOf(sqlite::Database &carriedOver)
{
    return attempt([&] {
        Query ops {carriedOver, outboxsql::op_highest}; // they were numbered anew, from one on
        int rows = ops.next() ? static_cast<int>(ops.integer()) : 0;
        Query drafts {carriedOver, outboxsql::draft_every};
        while (drafts.next())
            ++rows;
        return rows;
    });
}

} // namespace foredeck
