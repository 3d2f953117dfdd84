#include "server/handlers/clienthandler.h"

#include "server/handlers/requests.h"
#include "server/storage/channelrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/oprepository.h"

namespace foredeck {

namespace {

ChannelId channelIn(const Request &request) { return ChannelId {request.param("channel_id")}; }

Channel channelOf(const ChannelBody &body)
{
    Channel channel;
    channel.name = body.name;
    channel.number = body.number;
    channel.phoneNumberId = body.phoneNumberId;
    channel.account = body.account;
    channel.baseUrl = body.baseUrl;
    channel.publicUrl = body.publicUrl;
    return channel;
}

struct Testable {
    Channel channel;
    ChannelKeys keys;
    bool safeMode = true;
    bool known = false; ///< this act was done before: its answer is stored
};

Result<Testable> load(Tx &tx, const Access &access, const ChannelId &id, const OpId &op, const SecretBox &box)
{
    const auto client = boundClient(tx, access, id, Right::Manage, "channel");
    if (client.hasError())
        return client.error();
    const auto channel = ChannelRepository::byId(tx, client.value(), id);
    const auto owner = ClientRepository::byId(tx, client.value());
    if (!channel || !owner)
        return notFound("channel");
    auto keys = channelKeys(tx, *channel, box);
    if (keys.hasError())
        return keys.error();
    return Testable {*channel, std::move(keys).value(), owner->safeMode, OpRepository::find(tx, client.value(), op).has_value()};
}

// The vendor is asked outside of any transaction, then what it told is stored as an act of its own.
Response test(Api &api, const SecretBox &box, ChannelTester &tester, const Request &request, const Caller &caller)
{
    std::optional<Result<Testable>> testable;
    const auto read = api.store().read([&](Tx &tx) { testable.emplace(load(tx, *caller.access, channelIn(request), OpId {request.header("idempotency-key")}, box)); });
    if (read.hasError() || testable->hasError())
        return Response::problem(read.hasError() ? read.error() : testable->error(), request.path);
    const auto &t = testable->value();
    const auto check = t.known ? ChannelCheck {} : tester.check(t.channel, t.keys, t.safeMode);
    return api.run(request, caller, Api::thing<ChannelId>("channel_id", Right::Manage, "channel"),
        [&](OpContext &op, const Request &) { return entityAnswer(recordCheck(op, t.channel, check)); });
}

} // namespace

void addChannelRoutes(Api &api, const SecretBox &box, ChannelTester &tester)
{
    api.get("/api/v1/channels/client/{client_id}", Api::client(Right::Manage),
        [](ReadContext &c) { return okJson(c.tx, pageJson(ChannelRepository::ofClient(c.tx, c.client))); });
    const std::string one = "/api/v1/channels/{channel_id}";
    api.act<ChannelBody>(Method::Put, one, Api::thing<ChannelId>("channel_id", Right::Administer, "channel"),
        [&box, &tester](OpContext &op, const Request &request, const ChannelBody &body) {
            return entityAnswer(putChannel(op, channelIn(request), channelOf(body), body.secrets, ifMatchOf(request), box, tester));
        });
    api.addAsking(Method::Post, one + "/test", Api::thing<ChannelId>("channel_id", Right::Manage, "channel"),
        [&api, &box, &tester](const Request &request, const Caller &caller) { return test(api, box, tester, request, caller); });
}

} // namespace foredeck
