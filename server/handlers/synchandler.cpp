#include "server/handlers/synchandler.h"

#include "net/codec/frames.h"
#include "server/services/sync/digest.h"
#include "server/services/sync/visible.h"
#include "server/storage/announce.h"

namespace foredeck {

template <>
struct Fields<SnapshotItem> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("kind", x.kind);
        v("version", x.version);
        v.raw("data", x.data);
    }
};

template <>
struct Fields<ConversationDigest> {
    template <class V, class T>
    static void visit(V &v, T &x)
    {
        v("conversation_id", x.conversation);
        v("version", x.version);
        v("from", x.from);
        v("count", x.count);
        v("last_position", x.lastPosition);
        v("sha256", x.sha256);
    }
};

namespace {

constexpr int standardEvents = 200;

Response pageResponse(const Request &request, const Result<SnapshotPage> &page)
{
    if (page.hasError())
        return Response::problem(page.error(), request.path);
    const auto &p = page.value();
    return Response::json(jsonObject({{"stream", jsonText(p.stream)}, {"epoch", jsonText(p.epoch)}, {"start_seq", std::to_string(p.startSeq)},
        {"total_conversations", std::to_string(p.total)}, {"items", encode(p.items)}, {"next_cursor", p.next.empty() ? "null" : jsonText(p.next)}}));
}

std::string framesJson(const std::vector<Event> &events)
{
    std::string json = "[";
    for (const auto &event : events)
        json += (json.size() > 1 ? "," : "") + encodeFrame(event);
    return json + "]";
}

Response eventsAfter(Api &api, const Request &request, const Caller &caller)
{
    const ClientId client {request.param("client_id")};
    if (const auto allowed = caller.access->need(client, Right::Read); allowed.hasError())
        return Response::problem(allowed.error(), request.path);
    const auto page = pageOf(request, standardEvents);
    const auto since = numberOf(request, "since", 0);
    if (page.hasError() || since.hasError())
        return Response::problem(page.hasError() ? page.error() : since.error(), request.path);
    const auto stream = clientStream(client);
    VisibleEvents visible;
    const auto read = api.store().read([&](Tx &tx) {
        visible = readVisible(tx, *caller.access, stream, since.value(), since.value(), {page.value().limit, 1024 * 1024});
    });
    if (read.hasError())
        return Response::problem(read.error(), request.path);
    const auto epoch = caller.access->epochOf(stream, api.store().epoch());
    const auto reason = resetReason(visible.mark, epoch, request.queryValue("epoch"), since.value());
    if (!reason.empty())
        return Response::problem(410, "fetch a snapshot: " + std::string {reason}, request.path);
    return Response::json(jsonObject({{"stream", jsonText(stream)}, {"epoch", jsonText(epoch)},
        {"head", std::to_string(visible.mark.head)}, {"through", std::to_string(visible.through)}, {"items", framesJson(visible.events)},
        {"next_since", visible.complete ? "null" : std::to_string(visible.through)}}));
}

Result<std::string> digest(ReadContext &c)
{
    const auto requests = digestRequests(c.request.queryValue("conversations"));
    if (requests.hasError())
        return requests.error();
    return okJson(c.tx, pageJson(digests(c.tx, c.client, requests.value())));
}

} // namespace

void addSyncRoutes(Api &api, const Snapshots &snapshots)
{
    api.add(Method::Get, "/api/v1/sync/{client_id}", [&api](const Request &request, const Caller &caller) { return eventsAfter(api, request, caller); });
    api.add(Method::Get, "/api/v1/sync/{client_id}/snapshot", [&snapshots](const Request &request, const Caller &caller) {
        const ClientId client {request.param("client_id")};
        if (const auto allowed = caller.access->need(client, Right::Read); allowed.hasError())
            return Response::problem(allowed.error(), request.path);
        return pageResponse(request, snapshots.client(*caller.access, client, request.queryValue("cursor")));
    });
    api.get("/api/v1/sync/{client_id}/digest", Api::client(Right::Read), digest);
    api.add(Method::Get, "/api/v1/sync/agencies/{agency_id}/snapshot", [&snapshots](const Request &request, const Caller &caller) {
        if (const auto allowed = caller.access->needAgency(AgencyId {request.param("agency_id")}, Right::Read); allowed.hasError())
            return Response::problem(allowed.error(), request.path);
        return pageResponse(request, snapshots.agency(*caller.access));
    });
    api.add(Method::Get, "/api/v1/sync/users/{user_id}/snapshot", [&snapshots](const Request &request, const Caller &caller) {
        if (request.param("user_id") != caller.access->user().id.value)
            return Response::problem(notFound("user"), request.path);
        return pageResponse(request, snapshots.user(*caller.access, request.queryValue("cursor")));
    });
}

} // namespace foredeck
