#include "server/handlers/clienthandler.h"

#include "server/handlers/requests.h"
#include "server/services/client/clientreads.h"

namespace foredeck {

namespace {

Result<std::string> listClients(ReadContext &c) { return okJson(c.tx, pageJson(clientsOf(c.tx, c.access))); }

Result<std::string> oneClient(ReadContext &c)
{
    const auto client = ClientRepository::byId(c.tx, c.client);
    return client ? okJson(c.tx, encode(*client)) : Result<std::string> {notFound("client")};
}

Result<std::string> settings(ReadContext &c)
{
    const auto found = SettingsRepository::ofClient(c.tx, c.client);
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("settings")};
}

Result<std::string> locations(ReadContext &c) { return okJson(c.tx, pageJson(LocationRepository::ofClient(c.tx, c.client))); }

Result<std::string> hours(ReadContext &c)
{
    const auto found = LocationRepository::byId(c.tx, c.client, LocationId {c.request.param("location_id")});
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("location")};
}

} // namespace

void addClientRoutes(Api &api, const TimeZones &zones)
{
    const std::string one = "/api/v1/clients/{client_id}";
    api.get("/api/v1/clients", Api::anybody(), listClients);
    api.get(one, Api::client(Right::Read), oneClient);
    api.act<ClientPatch>(Method::Patch, one, Api::client(Right::Administer), [](OpContext &op, const Request &request, const ClientPatch &patch) {
        return entityAnswer(patchClient(op, patch, ifMatchOf(request)));
    });
    api.act<AssistantBody>(Method::Post, one + "/assistant", Api::client(Right::Work), [](OpContext &op, const Request &, const AssistantBody &body) {
        return entityAnswer(setAssistant(op, body.on, body.until));
    });
    api.act<NewNotice>(Method::Post, one + "/notices", Api::client(Right::Work), [](OpContext &op, const Request &, const NewNotice &body) {
        return entityAnswer(addNotice(op, body), 201);
    });
    api.act<NoBody>(Method::Delete, one + "/notices/{notice_id}", Api::client(Right::Work), [](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(endNotice(op, NoticeId {request.param("notice_id")}));
    });
    api.get(one + "/settings", Api::client(Right::Read), settings);
    api.act<ClientSettings>(Method::Put, one + "/settings", Api::client(Right::Manage), [](OpContext &op, const Request &request, const ClientSettings &body) {
        return entityAnswer(putSettings(op, body, ifMatchOf(request)));
    });
    api.get("/api/v1/locations/{client_id}", Api::client(Right::Read), locations);
    const std::string hoursPath = "/api/v1/hours/{location_id}";
    api.get(hoursPath, Api::thing<LocationId>("location_id", Right::Read, "location"), hours);
    api.act<OpeningHours>(Method::Put, hoursPath, Api::thing<LocationId>("location_id", Right::Manage, "location"),
        [&zones](OpContext &op, const Request &request, const OpeningHours &body) {
            return entityAnswer(putHours(op, LocationId {request.param("location_id")}, body, ifMatchOf(request), zones));
        });
}

} // namespace foredeck
