#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/listpane.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/pages/settings/channelssection.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/farewell.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// What a window must not lose, and what it must not let through.
class KeepTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    Banner *banner() const { return m_window->frame()->banner(); }
private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void openingWhatIsOpenKeepsWhatIsTyped()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sentence"));
        m_window->inbox()->open(TestDesk::elena());
        m_desk->settle();
        QCOMPARE(typed(), QStringLiteral("Half a sentence"));
    }

    void aServerThatWentOnFromACopyIsToldUntilThatIsHidden()
    {
        const std::string stream = "client:" + foredeck::test::clientId(9).value;
        const QString key = QStringLiteral("setback");
        auto &store = m_desk->store;
        const auto follow = [&](const char *epoch) {
            QVERIFY(store.write(&StoreWriter::beginSnapshot, stream).hasValue());
            QVERIFY(store.write(&StoreWriter::endSnapshot, stream, StreamPosition {epoch, 1}).hasValue());
            m_desk->settle();
        };
        follow("one");
        follow("one");
        QVERIFY(!banner()->shows(key));
        follow("two");
        QTRY_VERIFY(banner()->shows(key));
        QVERIFY(says(QStringLiteral("The server was set back to an earlier copy.")));
        m_window->findChild<QAction *>(key)->trigger();
        QVERIFY(!banner()->shows(key));
        follow("two");
        QVERIFY(!banner()->shows(key));
    }

    /// Where the next one's reply is as empty as this one's nothing is filled anew.
    void whatWasTypedForOneIsNotUndoneIntoAnother()
    {
        open(TestDesk::elena());
        composer()->begin(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("For Elena alone"));
        QTest::keyClick(composer()->edit(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(composer()->edit(), Qt::Key_Delete);
        QVERIFY(typed().isEmpty());
        open(TestDesk::marcus());
        QVERIFY(typed().isEmpty());
        composer()->begin(CompositionKind::Reply);
        QTest::keyClick(composer()->edit(), Qt::Key_Z, Qt::ControlModifier);
        m_desk->settle();
        QCOMPARE(typed(), QString());
    }

    /// What an input method has not handed over yet is shown as a part of what is typed.
    void whatIsBeingComposedIsForWhoItWasComposedFor()
    {
        open(TestDesk::elena());
        composer()->begin(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("Dear "));
        QInputMethodEvent composing(QStringLiteral("Elena"), {});
        QCoreApplication::sendEvent(composer()->edit(), &composing);
        QCOMPARE(typed(), QStringLiteral("Dear "));
        open(TestDesk::marcus());
        QVERIFY(typed().isEmpty());
        m_desk->settle();
        QVERIFY(typed().isEmpty());
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("Dear Elena"));
        composer()->begin(CompositionKind::Reply);
        QInputMethodEvent more(QStringLiteral("!"), {});
        QCoreApplication::sendEvent(composer()->edit(), &more);
        composer()->setKind(CompositionKind::Note);
        QVERIFY(composer()->text(CompositionKind::Note).isEmpty());
        QCOMPARE(typed(), QStringLiteral("Dear Elena!"));
        composer()->begin(CompositionKind::Reply);
        QInputMethodEvent last(QStringLiteral("?"), {});
        QCoreApplication::sendEvent(composer()->edit(), &last);
        m_window->standing(); // before another window reads what is in the journal
        QCOMPARE(typed(), QStringLiteral("Dear Elena!?"));
    }

    void aReplyThatTheDiskRefusesComesBack()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("On our way"));
        expectedWarning = QStringLiteral("not saved");
        {
            auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
            QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
            QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
            QVERIFY(typed().isEmpty());
            QTest::keyClicks(composer()->edit(), QStringLiteral("and more"));
            QTRY_COMPARE_WITH_TIMEOUT(typed(), QStringLiteral("On our way\nand more"), 20'000);
            QVERIFY(banner()->shows(QStringLiteral("trouble")));
            QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        }
        // It was for once only: an act that is stored takes the banner away.
        m_window->inbox()->list()->view()->setFocus();
        m_window->commands().action(QStringLiteral("conversation.escalate"))->trigger();
        QTRY_VERIFY(!banner()->shows(QStringLiteral("trouble")));
    }

    void aServerWhoseDiskIsFullIsToldUntilItTakesWhatWaits()
    {
        m_desk->host.embedded = false;
        m_desk->acts->note({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("A wide van"));
        m_desk->settle();
        const auto tried = [this](int status, const char *problem) {
            for (const Op &op : m_desk->store.takeSendable(8).ops)
                QVERIFY(m_desk->store.answer(op.id, status, {}, problem).hasValue());
            m_desk->settle();
        };
        tried(503, R"({"title":"Service Unavailable","status":503,"detail":"The server is busy."})");
        QVERIFY(!banner()->shows(QStringLiteral("server-disk")));
        m_desk->store.clock.advance(std::chrono::minutes {10});
        tried(503, R"*({"title":"Service Unavailable","status":503,"detail":"running a statement: database or disk is full (13)"})*");
        QTRY_VERIFY(says(QStringLiteral("The server's disk is full.")));
        QVERIFY(says(QStringLiteral("goes out by itself when there is room")));
        m_desk->store.clock.advance(std::chrono::minutes {10});
        tried(200, "");
        QTRY_VERIFY(!banner()->shows(QStringLiteral("server-disk")));
    }

    /// It speaks up once, and tells whoever asks what it shows now.
    void theBannerIsNamedAfterWhatItShows()
    {
        BannerState state {QStringLiteral("sync"), BannerState::Kind::Warning, 20, QStringLiteral("Reconnecting."), {}, {}, nullptr};
        banner()->set(state);
        QCOMPARE(banner()->accessibleName(), QStringLiteral("Reconnecting."));
        state.strong = QStringLiteral("Offline since 09:57.");
        banner()->set(state);
        QCOMPARE(banner()->accessibleName(), QStringLiteral("Offline since 09:57."));
    }

    void nothingBehindAnOverlayHearsAKey()
    {
        open(TestDesk::marcus());
        m_desk->host.answering = true;
        QVERIFY(!m_window->close());
        QVERIFY(m_window->farewell()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_E);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_T);
        m_desk->settle();
        QCOMPARE(m_desk->ephemera.unsent(), 0);
        QVERIFY(m_window->farewell()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        // What concerns the program works: the palette closes by the key that opened it.
        QTest::keyClick(list(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->palette()->isOpen());
        QTest::keyClick(m_window->palette()->field(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!m_window->palette()->isOpen());
    }

    void aKeyringThatStaysSilentIsNotWaitedForAlone()
    {
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SigningIn, {});
        m_desk->ephemera.setKeyring(KeyringState::Waiting);
        QVERIFY(m_window->inbox()->isVisible());
        QVERIFY(!banner()->shows(QStringLiteral("keyring")));
        m_desk->store.clock.advance(std::chrono::seconds {11});
        QTRY_VERIFY(banner()->shows(QStringLiteral("keyring")));
        QVERIFY(m_window->commands().action(QStringLiteral("app.without_keyring"))->isEnabled());
        m_desk->ephemera.setKeyring(KeyringState::SessionOnly);
        QVERIFY(!banner()->shows(QStringLiteral("keyring")));
    }

    void whatWasToldOnceGoesWhenItHasBeenRead()
    {
        m_window->tellOnce(QStringLiteral("salvaged"), QStringLiteral("The outbox was damaged."), QStringLiteral("2 acts were saved."));
        QVERIFY(banner()->shows(QStringLiteral("salvaged")));
        auto *hide = banner()->findChild<QAbstractButton *>();
        QVERIFY(hide);
        QTest::mouseClick(hide, Qt::LeftButton);
        QVERIFY(!banner()->shows(QStringLiteral("salvaged")));
        QVERIFY(!banner()->isVisible() || banner()->findChild<QAbstractButton *>() != hide);
    }

    void whatIsWorseTakesNoActionFromTheSample()
    {
        m_desk->host.sample = true;
        Q_EMIT m_desk->host.trafficChanged();
        QVERIFY(button(QStringLiteral("Pause them")));
        m_window->tellOnce(QStringLiteral("salvaged"), QStringLiteral("The outbox was damaged."), QStringLiteral("2 acts were saved."));
        QTRY_VERIFY(button(QStringLiteral("Pause them")) && button(QStringLiteral("Hide")));
        QVERIFY(button(QStringLiteral("Hide"))->x() < button(QStringLiteral("Pause them"))->x()); // the worst comes first
        button(QStringLiteral("Pause them"))->click();
        QVERIFY(m_desk->host.paused);
        button(QStringLiteral("Hide"))->click();
        QTRY_VERIFY(button(QStringLiteral("Let them write")));
        m_desk->host.sample = false;
        Q_EMIT m_desk->host.trafficChanged();
        QVERIFY(!button(QStringLiteral("Let them write")));
    }

    void whatIsOpenIsMarkedInEveryViewThatShowsIt()
    {
        m_window->commands().action(QStringLiteral("goto.waiting"))->trigger();
        m_desk->settle();
        open(TestDesk::marcus());
        m_window->commands().action(QStringLiteral("goto.all"))->trigger();
        m_desk->settle();
        QTRY_COMPARE(list()->model()->rowCount(), 10);
        QVERIFY(list()->currentIndex().isValid());
        QVERIFY(list()->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Marcus")));
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::marcus());
    }

    void aLineOfAMillionCharactersDoesNotStopTheWindow()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Hello "));
        QApplication::clipboard()->setText(QString(1'000'000, QLatin1Char('x')));
        composer()->edit()->paste();
        QCOMPARE(typed().size(), ComposerEdit::mostBytes);
        QVERIFY(typed().startsWith(QStringLiteral("Hello x")));
        const auto told = [this] {
            const auto labels = composer()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("the rest was not pasted")); });
        };
        QVERIFY(told());
        composer()->edit()->selectAll();
        QTest::keyClick(composer()->edit(), Qt::Key_Delete);
        QVERIFY(!told());
    }

    /// Letters of two bytes each: as many characters as fit, and too many bytes.
    void whatIsMoreThanAMessageHoldsIsNotSent()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        const QString letters(40'000, QChar(0x0628));
        composer()->edit()->insertPlainText(letters);
        QCOMPARE(typed(), letters); // what is typed stays
        m_window->commands().refresh();
        const QAction *send = m_window->commands().action(QStringLiteral("conversation.send"));
        QVERIFY(!send->isEnabled());
        const auto says = [this](const char *words) {
            const auto labels = composer()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(QLatin1StringView(words)); });
        };
        QVERIFY(says("shorten it"));
        QTest::keyClick(composer()->edit(), Qt::Key_Return, Qt::ControlModifier);
        m_desk->settle();
        const std::vector<Op> acts = m_desk->store.outbox();
        QVERIFY(std::none_of(acts.begin(), acts.end(), [](const Op &op) { return op.kind == OpKind::Reply; }));
        // What is pasted is cut where a message ends.
        composer()->edit()->selectAll();
        QTest::keyClick(composer()->edit(), Qt::Key_Delete);
        QVERIFY(!says("shorten it"));
        QApplication::clipboard()->setText(letters);
        composer()->edit()->paste();
        QCOMPARE(typed().size(), ComposerEdit::mostBytes / 2);
        QVERIFY(says("the rest was not pasted") && !says("shorten it"));
        m_window->commands().refresh();
        QVERIFY(send->isEnabled());
    }

    void whatOneWorksInStaysWhenTheWindowGetsNarrow()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        m_window->resize(700, 700);
        QTRY_VERIFY(m_window->inbox()->isStacked());
        QVERIFY(composer()->edit()->isVisible());
        QVERIFY(composer()->edit()->hasFocus());
    }

    void anotherLanguageGoesOnWhereOneStood()
    {
        m_window->commands().action(QStringLiteral("goto.mine"))->trigger();
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Half a sentence"));
        m_window->settings()->showSection(QStringLiteral("look"));
        m_window->showPlace(QStringLiteral("settings"));
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QVERIFY(m_window->settings()->isVisible());
        QCOMPARE(m_window->settings()->section(), QStringLiteral("look"));
        QCOMPARE(m_window->inbox()->view().view, View::Mine);
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("Half a sentence"));
    }

    void anotherDevicesWordsAreOfferedBesideTheCursor()
    {
        Composition words {test::userId(1), test::clientId(1), TestDesk::elena(), CompositionKind::Reply, "Hello", 7, m_desk->store.clock.now(), 1};
        QVERIFY(m_desk->store.apply({test::entity("composition", words)}).hasValue());
        open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("Hello"));
        composer()->edit()->setFocus();
        words.text = "From the phone";
        words.version = 2;
        QVERIFY(m_desk->store.apply({test::entity("composition", words)}).hasValue());
        QTRY_VERIFY(says(QStringLiteral("On another device you wrote: From the phone")));
        keep(QStringLiteral("keep-another-device"));
        QCOMPARE(typed(), QStringLiteral("Hello"));
        button(QStringLiteral("Use these words"))->click();
        QCOMPARE(typed(), QStringLiteral("Hello\nFrom the phone"));
        QVERIFY(!says(QStringLiteral("On another device")));
        QVERIFY(composer()->isFocused());
    }

    void whatWasSavedStandsWhateverAnotherDeviceWritesOrSends()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Twelve important words"));
        QTRY_VERIFY(says(QStringLiteral("Draft saved")));
        Composition words {test::userId(1), test::clientId(1), TestDesk::elena(), CompositionKind::Reply, "Twelve important words", 7, m_desk->store.clock.now(), 1};
        QVERIFY(m_desk->store.apply({test::entity("composition", words)}).hasValue());
        for (const char *other : {"From the phone", ""}) {
            words.text = other;
            ++words.version;
            QVERIFY(m_desk->store.apply({test::entity("composition", words)}).hasValue());
            open(test::conversationId(9));
            open(TestDesk::elena());
            QTRY_COMPARE(typed(), QStringLiteral("Twelve important words"));
            QTRY_COMPARE(says(QStringLiteral("On another device you wrote: From the phone")), *other != '\0');
        }
    }

    void theFirstHandOverComesToWhoHasDoneNothingYet()
    {
        m_window.reset();
        const auto set = [this](int n, int client, bool waits, int version) {
            Conversation c = test::conversation(n);
            c.client = test::clientId(client);
            c.version = version;
            c.lastAt = m_desk->store.clock.now();
            c.lastPosition = c.lastPublicPosition = 1;
            c.owner.kind = waits ? OwnerKind::Nobody : OwnerKind::Assistant;
            c.status = waits ? ConversationStatus::WaitingHuman : ConversationStatus::Active;
            if (waits)
                c.escalation = EscalationMark {EscalationId {test::idText(12, n)}, EscalationReason::Emergency, EscalationStatus::Pending, 1, c.lastAt + std::chrono::minutes(5)};
            QVERIFY(m_desk->store.apply({test::entity("conversation", c)}).hasValue());
            m_desk->settle();
        };
        set(1, 2, false, 20);
        set(9, 3, false, 20);
        show();
        QCOMPARE(m_window->inbox()->conversation(), test::conversationId(9));
        set(4, 3, true, 20);
        QTRY_COMPARE(m_window->inbox()->conversation(), test::conversationId(4));
        // Whoever has chosen something keeps it.
        open(TestDesk::elena());
        set(3, 4, true, 20);
        QCOMPARE(m_window->inbox()->conversation(), TestDesk::elena());
        // And whoever has begun to do something, of whatever kind: nothing changes under the hands.
        set(4, 3, false, 21);
        set(3, 4, false, 21);
        m_window.reset();
        show();
        const ConversationId shown = m_window->inbox()->conversation();
        QVERIFY(shown != test::conversationId(4));
        QTest::keyClick(m_window.get(), Qt::Key_N);
        QTRY_VERIFY(composer()->isFocused());
        set(4, 3, true, 22);
        QTest::keyClicks(composer()->edit(), QStringLiteral("eh"));
        QCOMPARE(m_window->inbox()->conversation(), shown);
        QCOMPARE(composer()->text(CompositionKind::Note), QStringLiteral("eh"));
    }

    void theNextConversationIsNotWrittenInByTheWay()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("We"));
        QTest::keyClick(composer()->edit(), Qt::Key_PageDown, Qt::ControlModifier);
        QTRY_VERIFY(m_window->inbox()->conversation() != TestDesk::elena());
        QTRY_VERIFY(!composer()->edit()->isEnabled());
        m_window->inbox()->open(TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("We"));
    }

    void whatIsWrittenInIsNotTakenFromUnderTheHands()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("W"));
        Conversation taken = test::conversation(2);
        taken.client = test::clientId(1);
        taken.version = 30;
        taken.lastPosition = taken.lastPublicPosition = 7;
        taken.owner = {OwnerKind::User, test::userId(2), "Tomás Ibarra"};
        QVERIFY(m_desk->store.apply({test::entity("conversation", taken)}).hasValue());
        m_desk->settle();
        QTRY_VERIFY(!m_window->commands().action(QStringLiteral("conversation.hand_back"))->isEnabled());
        QTest::keyClicks(composer()->edit(), QStringLiteral("e rest"));
        QCOMPARE(typed(), QStringLiteral("We rest"));
        // Another window in front for a moment, and back.
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(composer()->edit()->hasFocus());
        QTest::keyClicks(composer()->edit(), QStringLiteral(" here"));
        QCOMPARE(typed(), QStringLiteral("We rest here"));
        // Once it is left it is closed like any other that is not one's own.
        m_window->inbox()->list()->view()->setFocus();
        QVERIFY(!composer()->edit()->isEnabled());
    }

    void keysThatTheServerRefusesStayInTheForm()
    {
        m_window->showPlace(QStringLiteral("settings"));
        m_window->settings()->showSection(QStringLiteral("channels"));
        m_desk->settle();
        QTRY_VERIFY(m_window->findChild<ChannelCard *>());
        auto *card = m_window->findChild<ChannelCard *>();
        LineEdit *secret = nullptr;
        for (LineEdit *edit : card->findChildren<LineEdit *>())
            secret = edit->echoMode() == QLineEdit::Password && !secret ? edit : secret;
        Button *save = nullptr;
        for (Button *button : card->findChildren<Button *>())
            save = button->text() == QStringLiteral("Save keys") ? button : save;
        QVERIFY(secret && save);
        secret->setText(QStringLiteral("typed-secret"));
        save->click();
        m_desk->settle();
        const auto plan = m_desk->store.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QVERIFY(m_desk->store.answer(plan.ops.front().id, 422, {}, R"({"detail":"number: must be in E.164 form"})").hasValue());
        const auto said = [card](const QString &words) {
            const auto labels = card->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return label->text().contains(words); });
        };
        QTRY_VERIFY(said(QStringLiteral("Not saved: Number: must be in E.164 form.")));
        QCOMPARE(secret->text(), QStringLiteral("typed-secret"));
    }
};

FOREDECK_QT_TEST(KeepTest)
#include "keeptest.moc"
