#include "tests/handlers/rig.h"

#include "server/app/config.h"
#include "server/handlers/requestlog.h"
#include "server/storage/metarepository.h"

#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

std::string document()
{
    std::ifstream file {std::string {FOREDECK_SOURCE_DIR} + "/server/api/openapi.yaml"};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string upper(std::string text)
{
    for (char &c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

} // namespace

TEST(ServerConfig, TakesNothingOutOfBounds)
{
    for (const auto *name : {"header_ms", "body_ms", "idle_ms", "write_ms", "ping_ms", "heartbeat_ms", "lease_ms", "job_poll_ms", "chat_burst", "chat_address_per_minute"}) {
        for (const auto *value : {"0", "-5", "9223372036854775807"}) {
            const auto config = ServerConfig::fromJson("{\"" + std::string {name} + "\":" + value + "}");
            ASSERT_TRUE(config.hasError()) << name << " " << value;
        }
    }
    EXPECT_TRUE(ServerConfig::fromJson(R"({"drain_ms":-1})").hasError());
    EXPECT_TRUE(ServerConfig::fromJson(R"({"access_token_ms":9223372036854775807})").hasError());
    for (const auto *networks : {R"(["10.0.0.0/33"])", R"(["intranet.example"])", R"(["127.0.0.1/"])", R"(["fd00::/129"])"}) {
        const auto config = ServerConfig::fromJson(std::string {R"({"vendor_networks":)"} + networks + "}");
        ASSERT_TRUE(config.hasError()) << networks;
        EXPECT_EQ(config.error().fields.at(0).field, "vendor_networks");
    }
    EXPECT_TRUE(ServerConfig::fromJson(R"({"vendor_networks":["127.0.0.0/8","::1","fd12:3456::/32"]})").hasValue());
    EXPECT_TRUE(ServerConfig::fromJson("{}").hasValue());
    EXPECT_TRUE(ServerConfig::fromJson(R"({"drain_ms":0,"heartbeat_ms":300,"job_poll_ms":20,"access_token_ms":86400000})").hasValue());
}

TEST(ServiceRoutes, SayHowTheServerIs)
{
    Rig rig;
    EXPECT_EQ(rig.call("GET", "/healthz").body, "ok\n");
    EXPECT_EQ(rig.call("GET", "/readyz").body, "ready\n");
    const auto meta = rig.call("GET", "/api/v1/meta");
    EXPECT_EQ(meta.text("product"), "foredeck");
    EXPECT_EQ(meta.text("server_id"), rig.store().serverId());
    EXPECT_EQ(meta.at("api_version"), "1");
    EXPECT_EQ(meta.text("time"), toRfc3339(rig.clock().now()));
    EXPECT_EQ(rig.call("GET", "/openapi.yaml").body, document());
    const auto socket = rig.call("GET", "/api/v1/events");
    EXPECT_EQ(socket.status, 426);
    EXPECT_EQ(rig.call("GET", "/nowhere").status, 404);
    EXPECT_EQ(rig.call("DELETE", "/healthz").status, 405);
}

TEST(ServiceRoutes, ReadinessWritesOnceASecondForAskersFromElsewhere)
{
    Rig rig;
    const auto ask = [&](const std::string &headers) {
        EXPECT_EQ(rig.call("GET", "/readyz", {}, {}, headers).status, 200);
        std::string at;
        EXPECT_FALSE(rig.store().read([&](Tx &tx) { at = MetaRepository::get(tx, "ready_at").value_or(""); }).hasError());
        at.erase(at.find_last_not_of(' ') + 1);
        return at;
    };
    const std::string elsewhere = "X-Forwarded-For: 203.0.113.7\r\n";
    const auto first = ask(elsewhere);
    rig.clock().advance(std::chrono::milliseconds {600});
    EXPECT_EQ(ask(elsewhere), first);
    const auto second = ask({});
    EXPECT_EQ(second, toRfc3339(rig.clock().now()));
    rig.clock().advance(std::chrono::milliseconds {600});
    EXPECT_EQ(ask(elsewhere), second);
    rig.clock().advance(std::chrono::milliseconds {600});
    EXPECT_EQ(ask(elsewhere), toRfc3339(rig.clock().now()));
}

TEST(ServiceRoutes, MetricsCountRequestsByRouteNotByPath)
{
    Rig rig;
    const auto token = rig.token("agent");
    (void)rig.call("GET", "/api/v1/clients/" + rig.world().one.client.value, {}, token);
    const auto text = rig.call("GET", "/metrics");
    EXPECT_EQ(text.headers.at("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_NE(text.body.find("foredeck_http_requests_total{method=\"GET\",route=\"/api/v1/clients/{client_id}\",status=\"200\"} 1\n"), std::string::npos);
    EXPECT_NE(text.body.find("foredeck_http_request_seconds_bucket{method=\"POST\",route=\"/api/v1/auth/login\",le=\"+Inf\"} 1\n"), std::string::npos);
    EXPECT_NE(text.body.find("foredeck_sockets_signed_in 0\n"), std::string::npos);
    EXPECT_EQ(text.body.find(rig.world().one.client.value), std::string::npos);
    EXPECT_NE(text.body.find("foredeck_inbox_lag_seconds 0\n"), std::string::npos);
    EXPECT_NE(text.body.find("foredeck_rule_firings_total 0\n"), std::string::npos);
    const auto key = rig.newKey();
    ASSERT_EQ(rig.act("POST", "/api/v1/conversations/" + rig.world().one.conversation.value + "/messages",
                     "{\"id\":\"" + key + "\",\"text\":\"hello\",\"seen_position\":0}", token, key).status, 201);
    const auto later = rig.call("GET", "/metrics").body;
    EXPECT_NE(later.find("foredeck_jobs{queue=\"channel.send\""), std::string::npos) << later;
}

TEST(ServiceRoutes, EachRequestIsOneLineWithoutIds)
{
    Rig rig;
    const auto token = rig.token("agent");
    (void)rig.call("GET", "/api/v1/leads/" + rig.world().one.lead.value + "?q=nora", {}, token, "X-Request-Id: trace-7\r\n");
    const auto line = rig.log().lines().back();
    EXPECT_NE(line.find("request_id=trace-7 method=GET route=/api/v1/leads/{lead_id} status=200"), std::string::npos) << line;
    EXPECT_NE(line.find("user_id=" + rig.world().agent.value), std::string::npos);
    EXPECT_EQ(line.find(rig.world().one.lead.value), std::string::npos);
    EXPECT_EQ(line.find("nora"), std::string::npos);
}

TEST(OpenApi, NamesEveryRouteAndNoOther)
{
    Rig rig;
    std::set<std::string> served, written;
    for (const auto &route : rig.backend().router().routes())
        served.insert(std::string {methodName(route.method)} + " " + route.pattern);
    const auto yaml = YAML::Load(document());
    for (const auto &path : yaml["paths"]) {
        for (const auto &member : path.second) {
            const auto method = member.first.as<std::string>();
            if (method != "parameters")
                written.insert(upper(method) + " " + path.first.as<std::string>());
        }
    }
    for (const auto &name : served)
        EXPECT_TRUE(written.count(name)) << name << " is served and not written";
    for (const auto &name : written)
        EXPECT_TRUE(served.count(name)) << name << " is written and not served";
}

TEST(OpenApi, EveryReferenceLeadsSomewhere)
{
    const auto yaml = YAML::Load(document());
    const auto text = document();
    std::size_t count = 0;
    for (std::size_t at = text.find("\"#/"); at != std::string::npos; at = text.find("\"#/", at + 1), ++count) {
        const auto end = text.find('"', at + 1);
        std::stringstream path {text.substr(at + 3, end - at - 3)};
        auto node = YAML::Clone(yaml);
        for (std::string part; std::getline(path, part, '/');)
            node = YAML::Clone(node[part]);
        EXPECT_TRUE(node.IsDefined() && !node.IsNull()) << text.substr(at, end - at);
    }
    EXPECT_GT(count, 100u);
}

namespace {

// The members of the schema are those that the codec writes, in both directions.
template <class T>
void sameMembers(const YAML::Node &schemas, const std::string &name)
{
    JsonDocument json;
    const auto text = encode(T {});
    std::set<std::string> written, described;
    json.parse(text).value().eachMember([&](std::string_view member, JsonValue) {
        written.insert(std::string {member});
        return true;
    });
    for (const auto &property : schemas[name]["properties"])
        described.insert(property.first.as<std::string>());
    EXPECT_EQ(described, written) << name;
}

} // namespace

TEST(OpenApi, DescribesWhatTheCodecWrites)
{
    const auto yaml = YAML::Load(document());
    const auto schemas = yaml["components"]["schemas"];
    sameMembers<Actor>(schemas, "Actor");
    sameMembers<Agency>(schemas, "Agency");
    sameMembers<Client>(schemas, "Client");
    sameMembers<OpeningHours>(schemas, "OpeningHours");
    sameMembers<Location>(schemas, "Location");
    sameMembers<Channel>(schemas, "Channel");
    sameMembers<User>(schemas, "User");
    sameMembers<IntakeQuestion>(schemas, "IntakeQuestion");
    sameMembers<ClientSettings>(schemas, "ClientSettings");
    sameMembers<SlaTargets>(schemas, "SlaTargets");
    sameMembers<OnCall>(schemas, "OnCall");
    sameMembers<AlertSettings>(schemas, "AlertSettings");
    sameMembers<Consent>(schemas, "Consent");
    sameMembers<Qualification>(schemas, "Qualification");
    sameMembers<Lead>(schemas, "Lead");
    sameMembers<Owner>(schemas, "Owner");
    sameMembers<Claim>(schemas, "Claim");
    sameMembers<Participant>(schemas, "Participant");
    sameMembers<LastMessage>(schemas, "LastMessage");
    sameMembers<Conversation>(schemas, "Conversation");
    sameMembers<SlaMark>(schemas, "SlaMark");
    sameMembers<Delivery>(schemas, "Delivery");
    sameMembers<Attachment>(schemas, "Attachment");
    sameMembers<Message>(schemas, "Message");
    sameMembers<Mention>(schemas, "Mention");
    sameMembers<Note>(schemas, "Note");
    sameMembers<Transition>(schemas, "Transition");
    sameMembers<Decision>(schemas, "Decision");
    sameMembers<EscalationStep>(schemas, "EscalationStep");
    sameMembers<MoodStep>(schemas, "MoodStep");
    sameMembers<NextAction>(schemas, "NextAction");
    sameMembers<LadderStep>(schemas, "LadderStep");
    sameMembers<AlertState>(schemas, "AlertState");
    sameMembers<Alert>(schemas, "Alert");
    sameMembers<EscalationBrief>(schemas, "EscalationBrief");
    sameMembers<Escalation>(schemas, "Escalation");
    sameMembers<EscalationStats>(schemas, "EscalationStats");
    sameMembers<LeadCounts>(schemas, "LeadCounts");
    sameMembers<LeadsOfDay>(schemas, "LeadsOfDay");
    sameMembers<LeadsOfChannel>(schemas, "LeadsOfChannel");
    sameMembers<FirstAnswer>(schemas, "FirstAnswer");
    sameMembers<AnswerTimes>(schemas, "AnswerTimes");
    sameMembers<EngineUse>(schemas, "EngineUse");
    sameMembers<DashboardStats>(schemas, "DashboardStats");
    sameMembers<RuleConditions>(schemas, "RuleConditions");
    sameMembers<RuleHandOver>(schemas, "RuleHandOver");
    sameMembers<ClientRule>(schemas, "Rule");
    sameMembers<Macro>(schemas, "Macro");
    sameMembers<MessageTemplate>(schemas, "MessageTemplate");
    sameMembers<TemplateUse>(schemas, "TemplateUse");
    sameMembers<RuleMark>(schemas, "RuleMark");
    sameMembers<RuleDryRunHit>(schemas, "RuleDryRunHit");
    sameMembers<RuleDryRun>(schemas, "RuleDryRun");
    sameMembers<ShiftLine>(schemas, "ShiftLine");
    sameMembers<ShiftReader>(schemas, "ShiftReader");
    sameMembers<ShiftNote>(schemas, "ShiftNote");
    sameMembers<Task>(schemas, "Task");
    sameMembers<TaskMark>(schemas, "TaskMark");
    sameMembers<SummaryPromise>(schemas, "SummaryPromise");
    sameMembers<ConversationSummary>(schemas, "ConversationSummary");
    sameMembers<Composition>(schemas, "Composition");
    sameMembers<ReadCursor>(schemas, "ReadCursor");
    sameMembers<KnowledgeBase>(schemas, "KnowledgeBase");
    sameMembers<Document>(schemas, "Document");
}
