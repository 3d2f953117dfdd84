#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/leadrepository.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class DeskApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    Answer enter(const std::string &body, const std::string &key = {}, const std::string &token = {})
    {
        return m_rig.act("POST", "/api/v1/leads/client/" + one().client.value, body, token.empty() ? m_agent : token, key);
    }
    std::string wrongField(const std::string &body) { return enter(body).text("errors.0.field"); }
    std::vector<Conversation> talksOf(const std::string &lead)
    {
        std::vector<Conversation> talks;
        read(m_rig.store(), [&](Tx &tx) { talks = ConversationRepository::ofLead(tx, one().client, LeadId {lead}, {50, {}}).items; });
        return talks;
    }
    /// The texts of its notes, the oldest first.
    std::vector<std::string> notesIn(const ConversationId &talk)
    {
        const auto page = m_rig.call("GET", "/api/v1/conversations/" + talk.value + "/timeline", {}, m_agent);
        std::vector<std::string> notes;
        JsonDocument document;
        const auto root = document.parse(page.body);
        root.value()["items"].eachElement([&](JsonValue item) {
            if (item["kind"].asString() == std::string_view {"note"})
                notes.emplace_back(item["data"]["text"].asString().value_or(""));
            return true;
        });
        std::reverse(notes.begin(), notes.end()); // a timeline begins with the newest
        return notes;
    }
    std::size_t events()
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        return events.size();
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
};

constexpr const char *caller = R"({"name":" Ines ","phones":[{"raw":"(305) 555-0177"}],"source":"call","wants":"A berth for Friday","note":"Rings back at six","conversation":true})";

} // namespace

TEST_F(DeskApi, WhoCalledHasALeadAndAConversationOfTheirOwn)
{
    const auto key = m_rig.newKey();
    const auto made = enter(caller, key);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("id"), key) << "the act's, where none is given";
    const auto taken = enter("{\"id\":\"" + key + R"(","name":"Another","source":"walk_in"})");
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(taken.text("errors.0.field"), "id") << taken.body;
    EXPECT_EQ(made.text("name"), "Ines");
    EXPECT_EQ(made.text("source"), "call");
    EXPECT_EQ(made.text("phones.0.e164"), "+13055550177");
    EXPECT_EQ(made.text("qualification.service_interest"), "A berth for Friday");
    const auto talks = talksOf(key);
    ASSERT_EQ(talks.size(), 1U);
    const auto &talk = talks.front();
    EXPECT_TRUE(talk.channelKind == ChannelKind::Call);
    EXPECT_TRUE(talk.channel.empty()) << "there is no door";
    EXPECT_TRUE(talk.status == ConversationStatus::Active);
    EXPECT_EQ(talk.owner.user, m_rig.world().agent);
    EXPECT_FALSE(talk.waitingSince) << "nobody waits for a written answer";
    EXPECT_NE(talk.summary.wants.find("A berth for Friday"), std::string::npos) << talk.summary.wants;
    EXPECT_EQ(notesIn(talk.id), std::vector<std::string> {"Rings back at six"});
}

TEST_F(DeskApi, WhoWroteSomebodyDownTakesPartWithoutANote)
{
    const auto made = enter(R"({"name":"Ines","source":"walk_in","conversation":true})");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto talks = talksOf(made.text("id"));
    ASSERT_EQ(talks.size(), 1U);
    ASSERT_EQ(talks.front().participants.size(), 1U);
    EXPECT_EQ(talks.front().participants.front().user, m_rig.world().agent);
}

TEST_F(DeskApi, TheSameActTwiceIsOne)
{
    const auto key = m_rig.newKey();
    const auto first = enter(caller, key);
    const auto before = events();
    const auto again = enter(caller, key);
    EXPECT_EQ(again.status, first.status);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(events(), before);
    EXPECT_EQ(talksOf(key).size(), 1U);
    EXPECT_EQ(enter(R"({"name":"Another","source":"call"})", key).status, 422) << "another act under the same key";
}

TEST_F(DeskApi, WhoIsKnownIsNotMadeAgainAndNothingOfTheTypedIsLost)
{
    const auto first = enter(caller).text("id");
    m_rig.clock().advance(1h);
    m_agent = m_rig.token("agent");
    const auto again = enter(R"({"name":"I. Ruiz","phones":[{"raw":"305 555 0177"}],"emails":["Ines@Example.com"],"source":"call","wants":"Two berths","note":"From Saturday","conversation":true})");
    EXPECT_EQ(again.status, 200) << again.body;
    EXPECT_EQ(again.text("id"), first);
    EXPECT_EQ(again.text("name"), "Ines") << "what is known is not written over";
    EXPECT_EQ(again.text("emails.0"), "ines@example.com");
    EXPECT_EQ(again.text("qualification.service_interest"), "A berth for Friday");
    const auto talks = talksOf(first);
    ASSERT_EQ(talks.size(), 1U) << "one conversation a day";
    EXPECT_EQ(notesIn(talks.front().id), (std::vector<std::string> {"Rings back at six", "Two berths\nFrom Saturday"}));

    m_rig.clock().advance(25h);
    m_agent = m_rig.token("agent");
    ASSERT_EQ(enter(R"({"emails":["ines@example.com"],"source":"call","conversation":true})").text("id"), first);
    EXPECT_EQ(talksOf(first).size(), 2U);
    ASSERT_EQ(enter(R"({"phones":[{"raw":"305 555 0177"}],"source":"walk_in","conversation":true})").text("id"), first);
    EXPECT_EQ(talksOf(first).size(), 3U) << "who comes in after a call is another talk";
}

TEST_F(DeskApi, WithoutAConversationThereIsTheLeadAlone)
{
    const auto made = enter(R"({"name":"Max","source":"walk_in"})");
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_TRUE(talksOf(made.text("id")).empty());
    const auto noted = enter(R"({"name":"Mia","source":"walk_in","note":"Has a dog"})");
    EXPECT_EQ(talksOf(noted.text("id")).size(), 1U) << "a note needs its place";
}

TEST_F(DeskApi, WhatCannotBeNamesItsField)
{
    EXPECT_EQ(wrongField(R"({"name":"Max","source":"pigeon"})"), "source");
    EXPECT_EQ(wrongField(R"({"name":"Max","source":"sms","conversation":true})"), "conversation");
    EXPECT_EQ(wrongField(R"({"name":"Max","source":"web_form","note":"hello"})"), "note");
    EXPECT_EQ(wrongField(R"({"name":")" + std::string(201, 'x') + R"(","source":"call"})"), "name");
    EXPECT_EQ(wrongField(R"({"name":"Max","source":"call","wants":")" + std::string(2001, 'x') + "\"}"), "wants");
    EXPECT_EQ(wrongField(R"({"name":"Max","source":"call","emails":["nobody"]})"), "emails");
    EXPECT_EQ(enter(R"({"name":"Max","source":"call","note":")" + std::string(65 * 1024, 'x') + "\"}").status, 413);
    EXPECT_EQ(enter(caller, {}, m_rig.token("viewer")).status, 403);
    EXPECT_EQ(enter(caller, {}, m_rig.token("stranger")).status, 404);
}

// Somebody else's address among what was typed stays with its owner.
TEST_F(DeskApi, AContactOfAnotherLeadIsNotTaken)
{
    const auto ann = enter(R"({"name":"Ann","emails":["ann@example.com"],"source":"walk_in"})").text("id");
    const auto ben = enter(R"({"name":"Ben","phones":[{"raw":"305 555 0182"}],"source":"walk_in"})").text("id");
    const auto again = enter(R"({"phones":[{"raw":"305 555 0182"}],"emails":["ann@example.com"],"source":"call"})");
    EXPECT_EQ(again.text("id"), ben);
    EXPECT_EQ(again.at("emails"), "[]");
    EXPECT_EQ(m_rig.call("GET", "/api/v1/leads/" + ann, {}, m_agent).text("emails.0"), "ann@example.com");
}

TEST_F(DeskApi, ItIsWorkedOnLikeAnyOtherButForTheAssistant)
{
    const auto talk = talksOf(enter(caller).text("id")).front();
    const auto path = "/api/v1/conversations/" + talk.id.value;
    const auto due = toRfc3339(m_rig.clock().now() + 2h);
    EXPECT_EQ(m_rig.act("POST", path + "/tasks", R"({"kind":"call_back","due":")" + due + "\"}", m_agent).status, 201);
    EXPECT_EQ(m_rig.act("POST", path + "/labels", R"({"add":["berth"]})", m_agent).status, 200);
    const auto refused = m_rig.act("POST", path + "/release", R"({"to":"assistant"})", m_agent);
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(m_rig.act("POST", path + "/release", R"({"to":"nobody"})", m_agent).text("owner.kind"), "nobody");
    EXPECT_EQ(m_rig.act("POST", path + "/takeover", "{}", m_rig.token("colleague")).text("owner.user_id"), m_rig.world().colleague.value);
    EXPECT_EQ(m_rig.act("POST", path + "/end", R"({"seen_position":99})", m_rig.token("colleague")).text("status"), "ended");
    // What has ended is not gone on with.
    const auto again = enter(R"({"phones":[{"raw":"305 555 0177"}],"source":"call","conversation":true})");
    EXPECT_EQ(talksOf(again.text("id")).size(), 2U);
}

TEST_F(DeskApi, ANoticeHoldsAtOnceAndEndsByItsTimeOrAPerson)
{
    const auto client = "/api/v1/clients/" + one().client.value;
    const auto key = m_rig.newKey();
    const auto until = toRfc3339(m_rig.clock().now() + 48h);
    const auto told = m_rig.act("POST", client + "/notices", R"({"text":" No rooms until Sunday ","until":")" + until + "\"}", m_agent, key);
    ASSERT_EQ(told.status, 201) << told.body;
    EXPECT_EQ(told.text("notices.0.id"), key);
    EXPECT_EQ(told.text("notices.0.text"), "No rooms until Sunday");
    EXPECT_EQ(told.text("notices.0.until"), until);
    EXPECT_EQ(told.text("notices.0.from"), toRfc3339(m_rig.clock().now()));
    EXPECT_FALSE(told.text("notices.0.by").empty());
    EXPECT_EQ(m_rig.act("POST", client + "/notices", R"({"text":"The pool is closed"})", m_agent).status, 201) << "until somebody ends it";

    // What is over goes with the next one.
    m_rig.clock().advance(49h);
    m_agent = m_rig.token("agent");
    const auto next = m_rig.act("POST", client + "/notices", R"({"text":"Open again"})", m_agent);
    EXPECT_EQ(next.text("notices.0.text"), "The pool is closed");
    EXPECT_EQ(next.text("notices.1.text"), "Open again");
    const auto ended = m_rig.act("DELETE", client + "/notices/" + next.text("notices.0.id"), {}, m_agent);
    EXPECT_EQ(ended.status, 200) << ended.body;
    EXPECT_EQ(ended.text("notices.0.text"), "Open again");
    EXPECT_EQ(m_rig.act("DELETE", client + "/notices/" + next.text("notices.0.id"), {}, m_agent).status, 200) << "it has ended, whoever asked";
}

TEST_F(DeskApi, ANoticeThatCannotBeNamesItsField)
{
    const auto path = "/api/v1/clients/" + one().client.value + "/notices";
    const auto field = [&](const std::string &body) { return m_rig.act("POST", path, body, m_agent).text("errors.0.field"); };
    const auto at = [&](std::chrono::milliseconds ahead) { return toRfc3339(m_rig.clock().now() + ahead); };
    EXPECT_EQ(field(R"({"text":"  "})"), "text");
    EXPECT_EQ(field(R"({"text":")" + std::string(501, 'x') + "\"}"), "text");
    EXPECT_EQ(field(R"({"text":"x","until":")" + at(-1h) + "\"}"), "until");
    EXPECT_EQ(field(R"({"text":"x","from":")" + at(2h) + R"(","until":")" + at(1h) + "\"}"), "until");
    EXPECT_EQ(field(R"({"text":"x","until":")" + at(24h * 400) + "\"}"), "until");
    EXPECT_EQ(m_rig.act("POST", path, R"({"text":"x"})", m_rig.token("viewer")).status, 403);
    for (std::size_t i = 0; i < mostNotices; ++i)
        EXPECT_EQ(m_rig.act("POST", path, R"({"text":"x"})", m_agent).status, 201);
    EXPECT_EQ(m_rig.act("POST", path, R"({"text":"x"})", m_agent).status, 422);
}

TEST_F(DeskApi, WhoeverWorksPausesTheAssistantForAWhile)
{
    const auto path = "/api/v1/clients/" + one().client.value + "/assistant";
    const auto manager = m_rig.token("manager");
    const auto body = [&](std::chrono::milliseconds ahead) { return R"({"on":false,"until":")" + toRfc3339(m_rig.clock().now() + ahead) + "\"}"; };
    EXPECT_EQ(m_rig.act("POST", path, R"({"on":false})", m_agent).status, 403) << "without an end it is a manager's";
    EXPECT_EQ(m_rig.act("POST", path, body(24h * 8), m_agent).text("errors.0.field"), "until");
    EXPECT_EQ(m_rig.act("POST", path, body(-1h), m_agent).text("errors.0.field"), "until");
    const auto paused = m_rig.act("POST", path, body(1h), m_agent);
    EXPECT_EQ(paused.at("assistant_on"), "false") << paused.body;
    EXPECT_EQ(paused.text("assistant_off_until"), toRfc3339(m_rig.clock().now() + 1h));
    EXPECT_EQ(m_rig.act("POST", path, body(2h), m_agent).text("assistant_off_until"), toRfc3339(m_rig.clock().now() + 2h));
    const auto on = m_rig.act("POST", path, R"({"on":true})", m_agent);
    EXPECT_EQ(on.at("assistant_on"), "true") << on.body;
    EXPECT_EQ(on.at("assistant_off_until"), "null");
    EXPECT_EQ(m_rig.act("POST", path, R"({"on":false})", manager).at("assistant_off_until"), "null");
    EXPECT_EQ(m_rig.act("POST", path, R"({"on":true})", m_agent).status, 403) << "and a manager's to end";
    EXPECT_EQ(m_rig.act("POST", path, body(1h), m_agent).status, 403) << "not by the back door either";
    EXPECT_EQ(m_rig.act("POST", path, R"({"on":true})", manager).at("assistant_on"), "true");
}
