#include "models/cache/outboxrules.h"
#include "models/sqlite/database.h"
#include "tests/ui/guard.h"
#include "tests/ui/heard.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/escalations/duebox.h"
#include "ui/pages/escalations/escalationform.h"
#include "ui/pages/escalations/escalationlistpane.h"
#include "ui/pages/escalations/escalationpane.h"
#include "ui/pages/escalations/escalationsheader.h"
#include "ui/pages/escalations/escalationspage.h"
#include "ui/pages/escalations/statstrip.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowrow.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabBar>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// The page of hand-overs over a real cache and a real outbox.
class EscalationPageTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    EscalationsPage *page() const { return m_window->escalations(); }
    ConversationListView *rows() const { return page()->list()->view(); }
    EscalationForm *form() const { return page()->detail()->form(); }

    void showPage(QSize size = {})
    {
        show(size);
        m_window->showPlace(QStringLiteral("escalations"));
        m_desk->settle();
    }
    void showFilled(QSize size = {})
    {
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), code, modifiers);
        m_desk->settle();
    }
    QStringList spoken() const
    {
        QStringList words;
        for (int row = 0; row < rows()->model()->rowCount(); ++row)
            words << rows()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return words;
    }
    int rowOf(const QString &beginning) const
    {
        const QStringList words = spoken();
        const auto found = std::find_if(words.begin(), words.end(), [&](const QString &one) { return one.startsWith(beginning); });
        return found == words.end() ? -1 : int(found - words.begin());
    }
    Op stored(OpKind kind)
    {
        for (const Op &op : m_desk->store.outbox()) {
            if (op.kind == kind)
                return op;
        }
        return {};
    }
    /// Letters one after another, wherever the keyboard is, without waiting for anything between them.
    void say(const QString &words)
    {
        for (const QChar c : words)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), c.toLatin1());
        m_desk->settle();
    }
    /// What was done and is not yet on its way; reading and typing aside.
    QStringList done()
    {
        QStringList kinds;
        for (const Op &op : m_desk->store.outbox()) {
            if (!isQuiet(op.kind.value()))
                kinds << QString::fromStdString(std::string {op.kind.text()});
        }
        return kinds;
    }
    void choose(const QString &name)
    {
        rows()->setFocus();
        rows()->setCurrentIndex(rows()->model()->index(rowOf(name), 0));
        m_desk->settle();
    }
    void isTyping(int user, const QString &name, int conversation = 25)
    {
        m_desk->ephemera.setPresence(test::conversationId(conversation), {test::userId(user), name, PresenceKind::Typing}, m_desk->store.clock.now());
    }
    DraftPage kept(int n)
    {
        return m_desk->store.read([n](CacheReader &reader) { return reader.draft(journalId(TestDesk::escalation(n))); }).value();
    }
    void write(Qt::Key form, const QString &words)
    {
        rows()->setFocus();
        key(form);
        QVERIFY(this->form()->edit()->hasFocus());
        QTest::keyClicks(this->form()->edit(), words);
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup()
    {
        end();
        m_themes.setAppearance(Appearance::Light);
        m_themes.setTextPercent(100);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

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

    void theKeyTakesOverAndTheRowMovesAtOnce()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_T);
        QTRY_COMPARE(rowOf(QStringLiteral("Nobody yet 2")), 0);
        QTRY_COMPARE(rowOf(QStringLiteral("Claimed 3")), 3);
        QCOMPARE(stored(OpKind::TakeOver).conversation, TestDesk::marcus());
        QVERIFY(spoken().at(rowOf(QStringLiteral("Marcus"))).contains(QStringLiteral("not sent yet")));
        // It stays open, and is not to be taken twice.
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.take_over"))->isEnabled());
        // The inbox shows the same act.
        QCOMPARE(m_desk->store.row(1).owner.user, test::userId(1));
    }

    void resolvingWithANoteOpensTheNextOne()
    {
        showFilled();
        write(Qt::Key_E, QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(form()->text(), QStringLiteral("the pump eats jam, take 1"));
        QCOMPARE(page()->escalation(), TestDesk::escalation(1));
        keep(QStringLiteral("escalations-resolve"));
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"the pump eats jam, take 1\",\"end\":false}"});
        QCOMPARE(stored(OpKind::EscalationResolve).target, TestDesk::escalation(1).value);
        QTRY_COMPARE(rowOf(QStringLiteral("Marcus")), -1);
        QTRY_COMPARE(page()->escalation(), TestDesk::escalation(22));
        QVERIFY(!form()->isVisible());
        QCOMPARE(kept(1).resolution, std::string());
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

    void reassigningNamesThePeopleOfTheClient()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_A);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QStringList names;
        for (const QAction *one : menu->actions())
            names << one->text();
        QVERIFY(names.contains(QStringLiteral("You")) && names.contains(QStringLiteral("Tomás Ibarra")));
        menu->actions().at(names.indexOf(QStringLiteral("Tomás Ibarra")))->trigger();
        menu->close();
        m_desk->settle();
        QCOMPARE(stored(OpKind::EscalationAssign).body, "{\"user_id\":\"" + test::userId(2).value + "\"}");
        QTRY_VERIFY(says(QStringLiteral("Given to Tomás")));
    }

    void nothingMovesUnderTheHand()
    {
        showFilled();
        rows()->setFocus();
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
        QVERIFY(says(QStringLiteral("Tomás is typing.")) && says(QStringLiteral("Take over anyway? T again.")));
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


    void whoHasOnlyANumberIsCalledByAllOfIt()
    {
        showFilled();
        Lead rosa = test::lead(22, "x");
        rosa.client = test::clientId(3);
        rosa.version = 9;
        rosa.name.clear();
        rosa.phones = {{"+34600123456", "+34 600 123 456"}};
        QVERIFY(m_desk->store.apply({test::entity("lead", rosa)}).hasValue());
        m_desk->settle();
        page()->open(TestDesk::escalation(22));
        m_desk->settle();
        const auto labels = page()->detail()->findChildren<TextLabel *>();
        const auto heading = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text().startsWith(QStringLiteral("What ")); });
        QVERIFY(heading != labels.end());
        QVERIFY2((*heading)->text().contains(QStringLiteral("456")), qPrintable((*heading)->text()));
    }

    void whatCannotBeDoneFromHereSaysWhy()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.brief.actions = {{"call", "ask at the desk", ""}, {"send_photos", "Photos of the bilge", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_1")), QStringLiteral("it names no number"));
        QCOMPARE(m_window->commands().reason(QStringLiteral("escalation.action_2")), QStringLiteral("it is done outside of Foredeck"));
        e.version = 10;
        e.brief.actions = {{"call", "+1 305 555 1001", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QVERIFY(m_window->commands().reason(QStringLiteral("escalation.action_1")).isEmpty());
        key(Qt::Key_1); // nothing on this desktop calls anybody
        QVERIFY(says(QStringLiteral("No program on this computer makes calls.")) && says(QStringLiteral("305 555 1001")));
    }

    void whatDidNotChangeIsNotTold()
    {
        showFilled();
        const Heard heard;
        page()->tick();
        const auto *due = page()->detail()->findChild<DueBox *>();
        QVERIFY(due && due->isVisible());
        QCOMPARE(heard.count(due, QAccessible::NameChanged), 0);
        for (const TextLabel *label : page()->findChild<StatStrip *>()->findChildren<TextLabel *>())
            QCOMPARE(heard.count(label, QAccessible::NameChanged), 0);
        m_desk->store.clock.advance(std::chrono::minutes {1});
        page()->tick();
        QCOMPARE(heard.count(due, QAccessible::NameChanged), 1);
    }

    void whoIsTypingIsAskedAboutOnce()
    {
        showFilled();
        choose(QStringLiteral("Jana"));
        isTyping(2, QStringLiteral("Tomás"));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Tomás is typing. Take over anyway? T again.")));
        // It is asked about this person: what was said of one holds for nobody else.
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(25)); }).value()->escalation;
        e.version = 9;
        e.claimedBy = {ActorKind::User, test::userId(3), "Ana Prieto"};
        isTyping(3, QStringLiteral("Ana"));
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QVERIFY(!says(QStringLiteral("Take over anyway?")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Ana is typing. Take over anyway? T again.")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
    }

    /// It waits for anybody again, and the conversation is still theirs.
    void whoIsTypingIsAskedAboutWhenAnEmergencyRose()
    {
        showFilled();
        choose(QStringLiteral("Marcus"));
        Conversation c = test::conversation(1, 2);
        c.version = 9;
        c.owner = {OwnerKind::User, test::userId(2), "Tomás Ibarra"};
        c.claim = {test::userId(2), "Tomás Ibarra", 9, m_desk->store.clock.now() + std::chrono::seconds(90)};
        c.lastPosition = c.lastPublicPosition = 6;
        isTyping(2, QStringLiteral("Tomás"), 1);
        QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
        m_desk->settle();
        QVERIFY(page()->shownConversation() == TestDesk::marcus());
        const Heard heard;
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList());
        // It is a question to whoever does not see it, too.
        const auto labels = page()->detail()->findChildren<TextLabel *>();
        const auto asks = std::find_if(labels.begin(), labels.end(), [](const TextLabel *one) { return one->text().contains(QStringLiteral("Take over anyway?")); });
        QVERIFY(asks != labels.end() && heard.count(*asks, QAccessible::ObjectShow) == 1);
        QVERIFY(says(QStringLiteral("is typing. Take over anyway? T again.")));
        key(Qt::Key_T);
        QCOMPARE(done(), QStringList {QStringLiteral("take_over")});
    }

    void whatSomebodyElseHasIsTakenOverFirst()
    {
        showFilled();
        choose(QStringLiteral("Jana"));
        for (const Qt::Key one : {Qt::Key_E, Qt::Key_H, Qt::Key_A}) {
            key(one);
            QVERIFY(!form()->isVisible() && !QApplication::activePopupWidget());
        }
        QCOMPARE(m_window->commands().reason(QStringLiteral("conversation.resolve")), QStringLiteral("somebody else has it; take it over first"));
        // Taken up while the note is typed: it is not sent, and stays.
        choose(QStringLiteral("Marcus"));
        write(Qt::Key_E, QStringLiteral("Crew sent"));
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.status = EscalationStatus::Claimed;
        e.claimedBy = {ActorKind::User, test::userId(2), "Tomás Ibarra"};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTest::keyClick(form()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(done(), QStringList());
        QVERIFY(says(QStringLiteral("Not sent, and kept: somebody else has it")));
        QCOMPARE(form()->text(), QStringLiteral("Crew sent"));
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

    void howItWasResolvedIsToldWhereItStandsOpen()
    {
        showFilled();
        Escalation e = m_desk->store.read([](CacheReader &reader) { return reader.escalation(TestDesk::escalation(1)); }).value()->escalation;
        e.version = 9;
        e.status = EscalationStatus::Resolved;
        e.resolvedAt = m_desk->store.clock.now();
        e.note = "Crew pumped it out";
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(says(QStringLiteral("Crew pumped it out")));
        e.version = 10;
        e.status = EscalationStatus::Pending;
        e.note.clear();
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!says(QStringLiteral("How it was resolved")));
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

    void theLastMessagesOfferNothingToDo()
    {
        showFilled();
        const OpId op = m_desk->acts->reply({test::clientId(2), TestDesk::marcus(), 6}, QStringLiteral("On our way"));
        m_desk->settle();
        m_desk->store.clock.advance(std::chrono::seconds(10));
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(op, 422, {}, R"({"title":"Unprocessable"})").hasValue());
        m_desk->settle();
        const TranscriptView *messages = page()->detail()->messages();
        QTRY_COMPARE(messages->rowCount(), 7);
        QVERIFY(messages->actsOf(6).empty());
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

    void oneGoesOnFromWhereTheTakenOneStood_data()
    {
        QTest::addColumn<EscalationTab>("tab");
        QTest::newRow("open") << EscalationTab::Open;
        QTest::newRow("pending") << EscalationTab::Pending;
    }
    void oneGoesOnFromWhereTheTakenOneStood()
    {
        QFETCH(EscalationTab, tab);
        showFilled();
        page()->header()->setTab(tab);
        m_desk->settle();
        QTRY_VERIFY(rowOf(QStringLiteral("Rosa")) >= 0);
        for (const auto &[by, next] : {std::pair {Qt::Key_J, 23}, {Qt::Key_K, 1}}) {
            choose(QStringLiteral("Rosa"));
            QCOMPARE(page()->escalation(), TestDesk::escalation(22));
            key(Qt::Key_T);
            QTRY_VERIFY(tab == EscalationTab::Open ? rowOf(QStringLiteral("Rosa")) > rowOf(QStringLiteral("Claimed")) : rowOf(QStringLiteral("Rosa")) < 0);
            key(by);
            QCOMPARE(page()->escalation(), TestDesk::escalation(next));
            // Back to where it was.
            QVERIFY(m_desk->store.write(&StoreWriter::drop, stored(OpKind::TakeOver).id).hasValue());
            m_desk->settle();
            key(Qt::Key_F5);
            QTRY_VERIFY(rowOf(QStringLiteral("Rosa")) >= 0 && rowOf(QStringLiteral("Rosa")) < 4);
        }
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

    void theListKeepsTheWidthItWasGiven()
    {
        showFilled();
        auto *splitter = page()->findChild<QSplitter *>();
        const int before = splitter->sizes().constFirst();
        QTest::mousePress(splitter->handle(1), Qt::LeftButton, {}, QPoint(0, 50));
        QTest::mouseMove(splitter->handle(1), QPoint(-20, 50));
        QTest::mouseMove(splitter->handle(1), QPoint(-30, 50));
        QTest::mouseRelease(splitter->handle(1), Qt::LeftButton, {}, QPoint(-30, 50));
        const int drawn = splitter->sizes().constFirst();
        QVERIFY2(drawn < before, qPrintable(QString::number(drawn)));
        rows()->setFocus();
        key(Qt::Key_Period, Qt::ControlModifier);
        m_window->resize(m_window->width() - 40, m_window->height());
        m_desk->settle();
        QCOMPARE(splitter->sizes().constFirst(), drawn);
        QCOMPARE(m_desk->preferences->escalationListWidth(), drawn);
    }

    void noTwoPartsHaveOneName()
    {
        showFilled();
        QStringList names;
        for (QWidget *widget : page()->findChildren<QWidget *>()) {
            if (widget->isVisible() && !widget->accessibleName().isEmpty() && widget->focusPolicy() != Qt::NoFocus)
                names << widget->accessibleName();
        }
        for (const QAbstractButton *entry : m_window->frame()->navigation()->findChildren<QAbstractButton *>())
            names << entry->accessibleName();
        for (const char *shared : {"Escalations", "Last messages", "Brief"})
            QVERIFY2(names.count(QLatin1StringView(shared)) <= 1, shared);
        for (const char *pane : {"Escalations", "Last messages", "Brief"}) {
            int held = 0;
            for (const QWidget *widget : page()->findChildren<QWidget *>())
                held += widget->accessibleName() == QLatin1StringView(pane) ? 1 : 0;
            QVERIFY2(held <= 1, pane);
        }
    }

    void f6GoesThroughThePanes()
    {
        showFilled();
        rows()->setFocus();
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->briefArea()->hasFocus());
        key(Qt::Key_F6);
        QVERIFY(page()->detail()->messages()->hasFocus());
        key(Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(!page()->detail()->messages()->isVisible());
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

    void onlyWhatNobodyHasIsRed()
    {
        showFilled();
        QStringList red;
        for (const NavEntry *entry : m_window->frame()->navigation()->findChildren<NavEntry *>()) {
            if (entry->isUrgent())
                red << entry->text();
        }
        QCOMPARE(red, QStringList {QStringLiteral("Escalations")});
    }

    void whoMayOnlyReadActsOnNothing()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        User viewer = test::user(1);
        viewer.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, viewer);
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        rows()->setFocus();
        for (const Qt::Key one : {Qt::Key_T, Qt::Key_E, Qt::Key_H, Qt::Key_A})
            key(one);
        QVERIFY(m_desk->store.outbox().empty() && !form()->isVisible() && !QApplication::activePopupWidget());
    }

    void customersTextsStayPlain()
    {
        m_desk->fill();
        m_desk->fillEscalations();
        Escalation e;
        e.id = TestDesk::escalation(91);
        e.client = test::clientId(3);
        e.conversation = test::conversationId(9);
        e.lead = test::leadId(9);
        e.createdAt = m_desk->store.clock.now() - std::chrono::minutes(90);
        e.due = m_desk->store.clock.now() - std::chrono::minutes(80);
        e.brief.why = "<b>why</b>\xE2\x80\xAE";
        e.brief.wants = "<img src=x>\xE2\x80\xAE" "txt.exe";
        e.brief.tried = {{e.createdAt, ActorKind::Assistant, "<a href='http://x'>tried</a>\xE2\x80\xAE", 0.5}};
        e.brief.mood = {{e.createdAt, "<i>odd</i>\xE2\x80\xAE"}};
        e.brief.actions = {{"call", "<b>+1</b>\xE2\x80\xAE", "<u>basis</u>"}, {"<i>kind</i>", "", ""}};
        QVERIFY(m_desk->store.apply({test::entity("escalation", e)}).hasValue());
        showPage();
        QTRY_VERIFY(says(QStringLiteral("<img src=x>")));
        QVERIFY(says(QStringLiteral("<b>why</b>")) && says(QStringLiteral("tried</a>")));
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
            QVERIFY2(!label->isVisible() || !label->text().contains(QChar(0x202E)), qPrintable(label->text()));
        }
    }

    void nothingIsThereYet()
    {
        showPage();
        QTRY_VERIFY(says(QStringLiteral("Nobody waits for a person")));
        QVERIFY(says(QStringLiteral("Nothing is open")));
        QVERIFY(!m_window->commands().action(QStringLiteral("conversation.take_over"))->isEnabled());
        keep(QStringLiteral("escalations-empty"));
    }

    void looks_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("escalations-light") << int(Appearance::Light) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-dark") << int(Appearance::Dark) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-contrast") << int(Appearance::HighContrast) << QSize(1440, 900) << 100 << false;
        QTest::newRow("escalations-rtl") << int(Appearance::Light) << QSize(1440, 900) << 100 << true;
        QTest::newRow("escalations-200") << int(Appearance::Light) << QSize(1440, 900) << 200 << false;
        QTest::newRow("escalations-1024") << int(Appearance::Light) << QSize(1024, 768) << 100 << false;
        QTest::newRow("escalations-1024-200") << int(Appearance::Light) << QSize(1024, 768) << 200 << false;
        QTest::newRow("escalations-800") << int(Appearance::Light) << QSize(800, 600) << 100 << false;
    }
    /// Nothing is cut and nothing lies over another, in every look.
    void looks()
    {
        QFETCH(int, appearance);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, mirrored);
        m_themes.setAppearance(static_cast<Appearance>(appearance));
        m_themes.setTextPercent(percent);
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        m_desk->fill();
        m_desk->fillEscalations();
        showPage(size);
        QTRY_VERIFY(rows()->model()->rowCount() > 4);
        if (page()->detail()->isHidden()) {
            keep(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-list"));
            QTest::mouseClick(rows()->viewport(), Qt::LeftButton, {}, rows()->visualRect(rows()->model()->index(1, 0)).center());
            m_desk->settle();
        }
        QTRY_VERIFY(says(QStringLiteral("Why it came to you")));
        m_desk->settle();
        keep(QString::fromLatin1(QTest::currentDataTag()));
        for (const Button *one : page()->detail()->findChildren<Button *>()) {
            if (one->isVisible())
                QVERIFY2(one->width() >= one->minimumSizeHint().width() && one->height() >= one->sizeHint().height(), qPrintable(one->text()));
        }
        for (const TextLabel *label : page()->findChildren<TextLabel *>()) {
            if (label->isVisible())
                QVERIFY2(label->height() >= (label->hasHeightForWidth() ? label->heightForWidth(label->width()) : label->minimumSizeHint().height()), qPrintable(label->text()));
        }
        const QRect whole(QPoint(), page()->size());
        for (const QWidget *part : std::initializer_list<const QWidget *> {page()->header()->tabs(), page()->detail()})
            QVERIFY(!part->isVisible() || whole.contains(QRect(part->mapTo(page(), QPoint()), part->size())));
        for (const FlowRow *row : page()->detail()->findChildren<FlowRow *>())
            QVERIFY(!row->isVisible() || row->height() >= row->heightForWidth(row->width()));
    }
};

QTEST_MAIN(EscalationPageTest)
#include "escalationtest.moc"
