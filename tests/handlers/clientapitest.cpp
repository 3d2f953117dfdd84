#include "tests/handlers/rig.h"

#include "models/domain/leadrefs.h"
#include "server/storage/announce.h"
#include "server/storage/auditrepository.h"
#include "server/storage/channelrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/knowledgerepository.h"
#include "server/storage/leadrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

class ClientApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string client(const std::string &rest = {}) const { return "/api/v1/clients/" + one().client.value + rest; }
    static std::string ifMatch(int version) { return "If-Match: \"" + std::to_string(version) + "\"\r\n"; }
    Event lastEvent(const std::string &stream)
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, stream, 0, 100'000); });
        return events.empty() ? Event {} : events.back();
    }
    std::vector<AuditEntry> audit()
    {
        Page<AuditEntry> page;
        read(m_rig.store(), [&](Tx &tx) { page = AuditRepository::list(tx, one().client, {}); });
        return page.items;
    }

    Rig m_rig;
    std::string m_owner = m_rig.token("owner");
};

} // namespace

TEST_F(ClientApi, EditsCarryTheVersionTheyRestOn)
{
    const auto none = m_rig.act("PATCH", client(), R"({"name":"Casa"})", m_owner);
    EXPECT_EQ(none.status, 412);
    EXPECT_EQ(none.text("current.name"), "one");
    const auto stale = m_rig.act("PATCH", client(), R"({"name":"Casa"})", m_owner, {}, ifMatch(7));
    EXPECT_EQ(stale.status, 412);
    const auto good = m_rig.act("PATCH", client(), R"({"name":" Casa ","safe_mode":false,"notices":[{"text":"no rooms until Sunday"}]})", m_owner, {}, ifMatch(1));
    ASSERT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(good.text("name"), "Casa");
    EXPECT_EQ(good.at("safe_mode"), "false");
    EXPECT_EQ(good.at("version"), "2");
    EXPECT_EQ(lastEvent(clientStreamOf(one())).kind, "client.updated");
    EXPECT_EQ(audit().at(0).action, "client.safe_mode");
    EXPECT_EQ(m_rig.act("PATCH", client(), R"({"language":"english"})", m_owner, {}, ifMatch(2)).text("errors.0.field"), "language");
    EXPECT_EQ(m_rig.call("GET", client(), {}, m_owner).text("name"), "Casa");
}

TEST_F(ClientApi, TheAssistantIsPausedAtOnce)
{
    const auto manager = m_rig.token("manager");
    EXPECT_EQ(m_rig.act("POST", client("/assistant"), R"({"on":false})", manager).at("assistant_on"), "false");
    const auto seq = lastEvent(clientStreamOf(one())).seq;
    EXPECT_EQ(m_rig.act("POST", client("/assistant"), R"({"on":false})", manager).at("version"), "2") << "set already: nothing changes";
    EXPECT_EQ(lastEvent(clientStreamOf(one())).seq, seq);
    EXPECT_EQ(m_rig.act("POST", client("/assistant"), "{}", manager).text("errors.0.field"), "on");
}

TEST_F(ClientApi, SettingsAreCheckedAndVersioned)
{
    const auto put = [&](const std::string &body, int version) { return m_rig.act("PUT", client("/settings"), body, m_owner, {}, ifMatch(version)); };
    EXPECT_EQ(put(R"({"answer_floor":1.5})", 1).text("errors.0.field"), "answer_floor");
    EXPECT_EQ(put(R"({"intake":[{"key":"name","wording":{}}]})", 1).text("errors.0.field"), "intake[0].wording");
    EXPECT_EQ(put(R"({"intake":[{"key":"a","wording":{"en":"A?"}},{"key":"a","wording":{"en":"B?"}}]})", 1).text("errors.0.field"), "intake[1].key");
    EXPECT_EQ(put(R"({"turn_delay_ms":-1})", 1).text("errors.0.field"), "turn_delay_ms");
    EXPECT_EQ(put(R"({"quiet_minutes":0})", 1).text("errors.0.field"), "quiet_minutes");
    EXPECT_EQ(put(R"({"opt_out_everywhere":"no"})", 1).text("errors.0.field"), "opt_out_everywhere");
    EXPECT_EQ(put(R"({"missed_call_text":")" + std::string(1201, 'x') + R"("})", 1).text("errors.0.field"), "missed_call_text");
    EXPECT_EQ(put(R"({"sla":{"first_response_minutes":-1}})", 1).text("errors.0.field"), "sla.first_response_minutes");
    EXPECT_EQ(put(R"({"sla":{"next_response_minutes":10081}})", 1).text("errors.0.field"), "sla.next_response_minutes");
    EXPECT_EQ(put(R"({"sla":{"resolution_minutes":43201}})", 1).text("errors.0.field"), "sla.resolution_minutes");
    EXPECT_EQ(put(R"({"sla":{"count_assistant":"yes"}})", 1).text("errors.0.field"), "sla.count_assistant");
    const auto good = put(R"({"answer_floor":0.5,"contact":"+1 305 555 0101","greeting":{"en":"Hello"},"client_id":"forged"})", 1);
    ASSERT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(good.text("client_id"), one().client.value);
    EXPECT_EQ(good.at("version"), "2");
    EXPECT_EQ(good.at("sla.next_response_minutes"), "30") << "what is not said keeps its default";
    EXPECT_EQ(good.at("opt_out_everywhere"), "true");
    EXPECT_EQ(put("{}", 1).text("current.contact"), "+1 305 555 0101");
}

// A console lays what its person changed over what somebody else has made of the settings, and sends that as the same act.
TEST_F(ClientApi, WhatWasRefusedMaySayAnotherThingUnderItsKey)
{
    const auto key = m_rig.newKey();
    const auto put = [&](const std::string &body, int version, const std::string &act) { return m_rig.act("PUT", client("/settings"), body, m_owner, act, ifMatch(version)); };
    ASSERT_EQ(put(R"({"emergency_words":["no heating"]})", 1, {}).status, 200);
    const auto refused = put(R"({"contact":"Nora"})", 1, key);
    EXPECT_EQ(refused.status, 412);
    EXPECT_EQ(refused.text("current.client_id"), one().client.value) << "by which the console knows what it is told of";
    EXPECT_EQ(refused.at("current.version"), "2");
    const std::string both = R"({"contact":"Nora","emergency_words":["no heating"]})";
    const auto saved = put(both, 2, key);
    EXPECT_EQ(saved.text("emergency_words.0"), "no heating");
    EXPECT_EQ(saved.at("version"), "3");
    EXPECT_EQ(put(both, 2, key).at("version"), "3") << "the answer that was lost";
    EXPECT_EQ(put(R"({"contact":"Tom"})", 3, key).status, 422) << "it has been said";
}

TEST_F(ClientApi, AlertsNameWhatDoesNotFit)
{
    int version = 1;
    const auto put = [&](const std::string &alerts) { return m_rig.act("PUT", client("/settings"), "{\"alerts\":{" + alerts + "}}", m_owner, {}, ifMatch(version)); };
    const auto refused = [&](const std::string &alerts) { return put(alerts).text("errors.0.field"); };
    const auto called = [](const UserId &user, const std::string &more = {}) { return R"("on_call":[{"user_id":")" + user.value + "\"" + more + "}]"; };
    const std::string wednesday = R"([[],[],[{"start_minute":60,"end_minute":1441}],[],[],[],[]])";
    EXPECT_EQ(refused(R"("repeat_seconds":14)"), "alerts.repeat_seconds");
    EXPECT_EQ(refused(R"("climb_minutes":1441)"), "alerts.climb_minutes");
    EXPECT_EQ(refused("\"quiet_week\":" + wednesday), "alerts.quiet_week[2]");
    EXPECT_EQ(refused(R"("quiet_week":[[]])"), "alerts.quiet_week");
    EXPECT_EQ(refused(called(m_rig.world().agent, ",\"week\":" + wednesday)), "alerts.on_call[0].week[2]");
    EXPECT_EQ(refused(called(m_rig.world().viewer)), "alerts.on_call[0].user_id") << "may not answer";
    EXPECT_EQ(refused(called(m_rig.world().stranger)), "alerts.on_call[0].user_id") << "of another agency";
    EXPECT_EQ(refused(called(UserId {m_rig.newKey()})), "alerts.on_call[0].user_id") << "nobody";
    const auto agent = R"({"user_id":")" + m_rig.world().agent.value + "\"}";
    EXPECT_EQ(refused("\"on_call\":[" + agent + "," + agent + "]"), "alerts.on_call[1].user_id");
    for (const char *phone : {"305 555 0101", "+1 305 555 0101", "+999123", "call me"})
        EXPECT_EQ(refused(R"("owner_phone":")" + std::string {phone} + "\""), "alerts.owner_phone") << phone;

    const auto good = put(called(m_rig.world().agent) + R"(,"owner_phone":"+13055550101")");
    ASSERT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(good.at("alerts.repeat_seconds"), "60") << "what is not said keeps its default";
    EXPECT_EQ(good.text("alerts.on_call.0.user_id"), m_rig.world().agent.value);
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/users/" + m_rig.world().agent.value, R"({"status":"disabled"})", m_owner).status, 200);
    version = 2;
    EXPECT_EQ(put(called(m_rig.world().agent)).status, 200) << "who has left since stops nobody from saving";
}

TEST_F(ClientApi, HoursNeedAKnownZone)
{
    const auto path = "/api/v1/hours/" + one().location.value;
    const auto week = [](const std::string &monday) { return "\"week\":[[" + monday + "],[],[],[],[],[],[]]}"; };
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Mars/Base",)" + week(""), m_owner, {}, ifMatch(1)).text("errors.0.field"), "zone");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + week(R"({"start_minute":-5,"end_minute":60})"), m_owner, {}, ifMatch(1)).text("errors.0.field"), "week[0]");
    const auto overlap = week(R"({"start_minute":840,"end_minute":750},{"start_minute":810,"end_minute":1020})");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + overlap, m_owner, {}, ifMatch(1)).text("errors.0.field"), "week[0]");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin","closed_dates":["2026-02-30"],)" + week(""), m_owner, {}, ifMatch(1)).text("errors.0.field"), "closed_dates");
    std::string quarters, dates;
    for (int i = 0; i < 13; ++i)
        quarters += (i == 0 ? "" : ",") + std::string {"{\"start_minute\":"} + std::to_string(i * 60) + ",\"end_minute\":" + std::to_string(i * 60 + 15) + "}";
    for (int i = 0; i < 501; ++i)
        dates += (i == 0 ? "" : ",") + std::string {"\"2026-12-25\""};
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + week(quarters), m_owner, {}, ifMatch(1)).text("errors.0.field"), "week[0]");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin","closed_dates":[)" + dates + "]," + week(""), m_owner, {}, ifMatch(1)).text("errors.0.field"), "closed_dates");
    const auto good = m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + week(R"({"start_minute":540,"end_minute":1080})"), m_owner, {}, ifMatch(1));
    EXPECT_EQ(good.status, 200) << good.body;
    EXPECT_EQ(m_rig.call("GET", path, {}, m_owner).text("hours.zone"), "Europe/Berlin");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/locations/" + one().client.value, {}, m_owner).at("items.0.hours.week.0.0.start_minute"), "540");
    const auto into = [](const std::string &tuesday) { return R"("week":[[{"start_minute":1080,"end_minute":120}],[)" + tuesday + "],[],[],[],[],[]]}"; };
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + into(R"({"start_minute":90,"end_minute":1020})"), m_owner, {}, ifMatch(2)).text("errors.0.field"), "week[0]");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"zone":"Europe/Berlin",)" + into(R"({"start_minute":720,"end_minute":720})"), m_owner, {}, ifMatch(2)).at("hours.week.0.0.end_minute"), "120");
}

TEST_F(ClientApi, PeopleAreInvitedChangedAndDisabledByThoseWhoMay)
{
    const auto admin = m_rig.token("admin");
    const auto invite = [&](const std::string &body, const std::string &token) { return m_rig.act("POST", client("/users"), body, token); };
    const auto guest = invite(R"({"name":"Ann Lee","email":"Ann@Example.com","role":"agent"})", admin);
    ASSERT_EQ(guest.status, 201) << guest.body;
    EXPECT_EQ(guest.text("status"), "invited");
    EXPECT_EQ(guest.text("email"), "ann@example.com");
    EXPECT_EQ(invite(R"({"name":"Ann","email":"ann@example.com","role":"agent"})", admin).status, 409);
    EXPECT_EQ(invite(R"({"name":"X","email":"no address","role":"agent"})", admin).text("errors.0.field"), "email");
    EXPECT_EQ(invite(R"({"name":"X","email":"x@example.com","role":"king"})", admin).text("errors.0.field"), "role");
    EXPECT_EQ(invite(R"({"name":"X","email":"x@example.com","role":"super_admin"})", admin).status, 403);
    EXPECT_EQ(invite(R"({"name":"X","email":"x@example.com","role":"agent","password":"short"})", admin).text("errors.0.field"), "password");
    EXPECT_EQ(invite(R"({"name":"Bo","email":"bo@example.com","role":"agent","password":"correct horse 7"})", admin).text("status"), "active");
    EXPECT_FALSE(m_rig.token("bo").empty());

    const auto user = [&](const UserId &id) { return "/api/v1/users/" + id.value; };
    const auto agent = m_rig.token("agent");
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().agent), R"({"available":false,"do_not_disturb":true})", agent).at("available"), "false");
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().agent), R"({"role":"admin"})", agent).status, 403);
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().colleague), R"({"available":false})", agent).status, 403);
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().agent), R"({"role":"manager"})", admin).text("role"), "manager");
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().admin), R"({"status":"disabled"})", admin).status, 403) << "nobody shuts themselves out";
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().owner), R"({"status":"disabled"})", admin).status, 403) << "one client's administrator is not the agency's";
    EXPECT_EQ(m_rig.act("PATCH", user(m_rig.world().agent), R"({"status":"locked"})", admin).text("errors.0.field"), "status");
    EXPECT_EQ(lastEvent(agencyStream(m_rig.world().ours)).kind, "user.updated");
    EXPECT_NE(m_rig.call("GET", client("/users"), {}, agent).body.find("ann@example.com"), std::string::npos);
}

TEST_F(ClientApi, QuestionsAreAddedOnceReplacedAndDeleted)
{
    const auto base = "/api/v1/knowledge/bases/" + one().base.value;
    const auto put = [&](const std::string &faqs) { return m_rig.act("POST", base + "/faqs", "{\"faqs\":" + faqs + "}", m_owner); };
    const auto added = put(R"([{"question":"Pets?","answer":"Dogs are welcome.","language":"en"},{"question":"Parking?","answer":"In the yard."}])");
    ASSERT_EQ(added.status, 200) << added.body;
    const auto id = added.text("items.0.id");
    EXPECT_EQ(put(R"([{"question":" Pets?","answer":"Dogs are welcome. "}])").text("items.0.id"), id) << "word for word the same";
    const auto changed = put("[{\"id\":\"" + id + R"(","version":1,"question":"Pets?","answer":"Small dogs only."}])");
    EXPECT_EQ(changed.text("items.0.id"), id);
    EXPECT_EQ(changed.at("items.0.version"), "2");
    EXPECT_EQ(put("[]").text("errors.0.field"), "faqs");
    EXPECT_EQ(put(R"([{"question":"x","answer":" "}])").text("errors.0.field"), "faqs[0].answer");
    std::vector<SearchHit> hits;
    read(m_rig.store(), [&](Tx &tx) { hits = KnowledgeRepository::search(tx, one().client, {{{"dogs", false}}, false, 5}); });
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_EQ(hits[0].document.value, id);
    EXPECT_EQ(m_rig.act("DELETE", "/api/v1/knowledge/documents/" + id, {}, m_owner, {}, "If-Match: \"2\"\r\n").status, 204);
    EXPECT_EQ(lastEvent(clientStreamOf(one())).kind, "document.deleted");
    EXPECT_EQ(lastEvent(clientStreamOf(one())).data, "{\"id\":\"" + id + "\"}");
    EXPECT_EQ(m_rig.act("DELETE", "/api/v1/knowledge/documents/" + id, {}, m_owner).status, 404);
    EXPECT_EQ(m_rig.call("GET", base + "/documents?limit=1", {}, m_owner).at("items.1"), "");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/knowledge/client/" + one().client.value + "/bases", {}, m_owner).at("items.0.documents"), "2");
}

// The console stamps it with the language of the business, and the owner writes as their customers do.
TEST_F(ClientApi, AnAnswerIsOfTheLanguageThatItIsWrittenIn)
{
    const auto base = "/api/v1/knowledge/bases/" + one().base.value;
    const auto put = [&](const std::string &faqs) { return m_rig.act("POST", base + "/faqs", "{\"faqs\":" + faqs + "}", m_owner); };
    const auto stored = put(R"([{"question":"Wo kann ich parken?","answer":"Hinter dem Haus gibt es zehn kostenlose Parkplätze.","language":"en"},)"
                            R"({"question":"¿A qué hora es el desayuno?","answer":"El desayuno es de 7 a 10.","language":"en"},)"
                            R"({"question":"Where can I park?","answer":"In Gartenstrasse, behind the house.","language":"en"},)"
                            R"({"question":"Wifi?","answer":"Ja, im ganzen Haus."}])");
    ASSERT_EQ(stored.status, 200) << stored.body;
    EXPECT_EQ(stored.text("items.0.language"), "de");
    EXPECT_EQ(stored.text("items.1.language"), "es");
    EXPECT_EQ(stored.text("items.2.language"), "en");
    EXPECT_EQ(stored.text("items.3.language"), "") << "an answer of any language stays one";
}

// Two people edit one answer: the second is told, with what stands there now, and nothing of a refused batch is stored.
TEST_F(ClientApi, AnAnswerThatSomebodyElseEditedIsNotOverwritten)
{
    const auto base = "/api/v1/knowledge/bases/" + one().base.value;
    const auto put = [&](const std::string &faqs) { return m_rig.act("POST", base + "/faqs", "{\"faqs\":" + faqs + "}", m_owner); };
    const auto id = put(R"([{"question":"Pets?","answer":"Dogs are welcome."}])").text("items.0.id");
    const auto edit = [&](const std::string &version, const std::string &answer) {
        return put(R"([{"question":"Pool?","answer":"From 8 to 20 h, )" + answer + R"("},{"id":")" + id + "\"" + version + R"(,"question":"Pets?","answer":")" + answer + "\"}]");
    };
    EXPECT_EQ(edit(",\"version\":1", "Small dogs only.").at("items.1.version"), "2");
    for (const std::string version : {",\"version\":1", ""}) {
        const auto refused = edit(version, "No cats.");
        EXPECT_EQ(refused.status, 412) << refused.body;
        EXPECT_EQ(refused.text("current.text"), "Small dogs only.");
        EXPECT_EQ(refused.at("current.version"), "2");
    }
    const auto document = "/api/v1/knowledge/documents/" + id;
    EXPECT_EQ(m_rig.act("DELETE", document, {}, m_owner, {}, "If-Match: \"1\"\r\n").status, 412);
    EXPECT_EQ(m_rig.act("DELETE", document, {}, m_owner).status, 412);
    EXPECT_EQ(m_rig.call("GET", base + "/documents", {}, m_owner).body.find("No cats"), std::string::npos);
    EXPECT_EQ(m_rig.act("DELETE", document, {}, m_owner, {}, "If-Match: \"2\"\r\n").status, 204);
    EXPECT_EQ(edit(",\"version\":2", "No cats.").status, 404) << "what was deleted meanwhile does not come back";
}

TEST_F(ClientApi, LeadsAreFoundAgainByTheirContacts)
{
    const auto all = "/api/v1/leads/client/" + one().client.value;
    const auto known = m_rig.act("POST", all, R"({"name":"N.","phones":[{"raw":"(305) 555-0142"}],"source":"web_form"})", m_owner);
    EXPECT_EQ(known.status, 200);
    EXPECT_EQ(known.text("id"), one().lead.value);
    const auto made = m_rig.act("POST", all, R"({"name":"Max","emails":["Max@Example.com"],"phones":[{"raw":"305 555 0177","e164":"+10000000000"}],"source":"sms"})", m_owner);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("phones.0.e164"), "+13055550177") << "read here, never claimed by the caller";
    const auto lead = "/api/v1/leads/" + made.text("id");
    const auto taken = m_rig.act("PATCH", lead, R"({"phones":[{"raw":"+1 305 555 0142"}]})", m_owner);
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(taken.text("lead.id"), one().lead.value);
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"name":"Max B.","expect":{"name":"Moritz"}})", m_owner).text("current.name"), "Max");
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"name":"Max B.","qualification":{"budget":"300"},"value":{"minor":30000,"currency":"USD"}})", m_owner).text("qualification.budget"), "300");
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"value":{"minor":1,"currency":")" + std::string(2000, 'X') + "\"}}", m_owner).text("errors.0.field"), "value.currency");
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"qualification":{"budget":")" + std::string(2001, '9') + "\"}}", m_owner).text("errors.0.field"), "qualification.budget")
        << "a lead that fills its event would keep its person's messages out";
    EXPECT_EQ(m_rig.act("PATCH", lead + "/status", R"({"status":"qualified","expect":{"status":"lost"}})", m_owner).status, 409);
    EXPECT_EQ(m_rig.act("PATCH", lead + "/status", R"({"status":"qualified","expect":{"status":"new"}})", m_owner).text("status"), "qualified");
    EXPECT_EQ(m_rig.act("PATCH", lead + "/status", R"({"status":"happy"})", m_owner).text("errors.0.field"), "status");
    const auto scored = m_rig.act("PATCH", lead + "/score", R"({"points":75,"label":"met in person"})", m_owner);
    EXPECT_EQ(scored.at("score"), "75");
    EXPECT_EQ(scored.text("temperature"), "hot");
    EXPECT_EQ(m_rig.act("PATCH", lead + "/score", R"({"points":-50,"label":"cancelled"})", m_owner).at("score"), "25");
    EXPECT_EQ(m_rig.act("PATCH", lead + "/score", R"({"points":500,"label":"x"})", m_owner).text("errors.0.field"), "points");
    EXPECT_EQ(m_rig.call("GET", all + "?q=max", {}, m_owner).text("items.0.name"), "Max B.");
    EXPECT_EQ(m_rig.call("GET", all + "?temperature=hot", {}, m_owner).at("items"), "[]");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/leads/" + one().lead.value + "/history", {}, m_owner).text("items.0.id"), one().conversation.value);
}

TEST_F(ClientApi, AnEditOfALeadRestsOnTheFieldsThatItNames)
{
    const auto made = m_rig.act("POST", "/api/v1/leads/client/" + one().client.value,
        R"({"name":"Max","emails":["max@example.com"],"phones":[{"raw":"305 555 0177"}],"source":"sms"})", m_owner);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto lead = "/api/v1/leads/" + made.text("id");
    const auto patch = [&](const std::string &field, const std::string &value, const std::string &expected) {
        return m_rig.act("PATCH", lead, "{\"" + field + "\":" + value + ",\"expect\":{\"" + field + "\":" + expected + "}}", m_owner);
    };
    const std::string phones = R"([{"raw":"305 555 0177","e164":"+13055550177"}])", more = R"([{"e164":"+13055550177","raw":"305 555 0177"},{"raw":"305 555 0178"}])";
    EXPECT_EQ(patch("phones", more, phones).text("phones.1.e164"), "+13055550178");
    const auto changed = patch("phones", "[]", phones);
    EXPECT_EQ(changed.status, 409) << changed.body;
    EXPECT_EQ(changed.text("current.phones.1.e164"), "+13055550178");
    EXPECT_EQ(patch("emails", R"(["m@example.com"])", R"(["max@example.com"])").text("emails.0"), "m@example.com");
    EXPECT_EQ(patch("emails", "[]", R"(["max@example.com"])").text("current.emails.0"), "m@example.com");
    EXPECT_EQ(patch("qualification", R"({"budget":"300"})", made.at("qualification")).text("qualification.budget"), "300");
    EXPECT_EQ(patch("qualification", R"({"budget":"400"})", made.at("qualification")).status, 409);
    EXPECT_EQ(patch("value", R"({"minor":30000,"currency":"USD"})", "null").at("value.minor"), "30000");
    EXPECT_EQ(patch("value", R"({"minor":1,"currency":"USD"})", "null").at("current.value.minor"), "30000");
    EXPECT_EQ(patch("name", "\"M.\"", "5").text("errors.0.field"), "expect.name");
    EXPECT_EQ(patch("score", "1", "1").text("errors.0.field"), "expect.score");
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"name":"M.","expect":["name"]})", m_owner).text("errors.0.field"), "expect");
}

// What somebody mentioned is not theirs alone: it neither keeps its owner out nor the team from editing beside it.
TEST_F(ClientApi, AnEMailThatALeadOnlyMentionedIsFreeForItsOwner)
{
    (void)m_rig.store().write([&](WriteTx &tx) {
        auto lead = *LeadRepository::byId(tx, one().client, one().lead);
        lead.emails.push_back("bob@acme.com");
        setOnlyMentioned(lead, "bob@acme.com", true);
        LeadRepository::update(tx, lead);
    });
    const auto bob = m_rig.act("POST", "/api/v1/leads/client/" + one().client.value, R"({"name":"Bob","emails":["bob@acme.com"],"source":"web_form"})", m_owner);
    EXPECT_EQ(bob.status, 201) << bob.body;
    const auto edited = m_rig.act("PATCH", "/api/v1/leads/" + one().lead.value, R"({"emails":["nora@example.com","bob@acme.com"]})", m_owner);
    EXPECT_EQ(edited.status, 200) << edited.body;
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + bob.text("id"), R"({"emails":["nora@example.com"]})", m_owner).status, 409);
    // Whoever takes it away and writes it down again knows whose it is.
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + one().lead.value, R"({"emails":["nora@example.com"]})", m_owner).status, 200);
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + one().lead.value, R"({"emails":["nora@example.com","bob@acme.com"]})", m_owner).status, 409) << "it is Bob's by now";
}

// What somebody typed into a form keeps nobody from writing another address beside it.
TEST_F(ClientApi, WhatIsNoAddressAndStandsInALeadStaysThere)
{
    (void)m_rig.store().write([&](WriteTx &tx) {
        auto lead = *LeadRepository::byId(tx, one().client, one().lead);
        lead.emails = {"Ana@example,com"};
        LeadRepository::update(tx, lead);
    });
    const auto lead = "/api/v1/leads/" + one().lead.value;
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"emails":["Ana@example,com","nora@example.com"]})", m_owner).status, 200);
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"emails":["nora@example.com","ana@example;com"]})", m_owner).status, 400);
}

TEST_F(ClientApi, AnotherLeadsAddressIsRefusedBehindOnesOwn)
{
    const auto leads = "/api/v1/leads/client/" + one().client.value;
    const auto ann = m_rig.act("POST", leads, R"({"name":"Ann","emails":["ann@example.com"],"phones":[{"raw":"305 555 0181"}],"source":"web_form"})", m_owner);
    ASSERT_EQ(ann.status, 201) << ann.body;
    ASSERT_EQ(m_rig.act("POST", leads, R"({"name":"Ben","emails":["ben@example.com"],"phones":[{"raw":"305 555 0182"}],"source":"web_form"})", m_owner).status, 201);
    const auto lead = "/api/v1/leads/" + ann.text("id");
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"emails":["ann@example.com","ben@example.com"]})", m_owner).status, 409);
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"phones":[{"raw":"305 555 0181"},{"raw":"305 555 0182"}]})", m_owner).status, 409);
    EXPECT_EQ(m_rig.act("PATCH", lead, R"({"emails":["ann@example.com","ann.two@example.com"]})", m_owner).status, 200);
}

TEST_F(ClientApi, AChangedStatusOfALeadStandsInItsConversation)
{
    const auto lead = "/api/v1/leads/" + one().lead.value + "/status";
    const auto timeline = "/api/v1/conversations/" + one().conversation.value + "/timeline?limit=1";
    ASSERT_EQ(m_rig.act("PATCH", lead, R"({"status":"qualified"})", m_owner).status, 200);
    const auto told = m_rig.call("GET", timeline, {}, m_owner);
    EXPECT_EQ(told.text("items.0.data.field"), "lead");
    EXPECT_EQ(told.text("items.0.data.reason"), "lead_status");
    EXPECT_EQ(told.text("items.0.data.from"), "new");
    EXPECT_EQ(told.text("items.0.data.to"), "qualified");
    EXPECT_EQ(told.text("items.0.data.actor.kind"), "user");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/" + one().conversation.value, {}, m_owner).at("conversation.last_position"), told.at("items.0.data.position"));
    // The same once more is no change.
    ASSERT_EQ(m_rig.act("PATCH", lead, R"({"status":"qualified"})", m_owner).status, 200);
    EXPECT_EQ(m_rig.call("GET", timeline, {}, m_owner).text("items.0.data.id"), told.text("items.0.data.id"));
}

TEST_F(ClientApi, ChannelKeysGoInAndNeverComeOut)
{
    const auto path = "/api/v1/channels/" + one().channel.value;
    const auto put = m_rig.act("PUT", path, R"({"name":"Front desk","number":"+13055550101","phone_number_id":"106","account":"419","secret":"app-secret","token":"send-token"})", m_owner, {}, ifMatch(1));
    ASSERT_EQ(put.status, 200) << put.body;
    EXPECT_EQ(put.at("has_secret"), "true");
    EXPECT_EQ(put.text("health"), "ok");
    EXPECT_EQ(put.text("kind"), "whatsapp");
    EXPECT_EQ(put.text("base_url"), "https://graph.facebook.com/v23.0");
    EXPECT_EQ(put.body.find("app-secret"), std::string::npos);
    EXPECT_EQ(lastEvent(clientStreamOf(one())).data.find("send-token"), std::string::npos);
    SealedSecrets sealed;
    read(m_rig.store(), [&](Tx &tx) { sealed = ChannelRepository::secrets(tx, one().client, one().channel); });
    EXPECT_FALSE(sealed.secret.empty());
    EXPECT_EQ(sealed.secret.find("app-secret"), std::string::npos);
    EXPECT_EQ(m_rig.act("PUT", path, R"({"base_url":"https://elsewhere.example"})", m_owner, {}, ifMatch(2)).text("errors.0.field"), "token");
    const auto kept = m_rig.act("PUT", path, R"({"name":"Desk","phone_number_id":"106","token":""})", m_owner, {}, ifMatch(2));
    EXPECT_EQ(kept.at("has_secret"), "true") << "absent: stays";
    EXPECT_EQ(kept.at("has_token"), "false") << "empty: is removed";
    EXPECT_EQ(kept.text("health"), "not_configured");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"number":"305"})", m_owner, {}, ifMatch(3)).text("errors.0.field"), "number");
    EXPECT_EQ(m_rig.act("PUT", path, R"({"base_url":"file:///etc/passwd"})", m_owner, {}, ifMatch(3)).text("errors.0.field"), "base_url");
    EXPECT_EQ(m_rig.act("PUT", path, "{}", m_owner).text("current.name"), "Desk");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/channels/client/" + one().client.value, {}, m_owner).text("items.0.name"), "Desk");
}
