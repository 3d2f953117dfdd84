#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

#include <utility>

/// Who takes part in conversations, and where this person was mentioned and has not looked since.
namespace foredeck {

namespace {

std::optional<Conversation> storedConversation(sqlite::Database &cache, const ConversationId &id)
{
    Query query {cache, cachesql::conversation_body};
    if (!query.bindText("id", id.value).next())
        return std::nullopt;
    auto conversation = decode<Conversation>(query.view());
    return conversation.hasValue() ? std::optional {std::move(conversation).value()} : std::nullopt;
}

} // namespace

Result<std::vector<MentionRow>> CacheReader::mentions(int limit)
{
    auto page = conversations({View::Mentions, {}}, topKey, limit);
    if (page.hasError())
        return page.error();
    return d->run([&] {
        const UserId me = d->me().id;
        std::vector<MentionRow> rows;
        for (ConversationRow &row : page.value().rows) {
            MentionRow mention;
            const auto conversation = storedConversation(d->db(), row.id);
            mention.position = conversation ? mentionOf(conversation->participants, me) : 0;
            if (mention.position == 0)
                continue; // it has changed since
            const auto key = d->rowOf(row.id);
            for (TimelineItem &item : key ? d->entries(*key, mention.position, mention.position + 1, 1) : std::vector<TimelineItem> {}) {
                if (auto *note = std::get_if<Note>(&item.entry))
                    mention.note = std::move(*note);
            }
            mention.row = std::move(row);
            rows.push_back(std::move(mention));
        }
        return rows;
    });
}

Result<std::vector<Participant>> CacheReader::participants(const ConversationId &id)
{
    return d->run([&] {
        auto conversation = storedConversation(d->db(), id);
        if (!conversation)
            return std::vector<Participant> {};
        const auto me = d->me();
        std::vector<Op> acts = d->acts();
        std::erase_if(acts, [&](const Op &op) { return op.conversation != id; });
        return project({std::move(*conversation), 0, PendingKind::None, {}}, acts, Self {me.id, me.name}).conversation.participants;
    });
}

} // namespace foredeck
