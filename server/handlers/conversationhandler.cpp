#include "server/handlers/conversationhandler.h"

#include "net/codec/domaincodec.h"
#include "server/services/conversation/conversationreads.h"
#include "server/storage/taskrepository.h"

#include <utility>

namespace foredeck {

namespace {

const auto bound = Api::thing<ConversationId>("conversation_id", Right::Read, "conversation");

ConversationId conversationIn(const Request &request) { return ConversationId {request.param("conversation_id")}; }

Result<std::string> listConversations(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto viewName = c.request.queryValue("view");
    const auto view = viewName.empty() ? ConversationView::All : valueOf<ConversationView>(viewName);
    if (view == ConversationView::Unknown)
        return Error::invalid("view", "must be mine, unassigned, waiting, escalated, ended or all");
    const ConversationFilter filter {view, c.access.user().id, std::string {c.request.queryValue("channel")}, std::string {c.request.queryValue("status")}};
    const auto found = ConversationRepository::list(c.tx, c.client, filter, page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

Result<std::string> readConversation(ReadContext &c)
{
    auto found = ConversationRepository::bodies(c.tx, c.client, conversationIn(c.request));
    if (!found)
        return notFound("conversation");
    auto tasks = TaskRepository::openOf(c.tx, c.client, conversationIn(c.request), static_cast<int>(mostOpenTasks));
    for (auto &closed : TaskRepository::closedOf(c.tx, c.client, conversationIn(c.request), shownClosedTasks)) // what a cache still holds open is mended by it
        tasks.push_back(std::move(closed));
    return okJson(c.tx, jsonObject({{"conversation", std::move(found->conversation)}, {"lead", std::move(found->lead)}, {"tasks", encode(tasks)}}));
}

Result<std::string> messages(ReadContext &c)
{
    const auto page = pageOf(c.request);
    auto after = numberOf(c.request, "after", -1);
    auto before = numberOf(c.request, "before", newestPosition);
    auto cursor = numberOf(c.request, "cursor", -1);
    for (const auto *number : {&after, &before, &cursor}) {
        if (number->hasError())
            return number->error();
    }
    if (page.hasError())
        return page.error();
    if (cursor.value() < 0 && !page.value().cursor.empty())
        return Error::invalid("cursor", "is none that was given");
    if (cursor.value() >= 0) // goes on in the direction that was asked for
        (after.value() >= 0 ? after : before) = std::move(cursor);
    const auto limit = page.value().limit;
    auto items = after.value() >= 0 ? MessageRepository::after(c.tx, c.client, conversationIn(c.request), after.value(), limit + 1)
                                    : MessageRepository::before(c.tx, c.client, conversationIn(c.request), before.value(), limit + 1);
    const bool more = static_cast<int>(items.size()) > limit;
    if (more)
        items.pop_back();
    return okJson(c.tx, pageJson(items, more ? std::to_string(items.back().position) : std::string {}));
}

Result<std::string> timeline(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto before = numberOf(c.request, "before", newestPosition);
    if (before.hasError())
        return before.error();
    const auto cursor = numberOf(c.request, "cursor", before.value());
    if (cursor.hasError())
        return cursor.error();
    const auto piece = timelineBefore(c.tx, c.client, conversationIn(c.request), cursor.value(), page.value().limit);
    std::string items = "[";
    for (const auto &item : piece.items)
        items += (items.size() > 1 ? "," : "") + jsonObject({{"kind", jsonText(item.kind)}, {"data", item.data}});
    return okJson(c.tx,
        jsonObject({{"items", items + "]"}, {"decisions", encode(piece.decisions)},
            {"next_cursor", piece.more ? jsonText(std::to_string(piece.items.back().position)) : "null"}}));
}

} // namespace

void addConversationReads(Api &api)
{
    api.get("/api/v1/conversations/client/{client_id}", Api::client(Right::Read), listConversations);
    api.get("/api/v1/conversations/{conversation_id}", bound, readConversation);
    api.get("/api/v1/conversations/{conversation_id}/messages", bound, messages);
    api.get("/api/v1/conversations/{conversation_id}/timeline", bound, timeline);
}

} // namespace foredeck
