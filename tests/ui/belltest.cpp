#include "models/sqlite/database.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"

#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/bell.h"
#include "ui/shell/frame.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segment.h"
#include "ui/widgets/timefield.h"
#include "ui/words/bellwords.h"

#include <QAccessible>
#include <QApplication>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;

namespace {

Entity callTo(const EscalationId &escalation, std::int64_t version, const char *rung = "staff")
{
    Entity call;
    call.kind = "escalation_alert";
    call.version = version;
    call.data = R"({"escalation_id":")" + escalation.value + R"(","rung":")" + rung + R"(","repeat":0})";
    return call;
}

/// The outbox cannot be written to.
class Outage {
public:
    explicit Outage(const QString &file) : m_lock(sqlite::Database::open(file.toStdString(), {}).value())
    {
        expectedWarning = QStringLiteral("not saved");
        if (m_lock->execute("BEGIN IMMEDIATE").hasError())
            qFatal("the outbox is locked already");
    }
    ~Outage() { end(); }
    void end()
    {
        if (m_lock && m_lock->execute("ROLLBACK").hasError())
            qFatal("the lock stays");
        m_lock.reset();
    }

private:
    std::unique_ptr<sqlite::Database> m_lock;
};

} // namespace

/// What a person hears of a hand-over, and what they can do from there.
class BellTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
        m_desk->fillEscalations();
        show();
        QTRY_COMPARE(m_desk->notifier.count, 3);
        open(TestDesk::elena()); // of what is open in front nobody is told
        m_window->bell()->setBeep([this] { ++m_beeps; });
        m_beeps = 0;
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

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
        open(TestDesk::marcus());
        call(1);
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.shown.front().key, key(22));
        m_window->showPlace(QStringLiteral("settings"));
        call(1);
        QTRY_COMPARE(m_desk->notifier.shown.back().key, key(1));
        m_window->escalations()->open(TestDesk::escalation(1));
        m_window->showPlace(QStringLiteral("escalations"));
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(1)));
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

    void takenOverFromThere()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::TakeOver});
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(1)));
        QTRY_COMPARE(m_desk->notifier.count, 2);
        QCOMPARE(m_desk->host.forward, 1);
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QTRY_COMPARE(QApplication::focusWidget(), composer()->edit());
    }

    void seenFromThereIsQuiet()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        Q_EMIT m_desk->notifier.acted(key(22), seenAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::EscalationAcknowledge});
        QTRY_VERIFY(m_desk->notifier.standing.empty());
        QCOMPARE(m_desk->host.forward, 0);
        call(22);
        m_desk->settle();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.count, 3); // nobody has taken it
    }

    void whatIsTypedThereGoesTheWayOfEveryReply()
    {
        open(TestDesk::marcus());
        inbox()->write(CompositionKind::Reply, QStringLiteral("half a sentence"));
        inbox()->flush();
        m_window->showPlace(QStringLiteral("settings"));
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral(" On our <b>way</b> \n"));
        QTRY_COMPARE(kinds(), (std::vector {OpKind::TakeOver, OpKind::Reply}));
        std::vector<OutboxRow> rows = outbox();
        std::erase_if(rows, [](const OutboxRow &one) { return one.op.kind != OpKind::Reply; });
        QCOMPARE(QString::fromStdString(textOf(rows.back().op)), QStringLiteral("On our <b>way</b>"));
        QVERIFY(rows.back().op.conversation == TestDesk::marcus());
        QCOMPARE(rows.back().op.seenPosition, 6);
        QCOMPARE(typed(), QStringLiteral("half a sentence"));
        QCOMPARE(m_desk->host.forward, 0);
        QTRY_VERIFY(!m_desk->notifier.standing.contains(key(1)));
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("to one that was never shown"));
        m_desk->settle();
        QCOMPARE(kinds().size(), 2u);
    }

    void aReplyHasSeenWhatWasShown_data()
    {
        QTest::addColumn<bool>("shown");
        QTest::addColumn<int>("seen");
        QTest::newRow("their words are shown") << true << 7;
        QTest::newRow("they are hidden") << false << 6;
    }
    void aReplyHasSeenWhatWasShown()
    {
        QFETCH(bool, shown);
        QFETCH(int, seen);
        BellSettings now = settings();
        now.showWords = shown;
        m_desk->preferences->setBell(userId(1), now);
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        customerWrites(7, "Forget it, we are ashore");
        call(1, "managers");
        QTRY_COMPARE(m_desk->notifier.shown.size(), 2u);
        QCOMPARE(m_desk->notifier.shown.back().body.contains(QStringLiteral("Forget it")), shown);
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("It is USD 240"));
        QTRY_COMPARE(kinds(), (std::vector {OpKind::TakeOver, OpKind::Reply}));
        std::vector<OutboxRow> rows = outbox();
        std::erase_if(rows, [](const OutboxRow &one) { return one.op.kind != OpKind::Reply; });
        QCOMPARE(rows.back().op.seenPosition, seen);
    }

    void aReplyThatCameTooLateIsKept()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        claim(22);
        QTRY_VERIFY(m_desk->notifier.standing.empty());
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        QTRY_COMPARE(inbox()->conversation(), conversationId(22));
        QTRY_COMPARE(typed(), QStringLiteral("I am sorry about that"));
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("Your reply was not sent.")));
        Q_EMIT m_desk->notifier.acted(key(22), takeOverAction); // nor is it taken from who has it
        m_desk->settle();
        QVERIFY(kinds().empty());
    }

    void whoIsInTheMiddleOfASentenceIsNotCutShort()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Conversation c = conversation(1, 2);
        c.version = 9;
        c.owner = {OwnerKind::User, userId(2), "Tomás Ibarra"};
        c.claim = {userId(2), "Tomás Ibarra", 9, m_desk->store.clock.now() + std::chrono::seconds(90)};
        c.lastPosition = c.lastPublicPosition = 6;
        QVERIFY(m_desk->store.apply({entity("conversation", c)}).hasValue());
        m_desk->ephemera.setPresence(TestDesk::marcus(), {userId(2), QStringLiteral("Tomás"), PresenceKind::Typing}, m_desk->store.clock.now());
        m_desk->settle();
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(m_window->escalations()->isVisible());
        QCOMPARE(m_window->escalations()->escalation(), TestDesk::escalation(1));
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("I am on my way"));
        QTRY_COMPARE(typed(), QStringLiteral("I am on my way"));
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("Your reply was not sent.")) && says(QStringLiteral("Tomás Ibarra")));
    }

    void withoutAServiceTheWindowTells()
    {
        m_desk->notifier.setStatus({NotifierStatus::Service::Missing, {}, false, false, false});
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
        QTRY_VERIFY(!m_window->frame()->banner()->shows(Bell::stripKey)); // it is looked at
    }

    void whoDoesNotSeeTheStripHearsOfIt()
    {
        m_desk->notifier.setStatus({NotifierStatus::Service::Missing, {}, false, false, false});
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
        m_desk->notifier.setStatus({NotifierStatus::Service::Missing, {}, false, false, false});
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

    void aReplyOfSomebodyWhoHasGoneIsNoReplyOfTheNext()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        User other = user(2);
        other.role = Role::Viewer; // who is called to nothing
        m_desk->ephemera.setSession(SessionPhase::SignedIn, other);
        m_desk->settle();
        Q_EMIT m_desk->notifier.replied(key(1), QStringLiteral("It is USD 240"));
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("A reply was not sent.")));
    }

    void aReplyOfWhoHasSignedOutIsKept()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        m_desk->settle();
        QVERIFY(kinds().empty());
        QVERIFY(says(QStringLiteral("You are not signed in")));
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

    /// As another language makes one.
    void anotherWindowGoesOn()
    {
        call(22);
        QTRY_COMPARE(m_desk->notifier.shown.size(), 1u);
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.standing.size(), 1u);
        Q_EMIT m_desk->notifier.acted(key(22), seenAction);
        QTRY_COMPARE(kinds(), std::vector {OpKind::EscalationAcknowledge});
    }

    void whatWasNotSavedGoesOnInAnotherWindow()
    {
        call(22);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(22)));
        Outage outage(m_desk->store.path(QStringLiteral("outbox.db")));
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        Q_EMIT m_desk->notifier.replied(key(22), QStringLiteral("I am sorry about that"));
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() >= 2, 60'000); // it is taken over for the reply
        outage.end();
        m_desk->settle();
        open(conversationId(22));
        QTRY_COMPARE(typed(), QStringLiteral("I am sorry about that"));
    }

    void whatCouldNotBeTakenOverIsNotWrittenIn()
    {
        call(1);
        QTRY_VERIFY(m_desk->notifier.standing.contains(key(1)));
        Outage outage(m_desk->store.path(QStringLiteral("outbox.db")));
        Q_EMIT m_desk->notifier.acted(key(1), takeOverAction);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->frame()->banner()->shows(QStringLiteral("trouble")), 60'000); // until something is saved
        outage.end();
        m_desk->settle();
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
    }

    void theSettingsAreThisPersonsHere()
    {
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(QStringLiteral("notifications"));
        m_desk->settle();
        keep(QStringLiteral("settings-notifications-light"));
        Button *trial = button(QStringLiteral("Show one now"));
        QVERIFY(trial);
        trial->click();
        QCOMPARE(m_desk->notifier.shown.size(), 1u);
        QCOMPARE(m_desk->notifier.shown.front().key, trialKey);
        toggle(QStringLiteral("Sound"));
        QVERIFY(!settings().sound);
        toggle(QStringLiteral("Notifications on the desktop"));
        QVERIFY(!settings().on);
        QVERIFY(statusSays(QStringLiteral("Notifications are off")));
        toggle(QStringLiteral("Notifications on the desktop"));
        toggle(QStringLiteral("Quiet hours"));
        auto *from = field(QStringLiteral("Quiet from"));
        from->setFocus();
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("1930\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30);
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("99\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30); // which is no time
        from->selectAll();
        QTest::keyClicks(from, QStringLiteral("0700\r"));
        QCOMPARE(settings().quietFrom, 19 * 60 + 30); // which would be quiet for ever
        QVERIFY(says(QStringLiteral("it would be quiet day and night")));
        segment(QStringLiteral("Do not disturb"))->part(1)->click();
        QVERIFY(settings().disturbAfter == m_desk->store.clock.now() + std::chrono::hours {1});
        m_desk->store.clock.advance(std::chrono::hours {1});
        m_window->settings()->tick();
        QVERIFY(segment(QStringLiteral("Do not disturb"))->part(0)->isChecked());
        segment(QStringLiteral("Do not disturb"))->part(3)->click();
        QVERIFY(settings().disturbAfter == forever);
        QCOMPARE(m_desk->preferences->bell(userId(2)), BellSettings());
        look(Appearance::Dark);
        keep(QStringLiteral("settings-notifications-dark"));
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_desk->settle();
        keep(QStringLiteral("settings-notifications-rtl"));
        look(Appearance::Light);
    }

    void theTeamIsToldWhoIsNotToBeCalled()
    {
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(QStringLiteral("notifications"));
        m_desk->settle();
        toggle(QStringLiteral("The team calls others"));
        QTRY_COMPARE(kinds(), std::vector {OpKind::OwnState});
        QCOMPARE(QString::fromStdString(outbox().back().op.body), QStringLiteral(R"({"do_not_disturb":true})"));
        QCOMPARE(outbox().back().op.target, userId(1).value);
        QTRY_VERIFY(m_window->bell()->isAway());
    }

private:
    void look(Appearance appearance)
    {
        m_themes.setAppearance(appearance);
        m_desk->settle();
    }
    static QString key(int n) { return QString::fromStdString(TestDesk::escalation(n).value); }
    BellSettings settings() const { return m_desk->preferences->bell(userId(1)); }
    void call(int n, const char *rung = "staff")
    {
        QVERIFY(m_desk->store.apply({callTo(TestDesk::escalation(n), ++m_calls, rung)}).hasValue());
        m_desk->settle();
    }
    std::vector<OutboxRow> outbox() const
    {
        return m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({});
    }
    std::vector<OpKind> kinds() const
    {
        std::vector<OpKind> kinds;
        for (const OutboxRow &row : outbox()) {
            if (row.op.kind != OpKind::Read && row.op.kind != OpKind::Composition)
                kinds.push_back(row.op.kind.value());
        }
        return kinds;
    }
    Escalation stored(int n) const
    {
        const auto row = m_desk->store.read([n](CacheReader &reader) { return reader.escalation(TestDesk::escalation(n)); });
        return row.value()->escalation;
    }
    /// By a colleague, on the server.
    void claim(int n)
    {
        Escalation e = stored(n);
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, userId(2), "Tomás Ibarra"};
        ++e.version;
        QVERIFY(m_desk->store.apply({entity("escalation", e)}).hasValue());
        m_desk->settle();
    }
    /// Marcus, after he was handed over.
    void customerWrites(int position, const std::string &words)
    {
        Message m = message(450 + position, 1, position, MessageRole::Lead, words);
        m.client = clientId(2);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        Conversation c = conversation(1, 2);
        c.version = 8 + position;
        c.channelKind = ChannelKind::Sms;
        c.status = ConversationStatus::WaitingHuman;
        c.owner.kind = OwnerKind::Nobody;
        c.waitingSince = c.lastAt = m.at;
        c.lastPosition = c.lastPublicPosition = position;
        c.lastMessage = {m.id, m.role, {}, words, position, DeliveryState::None, m.at};
        QVERIFY(m_desk->store.apply({entity("message", m), entity("conversation", c)}).hasValue());
        m_desk->settle();
    }
    void addHandOvers(int from, int count)
    {
        std::vector<Entity> entities;
        for (int n = from; n < from + count; ++n) {
            Escalation e = stored(22);
            e.id = TestDesk::escalation(n);
            e.conversation = conversationId(n);
            entities.push_back(entity("escalation", e));
            entities.push_back(callTo(e.id, ++m_calls));
        }
        QVERIFY(m_desk->store.apply(std::move(entities)).hasValue());
        m_desk->settle();
    }
    StatusLine *status() const { return m_window->frame()->status(); }
    bool statusSays(const QString &words) const
    {
        const auto items = status()->findChildren<StatusItem *>();
        return std::any_of(items.begin(), items.end(), [&](const StatusItem *item) { return item->isVisible() && item->text().contains(words); });
    }
    template <class T>
    T *named(const QString &name) const
    {
        for (T *one : m_window->findChildren<T *>()) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    void toggle(const QString &name)
    {
        auto *one = named<Switch>(name);
        QVERIFY2(one, qPrintable(name));
        one->click();
    }
    TimeField *field(const QString &name) const { return named<TimeField>(name); }
    Segment *segment(const QString &name) const { return named<Segment>(name); }

    int m_beeps = 0;
    std::int64_t m_calls = 0;
};

QTEST_MAIN(BellTest)
#include "belltest.moc"
