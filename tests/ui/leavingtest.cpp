#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/opened.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/leads/leadspage.h"
#include "ui/pages/leads/newleadasker.h"
#include "ui/pages/leads/newleaddialog.h"
#include "ui/pages/leads/writefirstasker.h"
#include "ui/pages/leads/writefirstdialog.h"
#include "ui/pages/outbox/outboxpage.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/unsentreplies.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/editbox.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// What happens to a reply that can still be taken back when the window closes; the ways in and out of a business on this
/// computer.
class LeavingTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    void begin()
    {
        m_desk->fill();
        show();
    }
    void sendToElena()
    {
        m_window->inbox()->open(TestDesk::elena());
        m_desk->settle();
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
    }
    /// Nothing can be written to the outbox's file as long as this lives.
    std::unique_ptr<sqlite::Database> fullDisk()
    {
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        [&] { QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue()); }();
        expectedWarning = QStringLiteral("not saved");
        return std::move(lock).value();
    }
    /// What is typed in a box is asked about like a reply.
    void isAskedAbout(QWidget *field)
    {
        auto lock = fullDisk();
        QTest::keyClicks(field, QStringLiteral("Two nights"));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("This computer cannot save.")), 20000);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!m_window->close());
            QVERIFY(button(QStringLiteral("Quit and lose it")));
            button(QStringLiteral("Keep it open"))->click();
            QCOMPARE(m_desk->host.quits, 0);
            Q_EMIT m_desk->store.store->writeRecovered(); // something else could be: the banner goes, and this stands nowhere still
            QVERIFY(!says(QStringLiteral("This computer cannot save.")));
        }
        lock.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->inbox()->isRefused() && !m_window->leads()->isRefused(), 20000);
        QVERIFY(m_window->close());
    }
    Op reply()
    {
        for (Op &op : m_desk->store.outbox()) {
            if (op.kind == OpKind::Reply)
                return op;
        }
        return {};
    }

private Q_SLOTS:
    void init() { makeDesk(); }
    void cleanup() { end(); }

    void wordsThatTheDiskRefusesAreNotLeftWithoutAQuestion()
    {
        begin();
        open(TestDesk::elena());
        auto lock = fullDisk();
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("We come at ten"));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Not saved: the disk refuses")), 20000);
        QVERIFY(!m_window->close());
        QVERIFY(button(QStringLiteral("Quit and lose it")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_desk->host.quits, 0);
        QCOMPARE(typed(), QStringLiteral("We come at ten"));
        QVERIFY(!m_window->close());
        button(QStringLiteral("Quit and lose it"))->click();
        QCOMPARE(m_desk->host.quits, 1);
        lock.reset();
        // There is room again: nothing is lost any more.
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Draft saved")), 20000);
        QVERIFY(m_window->close());
    }

    void aNewLeadThatTheDiskRefusesIsAskedAbout()
    {
        begin();
        open(TestDesk::elena());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_W);
        NewLeadDialog *dialog = m_window->leads()->newLead()->dialog();
        QVERIFY(dialog && dialog->isOpen());
        isAskedAbout(dialog->name());
    }

    void aTaskThatTheDiskRefusesIsAskedAbout()
    {
        begin();
        open(TestDesk::elena());
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_P);
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        isAskedAbout(dialog->textField());
    }

    void firstWordsThatTheDiskRefusesAreAskedAbout()
    {
        m_desk->fillLeads();
        auto channels = m_desk->store.read([](CacheReader &reader) { return reader.channels(test::clientId(3)); }).value();
        const auto sms = std::find_if(channels.begin(), channels.end(), [](const Channel &one) { return one.kind == ChannelKind::Sms; });
        QVERIFY(sms != channels.end());
        sms->hasSecret = sms->hasToken = true;
        ++sms->version;
        QVERIFY(m_desk->store.apply({test::entity("channel", *sms)}).hasValue());
        show({1440, 900});
        m_window->showPlace(QStringLiteral("leads"));
        m_window->leads()->openInFront(test::leadId(42));
        m_desk->settle();
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("leads.write")).isEmpty());
        trigger("leads.write");
        WriteFirstDialog *dialog = m_window->leads()->writeFirst()->dialog();
        QVERIFY(dialog && dialog->isOpen());
        QTRY_VERIFY(dialog->text()->edit()->hasFocus());
        isAskedAbout(dialog->text()->edit());
    }

    /// Another person who signs in then takes them away.
    void whoSignsOutIsAskedAboutWhatTheDiskRefuses()
    {
        m_desk->host.embedded = false;
        begin();
        open(TestDesk::elena());
        const auto lock = fullDisk();
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("We come at ten"));
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Not saved: the disk refuses")), 20000);
        trigger("app.sign_out");
        keep(QStringLiteral("leaving-sign-out-disk"));
        QVERIFY(says(QStringLiteral("Sign out without saving?")));
        button(QStringLiteral("Stay signed in"))->click();
        QCOMPARE(m_desk->requests.signOuts, 0);
        QCOMPARE(typed(), QStringLiteral("We come at ten"));
        trigger("app.sign_out");
        button(QStringLiteral("Sign out and lose it"))->click();
        QCOMPARE(m_desk->requests.signOuts, 1);
    }

    void aReplyThatIsHeldIsSentBeforeTheWindowCloses()
    {
        begin();
        sendToElena();
        // At once, and again after Esc: the answer that loses nothing has the focus.
        QVERIFY(!m_window->close());
        QVERIFY(m_window->unsentReplies()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->unsentReplies()->isOpen());
        m_desk->settle();
        QVERIFY(reply().state == OpState::Held);
        QVERIFY(!m_window->close());
        keep(QStringLiteral("leaving-held"));
        QCOMPARE(QApplication::focusWidget(), button(QStringLiteral("Send and quit")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        m_desk->settle();
        QTRY_VERIFY(reply().state == OpState::Queued);
        QVERIFY(!reply().override_ && !reply().notBefore);
        QVERIFY(m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
        // Its turn comes and the server has it.
        const OpId id = reply().id;
        const SendPlan plan = m_desk->store.takeSendable();
        QVERIFY(std::any_of(plan.ops.begin(), plan.ops.end(), [&](const Op &op) { return op.id == id; }));
        m_desk->settle();
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(m_desk->store.answer(id, 201).hasValue());
        QTRY_COMPARE(m_desk->host.quits, 1);
    }

    /// Nobody else who signs in here would send it.
    void whoSignsOutIsAskedAboutTheReplyToo()
    {
        m_desk->host.embedded = false;
        begin();
        m_window->commands().refresh();
        sendToElena();
        m_desk->settle();
        QAction *signOut = m_window->commands().action(QStringLiteral("app.sign_out"));
        signOut->trigger();
        QVERIFY(m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->requests.signOuts, 0);
        keep(QStringLiteral("leaving-sign-out"));
        QVERIFY(says(QStringLiteral("before you sign in here again")) && !button(QStringLiteral("Send and quit")));
        button(QStringLiteral("Stay signed in"))->click();
        QVERIFY(!m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->requests.signOuts, 0);
        signOut->trigger();
        button(QStringLiteral("Send and sign out"))->click();
        QTRY_VERIFY(reply().state == OpState::Queued);
        const OpId id = reply().id;
        m_desk->store.takeSendable();
        m_desk->settle();
        QCOMPARE(m_desk->requests.signOuts, 0);
        QVERIFY(m_desk->store.answer(id, 201).hasValue());
        QTRY_COMPARE(m_desk->requests.signOuts, 1);
        QCOMPARE(m_desk->host.quits, 0);
        // As a draft it stays, and nothing is asked where nothing is held.
        sendToElena();
        m_desk->settle();
        signOut->trigger();
        button(QStringLiteral("Keep as a draft"))->click();
        QTRY_COMPARE(m_desk->requests.signOuts, 2);
        m_desk->settle();
        signOut->trigger();
        QCOMPARE(m_desk->requests.signOuts, 3);
        // The same question says again what closing means.
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        QVERIFY(button(QStringLiteral("Send and quit")) && !button(QStringLiteral("Send and sign out")));
    }

    void nothingGoesOutWhileTheQuestionIsRead()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        const OpId id = reply().id;
        const auto goes = [this, &id] {
            const SendPlan plan = m_desk->store.takeSendable();
            m_desk->settle();
            return std::any_of(plan.ops.begin(), plan.ops.end(), [&](const Op &op) { return op.id == id; });
        };
        m_desk->store.clock.advance(std::chrono::hours {1});
        QVERIFY(!goes());
        QVERIFY(m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
        // Its time goes on when the window stays.
        button(QStringLiteral("Keep it open"))->click();
        m_desk->settle();
        QVERIFY(!goes());
        QVERIFY(reply().state == OpState::Held);
        QCOMPARE(m_desk->host.quits, 0);
    }

    void aReplyThatNeverGotIntoTheOutboxKeepsTheWindow()
    {
        begin();
        m_window->inbox()->open(TestDesk::elena());
        m_desk->settle();
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        expectedWarning = QStringLiteral("not saved");
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_window->close());
        button(QStringLiteral("Send and quit"))->click();
        QTRY_COMPARE_WITH_TIMEOUT(typed(), QStringLiteral("On our way"), 20'000);
        QVERIFY(!m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
    }

    void aReplyThatIsHeldBecomesADraftWhenThatIsChosen()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Keep as a draft"))->click();
        QTRY_COMPARE(m_desk->host.quits, 1);
        QTRY_COMPARE(typed(), QStringLiteral("On our way"));
        QVERIFY(reply().id.empty());
        QVERIFY(m_window->close());
    }

    void repliesThatBecomeADraftStandAsTheyWereWritten()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QTest::keyClicks(composer()->edit(), QStringLiteral("The gate is open"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Keep as a draft"))->click();
        QTRY_COMPARE(m_desk->host.quits, 1);
        QTRY_COMPARE(typed(), QStringLiteral("On our way\nThe gate is open"));
        QVERIFY(reply().id.empty());
    }

    void aReplyThatTheServerWantsLookedAtKeepsTheWindow()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Send and quit"))->click();
        QTRY_VERIFY(reply().state == OpState::Queued);
        const OpId id = reply().id;
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(id, 409, {}, R"({"detail":"something newer came"})").hasValue());
        QTRY_VERIFY(!m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(m_window->findChild<OutboxPage *>()->isVisible());
    }

    void aQuestionThatGoesWithItsWindowHoldsNothingBack()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        const OpId id = reply().id;
        // As another language does it: another window, on the same outbox.
        m_window.reset();
        show();
        m_desk->store.clock.advance(std::chrono::seconds {10});
        const SendPlan plan = m_desk->store.takeSendable();
        QVERIFY(std::any_of(plan.ops.begin(), plan.ops.end(), [&](const Op &op) { return op.id == id; }));
    }

    void aReplyBehindOneThatNeedsALookIsNotWaitedFor()
    {
        begin();
        sendToElena();
        m_desk->settle();
        const OpId first = reply().id;
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(first, 409, {}, R"({"detail":"something newer came"})").hasValue());
        m_desk->settle();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Send and quit"))->click();
        QTRY_VERIFY(!m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
        QVERIFY(m_window->findChild<OutboxPage *>()->isVisible());
    }

    void draftsAreMadeOfWhatStandsBehindOneThatNeedsALook()
    {
        begin();
        const ConversationRef elena {test::clientId(1), TestDesk::elena(), 7};
        const OpId first = m_desk->acts->reply(elena, QStringLiteral("first"));
        m_desk->store.clock.advance(std::chrono::seconds {6});
        m_desk->settle();
        m_desk->store.takeSendable();
        QVERIFY(m_desk->store.answer(first, 409, {}, R"({"detail":"something newer came"})").hasValue());
        m_desk->acts->reply({test::clientId(1), test::conversationId(5), 1}, QStringLiteral("to Hannah"));
        m_desk->acts->reply(elena, QStringLiteral("second"));
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Keep as a draft"))->click();
        QTRY_VERIFY(!m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 1);
        QVERIFY(!m_window->findChild<OutboxPage *>()->isVisible());
    }

    void onlyASilentServerIsCalledSilent()
    {
        begin();
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Send and quit"))->click();
        m_desk->settle();
        auto *patience = m_window->unsentReplies()->findChild<QTimer *>(QStringLiteral("patience"));
        QVERIFY(patience && patience->isActive());
        patience->start(0);
        QTRY_VERIFY(says(QStringLiteral("It has not gone out yet")));
        QVERIFY(!says(QStringLiteral("does not answer")));
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Offline;
        m_desk->ephemera.setSync(sync);
        patience->start(0);
        QTRY_VERIFY(says(QStringLiteral("The server does not answer")));
        QVERIFY(button(QStringLiteral("Quit")));
    }

    void whoStopsAnsweringIsAskedAboutTheReplyToo()
    {
        begin();
        m_desk->host.answering = true;
        sendToElena();
        m_desk->settle();
        QVERIFY(!m_window->close());
        button(QStringLiteral("Stop and quit"))->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button(QStringLiteral("Stop and quit")), Qt::Key_Return); // as Space does
        QVERIFY(m_window->unsentReplies()->isOpen());
        QCOMPARE(m_desk->host.quits, 0);
    }

    void aBusinessOfOnesOwnSaysWhereCustomersComeIn()
    {
        Client one = test::client();
        one.slug = "harbour-lights";
        QVERIFY(m_desk->store.apply({test::entity("client", one)}).hasValue());
        m_desk->host.at = QUrl(QStringLiteral("http://127.0.0.1:40123"));
        show();
        const QString address = QStringLiteral("http://127.0.0.1:40123/webhooks/web-form");
        QTRY_VERIFY(says(address));
        QVERIFY(says(QStringLiteral("harbour-lights")));
        const QUrl page(QStringLiteral("http://127.0.0.1:40123/chat/harbour-lights"));
        QVERIFY(says(page.toString()));
        QVERIFY(!says(QStringLiteral("Choose a conversation"))); // there is none
        keep(QStringLiteral("leaving-own-business"));
        Opened browser(QStringLiteral("http"));
        button(QStringLiteral("Write to yourself in the browser"))->click();
        QCOMPARE(browser.urls(), QList<QUrl> {page});
        m_window->commands().action(QStringLiteral("app.copy_chat"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), page.toString());
        m_window->commands().action(QStringLiteral("app.copy_door"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
        m_desk->host.at.clear();
        Q_EMIT m_desk->host.doorChanged();
        QVERIFY(!says(address));
        for (const char *id : {"app.copy_door", "app.open_chat", "app.copy_chat"})
            QVERIFY(!m_window->commands().action(QLatin1StringView(id))->isEnabled());
    }

    void theSampleCanBeClearedFromBesideIt()
    {
        begin();
        QAction *clear = m_window->commands().action(QStringLiteral("sample.clear"));
        QVERIFY(!clear->isEnabled());
        m_desk->host.sampleKept = true;
        Q_EMIT m_desk->host.trafficChanged();
        QVERIFY(clear->isEnabled());
        clear->trigger();
        QCOMPARE(m_desk->host.cleared, 0);
        button(QStringLiteral("Clear the sample"))->click();
        QCOMPARE(m_desk->host.cleared, 1);
    }
};

FOREDECK_QT_TEST(LeavingTest)
#include "leavingtest.moc"
