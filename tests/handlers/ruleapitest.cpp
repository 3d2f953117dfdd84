#include "tests/handlers/rig.h"

#include "models/domain/rule.h"
#include "server/storage/auditrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/rulerepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

class RuleApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string all(const std::string &rest = {}) const { return "/api/v1/rules/client/" + one().client.value + rest; }
    static std::string path(const std::string &id) { return "/api/v1/rules/" + id; }
    static std::string ifMatch(int version) { return "If-Match: \"" + std::to_string(version) + "\"\r\n"; }
    Answer create(const std::string &body, const std::string &key = {}) { return m_rig.act("POST", all(), body, m_manager, key); }
    std::string wrongField(const std::string &body) { return create(body).text("errors.0.field"); }
    Event lastEvent()
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        return events.empty() ? Event {} : events.back();
    }

    Rig m_rig;
    std::string m_manager = m_rig.token("manager");
};

constexpr auto refunds = R"({"name":" Refunds ","when":{"words":["money back"],"channels":["sms"]},"hand_over":{"reason":"complaint","priority":1}})";

} // namespace

TEST_F(RuleApi, RulesAreMadeChangedAndDeletedWithTheVersionTheyRestOn)
{
    const auto key = m_rig.newKey();
    const auto made = create(refunds, key);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = made.text("id");
    EXPECT_EQ(id, key) << "the act's, where none is given";
    EXPECT_EQ(made.text("name"), "Refunds");
    EXPECT_EQ(made.text("client_id"), one().client.value);
    EXPECT_EQ(made.text("when.words.0"), "money back");
    EXPECT_EQ(made.text("hand_over.reason"), "complaint");
    EXPECT_EQ(made.at("enabled"), "true");
    EXPECT_EQ(lastEvent().kind, "rule.created");
    EXPECT_EQ(create(refunds, key).body, made.body) << "the same act again";

    EXPECT_EQ(m_rig.act("PUT", path(id), refunds, m_manager).text("current.name"), "Refunds");
    EXPECT_EQ(m_rig.act("PUT", path(id), refunds, m_manager, {}, ifMatch(2)).status, 412);
    const auto changed = m_rig.act("PUT", path(id), R"({"id":"other","name":"Money","enabled":false,"when":{"score_above":70}})", m_manager, {}, ifMatch(1));
    ASSERT_EQ(changed.status, 200) << changed.body;
    EXPECT_EQ(changed.text("id"), id);
    EXPECT_EQ(changed.at("version"), "2");
    EXPECT_EQ(changed.at("when.words"), "[]") << "the whole rule is replaced";
    EXPECT_EQ(changed.text("hand_over.reason"), "rule");
    EXPECT_EQ(lastEvent().kind, "rule.updated");
    EXPECT_EQ(m_rig.call("GET", all(), {}, m_manager).text("items.1.name"), "Money");
    EXPECT_EQ(m_rig.call("GET", path(id), {}, m_manager).at("version"), "2");

    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, {}, ifMatch(1)).status, 412);
    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, {}, ifMatch(2)).status, 204);
    EXPECT_EQ(lastEvent().kind, "rule.deleted");
    EXPECT_EQ(lastEvent().data, "{\"id\":\"" + id + "\"}");
    EXPECT_EQ(lastEvent().version, 3);
    EXPECT_EQ(m_rig.call("GET", path(id), {}, m_manager).status, 404);
    EXPECT_EQ(m_rig.act("DELETE", path(id), {}, m_manager, {}, ifMatch(2)).status, 404);
    EXPECT_EQ(m_rig.call("GET", path(id) + "?version=1", {}, m_manager).text("name"), "Refunds") << "what a trail names";
    EXPECT_EQ(m_rig.call("GET", path(id) + "?version=9", {}, m_manager).status, 404);
    Page<AuditEntry> audited;
    read(m_rig.store(), [&](Tx &tx) { audited = AuditRepository::list(tx, one().client, {}); });
    EXPECT_EQ(audited.items.at(0).action, "rule.deleted");
    EXPECT_EQ(audited.items.at(0).detail, "Money");
}

TEST_F(RuleApi, WhatCannotHoldIsRefusedByItsField)
{
    const auto when = [](const std::string &conditions) { return "{\"name\":\"x\",\"when\":{" + conditions + "}}"; };
    EXPECT_EQ(wrongField(R"({"when":{"score_above":1}})"), "name");
    EXPECT_EQ(wrongField("{\"name\":\"" + std::string(101, 'x') + R"(","when":{"score_above":1}})"), "name");
    EXPECT_EQ(wrongField(R"({"name":"x"})"), "when") << "it would be about everything";
    EXPECT_EQ(wrongField(when("\"words\":[]")), "when");
    EXPECT_EQ(wrongField(when("\"score_above\":100")), "when.score_above");
    EXPECT_EQ(wrongField(when("\"score_above\":-1")), "when.score_above");
    EXPECT_EQ(wrongField(when("\"score_above\":\"high\"")), "when.score_above");
    EXPECT_EQ(wrongField(when(R"("words":["refund"," "])")), "when.words[1]");
    EXPECT_EQ(wrongField(when(R"("words":["?!"])")), "when.words[0]");
    EXPECT_EQ(wrongField(when("\"words\":[\"" + std::string(201, 'x') + "\"]")), "when.words[0]");
    EXPECT_EQ(wrongField(when(R"("meaning":["a refund","is the of"])")), "when.meaning[1]");
    EXPECT_EQ(wrongField(when("\"unanswered_minutes\":0")), "when.unanswered_minutes");
    EXPECT_EQ(wrongField(when("\"unanswered_minutes\":10081")), "when.unanswered_minutes");
    EXPECT_EQ(wrongField(when(R"("times":["weekend","night"])")), "when.times[1]");
    EXPECT_EQ(wrongField(when(R"("channels":["fax"])")), "when.channels[0]");
    EXPECT_EQ(wrongField(when(R"("languages":["english"])")), "when.languages[0]");
    EXPECT_EQ(wrongField(R"({"name":"x","when":{"score_above":1},"hand_over":{"priority":4}})"), "hand_over.priority");
    EXPECT_EQ(wrongField(R"({"name":"x","when":{"score_above":1},"hand_over":{"reason":"emergency"}})"), "hand_over.reason") << "emergencies are heard, not ruled";
    EXPECT_EQ(wrongField(R"({"name":"x","when":{"score_above":1},"hand_over":{"reason":"whim"}})"), "hand_over.reason");
    EXPECT_EQ(wrongField(R"({"id":"7","name":"x","when":{"score_above":1}})"), "id");
    std::string many;
    for (int i = 0; i < 21; ++i)
        many += (i == 0 ? "\"w" : ",\"w") + std::to_string(i) + "\"";
    EXPECT_EQ(wrongField(when("\"words\":[" + many + "]")), "when.words");
    EXPECT_EQ(m_rig.act("POST", all("/dry-run"), when("\"score_above\":100"), m_manager).text("errors.0.field"), "when.score_above");
}

TEST_F(RuleApi, AnIdIsUsedOnceAndThereAreFiftyAtMost)
{
    const auto taken = create("{\"id\":\"" + one().rule.value + R"(","name":"x","when":{"score_above":1}})");
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(taken.text("errors.0.field"), "id") << taken.body;
    EXPECT_EQ(create("{\"id\":\"" + m_rig.world().foreign.rule.value + R"(","name":"x","when":{"score_above":1}})").status, 409);
    write(m_rig.store(), [&](WriteTx &tx) {
        for (std::size_t i = RuleRepository::ofClient(tx, one().client).size(); i < mostRules - 1; ++i) {
            ClientRule rule;
            rule.id = RuleId::make(m_rig.clock().now());
            rule.client = one().client;
            RuleRepository::insert(tx, rule, m_rig.clock().now());
        }
    });
    EXPECT_EQ(create(refunds).status, 201);
    EXPECT_EQ(create(refunds).status, 422);
}

TEST_F(RuleApi, ADryRunSaysWhereARuleWouldHaveFired)
{
    const auto message = customerWrites(m_rig.store(), m_rig.clock(), one(), "I want my money back");
    write(m_rig.store(), [&](WriteTx &tx) {
        Decision decision;
        decision.id = DecisionId::make(m_rig.clock().now());
        decision.client = one().client;
        decision.conversation = one().conversation;
        decision.seenPosition = message.position;
        decision.action = DecisionAction::HandedOver;
        decision.at = m_rig.clock().now();
        DecisionRepository::insert(tx, decision);
    });
    const auto tried = m_rig.call("POST", all("/dry-run"), R"({"when":{"words":["money back"]}})", m_manager);
    ASSERT_EQ(tried.status, 200) << tried.body;
    EXPECT_EQ(tried.at("fired"), "1");
    EXPECT_EQ(tried.text("conversations.0.conversation_id"), one().conversation.value);
    EXPECT_EQ(tried.at("conversations.0.times"), "1");
    EXPECT_EQ(tried.at("examined_messages"), "1");
    EXPECT_EQ(tried.at("complete"), "true");
    EXPECT_EQ(m_rig.call("POST", all("/dry-run"), R"({"when":{"words":["breakfast"]}})", m_manager).at("fired"), "0");
    EXPECT_EQ(m_rig.call("POST", all("/dry-run"), "{", m_manager).status, 400);
    EXPECT_EQ(m_rig.call("POST", all("/dry-run"), std::string(300 * 1024, ' '), m_manager).status, 413) << "no more than any other act";
    EXPECT_EQ(m_rig.call("POST", all("/dry-run"), R"({"when":{"words":["x"]}})", m_rig.token("agent")).status, 403);
}
