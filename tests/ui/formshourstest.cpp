#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "tests/ui/looks.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/widgets/closeddates.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QComboBox>
#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QWheelEvent>

using namespace foredeck;
using namespace foredeck::ui;

/// The days on which a place stays closed: how they are typed, kept and taken away.
class FormsHoursTest : public QObject, protected FormsFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        end();
        takeLookOff(m_themes);
    }

    void aDayIsReadAsItIsMeant_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("ISO") << QStringLiteral("en_US") << QStringLiteral("2026-12-25") << QDate(2026, 12, 25);
        QTest::newRow("American") << QStringLiteral("en_US") << QStringLiteral("12/25/26") << QDate(2026, 12, 25);
        QTest::newRow("a whole year") << QStringLiteral("en_US") << QStringLiteral("12/25/2026") << QDate(2026, 12, 25);
        QTest::newRow("in full") << QStringLiteral("en_US") << QStringLiteral("Friday, December 25, 2026") << QDate(2026, 12, 25);
        QTest::newRow("no year") << QStringLiteral("en_US") << QStringLiteral("12/25") << QDate(2026, 12, 25);
        QTest::newRow("no year, next year's") << QStringLiteral("en_US") << QStringLiteral("1/6") << QDate(2027, 1, 6);
        QTest::newRow("the next leap day") << QStringLiteral("en_US") << QStringLiteral("2/29") << QDate(2028, 2, 29);
        QTest::newRow("German") << QStringLiteral("de_DE") << QStringLiteral("25.12.26") << QDate(2026, 12, 25);
        QTest::newRow("German, a whole year") << QStringLiteral("de_DE") << QStringLiteral("25.12.2026") << QDate(2026, 12, 25);
        QTest::newRow("Spanish") << QStringLiteral("es_ES") << QStringLiteral("25/12/26") << QDate(2026, 12, 25);
        QTest::newRow("past") << QStringLiteral("en_US") << QStringLiteral("12/25/2025") << QDate(2025, 12, 25);
        QTest::newRow("no such day") << QStringLiteral("en_US") << QStringLiteral("2/30/2027") << QDate();
        QTest::newRow("words") << QStringLiteral("en_US") << QStringLiteral("Christmas") << QDate();
    }

    void aDayIsReadAsItIsMeant()
    {
        QFETCH(QString, locale);
        QFETCH(QString, typed);
        QFETCH(QDate, day);
        QCOMPARE(dayOf(typed, QLocale(locale), QDate(2026, 11, 29)).value_or(QDate()), day);
    }

    /// Whoever scrolls the page with the pointer over a field chooses nothing in it.
    void theWheelIsForThePage()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *zone = section->findChild<WeekEditor *>()->findChild<QComboBox *>();
        QVERIFY(zone->isVisible());
        QCOMPARE(zone->focusPolicy(), Qt::StrongFocus);
        const QString before = zone->currentText();
        for (const int by : {-120, 120, 120}) {
            const QPointF at(zone->rect().center());
            QWheelEvent wheel(at, zone->mapToGlobal(at), {}, {0, by}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(zone, &wheel);
        }
        QCOMPARE(zone->currentText(), before);
        QVERIFY(!section->isDirty());
    }

    void daysOnWhichAPlaceStaysClosedAreAddedAndTakenAway()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *closed = section->findChild<ClosedDates *>();
        QVERIFY(closed->dates().empty());
        LineEdit *day = field(section, QStringLiteral("A day to add to the closed days"));
        const QDate soon = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now())).date().addDays(20);
        const auto type = [&](const QString &text) {
            day->setFocus();
            day->selectAll();
            QTest::keyClicks(day, text);
            QTest::keyClick(day, Qt::Key_Return);
        };
        type(QStringLiteral("someday"));
        QVERIFY(says(closed, QStringLiteral("“someday” is no day")));
        QCOMPARE(day->text(), QStringLiteral("someday")); // to be mended, not typed again
        type(QStringLiteral("2020-12-25"));
        QVERIFY(says(closed, QStringLiteral("is past")));
        type(soon.toString(Qt::ISODate));
        QVERIFY(day->text().isEmpty() && !says(closed, QStringLiteral("is past")));
        QVERIFY(says(closed, QLocale().toString(soon, QLocale::LongFormat)));
        type(soon.toString(Qt::ISODate));
        QVERIFY(says(closed, QStringLiteral("is in the list already")));
        // What is typed and not added yet is saved, too.
        day->selectAll();
        QTest::keyClicks(day, soon.addDays(-1).toString(Qt::ISODate));
        const std::vector<std::string> both {soon.addDays(-1).toString(Qt::ISODate).toStdString(), soon.toString(Qt::ISODate).toStdString()};
        press(button(section, QStringLiteral("Save hours")));
        QCOMPARE(closed->dates(), both);
        QVERIFY(waiting().body.find(both[0]) != std::string::npos && waiting().body.find(both[1]) != std::string::npos);
        QVERIFY(!section->isDirty());
        Location stored = place();
        stored.hours.closedDates = both;
        confirm();
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        button(closed, QStringLiteral("Remove %1").arg(QLocale().toString(soon, QLocale::LongFormat)))->click();
        QCOMPARE(closed->dates(), std::vector<std::string> {both[0]});
        QVERIFY(section->isDirty() && day->hasFocus());
        button(section, QStringLiteral("Undo changes"))->click();
        QCOMPARE(closed->dates(), both);
    }

    void theCaretStaysWhileNothingOfItsIsAnother()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        Location stored = place();
        stored.hours.week[0] = {{9 * 60, 17 * 60}};
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        TimeField *from = section->findChild<WeekEditor *>()->findChildren<TimeField *>().front();
        QCOMPARE(from->minute(), std::optional<int>(9 * 60));
        from->setFocus();
        from->setSelection(1, 2);
        Client client = m_desk->store.read([](CacheReader &reader) { return reader.clients(); }).value().front();
        ++client.version;
        client.safeMode = !client.safeMode;
        ++stored.version;
        stored.address = "2 Quay";
        QVERIFY(m_desk->store.apply({test::entity("client", client), test::entity("location", stored)}).hasValue());
        m_desk->settle();
        QCOMPARE(from->selectionStart(), 1);
        QCOMPARE(from->selectedText().size(), 2);
        stored.hours.week[0] = {{8 * 60, 17 * 60}};
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(from->minute(), std::optional<int>(8 * 60));
        from->setFocus();
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("7:30"));
        press(button(section, QStringLiteral("Save hours")));
        QCOMPARE(waiting().ifMatch, std::to_string(stored.version)); // what it was not filled in from is gone on from
    }

    void hoursAroundTheClockAreSeenAsSuch()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        Location stored = place();
        stored.hours.week.fill({{9 * 60, 17 * 60}});
        stored.hours.week[0] = {{0, 0}}; // as a program may write it
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        QVERIFY(says(section, QStringLiteral("The whole day, 24 hours.")));
        auto *week = section->findChild<WeekEditor *>();
        TimeField *from = week->findChildren<TimeField *>().front();
        from->setFocus();
        from->setSelection(1, 2);
        ++stored.version;
        stored.address = "2 Quay";
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        QCOMPARE(from->selectedText().size(), 2); // it is what stands there already
        const auto type = [](LineEdit *field, const QString &text) {
            field->setFocus();
            field->selectAll();
            QTest::keyClicks(field, text);
            QTest::keyClick(field, Qt::Key_Return);
        };
        type(field(section, QStringLiteral("Monday, opens")), QStringLiteral("12"));
        type(field(section, QStringLiteral("Monday, closes")), QStringLiteral("12"));
        QVERIFY(!says(section, QStringLiteral("The whole day, 24 hours.")));
        QVERIFY(says(section, QStringLiteral("These times run into those of the next day.")));
        type(field(section, QStringLiteral("Tuesday, opens")), QStringLiteral("12"));
        QVERIFY(says(section, QStringLiteral("Until 12:00 on the next day.")));
        QVERIFY(week->problem().isEmpty());
        press(button(section, QStringLiteral("Save hours")));
        QVERIFY(waiting().body.find(R"("start_minute":720,"end_minute":720)") != std::string::npos);
    }

    void whatIsWrongWithADayIsShownWhole_data() { addLooks("settings-hours-wrong-day"); }
    void whatIsWrongWithADayIsShownWhole()
    {
        const QSize size = wearLook(m_themes);
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        m_window->resize(size);
        LineEdit *day = field(section, QStringLiteral("A day to add to the closed days"));
        day->setFocus();
        QTest::keyClicks(day, QStringLiteral("the day after the last Sunday in February"));
        QTest::keyClick(day, Qt::Key_Return);
        m_desk->settle();
        const auto *dates = section->findChild<ClosedDates *>();
        QVERIFY(says(dates, QStringLiteral("last Sunday")));
        keep(QString::fromLatin1(QTest::currentDataTag()));
        verifyNothingIsCut(dates);
    }

    void aDayTypedWhileTheSaveIsUnderWayIsKept()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *closed = section->findChild<ClosedDates *>();
        LineEdit *day = field(section, QStringLiteral("A day to add to the closed days"));
        const QDate soon = QDateTime::fromMSecsSinceEpoch(toMs(m_desk->store.clock.now())).date().addDays(20);
        const QString next = soon.addDays(1).toString(Qt::ISODate);
        day->setFocus();
        QTest::keyClicks(day, soon.toString(Qt::ISODate));
        press(button(section, QStringLiteral("Save hours")));
        QVERIFY(!section->isDirty());
        QTest::keyClicks(day, next);
        QVERIFY2(section->isDirty(), "who leaves is asked");
        Location stored = place();
        stored.hours.closedDates = closed->dates();
        confirm();
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        QCOMPARE(day->text(), next);
        QVERIFY(section->isDirty());
        press(button(section, QStringLiteral("Save hours")));
        QVERIFY(waiting().body.find(next.toStdString()) != std::string::npos);
    }
};

FOREDECK_QT_TEST(FormsHoursTest)
#include "formshourstest.moc"
