#include "models/domain/leadfigures.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const auto monday = *fromRfc3339("2026-11-23T00:00:00Z");
const std::vector<LocalDay> twoDays {{2026, 11, 23, monday}, {2026, 11, 24, monday + 24h}};

LeadMark came(std::chrono::milliseconds after, std::optional<int> score = {}, LeadStatus status = LeadStatus::New, ChannelKind source = ChannelKind::Sms)
{
    return {monday + after, score, status, source};
}

} // namespace

TEST(LeadFigures, WhereNobodyCameEachDayIsThereAndThereIsNoRate)
{
    const auto figures = leadFigures({}, twoDays);
    EXPECT_EQ(figures.leads, LeadCounts {});
    EXPECT_FALSE(figures.qualificationRate);
    ASSERT_EQ(figures.days.size(), 2u);
    EXPECT_EQ(figures.days[0].date, "2026-11-23");
    EXPECT_EQ(figures.days[1].from, monday + 24h);
    EXPECT_TRUE(figures.channels.empty());
}

TEST(LeadFigures, TheTemperatureIsThatOfTheScore)
{
    const auto figures = leadFigures({came(0ms), came(1h, 0), came(2h, 39), came(3h, 40), came(4h, 69), came(5h, 70), came(6h, 100)}, twoDays);
    EXPECT_EQ(figures.leads, (LeadCounts {7, 2, 2, 2, 1}));
}

TEST(LeadFigures, ADayEndsWhereTheNextOneBegins)
{
    const auto figures = leadFigures({came(-1ms), came(0ms), came(24h - 1ms), came(24h), came(60h)}, twoDays);
    EXPECT_EQ(figures.leads.total, 4) << "who came before the first day is left out";
    EXPECT_EQ(figures.days[0].leads.total, 2);
    EXPECT_EQ(figures.days[1].leads.total, 2) << "a clock that jumped: of today";
}

TEST(LeadFigures, QualifiedAreThoseWhoseStatusSaysSo)
{
    const auto figures = leadFigures({came(0ms, 1, LeadStatus::Qualifying), came(0ms, 1, LeadStatus::Qualified), came(0ms, 1, LeadStatus::AppointmentBooked),
                                         came(0ms, 1, LeadStatus::ClosedWon), came(0ms, 1, LeadStatus::Disqualified)}, twoDays);
    EXPECT_EQ(figures.qualified, 3);
    EXPECT_EQ(figures.booked, 1);
    EXPECT_DOUBLE_EQ(figures.qualificationRate.value(), 0.6);
}

TEST(LeadFigures, ChannelsStandByHowManyCame)
{
    auto other = came(1h, 90);
    other.source = Open<ChannelKind>::fromText("pigeon");
    const auto figures = leadFigures({came(0ms, 1, LeadStatus::New, ChannelKind::Email), came(0ms, 80, LeadStatus::New, ChannelKind::WhatsApp), came(0ms, {}, LeadStatus::New, ChannelKind::WhatsApp), other}, twoDays);
    ASSERT_EQ(figures.channels.size(), 3u);
    EXPECT_EQ(figures.channels[0].channel, ChannelKind::WhatsApp);
    EXPECT_EQ(figures.channels[0].leads, (LeadCounts {2, 1, 0, 0, 1}));
    EXPECT_EQ(figures.channels[1].channel, ChannelKind::Email);
    EXPECT_EQ(figures.channels[2].channel.text(), "pigeon") << "one that this version does not know";
}
