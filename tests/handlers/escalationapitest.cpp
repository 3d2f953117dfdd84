#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/auditrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/noterepository.h"
#include "server/storage/transitionrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class EscalationApi : public ::testing::Test {
protected:
    /// The customer waits and a person of the team hands over to the others.
    void escalate(const std::string &reason = "complaint") { escalateBy(m_colleague, reason); }
    void escalateBy(const std::string &token, const std::string &reason = "complaint")
    {
        customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().one, "The heating is cold again!");
        const auto answer = onConversation("/escalate", "{\"reason\":\"" + reason + "\",\"detail\":\"cold room\"}", token);
        ASSERT_EQ(answer.status, 200) << answer.body;
        m_id = answer.text("escalation.id");
    }
    Answer onConversation(const std::string &act, const std::string &body, const std::string &token)
    {
        return m_rig.act("POST", "/api/v1/conversations/" + m_rig.world().one.conversation.value + act, body, token);
    }
    Answer post(const std::string &act, const std::string &body, const std::string &token, const std::string &key = {})
    {
        return m_rig.act("POST", "/api/v1/escalations/" + m_id + act, body, token, key);
    }
    Answer assign(const UserId &user, const std::string &token, const std::string &more = {})
    {
        return post("/assign", "{\"user_id\":\"" + user.value + "\"" + more + "}", token);
    }
    Answer get(const std::string &rest) { return m_rig.call("GET", "/api/v1/escalations/client/" + m_rig.world().one.client.value + rest, {}, m_agent); }
    Conversation row() { return conversationOf(m_rig.store(), m_rig.world().one); }
    std::vector<Transition> changes()
    {
        std::vector<Transition> list;
        read(m_rig.store(), [&](Tx &tx) {
            list = TransitionRepository::recent(tx, m_rig.world().one.client, m_rig.world().one.conversation, TransitionField::Escalation, 10);
        });
        return list;
    }
    std::vector<std::string> audited()
    {
        std::vector<std::string> list;
        read(m_rig.store(), [&](Tx &tx) {
            for (const auto &entry : AuditRepository::list(tx, m_rig.world().one.client, {}).items)
                list.push_back(entry.action + ": " + entry.detail);
        });
        return list;
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
    std::string m_colleague = m_rig.token("colleague");
    std::string m_id;
};

} // namespace

TEST_F(EscalationApi, WhoHandsOverLeavesABrief)
{
    escalate();
    const auto one = m_rig.call("GET", "/api/v1/escalations/" + m_id, {}, m_rig.token("viewer"));
    ASSERT_EQ(one.status, 200) << one.body;
    EXPECT_EQ(one.text("brief.why"), "cold room");
    EXPECT_EQ(one.text("brief.wants"), "The heating is cold again!");
    EXPECT_EQ(one.text("brief.actions.0.kind"), "reply");
    EXPECT_EQ(one.text("brief.actions.0.basis"), "message 1");
    EXPECT_EQ(one.at("brief.tried"), "[]");
    EXPECT_EQ(one.at("brief.mood"), "[]");
}

TEST_F(EscalationApi, ListsByStatusAndPages)
{
    escalate();
    EXPECT_EQ(get("?status=pending").text("items.0.id"), m_id);
    EXPECT_EQ(get("?status=open").text("items.0.id"), m_id);
    EXPECT_EQ(get("?status=claimed").at("items"), "[]");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(get("?status=open").text("items.0.id"), m_id);
    EXPECT_EQ(get("?status=pending").at("items"), "[]");
    ASSERT_EQ(post("/resolve", R"({"note":"mended"})", m_agent).status, 200);
    m_rig.clock().advance(1s);
    const auto first = m_id;
    escalateBy(m_agent, "legal");
    EXPECT_EQ(get("?status=open").text("items.0.id"), m_id);
    EXPECT_EQ(get("?status=resolved").text("items.0.note"), "mended");
    const auto page = get("?limit=1");
    EXPECT_EQ(page.text("items.0.id"), m_id) << "newest first";
    EXPECT_EQ(get("?limit=1&cursor=" + page.text("next_cursor")).text("items.0.id"), first);
    EXPECT_EQ(get("?status=lost").text("errors.0.field"), "status");
    EXPECT_EQ(get("?cursor=nonsense").status, 400);
}

TEST_F(EscalationApi, AClaimTakesTheConversationWithItsFence)
{
    escalate();
    m_rig.clock().advance(3min);
    const auto claimed = post("/claim", R"({"expect":{"status":"pending"}})", m_agent);
    ASSERT_EQ(claimed.status, 200) << claimed.body;
    EXPECT_EQ(claimed.text("status"), "claimed");
    EXPECT_EQ(claimed.text("claimed_by.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(claimed.text("claimed_at"), toRfc3339(m_rig.clock().now()));
    EXPECT_EQ(row().claim.user, m_rig.world().agent);
    EXPECT_EQ(row().claim.fence, 1);
    const auto late = post("/claim", "{}", m_colleague);
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(late.text("escalation.id"), m_id);
    EXPECT_EQ(late.text("holder.user_id"), m_rig.world().agent.value);
    const auto rested = post("/claim", R"({"expect":{"status":"pending"}})", m_colleague);
    EXPECT_EQ(rested.status, 409);
    EXPECT_EQ(rested.text("current.status"), "claimed");
    EXPECT_EQ(post("/claim", R"({"expect":{"mood":"calm"}})", m_agent).text("errors.0.field"), "expect.mood");
    m_rig.clock().advance(1min);
    EXPECT_EQ(post("/claim", "{}", m_agent).text("claimed_at"), claimed.text("claimed_at")) << "one's own claim goes on";
}

TEST_F(EscalationApi, OnesOwnConversationIsHandedOverAndTakenBack)
{
    ASSERT_EQ(onConversation("/takeover", "{}", m_agent).status, 200);
    EXPECT_EQ(onConversation("/escalate", R"({"reason":"complaint"})", m_colleague).text("holder.user_id"), m_rig.world().agent.value);
    escalateBy(m_agent);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    ASSERT_EQ(onConversation("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/escalations/" + m_id, {}, m_agent).text("status"), "claimed");
    write(m_rig.store(), [&](WriteTx &tx) { // the alarm of a customer who writes to somebody who is there
        auto open = EscalationRepository::byId(tx, m_rig.world().one.client, EscalationId {m_id}).value();
        waitAgain(open);
        EscalationRepository::update(tx, open);
    });
    const auto again = post("/claim", "{}", m_agent);
    EXPECT_EQ(again.text("status"), "claimed") << again.body;
}

TEST_F(EscalationApi, WhoHasSeenItSaysSoOnce)
{
    escalate();
    const auto seen = post("/acknowledge", "{}", m_agent);
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_EQ(seen.text("status"), "pending") << "nobody has taken it";
    EXPECT_EQ(seen.text("acknowledged_by.user_id"), m_rig.world().agent.value);
    m_rig.clock().advance(1s);
    const auto second = post("/acknowledge", "{}", m_colleague);
    EXPECT_EQ(second.status, 200);
    EXPECT_EQ(second.text("acknowledged_by.user_id"), m_rig.world().agent.value) << "the first stands";
    EXPECT_EQ(second.text("acknowledged_at"), seen.text("acknowledged_at"));
    ASSERT_EQ(changes().size(), 1u);
    EXPECT_EQ(changes()[0].reason, "acknowledged");
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
}

TEST_F(EscalationApi, ItIsGivenToSomebodyWhoMayAnswer)
{
    escalate();
    const auto &w = m_rig.world();
    for (const auto &user : {w.viewer, w.stranger, UserId {m_rig.newKey()}})
        EXPECT_EQ(assign(user, m_agent).text("errors.0.field"), "user_id");
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/users/" + w.manager.value, R"({"status":"disabled"})", m_rig.token("owner"), {}, "If-Match: \"1\"\r\n").status, 200);
    EXPECT_EQ(assign(w.manager, m_agent).status, 400) << "who may not sign in";
    EXPECT_EQ(post("/assign", "{}", m_agent).text("errors.0.field"), "user_id");
    ASSERT_EQ(post("/acknowledge", "{}", m_agent).status, 200);
    const auto given = assign(w.colleague, m_agent, R"(,"expect":{"assigned_to":""})");
    ASSERT_EQ(given.status, 200) << given.body;
    EXPECT_EQ(given.text("assigned_to.name"), "colleague");
    EXPECT_EQ(given.text("status"), "pending");
    EXPECT_EQ(given.at("acknowledged_at"), "null") << "whoever has it now is told anew";
    EXPECT_EQ(changes().at(0).toName, "colleague");
    EXPECT_EQ(audited().at(0), "escalation.assigned: to colleague");
    const auto taken = post("/claim", "{}", m_colleague);
    EXPECT_EQ(taken.at("assigned_to.user_id"), "null");
    EXPECT_EQ(assign(w.agent, m_agent).status, 409) << "a colleague holds it";
    const auto passed = assign(w.agent, m_colleague);
    ASSERT_EQ(passed.status, 200) << passed.body;
    EXPECT_EQ(passed.text("status"), "pending");
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    m_rig.clock().advance(1min);
    EXPECT_EQ(post("/claim", "{}", m_agent).text("claimed_at"), taken.text("claimed_at")) << "the first claim is remembered";
}

TEST_F(EscalationApi, WhoGivesItUpLeavesItWaiting)
{
    escalate();
    EXPECT_EQ(post("/release", "{}", m_agent).status, 409) << "nobody has it";
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(post("/release", "{}", m_colleague).status, 409);
    EXPECT_EQ(post("/release", R"({"fence":7})", m_agent).status, 409);
    const auto released = post("/release", R"({"fence":1})", m_agent);
    ASSERT_EQ(released.status, 200) << released.body;
    EXPECT_EQ(released.text("status"), "pending");
    EXPECT_EQ(released.at("claimed_by.user_id"), "null");
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_EQ(row().owner.kind, OwnerKind::Nobody);
}

TEST_F(EscalationApi, BackToTheAssistantWithAnInstructionForThePeople)
{
    escalate();
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(post("/return", "{\"instruction\":\"" + std::string(2001, 'x') + "\"}", m_agent).text("errors.0.field"), "instruction");
    EXPECT_EQ(post("/return", R"({"instruction":"x"})", m_colleague).status, 409);
    const auto key = m_rig.newKey();
    const auto body = R"({"instruction":"Offer the room above."})";
    const auto back = post("/return", body, m_agent, key);
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(back.text("status"), "resolved");
    EXPECT_EQ(back.text("note"), "Offer the room above.");
    EXPECT_EQ(row().owner.kind, OwnerKind::Assistant);
    EXPECT_EQ(row().status, ConversationStatus::Active);
    EXPECT_FALSE(row().escalation);
    read(m_rig.store(), [&](Tx &tx) {
        const auto note = NoteRepository::byId(tx, m_rig.world().one.client, NoteId {key});
        ASSERT_TRUE(note);
        EXPECT_EQ(note->text, "Offer the room above.");
    });
    const auto again = post("/return", body, m_agent, key);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body, back.body);
    EXPECT_EQ(again.headers.at("idempotency-replayed"), "true");
    const auto other = post("/return", body, m_agent);
    EXPECT_EQ(other.status, 409);
    EXPECT_EQ(other.text("escalation.status"), "resolved");
}

TEST_F(EscalationApi, OfTwoWhoResolveTheSecondIsShownWhatIs)
{
    escalate();
    const auto key = m_rig.newKey();
    const auto first = post("/resolve", R"({"note":"I called"})", m_agent, key);
    ASSERT_EQ(first.status, 200) << first.body;
    const auto second = post("/resolve", R"({"note":"I wrote"})", m_colleague);
    EXPECT_EQ(second.status, 409);
    EXPECT_EQ(second.text("escalation.note"), "I called");
    const auto again = post("/resolve", R"({"note":"I called"})", m_agent, key);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.headers.at("idempotency-replayed"), "true");
    EXPECT_EQ(post("/resolve", R"({"note":"another"})", m_agent, key).status, 422);
    for (const auto *act : {"/claim", "/acknowledge", "/release", "/return"})
        EXPECT_EQ(post(act, "{}", m_agent).text("escalation.status"), "resolved") << act;
    EXPECT_EQ(assign(m_rig.world().colleague, m_agent).status, 409);
    ASSERT_EQ(changes().size(), 1u);
    EXPECT_EQ(changes()[0].to, "resolved");
    EXPECT_EQ(changes()[0].detail, "I called");
    EXPECT_EQ(audited().at(0), "escalation.resolved: I called");
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman) << "the customer waits on";
    EXPECT_TRUE(row().waitingSince);
    EXPECT_FALSE(row().escalation);
}

TEST_F(EscalationApi, ResolvingWithTheConversationObeysTheRulesOfItsEnd)
{
    escalate();
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    const auto held = post("/resolve", R"({"note":"n"})", m_colleague);
    EXPECT_EQ(held.status, 409);
    EXPECT_EQ(held.text("holder.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(held.text("escalation.status"), "claimed");
    customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().one, "Still cold");
    const auto newer = post("/resolve", R"({"note":"n","end":true,"seen_position":1})", m_agent);
    EXPECT_EQ(newer.status, 409);
    EXPECT_EQ(newer.text("newer_messages.0.text"), "Still cold");
    EXPECT_EQ(newer.text("escalation.id"), m_id);
    EXPECT_EQ(row().escalation->status, EscalationStatus::Claimed) << "nothing was written";
    EXPECT_EQ(post("/resolve", "{\"note\":\"" + std::string(2001, 'x') + "\"}", m_agent).text("errors.0.field"), "note");
    const auto done = post("/resolve", R"({"note":"moved to another room","end":true,"override":true})", m_agent);
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.text("note"), "moved to another room");
    EXPECT_EQ(done.text("resolved_at"), toRfc3339(m_rig.clock().now()));
    EXPECT_EQ(row().status, ConversationStatus::Ended);
    EXPECT_FALSE(row().waitingSince);
}

TEST_F(EscalationApi, EveryActIsAnEventOfTheEscalation)
{
    escalate();
    Console console {m_rig};
    console.hello(m_agent);
    ASSERT_EQ(console.next().type, "welcome");
    const auto until = [&](const std::string &status) {
        for (;;) {
            const auto event = console.event();
            if (event.code != 0 || (event.text("kind") == "escalation.updated" && event.text("data.status") == status))
                return event;
        }
    };
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(until("claimed").text("actor.name"), "agent");
    ASSERT_EQ(post("/release", "{}", m_agent).status, 200);
    EXPECT_EQ(until("pending").code, 0);
    ASSERT_EQ(post("/resolve", R"({"note":"n"})", m_agent).status, 200);
    EXPECT_EQ(until("resolved").text("data.note"), "n");
}

TEST_F(EscalationApi, TheConsolesOfThoseItIsForHearOfItUntilSomebodyHasSeenIt)
{
    Console agent {m_rig}, manager {m_rig};
    agent.hello(m_agent);
    ASSERT_EQ(agent.next().type, "welcome");
    manager.hello(m_rig.token("manager"));
    ASSERT_EQ(manager.next().type, "welcome");
    escalate();
    const auto alert = [](Console &console) {
        for (;;) {
            const auto event = console.event();
            if (event.code != 0 || event.text("kind") == "escalation.alert")
                return event;
        }
    };
    const auto first = alert(agent);
    ASSERT_EQ(first.code, 0);
    EXPECT_EQ(first.text("stream"), "user:" + m_rig.world().agent.value);
    EXPECT_EQ(first.text("entity_id"), m_id);
    EXPECT_EQ(first.text("data.escalation_id"), m_id);
    EXPECT_EQ(first.text("data.conversation_id"), m_rig.world().one.conversation.value);
    EXPECT_EQ(first.text("data.client_id"), m_rig.world().one.client.value);
    EXPECT_EQ(first.text("data.rung"), "staff");
    EXPECT_EQ(first.number("data.repeat"), 0);
    m_rig.clock().advance(60s);
    const auto again = alert(agent);
    EXPECT_EQ(again.number("data.repeat"), 1);
    EXPECT_GT(again.number("version"), first.number("version"));
    ASSERT_EQ(post("/acknowledge", "{}", m_agent).status, 200);
    m_rig.clock().advance(10min);
    // Given to the manager it begins anew; what comes next is that, and nothing of before.
    ASSERT_EQ(assign(m_rig.world().manager, m_agent).status, 200);
    const auto given = alert(manager);
    EXPECT_EQ(given.text("data.rung"), "assigned");
    EXPECT_EQ(given.number("data.repeat"), 0);
    const auto stored = m_rig.call("GET", "/api/v1/escalations/" + m_id, {}, m_agent);
    EXPECT_EQ(stored.text("alert.rung"), "assigned") << stored.body;
    EXPECT_NE(stored.body.find("\"how\":\"console\""), std::string::npos);
}

TEST_F(EscalationApi, FiguresAreOfTheDayOnTheDesksClock)
{
    // 2026-11-20 14:22 UTC is 09:22 in New York; its day began at 05:00 UTC.
    escalate();
    m_rig.clock().advance(2min);
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    m_rig.clock().advance(4min);
    ASSERT_EQ(onConversation("/end", "{\"seen_position\":" + std::to_string(row().lastPublicPosition) + "}", m_agent).status, 200) << "resolved alone, who waits is told of again";
    auto stats = get("/stats");
    ASSERT_EQ(stats.status, 200) << stats.body;
    EXPECT_EQ(stats.at("total"), "1");
    EXPECT_EQ(stats.at("today"), "1");
    EXPECT_EQ(stats.at("resolved"), "1");
    EXPECT_EQ(stats.at("claim_median_ms"), "120000");
    EXPECT_EQ(stats.at("resolve_median_ms"), "360000");
    EXPECT_EQ(stats.text("commonest_reason"), "complaint");
    const auto later = [&](std::chrono::hours by) {
        m_rig.clock().advance(by);
        m_agent = m_rig.token("agent");
        return get("/stats");
    };
    EXPECT_EQ(later(14h).at("today"), "1") << "04:28 UTC: still the same day at the desk";
    stats = later(1h);
    EXPECT_EQ(stats.at("today"), "0");
    EXPECT_EQ(stats.at("total"), "1");
    stats = later(24h * 30);
    EXPECT_EQ(stats.at("total"), "0") << "the last thirty days";
    EXPECT_EQ(stats.at("claim_median_ms"), "null");
}
