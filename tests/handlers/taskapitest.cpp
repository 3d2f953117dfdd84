#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/auditrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/taskrepository.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class TaskApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string in(std::chrono::milliseconds time) { return toRfc3339(m_rig.clock().now() + time); }
    std::string body(const std::string &more = {}) { return R"({"kind":"promise","text":" Flowers by noon ","due":")" + in(2h) + "\"" + more + "}"; }
    Answer create(const std::string &text, const std::string &key = {})
    {
        return m_rig.act("POST", "/api/v1/conversations/" + one().conversation.value + "/tasks", text, m_agent, key);
    }
    Answer act(const std::string &method, const std::string &id, const std::string &rest, const std::string &text, const std::string &token)
    {
        return m_rig.act(method, "/api/v1/tasks/" + id + rest, text, token);
    }
    Answer act(const std::string &method, const std::string &id, const std::string &rest = {}, const std::string &text = "{}") { return act(method, id, rest, text, m_agent); }
    std::string wrongField(const std::string &text) { return create(text).text("errors.0.field"); }
    std::vector<std::string> lastEvents(std::size_t count)
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        std::vector<std::string> kinds;
        for (std::size_t i = events.size() - std::min(count, events.size()); i < events.size(); ++i)
            kinds.push_back(events[i].kind);
        return kinds;
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
};

} // namespace

TEST_F(TaskApi, OneIsMadeAndStandsOnItsConversation)
{
    const auto key = m_rig.newKey();
    const auto text = body();
    const auto made = create(text, key);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("id"), key) << "the act's, where none is given";
    EXPECT_EQ(made.text("text"), "Flowers by noon");
    EXPECT_EQ(made.text("state"), "open");
    EXPECT_EQ(made.at("owner.user_id"), "null");
    EXPECT_EQ(made.text("created_by.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(made.text("lead_id"), one().lead.value);
    EXPECT_EQ(made.at("is_due"), "false");
    EXPECT_EQ(lastEvents(3), (std::vector<std::string> {"transition.created", "task.created", "conversation.updated"}));
    EXPECT_EQ(create(text, key).body, made.body) << "the same act again";
    const auto taken = create(body(",\"id\":\"" + key + "\""));
    EXPECT_EQ(taken.status, 409) << "another act with its id";
    EXPECT_EQ(taken.text("errors.0.field"), "id") << taken.body;
    const auto row = conversationOf(m_rig.store(), one());
    ASSERT_TRUE(row.task);
    EXPECT_EQ(row.task->id.value, key);
    ASSERT_EQ(row.summary.promises.size(), 1u);
    EXPECT_EQ(row.summary.promises[0].text, "Flowers by noon");
    const auto list = m_rig.call("GET", "/api/v1/tasks/client/" + one().client.value, {}, m_rig.token("viewer"));
    EXPECT_EQ(list.text("items.0.id"), key) << "the one that is due first in front";
    EXPECT_EQ(list.text("items.1.id"), one().task.value);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/" + one().conversation.value + "/tasks", {}, m_agent).text("items.0.id"), key);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/tasks/" + key, {}, m_agent).text("text"), "Flowers by noon");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/tasks/client/" + one().client.value + "?state=some", {}, m_agent).text("errors.0.field"), "state");
}

TEST_F(TaskApi, WhatMakesNoTaskIsRefusedByItsField)
{
    EXPECT_EQ(wrongField(R"({"text":"x","due":")" + in(1h) + "\"}"), "kind");
    EXPECT_EQ(wrongField(R"({"kind":"dance","text":"x","due":")" + in(1h) + "\"}"), "kind");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":"x"})"), "due");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":"x","due":"noon"})"), "due");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":"x","due":")" + in(-24h * 7) + "\"}"), "due");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":"x","due":")" + in(24h * 367) + "\"}"), "due");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":"  ","due":")" + in(1h) + "\"}"), "text");
    EXPECT_EQ(wrongField(R"({"kind":"check","text":")" + std::string(501, 'x') + R"(","due":")" + in(1h) + "\"}"), "text");
    EXPECT_EQ(wrongField(body(R"(,"id":"7")")), "id");
    EXPECT_EQ(wrongField(body(",\"owner_id\":\"" + m_rig.world().viewer.value + "\"")), "owner_id") << "who may only read does nothing";
    EXPECT_EQ(wrongField(body(",\"owner_id\":\"" + m_rig.world().stranger.value + "\"")), "owner_id");
    EXPECT_EQ(create(R"({"kind":"call_back","due":")" + in(1h) + "\"}").status, 201) << "a call says enough";
    for (std::size_t i = 2; i < mostOpenTasks; ++i)
        ASSERT_EQ(create(body()).status, 201) << i;
    const auto tooMany = create(body());
    EXPECT_EQ(tooMany.status, 422);
    EXPECT_EQ(tooMany.text("errors.0.field"), "conversation_id");
    const auto world = one().task.value;
    ASSERT_EQ(act("POST", world, "/done").status, 200);
    ASSERT_EQ(create(body()).status, 201);
    EXPECT_EQ(act("POST", world, "/reopen").status, 422) << "no way round it";
    EXPECT_EQ(m_rig.call("GET", "/api/v1/tasks/" + world, {}, m_agent).text("state"), "done");
}

TEST_F(TaskApi, WhatArrivesLateIsDueAtOnceAndWakesItsConversation)
{
    const auto snooze = [&] {
        ASSERT_EQ(m_rig.act("POST", "/api/v1/conversations/" + one().conversation.value + "/snooze", "{\"until\":\"" + in(5h) + "\"}", m_agent).status, 200);
        ASSERT_EQ(conversationOf(m_rig.store(), one()).status, ConversationStatus::Snoozed);
    };
    const auto isAwake = [&] { return conversationOf(m_rig.store(), one()).status != ConversationStatus::Snoozed; };
    snooze();
    const auto late = create(R"({"kind":"promise","text":"Flowers","due":")" + in(-10min) + "\"}");
    ASSERT_EQ(late.status, 201) << late.body;
    EXPECT_EQ(late.at("is_due"), "true");
    EXPECT_TRUE(conversationOf(m_rig.store(), one()).task->isDue);
    EXPECT_TRUE(isAwake());

    const auto id = create(body()).text("id");
    snooze();
    EXPECT_EQ(act("PATCH", id, {}, "{\"due\":\"" + in(-1min) + "\"}").at("is_due"), "true") << "put off in time";
    EXPECT_TRUE(isAwake());
    EXPECT_EQ(act("PATCH", id, {}, "{\"due\":\"" + in(1h) + "\"}").at("is_due"), "false");
    ASSERT_EQ(act("POST", id, "/done").status, 200);
    m_rig.clock().advance(2h);
    m_agent = m_rig.token("agent"); // the one before has run out
    snooze();
    EXPECT_EQ(act("POST", id, "/reopen").at("is_due"), "true");
    EXPECT_TRUE(isAwake());
}

TEST_F(TaskApi, AChangeThatChangesNothingTellsNothing)
{
    const auto made = create(body());
    const auto row = conversationOf(m_rig.store(), one());
    const auto same = act("PATCH", made.text("id"), {}, R"({"kind":"promise","text":"Flowers by noon","owner_id":"","due":")" + made.text("due") + "\"}");
    ASSERT_EQ(same.status, 200) << same.body;
    EXPECT_EQ(same.at("version"), made.at("version"));
    EXPECT_EQ(conversationOf(m_rig.store(), one()).version, row.version);
}

TEST_F(TaskApi, AChangeRestsOnWhatWasSeen)
{
    const auto made = create(body());
    const auto id = made.text("id");
    const auto due = made.text("due");
    const auto given = act("PATCH", id, {}, "{\"owner_id\":\"" + m_rig.world().colleague.value + "\",\"expect\":{\"state\":\"open\",\"owner_id\":\"\",\"due\":\"" + due + "\"}}");
    ASSERT_EQ(given.status, 200) << given.body;
    EXPECT_EQ(given.text("owner.user_id"), m_rig.world().colleague.value);
    EXPECT_FALSE(given.text("owner.name").empty());
    EXPECT_EQ(given.text("text"), "Flowers by noon") << "what is not there stays";
    EXPECT_EQ(lastEvents(3), (std::vector<std::string> {"transition.created", "task.updated", "conversation.updated"}));
    const auto late = act("PATCH", id, {}, R"({"text":"Roses","expect":{"owner_id":""}})");
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.text("current.owner_id"), m_rig.world().colleague.value);
    EXPECT_EQ(late.text("task.text"), "Flowers by noon");
    const auto other = act("PATCH", id, {}, R"({"text":"Roses","expect":{"text":"Tulips"}})");
    EXPECT_EQ(other.status, 409) << "somebody has worded it anew";
    EXPECT_EQ(other.text("current.text"), "Flowers by noon");
    EXPECT_EQ(act("PATCH", id, {}, R"({"kind":"check","expect":{"kind":"call_back"}})").text("current.kind"), "promise");
    EXPECT_EQ(act("PATCH", id, {}, R"({"text":"Roses","expect":{"text":"Flowers by noon","kind":"promise"}})").text("text"), "Roses");
    EXPECT_EQ(act("PATCH", id, {}, R"({"expect":{"outcome":"x"}})").text("errors.0.field"), "expect.outcome");
    EXPECT_EQ(act("PATCH", id, {}, R"({"text":""})").text("errors.0.field"), "text");
    EXPECT_EQ(act("PATCH", id, {}, R"({"owner_id":""})").at("owner.user_id"), "null") << "nobody's again";
    EXPECT_EQ(act("PATCH", id, {}, R"({"due":"2020-01-01T00:00:00Z"})").text("errors.0.field"), "due");
}

TEST_F(TaskApi, ClosedItIsOverUntilItIsOpenedAgain)
{
    const auto id = create(body()).text("id");
    const auto done = act("POST", id, "/done", R"({"outcome":" She was delighted "})");
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.text("state"), "done");
    EXPECT_EQ(done.text("outcome"), "She was delighted");
    EXPECT_EQ(done.text("closed_by.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(conversationOf(m_rig.store(), one()).task->id, one().task) << "the next one";
    for (const auto *rest : {"/done", "/drop"}) {
        const auto twice = act("POST", id, rest);
        EXPECT_EQ(twice.status, 409);
        EXPECT_EQ(twice.text("task.state"), "done");
    }
    EXPECT_EQ(act("PATCH", id, {}, R"({"text":"Roses"})").status, 409);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/tasks/client/" + one().client.value + "?state=closed", {}, m_agent).text("items.0.id"), id);
    EXPECT_EQ(act("POST", id, "/done", "{\"outcome\":\"" + std::string(501, 'x') + "\"}").text("errors.0.field"), "outcome");
    m_rig.clock().advance(3h);
    m_agent = m_rig.token("agent"); // the one before has run out
    const auto again = act("POST", id, "/reopen");
    ASSERT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(again.text("state"), "open");
    EXPECT_EQ(again.text("outcome"), "");
    EXPECT_EQ(again.at("closed_at"), "null");
    EXPECT_EQ(again.at("is_due"), "true") << "its time has passed";
    EXPECT_EQ(act("POST", id, "/reopen").at("version"), again.at("version"));
    EXPECT_EQ(act("POST", id, "/drop").text("state"), "dropped");
    Page<AuditEntry> audited;
    read(m_rig.store(), [&](Tx &tx) { audited = AuditRepository::list(tx, one().client, {}); });
    EXPECT_EQ(audited.items.at(0).action, "task.dropped");
    EXPECT_EQ(audited.items.at(1).action, "task.reopened");
}

// A console repairs a conversation by it: what its cache holds open and was closed meanwhile must be told.
TEST_F(TaskApi, AConversationAsAWholeTellsWhatIsClosedToo)
{
    const auto id = create(body()).text("id");
    const auto whole = [&] { return m_rig.call("GET", "/api/v1/conversations/" + one().conversation.value, {}, m_agent); };
    EXPECT_EQ(whole().text("tasks.0.id"), id);
    ASSERT_EQ(act("POST", id, "/done").status, 200);
    EXPECT_EQ(whole().text("tasks.0.id"), one().task.value);
    EXPECT_EQ(whole().text("tasks.1.id"), id);
    EXPECT_EQ(whole().text("tasks.1.state"), "done");
    for (int i = 0; i < shownClosedTasks; ++i)
        ASSERT_EQ(act("POST", create(body()).text("id"), "/drop").status, 200);
    EXPECT_EQ(whole().text("tasks." + std::to_string(shownClosedTasks) + ".state"), "dropped");
    EXPECT_EQ(whole().at("tasks." + std::to_string(shownClosedTasks + 1)), "") << "the newest of them";
}

TEST_F(TaskApi, WhoMayOnlyReadClosesNothing)
{
    const auto id = create(body()).text("id");
    EXPECT_EQ(act("POST", id, "/done", "{}", m_rig.token("viewer")).status, 403);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/tasks/" + id, {}, m_rig.token("viewer")).text("state"), "open");
}
