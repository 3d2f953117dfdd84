#include "tests/handlers/rig.h"

#include "server/handlers/requestlog.h"
#include "server/storage/announce.h"
#include "server/storage/eventrepository.h"

#include <set>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

enum class Needs { Nothing, SignedIn, Read, Work, Manage, Administer };

/// What a route is about, so that the matrix can name one of ours, a foreign one and none.
struct Row {
    std::string route;
    Needs needs;
    std::string body = "{}";
};

// Every route but the webhooks, which know no people. A route that is not here fails the test.
const Row matrix[] {
    {"GET /healthz", Needs::Nothing},
    {"GET /readyz", Needs::Nothing},
    {"GET /metrics", Needs::Nothing},
    {"GET /openapi.yaml", Needs::Nothing},
    {"GET /chat/{client}", Needs::Nothing},
    {"GET /api/v1/meta", Needs::Nothing},
    {"GET /api/v1/events", Needs::Nothing},
    {"POST /api/v1/auth/login", Needs::Nothing},
    {"POST /api/v1/auth/refresh", Needs::Nothing},
    {"POST /api/v1/auth/logout", Needs::Nothing},
    {"GET /api/v1/auth/me", Needs::SignedIn},
    {"GET /api/v1/clients", Needs::SignedIn},
    {"GET /api/v1/clients/{client_id}", Needs::Read},
    {"PATCH /api/v1/clients/{client_id}", Needs::Administer},
    {"POST /api/v1/clients/{client_id}/assistant", Needs::Work, R"({"on":false,"until":"2026-11-22T12:00:00Z"})"},
    {"POST /api/v1/clients/{client_id}/notices", Needs::Work, R"({"text":"no rooms until Sunday"})"},
    {"DELETE /api/v1/clients/{client_id}/notices/{notice_id}", Needs::Work},
    {"GET /api/v1/clients/{client_id}/settings", Needs::Read},
    {"PUT /api/v1/clients/{client_id}/settings", Needs::Manage},
    {"GET /api/v1/clients/{client_id}/users", Needs::Read},
    {"POST /api/v1/clients/{client_id}/users", Needs::Administer, R"({"name":"New","email":"new@example.com","role":"viewer"})"},
    {"PATCH /api/v1/users/{user_id}", Needs::Administer, R"({"on_call":true})"},
    {"GET /api/v1/locations/{client_id}", Needs::Read},
    {"GET /api/v1/hours/{location_id}", Needs::Read},
    {"PUT /api/v1/hours/{location_id}", Needs::Manage, R"({"zone":"Europe/Berlin","week":[[],[],[],[],[],[],[]]})"},
    {"GET /api/v1/channels/client/{client_id}", Needs::Manage},
    {"PUT /api/v1/channels/{channel_id}", Needs::Administer},
    {"POST /api/v1/channels/{channel_id}/test", Needs::Manage},
    {"GET /api/v1/leads/client/{client_id}", Needs::Read},
    {"POST /api/v1/leads/client/{client_id}", Needs::Work, R"({"name":"Max","source":"sms"})"},
    {"GET /api/v1/leads/{lead_id}", Needs::Read},
    {"PATCH /api/v1/leads/{lead_id}", Needs::Work, R"({"name":"Other"})"},
    {"PATCH /api/v1/leads/{lead_id}/status", Needs::Work, R"({"status":"qualified"})"},
    {"PATCH /api/v1/leads/{lead_id}/score", Needs::Work, R"({"points":5,"label":"a feeling"})"},
    {"POST /api/v1/leads/{lead_id}/merge", Needs::Work, R"({"lead_id":"KEY"})"},
    {"POST /api/v1/leads/{lead_id}/unmerge", Needs::Work, R"({"lead_id":"KEY"})"},
    {"GET /api/v1/leads/{lead_id}/history", Needs::Read},
    {"GET /api/v1/conversations/client/{client_id}", Needs::Read},
    {"POST /api/v1/conversations/client/{client_id}", Needs::Work, R"({"id":"KEY","lead_id":"LEAD","channel":"sms","text":"hello"})"},
    {"GET /api/v1/conversations/{conversation_id}", Needs::Read},
    {"GET /api/v1/conversations/{conversation_id}/messages", Needs::Read},
    {"POST /api/v1/conversations/{conversation_id}/messages", Needs::Work, R"({"id":"KEY","text":"hello","seen_position":99})"},
    {"POST /api/v1/conversations/{conversation_id}/notes", Needs::Work, R"({"id":"KEY","text":"note"})"},
    {"GET /api/v1/conversations/{conversation_id}/timeline", Needs::Read},
    {"PUT /api/v1/conversations/{conversation_id}/composition", Needs::Work, R"({"kind":"reply","text":"Dear"})"},
    {"POST /api/v1/conversations/{conversation_id}/claim", Needs::Work},
    {"POST /api/v1/conversations/{conversation_id}/takeover", Needs::Work},
    {"POST /api/v1/conversations/{conversation_id}/release", Needs::Work, R"({"to":"nobody","fence":1})"},
    {"POST /api/v1/conversations/{conversation_id}/assign", Needs::Work, R"({"user_id":""})"},
    {"POST /api/v1/conversations/{conversation_id}/escalate", Needs::Work, R"({"reason":"complaint"})"},
    {"POST /api/v1/conversations/{conversation_id}/end", Needs::Work, R"({"seen_position":99})"},
    {"POST /api/v1/conversations/{conversation_id}/reopen", Needs::Work},
    {"POST /api/v1/conversations/{conversation_id}/labels", Needs::Work, R"({"add":["vip"]})"},
    {"POST /api/v1/conversations/{conversation_id}/snooze", Needs::Work, R"({"until":"2026-11-28T12:00:00Z"})"},
    {"POST /api/v1/conversations/{conversation_id}/wake", Needs::Work},
    {"GET /api/v1/conversations/{conversation_id}/tasks", Needs::Read},
    {"POST /api/v1/conversations/{conversation_id}/tasks", Needs::Work, R"({"kind":"check","text":"the berth","due":"2026-11-28T12:00:00Z"})"},
    {"GET /api/v1/tasks/client/{client_id}", Needs::Read},
    {"GET /api/v1/tasks/{task_id}", Needs::Read},
    {"PATCH /api/v1/tasks/{task_id}", Needs::Work, R"({"text":"the berth"})"},
    {"POST /api/v1/tasks/{task_id}/done", Needs::Work, R"({"outcome":"reached"})"},
    {"POST /api/v1/tasks/{task_id}/drop", Needs::Work},
    {"POST /api/v1/tasks/{task_id}/reopen", Needs::Work},
    {"POST /api/v1/conversations/{conversation_id}/read", Needs::Read, R"({"position":1})"},
    {"POST /api/v1/conversations/{conversation_id}/follow", Needs::Read, R"({"on":true})"},
    {"GET /api/v1/escalations/client/{client_id}", Needs::Read},
    {"GET /api/v1/escalations/client/{client_id}/stats", Needs::Read},
    {"GET /api/v1/escalations/{escalation_id}", Needs::Read},
    {"POST /api/v1/escalations/{escalation_id}/claim", Needs::Work},
    {"POST /api/v1/escalations/{escalation_id}/acknowledge", Needs::Work},
    {"POST /api/v1/escalations/{escalation_id}/assign", Needs::Work, R"({"user_id":"USER"})"},
    {"POST /api/v1/escalations/{escalation_id}/release", Needs::Work},
    {"POST /api/v1/escalations/{escalation_id}/return", Needs::Work, R"({"instruction":"offer breakfast"})"},
    {"POST /api/v1/escalations/{escalation_id}/resolve", Needs::Work, R"({"note":"done"})"},
    {"GET /api/v1/dashboard/{client_id}/stats", Needs::Read},
    {"GET /api/v1/dashboard/{client_id}/leads-by-day", Needs::Read},
    {"GET /api/v1/dashboard/{client_id}/leads-by-channel", Needs::Read},
    {"GET /api/v1/rules/client/{client_id}", Needs::Manage},
    {"POST /api/v1/rules/client/{client_id}", Needs::Manage, R"({"name":"Refunds","when":{"words":["refund"]}})"},
    {"POST /api/v1/rules/client/{client_id}/dry-run", Needs::Manage, R"({"when":{"words":["refund"]}})"},
    {"GET /api/v1/rules/{rule_id}", Needs::Manage},
    {"PUT /api/v1/rules/{rule_id}", Needs::Manage, R"({"name":"Refunds","when":{"words":["refund"]}})"},
    {"DELETE /api/v1/rules/{rule_id}", Needs::Manage},
    {"GET /api/v1/macros/client/{client_id}", Needs::Read},
    {"POST /api/v1/macros/client/{client_id}", Needs::Manage, R"({"name":"hours","text":"We open at nine."})"},
    {"GET /api/v1/macros/{macro_id}", Needs::Read},
    {"PUT /api/v1/macros/{macro_id}", Needs::Manage, R"({"name":"hours","text":"We open at nine."})"},
    {"DELETE /api/v1/macros/{macro_id}", Needs::Manage},
    {"GET /api/v1/shift-notes/client/{client_id}", Needs::Read},
    {"POST /api/v1/shift-notes/client/{client_id}", Needs::Work, R"({"text":"The plumber comes at nine"})"},
    {"GET /api/v1/shift-notes/{shift_note_id}", Needs::Read},
    {"POST /api/v1/shift-notes/{shift_note_id}/acknowledge", Needs::Read},
    {"GET /api/v1/knowledge/client/{client_id}/bases", Needs::Read},
    {"GET /api/v1/knowledge/bases/{base_id}/documents", Needs::Read},
    {"POST /api/v1/knowledge/bases/{base_id}/faqs", Needs::Manage, R"({"faqs":[{"question":"Pets?","answer":"Yes."}]})"},
    {"DELETE /api/v1/knowledge/documents/{document_id}", Needs::Manage},
    {"GET /api/v1/sync/{client_id}", Needs::Read},
    {"GET /api/v1/sync/{client_id}/snapshot", Needs::Read},
    {"GET /api/v1/sync/{client_id}/digest", Needs::Read},
    {"GET /api/v1/sync/agencies/{agency_id}/snapshot", Needs::Read},
    {"GET /api/v1/sync/users/{user_id}/snapshot", Needs::Read},
};

struct Ids {
    World::Business business;
    AgencyId agency;
    UserId user;
};

std::string nameOfRoute(const Router::Route &route) { return std::string {methodName(route.method)} + " " + route.pattern; }

std::string filled(std::string pattern, const Ids &ids)
{
    const std::pair<const char *, std::string> names[] {{"{client_id}", ids.business.client.value}, {"{location_id}", ids.business.location.value},
        {"{channel_id}", ids.business.channel.value}, {"{lead_id}", ids.business.lead.value}, {"{conversation_id}", ids.business.conversation.value},
        {"{base_id}", ids.business.base.value}, {"{document_id}", ids.business.document.value}, {"{escalation_id}", ids.business.escalation.value}, {"{rule_id}", ids.business.rule.value}, {"{task_id}", ids.business.task.value}, {"{shift_note_id}", ids.business.shift.value}, {"{macro_id}", ids.business.macro.value}, {"{notice_id}", ids.business.task.value}, {"{agency_id}", ids.agency.value}, {"{user_id}", ids.user.value}};
    for (const auto &[name, value] : names) {
        if (const auto at = pattern.find(name); at != std::string::npos)
            pattern.replace(at, std::string_view {name}.size(), value);
    }
    return pattern;
}

class RouteMatrix : public ::testing::Test {
protected:
    Answer knock(const Row &row, const std::string &token, const Ids &ids)
    {
        const auto space = row.route.find(' ');
        const auto key = m_rig.newKey();
        auto body = row.body;
        if (const auto at = body.find("KEY"); at != std::string::npos)
            body.replace(at, 3, key);
        if (const auto at = body.find("LEAD"); at != std::string::npos)
            body.replace(at, 4, ids.business.lead.value);
        if (const auto at = body.find("USER"); at != std::string::npos)
            body.replace(at, 4, ids.user.value);
        const auto method = row.route.substr(0, space);
        return m_rig.act(method, filled(row.route.substr(space + 1), ids), method == "GET" ? std::string {} : body, token, key, "If-Match: \"1\"\r\n");
    }
    std::int64_t head(const std::string &stream)
    {
        std::int64_t seq = 0;
        read(m_rig.store(), [&](Tx &tx) { seq = EventRepository::mark(tx, stream).head; });
        return seq;
    }
    Ids of(const World::Business &business, const AgencyId &agency, const UserId &user) const { return {business, agency, user}; }

    Rig m_rig;
};

// Without what differs by the path that was asked for.
std::string withoutInstance(const Answer &answer)
{
    auto text = answer.body;
    if (const auto at = text.find(",\"instance\""); at != std::string::npos)
        text.erase(at, text.find('"', text.find(':', at) + 2) - at + 1);
    return text;
}

} // namespace

TEST_F(RouteMatrix, HoldsEveryRoute)
{
    std::set<std::string> known;
    for (const auto &row : matrix)
        known.insert(row.route);
    std::set<std::string> routes;
    for (const auto &route : m_rig.backend().router().routes()) {
        if (route.pattern.rfind("/webhooks/", 0) == 0)
            continue;
        routes.insert(nameOfRoute(route));
        EXPECT_TRUE(known.count(nameOfRoute(route))) << nameOfRoute(route) << " is missing from the matrix";
    }
    for (const auto &name : known)
        EXPECT_TRUE(routes.count(name)) << name << " is no route";
}

TEST_F(RouteMatrix, NobodyGetsInWithoutAToken)
{
    const auto &w = m_rig.world();
    for (const auto &row : matrix) {
        if (row.needs == Needs::Nothing)
            continue;
        EXPECT_EQ(knock(row, {}, of(w.one, w.ours, w.agent)).status, 401) << row.route;
    }
}

TEST_F(RouteMatrix, ForeignAndAbsentAreTheSame404ForEveryRole)
{
    const auto &w = m_rig.world();
    const Ids absent {{ClientId {m_rig.newKey()}, LocationId {m_rig.newKey()}, ChannelId {m_rig.newKey()}, KnowledgeBaseId {m_rig.newKey()},
                          DocumentId {m_rig.newKey()}, LeadId {m_rig.newKey()}, ConversationId {m_rig.newKey()}, EscalationId {m_rig.newKey()}, RuleId {m_rig.newKey()}, MacroId {m_rig.newKey()}, TaskId {m_rig.newKey()}, ShiftNoteId {m_rig.newKey()}},
        AgencyId {m_rig.newKey()}, UserId {m_rig.newKey()}};
    const auto foreign = of(w.foreign, w.theirs, w.stranger);
    const auto streams = {clientStream(w.foreign.client), agencyStream(w.theirs), userStream(w.stranger)};
    std::vector<std::int64_t> before;
    for (const auto &stream : streams)
        before.push_back(head(stream));
    for (const char *name : {"viewer", "agent", "manager", "admin", "owner"}) {
        const auto token = m_rig.token(name);
        for (const auto &row : matrix) {
            if (row.needs == Needs::Nothing || row.needs == Needs::SignedIn)
                continue;
            const auto other = knock(row, token, foreign);
            const auto none = knock(row, token, absent);
            EXPECT_EQ(other.status, 404) << name << " " << row.route << " " << other.body;
            EXPECT_EQ(withoutInstance(other), withoutInstance(none)) << name << " " << row.route;
        }
    }
    std::vector<std::int64_t> after;
    for (const auto &stream : streams)
        after.push_back(head(stream));
    EXPECT_EQ(after, before) << "not a row was touched";
}

TEST_F(RouteMatrix, AClientThatIsNotOnesOwnIsForeignWithinTheAgencyToo)
{
    const auto &w = m_rig.world();
    for (const char *name : {"viewer", "agent", "manager", "admin"}) {
        const auto token = m_rig.token(name);
        for (const auto &row : matrix) {
            if (row.needs < Needs::Read || row.route.find("{user_id}") != std::string::npos || row.route.find("{agency_id}") != std::string::npos)
                continue;
            EXPECT_EQ(knock(row, token, of(w.two, w.ours, w.owner)).status, 404) << name << " " << row.route;
        }
    }
}

TEST_F(RouteMatrix, EveryRoleMayDoWhatItsRightsSay)
{
    const std::pair<const char *, Needs> roles[] {{"viewer", Needs::Read}, {"agent", Needs::Work}, {"manager", Needs::Manage}, {"admin", Needs::Administer}};
    const auto &w = m_rig.world();
    for (const auto &[name, most] : roles) {
        const auto token = m_rig.token(name);
        for (const auto &row : matrix) {
            if (row.needs < Needs::Read)
                continue;
            const bool own = row.route.find("{user_id}") != std::string::npos && row.needs == Needs::Read;
            const UserId self = name == std::string {"viewer"} ? w.viewer : name == std::string {"agent"} ? w.agent : name == std::string {"manager"} ? w.manager : w.admin;
            const auto answer = knock(row, token, of(w.one, w.ours, own ? self : w.colleague));
            const bool let = answer.status != 401 && answer.status != 403 && answer.status < 500 && answer.status != 400;
            EXPECT_EQ(let, row.needs <= most) << name << " " << row.route << " " << answer.status << " " << answer.body;
            EXPECT_EQ(answer.status == 403, row.needs > most) << name << " " << row.route;
        }
    }
}

TEST_F(RouteMatrix, EveryMutatingRouteAsksForAnIdempotencyKey)
{
    const auto &w = m_rig.world();
    const auto token = m_rig.token("owner");
    for (const auto &row : matrix) {
        const auto space = row.route.find(' ');
        const auto method = row.route.substr(0, space);
        if (method == "GET" || row.needs == Needs::Nothing || row.route.ends_with("/dry-run")) // changes nothing
            continue;
        const auto answer = m_rig.call(method, filled(row.route.substr(space + 1), of(w.one, w.ours, w.agent)), row.body, token, "If-Match: \"1\"\r\n");
        EXPECT_EQ(answer.status, 400) << row.route;
        EXPECT_EQ(answer.text("errors.0.field"), "Idempotency-Key") << row.route << answer.body;
    }
}
