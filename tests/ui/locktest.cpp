#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/signin/lockpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/conversationwindows.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/noticedialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

#include <QAction>
#include <QApplication>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// A locked window shows nothing but who has to come back, takes no key, and loses nothing.
class LockTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->host.embedded = false;
        m_desk->fill();
        m_desk->preferences->setLockedBy({});
        m_desk->preferences->setLockAfterMinutes(0);
        show({1440, 900});
        open(TestDesk::elena());
    }
    void cleanup() { end(); }

    void nothingOfCustomersIsShownUntilThePasswordIsRight()
    {
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        QTest::keyClick(composer()->edit(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_desk->ephemera.isLocked() && page()->isVisible());
        QVERIFY(!inbox()->isVisible() && !m_window->frame()->navigation()->isVisible());
        QTRY_VERIFY(page()->password()->hasFocus());
        keep(QStringLiteral("lock-light"));
        m_desk->settle();
        QCOMPARE(m_desk->store.read([](CacheReader &r) { return r.draft(TestDesk::elena()); }).value().reply, std::string {"On our way"});
        QTest::keyClicks(page()->password(), QStringLiteral("guessed"));
        QTest::keyClick(page()->password(), Qt::Key_Return);
        QCOMPARE(m_desk->requests.checks.size(), std::size_t {1});
        QCOMPARE(m_desk->requests.checks[0].first, m_desk->ephemera.me().id);
        QVERIFY(!page()->unlockButton()->isEnabled()); // it is being asked
        Q_EMIT m_desk->requests.passwordNotTaken(QStringLiteral("e-mail or password is wrong"), true, 0, 4);
        QVERIFY(m_desk->ephemera.isLocked() && page()->isVisible());
        QTest::keyClicks(page()->password(), QStringLiteral("secret"));
        QTest::keyClick(page()->password(), Qt::Key_Return);
        Q_EMIT m_desk->requests.passwordRight(m_desk->ephemera.me().id);
        QVERIFY(!m_desk->ephemera.isLocked() && inbox()->isVisible());
        QVERIFY(page()->password()->text().isEmpty());
        QCOMPARE(typed(), QStringLiteral("On our way"));
        QVERIFY(m_desk->preferences->lockedBy().empty());
    }

    void noKeyAndNoCommandReachesWhatIsBehind()
    {
        m_window->lock();
        m_desk->settle();
        const std::size_t acts = m_desk->store.outbox().size();
        for (const char *id : {"app.palette", "app.shortcuts", "goto.leads", "conversation.resolve", "conversation.reply", "desk.notice", "desk.shift", "app.sign_out"}) {
            QVERIFY2(!m_window->commands().reason(QLatin1StringView(id)).isEmpty(), id);
            trigger(id);
            QVERIFY2(page()->isVisible(), id);
        }
        QVERIFY(!m_window->palette()->isOpen());
        m_window->showPlace(QStringLiteral("leads"));
        QVERIFY(page()->isVisible());
        QCOMPARE(m_desk->store.outbox().size(), acts);
        QVERIFY(m_window->commands().reason(QStringLiteral("app.quit")).isEmpty());
    }

    void whoWritesInAnotherWindowLocksBoth()
    {
        trigger("conversation.detach");
        QTRY_COMPARE(m_window->apart()->all().size(), std::size_t {1});
        ConversationWindow *window = m_window->apart()->all().front();
        QTRY_VERIFY(window->isVisible());
        window->commands().refresh();
        window->commands().action(QStringLiteral("app.lock"))->trigger();
        QVERIFY(m_desk->ephemera.isLocked() && page()->isVisible());
        QVERIFY(!window->isVisible());
    }

    void anOpenBoxGoesAndItsWordsStay()
    {
        trigger("desk.notice");
        QTest::keyClicks(m_window->notices()->dialog()->text(), QStringLiteral("The pool is closed"));
        m_window->lock();
        QVERIFY(!m_window->notices()->dialog()->isOpen() && m_window->notices()->dialog()->holdsWords());
        QVERIFY(!m_window->close()); // nobody who comes past drops them
        page()->otherButton()->click();
        QCOMPARE(m_desk->requests.signOuts, 0);
        QVERIFY(says(QStringLiteral("not saved yet")));
        unlock();
        QVERIFY(m_window->notices()->dialog()->holdsWords());
    }

    void whatFailsMeanwhileIsToldToWhoeverComesBack()
    {
        const QString trouble = QStringLiteral("trouble");
        m_window->lock();
        Q_EMIT inbox()->trouble(QStringLiteral("Nothing was done in the conversation with Elena."));
        m_desk->settle();
        QVERIFY(!m_window->frame()->banner()->shows(trouble)); // no customer is named
        unlock();
        QVERIFY(m_window->frame()->banner()->shows(trouble));
        QVERIFY(says(QStringLiteral("with Elena.")));
        m_desk->acts->read({clientId(1), TestDesk::elena(), 7}, 7); // as it comes by itself of what was written meanwhile
        m_desk->settle();
        QVERIFY(m_window->frame()->banner()->shows(trouble));
        // Nor to somebody else.
        m_window->lock();
        Q_EMIT inbox()->trouble(QStringLiteral("Nothing was done in the conversation with Elena."));
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->ephemera.setSession(SessionPhase::SignedIn, user(2));
        QVERIFY(!m_desk->ephemera.isLocked() && inbox()->isVisible());
        QVERIFY(!m_window->frame()->banner()->shows(trouble));
    }

    void whoIsAwayForLongIsLockedOutAlsoOverASleep()
    {
        m_desk->preferences->setLockAfterMinutes(5);
        QTest::keyClick(list(), Qt::Key_Down);
        m_desk->store.clock.advance(4min);
        QTest::keyClick(list(), Qt::Key_Down);
        m_desk->store.clock.advance(4min);
        QTRY_VERIFY(!m_desk->ephemera.isLocked());
        m_desk->store.clock.advance(8h);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->ephemera.isLocked(), 10'000); // at the next tick
        unlock();
        QVERIFY(!m_desk->ephemera.isLocked());
    }

    void aProgramThatWasEndedBeginsLocked()
    {
        m_window->lock();
        m_window.reset();
        m_desk->ephemera.setLocked(false); // another program
        show({1440, 900});
        QVERIFY(m_desk->ephemera.isLocked() && page()->isVisible() && !inbox()->isVisible());
        unlock();
        QVERIFY(inbox()->isVisible());
    }

    void withoutTheServerNobodyComesInAndItSaysSo()
    {
        m_window->lock();
        QTest::keyClicks(page()->password(), QStringLiteral("secret"));
        page()->unlockButton()->click();
        Q_EMIT m_desk->requests.passwordNotTaken(QStringLiteral("the server did not answer"), false, 0, -1);
        QVERIFY(page()->isVisible() && says(QStringLiteral("Only the server can tell")));
        QVERIFY(page()->unlockButton()->isEnabled());
    }

    void somebodyElseSignsInUnderTheirOwnName()
    {
        m_window->lock();
        page()->otherButton()->click();
        QCOMPARE(m_desk->requests.signOuts, 1);
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        QVERIFY(!page()->isVisible() && !inbox()->isVisible());
        m_desk->ephemera.setSession(SessionPhase::SigningIn, {});
        QVERIFY(!inbox()->isVisible());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, user(2));
        QVERIFY(!m_desk->ephemera.isLocked() && inbox()->isVisible());
        QVERIFY(m_desk->preferences->lockedBy().empty());
    }

    void thisComputersOwnBackendIsNotLockedAndSaysWhy()
    {
        m_desk->host.embedded = true;
        m_window->lock();
        QVERIFY(!m_desk->ephemera.isLocked());
        QVERIFY(m_window->commands().reason(QStringLiteral("app.lock")).contains(QStringLiteral("no password")));
    }

    void anotherOnesPasswordOpensNothing()
    {
        m_window->lock();
        QTest::keyClicks(page()->password(), QStringLiteral("secret"));
        page()->unlockButton()->click();
        Q_EMIT m_desk->requests.passwordRight(userId(7));
        QVERIFY(m_desk->ephemera.isLocked() && page()->isVisible());
        Q_EMIT m_desk->requests.passwordRight(m_desk->ephemera.me().id); // nobody has asked any more
        QVERIFY(m_desk->ephemera.isLocked());
    }

private:
    LockPage *page() const { return m_window->lockPage(); }
    void unlock()
    {
        QTest::keyClicks(page()->password(), QStringLiteral("secret"));
        page()->unlockButton()->click();
        Q_EMIT m_desk->requests.passwordRight(m_desk->ephemera.me().id);
    }
};

FOREDECK_QT_TEST(LockTest)
#include "locktest.moc"
