#include "tests/handlers/rig.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::test;

namespace {

class DashboardApi : public ::testing::Test {
protected:
    Answer get(const std::string &rest, const std::string &who = "viewer", const std::string &client = {})
    {
        return m_rig.call("GET", "/api/v1/dashboard/" + (client.empty() ? m_rig.world().one.client.value : client) + rest, {}, m_rig.token(who));
    }

    Rig m_rig;
};

} // namespace

TEST_F(DashboardApi, WhoMaySeeTheClientMaySeeItsFigures)
{
    const auto stats = get("/stats");
    ASSERT_EQ(stats.status, 200) << stats.body;
    EXPECT_EQ(stats.text("client_id"), m_rig.world().one.client.value);
    EXPECT_EQ(stats.text("zone"), "America/New_York");
    EXPECT_EQ(stats.at("leads.total"), "1");
    EXPECT_EQ(stats.at("leads.unscored"), "1");
    EXPECT_EQ(stats.at("active_conversations"), "1");
    EXPECT_EQ(stats.at("pending_escalations"), "0") << "the world's was resolved";
    EXPECT_EQ(stats.at("assistant_answers.median_ms"), "null");
    EXPECT_EQ(stats.at("people_answers.count"), "0");
    EXPECT_EQ(stats.at("engines"), "[]");
    EXPECT_EQ(stats.at("appointments"), "") << "nothing records one";
    EXPECT_EQ(get("/stats", "viewer", m_rig.world().two.client.value).status, 404);
    EXPECT_EQ(get("/stats", "owner", m_rig.newKey()).status, 404);
    EXPECT_EQ(get("/leads-by-day", "owner", m_rig.world().foreign.client.value).status, 404);
}

TEST_F(DashboardApi, LeadsByDayAndByChannel)
{
    const auto days = get("/leads-by-day");
    ASSERT_EQ(days.status, 200) << days.body;
    EXPECT_EQ(days.text("items.0.date"), "2026-11-14");
    EXPECT_EQ(days.text("items.6.date"), "2026-11-20");
    EXPECT_EQ(days.text("items.7.date"), "");
    EXPECT_EQ(days.at("items.5.leads.total"), "0") << "a day on which nobody came";
    EXPECT_EQ(days.at("items.6.leads.total"), "1");
    EXPECT_EQ(days.text("since"), "2026-11-14T05:00:00.000Z");
    EXPECT_EQ(days.at("complete"), "true");
    EXPECT_EQ(get("/leads-by-day?days=1").text("items.0.date"), "2026-11-20");
    EXPECT_EQ(get("/leads-by-day?days=90").text("items.89.date"), "2026-11-20");
    const auto channels = get("/leads-by-channel?days=1");
    ASSERT_EQ(channels.status, 200) << channels.body;
    EXPECT_EQ(channels.text("items.0.channel"), "whatsapp");
    EXPECT_EQ(channels.at("items.0.leads.total"), "1");
}

TEST_F(DashboardApi, DaysThatCannotBeAreNamed)
{
    for (const char *path : {"/leads-by-day", "/leads-by-channel"}) {
        for (const char *days : {"0", "91", "-7", "many", "1.5", "99999999999999999999"}) {
            const auto answer = get(std::string {path} + "?days=" + days);
            EXPECT_EQ(answer.status, 400) << path << days;
            EXPECT_EQ(answer.text("errors.0.field"), "days") << answer.body;
        }
    }
}
