#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxrules.h"
#include "models/cache/peoplekeys.h"
#include "models/cache/projection.h"
#include "models/cache/rowid.h"
#include "models/sqlite/transaction.h"
#include "net/codec/domaincodec.h"

#include <algorithm>
#include <array>
#include <limits>

namespace foredeck {

namespace {

constexpr std::size_t mostWords = 3; ///< as many beginnings narrow a search

/// The order of a table and what names it in the statements.
struct Order {
    LeadOrder by = LeadOrder::Score;
    bool rising = false;

    std::string_view name() const
    {
        switch (by) {
        case LeadOrder::Score:
            return rising ? "score_up" : "score_down";
        case LeadOrder::Word:
            return rising ? "word_up" : "word_down";
        case LeadOrder::Name:
            break;
        }
        return rising ? "name_up" : "name_down";
    }
    std::string_view page() const
    {
        switch (by) {
        case LeadOrder::Score:
            return rising ? cachesql::lead_page_score_up : cachesql::lead_page_score_down;
        case LeadOrder::Word:
            return rising ? cachesql::lead_page_word_up : cachesql::lead_page_word_down;
        case LeadOrder::Name:
            break;
        }
        return rising ? cachesql::lead_page_name_up : cachesql::lead_page_name_down;
    }
    /// In front of everything.
    LeadKey start() const
    {
        constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        return rising ? LeadKey {least, least, least, {}} : LeadKey {most, most, most, "\xff"}; // no folded text holds that byte
    }
    /// Just in front of a row that stands there.
    LeadKey infrontOf(LeadKey key) const
    {
        key.row += rising ? -1 : 1;
        return key;
    }
};

void bindKey(Query &query, LeadOrder by, const LeadKey &key)
{
    if (by == LeadOrder::Score)
        query.bind("score", key.score);
    if (by == LeadOrder::Name)
        query.bindText("name", key.name);
    else
        query.bind("at", key.lastAt);
    query.bind("lead", key.row);
}

struct Filter {
    std::int64_t scope = 0;
    std::int64_t from = -1;
    std::int64_t to = 100;
    std::string statuses;
    std::array<std::string, mostWords> words;
    std::int64_t first = std::numeric_limits<std::int64_t>::min(); ///< row ids follow the time when somebody first asked
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    std::string source;

    void bind(Query &query) const
    {
        query.bind("scope", scope).bind("from", from).bind("to", to).bindText("statuses", statuses);
        query.bind("first", first).bind("last", last).bindText("source", source);
        query.bindText("word_1", words[0]).bindText("word_2", words[1]).bindText("word_3", words[2]);
    }
};

/// What a text is searched by: a number's digits, an e-mail, or words of which the longest narrow most.
std::vector<std::string> searchWords(const std::string &text)
{
    if (std::string digits = soughtDigits(text); !digits.empty())
        return {std::move(digits)};
    if (text.find('@') != std::string::npos)
        return {foldedWord(text)};
    std::vector<std::string> words = foldedWords(text);
    std::stable_sort(words.begin(), words.end(), [](const auto &a, const auto &b) { return a.size() > b.size(); });
    if (words.size() > mostWords)
        words.resize(mostWords);
    return words;
}

Filter filterOf(const LeadQuery &query, std::int64_t scope)
{
    Filter filter;
    filter.scope = scope;
    filter.from = query.scoreFrom;
    filter.to = query.scoreTo;
    filter.statuses = encode(query.statuses);
    filter.source = query.source;
    if (query.cameFrom)
        filter.first = firstRowOf(*query.cameFrom);
    if (query.cameBefore)
        filter.last = firstRowOf(*query.cameBefore) - 1;
    const std::vector<std::string> words = searchWords(query.text);
    std::copy(words.begin(), words.end(), filter.words.begin());
    return filter;
}

PendingKind pendingOf(const std::vector<Op> &acts, const Lead &lead)
{
    PendingKind pending = PendingKind::None;
    for (const Op &op : acts) {
        if (!concerns(op, lead) || op.state == OpState::Acked)
            continue;
        if (op.state == OpState::Refused)
            pending = std::max(pending, PendingKind::Refused);
        else if (op.state == OpState::NeedsReview)
            pending = std::max(pending, PendingKind::NeedsReview);
        else if (isEchoed(op.state.value()))
            pending = std::max(pending, PendingKind::Unsent);
    }
    return pending;
}

std::vector<std::int64_t> rowsAt(sqlite::Database &database, const Filter &filter, Order order, const LeadKey &after, int limit)
{
    std::vector<std::int64_t> rows;
    Query query {database, order.page()};
    filter.bind(query);
    bindKey(query, order.by, after);
    query.bind("limit", limit);
    while (query.next())
        rows.push_back(query.integer());
    return rows;
}

std::vector<std::int64_t> rowsBefore(sqlite::Database &database, const Filter &filter, Order order, const LeadKey &key, int limit)
{
    std::vector<std::int64_t> rows = rowsAt(database, filter, {order.by, !order.rising}, key, limit);
    if (static_cast<int>(rows.size()) < limit) // the beginning is near: a whole page from there
        return rowsAt(database, filter, order, order.start(), limit);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

std::vector<std::int64_t> rowsOf(sqlite::Database &database, const Filter &filter, Order order, const LeadPlace &place, int limit)
{
    if (place.kind == LeadPlace::Kind::First)
        return rowsAt(database, filter, order, order.start(), limit);
    if (place.kind == LeadPlace::Kind::Before)
        return rowsBefore(database, filter, order, place.key, limit);
    const LeadKey after = place.kind == LeadPlace::Kind::From ? order.infrontOf(place.key) : place.key;
    auto rows = rowsAt(database, filter, order, after, limit);
    return rows.empty() ? rowsBefore(database, filter, order, place.key, limit) : rows;
}

std::int64_t countOf(sqlite::Database &database, std::int64_t scope)
{
    Query query {database, cachesql::lead_total};
    query.bind("scope", scope).next();
    return query.integer();
}

std::int64_t countOf(sqlite::Database &database, const Filter &filter)
{
    Query query {database, cachesql::lead_found};
    filter.bind(query);
    query.next();
    return query.integer();
}

std::int64_t countBefore(sqlite::Database &database, const Filter &filter, Order order, const LeadKey &key)
{
    Query query {database, cachesql::lead_before};
    filter.bind(query);
    query.bind("order", order.name()).bind("score", key.score).bind("at", key.lastAt).bindText("name", key.name).bind("lead", key.row).next();
    return query.integer();
}

} // namespace

std::optional<LeadRow> CacheReader::Private::leadRow(std::int64_t row, const std::vector<Op> &acts)
{
    Query q {db(), cachesql::lead_row};
    if (!q.bind("lead", row).next())
        return std::nullopt;
    LeadRow r;
    r.key.score = q.integer();
    r.key.lastAt = q.integer();
    r.key.name = q.text();
    r.key.row = q.integer();
    auto lead = decode<Lead>(q.view());
    if (lead.hasError())
        return std::nullopt;
    r.lead = project(std::move(lead).value(), acts, knownLeads());
    r.pending = pendingOf(acts, r.lead);
    r.clientName = q.text();
    r.clientMark = q.text();
    r.conversation = ConversationId {q.text()};
    r.channel = Open<ChannelKind>::fromText(q.view());
    r.conversationStatus = Open<ConversationStatus>::fromText(q.view());
    r.owner.kind = Open<OwnerKind>::fromText(q.view());
    r.owner.user = UserId {q.text()};
    r.owner.name = q.text();
    r.lastPublicPosition = q.integer();
    r.escalated = q.flag();
    r.wants = q.text();
    return r;
}

Result<LeadWindow> CacheReader::leads(const LeadQuery &query, const LeadPlace &place, int limit)
{
    return d->run([&] {
        LeadWindow window;
        const std::vector<Op> acts = d->acts();
        // One picture: rows and counts are of the same moment.
        const auto state = orThrow(sqlite::Transaction::begin(d->db(), sqlite::Transaction::Kind::Read));
        const auto scope = d->scopeOf(query.client);
        if (!scope)
            return window;
        const Filter filter = filterOf(query, *scope);
        const Order order {query.order, query.rising};
        for (const std::int64_t at : rowsOf(d->db(), filter, order, place, limit)) {
            if (auto row = d->leadRow(at, acts))
                window.rows.push_back(std::move(*row));
        }
        window.total = countOf(d->db(), filter.scope);
        window.found = countOf(d->db(), filter);
        // Of the first page nobody needs to ask.
        if (place.kind != LeadPlace::Kind::First && !window.rows.empty())
            window.before = countBefore(d->db(), filter, order, window.rows.front().key);
        return window;
    });
}

Result<std::optional<LeadRow>> CacheReader::leadRow(const LeadId &id)
{
    return d->run([&]() -> std::optional<LeadRow> {
        std::int64_t row = 0;
        {
            const LeadId left = d->leftOf(id);
            Query find {d->db(), cachesql::lead_find};
            if (!find.bindText("id", left.value).next())
                return std::nullopt;
            row = find.integer();
        }
        return d->leadRow(row, d->acts());
    });
}

} // namespace foredeck
