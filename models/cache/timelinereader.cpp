#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/outboxrules.h"
#include "models/sqlite/transaction.h"
#include "net/codec/domaincodec.h"

#include <algorithm>

namespace foredeck {

namespace {

/// Nothing when the body cannot be read as what it is said to be.
std::optional<std::variant<Message, Note, Transition>> readEntry(std::string_view kind, std::string_view body)
{
    const auto take = [&]<class T>() -> std::optional<std::variant<Message, Note, Transition>> {
        auto entry = decode<T>(body);
        return entry.hasValue() ? std::optional<std::variant<Message, Note, Transition>> {std::move(entry).value()} : std::nullopt;
    };
    if (kind == "message")
        return take.template operator()<Message>();
    return kind == "note" ? take.template operator()<Note>() : take.template operator()<Transition>();
}

TimelineItem echoOf(const Op &op, const std::string &name)
{
    const Actor author {ActorKind::User, op.user, name};
    TimelineItem item;
    item.id = op.id.value;
    if (op.kind == OpKind::Note) {
        Note note;
        note.id = NoteId {op.id.value};
        note.client = op.client;
        note.conversation = op.conversation;
        note.author = author;
        note.text = textOf(op);
        note.mentions = mentionsOf(op);
        note.op = op.id;
        note.at = op.createdAt;
        item.entry = std::move(note);
    } else {
        Message message;
        message.id = MessageId {op.id.value};
        message.client = op.client;
        message.conversation = op.conversation;
        message.role = MessageRole::Staff;
        message.author = author;
        message.text = textOf(op);
        message.delivery.state = DeliveryState::Queued;
        message.op = op.id;
        message.seenPosition = op.seenPosition;
        message.override_ = op.override_;
        message.at = op.createdAt;
        item.entry = std::move(message);
    }
    item.op = op;
    return item;
}

} // namespace

std::vector<TimelineItem> CacheReader::Private::entries(std::int64_t row, std::int64_t from, std::int64_t before, int limit)
{
    std::vector<TimelineItem> items;
    Query query {db(), cachesql::timeline_page};
    query.bind("conversation", row).bind("from", from).bind("before", before).bind("limit", limit);
    while (query.next()) {
        TimelineItem item;
        item.id = query.text();
        const std::string kind = query.text();
        item.position = query.integer();
        const std::string decision = query.text();
        auto entry = readEntry(kind, query.view());
        if (!entry)
            continue;
        item.entry = std::move(*entry);
        if (!decision.empty()) {
            Query body {db(), cachesql::decision_body};
            if (body.bindText("id", decision).next()) {
                if (auto read = decode<Decision>(body.view()); read.hasValue())
                    item.decision = std::move(read).value();
            }
        }
        items.push_back(std::move(item));
    }
    std::reverse(items.begin(), items.end());
    return items;
}

std::vector<TimelineItem> CacheReader::Private::echoes(const ConversationId &id, const std::vector<Op> &open)
{
    const std::string name = me().name;
    std::vector<TimelineItem> items;
    for (const Op &op : open) {
        if (op.conversation != id || (op.kind != OpKind::Reply && op.kind != OpKind::Note))
            continue;
        Query there {db(), cachesql::timeline_has};
        if (!there.bindText("id", op.id.value).next())
            items.push_back(echoOf(op, name));
    }
    return items;
}

Result<TimelinePage> CacheReader::timeline(const ConversationId &id, std::int64_t fromPosition, std::int64_t beforePosition, int limit)
{
    return d->run([&] {
        TimelinePage page;
        // One state of the cache, taken after the outbox was read: what has been confirmed in between stands in the
        // timeline and is no echo any more. Nothing stands there twice.
        const std::vector<Op> open = d->acts();
        const auto state = orThrow(sqlite::Transaction::begin(d->db(), sqlite::Transaction::Kind::Read));
        page.echoes = d->echoes(id, open);
        const auto row = d->rowOf(id);
        if (!row)
            return page;
        page.items = d->entries(*row, fromPosition, beforePosition, limit);
        Query bounds {d->db(), cachesql::timeline_bounds};
        bounds.bind("conversation", *row).next();
        page.firstPosition = bounds.integer();
        page.lastPosition = bounds.integer();
        Query known {d->db(), cachesql::conversation_scope};
        known.bind("row", *row).next();
        known.integer();
        page.atStart = known.flag() || page.firstPosition == 1;
        page.readPosition = known.integer();
        return page;
    });
}

Result<FreshEntries> CacheReader::fresh(const ConversationId &id, std::int64_t after)
{
    return d->run([&] {
        FreshEntries fresh;
        if (const auto row = d->rowOf(id)) {
            Query query {d->db(), cachesql::timeline_fresh};
            query.bind("conversation", *row).bind("after", after).next();
            fresh.firstPosition = query.integer();
            fresh.count = query.integer();
        }
        return fresh;
    });
}

Result<std::map<std::string, LocalDigest>> CacheReader::digests(const ClientId &client, int limit)
{
    return d->run([&] {
        std::map<std::string, LocalDigest> digests;
        const auto scope = d->scopeOf(client);
        if (!scope)
            return digests;
        std::vector<std::pair<std::int64_t, std::string>> conversations;
        {
            Query query {d->db(), cachesql::conversation_open_ids};
            query.bind("view", static_cast<int>(View::All)).bind("scope", *scope).bind("limit", limit);
            while (query.next()) {
                const std::int64_t row = query.integer();
                conversations.emplace_back(row, query.text());
            }
        }
        for (const auto &[row, id] : conversations) {
            LocalDigest &digest = digests[id];
            Query bounds {d->db(), cachesql::timeline_bounds};
            bounds.bind("conversation", row).next();
            digest.from = bounds.integer();
            digest.lastPosition = bounds.integer();
            Query lines {d->db(), cachesql::timeline_digest};
            lines.bind("conversation", row);
            while (lines.next()) {
                ++digest.count;
                digest.lines += lines.text();
                digest.lines += ':' + std::to_string(lines.integer()) + '\n';
            }
        }
        return digests;
    });
}

} // namespace foredeck
