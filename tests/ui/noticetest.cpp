#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/delegates/conversationlistview.h"
#include "ui/pages/inbox/viewnamedialog.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/desknotices.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticedialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/timefield.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>

#include <algorithm>

using namespace foredeck;
using namespace foredeck::ui;
using namespace foredeck::test;
using namespace std::chrono_literals;

/// What holds for now is said by one key, seen by everybody, and ends by itself.
class NoticeTest final : public QObject, private WindowFixture {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
        show({1440, 900});
        open(TestDesk::elena());
        list()->setFocus();
    }
    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        end();
    }

    void oneIsGivenByAKeyAndStandsInTheStrip()
    {
        QTest::keyClick(list(), Qt::Key_F9);
        QVERIFY(dialog() && dialog()->isOpen());
        QTRY_VERIFY(dialog()->text()->hasFocus());
        QTest::keyClicks(dialog()->text(), QStringLiteral("No rooms until Sunday"));
        keep(QStringLiteral("notice-light"));
        QTest::keyClick(dialog()->text(), Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().kind == OpKind::NoticeAdd);
        QVERIFY(ops().front().body.find("\"until\"") != std::string::npos);
        QTRY_VERIFY(button(QStringLiteral("End")));
        QVERIFY(dialog()->isOpen() && dialog()->text()->text().isEmpty());
        QTest::keyClick(dialog()->text(), Qt::Key_Escape);
        QTRY_VERIFY(says(QStringLiteral("No rooms until Sunday")));
        keep(QStringLiteral("notice-strip-light"));
        m_themes.setAppearance(Appearance::Dark);
        m_desk->settle();
        keep(QStringLiteral("notice-strip-dark"));
    }

    void itEndsByTheClock()
    {
        Client one = m_desk->store.read([](CacheReader &reader) { return reader.clients(); }).value().front();
        ++one.version;
        one.notices = {{NoticeId {"n1"}, "The pool is closed", m_desk->store.clock.now() - 1h, m_desk->store.clock.now() + 10min, "Tomás"},
            {NoticeId {"n2"}, "Over already", m_desk->store.clock.now() - 2h, m_desk->store.clock.now() - 1h, {}},
            {NoticeId {"n3"}, "Not yet", m_desk->store.clock.now() + 1h, {}, {}}};
        QVERIFY(m_desk->store.apply({entity("client", one)}).hasValue());
        QTRY_VERIFY(says(QStringLiteral("The pool is closed")));
        QVERIFY(says(QStringLiteral("from Tomás")));
        QVERIFY(!says(QStringLiteral("Over already")) && !says(QStringLiteral("Not yet")));
        m_desk->store.clock.advance(11min);
        m_window->notices()->refresh();
        m_desk->settle();
        QVERIFY(!says(QStringLiteral("The pool is closed")));
    }

    void whatCannotBeSaidStaysInItsBox()
    {
        trigger("desk.notice");
        QTest::keyClick(dialog()->text(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("Say what holds.")));
        dialog()->text()->setText(QString(501, QLatin1Char('x')));
        QTest::keyClick(dialog()->text(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("This is too long.")));
        dialog()->text()->setText(QStringLiteral("No rooms"));
        dialog()->hour()->setText(QStringLiteral("25:99"));
        QTest::keyClick(dialog()->hour(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("This is no time.")));
        dialog()->day()->setDate(dialog()->day()->minimumDate());
        dialog()->hour()->setText(QStringLiteral("0:01"));
        QTest::keyClick(dialog()->hour(), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("This is past already.")));
        QVERIFY(ops().empty());
        QCOMPARE(dialog()->text()->text(), QStringLiteral("No rooms"));
    }

    void whatTheDiskRefusesComesBackOnceNothingElseIsWritten()
    {
        trigger("desk.notice");
        QLineEdit *text = dialog()->text();
        QTest::keyClicks(text, QStringLiteral("The pool is closed"));
        refuse([&] {
            QTest::keyClick(text, Qt::Key_Return);
            QTest::keyClicks(text, QStringLiteral("No rooms"));
        });
        QCOMPARE(text->text(), QStringLiteral("No rooms"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QTRY_COMPARE(text->text(), QStringLiteral("The pool is closed"));
        QVERIFY(dialog()->isOpen());
    }

    void whatComesBackGoesToTheSameBusinessAndEndsAsItDid()
    {
        trigger("desk.notice");
        QLineEdit *text = dialog()->text();
        const QDate today = dialog()->day()->minimumDate();
        dialog()->client()->setCurrentIndex(2);
        dialog()->day()->setDate(today.addDays(3));
        dialog()->hour()->setText(QStringLiteral("17:30"));
        QTest::keyClicks(text, QStringLiteral("The pool is closed"));
        refuse([&] {
            QTest::keyClick(text, Qt::Key_Return);
            dialog()->client()->setCurrentIndex(0);
            dialog()->day()->setDate(today.addDays(1));
            dialog()->hour()->setText(QStringLiteral("09:00"));
        });
        QTRY_COMPARE(text->text(), QStringLiteral("The pool is closed"));
        QCOMPARE(dialog()->client()->currentIndex(), 2);
        QCOMPARE(dialog()->day()->date(), today.addDays(3));
        QCOMPARE(dialog()->hour()->text(), QStringLiteral("17:30"));
        // Nor does it become another one's when it is asked for again.
        dialog()->close();
        trigger("desk.notice");
        QCOMPARE(text->text(), QStringLiteral("The pool is closed"));
        QCOMPARE(dialog()->client()->currentIndex(), 2);
    }

    void nobodyIsAskedOverTheSignInPage()
    {
        const User nadia = m_desk->ephemera.me();
        trigger("desk.notice");
        QLineEdit *text = dialog()->text();
        QTest::keyClicks(text, QStringLiteral("The pool is closed"));
        m_desk->host.embedded = false;
        refuse([&] {
            QTest::keyClick(text, Qt::Key_Return);
            m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
        });
        m_desk->settle();
        QVERIFY(!dialog()->isOpen());
        m_desk->ephemera.setSession(SessionPhase::SignedIn, nadia);
        QTRY_VERIFY(dialog()->isOpen());
        QCOMPARE(text->text(), QStringLiteral("The pool is closed"));
    }

    void theAssistantIsPausedByAKeyAndToldOff()
    {
        QTest::keyClick(list(), Qt::Key_F8);
        QVERIFY(dialog() && dialog()->isOpen());
        QTRY_VERIFY(dialog()->pauseHour()->hasFocus());
        dialog()->pauseHour()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QVERIFY(ops().front().kind == OpKind::ClientAssistant);
        QVERIFY(ops().front().body.find("\"until\"") != std::string::npos);
        QTRY_VERIFY(dialog()->resume()->isVisible());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(says(QStringLiteral("The assistant is paused until")));
        keep(QStringLiteral("pause-strip-light"));
        trigger("desk.pause");
        dialog()->resume()->click();
        QTRY_COMPARE(ops().size(), std::size_t {2});
        QTRY_VERIFY(!dialog()->resume()->isVisible());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!says(QStringLiteral("The assistant is paused until")));
    }

    /// All clients are in view: the key means the one whose customer is open.
    void itBeginsWithTheBusinessInFront()
    {
        open(TestDesk::marcus());
        const ConversationRow marcus = m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::marcus()); }).value();
        trigger("desk.pause");
        QVERIFY(dialog()->client()->count() > 1);
        QCOMPARE(dialog()->client()->currentText(), QString::fromStdString(marcus.clientName));
        dialog()->pauseHour()->click();
        QTRY_COMPARE(ops().size(), std::size_t {1});
        QCOMPARE(ops().front().client, marcus.client);
    }

    void byTabOneComesPastTheDay()
    {
        trigger("desk.notice");
        QTRY_VERIFY(dialog()->text()->hasFocus());
        bool passesTheHour = false;
        for (int presses = 0; presses < 8 && !dialog()->add()->hasFocus(); ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            passesTheHour = passesTheHour || dialog()->hour()->hasFocus();
        }
        QVERIFY(passesTheHour && dialog()->add()->hasFocus());
    }

    /// Nothing in it is pressed together, by what comes into it or by a low window.
    void theBoxIsAsHighAsWhatIsInItAndScrollsInALowWindow()
    {
        trigger("desk.notice");
        giveThree();
        const auto isWhole = [](const QWidget *part) { return part->height() >= part->sizeHint().height(); };
        QTRY_VERIFY(isWhole(dialog()->text()) && isWhole(dialog()->add()) && isWhole(dialog()->day()));
        QVERIFY(dialog()->rect().contains(placeOf(dialog()->box())));
        keep(QStringLiteral("notice-three-light"));
        m_window->resize(640, 480);
        m_desk->settle();
        QTRY_VERIFY(dialog()->box()->height() > dialog()->height());
        QVERIFY(isWhole(dialog()->text()) && isWhole(dialog()->add()) && isWhole(dialog()->day()));
        keep(QStringLiteral("notice-three-640"));
        // What has the keyboard is in sight.
        const auto buttons = dialog()->findChildren<Button *>();
        Button *close = *std::find_if(buttons.begin(), buttons.end(), [](const Button *one) { return one->text() == QStringLiteral("Close"); });
        close->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(dialog()->rect().contains(placeOf(close)) && close->visibleRegion().boundingRect() == close->rect());
        dialog()->text()->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(dialog()->text()->visibleRegion().boundingRect() == dialog()->text()->rect());
    }

    /// No box but those with a draft keeps what is typed in it.
    void whatStandsInABoxIsAskedAboutOnEveryWayOut()
    {
        const auto isAsked = [this] {
            const bool asked = button(QStringLiteral("Keep editing")) && says(dialog()->box()->accessibleName());
            if (asked)
                button(QStringLiteral("Keep editing"))->click();
            return asked && m_desk->host.quits == 0 && dialog()->text()->text() == QStringLiteral("The pool is closed");
        };
        trigger("desk.notice");
        QVERIFY(!dialog()->holdsWords());
        QTest::keyClicks(dialog()->text(), QStringLiteral("The pool is closed"));
        QVERIFY(!m_window->close());
        QVERIFY(isAsked());
        dialog()->close(); // it stands there again the next time
        QVERIFY(!m_window->close());
        QVERIFY(isAsked());
        m_desk->host.embedded = false;
        trigger("app.sign_out");
        QVERIFY(isAsked());
        trigger("app.language_es");
        QVERIFY(isAsked());
        m_desk->host.answering = true;
        QVERIFY(!m_window->close());
        button(QStringLiteral("Stop and quit"))->click();
        QVERIFY(isAsked());
        dialog()->close();
        m_window->quit();
        button(QStringLiteral("Keep editing"))->click();
        QVERIFY(dialog()->isOpen());
        m_window->quit();
        button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->host.quits, 1);
        QVERIFY(!dialog()->holdsWords());
    }

    void eachBoxIsAskedAbout()
    {
        trigger("desk.notice");
        QTest::keyClicks(dialog()->text(), QStringLiteral("The pool is closed"));
        dialog()->close();
        ViewNameDialog naming(m_window.get());
        naming.ask(QStringLiteral("Name it"), {}, QStringLiteral("Hot"), [](const QString &) { return QString(); }, [](const QString &) { });
        QTest::keyClicks(naming.name(), QStringLiteral("Cold"));
        m_window->quit();
        QVERIFY(says(dialog()->box()->accessibleName()));
        button(QStringLiteral("Drop them"))->click();
        QVERIFY(says(QStringLiteral("“Name it”")));
        QCOMPARE(m_desk->host.quits, 0);
        button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->host.quits, 1);
        QVERIFY(!dialog()->holdsWords() && !naming.holdsWords());
    }

    /// Nor is the next one who sits there asked about it, or shown what a box is called.
    void whatIsDroppedAtTheSignOutIsGone()
    {
        m_desk->host.embedded = false;
        trigger("desk.notice");
        QTest::keyClicks(dialog()->text(), QStringLiteral("The pool is closed"));
        trigger("app.sign_out");
        button(QStringLiteral("Drop them"))->click();
        QCOMPARE(m_desk->requests.signOuts, 1);
        QVERIFY(!dialog()->holdsWords());
        QTest::keyClicks(dialog()->text(), QStringLiteral("The pool is open"));
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {}); // by the server
        m_desk->settle();
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("In a box stands something")) && !says(dialog()->box()->accessibleName()));
        button(QStringLiteral("Keep it open"))->click();
        QVERIFY(!dialog()->isOpen() && dialog()->holdsWords());
    }

    void aNameThatIsTypedIsAskedAbout()
    {
        ViewNameDialog naming(m_window.get());
        naming.ask(QStringLiteral("Name it"), {}, QStringLiteral("Hot"), [](const QString &) { return QString(); }, [](const QString &) { });
        QVERIFY(!naming.holdsWords());
        QTest::keyClicks(naming.name(), QStringLiteral("Cold"));
        QVERIFY(!m_window->close());
        QVERIFY(says(QStringLiteral("“Name it”")));
        naming.close();
        QVERIFY(!naming.holdsWords());
    }

    void theKeyboardStaysInTheBox()
    {
        trigger("desk.notice");
        giveThree();
        QTRY_VERIFY(button(QStringLiteral("End")));
        // A notice that is ended takes its button along, and no key goes to the conversation behind.
        button(QStringLiteral("End"))->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY(!says(QStringLiteral("The pool is closed")));
        QTRY_VERIFY(dialog()->text()->hasFocus());
        // What says the same stays as it is, and so does whoever is on it.
        Button *next = button(QStringLiteral("End"));
        next->setFocus(Qt::TabFocusReason);
        Client other = clients().front();
        ++other.version;
        other.notices.clear(); // they are on their way
        other.safeMode = !other.safeMode;
        QVERIFY(m_desk->store.apply({entity("client", other)}).hasValue());
        m_desk->settle();
        QVERIFY(next->hasFocus());
        dialog()->close();
        // Of a pause without an end an agent has no button here.
        std::vector<Entity> paused;
        for (Client one : clients()) {
            one.version += 10;
            one.notices.clear();
            one.assistantOn = false;
            one.assistantOffUntil.reset();
            paused.push_back(entity("client", one));
        }
        QVERIFY(m_desk->store.apply(paused).hasValue());
        User agent = user();
        agent.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, agent);
        m_desk->settle();
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_F8);
        QVERIFY(dialog()->isOpen() && !dialog()->resume()->isVisible() && !dialog()->pauseHour()->isVisible());
        QVERIFY(dialog()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog()->isOpen());
    }

    void twoThatSayTheSameAreToldApart()
    {
        Client one = inFront();
        ++one.version;
        const Timestamp now = m_desk->store.clock.now();
        one.notices = {{NoticeId {"n1"}, "The pool is closed", now - 1h, now + 10min, {}}, {NoticeId {"n2"}, "The pool is closed", now - 1h, now + 72h, {}},
            {NoticeId {"n3"}, "The pool is closed", now - 1h, now + 72h, {}}};
        QVERIFY(m_desk->store.apply({entity("client", one)}).hasValue());
        m_desk->settle();
        trigger("desk.notice");
        QStringList names;
        for (const Button *end : dialog()->findChildren<Button *>()) {
            if (end->isVisible() && end->text() == QStringLiteral("End"))
                names.append(end->accessibleName());
        }
        QCOMPARE(names.size(), 3);
        QCOMPARE(names.removeDuplicates(), 0);
        for (const QString &name : std::as_const(names))
            QVERIFY2(name.contains(QString::fromStdString(one.name)) && name.contains(QStringLiteral("The pool is closed")) && name.contains(QStringLiteral("until")), qPrintable(name));
    }

    void aLongOneIsReadWhole()
    {
        const QString words = QStringLiteral("The lift does not work until the mechanic has come; guests who cannot climb stairs are given rooms on the ground floor, and whoever is there already is asked first");
        m_window->resize(1024, 768);
        trigger("desk.notice");
        dialog()->text()->setText(words);
        QTest::keyClick(dialog()->text(), Qt::Key_Return);
        QTRY_VERIFY(button(QStringLiteral("End")));
        const auto isWhole = [&](const QWidget *in) {
            const auto labels = in->findChildren<TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const TextLabel *one) {
                return one->isVisible() && one->text().contains(words) && one->hasHeightForWidth() && one->height() >= one->heightForWidth(one->width());
            });
        };
        QTRY_VERIFY(isWhole(dialog()));
        dialog()->close();
        QTRY_VERIFY(isWhole(m_window->frame()->banner()));
        QVERIFY(says(words + QLatin1Char('.')));
        keep(QStringLiteral("notice-long-1024"));
    }

    void withoutAnEndItIsTheManagers()
    {
        User agent = user();
        agent.role = Role::Agent;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, agent);
        trigger("desk.pause");
        QVERIFY(dialog()->pauseHour()->isVisible() && !dialog()->pause()->isVisible());
        dialog()->close();
        agent.role = Role::Manager;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, agent);
        trigger("desk.pause");
        QVERIFY(dialog()->pause()->isVisible());
        dialog()->close();
        agent.role = Role::Viewer;
        m_desk->ephemera.setSession(SessionPhase::SignedIn, agent);
        m_window->commands().refresh();
        QCOMPARE(m_window->commands().reason(QStringLiteral("desk.pause")), QStringLiteral("your role may only read"));
        QCOMPARE(m_window->commands().reason(QStringLiteral("desk.notice")), QStringLiteral("your role may only read"));
    }

private:
    NoticeDialog *dialog() const { return m_window->notices()->dialog(); }
    QRect placeOf(const QWidget *part) const { return {part->mapTo(static_cast<const QWidget *>(dialog()), QPoint()), part->size()}; }
    /// Of what is open: the box begins with it.
    Client inFront() const
    {
        const auto open = m_desk->store.read([](CacheReader &reader) { return reader.conversation(TestDesk::elena()); }).value().client;
        for (const Client &one : clients()) {
            if (one.id == open)
                return one;
        }
        return {};
    }
    std::vector<Client> clients() const { return m_desk->store.read([](CacheReader &reader) { return reader.clients(); }).value(); }
    void giveThree()
    {
        for (const char *words : {"The pool is closed", "No rooms until Sunday", "Breakfast from eight"}) {
            const std::size_t before = ops().size();
            QTest::keyClicks(dialog()->text(), QLatin1StringView(words));
            QTest::keyClick(dialog()->text(), Qt::Key_Return);
            QTRY_COMPARE(ops().size(), before + 1);
        }
        QTRY_VERIFY(says(QStringLiteral("Breakfast from eight")));
        m_desk->settle();
    }
    std::vector<Op> ops() const
    {
        std::vector<Op> ops;
        for (const OutboxRow &one : m_desk->store.read([](CacheReader &reader) { return reader.outbox(); }).valueOr({})) {
            if (one.op.kind != OpKind::Read && one.op.kind != OpKind::Composition)
                ops.push_back(one.op);
        }
        return ops;
    }
};

FOREDECK_QT_TEST(NoticeTest)
#include "noticetest.moc"
