#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/start/startcard.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/timefield.h"
#include "ui/widgets/weekeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// The card of the first run: what is wrong with a business that is to begin is told where it is typed, and nothing is asked before.
class StartCardTest : public QObject, protected WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
    }
    void cleanup() { end(); }

    void theHoursFitTheCardOfTheFirstRun()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.hours.week[0] = {{8 * 60, 12 * 60}, {11 * 60, 17 * 60}};
        plan.hours.week[1] = {{18 * 60, 2 * 60}};
        plan.hours.week[2] = {{18 * 60, 24 * 60}};
        plan.name = QStringLiteral("é").repeated(101);
        card->setTyped(plan);
        QTRY_VERIFY(says(QStringLiteral("18:00 – 24:00")));
        button(QStringLiteral("Start my business"))->click();
        m_desk->settle();
        // Nothing was asked of the backend, and each thing is told where it stands.
        QVERIFY(m_desk->host.plans.empty());
        QVERIFY(says(QStringLiteral("This name is too long.")));
        QVERIFY(says(QStringLiteral("Monday: These times overlap.")));
        QVERIFY(card->isAncestorOf(QApplication::focusWidget()) && qobject_cast<LineEdit *>(QApplication::focusWidget()));
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        keep(QStringLiteral("card-hours"));
        const auto *week = card->findChild<WeekEditor *>();
        QVERIFY(week->width() >= week->minimumSizeHint().width());
        plan.name = QStringLiteral("Harbour Lights");
        plan.hours.week[0] = {{8 * 60, 12 * 60}};
        card->setTyped(plan);
        button(QStringLiteral("Start my business"))->click();
        QCOMPARE(m_desk->host.plans.size(), std::size_t(1));
        QVERIFY(!says(QStringLiteral("This name is too long.")));
    }

    void aCityIsEnoughWhereItNamesOneZone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("taken");
        QTest::newRow("city") << QStringLiteral("Berlin") << QStringLiteral("Europe/Berlin");
        QTest::newRow("small, of two words") << QStringLiteral("new york") << QStringLiteral("America/New_York");
        QTest::newRow("a part of one") << QStringLiteral("ope/Berl") << QStringLiteral("Europe/Berlin");
        QTest::newRow("many") << QStringLiteral("Europe") << QStringLiteral("Europe");
    }
    void aCityIsEnoughWhereItNamesOneZone()
    {
        QFETCH(QString, typed);
        QFETCH(QString, taken);
        m_desk->host.sample = true;
        show({1440, 900});
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *week = m_window->findChild<StartCard *>()->findChild<WeekEditor *>();
        auto *zone = week->findChild<QComboBox *>();
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), typed);
        QWidget *offers = QApplication::activePopupWidget();
        QTest::keyClick(offers ? offers : zone->lineEdit(), Qt::Key_Tab);
        QCOMPARE(zone->currentText(), taken);
        QCOMPARE(qobject_cast<Field *>(zone->parentWidget())->hasError(), typed == taken);
        QCOMPARE(QString::fromStdString(week->hours().zone), taken);
    }

    /// What was wrong with the hours is not said of those that stand there now.
    void theCardTakesBackWhatItSaidOfHours()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights");
        card->setTyped(plan);
        auto *time = card->findChild<TimeField *>();
        const auto type = [&](const QString &words) {
            time->setFocus();
            time->selectAll();
            QTest::keyClicks(time, words);
            QTest::keyClick(time, Qt::Key_Tab);
        };
        type(QStringLiteral("25:99"));
        button(QStringLiteral("Start my business"))->click();
        QVERIFY(m_desk->host.plans.empty());
        QVERIFY(says(QStringLiteral("Monday: “25:99” is no time")));
        type(QStringLiteral("9am"));
        QVERIFY(!says(QStringLiteral("is no time")));
    }

    void aZoneThatIsNoneIsToldBesideItsField()
    {
        m_desk->host.sample = true;
        show({1440, 900});
        auto *card = m_window->findChild<StartCard *>();
        button(QStringLiteral("Edit hours and zone"))->click();
        m_desk->settle();
        auto *zone = card->findChild<WeekEditor *>()->findChild<QComboBox *>();
        const auto field = [&] { return qobject_cast<Field *>(zone->parentWidget()); };
        zone->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("Atlantis"));
        QVERIFY2(!field()->hasError(), "it may become one");
        QWidget *offers = QApplication::activePopupWidget();
        QTest::keyClick(offers ? offers : zone->lineEdit(), Qt::Key_Tab);
        QVERIFY(field()->hasError());
        QVERIFY(says(QStringLiteral("No time zone of this name: Atlantis")));
        m_desk->settle();
        keep(QStringLiteral("card-zone"));
        button(QStringLiteral("Done"))->click();
        QVERIFY2(zone->isVisible(), "it is not done");
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights");
        card->setTyped(plan);
        button(QStringLiteral("Start my business"))->click();
        QVERIFY(m_desk->host.plans.empty());
        QCOMPARE(m_window->focusWidget(), zone);
        zone->setEditText(QStringLiteral("Europe/Berlin"));
        QVERIFY(!field()->hasError());
        button(QStringLiteral("Start my business"))->click();
        QCOMPARE(m_desk->host.plans.size(), std::size_t(1));
        Q_EMIT m_desk->host.businessFailed(QStringLiteral("clients[0].locations[0].hours.zone: is no IANA time zone"));
        QVERIFY(says(QStringLiteral("Time zone: is no IANA time zone.")));
    }
};

FOREDECK_QT_TEST(StartCardTest)
#include "startcardtest.moc"
