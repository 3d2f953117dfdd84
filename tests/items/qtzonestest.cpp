#include "models/domain/snooze.h"
#include "models/items/qtzones.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace {

const std::string newYork = "America/New_York";

Timestamp at(const char *text) { return *fromRfc3339(text); }

OpeningHours shop()
{
    OpeningHours hours;
    hours.zone = newYork;
    for (std::size_t day = 0; day < 5; ++day)
        hours.week[day] = {{8 * 60 + 30, 17 * 60}};
    hours.week[5] = {{10 * 60, 14 * 60}};
    return hours;
}

std::vector<SnoozeOption> offered(const char *now, const OpeningHours &hours)
{
    const auto options = snoozeOptions(at(now), hours, "Europe/Berlin", QtZones {});
    return options.hasValue() ? options.value() : std::vector<SnoozeOption> {};
}

using Options = std::vector<SnoozeOption>;

} // namespace

class QtZonesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheClockOfAPlace()
    {
        const QtZones zones;
        const auto local = zones.toLocal(at("2026-07-01T03:30:00Z"), newYork);
        QVERIFY(local.hasValue());
        QCOMPARE(local.value().day, 30);
        QCOMPARE(local.value().minuteOfDay, 23 * 60 + 30);
        QCOMPARE(local.value().weekday, 1);
        QVERIFY(zones.toLocal({}, "Mars/Olympus").hasError());
        QVERIFY(zones.fromLocal(2026, 1, 1, 0, "").hasError());
        QVERIFY(zones.fromLocal(2026, 2, 30, 0, newYork).hasError());
        QVERIFY(!zones.isKnown("") && zones.isKnown("Europe/Berlin"));
    }

    void aDesktopInNoZoneGoesByUtc()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "Mars/Olympus");
        const QTimeZone zone = desktopZone();
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        QVERIFY(zone.isValid());
        QCOMPARE(zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)), 0);
    }

    void gapsAndRepeats_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("minute");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("utc");
        const auto row = [](const char *name, QDate day, int minute, const char *zone, const char *utc) { QTest::newRow(name) << day << minute << QString::fromLatin1(zone) << QString::fromLatin1(utc); };
        row("winter", {2026, 1, 5}, 9 * 60, "America/New_York", "2026-01-05T14:00:00.000Z");
        row("in the gap", {2026, 3, 8}, 2 * 60 + 30, "America/New_York", "2026-03-08T07:00:00.000Z");
        row("after the gap", {2026, 3, 8}, 3 * 60, "America/New_York", "2026-03-08T07:00:00.000Z");
        row("the first of two", {2026, 11, 1}, 60 + 30, "America/New_York", "2026-11-01T05:30:00.000Z");
        row("half an hour's gap", {2026, 10, 4}, 2 * 60 + 10, "Australia/Lord_Howe", "2026-10-03T15:30:00.000Z");
        row("a day that was left out", {2011, 12, 30}, 12 * 60, "Pacific/Apia", "2011-12-30T10:00:00.000Z");
    }
    void gapsAndRepeats()
    {
        QFETCH(QDate, day);
        QFETCH(int, minute);
        QFETCH(QString, zone);
        QFETCH(QString, utc);
        const auto moment = QtZones {}.fromLocal(day.year(), day.month(), day.day(), minute, zone.toStdString());
        QVERIFY(moment.hasValue());
        QCOMPARE(QString::fromStdString(toRfc3339(moment.value())), utc);
    }

    void onAWorkingDay()
    {
        QCOMPARE(offered("2026-11-17T15:05:00Z", shop()), // Tuesday 10:05
            (Options {{SnoozeChoice::LaterToday, at("2026-11-17T18:15:00Z")}, {SnoozeChoice::TomorrowMorning, at("2026-11-18T13:30:00Z")}, {SnoozeChoice::NextWeek, at("2026-11-23T13:30:00Z")}}));
    }

    void lateInTheDayItIsTomorrow()
    {
        QCOMPARE(offered("2026-11-17T21:30:00Z", shop()).front().choice, SnoozeChoice::TomorrowMorning); // 16:30, and closed at 17:00
    }

    void laterTodayIsSoonerWhereItClosesSoon()
    {
        QCOMPARE(offered("2026-11-17T20:00:00Z", shop()).front(), (SnoozeOption {SnoozeChoice::LaterToday, at("2026-11-17T21:00:00Z")})); // 15:00, until 16:00
        QCOMPARE(offered("2026-11-17T10:05:00Z", shop()).front(), (SnoozeOption {SnoozeChoice::LaterToday, at("2026-11-17T13:30:00Z")})); // 05:05, until it opens
    }

    void whereItIsClosedTomorrow()
    {
        QCOMPARE(offered("2026-11-21T16:00:00Z", shop()), // Saturday 11:00: Sunday is closed, so the next opening is next week's
            (Options {{SnoozeChoice::LaterToday, at("2026-11-21T17:00:00Z")}, {SnoozeChoice::NextOpening, at("2026-11-23T13:30:00Z")}}));
        OpeningHours holiday = shop();
        holiday.closedDates = {"2026-11-18", "2026-11-19"};
        QCOMPARE(offered("2026-11-17T21:00:00Z", holiday),
            (Options {{SnoozeChoice::NextOpening, at("2026-11-20T13:30:00Z")}, {SnoozeChoice::NextWeek, at("2026-11-23T13:30:00Z")}}));
    }

    void overTheChangeOfTheClock()
    {
        QCOMPARE(offered("2026-10-31T20:00:00Z", shop()).back(), (SnoozeOption {SnoozeChoice::NextOpening, at("2026-11-02T13:30:00Z")}));
        QCOMPARE(offered("2026-10-30T12:00:00Z", shop()).back(), (SnoozeOption {SnoozeChoice::NextWeek, at("2026-11-02T13:30:00Z")}));
    }

    void withoutHoursThereAreMornings()
    {
        QCOMPARE(offered("2026-11-17T08:00:00Z", {}), // 09:00 in Berlin
            (Options {{SnoozeChoice::LaterToday, at("2026-11-17T11:00:00Z")}, {SnoozeChoice::TomorrowMorning, at("2026-11-18T08:00:00Z")}, {SnoozeChoice::NextWeek, at("2026-11-23T08:00:00Z")}}));
        OpeningHours always;
        always.zone = newYork;
        always.always = true;
        QCOMPARE(offered("2026-11-22T17:00:00Z", always), // Sunday noon: tomorrow is next week
            (Options {{SnoozeChoice::LaterToday, at("2026-11-22T20:00:00Z")}, {SnoozeChoice::TomorrowMorning, at("2026-11-23T14:00:00Z")}}));
        OpeningHours gapless;
        gapless.zone = newYork;
        gapless.week.fill({{0, 1440}});
        QCOMPARE(offered("2026-11-22T17:00:00Z", gapless), offered("2026-11-22T17:00:00Z", always));
        QVERIFY(snoozeOptions(at("2026-11-17T08:00:00Z"), {}, "nowhere", QtZones {}).hasError());
    }

    void noneIsInThePast()
    {
        const QtZones zones;
        for (int hour = 0; hour < 24 * 400; hour += 5) {
            const Timestamp now = at("2026-01-01T00:07:00Z") + std::chrono::hours {hour};
            const auto options = snoozeOptions(now, shop(), newYork, zones);
            QVERIFY(options.hasValue() && !options.value().empty());
            Timestamp before = now;
            for (const SnoozeOption &one : options.value()) {
                QVERIFY(one.until > before);
                before = one.until;
                QVERIFY(openStateAt(shop(), one.until, zones).value().open);
            }
        }
    }
};

FOREDECK_QT_TEST(QtZonesTest)
#include "qtzonestest.moc"
