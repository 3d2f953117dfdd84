#include "server/handlers/rulehandler.h"

#include "server/handlers/requests.h"
#include "server/handlers/teamrequests.h"
#include "server/services/rule/ruleacts.h"
#include "server/storage/rulerepository.h"

namespace foredeck {

namespace {

RuleId ruleIn(const Request &request) { return RuleId {request.param("rule_id")}; }

ClientRule ruleOf(const RuleBody &body) { return {body.id, {}, body.name, body.enabled, body.when, body.handOver, 1}; }

// As it is, or as it was in a version that a trail names.
Result<std::string> readRule(ReadContext &c)
{
    const auto version = numberOf(c.request, "version", 0);
    if (version.hasError())
        return version.error();
    const auto found = version.value() == 0 ? RuleRepository::byId(c.tx, c.client, ruleIn(c.request)) : RuleRepository::version(c.tx, c.client, ruleIn(c.request), version.value());
    return found ? okJson(c.tx, encode(*found)) : Result<std::string> {notFound("rule")};
}

// It takes its time, and changes nothing: no act, and not on the threads that answer everybody.
Response dryRun(const RuleDryRuns &runs, const Clock &clock, const Request &request, const Caller &caller)
{
    const ClientId client {request.param("client_id")};
    if (const auto allowed = caller.access->need(client, Right::Manage); allowed.hasError())
        return Response::problem(allowed.error(), request.path);
    const auto body = decode<RuleBody>(request.body);
    if (body.hasError())
        return Response::problem(body.error(), request.path);
    auto rule = ruleOf(body.value());
    rule.client = client;
    const auto result = runs.run(rule, clock.now());
    return result.hasError() ? Response::problem(result.error(), request.path) : Response::json(encode(result.value()));
}

} // namespace

void addRuleRoutes(Api &api, const RuleDryRuns &runs, const Clock &clock)
{
    const std::string all = "/api/v1/rules/client/{client_id}";
    api.get(all, Api::client(Right::Manage), [](ReadContext &c) { return okJson(c.tx, pageJson(RuleRepository::ofClient(c.tx, c.client))); });
    api.act<RuleBody>(Method::Post, all, Api::client(Right::Manage), [](OpContext &op, const Request &, const RuleBody &body) {
        return entityAnswer(createRule(op, ruleOf(body)), 201);
    });
    api.addSlow(Method::Post, all + "/dry-run", [&runs, &clock](const Request &request, const Caller &caller) { return dryRun(runs, clock, request, caller); });
    const std::string rule = "/api/v1/rules/{rule_id}";
    const auto manage = Api::thing<RuleId>("rule_id", Right::Manage, "rule");
    api.get(rule, manage, readRule);
    api.act<RuleBody>(Method::Put, rule, manage, [](OpContext &op, const Request &request, const RuleBody &body) {
        return entityAnswer(putRule(op, ruleIn(request), ruleOf(body), ifMatchOf(request)));
    });
    api.act<NoBody>(Method::Delete, rule, manage, [](OpContext &op, const Request &request, const NoBody &) -> Result<ActAnswer> {
        const auto removed = removeRule(op, ruleIn(request), ifMatchOf(request));
        if (removed.hasError())
            return removed.error();
        return ActAnswer {204, {}};
    });
}

} // namespace foredeck
