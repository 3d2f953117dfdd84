#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/pages/inbox/threadpane.h"
#include "ui/shell/bell.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/conversationwindow.h"
#include "ui/shell/conversationwindows.h"
#include "ui/shell/frame.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/unsentreplies.h"
#include "ui/transcript/transcriptview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// A conversation in a window of its own: the same words, acts and rules as in the inbox, in one place at a time.
class ApartTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    ConversationWindows *apart() const { return m_window->apart(); }
    ConversationWindow *windowOf(const ConversationId &id) const { return apart()->window(id); }
    ConversationWindow *detached(const ConversationId &id)
    {
        open(id);
        trigger("conversation.detach");
        if (!QTest::qWaitFor([&] { return windowOf(id) != nullptr; }))
            return nullptr;
        m_desk->settle();
        return QTest::qWaitForWindowActive(windowOf(id)) ? windowOf(id) : nullptr;
    }
    static ComposerEdit *editOf(const ConversationWindow *window) { return window->page()->thread()->composer()->edit(); }
    static void press(ConversationWindow *window, const char *id)
    {
        window->commands().refresh();
        window->commands().action(QLatin1StringView(id))->trigger();
    }
    std::string journaledReply(const ConversationId &id) { return m_desk->store.read([id](CacheReader &r) { return r.draft(id); }).value().reply; }
    int unread(const ConversationId &id)
    {
        return m_desk->store.read([id](CacheReader &r) { return r.conversation(id); }).value().unread;
    }
    void marcusWrites(const std::string &text, std::int64_t position)
    {
        Message m = test::message(300 + int(position), 1, position, MessageRole::Lead, text);
        m.client = test::clientId(2);
        m.at = m_desk->store.clock.now();
        m.author.kind = ActorKind::Lead;
        Conversation c = test::conversation(1);
        c.client = test::clientId(2);
        c.version = position + 20;
        c.lastAt = m.at;
        c.lastPosition = c.lastPublicPosition = position;
        c.lastMessage = {m.id, m.role, {}, m.text, position, DeliveryState::None, m.at};
        QVERIFY(m_desk->store.apply({test::entity("message", m), test::entity("conversation", c)}).hasValue());
        m_desk->settle();
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void oneStandsInOnePlace()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        QTRY_VERIFY(window->page()->thread()->transcript()->rowCount() > 0);
        QVERIFY(window->windowTitle().startsWith(QStringLiteral("Elena")));
        QVERIFY(inbox()->conversation().empty());
        QCOMPARE(inbox()->apart(), TestDesk::elena());
        QVERIFY(says(QStringLiteral("What is written to this customer is written there.")));
        QVERIFY(button(QStringLiteral("Show its window")) && button(QStringLiteral("Bring it back here")));
        keep(QStringLiteral("apart-place"));
        // What acts on a conversation means none here, and that one there.
        QVERIFY(!m_window->commands().reason(QStringLiteral("conversation.resolve")).isEmpty());
        QVERIFY(window->commands().reason(QStringLiteral("conversation.resolve")).isEmpty());
    }

    void rowsGoOnAroundIt()
    {
        QVERIFY(detached(TestDesk::elena()));
        const int at = list()->currentIndex().row();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->settle();
        QCOMPARE(list()->currentIndex().row(), at); // and no list jumps to its first row
        trigger("list.next");
        QVERIFY(!inbox()->conversation().empty());
        trigger("list.previous");
        QCOMPARE(inbox()->apart(), TestDesk::elena());
    }

    void whatIsTypedGoesThereAndBack()
    {
        open(TestDesk::elena());
        composer()->begin(CompositionKind::Reply);
        QTest::keyClicks(composer()->edit(), QStringLiteral("The room is"));
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        QTRY_COMPARE(window->page()->written(CompositionKind::Reply), QStringLiteral("The room is"));
        QVERIFY(typed().isEmpty());
        window->page()->writeNext(CompositionKind::Reply);
        editOf(window)->moveCursor(QTextCursor::End);
        QTest::keyClicks(editOf(window), QStringLiteral(" ready"));
        press(window, "conversation.bring_back");
        QTRY_VERIFY(!apart()->holds(TestDesk::elena()));
        QTRY_COMPARE(inbox()->conversation(), TestDesk::elena());
        QTRY_COMPARE(typed(), QStringLiteral("The room is ready"));
        QCOMPARE(journaledReply(TestDesk::elena()), std::string("The room is ready"));
        QCOMPARE(m_desk->host.forward, 1);
    }

    void aWindowThatIsClosedKeepsItsWords()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        window->page()->writeNext(CompositionKind::Note);
        QTest::keyClicks(editOf(window), QStringLiteral("asks for a cot"));
        const QPointer<ConversationWindow> gone = window;
        QVERIFY(window->close());
        QTRY_VERIFY(!apart()->holds(TestDesk::elena()));
        QTRY_VERIFY(!gone);
        QCOMPARE(inbox()->conversation(), TestDesk::elena()); // its place in the inbox
        QTRY_COMPARE(composer()->text(CompositionKind::Note), QStringLiteral("asks for a cot"));
        QVERIFY(!m_desk->preferences->conversationGeometry().isEmpty());
    }

    void whatTheDiskRefusesStaysWhereItIs()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        expectedWarning = QStringLiteral("not saved");
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        window->page()->writeNext(CompositionKind::Note);
        QTest::keyClicks(editOf(window), QStringLiteral("asks for a cot"));
        QTRY_VERIFY_WITH_TIMEOUT(apart()->isRefused(), 20'000);
        QVERIFY(!window->close());
        QVERIFY(window->isVisible());
        // It is a part of what the main window asks about.
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("The disk refuses what you typed")));
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QTRY_VERIFY_WITH_TIMEOUT(!apart()->isRefused(), 20'000);
        QVERIFY(window->close());
        QTRY_COMPARE(composer()->text(CompositionKind::Note), QStringLiteral("asks for a cot"));
    }

    void whatTheDiskRefusesInTheInboxStaysThere()
    {
        open(TestDesk::elena());
        expectedWarning = QStringLiteral("not saved");
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        composer()->begin(CompositionKind::Note);
        QTest::keyClicks(composer()->edit(), QStringLiteral("asks for a cot"));
        m_window->commands().refresh();
        m_window->commands().action(QStringLiteral("conversation.detach"))->trigger(); // the journal has not answered yet
        QVERIFY(!windowOf(TestDesk::elena()));
        QTRY_VERIFY_WITH_TIMEOUT(!apart()->holds(TestDesk::elena()), 20'000);
        QCOMPARE(inbox()->conversation(), TestDesk::elena());
        QTRY_COMPARE(composer()->text(CompositionKind::Note), QStringLiteral("asks for a cot"));
        QTRY_VERIFY(m_window->commands().reason(QStringLiteral("conversation.detach")).contains(QStringLiteral("could not be saved")));
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
    }

    void lettersMeanItsConversationAndNoOther()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        m_window->activateWindow();
        open(TestDesk::marcus());
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        window->page()->thread()->transcript()->setFocus();
        QTest::keyClick(window->page()->thread()->transcript(), Qt::Key_N);
        QVERIFY(editOf(window)->hasFocus());
        QCOMPARE(window->page()->thread()->composer()->kind(), CompositionKind::Note);
        QTest::keyClicks(editOf(window), QStringLiteral("ne"));
        QCOMPARE(window->page()->written(CompositionKind::Note), QStringLiteral("ne")); // in text they are letters
        QTest::keyClick(editOf(window), Qt::Key_Escape);
        QTest::keyClick(window->page()->thread()->transcript(), Qt::Key_E);
        m_desk->settle();
        QTRY_VERIFY(window->commands().reason(QStringLiteral("conversation.resolve")).contains(QStringLiteral("resolved already")));
        QVERIFY(m_window->commands().reason(QStringLiteral("conversation.resolve")).isEmpty()); // Marcus is not
        QCOMPARE(window->page()->conversation(), TestDesk::elena());
    }

    void paletteAndSheetTellOfItsCommands()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        press(window, "app.palette");
        QVERIFY(window->palette()->isOpen() && !m_window->palette()->isOpen());
        window->palette()->close();
        press(window, "app.shortcuts");
        QStringList keyed;
        QStringList owners;
        for (const CommandRegistry::Entry &entry : window->commands().entries()) {
            if (!entry.action->shortcut().isEmpty())
                keyed << entry.command.id;
            for (const QKeySequence &keys : entry.action->shortcuts())
                owners << keys.toString();
        }
        QStringList listed = window->sheet()->listed();
        listed.sort();
        keyed.sort();
        QCOMPARE(listed, keyed);
        QVERIFY(!keyed.contains(QStringLiteral("list.next")) && keyed.contains(QStringLiteral("conversation.reply")));
        QCOMPARE(owners.removeDuplicates(), 0); // no key is taken twice
    }

    void lookingAtItIsReadingIt()
    {
        ConversationWindow *window = detached(TestDesk::marcus());
        QVERIFY(window);
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
        QCOMPARE(m_desk->requests.presences.back(), std::pair(TestDesk::marcus(), PresenceKind::Viewing));
        marcusWrites("Are you there?", 2);
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        marcusWrites("Hello?", 3);
        QTRY_COMPARE(unread(TestDesk::marcus()), 1); // nobody looks at it
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTRY_COMPARE(unread(TestDesk::marcus()), 0);
    }

    void aNotificationLeadsToItsWindow()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        Q_EMIT m_window->bell()->conversationWanted(TestDesk::elena());
        QVERIFY(QTest::qWaitForWindowActive(window));
        QCOMPARE(m_desk->host.forward, 0); // the other one stays where it is
        Q_EMIT m_window->bell()->wordsKept({test::clientId(1), TestDesk::elena(), 7}, QStringLiteral("On our way"));
        QTRY_COMPARE(window->page()->written(CompositionKind::Reply), QStringLiteral("On our way"));
    }

    void eightAreEnough()
    {
        for (int n = 1; n <= ConversationWindows::most; ++n)
            apart()->detach(test::conversationId(n));
        m_desk->settle();
        QTRY_COMPARE(int(apart()->all().size()), ConversationWindows::most);
        inbox()->open(test::conversationId(9));
        m_desk->settle();
        m_window->commands().refresh();
        QVERIFY(m_window->commands().reason(QStringLiteral("conversation.detach")).contains(QStringLiteral("close one first")));
        apart()->detach(test::conversationId(9));
        QCOMPARE(inbox()->conversation(), test::conversationId(9));
    }

    void anotherLanguageFindsItThere()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        window->page()->writeNext(CompositionKind::Note);
        QTest::keyClicks(editOf(window), QStringLiteral("asks for a cot"));
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QVERIFY(windowOf(TestDesk::elena()) && windowOf(TestDesk::elena())->isVisible());
        QTRY_COMPARE(windowOf(TestDesk::elena())->page()->written(CompositionKind::Note), QStringLiteral("asks for a cot"));
        QVERIFY(inbox()->conversation() != TestDesk::elena());
    }

    void nothingOfItIsSeenOnceSomebodySignsOut()
    {
        m_desk->host.embedded = false;
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        window->page()->writeNext(CompositionKind::Note);
        QTest::keyClicks(editOf(window), QStringLiteral("asks for a cot"));
        const User me = m_desk->ephemera.me();
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        QVERIFY(!window->isVisible());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, me);
        m_desk->settle();
        QVERIFY(window->isVisible());
        QCOMPARE(window->page()->written(CompositionKind::Note), QStringLiteral("asks for a cot"));
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->ephemera.setSession(SessionPhase::SignedIn, test::user(2));
        m_desk->settle();
        QVERIFY(apart()->all().empty());
    }

    void whatCanBeTakenBackThereIsAskedAboutToo()
    {
        ConversationWindow *window = detached(TestDesk::greta());
        QVERIFY(window);
        press(window, "conversation.take_over");
        m_desk->settle();
        editOf(window)->setFocus();
        QTest::keyClicks(editOf(window), QStringLiteral("On our way"));
        m_desk->settle();
        press(window, "conversation.send");
        QVERIFY(!window->page()->heldReply().empty());
        QVERIFY(!m_window->close());
        QVERIFY(m_window->unsentReplies()->isOpen());
        m_window->unsentReplies()->close();
        // Whoever closes the window takes it back in the inbox.
        QVERIFY(window->close());
        QVERIFY(!inbox()->heldReply().empty());
        QTRY_VERIFY(!apart()->holds(TestDesk::greta()));
        m_desk->settle();
        trigger("conversation.undo_send");
        QTRY_COMPARE(typed(), QStringLiteral("On our way"));
    }

    void whatFailsOnceItsWindowIsClosedIsToldInTheMainWindow()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        expectedWarning = QStringLiteral("not saved");
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        press(window, "conversation.resolve");
        const QPointer<ConversationWindow> gone = window;
        QVERIFY(window->close());
        QVERIFY(!apart()->holds(TestDesk::elena())); // nobody waits for it
        QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Nothing was done in the conversation with")), 20'000);
        QVERIFY(says(QStringLiteral("Elena")));
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QTRY_VERIFY_WITH_TIMEOUT(!gone, 20'000); // all has been heard of it
    }

    void whatWasAskedInAClosedWindowKeepsItsWordsWhereItFails()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        press(window, "task.new");
        auto *dialog = window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        m_desk->settle();
        QTest::keyClicks(dialog->textField(), QStringLiteral("Flowers by noon"));
        m_desk->settle();
        expectedWarning = QStringLiteral("not saved");
        auto lock = sqlite::Database::open(m_desk->store.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        QTest::keyClick(dialog->textField(), Qt::Key_Return);
        const QPointer<ConversationWindow> gone = window;
        QVERIFY(window->close());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->frame()->banner()->shows(QStringLiteral("trouble")), 20'000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QTRY_VERIFY_WITH_TIMEOUT(!gone, 20'000);
        const auto kept = m_desk->store.read([](CacheReader &r) { return r.draft(newTaskJournalId(TestDesk::elena())); });
        QVERIFY(kept.value().task.starts_with("Flowers by noon"));
    }

    void noButtonOfItsHeadIsCutInAnyWidth()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        QMenu *menu = window->page()->thread()->moreMenu();
        const auto buttons = menu->parentWidget()->parentWidget()->findChildren<Button *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(buttons.size() >= 4);
        for (int width = window->minimumWidth(); width < 900; width += 10) {
            window->resize(width, 700);
            QCoreApplication::processEvents();
            for (const Button *button : buttons)
                QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(QStringLiteral("%1: %2").arg(width).arg(button->accessibleName())));
        }
        // What is folded does not wait for another width when the words grow.
        QAction *resolve = window->commands().action(QStringLiteral("conversation.resolve"));
        const auto isFolded = [&] {
            Q_EMIT menu->aboutToShow();
            return menu->actions().contains(resolve);
        };
        for (int width = 500; width < 900; width += 80) {
            window->resize(width, 700);
            m_themes.setTextPercent(200);
            m_desk->settle();
            const bool atOnce = isFolded();
            window->resize(width + 1, 700);
            window->resize(width, 700);
            m_desk->settle();
            const bool later = isFolded();
            m_themes.setTextPercent(100);
            QCOMPARE(atOnce, later);
        }
    }

    void itStandsInOtherLooks()
    {
        ConversationWindow *window = detached(TestDesk::elena());
        QVERIFY(window);
        const QString folder = qEnvironmentVariable("FOREDECK_PICTURES");
        const auto look = [&](const char *name) {
            m_desk->settle();
            if (!folder.isEmpty())
                QVERIFY(window->grab().save(folder + QLatin1Char('/') + QLatin1StringView(name) + QStringLiteral(".png")));
        };
        look("apart-light");
        m_themes.setAppearance(Appearance::Dark);
        look("apart-dark");
        m_themes.setAppearance(Appearance::Light);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        look("apart-rtl");
        QCOMPARE(window->layoutDirection(), Qt::RightToLeft);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        m_themes.setTextPercent(200);
        window->resize(window->minimumSize());
        look("apart-200");
        QVERIFY(window->page()->thread()->isVisible() && !window->page()->isPanelShown());
        // Its acts make room for who it is.
        QAction *resolve = window->commands().action(QStringLiteral("conversation.resolve"));
        QMenu *menu = window->page()->thread()->moreMenu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().contains(resolve));
        const auto buttons = window->page()->thread()->findChildren<Button *>();
        const auto isCut = [](const Button *button) { return button->isVisible() && button->text() == QStringLiteral("Resolve"); };
        QVERIFY(std::none_of(buttons.begin(), buttons.end(), isCut));
        m_themes.setTextPercent(100);
        window->resize(1200, 800);
        m_desk->settle();
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().contains(resolve));
    }
};

FOREDECK_QT_TEST(ApartTest)
#include "aparttest.moc"
