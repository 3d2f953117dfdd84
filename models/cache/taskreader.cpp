#include "cachesql.h"
#include "models/cache/cachereaderprivate.h"
#include "models/cache/projection.h"
#include "models/sqlite/transaction.h"
#include "net/codec/domaincodec.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace foredeck {

std::vector<TaskRow> CacheReader::Private::tasks(const ConversationId &conversation, const std::vector<Op> &acts)
{
    std::vector<Task> tasks;
    {
        Query query {db(), cachesql::tasks_of_conversation};
        query.bindText("conversation", conversation.value);
        while (query.next()) {
            if (auto task = decode<Task>(query.view()); task.hasValue())
                tasks.push_back(std::move(task).value());
        }
    }
    const auto self = me();
    auto rows = project(std::move(tasks), conversation, acts, Self {self.id, self.name});
    for (TaskRow &row : rows) { // the act that gave it to somebody names no more than their id
        Actor &owner = row.task.owner;
        if (owner.user.empty() || !owner.name.empty())
            continue;
        if (const auto user = entity<User>("user", owner.user.value))
            owner.name = user->name;
    }
    return rows;
}

ConversationSummary CacheReader::Private::summary(const ConversationId &conversation)
{
    Query query {db(), cachesql::conversation_body};
    if (!query.bindText("id", conversation.value).next())
        return {};
    auto row = decode<Conversation>(query.view());
    return row.hasValue() ? std::move(row.value().summary) : ConversationSummary {};
}

Result<std::vector<TaskRow>> CacheReader::tasks(const ConversationId &conversation)
{
    return d->run([&] { return d->tasks(conversation, d->acts()); });
}

Result<ConversationSummary> CacheReader::summary(const ConversationId &conversation)
{
    return d->run([&] { return d->summary(conversation); });
}

Result<std::vector<DueTask>> CacheReader::openTasks(const ClientId &client, Timestamp before)
{
    return d->run([&] {
        const std::vector<Op> acts = d->acts();
        // One picture: tasks and whom they are for are of the same moment.
        const auto state = orThrow(sqlite::Transaction::begin(d->db(), sqlite::Transaction::Kind::Read));
        std::set<std::string> conversations;
        {
            Query query {d->db(), cachesql::tasks_open};
            query.bindText("client", client.value);
            while (query.next())
                conversations.insert(query.text());
        }
        for (const Op &op : acts) { // what the server has not heard of yet
            if (isOnTasks(op.kind.value()) && (client.empty() || op.client == client))
                conversations.insert(op.conversation.value);
        }
        std::vector<DueTask> due;
        for (const std::string &id : conversations) {
            const ConversationId conversation {id};
            std::optional<ConversationRow> whose;
            for (TaskRow &row : d->tasks(conversation, acts)) {
                if (!foredeck::isOpen(row.task) || row.task.due >= before)
                    break; // open ones stand in front, by when they are due
                if (!whose)
                    whose = d->row(conversation);
                if (!whose)
                    break; // of whom nothing is here
                DueTask one;
                one.row = std::move(row);
                one.clientName = whose->clientName;
                one.leadName = whose->leadName;
                one.leadPhone = whose->leadPhone;
                one.leadEmail = whose->leadEmail;
                one.lead = whose->lead;
                one.wants = d->summary(conversation).wants;
                due.push_back(std::move(one));
            }
        }
        std::sort(due.begin(), due.end(), [](const DueTask &a, const DueTask &b) { return std::tie(a.row.task.due, a.row.task.id.value) < std::tie(b.row.task.due, b.row.task.id.value); });
        return due;
    });
}

} // namespace foredeck
