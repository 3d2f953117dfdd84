#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/auditrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/shiftnoterepository.h"
#include "server/storage/timelinerepository.h"

#include <gtest/gtest.h>

#include <limits>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

class ShiftApi : public ::testing::Test {
protected:
    const World::Business &one() const { return m_rig.world().one; }
    std::string all() const { return "/api/v1/shift-notes/client/" + one().client.value; }
    Answer create(const std::string &body, const std::string &key = {}) { return m_rig.act("POST", all(), body, m_agent, key); }
    Answer acknowledge(const std::string &id, const char *who)
    {
        return m_rig.act("POST", "/api/v1/shift-notes/" + id + "/acknowledge", {}, m_rig.token(who));
    }
    std::string line(const std::string &more = {}) const { return R"({"kind":"held","name":"Ann","conversation_id":")" + one().conversation.value + "\"" + more + "}"; }
    std::vector<Event> events()
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        return events;
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
};

} // namespace

TEST_F(ShiftApi, AShiftIsHandedOverWholeAndToTheTeamAlone)
{
    const auto head = events().size();
    const auto at = toRfc3339(m_rig.clock().now() - 10min);
    const auto body = R"({"text":" The boiler man comes at six. \n","written_at":")" + at + R"(","lines":[)" + line()
        + R"(,{"kind":"task","subject_id":")" + one().task.value + R"(","what":"promise","name":"Ann","text":"Flowers\nby noon","owner":"Nadia","at":")" + at + "\"}]}";
    const auto key = m_rig.newKey();
    const auto made = create(body, key);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.text("id"), key) << "the act's, where none is given";
    EXPECT_EQ(made.text("text"), "The boiler man comes at six.");
    EXPECT_EQ(made.text("author.user_id"), m_rig.world().agent.value);
    EXPECT_EQ(made.text("written_at"), at);
    EXPECT_EQ(made.text("created_at"), toRfc3339(m_rig.clock().now()));
    EXPECT_EQ(made.text("lines.0.conversation_id"), one().conversation.value);
    EXPECT_EQ(made.text("lines.1.subject_id"), one().task.value);
    EXPECT_EQ(made.text("lines.1.text"), "Flowers by noon") << "one line";
    EXPECT_EQ(create(body, key).body, made.body) << "the same act again";
    const auto told = events();
    ASSERT_EQ(told.size(), head + 1) << "and nothing stands in a conversation";
    EXPECT_EQ(told.back().kind, "shift_note.created");
    read(m_rig.store(), [&](Tx &tx) {
        EXPECT_TRUE(TimelineRepository::before(tx, one().client, one().conversation, std::numeric_limits<std::int64_t>::max(), 50, 1 << 20).empty());
        EXPECT_EQ(AuditRepository::list(tx, one().client, {}).items.at(0).action, "shift_note.created");
    });
    EXPECT_EQ(m_rig.call("GET", all(), {}, m_rig.token("viewer")).text("items.0.id"), key);
    EXPECT_EQ(m_rig.call("GET", "/api/v1/shift-notes/" + key, {}, m_agent).body, made.body);
}

TEST_F(ShiftApi, WhoeverHasReadItSaysSoOnce)
{
    const auto id = create(R"({"text":"Keys are in the drawer"})").text("id");
    const auto head = events().size();
    EXPECT_EQ(acknowledge(id, "agent").at("version"), "1") << "its author has written it";
    EXPECT_EQ(events().size(), head);
    const auto seen = acknowledge(id, "viewer");
    ASSERT_EQ(seen.status, 200) << seen.body;
    EXPECT_EQ(seen.text("readers.0.user_id"), m_rig.world().viewer.value);
    EXPECT_EQ(seen.at("version"), "2");
    EXPECT_EQ(events().back().kind, "shift_note.updated");
    EXPECT_EQ(acknowledge(id, "viewer").at("version"), "2");
    EXPECT_EQ(acknowledge(id, "manager").text("readers.1.user_id"), m_rig.world().manager.value);
    EXPECT_EQ(events().size(), head + 2);
    EXPECT_EQ(acknowledge(m_rig.newKey(), "manager").status, 404);
}

TEST_F(ShiftApi, WhatCannotBeKeptIsRefusedByItsField)
{
    const auto field = [this](const std::string &body) {
        const auto answer = create(body);
        EXPECT_EQ(answer.status, 400) << answer.body;
        return answer.text("errors.0.field");
    };
    EXPECT_EQ(field("{}"), "text") << "neither words nor lines";
    EXPECT_EQ(field("{\"text\":\"" + std::string(mostShiftText + 1, 'x') + "\"}"), "text");
    EXPECT_EQ(field(R"({"lines":[)" + line() + R"(,{"kind":"weather"}]})"), "lines[1].kind");
    std::string many = line();
    for (std::size_t i = 0; i < mostShiftLines; ++i)
        many += "," + line();
    EXPECT_EQ(field("{\"lines\":[" + many + "]}"), "lines");
    EXPECT_EQ(create(R"({"id":")" + m_rig.world().foreign.shift.value + R"(","text":"x"})").status, 409);
}

TEST_F(ShiftApi, TheLargestNoteCanBeReadByAll)
{
    std::string quotes; // each takes two bytes as it is written
    for (int i = 0; i < 184; ++i)
        quotes += "\\\"";
    std::string many;
    for (std::size_t i = 0; i < mostShiftLines; ++i) {
        many += std::string(i == 0 ? "" : ",") + R"({"kind":"task","subject_id":")" + one().task.value + R"(","conversation_id":")" + one().conversation.value + R"(","name":")" + quotes
            + R"(","text":")" + quotes + R"(","owner":")" + quotes + "\"}";
    }
    const auto made = create("{\"text\":\"" + std::string(mostShiftText, 'x') + "\",\"lines\":[" + many + "]}");
    ASSERT_EQ(made.status, 201) << made.body.substr(0, 200);
    EXPECT_EQ(made.text("lines." + std::to_string(mostShiftLines - 1) + ".subject_id"), one().task.value) << "no line goes";
    for (const char *who : {"viewer", "manager"})
        EXPECT_EQ(acknowledge(made.text("id"), who).status, 200);
    ShiftNote note;
    read(m_rig.store(), [&](Tx &tx) { note = ShiftNoteRepository::byId(tx, one().client, ShiftNoteId {made.text("id")}).value_or(ShiftNote {}); });
    ASSERT_EQ(note.readers.size(), 2U);
    note.readers.insert(note.readers.end(), 100, note.readers.front());
    EXPECT_LT(encode(note).size() + 2048, maxEventBytes) << "and by a hundred more";
}

TEST_F(ShiftApi, ALineHoldsNothingOfAnotherClientAndNoMoreThanALine)
{
    const auto made = create(R"({"lines":[{"kind":"held","name":"Kim","text":")" + std::string(mostShiftWords + 9, 'x') + R"(","subject_id":"no id","conversation_id":")"
        + m_rig.world().foreign.conversation.value + R"("},{"kind":"snoozed","name":"Bo","conversation_id":")" + m_rig.newKey() + R"("}]})");
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.at("lines.0.conversation_id"), "null");
    EXPECT_EQ(made.text("lines.0.subject_id"), "");
    EXPECT_EQ(made.text("lines.0.name"), "Kim") << "its words stay";
    EXPECT_LE(made.text("lines.0.text").size(), mostShiftWords);
    EXPECT_EQ(made.at("lines.1.conversation_id"), "null") << "one that is gone";
}

TEST_F(ShiftApi, WhatLiesAheadWasWrittenNow)
{
    const auto made = create(R"({"text":"x","written_at":")" + toRfc3339(m_rig.clock().now() + 1h) + "\"}");
    EXPECT_EQ(made.text("written_at"), made.text("created_at"));
}

TEST_F(ShiftApi, ASnapshotHoldsTheNewestOnes)
{
    for (int i = 0; i < shownShiftNotes + 2; ++i) {
        m_rig.clock().advance(1s);
        ASSERT_EQ(create(R"({"text":"note )" + std::to_string(i) + R"("})").status, 201);
    }
    const auto first = m_rig.call("GET", "/api/v1/sync/" + one().client.value + "/snapshot", {}, m_agent);
    int notes = 0;
    bool newest = false, oldest = false;
    for (int i = 0; !first.text("items." + std::to_string(i) + ".kind").empty(); ++i) {
        const auto item = "items." + std::to_string(i);
        notes += first.text(item + ".kind") == "shift_note" ? 1 : 0;
        newest = newest || first.text(item + ".data.text") == "note " + std::to_string(shownShiftNotes + 1);
        oldest = oldest || first.text(item + ".data.text") == "note 0";
    }
    EXPECT_EQ(notes, shownShiftNotes);
    EXPECT_TRUE(newest);
    EXPECT_FALSE(oldest);
}
