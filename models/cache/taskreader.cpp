#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/projection.h"
#include "net/codec/domaincodec.h"

namespace foredeck {

Result<std::vector<TaskRow>> CacheReader::tasks(const ConversationId &conversation)
{
    return d->run([&] {
        std::vector<Task> tasks;
        {
            Query query {d->db(), cachesql::tasks_of_conversation};
            query.bindText("conversation", conversation.value);
            while (query.next()) {
                if (auto task = decode<Task>(query.view()); task.hasValue())
                    tasks.push_back(std::move(task).value());
            }
        }
        const auto me = d->me();
        auto rows = project(std::move(tasks), conversation, d->acts(), Self {me.id, me.name});
        for (TaskRow &row : rows) { // the act that gave it to somebody names no more than their id
            Actor &owner = row.task.owner;
            if (owner.user.empty() || !owner.name.empty())
                continue;
            if (const auto user = d->entity<User>("user", owner.user.value))
                owner.name = user->name;
        }
        return rows;
    });
}

Result<ConversationSummary> CacheReader::summary(const ConversationId &conversation)
{
    return d->run([&] {
        Query query {d->db(), cachesql::conversation_body};
        if (!query.bindText("id", conversation.value).next())
            return ConversationSummary {};
        auto row = decode<Conversation>(query.view());
        return row.hasValue() ? std::move(row.value().summary) : ConversationSummary {};
    });
}

} // namespace foredeck
