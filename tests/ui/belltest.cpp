#include "tests/qt/testclasses.h"
#include "tests/ui/bellfixture.h"

#include <QAccessible>

using namespace foredeck;
using namespace foredeck::ui;

/// What a person hears of a hand-over, and when.
class BellTest final : public QObject, private BellFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { finish(); }

    void whoeverIsCalledHearsWhoWaitsAndWhy()
    {
        QVERIFY(m_desk->notifier.shown.empty()); // nobody was called yet
        call(1);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        const Notification notice = m_desk->notifier.shown.front();
        QCOMPARE(notice.key, key(1));
        QVERIFY(notice.title.startsWith(QStringLiteral("Marcus Oyelaran")));
        QVERIFY(notice.body.contains(QStringLiteral("berth C14")) && notice.body.contains(QStringLiteral("Saltgrass Marina")));
        QVERIFY(notice.urgent && notice.audible && !notice.replyWord.isEmpty());
        QStringList actions;
        for (const auto &[action, word] : notice.actions)
            actions << action;
        QCOMPARE(actions, (QStringList {openAction, takeOverAction, seenAction}));
        QVERIFY(m_desk->notifier.urgent);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("(3) Foredeck"));
        QCOMPARE(m_beeps, 0);
        // Told again by the server: in the same place.
        call(1, "managers");
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
        QCOMPARE(m_desk->notifier.standing.size(), 1u);
        QVERIFY(m_desk->notifier.shown.back().body.contains(QStringLiteral("managers")));
    }

    void whatIsOpenInFrontIsNotTold()
    {
        open(conversationId(22));
        act();
        call(22);
        call(23);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.shown.front().key, key(23));
        m_window->showPlace(QStringLiteral("settings"));
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.back().key, key(22));
        m_window->escalations()->open(TestDesk::escalation(22));
        m_window->showPlace(QStringLiteral("escalations"));
        act();
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(22)));
    }

    void whatNobodyHasTouchedIsTold()
    {
        act();
        m_desk->store.clock.advance(std::chrono::minutes {5});
        open(conversationId(22)); // by itself, as the list opens its first one
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        act();
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(22)));
        m_desk->store.clock.advance(std::chrono::minutes {2}); // left open
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
    }

    void anEmergencyIsToldUntilSomebodyTakesIt()
    {
        withoutService();
        open(TestDesk::marcus());
        act();
        call(1);
        QTRY_COMPARE(m_beeps, 1);
        QVERIFY(strip().kind == BannerState::Kind::Danger && strip().strong.startsWith(QStringLiteral("Marcus Oyelaran")));
        act();
        call(1, "managers");
        QTRY_COMPARE(m_beeps, 2);
        QVERIFY(m_window->frame()->banner()->shows(Bell::stripKey));
        claim(1);
        QTRY_VERIFY(!m_window->frame()->banner()->shows(Bell::stripKey));
    }

    void theMostPressingOneStandsInTheStrip()
    {
        withoutService();
        for (const int n : {1, 23, 22})
            call(n);
        QTRY_VERIFY2(strip().strong.startsWith(QStringLiteral("Marcus Oyelaran")) && strip().strong.contains(QStringLiteral("and 2 more")), qPrintable(strip().strong));
        addHandOvers(60, 52);
        QTRY_VERIFY2(strip().strong.contains(QStringLiteral("and 54 more")), qPrintable(strip().strong));
        QVERIFY(strip().kind == BannerState::Kind::Danger && strip().strong.startsWith(QStringLiteral("Marcus Oyelaran")));
        QVERIFY(strip().words.contains(QStringLiteral("berth C14")));
        keep(QStringLiteral("bell-strip-many"));
        m_themes.setTextPercent(200);
        m_desk->settle();
        keep(QStringLiteral("bell-strip-many-200"));
        m_themes.setTextPercent(100);
        claim(1);
        QTRY_VERIFY2(strip().strong.startsWith(QStringLiteral("Rosa Tanaka")), qPrintable(strip().strong)); // due before Ben
        QVERIFY(strip().kind == BannerState::Kind::Warning && strip().strong.contains(QStringLiteral("and 53 more")));
        keep(QStringLiteral("bell-strip-next"));
        Button *show = button(QStringLiteral("Show"));
        QVERIFY(show);
        show->click();
        QCOMPARE(m_window->escalations()->escalation(), TestDesk::escalation(22));
        QTRY_COMPARE(strip().subject, key(60)); // that one is looked at
    }

    /// It is counted among the others; whoever reads only the strip must not read past it.
    void anEmergencyThatOthersAreToldOfStandsFirst()
    {
        withoutService();
        call(22);
        QTRY_VERIFY2(strip().strong.startsWith(QStringLiteral("Marcus Oyelaran")), qPrintable(strip().strong));
        QVERIFY(strip().kind == BannerState::Kind::Danger);
        claim(1);
        QTRY_VERIFY2(strip().strong.startsWith(QStringLiteral("Rosa Tanaka")), qPrintable(strip().strong));
    }

    void whoHasOnlyAnAddressIsCalledByIt()
    {
        Lead lead = foredeck::test::lead(22, "x");
        lead.client = clientId(3);
        lead.version = 9;
        lead.name.clear();
        lead.phones.clear();
        lead.emails = {"rosa@example.com"};
        QVERIFY(m_desk->store.apply({entity("lead", lead)}).hasValue());
        m_window->showPlace(QStringLiteral("settings"));
        for (const int n : {22, 23})
            call(n);
        addHandOvers(60, 6);
        m_desk->store.clock.advance(summaryPause);
        QTRY_VERIFY(m_desk->notifier.standing.contains(summaryKey));
        QTRY_VERIFY2(m_desk->notifier.standing.at(summaryKey).body.contains(QStringLiteral("rosa@example.com")), qPrintable(m_desk->notifier.standing.at(summaryKey).body));
    }

    void manyAreOne()
    {
        m_window->showPlace(QStringLiteral("settings")); // nobody is looked at
        for (const int n : {1, 22, 23})
            call(n);
        addHandOvers(60, 6);
        m_desk->store.clock.advance(summaryPause);
        QTRY_VERIFY(m_desk->notifier.standing.contains(summaryKey));
        m_desk->store.clock.advance(summaryPause);
        QTRY_COMPARE(m_desk->notifier.standing.at(summaryKey).title, QStringLiteral("8 customer(s) wait(s) for a person"));
        QVERIFY(m_desk->notifier.standing.contains(key(1))); // the emergency
        QCOMPARE(m_desk->notifier.standing.size(), 2u);
        Q_EMIT m_desk->notifier.acted(summaryKey, openAction);
        QCOMPARE(m_desk->host.forward, 1);
        QVERIFY(m_window->escalations()->isVisible());
    }

    /// Letters are commands where a press in the status line leads, as everywhere.
    void theStatusLineLeadsIntoNoField()
    {
        Q_EMIT status()->alertsWanted();
        QVERIFY(m_window->settings()->isVisible());
        QVERIFY(!QApplication::focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
        Q_EMIT status()->outboxWanted();
        Q_EMIT status()->clientsWanted();
        QVERIFY(!QApplication::focusWidget()->testAttribute(Qt::WA_InputMethodEnabled));
    }

    void withoutAServiceTheWindowTells()
    {
        withoutService();
        QTRY_VERIFY(status()->isVisible());
        QVERIFY(statusSays(QStringLiteral("No notification service")));
        call(1);
        QTRY_VERIFY(m_window->frame()->banner()->shows(Bell::stripKey));
        QCOMPARE(m_beeps, 1);
        QTRY_VERIFY(says(QStringLiteral("Marcus Oyelaran")) && says(QStringLiteral("berth C14")));
        keep(QStringLiteral("bell-strip-light"));
        look(Appearance::Dark);
        keep(QStringLiteral("bell-strip-dark"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("bell-strip-rtl"));
        look(Appearance::Light);
        Button *show = button(QStringLiteral("Show"));
        QVERIFY(show);
        show->click();
        QCOMPARE(m_window->escalations()->escalation(), TestDesk::escalation(1));
        claim(1);
        QTRY_VERIFY(!m_window->frame()->banner()->shows(Bell::stripKey));
    }

    void whoDoesNotSeeTheStripHearsOfIt()
    {
        withoutService();
        m_desk->settle();
        call(1);
        QTRY_VERIFY(m_window->frame()->banner()->shows(Bell::stripKey));
        QWidget *strip = m_window->frame()->banner();
        QAccessibleInterface *inside = QAccessible::queryAccessibleInterface(strip);
        QVERIFY(inside && inside->role() == QAccessible::Notification);
        QVERIFY2(inside->text(QAccessible::Name).contains(QStringLiteral("Marcus Oyelaran")), qPrintable(inside->text(QAccessible::Name)));
    }

    void theStripGoesWhenSomebodyTookIt()
    {
        withoutService();
        call(22);
        QTRY_VERIFY(m_window->frame()->banner()->shows(Bell::stripKey));
        claim(22);
        QTRY_VERIFY(!m_window->frame()->banner()->shows(Bell::stripKey));
    }

    void aServiceWithoutSoundIsHelped()
    {
        m_desk->notifier.setStatus({NotifierStatus::Service::There, QStringLiteral("Mute"), true, false, false});
        call(1);
        QTRY_COMPARE(m_beeps, 1);
        BellSettings quiet = settings();
        quiet.sound = false;
        m_desk->preferences->setBell(userId(1), quiet);
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
        QCOMPARE(m_beeps, 1);
        QVERIFY(!m_desk->notifier.shown.back().audible);
    }

    void notToBeDisturbedTheCountStays()
    {
        BellSettings now = settings();
        now.disturbAfter = m_desk->store.clock.now() + std::chrono::hours {1};
        m_desk->preferences->setBell(userId(1), now);
        QVERIFY(statusSays(QStringLiteral("Do not disturb until")));
        call(22);
        m_desk->settle();
        QVERIFY(m_desk->notifier.shown.empty());
        QCOMPARE(m_desk->notifier.count, 3);
        call(1); // an emergency
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        m_desk->store.clock.advance(std::chrono::hours {1});
        m_window->bell()->tick();
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
        QCOMPARE(m_desk->notifier.shown.back().key, key(22));
    }

    void wordsCanBeHidden()
    {
        BellSettings now = settings();
        now.showWords = false;
        now.inlineReply = false;
        m_desk->preferences->setBell(userId(1), now);
        call(1);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        QVERIFY(!m_desk->notifier.shown.front().body.contains(QStringLiteral("berth")));
        QVERIFY(m_desk->notifier.shown.front().replyWord.isEmpty());
    }

    void whatStandsHidesItsWordsAtOnce()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        QVERIFY(m_desk->notifier.standing.at(key(1)).body.contains(QStringLiteral("berth")));
        BellSettings now = settings();
        now.showWords = false;
        m_desk->preferences->setBell(userId(1), now);
        QVERIFY(!m_desk->notifier.standing.at(key(1)).body.contains(QStringLiteral("berth")));
        QVERIFY(!m_desk->notifier.shown.back().audible);
        now.sound = false; // what shows nothing else is not shown anew
        m_desk->preferences->setBell(userId(1), now);
        QCOMPARE(m_desk->notifier.shown.size(), 2u);
    }

    void whoMayOnlyReadIsNotCalled()
    {
        User me = m_desk->ephemera.me();
        me.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        call(1);
        m_desk->settle();
        QVERIFY(m_desk->notifier.shown.empty());
    }

    void theNextPersonHearsTheirOwn()
    {
        call(1);
        QTRY_COMPARE(m_desk->notifier.standing.size(), 1u);
        User other = user(2);
        other.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        QTRY_VERIFY(m_desk->notifier.shown.size() >= 1u);
        QCOMPARE(m_window->bell()->waiting(), 3);
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_window->bell()->tick();
        QTRY_VERIFY(m_desk->notifier.standing.empty());
    }

    void whoComesBackHearsOfWhatStillWaits()
    {
        call(1);
        QTRY_COMPARE(m_desk->notifier.standing.size(), 1u);
        const User me = m_desk->ephemera.me();
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        QTRY_VERIFY(m_desk->notifier.standing.empty());
        QCOMPARE(m_desk->notifier.count, 0);
        QVERIFY(!m_desk->notifier.urgent);
        m_desk->settle();
        QCOMPARE(m_desk->notifier.count, 0);
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        QCOMPARE(m_desk->notifier.count, 3);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
    }
};

FOREDECK_QT_TEST(BellTest)
#include "belltest.moc"
