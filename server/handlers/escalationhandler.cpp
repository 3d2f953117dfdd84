#include "server/handlers/escalationhandler.h"

#include "server/handlers/requests.h"
#include "server/services/escalation/escalationfigures.h"
#include "server/storage/escalationrepository.h"

namespace foredeck {

namespace {

EscalationId escalationIn(const Request &request) { return EscalationId {request.param("escalation_id")}; }

std::string ofEscalation(const char *act) { return std::string {"/api/v1/escalations/{escalation_id}/"} + act; }

Result<std::string> listEscalations(ReadContext &c)
{
    const auto page = pageOf(c.request);
    if (page.hasError())
        return page.error();
    const auto status = c.request.queryValue("status");
    if (!status.empty() && status != "open" && valueOf<EscalationStatus>(status) == EscalationStatus::Unknown)
        return Error::invalid("status", "must be open, pending, claimed, resolved or expired");
    const auto found = EscalationRepository::list(c.tx, c.client, status, page.value());
    return okJson(c.tx, pageJson(found.items, found.next));
}

Result<std::string> readEscalation(ReadContext &c)
{
    const auto found = EscalationRepository::byId(c.tx, c.client, escalationIn(c.request));
    if (!found)
        return notFound("escalation");
    return okJson(c.tx, encode(*found));
}

void addReads(Api &api, const Clock &clock, const TimeZones &zones)
{
    const std::string client = "/api/v1/escalations/client/{client_id}";
    api.get(client, Api::client(Right::Read), listEscalations);
    api.get(client + "/stats", Api::client(Right::Read), [&clock, &zones](ReadContext &c) {
        return okJson(c.tx, encode(figuresOf(c.tx, c.client, clock.now(), zones)));
    });
    api.get("/api/v1/escalations/{escalation_id}", Api::thing<EscalationId>("escalation_id", Right::Read, "escalation"), readEscalation);
}

void addClaimActs(Api &api, const Api::Scope &work, const EscalationActs &acts)
{
    api.act<ExpectBody>(Method::Post, ofEscalation("claim"), work, [&acts](OpContext &op, const Request &request, const ExpectBody &body) {
        return entityAnswer(acts.claim(op, escalationIn(request), body.expect));
    });
    api.act<NoBody>(Method::Post, ofEscalation("acknowledge"), work, [&acts](OpContext &op, const Request &request, const NoBody &) {
        return entityAnswer(acts.acknowledge(op, escalationIn(request)));
    });
    api.act<AssignRequest>(Method::Post, ofEscalation("assign"), work, [&acts](OpContext &op, const Request &request, const AssignRequest &body) {
        return entityAnswer(acts.assign(op, escalationIn(request), body.user, body.expect));
    });
    api.act<FenceBody>(Method::Post, ofEscalation("release"), work, [&acts](OpContext &op, const Request &request, const FenceBody &body) {
        return entityAnswer(acts.release(op, escalationIn(request), body.fence));
    });
}

void addEnds(Api &api, const Api::Scope &work, const EscalationActs &acts)
{
    api.act<InstructionBody>(Method::Post, ofEscalation("return"), work, [&acts](OpContext &op, const Request &request, const InstructionBody &body) {
        return entityAnswer(acts.giveBack(op, escalationIn(request), body.instruction, body.expect));
    });
    api.act<ResolveRequest>(Method::Post, ofEscalation("resolve"), work, [&acts](OpContext &op, const Request &request, const ResolveRequest &body) {
        return entityAnswer(acts.resolve(op, escalationIn(request), body));
    });
}

} // namespace

void addEscalationRoutes(Api &api, const EscalationActs &acts, const Clock &clock, const TimeZones &zones)
{
    const auto work = Api::thing<EscalationId>("escalation_id", Right::Work, "escalation");
    addReads(api, clock, zones);
    addClaimActs(api, work, acts);
    addEnds(api, work, acts);
}

} // namespace foredeck
