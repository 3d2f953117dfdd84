#include "models/core/time.h"
#include "server/services/assistant/datewords.h"
#include "server/services/assistant/facts.h"
#include "tests/assistant/simulator.h"

#include <algorithm>
#include <tuple>

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

TEST(Dates, ARangeIsTakenWhole)
{
    struct Case {
        const char *text;
        const char *language;
        const char *when;
        const char *first;
    };
    for (const auto &c : {Case {"12 to 15 December", "en", "12 to 15 December", "2026-12-12"}, Case {"12-15 December please", "en", "12-15 December", "2026-12-12"},
             Case {"from the 12th to the 15th of December", "en", "12th to the 15th of December", "2026-12-12"}, Case {"December 12 through 15", "en", "December 12 through 15", "2026-12-12"},
             Case {"between 12 and 15 December", "en", "12 and 15 December", "2026-12-12"}, Case {"30 December – 2 January", "en", "30 December – 2 January", nullptr},
             Case {"30 to 2 January", "en", "30 to 2 January", "2026-12-30"}, Case {"12th-15th", "en", "12th-15th", "2026-12-12"},
             Case {"del 12 al 15 de diciembre", "es", "12 al 15 de diciembre", "2026-12-12"}, Case {"del 12 al 15", "es", "12 al 15", "2026-12-12"},
             Case {"vom 12. bis 15. Dezember", "de", "12. bis 15. Dezember", "2026-12-12"}, Case {"vom 12. bis zum 15. Dezember", "de", "12. bis zum 15. Dezember", "2026-12-12"},
             Case {"vom 12. bis 15.", "de", "12. bis 15", "2026-12-12"}, Case {"du 12 au 15 décembre", "fr", "12 au 15 décembre", "2026-12-12"},
             Case {"dal 12 al 15 dicembre", "it", "12 al 15 dicembre", "2026-12-12"}, Case {"de 12 a 15 de dezembro", "pt", "12 a 15 de dezembro", "2026-12-12"},
             Case {"van 12 tot 15 december", "nl", "12 tot 15 december", "2026-12-12"}, Case {"من 12 الى 15 ديسمبر", "ar", "12 الى 15 ديسمبر", "2026-12-12"}}) {
        EXPECT_EQ(whenIn(c.text, c.language), c.when) << c.text;
        if (c.first) {
            EXPECT_EQ(dayIn(c.text, c.language), c.first) << c.text;
        }
    }
    EXPECT_EQ(whenIn("a table for 4 - 15 December"), "15 December");
    EXPECT_EQ(whenIn("December 12 - 20 guests"), "December 12");
    EXPECT_EQ(whenIn("room 12 to the left"), "");
    EXPECT_EQ(whenIn("mesa para 4 a las 8", "es"), "");
}

TEST(Dates, NightsAndNextBelongToTheDay)
{
    EXPECT_EQ(whenIn("tomorrow for two nights"), "tomorrow for two nights");
    EXPECT_EQ(whenIn("3 nights from the 20th"), "3 nights from the 20th");
    EXPECT_EQ(whenIn("next weekend please"), "next weekend");
    EXPECT_EQ(whenIn("two nights, starting on Friday"), "two nights, starting on Friday");
    EXPECT_EQ(whenIn("from 12 December for a week"), "12 December for a week");
    EXPECT_EQ(whenIn("tomorrow for two"), "tomorrow");
    EXPECT_EQ(whenIn("mañana para dos noches", "es"), "mañana para dos noches");
    EXPECT_EQ(whenIn("el próximo fin de semana", "es"), "el próximo fin de semana");
    EXPECT_EQ(whenIn("el viernes que viene", "es"), "viernes que viene");
    EXPECT_EQ(whenIn("morgen für zwei Nächte", "de"), "morgen für zwei Nächte");
    EXPECT_EQ(whenIn("nächstes Wochenende", "de"), "nächstes Wochenende");
    EXPECT_EQ(whenIn("demain pour deux nuits", "fr"), "demain pour deux nuits");
    EXPECT_EQ(whenIn("le week-end prochain", "fr"), "week-end prochain");
    EXPECT_EQ(whenIn("domani per due notti", "it"), "domani per due notti");
    EXPECT_EQ(whenIn("amanhã por duas noites", "pt"), "amanhã por duas noites");
    EXPECT_EQ(whenIn("morgen voor twee nachten", "nl"), "morgen voor twee nachten");
}

TEST(Dates, ADayThatIsOverOrDoesNotExistIsNone)
{
    const auto noDay = [](std::string_view text, std::string_view language) { return factsIn(text, {std::string {language}, "US", today}, RuleBook::builtin()).noDay; };
    for (const auto &[text, language] : {std::pair {"yesterday", "en"}, {"30 February", "en"}, {"February 30th", "en"}, {"31 November", "en"}, {"32 December", "en"}, {"4 March 2025", "en"},
             {"02/30", "en"}, {"ayer", "es"}, {"30 de febrero", "es"}, {"gestern", "de"}, {"30. Februar", "de"}, {"hier", "fr"}, {"31 February to 2 March", "en"}, {"14 December to 12 December", "en"}, {"December 14 to 12", "en"}, {"12/14 - 12/12", "en"},
             {"14. Dezember bis 12. Dezember", "de"}, {"del 31 de febrero al 2 de marzo", "es"}, {"ieri", "it"}, {"ontem", "pt"}, {"gisteren", "nl"}, {"امس", "ar"}}) {
        EXPECT_TRUE(noDay(text, language)) << text;
        EXPECT_EQ(whenIn(text, language), "") << text;
    }
    for (const auto *text : {"tomorrow", "12 December", "29 February 2028", "December 12 2026", "30 December to 2 January", "Friday to Sunday", "two rooms", "for 30 people in February"})
        EXPECT_FALSE(noDay(text, "en")) << text;
}

TEST(Dates, NumbersThatAreNoDayTakeNoneAway)
{
    EXPECT_EQ(whenIn("A slip Dec 5 to Dec 8, 30/50 amp"), "Dec 5 to Dec 8");
    EXPECT_EQ(whenIn("Dec 24, are you there 24/7?"), "Dec 24");
    EXPECT_NE(whenIn("del 12 al 15 de diciembre, 50/60 Hz", "es"), "");
}

TEST(Dates, AStayThatIsUnderWayIsNoneThatEndsBeforeItBegins)
{
    const auto whenOn = [](const LocalTime &day, std::string_view text) { return factsIn(text, {"en", "US", day}, RuleBook::builtin()).when; };
    constexpr LocalTime midDecember {2026, 12, 15, 1, 602};
    EXPECT_EQ(whenOn(midDecember, "14 December to 16 December"), "14 December to 16 December");
    EXPECT_EQ(whenOn({2026, 12, 30, 2, 602}, "28 December to 2 January"), "28 December to 2 January");
    EXPECT_EQ(whenOn(midDecember, "20 December to 18 December"), "");
    EXPECT_EQ(whenOn(today, "14 December to 12 December"), "");
}

TEST(Dates, WhatIsNoDayIsAskedForAgain)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    for (const auto *text : {"yesterday", "30 February", "I do not know yet", "not sure yet", "no idea", "No lo sé todavía", "Das weiß ich noch nicht", "je ne sais pas encore"}) {
        Simulator talk {all.front(), ChannelKind::LiveChat, fromRfc3339("2026-11-20T15:02:11Z").value()};
        talk.say("I would like to book a room");
        talk.say("Anna Schmidt");
        const auto plan = talk.say(text);
        EXPECT_EQ(plan.decision.action, DecisionAction::Asked) << text;
        EXPECT_EQ(plan.lead.qualification.serviceInterest, "book a room") << text;
        EXPECT_EQ(plan.lead.qualification.timeline, "") << text;
        EXPECT_TRUE(std::any_of(plan.decision.rules.begin(), plan.decision.rules.end(), [](const RuleTrace &r) { return r.rule == "intake.ask" && r.words == "dates"; })) << text;
        EXPECT_EQ(talk.say("12 to 15 December").lead.qualification.timeline, "12 to 15 December") << text;
    }
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

TEST(Dates, ShortNamesAreDaysOnlyFromOneToAnother)
{
    EXPECT_EQ(whenIn("Fr-So", "de"), "Fr-So");
    EXPECT_EQ(whenIn("Do bis Sa", "de"), "Do bis Sa");
    EXPECT_EQ(whenIn("fri - sun"), "fri - sun");
    EXPECT_EQ(whenIn("vie a dom", "es"), "vie a dom");
    EXPECT_EQ(whenIn("doch lieber 13. bis 15.", "de"), "13. bis 15");
    for (const auto *text : {"so ist das", "mi piace", "do you have a room", "Ich komme so gegen acht"})
        EXPECT_EQ(dayIn(text, "de"), "0 days") << text;
    EXPECT_EQ(dayIn("the sun is out"), "0 days");
}

TEST(Dates, AContractionIsNoDay)
{
    for (const auto *text : {"We'd like a room", "we’d like a room for two", "wed like a room", "we'd also need parking", "we sat in traffic", "my wife sat down"})
        EXPECT_EQ(whenIn(text), "") << text;
    EXPECT_EQ(whenIn("We'd like a room, 11-14 December"), "11-14 December");
    EXPECT_EQ(whenIn("wed at 7 pm"), "wed at 7 pm");
    EXPECT_EQ(whenIn("on Sat please"), "Sat");
    EXPECT_EQ(dayIn("is sat free?"), "2026-11-21");
    EXPECT_EQ(dayIn("Wednesday's dinner"), "2026-11-25");
}

TEST(Dates, TheDayAfterTomorrowIsTwoDaysAhead)
{
    for (const auto &[text, language] : {std::pair {"the day after tomorrow", "en"}, {"para pasado mañana", "es"}, {"übermorgen", "de"}, {"après-demain", "fr"}, {"dopodomani", "it"}, {"depois de amanhã", "pt"},
             {"overmorgen", "nl"}, {"بعد غد", "ar"}})
        EXPECT_EQ(dayIn(text, language), "2026-11-22") << text;
    EXPECT_EQ(whenIn("para pasado mañana", "es"), "pasado mañana");
    EXPECT_EQ(dayIn("para mañana", "es"), "2026-11-21");
    EXPECT_EQ(dayIn("tomorrow after dinner"), "2026-11-21");
}

TEST(Dates, HalfOfAnImpossibleStayIsNotTaken)
{
    for (const auto &[text, language] : {std::pair {"29.02.2027 to 2.3.2027", "en"}, {"31.02. bis 3.3.", "de"}, {"31.04.2027", "de"}, {"2027-02-30", "en"}, {"del 31.11.2026 al 3.12.2026", "es"}}) {
        const auto facts = factsIn(text, {std::string {language}, "DE", today}, RuleBook::builtin());
        EXPECT_EQ(facts.when, "") << text;
        EXPECT_TRUE(facts.noDay) << text;
    }
    for (const auto &[text, language] : {std::pair {"28.02.2027 bis 2.3.2027", "de"}, {"um 7.45 Uhr", "de"}, {"30.5 feet", "en"}, {"12.5 m lang", "de"}, {"29.02.2028", "de"}})
        EXPECT_FALSE(factsIn(text, {std::string {language}, "DE", today}, RuleBook::builtin()).noDay) << text;
}

TEST(Dates, AWeekdayWithANumberIsThatDate)
{
    for (const auto &[text, language, day] : {std::tuple {"are you open friday 25", "en", "2026-12-25"}, {"sat 26th", "en", "2026-12-26"}, {"open mon 28?", "en", "2026-12-28"}, {"fri 1st?", "en", "2027-01-01"},
             {"table on thu 24 for 2", "en", "2026-12-24"}, {"you guys open friday the 25th", "en", "2026-12-25"}, {"Friday, 25th", "en", "2026-12-25"}, {"saturday 21 at 8pm", "en", "2026-11-21"},
             {"abris el martes 8?", "es", "2026-12-08"}, {"el viernes 25 abris?", "es", "2026-12-25"}, {"el viernes 1 abris?", "es", "2027-01-01"}, {"abris el miercoles 6?", "es", "2027-01-06"}, {"el martes 8 a las 10", "es", "2026-12-08"},
             {"el martes 8 por la mañana", "es", "2026-12-08"}, {"Freitag 25.", "de", "2026-12-25"}, {"am Freitag, den 25.", "de", "2026-12-25"}, {"Haben Sie Fr. 25. offen?", "de", "2026-12-25"}, {"Freitag, 25.12.", "de", "2026-12-25"},
             {"vendredi 25", "fr", "2026-12-25"}, {"ouvert le mardi 8 ?", "fr", "2026-12-08"}, {"siete aperti venerdì 25?", "it", "2026-12-25"}, {"aberto na sexta-feira 25?", "pt", "2026-12-25"}, {"vrijdag 25 open?", "nl", "2026-12-25"},
             {"هل تفتحون الجمعة 25", "ar", "2026-12-25"}, {"monday 28th december", "en", "2026-12-28"}, {"friday the 1st of january", "en", "2027-01-01"}, {"friday december 25", "en", "2026-12-25"}, {"monday 29", "en", "2026-11-29"},
             {"viernes 24", "es", "2026-11-24"}}) {
        const auto words = wordsOf(text);
        const auto days = daysIn(text, words, language, "US", today);
        EXPECT_EQ(dayIn(text, language), day) << text;
        EXPECT_TRUE(!days.empty() && !days.front().everyWeek) << text;
    }
    EXPECT_EQ(whenIn("table on thu 24 for 2"), "thu 24");
    EXPECT_EQ(whenIn("el martes 8 a las 10:00", "es"), "martes 8 a las 10:00");
}

TEST(Dates, AnHourOrACountBehindAWeekdayIsNoDate)
{
    for (const auto &[text, language] : {std::pair {"friday 8pm", "en"}, {"friday at 8", "en"}, {"friday 7", "en"}, {"friday 4 in the afternoon", "en"}, {"friday 20 people", "en"}, {"saturday 26 guests", "en"}, {"saturday 4 adults", "en"}, {"monday 8.30", "en"},
             {"sunday 3 to 5", "en"}, {"sunday 3-5pm", "en"}, {"friday 25€", "en"}, {"friday $25", "en"}, {"friday 25 minutes late", "en"}, {"el viernes 25 personas", "es"}, {"viernes 8 de la tarde", "es"}, {"Freitag 20 Uhr", "de"}, {"Freitag 25 Personen", "de"}, {"vendredi 20 h", "fr"},
             {"vendredi 20h", "fr"}, {"venerdì 25 persone", "it"}, {"vrijdag 4 personen", "nl"}, {"Saturday, 5", "en"}}) {
        const auto words = wordsOf(text);
        const auto days = daysIn(text, words, language, "US", today);
        EXPECT_TRUE(days.size() == 1 && days.front().everyWeek) << text;
    }
    for (const auto &[text, language] : {std::pair {"we sat 25 minutes", "en"}, {"so 27 Minuten", "de"}, {"mi 25 Euro", "de"}, {"so 27 war das nicht", "de"}, {"a 28 mon", "en"}})
        EXPECT_EQ(dayIn(text, language), "0 days") << text;
}

TEST(Dates, ADayIsToldOfOnce)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    const auto &dental = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == "brightwater-dental"; }); // closed on 25 December
    const auto now = fromRfc3339("2026-11-20T15:02:11Z").value();
    const auto said = [&](const std::string &text) {
        Simulator talk {dental, ChannelKind::LiveChat, now};
        return talk.say(text).reply;
    };
    for (const auto *text : {"are you open friday 25", "Are you open on Friday 25th December?", "are you open on friday the 25th of december", "Are you open on the 25th of December, that is a Friday?", "Are you open on Christmas Day, Friday?", "are you open fri 25",
             "¿abren el viernes 25?", "Haben Sie am Freitag, den 25. offen?"}) {
        const auto reply = said(text);
        EXPECT_TRUE(reply.find("closed") != std::string::npos || reply.find("cierra") != std::string::npos || reply.find("geschlossen") != std::string::npos) << text << " → " << reply;
        for (const auto *hour : {"8:00", "13:", "1:30"})
            EXPECT_EQ(reply.find(hour), std::string::npos) << text << " → " << reply;
    }
    const auto open = said("are you open wednesday 23");
    EXPECT_NE(open.find("12/23"), std::string::npos) << open;
    const auto other = said("are you open monday 29"); // a Sunday
    EXPECT_NE(other.find("Sunday"), std::string::npos) << other;
    const auto both = said("Are you open on Wednesday and on Christmas Day?");
    EXPECT_NE(both.find("Wednesday"), std::string::npos) << both;
    EXPECT_NE(both.find("closed"), std::string::npos) << both;
}

TEST(Dates, AWishForAClosedDateIsToldSo)
{
    const auto all = businessesOf(FOREDECK_SOURCE_DIR "/resources/sample/business.json");
    const auto &dental = *std::find_if(all.begin(), all.end(), [](const Business &b) { return b.client.slug == "brightwater-dental"; });
    const auto now = fromRfc3339("2026-11-20T15:02:11Z").value();
    const auto said = [&](const std::string &text) {
        Simulator talk {dental, ChannelKind::LiveChat, now};
        return talk.say(text).reply;
    };
    for (const auto *text : {"I'd like an appointment on friday 25", "Do you do cleanings on friday 25?", "I want to book a cleaning on December 25", "Quisiera una cita el viernes 25", "can i come in on friday 25"}) {
        const auto reply = said(text);
        EXPECT_TRUE(reply.find("closed") != std::string::npos || reply.find("cierra") != std::string::npos) << text << " → " << reply;
    }
    for (const auto *text : {"I'd like an appointment on friday 18", "I'd like an appointment on friday", "I'd like an appointment, my birthday was on 25 December 2025"}) {
        const auto reply = said(text);
        EXPECT_EQ(reply.find("closed"), std::string::npos) << text << " → " << reply;
    }
}

TEST(Dates, TheDayBesideAHolidayIsNotTheHoliday)
{
    for (const auto &[text, language, day] : {std::tuple {"are you open the day after christmas", "en", "2026-12-26"}, {"the day before Christmas", "en", "2026-12-24"}, {"the day after December 24", "en", "2026-12-25"}, {"el día después de Navidad", "es", "2026-12-26"},
             {"am Tag nach Weihnachten", "de", nullptr}, {"le lendemain de Noël", "fr", "2026-12-26"}, {"de dag na kerst", "nl", nullptr}, {"the day after tomorrow", "en", "2026-11-22"}}) {
        if (day) {
            EXPECT_EQ(dayIn(text, language), day) << text;
        } else {
            EXPECT_NE(dayIn(text, language), "2026-12-25") << text;
        }
    }
    EXPECT_EQ(dayIn("the day after, on Christmas we are away"), "2026-12-25");
}
