#include "tests/handlers/rig.h"

#include "models/core/text.h"
#include "server/services/secret/secretbox.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/announce.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/timelinerepository.h"

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class SyncTest : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string sync(const std::string &rest = {}) const { return "/api/v1/sync/" + one().client.value + rest; }
    ConversationId moreConversations(int count)
    {
        ConversationId last;
        write(m_rig.store(), [&](WriteTx &tx) {
            for (int i = 0; i < count; ++i) {
                m_rig.clock().advance(1s);
                auto row = ConversationRepository::byId(tx, one().client, one().conversation).value();
                row.id = last = ConversationId::make(m_rig.clock().now());
                row.version = 1;
                row.lastPosition = 0;
                row.createdAt = row.lastAt = m_rig.clock().now();
                ConversationRepository::insert(tx, row);
            }
        });
        return last;
    }
    // Every conversation of all pages, with how often it came.
    std::map<std::string, int> allConversations(const std::function<void(int)> &betweenPages = {})
    {
        std::map<std::string, int> seen;
        std::string cursor;
        for (int page = 0; page < 100; ++page) {
            const auto answer = m_rig.call("GET", sync("/snapshot?cursor=" + cursor), {}, m_token);
            EXPECT_EQ(answer.status, 200) << answer.body;
            for (int i = 0;; ++i) {
                const auto kind = answer.text("items." + std::to_string(i) + ".kind");
                if (kind.empty())
                    break;
                if (kind == "conversation")
                    ++seen[answer.text("items." + std::to_string(i) + ".data.id")];
            }
            m_startSeqs.insert(answer.at("start_seq"));
            cursor = answer.text("next_cursor");
            if (cursor.empty())
                return seen;
            if (betweenPages)
                betweenPages(page);
        }
        ADD_FAILURE() << "the snapshot does not end";
        return seen;
    }

    Rig m_rig;
    std::string m_token = m_rig.token("agent");
    std::set<std::string> m_startSeqs;
};

} // namespace

TEST_F(SyncTest, EventsAreReadFromAPosition)
{
    const auto all = m_rig.call("GET", sync("?limit=2"), {}, m_token);
    ASSERT_EQ(all.status, 200);
    EXPECT_EQ(all.text("items.0.type"), "event");
    EXPECT_EQ(all.text("epoch"), m_rig.store().epoch());
    EXPECT_EQ(all.at("next_since"), "2");
    const auto rest = m_rig.call("GET", sync("?since=2"), {}, m_token);
    EXPECT_EQ(rest.at("items.0.prev"), "2");
    EXPECT_EQ(rest.at("next_since"), "null");
    EXPECT_EQ(rest.at("head"), "3");
    EXPECT_EQ(m_rig.call("GET", sync("?since=99"), {}, m_token).status, 410);
    EXPECT_EQ(m_rig.call("GET", sync("?since=1&epoch=another"), {}, m_token).status, 410);
    write(m_rig.store(), [&](WriteTx &tx) { EventRepository::retain(tx, m_rig.clock().now() + 1h, 10'000); });
    const auto gone = m_rig.call("GET", sync("?since=1"), {}, m_token);
    EXPECT_EQ(gone.status, 410);
    EXPECT_NE(gone.text("detail").find("retention"), std::string::npos);
    EXPECT_EQ(m_rig.call("GET", sync("?since=3"), {}, m_token).status, 200);
}

TEST_F(SyncTest, ASnapshotHoldsTheClientThenItsConversations)
{
    test::customerWrites(m_rig.store(), m_rig.clock(), one(), "Hello?");
    const auto first = m_rig.call("GET", sync("/snapshot"), {}, m_token);
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(first.text("stream"), clientStreamOf(one()));
    EXPECT_EQ(first.at("total_conversations"), "1");
    EXPECT_EQ(first.text("items.0.kind"), "client");
    EXPECT_EQ(first.text("items.1.kind"), "location");
    EXPECT_EQ(first.text("items.2.kind"), "settings") << "channels and rules are for managers";
    EXPECT_EQ(first.text("items.3.kind"), "macro");
    EXPECT_EQ(first.text("items.4.kind"), "shift_note");
    EXPECT_EQ(first.text("items.5.kind"), "document");
    const auto second = m_rig.call("GET", sync("/snapshot?cursor=" + first.text("next_cursor")), {}, m_token);
    EXPECT_EQ(second.at("start_seq"), first.at("start_seq"));
    EXPECT_EQ(second.text("items.0.kind"), "conversation");
    EXPECT_EQ(second.text("items.1.kind"), "lead");
    EXPECT_EQ(second.text("items.2.kind"), "task");
    EXPECT_EQ(second.text("items.3.kind"), "message");
    EXPECT_EQ(second.text("items.3.data.text"), "Hello?");
    EXPECT_EQ(second.at("next_cursor"), "null");
    const auto managers = m_rig.call("GET", sync("/snapshot"), {}, m_rig.token("manager"));
    EXPECT_EQ(managers.text("items.2.kind"), "channel");
    EXPECT_EQ(managers.text("items.3.kind"), "rule");
    EXPECT_EQ(m_rig.call("GET", sync("/snapshot?cursor=junk"), {}, m_token).text("errors.0.field"), "cursor");
    EXPECT_EQ(m_rig.call("GET", sync("/snapshot?cursor=c~1~0~1~junk"), {}, m_token).status, 400);
}

TEST_F(SyncTest, ASnapshotEndsWithTheLeadsNobodyHasSpokenWith)
{
    const auto manager = m_rig.token("manager");
    std::set<std::string> made;
    for (int i = 0; i < 203; ++i) { // more than a page of them
        const auto lead = m_rig.act("POST", "/api/v1/leads/client/" + one().client.value, R"({"name":"Walk-in )" + std::to_string(i) + R"(","source":"web_form"})", manager);
        ASSERT_EQ(lead.status, 201) << lead.body;
        made.insert(lead.text("id"));
    }
    std::multiset<std::string> leads;
    std::string cursor;
    do {
        const auto page = m_rig.call("GET", sync("/snapshot" + (cursor.empty() ? cursor : "?cursor=" + cursor)), {}, m_token);
        ASSERT_EQ(page.status, 200) << page.body;
        for (int i = 0; !page.text("items." + std::to_string(i) + ".kind").empty(); ++i) {
            if (page.text("items." + std::to_string(i) + ".kind") == "lead")
                leads.insert(page.text("items." + std::to_string(i) + ".data.id"));
        }
        cursor = page.text("next_cursor");
    } while (!cursor.empty());
    made.insert(one().lead.value); // with whom there is one
    EXPECT_EQ(leads, std::multiset<std::string>(made.begin(), made.end()));
}

// Nobody has to sign in to write into a chat window: what stands there must not make a page that no console takes.
TEST_F(SyncTest, AFloodOfLongMessagesMakesMorePagesAndNoLongOnes)
{
    moreConversations(4);
    for (int i = 0; i < 30; ++i)
        test::customerWrites(m_rig.store(), m_rig.clock(), one(), std::string(maxMessageBytes, '"')); // each byte is two in JSON
    std::map<std::string, int> conversations;
    std::set<std::int64_t> positions;
    std::string cursor;
    int pages = 0;
    do {
        const auto page = m_rig.call("GET", sync("/snapshot?cursor=" + cursor), {}, m_token);
        ASSERT_EQ(page.status, 200);
        EXPECT_LT(page.body.size(), std::size_t {2 * 1024 * 1024});
        for (int i = 0; !page.text("items." + std::to_string(i) + ".kind").empty(); ++i) {
            const auto item = "items." + std::to_string(i);
            if (page.text(item + ".kind") == "conversation")
                ++conversations[page.text(item + ".data.id")];
            if (page.text(item + ".kind") == "message")
                positions.insert(std::stoll(page.at(item + ".data.position")));
        }
        cursor = page.text("next_cursor");
        ASSERT_LT(++pages, 20);
    } while (!cursor.empty());
    EXPECT_EQ(conversations.size(), 5u) << "none is passed over where a page ends early";
    ASSERT_FALSE(positions.empty());
    EXPECT_LT(positions.size(), 30u);
    EXPECT_EQ(*positions.rbegin() - *positions.begin() + 1, static_cast<std::int64_t>(positions.size())) << "the newest in one piece";
    const auto before = std::to_string(*positions.begin());
    const auto older = m_rig.call("GET", "/api/v1/conversations/" + one().conversation.value + "/timeline?limit=100&before=" + before, {}, m_token);
    EXPECT_EQ(older.at("items.0.data.position"), std::to_string(*positions.begin() - 1)) << "and the rest is asked for";
}

TEST_F(SyncTest, NothingIsMissedThatMovesUpWhileTheSnapshotIsRead)
{
    moreConversations(70);
    m_rig.clock().advance(1min);
    // The oldest one moves to the top after the first page of conversations was read.
    const auto seen = allConversations([&](int page) {
        m_rig.clock().advance(1s);
        if (page == 1)
            test::customerWrites(m_rig.store(), m_rig.clock(), one(), "moved");
    });
    EXPECT_EQ(seen.size(), 71u);
    EXPECT_TRUE(seen.count(one().conversation.value));
    EXPECT_EQ(m_startSeqs.size(), 1u);
}

TEST_F(SyncTest, ASnapshotWhileWritingPlusItsEventsIsTheTruth)
{
    moreConversations(60);
    std::atomic<bool> stop {false};
    std::thread writer {[&] {
        while (!stop)
            test::customerWrites(m_rig.store(), m_rig.clock(), one(), "again");
    }};
    const auto seen = allConversations();
    stop = true;
    writer.join();
    EXPECT_EQ(seen.size(), 61u);
    ASSERT_EQ(m_startSeqs.size(), 1u);
    std::int64_t count = 0, last = std::stoll(*m_startSeqs.begin());
    for (std::string since = *m_startSeqs.begin(); !since.empty() && since != "null";) {
        const auto page = m_rig.call("GET", sync("?limit=500&since=" + since), {}, m_token);
        for (int i = 0; !page.at("items." + std::to_string(i) + ".seq").empty(); ++i, ++count) {
            EXPECT_EQ(page.at("items." + std::to_string(i) + ".prev"), std::to_string(last));
            last = std::stoll(page.at("items." + std::to_string(i) + ".seq"));
        }
        since = page.at("next_since");
    }
    EXPECT_EQ(last, std::stoll(m_rig.call("GET", sync("?limit=1&since=" + std::to_string(last)), {}, m_token).at("head")));
}

TEST_F(SyncTest, TheDigestFindsWhatDiffers)
{
    for (const char *text : {"a", "b", "c"})
        test::customerWrites(m_rig.store(), m_rig.clock(), one(), text);
    const auto digest = [&](const std::string &ids) { return m_rig.call("GET", sync("/digest?conversations=" + ids), {}, m_token); };
    const auto id = one().conversation.value;
    const auto answer = digest(id + "@2," + m_rig.world().two.conversation.value + "@0,unknown@0");
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.at("items.1"), "") << "foreign and unknown ones are left out";
    EXPECT_EQ(answer.at("items.0.count"), "2");
    EXPECT_EQ(answer.at("items.0.last_position"), "3");
    std::vector<TimelineMark> marks;
    read(m_rig.store(), [&](Tx &tx) { marks = TimelineRepository::marks(tx, one().client, one().conversation, 2); });
    std::string lines;
    for (const auto &mark : marks)
        lines += mark.id + ":" + std::to_string(mark.version) + "\n";
    EXPECT_EQ(answer.text("items.0.sha256"), sha256Hex(lines));
    write(m_rig.store(), [&](WriteTx &tx) {
        auto message = MessageRepository::after(tx, one().client, one().conversation, 2, 1).at(0);
        message.delivery.state = DeliveryState::Read;
        MessageRepository::update(tx, message);
    });
    EXPECT_NE(digest(id + "@2").text("items.0.sha256"), answer.text("items.0.sha256"));
    EXPECT_EQ(digest(id + "@x").text("errors.0.field"), "conversations");
    EXPECT_EQ(digest("").at("items"), "[]");
}

TEST_F(SyncTest, AgencyAndUserSnapshotsShowWhatOneMayKnow)
{
    const auto path = "/api/v1/sync/agencies/" + m_rig.world().ours.value + "/snapshot";
    const auto agent = m_rig.call("GET", path, {}, m_token);
    EXPECT_EQ(agent.text("items.0.kind"), "agency");
    EXPECT_EQ(agent.text("items.1.data.name"), "one");
    EXPECT_EQ(agent.body.find("\"two\""), std::string::npos) << "another client of the agency is not shown";
    EXPECT_NE(agent.body.find("colleague@example.com"), std::string::npos);
    EXPECT_EQ(agent.body.find("stranger@example.com"), std::string::npos);
    EXPECT_NE(m_rig.call("GET", path, {}, m_rig.token("owner")).body.find("\"two\""), std::string::npos);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/sync/users/" + m_rig.world().colleague.value + "/snapshot", {}, m_token).status, 404);
}

TEST_F(SyncTest, AUsersSnapshotTellsWhatTheyAreCalledTo)
{
    const auto calls = [&](const std::string &token, const UserId &user) {
        std::vector<std::string> found;
        const auto page = m_rig.call("GET", "/api/v1/sync/users/" + user.value + "/snapshot", {}, token);
        JsonDocument document;
        const auto root = document.parse(page.body);
        root.value()["items"].eachElement([&](JsonValue item) {
            if (item["kind"].asString() == std::string_view {"escalation_alert"})
                found.push_back(std::string {item["data"]["rung"].asString().value_or("")} + " " + std::to_string(item["version"].asInteger().value_or(0)));
            return true;
        });
        return found;
    };
    Escalation waits;
    waits.id = EscalationId::make(m_rig.clock().now());
    waits.client = one().client;
    waits.conversation = one().conversation;
    waits.lead = one().lead;
    const auto agent = m_rig.world().agent;
    write(m_rig.store(), [&](WriteTx &tx) {
        EscalationRepository::insert(tx, waits);
        Alert alert;
        alert.escalation = waits.id;
        alert.client = one().client;
        for (const auto rung : {Rung::Staff, Rung::Managers}) {
            alert.rung = rung;
            announce(tx, userStream(agent), "escalation.alert", alert, {});
            ++alert.version;
        }
        alert.client = m_rig.world().two.client; // which the agent does not see any more
        alert.escalation = EscalationId::make(m_rig.clock().now());
        Escalation foreign = waits;
        foreign.id = alert.escalation;
        foreign.client = alert.client;
        foreign.conversation = m_rig.world().two.conversation;
        EscalationRepository::insert(tx, foreign);
        announce(tx, userStream(agent), "escalation.alert", alert, {});
    });
    EXPECT_EQ(calls(m_token, agent), std::vector<std::string> {"managers 2"});
    EXPECT_TRUE(calls(m_rig.token("colleague"), m_rig.world().colleague).empty());
    write(m_rig.store(), [&](WriteTx &tx) {
        waits.status = EscalationStatus::Claimed;
        EscalationRepository::update(tx, waits);
    });
    EXPECT_TRUE(calls(m_token, agent).empty());
}
