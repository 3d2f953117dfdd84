#include "tests/qt/testclasses.h"
#include "tests/ui/escalationfixture.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"

#include <QEnterEvent>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of hand-overs: its lists, what stands open, and what the keys do.
class EscalationTest : public QObject, protected EscalationFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { endAndReset(); }

    void theFirstThatIsDueStandsOpen()
    {
        showFilled();
        QCOMPARE(rowOf(QStringLiteral("Nobody yet 3")), 0);
        QCOMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 1);
        QCOMPARE(rowOf(QStringLiteral("Claimed 2")), 4);
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QVERIFY(says(QStringLiteral("What \u2068Marcus\u2069 wants")));
        QVERIFY(says(QStringLiteral("Someone at berth C14 now")));
        QTRY_COMPARE(page()->detail()->messages()->rowCount(), 6);
        QVERIFY(says(QStringLiteral("Tomás Ibarra")));
        QVERIFY2(spoken().at(1).startsWith(QStringLiteral("Marcus Oyelaran, Saltgrass Marina, SMS, late by 6")), qPrintable(spoken().at(1)));
        QVERIFY(spoken().at(1).contains(QStringLiteral("Emergency")));
    }

    void nothingMovesUnderTheHand()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_Shift); // somebody is there
        Escalation late;
        late.id = TestDesk::escalation(90);
        late.client = test::clientId(1);
        late.conversation = test::conversationId(2);
        late.lead = test::leadId(2);
        late.createdAt = m_desk->store.clock.now();
        late.due = m_desk->store.clock.now() - std::chrono::minutes(20);
        QVERIFY(m_desk->store.apply({test::entity("escalation", late)}).hasValue());
        m_desk->settle();
        QCOMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 1);
        QTRY_VERIFY(button(QStringLiteral("1 row(s) want(s) to move")) || button(QStringLiteral("1 row wants to move")));
        key(Qt::Key_F5);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus Oyelaran")), 2);
    }

    void enterOpensTheThread()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_Return);
        QVERIFY(inbox()->isVisible());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        m_window->commands().action(QStringLiteral("goto.escalations"))->trigger();
        QVERIFY(page()->isVisible());
    }

    void whatCannotBeDoneFromHereSaysWhy()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.brief.actions = {{"call", "ask at the desk", ""}, {"send_photos", "Photos of the bilge", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        openAnew();
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_1")), QStringLiteral("it names no number"));
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_2")), QStringLiteral("it is done outside of Foredeck"));
        e.version = 10;
        e.brief.actions = {{"call", "+1 305 555 1001", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        openAnew();
        QVERIFY(m_window->commands().reason(QStringLiteral("escalation.action_1")).isEmpty());
        key(Qt::Key_1); // nothing on this desktop calls anybody
        QVERIFY(says(QStringLiteral("No program on this computer makes calls.")) && says(QStringLiteral("305 555 1001")));
    }

    void aHeadingOpensNothing()
    {
        showFilled();
        const QPoint heading = rows()->visualRect(rows()->model()->index(4, 0)).center();
        QVERIFY(rows()->model()->index(4, 0).data(EscalationListModel::HeadingRole).toBool());
        QTest::mouseDClick(rows()->viewport(), Qt::LeftButton, {}, heading);
        m_desk->settle();
        QVERIFY(page()->isVisible());
        m_window->resize(800, 600);
        m_desk->settle();
        QVERIFY(page()->list()->isVisible() && !page()->detail()->isVisible());
        QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(rows()->model()->index(4, 0)).center());
        m_desk->settle();
        QVERIFY(page()->list()->isVisible());
    }

    /// Keys that come faster than the cache answers act on what they were meant for.
    void aKeyRightAfterTheNextOneIsNotLost()
    {
        showFilled();
        rows()->setFocus();
        QTest::keyClick(rows(), Qt::Key_J);
        QTest::keyClick(rows(), Qt::Key_E);
        QVERIFY(form()->isVisible());
        QTest::keyClicks(form()->edit(), QStringLiteral("Money is back"));
        m_desk->settle();
        QCOMPARE(form()->text(), QStringLiteral("Money is back"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).target, TestDesk::escalation(22).value);
    }

    void anotherWindowKeepsWhatStandsOpen()
    {
        showFilled();
        page()->header()->setTab(EscalationTab::Pending);
        m_desk->settle();
        rows()->setFocus();
        key(Qt::Key_T);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus")), -1);
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QTRY_VERIFY(rowOf(QStringLiteral("Rosa")) >= 0);
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
    }

    /// Rows stand where they are under the pointer, and those of them that are settled are passed over.
    void theNextOneOpensPastWhatHasLeft()
    {
        showFilled();
        const auto idAt = [this](int row) { return EscalationId(rows()->model()->index(row, 0).data(EscalationListModel::IdRole).toString().toStdString()); };
        const int first = rowOf(QStringLiteral("Marcus"));
        const EscalationId second = idAt(first + 1);
        const EscalationId third = idAt(first + 2);
        QVERIFY(!second.empty() && !third.empty());
        const QPoint at = rows()->visualRect(rows()->model()->index(first, 0)).center();
        QWidget *port = rows()->viewport();
        QEnterEvent enter(at, at, port->mapToGlobal(at));
        QApplication::sendEvent(port, &enter);
        QMouseEvent move(QEvent::MouseMove, at, port->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(port, &move);
        const auto resolve = [this](int row) {
            rows()->setCurrentIndex(rows()->model()->index(row, 0));
            write(Qt::Key_E, QStringLiteral("Done"));
            QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
            m_desk->settle();
        };
        resolve(first + 1);
        QTRY_COMPARE(page()->escalation(), third);
        QCOMPARE(idAt(first + 1), second);
        resolve(first);
        QTRY_COMPARE(page()->escalation(), third);
    }

    void thePlaceTellsHowManyNobodyHas()
    {
        showFilled();
        QStringList names;
        for (const QAbstractButton *entry : m_window->frame()->navigation()->findChildren<QAbstractButton *>())
            names << entry->accessibleName();
        QVERIFY2(names.contains(QStringLiteral("Escalations, 3")), qPrintable(names.join(QLatin1Char('|'))));
        QCOMPARE(page()->header()->tabs()->tabText(0), QStringLiteral("Open  5"));
        QCOMPARE(page()->header()->tabs()->tabText(3), QStringLiteral("Resolved  1"));
    }

    void whatIsClosedIsAskedOfTheServer()
    {
        showFilled();
        // Two lists of four clients, once.
        QCOMPARE(m_desk->requests.closed.size(), 8u);
        Q_EMIT m_desk->requests.escalationsFetched(test::clientId(1), EscalationStatus::Resolved, true);
        QCOMPARE(page()->header()->tabs()->tabText(3), QStringLiteral("Resolved  1+"));
        page()->header()->setTab(EscalationTab::Resolved);
        m_desk->settle();
        // The end of what the cache holds is near: there is more.
        QTRY_COMPARE(m_desk->requests.closed.size(), 9u);
        QTRY_COMPARE(rowOf(QStringLiteral("Amir Daoud")), 0);
        QTRY_VERIFY(says(QStringLiteral("Towels were brought")));
        QVERIFY(!button(QStringLiteral("Take over")));
        keep(QStringLiteral("escalations-resolved"));
    }

    void anotherClientIsAskedForWhenItIsChosen()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        show();
        page()->setClient(test::clientId(1));
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
        QCOMPARE(m_desk->requests.closed.size(), 2u);
        Q_EMIT m_desk->requests.escalationsFetched(test::clientId(1), EscalationStatus::Resolved, false);
        Q_EMIT m_desk->requests.escalationsFetched(test::clientId(1), EscalationStatus::Expired, false);
        page()->setClient({});
        m_desk->settle();
        QCOMPARE(m_desk->requests.closed.size(), 8u);
        // One that is added while one looks.
        for (const auto &[client, status] : std::vector(m_desk->requests.closed))
            Q_EMIT m_desk->requests.escalationsFetched(client, status, false);
        QVERIFY(m_desk->store.apply({test::entity("client", test::client(9))}).hasValue());
        m_desk->settle();
        QTRY_COMPARE(m_desk->requests.closed.size(), 10u);
        QVERIFY(m_desk->requests.closed.back().first == test::clientId(9));
    }

    /// A page that comes because one went to the end of the list is shown, though the hand is on it.
    void thePageThatWasAskedForComes()
    {
        showFilled();
        Q_EMIT m_desk->requests.escalationsFetched(test::clientId(2), EscalationStatus::Resolved, true);
        const auto before = m_desk->requests.closed.size();
        rows()->setFocus();
        page()->header()->setTab(EscalationTab::Resolved);
        m_desk->settle();
        QTRY_VERIFY(m_desk->requests.closed.size() > before);
        QTRY_COMPARE(rowOf(QStringLiteral("Amir Daoud")), 0);
        QVERIFY(rows()->hasFocus());
        std::vector<Entity> more;
        for (int n = 200; n < 220; ++n) {
            Escalation e;
            e.id = TestDesk::escalation(n);
            e.client = test::clientId(2);
            e.conversation = test::conversationId(2);
            e.lead = test::leadId(2);
            e.status = EscalationStatus::Resolved;
            e.createdAt = m_desk->store.clock.now() - std::chrono::hours(n + 1);
            e.resolvedAt = m_desk->store.clock.now() - std::chrono::hours(n);
            more.push_back(test::entity("escalation", e));
        }
        QVERIFY(m_desk->store.apply(std::move(more)).hasValue());
        m_desk->settle();
        QTRY_COMPARE(rows()->model()->rowCount(), 21);
        key(Qt::Key_J);
        QVERIFY(page()->escalation() != TestDesk::escalation(26));
    }
};

FOREDECK_QT_TEST(EscalationTest)
#include "escalationtest.moc"
