#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/escalationfixture.h"
#include "tests/ui/guard.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"

#include <QInputMethodEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>

using namespace foredeck;
using namespace foredeck::ui;

/// What is typed on the page of hand-overs, and the way of a reply from there.
class EscalationWritingTest : public QObject, protected EscalationFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { endAndReset(); }

    void resolvingWithANoteOpensTheNextOne()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(form()->text(), QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QInputMethodEvent composing(QStringLiteral(" or 2"), {}); // not handed over yet by an input method
        QCoreApplication::sendEvent(form()->edit(), &composing);
        keep(QStringLiteral("escalations-resolve"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"the pump eats jam, take 1 or 2\",\"end\":false}"});
        QCOMPARE(stored(OpKind::EscalationResolve).target, TestDesk::escalation(1).value);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus")), -1);
        QTRY_COMPARE(page()->escalation(), TestDesk::escalation(22));
        QVERIFY(!form()->isVisible());
        QCOMPARE(kept(1).resolution, std::string());
    }

    /// What is typed on after it goes on in the note: one in the brief would give the keyboard to what it scrolls with.
    void aButtonBesideTheNoteTakesNoKeyboard()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        auto *brief = qobject_cast<QScrollArea *>(page()->detail()->briefArea());
        QVERIFY(brief);
        int pressed = 0;
        for (auto *one : m_window->findChildren<QAbstractButton *>()) {
            if (!one->isVisible() || !one->isEnabled())
                continue;
            if (brief->isAncestorOf(one)) {
                brief->ensureWidgetVisible(one);
                ++pressed;
            }
            QTest::mousePress(one, Qt::LeftButton);
            QTest::mouseRelease(one, Qt::LeftButton, {}, QPoint(-20, -20)); // and thought better of it
            QVERIFY2(form()->edit()->hasFocus(), qPrintable(one->accessibleName() + one->text()));
        }
        QVERIFY(pressed > 0);
    }

    /// The list is another one; the customer, and what is written of them, stay.
    void aListThatIsChosenLeavesTheNote()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        QTabBar *tabs = page()->header()->tabs();
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
            m_desk->settle();
            QCOMPARE(tabs->currentIndex(), tab);
            QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        }
        page()->setClient(test::clientId(1));
        m_desk->settle();
        QTRY_VERIFY(rowOf(QStringLiteral("Jana")) >= 0 && rowOf(QStringLiteral("Marcus")) < 0);
        say(QStringLiteral(" he said so"));
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QCOMPARE(form()->text(), QStringLiteral("Crew sent he said so"));
        key(Qt::Key_Escape);
        page()->header()->setTab(EscalationTab::Claimed);
        m_desk->settle();
        QTRY_VERIFY2(page()->escalation() != TestDesk::escalation(1), "nobody writes: something of the list stands beside it");
    }

    void whatIsTypedStaysUntilItIsSent()
    {
        showFilled();
        write(Qt::Key_H, QStringLiteral("Offer Friday"));
        key(Qt::Key_Escape);
        QVERIFY(!form()->isVisible());
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        key(Qt::Key_Escape);
        QVERIFY(rows()->hasFocus());
        key(Qt::Key_J);
        QCOMPARE(page()->escalation(), TestDesk::escalation(22));
        key(Qt::Key_E);
        QCOMPARE(form()->text(), QString());
        key(Qt::Key_Escape);
        key(Qt::Key_K);
        key(Qt::Key_E);
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
        key(Qt::Key_Escape);
        m_window->showPlace(QStringLiteral("settings"));
        // Another window, as after a change of the language.
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
        QTRY_COMPARE(page()->escalation(), TestDesk::escalation(1));
        rows()->setFocus();
        key(Qt::Key_H);
        QCOMPARE(form()->text(), QStringLiteral("Offer Friday"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationReturn).body, std::string {"{\"instruction\":\"Offer Friday\"}"});
        QCOMPARE(kept(1).resolution, std::string {"Crew sent"}); // it is not sent
        QCOMPARE(kept(1).instruction, std::string());
    }

    void whatWasTypedForOneIsNotUndoneIntoAnother()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        QTest::keyClick(form()->edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(form()->edit(), Qt::Key_Delete);
        key(Qt::Key_Escape);
        key(Qt::Key_J);
        QCOMPARE(page()->escalation(), TestDesk::escalation(22));
        key(Qt::Key_E);
        QTest::keyClick(form()->edit(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form()->text(), QString());
    }

    void whatIsTypedOutlivesThatSomebodyElseResolves()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        Escalation done = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        done.version = 9;
        done.status = EscalationStatus::Resolved;
        done.resolvedAt = m_desk->store.clock.now();
        QVERIFY(m_desk->store.apply({test::entity("escalation", done)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!button(QStringLiteral("Take over")));
        QVERIFY(form()->isVisible() && form()->edit()->hasFocus());
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const OpId op = stored(OpKind::EscalationResolve).id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 409, {}, R"({"title":"Conflict","detail":"the escalation is over"})").hasValue());
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Crew sent")));
    }

    void whatIsTypedOutlivesTheProgram()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        // As much as a kill leaves: what a pause in the typing has journaled.
        QTRY_COMPARE(kept(1).resolution, std::string {"Crew sent"});
        QTest::keyClicks(form()->edit(), QStringLiteral(" at noon"));
        // Whoever leaves is not asked: nothing is lost.
        QVERIFY(m_window->close());
        m_window.reset();
        m_desk->store.reopen();
        QCOMPARE(kept(1).resolution, std::string {"Crew sent at noon"});
        QVERIFY(m_desk->store.outbox().empty()); // it is nobody's but this computer's
    }

    void whatIsTypedIsThePersonsOwn()
    {
        showFilled();
        write(Qt::Key_H, QStringLiteral("Offer Friday"));
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        m_desk->store.signIn(2);
        User tomas = test::user(2);
        tomas.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, tomas);
        m_desk->fillEscalations();
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
        page()->open(TestDesk::escalation(1));
        m_desk->settle();
        rows()->setFocus();
        key(Qt::Key_H);
        QVERIFY(form()->isVisible());
        QCOMPARE(form()->text(), QString());
        m_desk->store.signIn(1);
        QCOMPARE(kept(1).instruction, std::string {"Offer Friday"});
    }

    void whatCouldNotBeSavedIsStillThere()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        // The disk refuses the first try.
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QSignalSpy failed {m_desk->acts.get(), &Acts::failed};
        expectedWarning = QStringLiteral("not saved");
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QVERIFY(form()->isVisible());
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
        QVERIFY(m_window->frame()->banner()->shows(QStringLiteral("trouble")));
        QVERIFY(m_desk->store.outbox().empty());
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"Crew sent\",\"end\":false}"});
    }

    void writingAReplyTakesOverAndNoLetterIsACommand_data()
    {
        QTest::addColumn<bool>("pointed");
        QTest::newRow("key") << false;
        QTest::newRow("button") << true;
    }
    void writingAReplyTakesOverAndNoLetterIsACommand()
    {
        QFETCH(bool, pointed);
        showFilled();
        // The second of the next best actions is to answer.
        if (pointed) {
            QVERIFY(button(QStringLiteral("Write a reply")));
            QTest::mouseClick(button(QStringLiteral("Write a reply")), Qt::LeftButton);
        } else {
            rows()->setFocus();
            QTest::keyClick(rows(), Qt::Key_2);
        }
        say(QStringLiteral("Hello, the crew takes the next boat"));
        QVERIFY(inbox()->isVisible());
        QCOMPARE(inbox()->conversation(), TestDesk::marcus());
        QCOMPARE(typed(), QStringLiteral("Hello, the crew takes the next boat"));
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("conversation.send")).isEmpty());
        // Somebody else was faster: what is typed on stays words.
        const OpId taking = stored(OpKind::TakeOver).id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(taking, 409, {}, R"({"title":"Conflict","detail":"somebody else has it"})").hasValue());
        m_desk->settle();
        say(QStringLiteral(" there"));
        QCOMPARE(typed(), QStringLiteral("Hello, the crew takes the next boat there"));
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
        QVERIFY(!m_window->commands().reason(QStringLiteral("conversation.send")).isEmpty());
    }

    void noLetterAnswersTheQuestion()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, test::userId(2), "Tomás Ibarra"};
        Conversation c = test::conversation(1, 2);
        c.version = 9;
        c.owner = {OwnerKind::User, test::userId(2), "Tomás Ibarra"};
        c.claim = {test::userId(2), "Tomás Ibarra", 9, m_desk->store.clock.now() + std::chrono::seconds(90)};
        c.waitingSince = m_desk->store.clock.now();
        c.lastPosition = c.lastPublicPosition = 6;
        QVERIFY(m_desk->store.apply({test::entity("escalation", e), test::entity("conversation", c)}).hasValue());
        isTyping(2, QStringLiteral("Tomás"), 1);
        m_desk->settle();
        rows()->setFocus();
        QTest::keyClick(rows(), Qt::Key_2);
        say(QStringLiteral("Hello there, that takes time"));
        QVERIFY(inbox()->isVisible());
        QCOMPARE(done(), QStringList());
        QCOMPARE(typed(), QStringLiteral("Hello there, that takes time"));
        QVERIFY(says(QStringLiteral("Tomás is typing.")) && says(QStringLiteral("Take over anyway?")));
    }

    void whoMayOnlyReadOpensTheThreadAlone()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        User viewer = test::user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        showPage();
        QTRY_VERIFY(button(QStringLiteral("Write a reply")));
        QTest::mouseClick(button(QStringLiteral("Write a reply")), Qt::LeftButton);
        QVERIFY(inbox()->isVisible());
        say(QStringLiteral("Hello"));
        QCOMPARE(done(), QStringList());
    }

    void theFormIsNeverUnderTheLastMessages()
    {
        showFilled({1024, 768});
        rows()->setFocus();
        key(Qt::Key_Period, Qt::ControlModifier);
        const QWidget *side = page()->detail()->messages()->parentWidget();
        QVERIFY(side->isVisible());
        rows()->setFocus();
        key(Qt::Key_E);
        QVERIFY(form()->isVisible() && side->isVisible());
        QTRY_VERIFY(!side->geometry().intersects(form()->geometry()));
        QVERIFY(side->geometry().isValid());
    }

    /// The list stands in front of it: what is written would be seen by nobody.
    void inOneStackTheFormComesInFront()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        showPage({760, 700});
        QTRY_VERIFY(rows()->isVisible() && rows()->model()->rowCount() > 1);
        rows()->setFocus();
        key(Qt::Key_J);
        QTRY_VERIFY(!page()->escalation().empty());
        m_desk->settle();
        QVERIFY(!page()->detail()->isVisible());
        key(Qt::Key_H);
        QVERIFY(form()->isVisible() && form()->edit()->hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_VERIFY(rows()->isVisible() && rows()->hasFocus());
        key(Qt::Key_A);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QVERIFY(m_window->geometry().contains(QApplication::activePopupWidget()->pos()));
        QApplication::activePopupWidget()->close();
    }

    void whatWasRefusedIsTakenUpAgainInItsForm()
    {
        showFilled();
        write(Qt::Key_H, QStringLiteral("Offer Friday"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const OpId op = stored(OpKind::EscalationReturn).id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 409, {}, R"({"title":"Conflict","detail":"the escalation has changed"})").hasValue());
        m_window->showPlace(QStringLiteral("outbox"));
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Edit")));
        // It rested on who had it: it may go all the same, once.
        QVERIFY(button(QStringLiteral("Send anyway")));
        button(QStringLiteral("Send anyway"))->click();
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationReturn).expect, std::string());
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 409, {}, R"({"title":"Conflict","detail":"the escalation is over"})").hasValue());
        m_desk->settle();
        QTRY_VERIFY(button(QStringLiteral("Retry")));
        QVERIFY(!button(QStringLiteral("Send anyway")));
        button(QStringLiteral("Edit"))->click();
        m_desk->settle();
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QTRY_COMPARE(form()->text(), QStringLiteral("Offer Friday"));
        QVERIFY(form()->kind() == EscalationForm::Kind::Return && form()->edit()->hasFocus());
        QCOMPARE(done(), QStringList());
    }

    void aNoteThatIsTooLongIsNotSent()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("x"));
        form()->edit()->setPlainText(QString(1000, QChar(0x0436))); // two bytes each
        QCOMPARE(form()->excess(), 0);
        form()->edit()->setPlainText(QString(1003, QChar(0x0436)));
        QCOMPARE(form()->excess(), 3);
        QVERIFY(says(QStringLiteral("3 character")));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(done(), QStringList());
        QVERIFY(form()->isVisible());
        form()->edit()->setPlainText(QStringLiteral("short"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(done(), QStringList {QStringLiteral("escalation_resolve")});
    }
};

FOREDECK_QT_TEST(EscalationWritingTest)
#include "escalationwritingtest.moc"
