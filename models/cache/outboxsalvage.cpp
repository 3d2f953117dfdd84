#include "models/cache/outboxfile.h"
#include "models/cache/storefiles.h"
#include "outboxsql.h"

#include <algorithm>

namespace foredeck {

namespace {

std::int64_t highestSeq(sqlite::Database &damaged)
{
    const auto ask = [&](std::string_view sql) {
        return attempt([&] {
            Query query {damaged, sql};
            return query.next() ? query.integer() : std::int64_t {0};
        }).valueOr(0);
    };
    return std::max(ask(outboxsql::op_highest), ask(outboxsql::op_last));
}

int salvageOps(sqlite::Database &damaged, OutboxFile &into)
{
    int rows = 0;
    const std::int64_t highest = highestSeq(damaged);
    for (std::int64_t seq = 1; seq <= highest; ++seq) {
        const auto copied = attempt([&] {
            Query query {damaged, outboxsql::op_by_seq};
            if (!query.bind("seq", seq).next())
                return false;
            const Op op = OutboxFile::readOp(query);
            if (!isUuid(op.id.value) || !op.kind.known() || !op.state.known())
                return false;
            into.add({op}, std::nullopt);
            return true;
        });
        rows += copied.valueOr(false) ? 1 : 0;
    }
    return rows;
}

int salvageDrafts(sqlite::Database &damaged, OutboxFile &into)
{
    int rows = 0;
    // Rows before the damage come over; the walk ends where the file cannot be read.
    const auto walked = attempt([&] {
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
    });
    return walked.hasError() && rows == 0 ? 0 : rows;
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
