#include "models/domain/hours.h"
#include "models/domain/hoursclash.h"

#include <gtest/gtest.h>

using namespace foredeck;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

// A zone of a fixed offset is enough to test the rule; the zones of the two programs have tests of their own.
class FixedZone final : public TimeZones {
public:
    bool isKnown(std::string_view zone) const override { return zone == "Test/Plus2"; }
    Result<LocalTime> toLocal(Timestamp t, std::string_view zone) const override
    {
        using namespace std::chrono;
        if (!isKnown(zone))
            return Error::invalid("zone", "is not known");
        const auto local = t + hours {2};
        const auto day = floor<days>(local);
        const year_month_day date {day};
        return LocalTime {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())), static_cast<int>(weekday {day}.iso_encoding()) - 1,
            static_cast<int>(duration_cast<minutes>(local - day).count())};
    }
    Result<Timestamp> fromLocal(int y, int m, int d, int minute, std::string_view zone) const override
    {
        using namespace std::chrono;
        if (!isKnown(zone))
            return Error::invalid("zone", "is not known");
        return Timestamp {sys_days {year {y} / m / d}} + minutes {minute} - hours {2};
    }
};

OpeningHours weekdays()
{
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    for (std::size_t day = 0; day < 5; ++day)
        hours.week[day] = {{9 * 60, 12 * 60}, {13 * 60, 17 * 60}};
    hours.week[4].push_back({22 * 60, 2 * 60}); // Friday night, past midnight
    hours.closedDates = {"2026-11-25"};
    return hours;
}

Timestamp at(const char *local) { return *fromRfc3339(std::string {local} + ":00+02:00"); }

} // namespace

TEST(Hours, TellOpenAndWhenItChanges)
{
    const FixedZone zones;
    const auto open = openStateAt(weekdays(), at("2026-11-23T09:00"), zones); // a Monday
    ASSERT_TRUE(open.hasValue());
    EXPECT_TRUE(open.value().open);
    EXPECT_EQ(open.value().closesAt, at("2026-11-23T12:00"));

    const auto lunch = openStateAt(weekdays(), at("2026-11-23T12:00"), zones);
    EXPECT_FALSE(lunch.value().open);
    EXPECT_EQ(lunch.value().nextOpening, at("2026-11-23T13:00"));
}

TEST(Hours, RunPastMidnightAndBelongToTheDayTheyStart)
{
    const FixedZone zones;
    EXPECT_TRUE(openStateAt(weekdays(), at("2026-11-28T01:59"), zones).value().open); // Saturday
    EXPECT_FALSE(openStateAt(weekdays(), at("2026-11-28T02:00"), zones).value().open);
}

TEST(Hours, AnEndLikeTheStartIsADayLater)
{
    const FixedZone zones;
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    hours.week[4] = {{12 * 60, 12 * 60}}; // Friday
    EXPECT_FALSE(openStateAt(hours, at("2026-11-27T11:59"), zones).value().open);
    const auto night = openStateAt(hours, at("2026-11-28T01:00"), zones).value();
    EXPECT_TRUE(night.open);
    EXPECT_EQ(night.closesAt, at("2026-11-28T12:00"));
    EXPECT_EQ(openMillisBetween(hours, at("2026-11-23T00:00"), at("2026-11-30T00:00"), zones).value(), 24h);
    EXPECT_EQ((OpenWindow {0, 0}), (OpenWindow {0, 24 * 60})) << "midnight ends the day, however it is written";
    EXPECT_EQ((OpenWindow {18 * 60, 0}), (OpenWindow {18 * 60, 24 * 60}));
}

TEST(Hours, AClosedDateClosesWhatBeginsOnIt)
{
    const FixedZone zones;
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    hours.week.fill({{18 * 60, 2 * 60}});
    hours.closedDates = {"2026-11-28"};
    EXPECT_TRUE(openStateAt(hours, at("2026-11-28T01:00"), zones).value().open) << "what began on Friday";
    EXPECT_FALSE(openStateAt(hours, at("2026-11-28T20:00"), zones).value().open);
    EXPECT_FALSE(openStateAt(hours, at("2026-11-29T01:00"), zones).value().open) << "what would have begun on Saturday";
    EXPECT_EQ(openStateAt(hours, at("2026-11-28T03:00"), zones).value().nextOpening, at("2026-11-29T18:00"));
}

TEST(Hours, AWeekWithoutAGapNeverCloses)
{
    OpeningHours hours;
    EXPECT_FALSE(hours.neverCloses()) << "it is not told";
    for (const OpenWindow window : {OpenWindow {0, 0}, OpenWindow {0, 24 * 60}, OpenWindow {12 * 60, 12 * 60}}) {
        hours.week.fill({window});
        EXPECT_TRUE(hours.neverCloses());
    }
    hours.week[6] = {{12 * 60, 11 * 60 + 59}};
    EXPECT_FALSE(hours.neverCloses());
    hours.always = true;
    EXPECT_TRUE(hours.neverCloses());
}

TEST(Hours, SkipClosedDates)
{
    const FixedZone zones;
    const auto state = openStateAt(weekdays(), at("2026-11-25T10:00"), zones).value();
    EXPECT_FALSE(state.open);
    EXPECT_EQ(state.nextOpening, at("2026-11-26T09:00"));
}

TEST(Hours, DayAndNightHasNoEnd)
{
    const FixedZone zones;
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    hours.always = true;
    const auto state = openStateAt(hours, at("2026-11-25T03:00"), zones).value();
    EXPECT_TRUE(state.open);
    EXPECT_FALSE(state.closesAt);
    hours.closedDates = {"2026-11-26"};
    EXPECT_EQ(openStateAt(hours, at("2026-11-25T03:00"), zones).value().closesAt, at("2026-11-26T00:00"));
}

TEST(Hours, NotToldIsNotClosed)
{
    const FixedZone zones;
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    EXPECT_EQ(openStateAt(hours, at("2026-11-25T03:00"), zones).error().kind, Error::Kind::NotConfigured);
    hours = weekdays();
    hours.zone = "Mars/Olympus";
    EXPECT_TRUE(openStateAt(hours, at("2026-11-25T03:00"), zones).hasError());
}

TEST(Hours, DayAfterDayWithoutEndHasNoClosingTime)
{
    const FixedZone zones;
    OpeningHours hours;
    hours.zone = "Test/Plus2";
    hours.week.fill({{0, 0}});
    EXPECT_FALSE(openStateAt(hours, at("2026-11-25T03:00"), zones).value().closesAt);
    hours.always = true;
    hours.closedDates = {"2026-12-24"};
    EXPECT_FALSE(openStateAt(hours, at("2026-11-25T03:00"), zones).value().closesAt) << "not within the fourteen days that are told";
    EXPECT_EQ(openStateAt(hours, at("2026-12-10T03:00"), zones).value().closesAt, at("2026-12-24T00:00"));
}

TEST(OpenTime, IsCountedWithinTheHoursAlone)
{
    const FixedZone zones;
    const auto between = [&](const char *from, const char *to) { return openMillisBetween(weekdays(), at(from), at(to), zones).value(); };
    EXPECT_EQ(between("2026-11-23T11:30", "2026-11-23T13:15"), 45min) << "lunch does not count";
    EXPECT_EQ(between("2026-11-24T16:00", "2026-11-26T10:00"), 2h) << "nor does the night, nor a closed date";
    EXPECT_EQ(between("2026-11-27T23:00", "2026-11-28T12:00"), 3h) << "Friday's night is Friday's";
    EXPECT_EQ(between("2026-11-23T10:00", "2026-11-23T10:00"), 0ms);
    EXPECT_EQ(between("2026-11-23T11:00", "2026-11-23T10:00"), 0ms) << "a clock that was set back gives nothing back";
}

TEST(OpenTime, IsAddedAcrossWhatIsClosed)
{
    const FixedZone zones;
    const auto after = [&](const char *from, milliseconds duration) { return addOpenTime(weekdays(), at(from), duration, zones); };
    EXPECT_EQ(after("2026-11-23T11:30", 45min).value(), at("2026-11-23T13:15"));
    EXPECT_EQ(after("2026-11-23T11:30", 30min).value(), at("2026-11-23T12:00")) << "the first moment, not the next opening";
    EXPECT_EQ(after("2026-11-24T16:00", 2h).value(), at("2026-11-26T10:00"));
    EXPECT_EQ(after("2026-11-25T10:00", 0ms).value(), at("2026-11-25T10:00"));
    EXPECT_EQ(after("2026-11-25T10:00", 200 * 24h * 7).error().kind, Error::Kind::NotFound) << "beyond the horizon";
}

TEST(OpenTime, IsThatOfAnyPlace)
{
    const FixedZone zones;
    OpeningHours untold;
    untold.zone = "Test/Plus2";
    OpeningHours late = untold;
    late.week[0] = {{11 * 60, 14 * 60}};
    const std::vector<OpeningHours> places {weekdays(), untold, late};
    const auto spans = openSpans(places, at("2026-11-23T00:00"), at("2026-11-24T00:00"), zones).value();
    EXPECT_EQ(spans, (std::vector<OpenSpan> {{at("2026-11-23T09:00"), at("2026-11-23T17:00")}})) << "the other's lunch is covered";
    EXPECT_EQ(openMillisBetween(untold, at("2026-11-23T00:00"), at("2026-11-24T00:00"), zones).error().kind, Error::Kind::NotConfigured);
    EXPECT_EQ(addOpenTime(untold, at("2026-11-23T00:00"), 1h, zones).error().kind, Error::Kind::NotConfigured);
}

TEST(HoursClashTest, TimesFollowOneAnother)
{
    OpeningHours hours = weekdays();
    for (std::size_t day = 0; day < 7; ++day)
        EXPECT_EQ(clashOn(hours, day), HoursClash::None);
    hours.week[0] = {{14 * 60, 12 * 60 + 30}, {13 * 60 + 30, 17 * 60}};
    EXPECT_EQ(clashOn(hours, 0), HoursClash::SameDay) << "the first runs past midnight";
    hours.week[0] = {{13 * 60, 17 * 60}, {9 * 60, 12 * 60}};
    EXPECT_EQ(clashOn(hours, 0), HoursClash::SameDay) << "they are not in order";
    hours.week[0] = {{9 * 60, 12 * 60}, {12 * 60, 24 * 60}};
    EXPECT_EQ(clashOn(hours, 0), HoursClash::None) << "one begins where the other ends";
    hours.always = true;
    hours.week[0] = {{9 * 60, 12 * 60}, {11 * 60, 17 * 60}};
    EXPECT_EQ(clashOn(hours, 0), HoursClash::None) << "the week says nothing there";
}

TEST(HoursClashTest, TheNightEndsBeforeTheNextDayBegins)
{
    OpeningHours hours = weekdays();
    hours.week[6] = {{20 * 60, 9 * 60}};
    EXPECT_EQ(clashOn(hours, 6), HoursClash::None);
    hours.week[6] = {{20 * 60, 9 * 60 + 1}};
    EXPECT_EQ(clashOn(hours, 6), HoursClash::NextDay) << "Monday follows Sunday";
}
