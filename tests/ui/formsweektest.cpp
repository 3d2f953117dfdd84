#include "tests/qt/testclasses.h"
#include "tests/ui/formsfixture.h"
#include "ui/pages/settings/hourssection.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QComboBox>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// The times of a week and their zone as they are typed: read as they are meant, and not saved while they are none.
class FormsWeekTest : public QObject, protected FormsFixture {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { end(); }

    void tabGoesFromOneTimeToTheNext()
    {
        WeekEditor editor;
        OpeningHours hours;
        hours.week[0] = {{9 * 60, 17 * 60}};
        editor.setHours(hours);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        const QList<TimeField *> times = editor.findChildren<TimeField *>();
        times[0]->setFocus();
        QTest::keyClick(times[0], Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(times[0], QStringLiteral("0730"));
        QTest::keyClick(times[0], Qt::Key_Tab);
        QVERIFY(times[1]->hasFocus());
        QTest::keyClicks(times[1], QStringLiteral("19"));
        QTest::keyClick(times[1], Qt::Key_Backtab);
        QCOMPARE(times[1]->text(), QStringLiteral("19:00"));
        QVERIFY(times[0]->hasFocus());
        QCOMPARE(editor.hours().week[0], (std::vector<OpenWindow> {{7 * 60 + 30, 19 * 60}}));
    }

    void aTimeIsReadAsItIsMeant_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("stands");
        QTest::addColumn<int>("minute");
        QTest::newRow("an hour") << QStringLiteral("8") << QStringLiteral("08:00") << 8 * 60;
        QTest::newRow("three digits") << QStringLiteral("830") << QStringLiteral("08:30") << 8 * 60 + 30;
        QTest::newRow("four digits") << QStringLiteral("1945") << QStringLiteral("19:45") << 19 * 60 + 45;
        QTest::newRow("with a colon") << QStringLiteral("8:15") << QStringLiteral("08:15") << 8 * 60 + 15;
        QTest::newRow("with a point") << QStringLiteral("14.00") << QStringLiteral("14:00") << 14 * 60;
        QTest::newRow("midnight") << QStringLiteral("0000") << QStringLiteral("00:00") << 0;
        QTest::newRow("midnight as an end") << QStringLiteral("24:00") << QStringLiteral("00:00") << 0;
        QTest::newRow("in the morning") << QStringLiteral("9am") << QStringLiteral("09:00") << 9 * 60;
        QTest::newRow("in the evening") << QStringLiteral("6:30 PM") << QStringLiteral("18:30") << 18 * 60 + 30;
        QTest::newRow("as in Spanish") << QStringLiteral("12:15 a. m.") << QStringLiteral("00:15") << 15;
        QTest::newRow("noon") << QStringLiteral("12pm") << QStringLiteral("12:00") << 12 * 60;
        QTest::newRow("no such hour") << QStringLiteral("13pm") << QStringLiteral("13pm") << -1;
        QTest::newRow("no hour") << QStringLiteral("25:99") << QStringLiteral("25:99") << -1;
        QTest::newRow("no minute") << QStringLiteral("0875") << QStringLiteral("0875") << -1;
        QTest::newRow("words") << QStringLiteral("noon") << QStringLiteral("noon") << -1;
    }
    void aTimeIsReadAsItIsMeant()
    {
        QFETCH(QString, keys);
        QFETCH(QString, stands);
        QFETCH(int, minute);
        WeekEditor editor;
        OpeningHours hours;
        hours.week[0] = {{9 * 60, 17 * 60}};
        editor.setHours(hours);
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        const QList<TimeField *> times = editor.findChildren<TimeField *>();
        times[0]->setFocus();
        times[0]->selectAll();
        QTest::keyClicks(times[0], keys);
        QVERIFY2(!says(&editor, QStringLiteral("is no time")), "not while it is being typed");
        QTest::keyClick(times[0], Qt::Key_Tab);
        QCOMPARE(times[0]->text(), stands);
        QCOMPARE(times[0]->minute().value_or(-1), minute);
        QCOMPARE(editor.problem().isEmpty(), minute >= 0);
        QCOMPARE(says(&editor, QStringLiteral("is no time")), minute < 0);
        // What is no time changes nothing, and the other end stays in any case.
        QCOMPARE(editor.hours().week[0].front(), (OpenWindow {minute < 0 ? 9 * 60 : minute, 17 * 60}));
    }

    void aBreakCanBeEditedAddedAndTakenAway()
    {
        WeekEditor editor;
        OpeningHours hours;
        hours.week[0] = {{8 * 60, 12 * 60 + 30}, {13 * 60 + 30, 17 * 60}};
        hours.week[1] = {{9 * 60, 17 * 60}};
        editor.setHours(hours);
        editor.show();
        QCOMPARE(editor.hours().week[0], hours.week[0]);
        const auto time = [&](const QString &name) {
            for (TimeField *field : editor.findChildren<TimeField *>()) {
                if (field->isVisible() && field->accessibleName() == name)
                    return field;
            }
            return static_cast<TimeField *>(nullptr);
        };
        const auto type = [&](const QString &name, const QString &words) {
            TimeField *field = time(name);
            QVERIFY(field);
            field->selectAll();
            QTest::keyClicks(field, words);
            QTest::keyClick(field, Qt::Key_Return);
        };
        // What would be told to customers as "14:00–12:30, 13:30–17:00".
        type(QStringLiteral("Monday, opens"), QStringLiteral("14:00"));
        QCOMPARE(editor.problem(), QStringLiteral("Monday: These times overlap."));
        QVERIFY(says(&editor, QStringLiteral("These times overlap.")));
        type(QStringLiteral("Monday, opens"), QStringLiteral("7"));
        type(QStringLiteral("Monday, opens again"), QStringLiteral("14"));
        QVERIFY(editor.problem().isEmpty());
        QCOMPARE(editor.hours().week[0], (std::vector<OpenWindow> {{7 * 60, 12 * 60 + 30}, {14 * 60, 17 * 60}}));
        button(&editor, QStringLiteral("Remove time 1 of Monday"))->click();
        QCOMPARE(editor.hours().week[0], (std::vector<OpenWindow> {{14 * 60, 17 * 60}}));
        QVERIFY(!time(QStringLiteral("Monday, opens again")));
        button(&editor, QStringLiteral("A second time on Tuesday"))->click();
        QVERIFY(editor.problem().isEmpty());
        QCOMPARE(editor.hours().week[1].size(), std::size_t(2));
        type(QStringLiteral("Tuesday, closes again"), QStringLiteral("2"));
        QVERIFY(editor.problem().isEmpty());
        QVERIFY2(says(&editor, QStringLiteral("Until 02:00 on the next day.")), "it may be meant, and is seen");
    }

    void hoursThatOverlapAreNotSaved()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *week = section->findChild<WeekEditor *>();
        Button *save = button(section, QStringLiteral("Save hours"));
        TimeField *opens = week->findChildren<TimeField *>().constFirst();
        button(week, QStringLiteral("A second time on Monday"))->click();
        QVERIFY(save->isEnabled());
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("19:30"));
        QVERIFY(!save->isEnabled());
        keep(QStringLiteral("hours-overlap"));
        opens->setFocus();
        opens->selectAll();
        QTest::keyClicks(opens, QStringLiteral("25:99"));
        QTest::keyClick(opens, Qt::Key_Tab);
        QVERIFY(!save->isEnabled());
        QVERIFY(says(section, QStringLiteral("“25:99” is no time")));
        keep(QStringLiteral("hours-no-time"));
    }

    /// What stands beside a day is what customers are told, and what was set for it comes back.
    void dayAndNightNoDayIsClosed()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        Location stored = place();
        stored.hours.week = {};
        stored.hours.week[0] = {{9 * 60, 17 * 60}};
        ++stored.version;
        QVERIFY(m_desk->store.apply({test::entity("location", stored)}).hasValue());
        m_desk->settle();
        auto *week = section->findChild<WeekEditor *>();
        const QList<Switch *> switches = week->findChildren<Switch *>();
        QCOMPARE(switches.size(), 8); // the first is for all of them
        Switch *always = switches.front();
        const auto words = [&] {
            QStringList shown;
            for (const Switch *one : switches)
                shown << one->shownWord();
            return shown;
        };
        const auto timesShown = [&] {
            const auto times = week->findChildren<TimeField *>();
            return std::count_if(times.begin(), times.end(), [](const TimeField *one) { return one->isVisible(); });
        };
        QVERIFY(words().front() != QStringLiteral("Open day and night"));
        QCOMPARE(words().count(QStringLiteral("closed")), 6);
        const auto before = timesShown();
        always->setFocus();
        QTest::keyClick(always, Qt::Key_Space);
        QVERIFY(week->hours().always);
        QCOMPARE(words().front(), QStringLiteral("Open day and night"));
        QCOMPARE(words().count(QStringLiteral("all day")), 7);
        QCOMPARE(timesShown(), 0);
        keep(QStringLiteral("hours-day-and-night"));
        QTest::keyClick(always, Qt::Key_Space);
        QCOMPARE(words().count(QStringLiteral("closed")), 6);
        QCOMPARE(timesShown(), before);
        QCOMPARE(week->hours(), stored.hours);
    }

    void aZoneThatIsNoneIsNotSaved()
    {
        auto *section = show<HoursSection>(QStringLiteral("hours"));
        auto *zone = section->findChild<WeekEditor *>()->findChild<QComboBox *>();
        zone->setEditText(QStringLiteral("Rungholt"));
        press(button(section, QStringLiteral("Save hours")));
        QVERIFY(says(section, QStringLiteral("No time zone of this name: Rungholt")));
        QVERIFY(qobject_cast<Field *>(zone->parentWidget())->hasError());
        QVERIFY(section->isDirty());
        zone->setEditText(QStringLiteral("Europe/Berlin"));
        press(button(section, QStringLiteral("Save hours")));
        QCOMPARE(waiting().target, place().id.value);
    }
};

FOREDECK_QT_TEST(FormsWeekTest)
#include "formsweektest.moc"
