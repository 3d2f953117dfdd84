#include "server/handlers/clienthandler.h"

#include "server/handlers/requests.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/leadrepository.h"

namespace foredeck {

namespace {

LeadId leadIn(const Request &request) { return LeadId {request.param("lead_id")}; }

Result<std::string> listLeads(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const LeadFilter filter {std::string {c.request.queryValue("status")}, std::string {c.request.queryValue("temperature")}, std::string {c.request.queryValue("q")}};
    const auto found = LeadRepository::list(c.tx, c.client, filter, page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

Result<std::string> readLead(ReadContext &c)
{
    const auto lead = LeadRepository::byId(c.tx, c.client, leadIn(c.request));
    return lead ? okJson(c.tx, encode(*lead)) : Result<std::string> {notFound("lead")};
}

Result<std::string> history(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto found = ConversationRepository::ofLead(c.tx, c.client, leadIn(c.request), page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

} // namespace

void addLeadRoutes(Api &api)
{
    const auto read = Api::thing<LeadId>("lead_id", Right::Read, "lead");
    const auto work = Api::thing<LeadId>("lead_id", Right::Work, "lead");
    const std::string all = "/api/v1/leads/client/{client_id}";
    const std::string lead = "/api/v1/leads/{lead_id}";
    api.get(all, Api::client(Right::Read), listLeads);
    api.act<NewLead>(Method::Post, all, Api::client(Right::Work), [](OpContext &op, const Request &, const NewLead &body) -> Result<ActAnswer> {
        const auto made = createLead(op, body);
        if (made.hasError())
            return made.error();
        return ActAnswer {made.value().isNew ? 201 : 200, encode(made.value().lead)};
    });
    api.get(lead, read, readLead);
    api.act<LeadPatch>(Method::Patch, lead, work, [](OpContext &op, const Request &request, const LeadPatch &body) {
        return entityAnswer(patchLead(op, leadIn(request), body));
    });
    api.act<LeadStatusBody>(Method::Patch, lead + "/status", work, [](OpContext &op, const Request &request, const LeadStatusBody &body) {
        return entityAnswer(setLeadStatus(op, leadIn(request), body.status, body.expect));
    });
    api.act<ScoreBody>(Method::Patch, lead + "/score", work, [](OpContext &op, const Request &request, const ScoreBody &body) {
        return entityAnswer(addScore(op, leadIn(request), body.points, body.label));
    });
    api.act<LeadMergeRequest>(Method::Post, lead + "/merge", work, [](OpContext &op, const Request &request, const LeadMergeRequest &body) {
        return entityAnswer(mergeLeads(op, leadIn(request), body));
    });
    api.act<LeadPartRequest>(Method::Post, lead + "/unmerge", work, [](OpContext &op, const Request &request, const LeadPartRequest &body) {
        return entityAnswer(partLeads(op, leadIn(request), body));
    });
    api.get(lead + "/history", read, history);
}

} // namespace foredeck
