#include "tests/qt/testclasses.h"
#include "tests/ui/guard.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/composer.h"
#include "ui/pages/inbox/inboxpage.h"
#include "ui/pages/inbox/sidepanel.h"
#include "ui/pages/inbox/taskdialog.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/signin/signinpage.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;

/// What one person may see, chose and typed is theirs.
class PersonTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    void anotherPersonSignsIn()
    {
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        m_desk->store.signIn(2);
        User tomas = test::user(2);
        tomas.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, tomas);
        m_desk->settle();
    }
    void withdraw(int client)
    {
        Entity gone;
        gone.kind = "client";
        gone.id = test::clientId(client).value;
        gone.version = 90;
        gone.deleted = true;
        QVERIFY(m_desk->store.apply({gone}).hasValue());
        m_desk->settle();
    }
    bool panelSays(const QString &words) const
    {
        const auto labels = m_window->inbox()->panel()->findChildren<TextLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

private Q_SLOTS:
    void init() { makeAndShow(); }
    void cleanup() { end(); }

    void whoIsSignedOutSeesNothingOfWhatIsKept()
    {
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_window->commands().action(QStringLiteral("goto.inbox"))->trigger();
        QVERIFY(!m_window->inbox()->isVisible());
        m_window->commands().action(QStringLiteral("goto.all"))->trigger();
        QVERIFY(!m_window->inbox()->isVisible());
        m_window->commands().action(QStringLiteral("goto.clients"))->trigger();
        QVERIFY(!QApplication::activePopupWidget());
        m_window->palette()->toggle();
        m_window->palette()->field()->setText(QStringLiteral("@elena"));
        m_desk->settle();
        QCOMPARE(m_window->palette()->model()->rowCount(), 0);
        // Nor while somebody tries to sign in, in whatever language.
        const auto isHidden = [this] { return !m_window->inbox()->isVisible() && !m_window->frame()->navigation()->isVisible(); };
        m_desk->ephemera.setSession(SessionPhase::SigningIn, {});
        m_window->commands().action(QStringLiteral("goto.inbox"))->trigger();
        QVERIFY(isHidden());
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        QVERIFY(isHidden());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, test::user(1));
        QVERIFY(m_window->inbox()->isVisible());
        QVERIFY(m_window->frame()->navigation()->isVisible());
    }

    void noBoxOutlivesTheSession()
    {
        const User nadia = m_desk->ephemera.me();
        open(TestDesk::elena());
        list()->setFocus();
        m_window->commands().refresh();
        m_window->commands().action(QStringLiteral("task.new"))->trigger();
        auto *dialog = m_window->findChild<TaskDialog *>();
        QVERIFY(dialog && dialog->isOpen());
        QTest::keyClicks(dialog->textField(), QStringLiteral("Call her"));
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        m_desk->settle();
        QVERIFY2(!dialog->isOpen(), "nothing is done any more in the name of who has gone");
        const auto *signIn = m_window->findChild<SignInPage *>();
        QVERIFY(signIn->isVisible());
        QWidget *focus = QApplication::focusWidget();
        QVERIFY2(focus && signIn->isAncestorOf(focus), "the keyboard is where somebody signs in");
        QTest::keyClick(focus, Qt::Key_Return);
        m_desk->settle();
        const auto ops = m_desk->store.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::TaskCreate; }));
        // The same person comes again, and what was typed stands in its box.
        m_desk->ephemera.setSession(SessionPhase::SignedIn, nadia);
        m_desk->settle();
        open(TestDesk::elena());
        m_window->commands().refresh();
        m_window->commands().action(QStringLiteral("task.new"))->trigger();
        QTRY_COMPARE(dialog->textField()->text(), QStringLiteral("Call her"));
        dialog->close();
        // Nor does a menu, nor a question that was asked.
        auto *question = new Question(m_window.get());
        question->ask(QStringLiteral("Delete it?"), {}, QStringLiteral("Keep it"), QStringLiteral("Delete"), [] {});
        m_window->commands().action(QStringLiteral("goto.clients"))->trigger();
        QVERIFY(question->isOpen() && QApplication::activePopupWidget());
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        QVERIFY(!question->isOpen() && !QApplication::activePopupWidget());
    }

    void anotherPersonSeesNothingOfTheFirstOnes()
    {
        open(TestDesk::elena());
        composer()->edit()->setFocus();
        QTest::keyClicks(composer()->edit(), QStringLiteral("Nadia's own"));
        m_window->tellOnce(QStringLiteral("notified"), QStringLiteral("Your reply was not sent."), QStringLiteral("Elena does not wait any more; your words are kept as a draft."));
        Q_EMIT m_window->inbox()->trouble(QStringLiteral("Elena's reply."));
        QVERIFY(says(QStringLiteral("Elena's reply.")));
        anotherPersonSignsIn();
        QVERIFY(m_window->inbox()->conversation() != TestDesk::elena());
        QVERIFY(!says(QStringLiteral("Elena")));
        QCOMPARE(typed(), QString());
        m_desk->store.fill(3);
        open(TestDesk::elena());
        QCOMPARE(typed(), QString());
        // What was not saved when she went is hers.
        m_desk->store.signIn(1);
        const auto hers = m_desk->store.read([](CacheReader &reader) { return reader.draft(TestDesk::elena()); });
        QCOMPARE(hers.value().reply, std::string {"Nadia's own"});
    }

    void aClientThatIsNotOnesOwnIsNotAskedFor()
    {
        MainWindow::Standing standing = m_window->standing();
        standing.client = test::clientId(1);
        m_window->resume(standing);
        m_window->settings()->showClient(test::clientId(1));
        m_desk->settle();
        const auto head = [this] { return m_window->frame()->navigation()->head()->accessibleName(); };
        QVERIFY(head().contains(QStringLiteral("Casa Marisol")));
        // One's right to it is withdrawn.
        withdraw(1);
        QTRY_COMPARE(m_window->inbox()->view().client, ClientId());
        QTRY_VERIFY(list()->model()->rowCount() > 0);
        QVERIFY(head().contains(QStringLiteral("All clients")));
        m_window->showPlace(QStringLiteral("settings"));
        QTRY_VERIFY(button(QStringLiteral("Brightwater Dental")));
    }

    void theChosenClientGoesWithThePerson()
    {
        MainWindow::Standing standing = m_window->standing();
        standing.client = test::clientId(2);
        m_window->resume(standing);
        m_window->settings()->showClient(test::clientId(2));
        m_desk->settle();
        anotherPersonSignsIn();
        QCOMPARE(m_window->inbox()->view().client, ClientId());
        m_desk->fill();
        m_desk->settle();
        QTRY_COMPARE(list()->model()->rowCount(), 10);
        m_window->showPlace(QStringLiteral("settings"));
        QTRY_VERIFY(button(QStringLiteral("Brightwater Dental")));
    }

    void thePanelShowsNobodyElse()
    {
        open(TestDesk::elena());
        QTRY_VERIFY(panelSays(QStringLiteral("+1 305 555 1002")));
        m_window->inbox()->open(test::conversationId(77));
        m_desk->settle();
        QVERIFY(!panelSays(QStringLiteral("+1 305 555 1002")));
    }

    void theSampleNamesItsPersonInEveryLanguage()
    {
        struct Marks final : QTranslator {
            QString translate(const char *where, const char *text, const char *, int) const override
            {
                return qstrcmp(where, "foredeck::ui::MainWindow") == 0 && qstrcmp(text, "You") == 0 ? QStringLiteral("Tú") : QString();
            }
            bool isEmpty() const override { return false; }
        } marks;
        QCoreApplication::installTranslator(&marks);
        m_desk->host.sample = true;
        User you = test::user(1);
        you.name = "You";
        m_desk->ephemera.setSession(SessionPhase::SignedIn, you);
        const auto entries = m_window->frame()->navigation()->findChildren<QAbstractButton *>();
        const bool named = std::any_of(entries.begin(), entries.end(), [](const QAbstractButton *one) { return one->accessibleName().contains(QStringLiteral("Tú")); });
        QCoreApplication::removeTranslator(&marks);
        QVERIFY(named);
    }
};

FOREDECK_QT_TEST(PersonTest)
#include "persontest.moc"
