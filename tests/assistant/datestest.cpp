#include "models/core/time.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/facts.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

// Friday 20 November 2026.
constexpr LocalTime today {2026, 11, 20, 4, 602};

std::string dayIn(std::string_view text, std::string_view language = "en")
{
    const auto days = daysIn(text, wordsOf(text), language, "US", today);
    return days.size() != 1 ? fmt::format("{} days", days.size()) : fmt::format("{:04}-{:02}-{:02}", days[0].day.year, days[0].day.month, days[0].day.day);
}
std::string whenIn(std::string_view text, std::string_view language = "en")
{
    return factsIn(text, {std::string {language}, "US", today}, RuleBook::builtin()).when;
}

} // namespace

TEST(Dates, HolidaysAreTheNextOfTheirKind)
{
    EXPECT_EQ(dayIn("are you open on Christmas?"), "2026-12-25");
    EXPECT_EQ(dayIn("on Christmas Eve"), "2026-12-24");
    EXPECT_EQ(dayIn("New Year's Day"), "2027-01-01");
    EXPECT_EQ(dayIn("New Year's Eve"), "2026-12-31");
    EXPECT_EQ(dayIn("Thanksgiving"), "2026-11-26"); // the fourth Thursday
    EXPECT_EQ(dayIn("Good Friday"), "2027-03-26");
    EXPECT_EQ(dayIn("Easter Monday"), "2027-03-29");
    EXPECT_EQ(dayIn("haben Sie an Heiligabend offen", "de"), "2026-12-24");
    EXPECT_EQ(dayIn("¿abren en Nochevieja?", "es"), "2026-12-31");
    EXPECT_EQ(dayIn("le jour de l'an", "fr"), "2027-01-01");
    EXPECT_EQ(dayIn("tweede kerstdag", "nl"), "2026-12-26");
}

TEST(Dates, ANumberedDayIsTheNextOfItsNumber)
{
    EXPECT_EQ(dayIn("on the 25th"), "2026-11-25");
    EXPECT_EQ(dayIn("I need it on the 5th please"), "2026-12-05");
    EXPECT_EQ(dayIn("the 5th of next month"), "2026-12-05");
    EXPECT_EQ(dayIn("the 30th of this month"), "2026-11-30");
    EXPECT_EQ(dayIn("we are on the 5th floor"), "0 days");
    EXPECT_EQ(dayIn("my 30th birthday"), "0 days");
}

TEST(Dates, TimesAreReadAsTheyAreSpoken)
{
    EXPECT_EQ(whenIn("on March 4th at 1:15 in the afternoon"), "March 4th at 1:15 in the afternoon");
    EXPECT_EQ(whenIn("at two in the afternoon"), "two in the afternoon");
    EXPECT_EQ(whenIn("make it half past ten in the morning"), "half past ten in the morning");
    EXPECT_EQ(whenIn("quarter to 5"), "quarter to 5");
    EXPECT_EQ(whenIn("a las cinco de la tarde", "es"), "cinco de la tarde");
    EXPECT_EQ(whenIn("two rooms in the house"), "");
}

TEST(Dates, ADayThatCannotBeReadIsNotAnsweredWithNow)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    const auto &marina = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == "saltgrass-marina"; });
    const auto now = fromRfc3339("2026-11-20T15:02:11Z").value();
    Simulator known {marina, ChannelKind::LiveChat, now};
    EXPECT_NE(known.say("Are you open on Christmas Day?").reply.find("closed"), std::string::npos);
    Simulator unknown {marina, ChannelKind::LiveChat, now};
    const auto reply = unknown.say("Are you open on Diwali?").reply;
    EXPECT_EQ(reply.find("open now"), std::string::npos) << reply;
}
