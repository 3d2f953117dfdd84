#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/auditrepository.h"
#include "server/storage/transitionrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class AssignApi : public ::testing::Test {
protected:
    Answer post(const std::string &act, const std::string &body, const std::string &token)
    {
        return m_rig.act("POST", "/api/v1/conversations/" + m_rig.world().one.conversation.value + act, body, token);
    }
    Answer assign(const UserId &user, const std::string &token, const std::string &more = {})
    {
        return post("/assign", "{\"user_id\":\"" + user.value + "\"" + more + "}", token);
    }
    Answer say(const std::string &token, const std::string &rest)
    {
        const auto key = m_rig.newKey();
        return m_rig.act("POST", "/api/v1/conversations/" + m_rig.world().one.conversation.value + "/messages",
            "{\"id\":\"" + key + "\",\"text\":\"Hello\"," + rest + "}", token, key);
    }
    Conversation row() { return conversationOf(m_rig.store(), m_rig.world().one); }
    std::vector<Transition> changes(TransitionField field)
    {
        std::vector<Transition> list;
        read(m_rig.store(), [&](Tx &tx) { list = TransitionRepository::recent(tx, m_rig.world().one.client, m_rig.world().one.conversation, field, 10); });
        return list;
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
    std::string m_colleague = m_rig.token("colleague");
};

} // namespace

TEST_F(AssignApi, ItIsGivenToSomebodyWhoMayAnswerAndTheTrailTellsIt)
{
    const auto &w = m_rig.world();
    for (const auto &user : {w.viewer, w.stranger, UserId {m_rig.newKey()}})
        EXPECT_EQ(assign(user, m_agent).text("errors.0.field"), "user_id");
    EXPECT_EQ(post("/assign", "{}", m_agent).text("errors.0.field"), "user_id") << "nobody is asked for in words";
    EXPECT_EQ(assign(w.colleague, m_rig.token("viewer")).status, 403);
    EXPECT_EQ(assign(w.colleague, m_agent, R"(,"expect":{"owner":"assistant"})").status, 409);
    const auto given = assign(w.colleague, m_agent, R"(,"expect":{"owner":"nobody"})");
    ASSERT_EQ(given.status, 200) << given.body;
    EXPECT_EQ(given.text("owner.name"), "colleague");
    EXPECT_EQ(given.at("claim.lease_until"), "null") << "they may be away: no claim has begun";
    const auto trail = changes(TransitionField::Owner);
    ASSERT_FALSE(trail.empty());
    EXPECT_EQ(trail[0].reason, "assigned");
    EXPECT_EQ(trail[0].toName, "colleague");
    EXPECT_EQ(trail[0].actor.name, "agent");
    EXPECT_EQ(assign(w.colleague, m_agent).at("version"), given.at("version")) << "they have it already";
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/client/" + w.one.client.value + "?view=mine", {}, m_colleague).text("items.0.id"), w.one.conversation.value);
}

TEST_F(AssignApi, WhoeverHadItGivesItUp)
{
    const auto &w = m_rig.world();
    customerWrites(m_rig.store(), m_rig.clock(), w.one, "Hello?");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(assign(w.colleague, m_colleague).text("holder.name"), "agent") << "who answers now is asked first";
    ASSERT_EQ(assign(w.colleague, m_agent).status, 200);
    EXPECT_EQ(row().owner.user, w.colleague);
    EXPECT_EQ(say(m_agent, R"("seen_position":1,"fence":1)").status, 409) << "what was under way in the old claim does not leave";
    EXPECT_EQ(say(m_colleague, R"("seen_position":1,"fence":0)").status, 201) << "they answer without a claim";
    ASSERT_EQ(assign({}, m_colleague).status, 200);
    const auto given = row();
    EXPECT_EQ(given.owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(given.status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(given.escalation.has_value(), given.waitingSince.has_value()) << "they have their answer, unless it could not be sent already";
    customerWrites(m_rig.store(), m_rig.clock(), w.one, "And the sauna?");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    ASSERT_EQ(assign({}, m_agent).status, 200);
    ASSERT_TRUE(row().escalation) << "people are told of who waits";
    EXPECT_EQ(row().escalation->reason, EscalationReason::Rule);
    EXPECT_EQ(row().escalation->status, EscalationStatus::Pending);
}

TEST_F(AssignApi, WhoIsAwayLeavesNobodyWaitingAlone)
{
    const auto &w = m_rig.world();
    ASSERT_EQ(assign(w.colleague, m_agent).status, 200);
    customerWrites(m_rig.store(), m_rig.clock(), w.one, "Anybody?");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/client/" + w.one.client.value + "?view=waiting", {}, m_agent).text("items.0.id"), w.one.conversation.value);
}

TEST_F(AssignApi, AnOpenEscalationIsGivenWithIt)
{
    const auto &w = m_rig.world();
    customerWrites(m_rig.store(), m_rig.clock(), w.one, "The heating is cold again!");
    const auto escalated = post("/escalate", R"({"reason":"complaint"})", m_agent);
    ASSERT_EQ(escalated.status, 200);
    const auto id = escalated.text("escalation.id");
    const auto asked = [&] { return m_rig.call("GET", "/api/v1/escalations/" + id, {}, m_agent); };
    ASSERT_EQ(assign(w.colleague, m_agent).status, 200);
    EXPECT_EQ(asked().text("assigned_to.name"), "colleague");
    EXPECT_EQ(asked().text("status"), "pending");
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody) << "until they take it";
    ASSERT_EQ(changes(TransitionField::Escalation).size(), 1u);
    EXPECT_EQ(changes(TransitionField::Escalation)[0].toName, "colleague");
    ASSERT_EQ(assign({}, m_agent).status, 200);
    EXPECT_EQ(asked().at("assigned_to.user_id"), "null");
    ASSERT_EQ(assign(w.agent, m_colleague).status, 200);
    ASSERT_EQ(post("/takeover", "{}", m_agent).status, 200);
    EXPECT_EQ(asked().text("status"), "claimed");
}

TEST_F(AssignApi, WhatWasPutAwayStaysAwayAndWhatHasEndedEnded)
{
    const auto &w = m_rig.world();
    ASSERT_EQ(post("/snooze", "{\"until\":\"" + toRfc3339(m_rig.clock().now() + 1h) + "\"}", m_agent).status, 200);
    EXPECT_EQ(assign(w.colleague, m_agent).text("status"), "snoozed");
    EXPECT_EQ(assign({}, m_agent).text("status"), "snoozed");
    ASSERT_EQ(post("/end", R"({"seen_position":0})", m_agent).status, 200);
    EXPECT_EQ(assign(w.colleague, m_agent).status, 409);
}
