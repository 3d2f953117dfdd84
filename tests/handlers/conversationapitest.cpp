#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/services/op/queues.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/jobrepository.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class ConversationApi : public ::testing::Test {
protected:
    std::string path(const std::string &act = {}) const { return "/api/v1/conversations/" + m_rig.world().one.conversation.value + act; }
    Message customerWrites(const std::string &text) { return test::customerWrites(m_rig.store(), m_rig.clock(), m_rig.world().one, text); }
    Answer post(const std::string &act, const std::string &body, const std::string &token) { return m_rig.act("POST", path(act), body, token); }
    Answer say(const std::string &token, const std::string &text, const std::string &rest)
    {
        const auto key = m_rig.newKey();
        return m_rig.act("POST", path("/messages"), "{\"id\":\"" + key + "\",\"text\":" + text + "," + rest + "}", token, key);
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
    std::string m_colleague = m_rig.token("colleague");
};

} // namespace

TEST_F(ConversationApi, AReplyIsMadeAndRepeatedWithoutASecondEffect)
{
    customerWrites("Hello?");
    const auto key = m_rig.newKey();
    const auto body = "{\"id\":\"" + key + "\",\"text\":\"Good evening\\u0000 \\u202e<b>\",\"seen_position\":1,\"fence\":0,\"unknown\":[1,{}]}";
    const auto first = m_rig.act("POST", path("/messages"), body, m_agent, key);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(first.text("delivery.state"), "queued");
    EXPECT_EQ(first.text("author.name"), "agent");
    EXPECT_EQ(first.at("position"), "2");
    const auto again = m_rig.act("POST", path("/messages"), body, m_agent, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.headers.at("idempotency-replayed"), "true");
    const auto other = m_rig.act("POST", path("/messages"), "{\"id\":\"" + key + "\",\"text\":\"Another\",\"seen_position\":1}", m_agent, key);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.headers.at("content-type"), "application/problem+json");
    const auto list = m_rig.call("GET", path("/messages?limit=10"), {}, m_agent);
    EXPECT_EQ(list.text("items.0.id"), key) << "newest first";
    EXPECT_EQ(list.at("items.2"), "");
    const auto rising = m_rig.call("GET", path("/messages?after=1"), {}, m_agent);
    EXPECT_EQ(rising.text("items.0.id"), key);
}

TEST_F(ConversationApi, LabelsAreAddedAndTakenOffByManyHandsAtOnce)
{
    const auto labelled = post("/labels", R"({"add":[" vip ","van too high"]})", m_agent);
    ASSERT_EQ(labelled.status, 200) << labelled.body;
    EXPECT_EQ(labelled.text("labels.0"), "vip");
    const auto version = labelled.at("version");
    EXPECT_EQ(post("/labels", R"({"add":["VIP"]})", m_colleague).at("version"), version) << "it is there already";
    const auto both = post("/labels", R"({"add":["pool"],"remove":["Vip","none"]})", m_colleague);
    EXPECT_EQ(both.at("labels"), R"(["van too high","pool"])");
    EXPECT_EQ(post("/labels", "{}", m_agent).at("version"), both.at("version"));
    EXPECT_EQ(post("/labels", R"({"add":["ok","  "]})", m_agent).text("errors.0.field"), "add[1]");
    EXPECT_EQ(post("/labels", R"({"remove":[""]})", m_agent).text("errors.0.field"), "remove[0]");
    EXPECT_EQ(post("/labels", "{\"add\":[\"" + std::string(61, 'x') + "\"]}", m_agent).text("errors.0.field"), "add[0]");
    EXPECT_EQ(post("/labels", R"({"add":"vip"})", m_agent).text("errors.0.field"), "add");
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += (i == 0 ? "\"l" : ",\"l") + std::to_string(i) + "\"";
    const auto tooMany = post("/labels", "{\"add\":[" + many + "]}", m_agent);
    EXPECT_EQ(tooMany.status, 422) << "with those that are there";
    EXPECT_EQ(tooMany.text("errors.0.field"), "add");
    EXPECT_EQ(post("/labels", "{\"add\":[" + many + R"(],"remove":["van too high","pool"]})", m_agent).status, 200);
    EXPECT_EQ(post("/labels", R"({"add":["vip"]})", m_rig.token("viewer")).status, 403);
}

TEST_F(ConversationApi, PagesGoOnFromTheirCursorAndEnd)
{
    for (const auto *text : {"one", "two", "three"})
        customerWrites(text);
    const auto walk = [&](const std::string &what, const std::string &field) {
        std::vector<std::string> seen;
        std::string cursor;
        for (int page = 0; page < 5; ++page) {
            const auto answer = m_rig.call("GET", path(what + (cursor.empty() ? "" : "&cursor=" + cursor)), {}, m_agent);
            EXPECT_EQ(answer.status, 200) << answer.body;
            for (const auto *n : {"0", "1"}) {
                if (const auto item = answer.text("items." + std::string {n} + field); !item.empty())
                    seen.push_back(item);
            }
            cursor = answer.text("next_cursor");
            if (cursor.empty())
                return seen;
        }
        ADD_FAILURE() << what << " does not end";
        return seen;
    };
    EXPECT_EQ(walk("/messages?limit=2", ".text"), (std::vector<std::string> {"three", "two", "one"}));
    EXPECT_EQ(walk("/messages?limit=2&after=0", ".text"), (std::vector<std::string> {"one", "two", "three"}));
    EXPECT_EQ(walk("/messages?limit=3", ".text").size(), 2u) << "the third is on the same page";
    EXPECT_EQ(walk("/timeline?limit=2", ".data.text").size(), 3u);
    EXPECT_EQ(m_rig.call("GET", path("/messages?cursor=x"), {}, m_agent).text("errors.0.field"), "cursor");
}

// A number beyond the conversation's end would pass every comparison: two such answers would both be taken.
TEST_F(ConversationApi, NobodyHasSeenWhatIsNotThereYet)
{
    customerWrites("one");
    const auto beyond = say(m_agent, "\"x\"", "\"seen_position\":1000000");
    EXPECT_EQ(beyond.status, 409);
    EXPECT_EQ(beyond.text("newer_messages.0.text"), "one");
    EXPECT_EQ(say(m_agent, "\"x\"", "\"seen_position\":1").status, 201);
    EXPECT_EQ(say(m_colleague, "\"y\"", "\"seen_position\":1000000").status, 409);
    EXPECT_EQ(post("/end", "{\"seen_position\":1000000}", m_colleague).status, 409);
}

TEST_F(ConversationApi, ConflictsCarryWhatDecidesThem)
{
    customerWrites("one");
    customerWrites("two");
    const auto newer = say(m_agent, "\"x\"", "\"seen_position\":1");
    EXPECT_EQ(newer.status, 409);
    EXPECT_EQ(newer.text("newer_messages.0.text"), "two");
    EXPECT_EQ(newer.at("last_public_position"), "2");
    EXPECT_EQ(newer.text("conversation.id"), m_rig.world().one.conversation.value);
    EXPECT_EQ(newer.at("status"), "409");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    const auto held = post("/claim", "", m_colleague);
    EXPECT_EQ(held.status, 409);
    EXPECT_EQ(held.text("holder.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(held.text("holder.name"), "agent");
    EXPECT_EQ(held.at("fence"), "1");
    const auto moved = post("/takeover", R"({"expect":{"owner":"nobody"}})", m_colleague);
    EXPECT_EQ(moved.status, 409);
    EXPECT_EQ(moved.text("current.owner"), m_rig.world().agent.value);
    const auto taken = post("/takeover", "{\"expect\":{\"owner\":\"" + m_rig.world().agent.value + "\"}}", m_colleague);
    EXPECT_EQ(taken.at("claim.fence"), "2");
    const auto stale = say(m_agent, "\"x\"", "\"seen_position\":2,\"fence\":1,\"override\":true");
    EXPECT_EQ(stale.status, 409);
    EXPECT_EQ(stale.text("holder.name"), "colleague");
    EXPECT_EQ(post("/end", "{\"seen_position\":1}", m_colleague).text("newer_messages.0.text"), "two");
    EXPECT_EQ(post("/reopen", "{}", m_colleague).status, 409);
}

TEST_F(ConversationApi, BadInputNamesTheFieldAndStoresNothing)
{
    const auto wrong = [&](const std::string &text, const std::string &rest) { return say(m_agent, text, rest); };
    EXPECT_EQ(wrong("7", "\"seen_position\":1").text("errors.0.field"), "text");
    EXPECT_EQ(wrong("\"x\"", "\"seen_position\":\"1\"").text("errors.0.field"), "seen_position");
    EXPECT_EQ(wrong("\"x\"", "\"fence\":1").text("errors.0.field"), "seen_position");
    EXPECT_EQ(wrong("\"\\ud800\"", "\"seen_position\":1").status, 400) << "a lone surrogate";
    EXPECT_EQ(wrong("\" \"", "\"seen_position\":1").text("errors.0.field"), "text");
    EXPECT_EQ(wrong("\"" + std::string(64 * 1024 + 1, 'x') + "\"", "\"seen_position\":1").status, 413);
    EXPECT_EQ(wrong("\"" + std::string(300 * 1024, 'x') + "\"", "\"seen_position\":1").status, 413) << "beyond the body's limit";
    std::string deep;
    for (int i = 0; i < 40; ++i)
        deep += "[";
    EXPECT_EQ(m_rig.act("POST", path("/notes"), deep, m_agent).status, 400);
    EXPECT_EQ(m_rig.act("POST", path("/messages"), "{\"id\":\"other\",\"text\":\"x\",\"seen_position\":0}", m_agent).text("errors.0.field"), "id");
    EXPECT_EQ(m_rig.act("POST", path("/notes"), "{\"id\":\"x\",\"text\":\"x\"}", m_agent, "no-uuid").text("errors.0.field"), "Idempotency-Key");
    EXPECT_EQ(post("/release", R"({"to":"user"})", m_agent).text("errors.0.field"), "to");
    EXPECT_EQ(post("/escalate", R"({"reason":"boredom"})", m_agent).text("errors.0.field"), "reason");
    EXPECT_EQ(post("/takeover", R"({"expect":{"mood":"calm"}})", m_agent).text("errors.0.field"), "expect.mood");
    EXPECT_EQ(m_rig.call("GET", path("/messages?limit=501"), {}, m_agent).text("errors.0.field"), "limit");
    EXPECT_EQ(m_rig.call("GET", path("/messages?before=x"), {}, m_agent).text("errors.0.field"), "before");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/client/" + m_rig.world().one.client.value + "?view=all&cursor=junk", {}, m_agent).text("errors.0.field"), "cursor");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/client/" + m_rig.world().one.client.value + "?view=best", {}, m_agent).text("errors.0.field"), "view");
    EXPECT_EQ(m_rig.call("GET", path("/messages"), {}, m_agent).at("items"), "[]");
}

TEST_F(ConversationApi, ListsShowTheirViewsPageByPage)
{
    const auto all = "/api/v1/conversations/client/" + m_rig.world().one.client.value;
    EXPECT_EQ(m_rig.call("GET", all + "?view=unassigned", {}, m_agent).text("items.0.id"), m_rig.world().one.conversation.value);
    EXPECT_EQ(m_rig.call("GET", all + "?view=mine", {}, m_agent).at("items"), "[]");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    EXPECT_EQ(m_rig.call("GET", all + "?view=mine", {}, m_agent).text("items.0.owner.name"), "agent");
    EXPECT_EQ(m_rig.call("GET", all + "?view=mine", {}, m_colleague).at("items"), "[]");
    EXPECT_EQ(m_rig.call("GET", all + "?view=unassigned", {}, m_agent).at("items"), "[]");
    ASSERT_EQ(post("/escalate", R"({"reason":"complaint","detail":"loud"})", m_agent).status, 200);
    EXPECT_EQ(m_rig.call("GET", all + "?view=escalated", {}, m_agent).text("items.0.escalation.reason"), "complaint");
    EXPECT_EQ(m_rig.call("GET", all + "?view=waiting&channel=sms", {}, m_agent).at("items"), "[]");
    EXPECT_EQ(m_rig.call("GET", all + "?view=waiting&channel=whatsapp", {}, m_agent).text("items.0.status"), "waiting_human");
    ASSERT_EQ(post("/end", "{\"seen_position\":0}", m_agent).status, 200);
    EXPECT_EQ(m_rig.call("GET", all + "?view=ended", {}, m_agent).text("items.0.status"), "ended");
    EXPECT_EQ(m_rig.call("GET", all, {}, m_agent).at("next_cursor"), "null");
    EXPECT_EQ(m_rig.call("GET", path(), {}, m_agent).text("lead.name"), "Nora");
}

TEST_F(ConversationApi, WhoIsTakenOverWaitsUntilSomebodyAnswers)
{
    const auto waiting = "/api/v1/conversations/client/" + m_rig.world().one.client.value + "?view=waiting";
    customerWrites("Can I talk to a person please?");
    const auto taken = post("/takeover", "{}", m_agent);
    ASSERT_EQ(taken.status, 200);
    EXPECT_EQ(m_rig.call("GET", waiting, {}, m_agent).text("items.0.owner.name"), "agent");
    const auto key = m_rig.newKey();
    const auto seen = taken.at("last_public_position");
    ASSERT_EQ(m_rig.act("POST", path("/messages"), "{\"id\":\"" + key + "\",\"text\":\"Here I am\",\"seen_position\":" + seen + "}", m_agent, key).status, 201);
    EXPECT_EQ(m_rig.call("GET", waiting, {}, m_agent).at("items"), "[]");
}

TEST_F(ConversationApi, DoesNotPutOffWhatNobodyHasSeen)
{
    const auto body = [&](int seen, const char *more) {
        return "{\"until\":\"" + toRfc3339(m_rig.clock().now() + 1h) + "\",\"seen_position\":" + std::to_string(seen) + more + "}";
    };
    customerWrites("Hello?");
    customerWrites("It is urgent");
    const auto refused = post("/snooze", body(1, ""), m_agent);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(refused.text("newer_messages.0.text"), "It is urgent") << refused.body;
    EXPECT_EQ(post("/snooze", body(99, ""), m_agent).status, 409) << "nobody has seen what is not there";
    EXPECT_EQ(post("/snooze", body(2, ""), m_agent).text("status"), "snoozed");
    EXPECT_EQ(post("/snooze", body(1, ",\"override\":true"), m_agent).status, 200);
}

TEST_F(ConversationApi, PutsOffWithinAYearAndNotWhatAColleagueHolds)
{
    customerWrites("Hello?");
    const auto until = [&](std::chrono::milliseconds ahead) { return "{\"until\":\"" + toRfc3339(m_rig.clock().now() + ahead) + "\"}"; };
    for (const auto &body : {std::string {"{}"}, std::string {R"({"until":"soon"})"}, until(-1s), until(std::chrono::days {367})}) {
        const auto refused = post("/snooze", body, m_agent);
        EXPECT_EQ(refused.status, 400) << body;
        EXPECT_EQ(refused.text("errors.0.field"), "until") << refused.body;
    }
    const auto put = post("/snooze", until(1h), m_agent);
    ASSERT_EQ(put.status, 200) << put.body;
    EXPECT_EQ(put.text("status"), "snoozed");
    EXPECT_EQ(put.text("snoozed_until"), toRfc3339(m_rig.clock().now() + 1h));
    EXPECT_EQ(m_rig.call("GET", "/api/v1/conversations/client/" + m_rig.world().one.client.value + "?view=waiting", {}, m_agent).at("items.0"), "");
    EXPECT_EQ(post("/wake", "{\"expect\":{\"status\":\"active\"}}", m_agent).status, 409);
    EXPECT_EQ(post("/wake", "{}", m_agent).text("status"), "waiting_human");
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    const auto held = post("/snooze", until(1h), m_colleague);
    EXPECT_EQ(held.status, 409);
    EXPECT_EQ(held.text("holder.name"), "agent");
    EXPECT_EQ(post("/snooze", until(1h), m_agent).text("owner.name"), "agent") << "one's own stays one's own";
    auto anyway = until(1h);
    anyway.insert(anyway.size() - 1, ",\"override\":true");
    EXPECT_EQ(post("/snooze", anyway, m_colleague).status, 200);
    ASSERT_EQ(post("/end", R"({"seen_position":1})", m_agent).status, 200);
    EXPECT_EQ(post("/snooze", until(1h), m_agent).status, 409) << "it has ended";
}

TEST_F(ConversationApi, TheTimelineHoldsEverythingInOneOrder)
{
    customerWrites("Hello?");
    const auto key = m_rig.newKey();
    ASSERT_EQ(m_rig.act("POST", path("/notes"), "{\"id\":\"" + key + "\",\"text\":\"regular guest\"}", m_agent, key).status, 201);
    ASSERT_EQ(post("/claim", "{}", m_agent).status, 200);
    Decision decision;
    decision.id = DecisionId::make(m_rig.clock().now());
    decision.client = m_rig.world().one.client;
    decision.conversation = m_rig.world().one.conversation;
    decision.seenPosition = 1;
    decision.action = DecisionAction::Silent;
    write(m_rig.store(), [&](WriteTx &tx) { DecisionRepository::insert(tx, decision); });
    const auto all = m_rig.call("GET", path("/timeline"), {}, m_agent);
    EXPECT_EQ(all.text("items.0.kind"), "transition");
    EXPECT_EQ(all.text("items.0.data.to"), m_rig.world().agent.value);
    EXPECT_EQ(all.text("items.1.data.field"), "response") << "what clocks run by is in it too";
    EXPECT_EQ(all.text("items.2.kind"), "note");
    EXPECT_EQ(all.text("items.2.data.text"), "regular guest");
    EXPECT_EQ(all.text("items.3.kind"), "message");
    EXPECT_EQ(all.text("decisions.0.id"), decision.id.value);
    EXPECT_EQ(all.at("next_cursor"), "null");
    const auto page = m_rig.call("GET", path("/timeline?limit=2"), {}, m_agent);
    EXPECT_EQ(page.at("items.2"), "");
    EXPECT_EQ(page.text("next_cursor"), page.at("items.1.data.position"));
    const auto rest = m_rig.call("GET", path("/timeline?before=" + page.text("next_cursor")), {}, m_agent);
    EXPECT_EQ(rest.text("items.0.data.text"), "regular guest");
    EXPECT_EQ(rest.text("items.1.data.text"), "Hello?");
    EXPECT_EQ(m_rig.call("GET", path("/messages"), {}, m_agent).at("items.1"), "") << "a note is never a message";
}

TEST_F(ConversationApi, CompositionAndReadCursorAreOnesOwn)
{
    customerWrites("Hello?");
    const auto typed = m_rig.act("PUT", path("/composition"), R"({"kind":"note","text":"ask about","seen_position":1})", m_agent);
    EXPECT_EQ(typed.status, 200);
    EXPECT_EQ(typed.at("version"), "1");
    EXPECT_EQ(typed.text("user_id"), m_rig.world().agent.value);
    EXPECT_EQ(m_rig.act("PUT", path("/composition"), R"({"kind":"poem","text":""})", m_agent).text("errors.0.field"), "kind");
    EXPECT_EQ(post("/read", "{\"position\":1}", m_agent).at("position"), "1");
    EXPECT_EQ(post("/read", "{\"position\":0}", m_agent).at("position"), "1");
    const auto mine = m_rig.call("GET", "/api/v1/sync/users/" + m_rig.world().agent.value + "/snapshot", {}, m_agent);
    EXPECT_EQ(mine.text("items.0.kind"), "read_cursor");
}
