#include "models/core/time.h"
#include "server/services/assistant/datewords.h"
#include "tests/assistant/simulator.h"

#include <algorithm>

#include <gtest/gtest.h>

using namespace foredeck;
using namespace foredeck::tests;

namespace {

// A bar in Miami with the hours of `week`, at a moment of its own clock.
struct Bar {
    Week week;
    std::vector<std::string> closedDates {};
    TurnPlan say(const std::string &at, const std::string &text) const
    {
        static const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
        auto business = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == dental; });
        business.locations.front().hours = {"America/New_York", week, closedDates, false};
        business.documents.clear();
        return Simulator {business, ChannelKind::LiveChat, fromRfc3339(at + ":00-05:00").value()}.say(text);
    }
};
constexpr OpenWindow evening {18 * 60, 2 * 60};
Bar weekends() { return {{{{}, {}, {}, {}, {evening}, {evening}, {}}}}; } // Friday and Saturday

} // namespace

TEST(Clock, AFeastThatWasDaysAgoIsToldAsItWas)
{
    const auto plan = talkTo(dental, aSunday).say("are you open on thanksgiving?");
    EXPECT_TRUE(holds(plan, "11/26") && holds(plan, "closed") && holds(plan, "11/25/2027")) << told(plan);
    EXPECT_FALSE(holds(plan, "8:00")) << told(plan);
    const auto hotelPlan = talkTo(marina, aSunday).say("are you open on thanksgiving?");
    EXPECT_TRUE(holds(hotelPlan, "was open") && holds(hotelPlan, "7:00")) << told(hotelPlan);
    EXPECT_TRUE(holds(talkTo(dental, aSunday).say("are you open on christmas?"), "closed on Friday, 12/25")) << told(talkTo(dental, aSunday).say("are you open on christmas?"));
}

TEST(Clock, TheYearIsToldWhereItIsAnother)
{
    const auto plan = talkTo(dental, aSunday).say("are you open on new year's day?");
    EXPECT_TRUE(holds(plan, "1/1/2027") && holds(plan, "closed")) << told(plan);
    EXPECT_FALSE(holds(talkTo(dental, aSunday).say("are you open on december 26?"), "2026"));
}

TEST(Clock, ADateThatCanOnlyBeDayFirstIsRead)
{
    for (const auto *text : {"are you open on 25/12?", "abierto el 25/12?", "open on dec 25?", "Haben Sie am 25.12. offen?", "êtes-vous ouverts le 25 décembre ?", "open on december 25"}) {
        const auto plan = talkTo(dental, aSunday).say(text);
        EXPECT_TRUE(holds(plan, "12/25") || holds(plan, "25/12") || holds(plan, "25.12.")) << text << " → " << told(plan);
        EXPECT_FALSE(plan.handOver.has_value()) << text << " → " << told(plan);
    }
}

TEST(Clock, ADateThatNoCalendarHasIsSaidToBeNone)
{
    for (const auto *text : {"are you open on Feb 30?", "are you open on 13/13?", "Haben Sie am 31.11. offen?", "¿Abren el 30 de febrero?"}) {
        const auto plan = talkTo(dental, aSunday).say(text);
        EXPECT_TRUE(holds(plan, "calendar") || holds(plan, "Kalender") || holds(plan, "calendario")) << text << " → " << told(plan);
        EXPECT_FALSE(plan.handOver.has_value()) << text;
    }
    EXPECT_FALSE(holds(talkTo(marina, aSunday).say("do you have 30/50 amp on dock D?"), "calendar"));
    EXPECT_FALSE(holds(talkTo(plumber, aSunday).say("do you work 24/7?"), "calendar"));
}

TEST(Clock, ADayIsAskedOnAbout)
{
    auto talk = talkTo(dental, aSunday);
    talk.say("are you open on december 26?");
    for (const auto *text : {"and the 28th?", "and on christmas?", "and on monday"}) {
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.intent, "hours") << text << " → " << told(plan);
        EXPECT_FALSE(plan.handOver.has_value()) << text;
    }
}

TEST(Clock, ADayOrMonthThatIsOpenIsAskedInFewWords)
{
    for (const auto *text : {"open on dec 24?", "open friday at 3pm?", "Open next saturday?", "Haben Sie am 24. Dezember offen?", "open tuesday?"}) {
        const auto plan = talkTo(dental, aSunday).say(text);
        EXPECT_EQ(plan.decision.intent, "hours") << text << " → " << told(plan);
        EXPECT_FALSE(plan.handOver.has_value()) << text << " → " << told(plan);
    }
    const auto january = talkTo(dental, aSunday).say("are you open in January?");
    EXPECT_TRUE(holds(january, "Monday") && holds(january, "1/1/2027")) << told(january);
    EXPECT_FALSE(holds(january, "right now")) << told(january);
    const auto store = talkTo(marina, aSunday).say("is the ship store open on christmas?");
    EXPECT_FALSE(store.handOver.has_value()) << told(store);
}

TEST(Clock, TheTimeThereIsTold)
{
    for (const auto *text : {"what time is it there?", "what time is it", "¿Qué hora es allí?", "Wie spät ist es bei Ihnen?", "quelle heure est-il chez vous ?"})
        EXPECT_TRUE(holds(talkTo(dental, aSunday).say(text), "10:02")) << text << " → " << told(talkTo(dental, aSunday).say(text));
    EXPECT_FALSE(holds(talkTo(hotel, aSunday).say("what time is it open?"), "10:02"));
    EXPECT_TRUE(holds(talkTo(hotel, aSunday).say("¿A qué hora es el desayuno?"), "07:00"));
}

TEST(Clock, ATimeIsNotAnsweredByWhatTellsOfNone)
{
    for (const auto *text : {"can I arrive at 9pm?", "I'll arrive at 6am, is someone there?", "¿Puedo llegar a las 22:00?", "Kann ich um 21 Uhr noch ankommen?"}) {
        const auto plan = talkTo(marina, aSunday).say(text);
        EXPECT_FALSE(holds(plan, "300,000") || holds(plan, "300.000")) << text << " → " << told(plan);
    }
    EXPECT_TRUE(holds(talkTo(hotel, aSunday).say("can I check in at 2pm?"), "15:00"));
    EXPECT_TRUE(holds(talkTo(marina, aSunday).say("What do I need for check-in with my boat?"), "300,000"));
}

TEST(Clock, OfAHolidayThatNothingIsToldOfTheUsualHoursAreNoPromise)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    auto business = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == dental; });
    business.locations.front().hours.closedDates.clear();
    const auto said = [&](const std::string &text) { return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-12-14T15:02:11Z").value()}.say(text); };
    struct Case {
        const char *text;
        const char *usually;
    };
    static constexpr Case cases[] {{"are you open on christmas?", "usually open on Friday: "}, {"open on dec 24?", "usually open on Thursday: "}, {"are you open on new year's day?", "usually open on Friday: "}, {"¿Abren en Navidad?", "abre normalmente el viernes: "},
        {"Haben Sie an Heiligabend geöffnet?", "hat am Donnerstag sonst geöffnet: "}, {"êtes-vous ouverts à Noël ?", "d'habitude ouvert le vendredi"}, {"siete aperti a Natale?", "di solito è aperto"}, {"estão abertos no Natal?", "costuma abrir"},
        {"zijn jullie open met kerst?", "gewoonlijk open"}};
    for (const auto &[text, usually] : cases) {
        const auto plan = said(text);
        EXPECT_TRUE(holds(plan, usually)) << text << " → " << told(plan);
        ASSERT_TRUE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_EQ(plan.handOver->reason, EscalationReason::NotInKnowledge) << text;
        EXPECT_EQ(plan.decision.intent, "hours") << text;
    }
    for (const auto *text : {"are you open on december 15?", "are you open on monday?", "are you open on july 5?"}) {
        const auto plan = said(text);
        EXPECT_FALSE(plan.handOver.has_value()) << text << " → " << told(plan);
        EXPECT_FALSE(holds(plan, "usually")) << text << " → " << told(plan);
    }
    business.locations.front().hours.closedDates = {"2026-12-25"}; // the days around it are told by it
    EXPECT_TRUE(holds(said("are you open on christmas?"), "closed"));
    EXPECT_FALSE(said("open on dec 24?").handOver.has_value());
    EXPECT_FALSE(said("are you open on new year's eve?").handOver.has_value());
}

TEST(Clock, OnAHolidayThatNothingIsToldOfItIsNotOpenForSure)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    auto business = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == dental; });
    business.locations.front().hours.closedDates.clear();
    for (const auto *text : {"are you open now?", "are you open today?"}) {
        const auto plan = Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-12-25T15:02:11Z").value()}.say(text);
        EXPECT_TRUE(holds(plan, "usually open") && plan.handOver.has_value()) << text << " → " << told(plan);
    }
}

TEST(Clock, OnTheEveOfAHolidayThatNothingIsToldOfNoOpeningIsPromised)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    auto business = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == dental; });
    business.locations.front().hours.closedDates.clear();
    const auto evening = fromRfc3339("2026-12-25T02:02:11Z").value(); // the evening before, where it is
    const auto handed = Simulator {business, ChannelKind::LiveChat, evening}.say("I want to talk to a human");
    EXPECT_TRUE(holds(handed, "is closed right now.")) << told(handed);
    EXPECT_FALSE(holds(handed, "opens again")) << told(handed);
    const auto open = Simulator {business, ChannelKind::LiveChat, evening}.say("are you open now?");
    EXPECT_TRUE(holds(open, "closed right now") && holds(open, "usually open") && !holds(open, "opens again")) << told(open);
    const auto usual = Simulator {business, ChannelKind::LiveChat, fromRfc3339("2026-12-16T02:02:11Z").value()}.say("I want to talk to a human");
    EXPECT_TRUE(holds(usual, "opens again")) << told(usual);
}

TEST(Clock, TheWordDayBeforeANumberIsOfTheDate)
{
    auto spanish = talkTo(dental, aSunday);
    spanish.say("¿Abren el 23 de diciembre?");
    EXPECT_TRUE(holds(spanish.say("¿y el día 22?"), "22")) << spanish.input.history.back().text;
    const auto asked = talkTo(dental, aSunday).say("Abrem no dia 23 de dezembro?");
    EXPECT_EQ(asked.decision.intent, "hours") << told(asked);
    EXPECT_FALSE(asked.handOver.has_value()) << told(asked);
}

TEST(Clock, TheHolidaysOfACountryAreNoUsualDaysThere)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    auto business = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == dental; });
    business.locations.front().hours.closedDates.clear();
    const auto said = [&](const std::string &region, const std::string &text) {
        business.client.region = region;
        return Simulator {business, ChannelKind::LiveChat, fromRfc3339("2029-09-14T15:02:11Z").value()}.say(text);
    };
    EXPECT_TRUE(said("DE", "Haben Sie am 3. Oktober geöffnet?").handOver.has_value()); // a Wednesday
    EXPECT_TRUE(said("DE", "Haben Sie am Tag der deutschen Einheit offen?").handOver.has_value());
    EXPECT_TRUE(said("ES", "¿Abren el 12 de octubre?").handOver.has_value());
    EXPECT_FALSE(said("US", "are you open on october 3?").handOver.has_value());
}

TEST(Clock, HoursThatRunPastMidnightAreToldWhileTheyRun)
{
    const auto bar = weekends();
    for (const auto *text : {"are you open now?", "are you open today?", "until when are you open tonight?", "are you still open?", "when do you close tonight?"}) {
        const auto plan = bar.say("2026-12-06T01:00", text); // a Sunday, on which it is closed
        EXPECT_TRUE(holds(plan, "open now") && holds(plan, "2:00 am")) << text << " → " << told(plan);
        EXPECT_FALSE(holds(plan, "closed")) << text << " → " << told(plan);
        EXPECT_TRUE(holds(bar.say("2026-12-06T02:00", text), "closed")) << text;
    }
    const auto last = bar.say("2026-12-06T01:00", "are you open today?");
    EXPECT_TRUE(holds(last, "again on Friday, 12/11 at 6:00 pm")) << told(last);
    const auto first = bar.say("2026-12-05T01:00", "are you open tonight?"); // Saturday: it opens once more
    EXPECT_TRUE(holds(first, "2:00 am") && holds(first, "open now") && holds(first, "6:00 pm–2:00 am")) << told(first);
    const auto before = bar.say("2026-12-04T20:00", "until when are you open tonight?");
    EXPECT_TRUE(holds(before, "6:00 pm–2:00 am") && !holds(before, "Thursday")) << told(before);
    EXPECT_TRUE(holds(bar.say("2026-12-06T00:59", "Haben Sie heute offen?"), "bis 2:00 Uhr")) << told(bar.say("2026-12-06T00:59", "Haben Sie heute offen?"));
    const auto table = bar.say("2026-12-06T00:30", "I want to book an appointment tonight at 1 am");
    EXPECT_FALSE(holds(table, "closed")) << told(table);
}

TEST(Clock, AnHourAfterMidnightIsOfTheEveningBefore)
{
    const auto bar = weekends();
    for (const auto *text : {"are you open on Saturday at 1 am?", "are you open on Saturday at 01:30?", "Haben Sie am Samstag um 1 Uhr nachts offen?", "¿Abren el sábado a la 1 de la madrugada?"}) {
        const auto plan = bar.say("2026-12-01T12:00", text);
        EXPECT_TRUE(holds(plan, "Friday") || holds(plan, "Freitag") || holds(plan, "viernes")) << text << " → " << told(plan);
    }
    const auto sunday = bar.say("2026-12-01T12:00", "are you open on Sunday at 1 am?");
    EXPECT_TRUE(holds(sunday, "Saturday: 6:00 pm–2:00 am") && holds(sunday, "closed on Sunday")) << told(sunday);
    const auto tomorrow = bar.say("2026-12-05T20:00", "are you open tomorrow at 1 am?");
    EXPECT_TRUE(holds(tomorrow, "today: 6:00 pm–2:00 am")) << told(tomorrow);
    for (const auto *text : {"are you open on Saturday at 3 am?", "are you open on Saturday at 9 pm?", "are you open on Friday at 1 am?", "are you open on Saturday?"})
        EXPECT_EQ(bar.say("2026-12-01T12:00", text).reply.find("6:00 pm"), bar.say("2026-12-01T12:00", text).reply.rfind("6:00 pm")) << text << ": one day's hours";
}

TEST(Clock, AClosedDayClosesWhatBeginsOnIt)
{
    auto bar = weekends();
    bar.closedDates = {"2026-12-05"};
    EXPECT_TRUE(holds(bar.say("2026-12-05T01:00", "are you open today?"), "open now")) << "Friday's evening runs on";
    EXPECT_TRUE(holds(bar.say("2026-12-06T01:00", "are you open now?"), "closed"));
    const auto plan = bar.say("2026-12-01T12:00", "are you open on December 6 at 1 am?");
    EXPECT_TRUE(holds(plan, "closed") && !holds(plan, "6:00 pm")) << told(plan);
}

TEST(Clock, AnEveningOfAHolidayIsOneUntilItEnds)
{
    Bar bar;
    bar.week.fill({evening});
    const auto eve = bar.say("2026-11-26T01:00", "are you open now?"); // what began before Thanksgiving
    EXPECT_TRUE(holds(eve, "open now") && !eve.handOver.has_value()) << told(eve);
    const auto after = bar.say("2026-11-27T01:00", "are you open now?");
    EXPECT_TRUE(holds(after, "usually open") && holds(after, "11/26") && after.handOver.has_value()) << told(after);
}

TEST(Clock, TwentyFourHoursAreToldAsSuch)
{
    Bar bar;
    for (const OpenWindow day : {OpenWindow {0, 0}, OpenWindow {0, 24 * 60}, OpenWindow {12 * 60, 12 * 60}}) {
        bar.week.fill({day});
        const auto plan = bar.say("2026-12-01T12:00", "what are your hours?");
        EXPECT_TRUE(holds(plan, "day and night")) << told(plan);
        const auto tonight = bar.say("2026-12-01T01:00", "until when are you open tonight?");
        EXPECT_TRUE(holds(tonight, "day and night") && !holds(tonight, "12:00")) << told(tonight);
    }
    bar.week = {{{}, {}, {}, {}, {{0, 24 * 60}}, {{12 * 60, 12 * 60}}, {}}};
    EXPECT_TRUE(holds(bar.say("2026-12-01T12:00", "are you open on Friday?"), "24 hours"));
    EXPECT_TRUE(holds(bar.say("2026-12-01T12:00", "are you open on Saturday?"), "12:00 pm–12:00 pm the next day"));
    EXPECT_TRUE(holds(bar.say("2026-12-01T12:00", "Haben Sie am Freitag offen?"), "0:00–24:00 Uhr"));
    const auto week = bar.say("2026-12-01T12:00", "what are your hours?");
    EXPECT_TRUE(holds(week, "Friday: 24 hours; Saturday: 12:00 pm–12:00 pm the next day")) << told(week);
    const auto sunday = bar.say("2026-12-01T12:00", "are you open on Sunday at 10 am?");
    EXPECT_TRUE(holds(sunday, "Saturday") && holds(sunday, "closed on Sunday")) << told(sunday);
}
