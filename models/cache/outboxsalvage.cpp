#include "models/cache/outboxfile.h"
#include "models/cache/storefiles.h"
#include "outboxsql.h"

#include <algorithm>
#include <array>
#include <limits>

namespace foredeck {

namespace {

/// So many numbers are tried below each number that may be the last one: a damaged file may name any at all.
constexpr std::int64_t reach = 50'000;

/// The first of them stands for a file that no longer tells its last number.
std::array<std::int64_t, 3> lastNumbers(sqlite::Database &damaged)
{
    const auto ask = [&](std::string_view sql) {
        const auto told = attempt([&] {
            Query query {damaged, sql};
            return query.next() ? query.integer() : std::int64_t {0};
        });
        return std::clamp<std::int64_t>(told.valueOr(0), 0, std::numeric_limits<std::int64_t>::max() - 1);
    };
    std::array<std::int64_t, 3> last {reach, ask(outboxsql::op_highest), ask(outboxsql::op_last)};
    std::sort(last.begin(), last.end());
    return last;
}

bool salvageOp(sqlite::Database &damaged, std::int64_t seq, OutboxFile &into)
{
    return attempt([&] {
        Query query {damaged, outboxsql::op_by_seq};
        if (!query.bind("seq", seq).next())
            return false;
        std::optional<Timestamp> acked;
        const Op op = OutboxFile::readOp(query, &acked);
        if (!isUuid(op.id.value) || !op.kind.known() || !op.state.known())
            return false;
        into.carryOver(op, acked);
        return true;
    }).valueOr(false);
}

int salvageOps(sqlite::Database &damaged, OutboxFile &into)
{
    int rows = 0;
    std::int64_t from = 1;
    for (const std::int64_t last : lastNumbers(damaged)) {
        for (from = std::max(from, last - reach + 1); from <= last; ++from)
            rows += salvageOp(damaged, from, into) ? 1 : 0;
    }
    return rows;
}

int salvageDrafts(sqlite::Database &damaged, OutboxFile &into)
{
    int rows = 0;
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
            into.add({}, draft);
            ++rows;
        }
    }));
    return rows;
}

} // namespace

Result<int> salvageOutbox(const std::string &damaged, sqlite::Database &into)
{
    sqlite::OpenOptions options;
    options.access = sqlite::OpenOptions::Access::Read;
    const auto source = sqlite::Database::open(damaged, options);
    if (source.hasError())
        return source.error();
    OutboxFile file {into};
    return salvageOps(*source.value(), file) + salvageDrafts(*source.value(), file);
}

} // namespace foredeck
