#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

#include <algorithm>
#include <utility>

/// Who takes part in conversations, and what of them this person is told of.
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

Result<std::vector<NewsRow>> CacheReader::news(int limit)
{
    std::vector<ConversationRow> found;
    for (const View view : {View::Mentions, View::News}) {
        auto page = conversations({view, {}}, topKey, limit);
        if (page.hasError())
            return page.error();
        for (ConversationRow &row : page.value().rows) {
            if (std::none_of(found.begin(), found.end(), [&](const ConversationRow &one) { return one.id == row.id; }))
                found.push_back(std::move(row));
        }
    }
    return d->run([&] {
        const UserId me = d->me().id;
        std::vector<NewsRow> rows;
        for (ConversationRow &row : found) {
            const auto conversation = storedConversation(d->db(), row.id);
            const auto mentioned = conversation ? mentionOf(conversation->participants, me) : 0;
            const auto other = conversation ? newsOf(conversation->participants, me) : 0;
            NewsRow news;
            news.position = std::max(mentioned, other);
            if (news.position <= row.readPosition)
                continue; // it has changed since
            news.isMention = mentioned == news.position;
            const auto key = d->rowOf(row.id);
            for (TimelineItem &item : key ? d->entries(*key, news.position, news.position + 1, 1) : std::vector<TimelineItem> {}) {
                if (auto *note = std::get_if<Note>(&item.entry))
                    news.note = std::move(*note);
                else if (auto *message = std::get_if<Message>(&item.entry))
                    news.message = std::move(*message);
            }
            news.row = std::move(row);
            rows.push_back(std::move(news));
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
