#include "server/services/dashboard/dashboardfigures.h"

#include "server/services/zones/serverzones.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/decisionrepository.h"
#include "server/storage/escalationrepository.h"
#include "server/storage/leadrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/services/world.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

/// It is Friday, 20 November 2026, 09:22 in New York, where the summer time ended on the first.
class DashboardTest : public ::testing::Test {
protected:
    DashboardTest()
    {
        m_store = SqliteStore::open({m_folder.path("store.db")}, m_clock).value();
        m_world = makeWorld(*m_store, m_clock);
    }

    const ClientId &client() const { return m_world.one.client; }
    DashboardStats stats(Dashboards::Config config = {}) { return statsOf(client(), config); }
    DashboardStats statsOf(const ClientId &client, Dashboards::Config config = {})
    {
        DashboardStats stats;
        read(*m_store, [&](Tx &tx) { stats = Dashboards {m_clock, m_zones, config}.stats(tx, client).valueOr({}); });
        return stats;
    }
    LeadFigures leads(int days)
    {
        LeadFigures figures;
        read(*m_store, [&](Tx &tx) { figures = Dashboards {m_clock, m_zones, {}}.leads(tx, client(), days).value().figures; });
        return figures;
    }
    Lead came(Timestamp at, std::optional<int> score = {}, LeadStatus status = LeadStatus::New, ChannelKind source = ChannelKind::Sms)
    {
        Lead lead;
        lead.id = LeadId::make(m_clock.now());
        lead.client = client();
        lead.source = source;
        lead.score = score;
        lead.status = status;
        lead.createdAt = lead.updatedAt = at;
        write(*m_store, [&](WriteTx &tx) { LeadRepository::insert(tx, lead); });
        return lead;
    }
    static Timestamp utc(const char *time) { return *fromRfc3339(std::string {time} + ":00Z"); }

    /// A conversation in which somebody answered after so long.
    ConversationId answered(std::chrono::milliseconds wait, const std::string &by)
    {
        ConversationId id;
        write(*m_store, [&](WriteTx &tx) {
            auto row = ConversationRepository::byId(tx, client(), m_world.one.conversation).value();
            row.id = id = ConversationId::make(m_clock.now());
            row.version = 1;
            row.lastPosition = 0;
            row.createdAt = row.lastAt = m_clock.now();
            ConversationRepository::insert(tx, row);
            change(tx, row, "waiting", by == "user" ? "nobody" : "assistant", m_clock.now());
            change(tx, row, by, by, m_clock.now() + wait);
            ConversationRepository::update(tx, row);
        });
        return id;
    }
    void change(WriteTx &tx, Conversation &row, const std::string &to, const std::string &owner, Timestamp at)
    {
        Transition t;
        t.id = TransitionId::make(m_clock.now());
        t.client = row.client;
        t.conversation = row.id;
        t.position = ConversationRepository::nextPosition(tx, row);
        t.field = TransitionField::Response;
        t.to = to;
        t.reason = owner;
        t.at = at;
        TransitionRepository::insert(tx, t);
    }
    void turn(const std::string &engine, std::int64_t tokens)
    {
        // Not by make(): after other tests' clocks it would not go back to this one's.
        auto id = firstUuidOf(m_clock.now());
        id.replace(33, 3, std::to_string(100 + m_turns++));
        Decision decision;
        decision.id = DecisionId {id};
        decision.client = client();
        decision.conversation = m_world.one.conversation;
        decision.engine = engine;
        decision.tokensIn = tokens;
        decision.tokensOut = tokens / 10;
        decision.passages = {{DocumentId {"d"}, "Breakfast", "From seven.", 0.9, 1, true}};
        decision.at = m_clock.now();
        write(*m_store, [&](WriteTx &tx) { DecisionRepository::insert(tx, decision); });
    }

    TemporaryFolder m_folder;
    ManualClock m_clock;
    ServerZones m_zones;
    std::unique_ptr<SqliteStore> m_store;
    World m_world;
    int m_turns = 0;
};

} // namespace

TEST_F(DashboardTest, OfAClientThatHasNothingNothingIsMadeUp)
{
    const ClientId empty {"nobody"};
    const auto stats = statsOf(empty);
    EXPECT_EQ(stats.client, empty);
    EXPECT_EQ(stats.zone, "UTC");
    EXPECT_EQ(stats.leads, LeadCounts {});
    EXPECT_FALSE(stats.qualificationRate);
    EXPECT_EQ(stats.activeConversations, 0);
    EXPECT_FALSE(stats.assistantAnswers.medianMs);
    EXPECT_FALSE(stats.peopleAnswers.p95Ms);
    EXPECT_TRUE(stats.engines.empty());
    EXPECT_TRUE(stats.complete);
    EXPECT_EQ(stats.at, m_clock.now());
}

TEST_F(DashboardTest, ADayOfTwentyFiveHoursIsOneDay)
{
    came(utc("2026-11-01T03:59"));
    came(utc("2026-11-01T04:00"));
    came(utc("2026-11-02T04:59")); // 23:59, an hour after 24 hours
    came(utc("2026-11-02T05:00"));
    const auto figures = leads(30);
    ASSERT_EQ(figures.days.size(), 30u);
    EXPECT_EQ(figures.days.front().date, "2026-10-22");
    EXPECT_EQ(figures.days.front().from, utc("2026-10-22T04:00"));
    EXPECT_EQ(figures.days.back().date, "2026-11-20");
    EXPECT_EQ(figures.days.back().from, utc("2026-11-20T05:00"));
    EXPECT_EQ(figures.days[9].date, "2026-10-31");
    EXPECT_EQ(figures.days[9].leads.total, 1);
    EXPECT_EQ(figures.days[10].leads.total, 2);
    EXPECT_EQ(figures.days[11].leads.total, 1);
}

TEST_F(DashboardTest, ADayOfTwentyThreeHoursIsOneDay)
{
    const auto days = lastDays(utc("2026-03-09T12:00"), 3, "America/New_York", m_zones).value();
    EXPECT_EQ(days[1].start, utc("2026-03-08T05:00"));
    EXPECT_EQ(days[2].start, utc("2026-03-09T04:00"));
    EXPECT_TRUE(lastDays(m_clock.now(), 1, "Atlantis/Capital", m_zones).hasError());
    const auto leap = lastDays(utc("2028-03-01T12:00"), 2, "UTC", m_zones).value();
    EXPECT_EQ(isoDate(leap[0]), "2028-02-29");
}

TEST_F(DashboardTest, LeadsAreCountedByTemperatureStatusAndChannel)
{
    came(m_clock.now(), 88, LeadStatus::AppointmentBooked, ChannelKind::WhatsApp);
    came(m_clock.now(), 41, LeadStatus::Qualified, ChannelKind::WhatsApp);
    came(m_clock.now(), 3, LeadStatus::Disqualified);
    came(m_clock.now() - 24h * 40, 99, LeadStatus::ClosedWon);
    auto merged = came(m_clock.now(), 90);
    merged.mergedInto = LeadId {"other"};
    write(*m_store, [&](WriteTx &tx) { LeadRepository::update(tx, merged); });
    const auto all = stats(); // and Nora, whom the world has
    EXPECT_EQ(all.leads, (LeadCounts {4, 1, 1, 1, 1}));
    EXPECT_EQ(all.qualified, 2);
    EXPECT_EQ(all.booked, 1);
    EXPECT_DOUBLE_EQ(all.qualificationRate.value(), 0.5);
    EXPECT_EQ(all.zone, "America/New_York");
    EXPECT_EQ(all.since, utc("2026-10-22T04:00"));
    const auto channels = leads(1).channels;
    ASSERT_EQ(channels.size(), 2u);
    EXPECT_EQ(channels[0].channel, ChannelKind::WhatsApp);
    EXPECT_EQ(channels[0].leads.total, 3);
}

TEST_F(DashboardTest, WhatIsOpenIsCountedSinceWhenever)
{
    EXPECT_EQ(stats().activeConversations, 1);
    EXPECT_EQ(stats().pendingEscalations, 0);
    answered(1s, "assistant");
    write(*m_store, [&](WriteTx &tx) {
        Escalation escalation;
        escalation.id = EscalationId::make(m_clock.now());
        escalation.client = client();
        escalation.conversation = m_world.one.conversation;
        escalation.status = EscalationStatus::Pending;
        escalation.createdAt = m_clock.now() - 24h * 50;
        EscalationRepository::insert(tx, escalation);
    });
    EXPECT_EQ(stats().activeConversations, 2);
    EXPECT_EQ(stats().pendingEscalations, 1);
    write(*m_store, [&](WriteTx &tx) {
        auto row = ConversationRepository::byId(tx, client(), m_world.one.conversation).value();
        row.status = ConversationStatus::Ended;
        ConversationRepository::update(tx, row);
    });
    EXPECT_EQ(stats().activeConversations, 1);
    EXPECT_EQ(statsOf(m_world.two.client).activeConversations, 1) << "another's";
}

TEST_F(DashboardTest, FirstAnswersAreTheAssistantsAndThePeoplesApart)
{
    answered(24h * 29, "user"); // began before the period that is counted below
    m_clock.advance(24h * 35);
    answered(4s, "assistant");
    answered(8s, "assistant");
    const auto slow = answered(10min, "user");
    const auto found = stats();
    EXPECT_EQ(found.assistantAnswers.count, 2);
    EXPECT_EQ(found.assistantAnswers.medianMs, 6000);
    EXPECT_EQ(found.assistantAnswers.p95Ms, 8000);
    EXPECT_EQ(found.peopleAnswers.count, 1);
    EXPECT_EQ(found.peopleAnswers.medianMs, 600'000);
    ASSERT_EQ(found.peopleAnswers.slowest.size(), 1u);
    EXPECT_EQ(found.peopleAnswers.slowest.front().conversation, slow);
    EXPECT_EQ(statsOf(m_world.two.client).peopleAnswers.count, 0);
}

TEST_F(DashboardTest, TokensAreThoseOfTheTurnsOfThePeriod)
{
    turn("cloud", 1000);
    m_clock.advance(24h * 35);
    turn("builtin", 0);
    turn("builtin", 0);
    turn("cloud", 200);
    const auto found = stats();
    EXPECT_EQ(found.engines, (std::vector<EngineUse> {{"builtin", 2, 0}, {"cloud", 1, 220}}));
    EXPECT_EQ(found.tokens, 220);
}

TEST_F(DashboardTest, AtALimitItSaysThatItIsNotComplete)
{
    for (int i = 0; i < 3; ++i) {
        came(m_clock.now(), 50);
        answered(2s, "assistant");
        turn("builtin", 0);
        m_clock.advance(1min);
    }
    EXPECT_TRUE(stats().complete);
    EXPECT_EQ(stats({2, 100, 100}).leads.total, 2) << "the newest";
    EXPECT_FALSE(stats({2, 100, 100}).complete);
    EXPECT_EQ(stats({100, 5, 100}).assistantAnswers.count, 2) << "the one that was cut off is left out";
    EXPECT_FALSE(stats({100, 5, 100}).complete);
    EXPECT_EQ(stats({100, 100, 2}).engines.front().turns, 2);
    EXPECT_FALSE(stats({100, 100, 2}).complete);
}
