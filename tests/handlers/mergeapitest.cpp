#include "tests/handlers/rig.h"

#include "net/codec/domaincodec.h"
#include "server/storage/auditrepository.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/eventrepository.h"
#include "server/storage/leadrepository.h"

#include <functional>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// Nora, who wrote over WhatsApp, and who came in and left an e-mail.
class MergeApi : public ::testing::Test {
protected:
    MergeApi() : m_nora(one().lead.value), m_guest(enter(R"({"name":"Nora Lind","emails":["nora@example.com"],"source":"walk_in","wants":"A berth","note":"Came at noon"})")) { }

    const World::Business &one() const { return m_rig.world().one; }
    std::string enter(const std::string &body) { return m_rig.act("POST", "/api/v1/leads/client/" + one().client.value, body, m_agent).text("id"); }
    Answer act(const std::string &verb, const std::string &left, const std::string &other, const std::string &more = {}, const std::string &key = {}, const std::string &token = {})
    {
        return m_rig.act("POST", "/api/v1/leads/" + left + "/" + verb, R"({"lead_id":")" + other + "\"" + more + "}", token.empty() ? m_agent : token, key);
    }
    Answer merge(const std::string &left, const std::string &other, const std::string &more = {}, const std::string &key = {}) { return act("merge", left, other, more, key); }
    Answer part(const std::string &left, const std::string &other) { return act("unmerge", left, other); }
    Answer lead(const std::string &id) { return m_rig.call("GET", "/api/v1/leads/" + id, {}, m_agent); }
    std::vector<Conversation> talksOf(const std::string &id)
    {
        std::vector<Conversation> talks;
        read(m_rig.store(), [&](Tx &tx) { talks = ConversationRepository::ofLead(tx, one().client, LeadId {id}, {50, {}}).items; });
        return talks;
    }
    std::vector<Event> events()
    {
        std::vector<Event> events;
        read(m_rig.store(), [&](Tx &tx) { events = EventRepository::after(tx, clientStreamOf(one()), 0, 100'000); });
        return events;
    }

    Rig m_rig;
    std::string m_agent = m_rig.token("agent");
    std::string m_nora;
    std::string m_guest;
};

} // namespace

TEST_F(MergeApi, TwoLeadsBecomeOnePersonWithBothThreads)
{
    const auto before = events().size();
    const auto answer = merge(m_nora, m_guest);
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.text("id"), m_nora);
    EXPECT_EQ(answer.text("name"), "Nora");
    EXPECT_EQ(answer.text("emails.0"), "nora@example.com");
    EXPECT_EQ(answer.text("qualification.service_interest"), "A berth");
    EXPECT_EQ(talksOf(m_nora).size(), 2U);
    EXPECT_TRUE(talksOf(m_guest).empty());
    EXPECT_EQ(lead(m_guest).text("merged_into"), m_nora);
    EXPECT_EQ(lead(m_guest).text("name"), "Nora Lind") << "what it was stays written down";
    const auto list = m_rig.call("GET", "/api/v1/leads/client/" + one().client.value, {}, m_agent);
    EXPECT_EQ(list.text("items.0.id"), m_nora);
    EXPECT_EQ(list.at("items.1"), "");
    const auto found = m_rig.call("GET", "/api/v1/leads/client/" + one().client.value + "?q=nora@", {}, m_agent);
    EXPECT_EQ(found.text("items.0.id"), m_nora) << found.body;

    const auto all = events();
    ASSERT_GE(all.size(), before + 4);
    EXPECT_EQ(all[before].entity, m_guest) << "first what is no more";
    EXPECT_EQ(all[before].kind, "lead.updated");
    EXPECT_EQ(all[before + 1].entity, m_nora);
    EXPECT_EQ(all.back().kind, "conversation.updated");
    EXPECT_NE(all.back().data.find("\"lead_id\":\"" + m_nora + "\""), std::string::npos);
    EXPECT_NE(all[all.size() - 2].data.find("lead_merged"), std::string::npos) << "the thread tells it";
}

TEST_F(MergeApi, TakenBackEachHasWhatItHad)
{
    const auto nora = lead(m_nora);
    const auto guest = lead(m_guest);
    const auto talk = talksOf(m_guest).front().id;
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    const auto answer = part(m_nora, m_guest);
    ASSERT_EQ(answer.status, 200) << answer.body;
    for (const char *field : {"name", "phones", "emails", "consent", "qualification", "score", "score_factors", "external_refs", "status", "value", "merged_into"}) {
        EXPECT_EQ(lead(m_nora).at(field), nora.at(field)) << field;
        EXPECT_EQ(lead(m_guest).at(field), guest.at(field)) << field;
    }
    ASSERT_EQ(talksOf(m_guest).size(), 1U);
    EXPECT_EQ(talksOf(m_guest).front().id, talk);
    EXPECT_EQ(talksOf(m_nora).size(), 1U);
    EXPECT_EQ(enter(R"({"emails":["nora@example.com"],"source":"call"})"), m_guest) << "and is found by what it was found by";
    EXPECT_EQ(part(m_nora, m_guest).status, 200) << "taken back already";
    EXPECT_EQ(merge(m_nora, m_guest).status, 200) << "and merged again";
}

TEST_F(MergeApi, WhatCameAndWasChangedSinceStays)
{
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + m_nora, R"({"name":"Nora L."})", m_agent).status, 200);
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + m_nora + "/status", R"({"status":"qualified"})", m_agent).status, 200);
    m_rig.clock().advance(26h);
    m_agent = m_rig.token("agent");
    ASSERT_EQ(enter(R"({"emails":["nora@example.com"],"source":"walk_in","note":"Came again"})"), m_nora) << "what finds the one finds the other";
    ASSERT_EQ(talksOf(m_nora).size(), 3U);
    ASSERT_EQ(part(m_nora, m_guest).status, 200);
    EXPECT_EQ(lead(m_nora).text("name"), "Nora L.");
    EXPECT_EQ(lead(m_nora).text("status"), "qualified");
    EXPECT_EQ(lead(m_nora).text("emails.0"), "");
    EXPECT_EQ(lead(m_guest).text("status"), "new");
    EXPECT_EQ(talksOf(m_nora).size(), 2U) << "who came again came as Nora";
    EXPECT_EQ(talksOf(m_guest).size(), 1U);
}

TEST_F(MergeApi, TheSameActTwiceIsOneAndTheSameWishOfTwoPeopleIsDoneOnce)
{
    const auto key = m_rig.newKey();
    const auto first = merge(m_nora, m_guest, {}, key);
    const auto count = events().size();
    EXPECT_EQ(merge(m_nora, m_guest, {}, key).body, first.body);
    const auto other = act("merge", m_nora, m_guest, {}, {}, m_rig.token("colleague", "other"));
    EXPECT_EQ(other.status, 200);
    EXPECT_EQ(other.body, first.body);
    EXPECT_EQ(events().size(), count) << "nothing is told twice";
}

TEST_F(MergeApi, TheOtherWayRoundAtOnceIsRefusedWithWhoIsLeft)
{
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    const auto turned = merge(m_guest, m_nora);
    EXPECT_EQ(turned.status, 409);
    EXPECT_EQ(turned.text("lead.id"), m_nora) << turned.body;
    const auto third = enter(R"({"name":"Third","source":"call"})");
    const auto again = merge(third, m_guest);
    EXPECT_EQ(again.status, 409) << "it is part of another already";
    EXPECT_EQ(again.text("lead.id"), m_nora);
    EXPECT_EQ(part(third, m_guest).status, 409) << "and of another than that";
    EXPECT_EQ(lead(m_nora).at("merged_into"), "null");
    EXPECT_EQ(talksOf(m_nora).size(), 2U);
}

TEST_F(MergeApi, OneThatIsMergedWithAnotherInItComesBackWithIt)
{
    const auto third = enter(R"({"name":"Third","phones":[{"raw":"305 555 0190"}],"source":"walk_in","note":"x"})");
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    ASSERT_EQ(merge(third, m_nora).status, 200);
    EXPECT_EQ(talksOf(third).size(), 3U);
    EXPECT_EQ(enter(R"({"emails":["nora@example.com"],"source":"call"})"), third) << "through both";
    EXPECT_EQ(part(m_nora, m_guest).status, 409) << "the later one first";
    ASSERT_EQ(part(third, m_nora).status, 200);
    EXPECT_EQ(talksOf(m_nora).size(), 2U);
    EXPECT_EQ(enter(R"({"emails":["nora@example.com"],"source":"call"})"), m_nora);
    ASSERT_EQ(part(m_nora, m_guest).status, 200);
    EXPECT_EQ(talksOf(m_guest).size(), 1U);
    EXPECT_EQ(enter(R"({"emails":["nora@example.com"],"source":"call"})"), m_guest);
}

TEST_F(MergeApi, AnotherClientsLeadIsNotThere)
{
    const auto foreign = merge(m_nora, m_rig.world().foreign.lead.value);
    const auto absent = merge(m_nora, m_rig.newKey());
    EXPECT_EQ(foreign.status, 404);
    EXPECT_EQ(absent.status, 404);
    const auto second = act("merge", m_nora, m_rig.world().two.lead.value, {}, {}, m_rig.token("owner"));
    EXPECT_EQ(second.status, 404) << "nor where the caller may see both";
    EXPECT_EQ(merge(m_nora, m_nora).text("errors.0.field"), "lead_id");
    EXPECT_EQ(m_rig.act("POST", "/api/v1/leads/" + m_nora + "/merge", "{}", m_agent).text("errors.0.field"), "lead_id");
}

TEST_F(MergeApi, ItRestsOnWhatItsAuthorSaw)
{
    const auto changed = merge(m_nora, m_guest, R"(,"expect":{"other":{"name":"Nora"}})");
    EXPECT_EQ(changed.status, 409);
    EXPECT_EQ(changed.text("current.name"), "Nora Lind");
    EXPECT_EQ(merge(m_nora, m_guest, R"(,"expect":{"name":"Nobody"})").status, 409);
    EXPECT_EQ(merge(m_nora, m_guest, R"(,"expect":{"colour":"red"})").text("errors.0.field"), "expect.colour");
    EXPECT_EQ(talksOf(m_nora).size(), 1U) << "nothing was done";
    EXPECT_EQ(merge(m_nora, m_guest, R"(,"expect":{"name":"Nora","other":{"name":"Nora Lind"}})").status, 200);
}

TEST_F(MergeApi, NothingIsDoneToALeadThatIsPartOfAnother)
{
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    const auto patch = m_rig.act("PATCH", "/api/v1/leads/" + m_guest, R"({"name":"Other"})", m_agent);
    EXPECT_EQ(patch.status, 409);
    EXPECT_EQ(patch.text("lead.id"), m_nora) << patch.body;
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + m_guest + "/status", R"({"status":"qualified"})", m_agent).status, 409);
    EXPECT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + m_guest + "/score", R"({"points":5,"label":"a feeling"})", m_agent).status, 409);
}

TEST_F(MergeApi, TheFurtherStatusIsToldAsAChangeOfStatus)
{
    ASSERT_EQ(m_rig.act("PATCH", "/api/v1/leads/" + m_guest + "/status", R"({"status":"appointment_booked"})", m_agent).status, 200);
    const auto before = events().size();
    ASSERT_EQ(merge(m_nora, m_guest).text("status"), "appointment_booked");
    bool told = false;
    const auto all = events();
    for (std::size_t i = before; i < all.size(); ++i)
        told = told || (all[i].kind == "transition.created" && all[i].data.find("\"lead_status\"") != std::string::npos && all[i].data.find("\"to\":\"appointment_booked\"") != std::string::npos);
    EXPECT_TRUE(told);
    EXPECT_EQ(part(m_nora, m_guest).text("status"), "new");
}

TEST_F(MergeApi, ManyConversationsGoAndComeBackAndTooManyAreRefused)
{
    const auto add = [&](const std::string &id, int count) {
        write(m_rig.store(), [&](WriteTx &tx) {
            for (int i = 0; i < count; ++i) {
                Conversation talk;
                talk.id = ConversationId::make(m_rig.clock().now());
                talk.client = one().client;
                talk.lead = LeadId {id};
                talk.channelKind = ChannelKind::Call;
                talk.createdAt = talk.lastAt = m_rig.clock().now();
                ConversationRepository::insert(tx, talk);
            }
        });
    };
    const auto count = [&](const std::string &id) {
        std::size_t found = 0;
        read(m_rig.store(), [&](Tx &tx) {
            PageRequest request {500, {}};
            do {
                const auto page = ConversationRepository::ofLead(tx, one().client, LeadId {id}, request);
                found += page.items.size();
                request.cursor = page.next;
            } while (!request.cursor.empty());
        });
        return found;
    };
    add(m_nora, 260);
    add(m_guest, 260);
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    EXPECT_EQ(count(m_nora), 522U);
    ASSERT_EQ(part(m_nora, m_guest).status, 200) << "more than would be merged, and taken back all the same";
    EXPECT_EQ(count(m_nora), 261U);
    EXPECT_EQ(count(m_guest), 261U);
    add(m_guest, 240);
    const auto refused = merge(m_nora, m_guest);
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(refused.text("errors.0.field"), "lead_id");
    EXPECT_EQ(count(m_guest), 501U);
}

// Whose numbers have to be written down counts, too: all of it is one transaction.
TEST_F(MergeApi, NoMoreConversationsChangeInOneMergeThanIsTold)
{
    write(m_rig.store(), [&](WriteTx &tx) {
        for (int i = 0; i < 520; ++i) {
            Conversation talk;
            talk.id = ConversationId::make(m_rig.clock().now());
            talk.client = one().client;
            talk.lead = LeadId {i % 2 == 0 ? m_nora : m_guest};
            talk.channelKind = ChannelKind::Sms;
            talk.createdAt = talk.lastAt = m_rig.clock().now();
            ConversationRepository::insert(tx, talk);
        }
    });
    const auto before = events().size();
    const auto refused = merge(m_nora, m_guest);
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(refused.text("errors.0.field"), "lead_id");
    EXPECT_NE(refused.text("errors.0.reason").find("500"), std::string::npos) << refused.body;
    EXPECT_EQ(events().size(), before) << "nothing was done";
    EXPECT_EQ(lead(m_guest).at("merged_into"), "null");
}

TEST_F(MergeApi, NoMoreContactsAreOfOneLeadThanMayBeWritten)
{
    const auto give = [&](const std::string &id, const std::string &field, const std::function<std::string(int)> &entry) {
        std::string list;
        for (int i = 0; i < 11; ++i)
            list += (i == 0 ? "" : ",") + entry(i);
        const auto given = m_rig.act("PATCH", "/api/v1/leads/" + id, "{\"" + field + "\":[" + list + "]}", m_agent);
        EXPECT_EQ(given.status, 200) << given.body;
    };
    const auto phone = [](const std::string &whose) { return [whose](int i) { return R"({"raw":"desk )" + whose + std::to_string(i) + "\"}"; }; };
    const auto email = [](const std::string &whose) { return [whose](int i) { return "\"" + whose + std::to_string(i) + "@example.com\""; }; };
    give(m_nora, "emails", email("nora"));
    give(m_guest, "emails", email("guest"));
    const auto emails = merge(m_nora, m_guest);
    EXPECT_EQ(emails.status, 422) << emails.body;
    EXPECT_EQ(emails.text("errors.0.field"), "emails");
    give(m_nora, "phones", phone("a"));
    give(m_guest, "phones", phone("b"));
    const auto phones = merge(m_nora, m_guest);
    EXPECT_EQ(phones.status, 422) << phones.body;
    EXPECT_EQ(phones.text("errors.0.field"), "phones");
    EXPECT_EQ(lead(m_guest).at("merged_into"), "null");
}

TEST_F(MergeApi, WhoMergedWhatAndWhoTookItBackIsAudited)
{
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    ASSERT_EQ(merge(m_nora, m_guest).status, 200) << "done already";
    ASSERT_EQ(part(m_nora, m_guest).status, 200);
    Page<AuditEntry> audited;
    read(m_rig.store(), [&](Tx &tx) { audited = AuditRepository::list(tx, one().client, {}); });
    ASSERT_GE(audited.items.size(), 2U);
    EXPECT_EQ(audited.items.at(0).action, "lead.unmerged");
    EXPECT_EQ(audited.items.at(1).action, "lead.merged");
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(audited.items.at(i).target, m_nora);
        EXPECT_NE(audited.items.at(i).detail.find(m_guest), std::string::npos) << audited.items.at(i).detail;
        EXPECT_EQ(audited.items.at(i).detail.find("Nora"), std::string::npos) << "nobody's name stands there";
        EXPECT_FALSE(audited.items.at(i).actor.user.empty());
    }
}

TEST_F(MergeApi, ASnapshotHoldsWhoWasMergedToo)
{
    ASSERT_EQ(merge(m_nora, m_guest).status, 200);
    std::string all, cursor;
    do {
        const auto page = m_rig.call("GET", "/api/v1/sync/" + one().client.value + "/snapshot" + (cursor.empty() ? "" : "?cursor=" + cursor), {}, m_agent);
        ASSERT_EQ(page.status, 200) << page.body;
        all += page.body;
        cursor = page.at("next_cursor") == "null" ? std::string {} : page.text("next_cursor");
    } while (!cursor.empty());
    EXPECT_NE(all.find("\"merged_into\":\"" + m_nora + "\""), std::string::npos);
}
