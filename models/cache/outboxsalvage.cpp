#include "models/cache/outboxfile.h"
#include "models/cache/storefiles.h"
#include "outboxsql.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

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
    for (const std::int64_t last : lastNumbers(damaged)) {
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
