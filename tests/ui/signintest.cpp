#include "models/cache/cachereader.h"
#include "models/cache/outboxrules.h"
#include "models/items/outboxmodel.h"
#include "tests/qt/testclasses.h"
#include "tests/ui/windowfixture.h"
#include "ui/pages/start/startcard.h"
#include "ui/shell/frame.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/question.h"
#include "ui/words/problemwords.h"

#include <QTest>
#include <QTranslator>

using namespace foredeck;
using namespace foredeck::ui;

/// What the sign-in page and the line below it say while nobody is signed in, and what they must not lose.
class SignInTest : public QObject, protected WindowFixture {
    Q_OBJECT

private:
    void signOut()
    {
        m_desk->host.embedded = false;
        m_desk->ephemera.setSession(SessionPhase::SignedOut, {});
    }
    LineEdit *field(const QString &name) const
    {
        for (LineEdit *edit : m_window->findChildren<LineEdit *>()) {
            if (edit->accessibleName() == name && edit->window() == m_window.get() && edit->isVisible())
                return edit;
        }
        return nullptr;
    }
    bool statusSays(const QString &words) const
    {
        const auto items = m_window->frame()->status()->findChildren<StatusItem *>();
        return std::any_of(items.begin(), items.end(), [&](const StatusItem *item) { return item->isVisible() && item->text().contains(words); });
    }
    void type()
    {
        field(QStringLiteral("Server address"))->setText(QStringLiteral("a.example"));
        field(QStringLiteral("E-mail"))->setText(QStringLiteral("nadia@example.com"));
        field(QStringLiteral("Password"))->setText(QStringLiteral("a password"));
    }
    /// The one in the question.
    Button *clearButton() const
    {
        for (Button *one : m_window->findChild<Question *>()->findChildren<Button *>()) {
            if (one->text() == QStringLiteral("Clear the sample"))
                return one;
        }
        return nullptr;
    }
    Button *signIn() const { return button(QStringLiteral("Sign in")); }

private Q_SLOTS:
    void init()
    {
        makeDesk();
        m_desk->fill();
    }
    void cleanup() { end(); }

    void whoIsSignedOutIsNotConnecting()
    {
        show();
        signOut();
        SyncStatus sync = m_desk->ephemera.sync();
        sync.phase = SyncPhase::Connecting;
        m_desk->ephemera.setSync(sync);
        QVERIFY(statusSays(QStringLiteral("Signed out")));
        QVERIFY(!statusSays(QStringLiteral("Connecting")));
        QVERIFY(!statusSays(QStringLiteral("Assistant")));
        QVERIFY(!statusSays(QStringLiteral("Safe mode")));
    }

    void aRefusalIsToldInWordsAndOfOneAccountOnly()
    {
        show();
        signOut();
        type();
        Q_EMIT m_desk->requests.signInFailed(QStringLiteral("e-mail or password is wrong"), 0, 2);
        QVERIFY(says(QStringLiteral("E-mail or password is wrong. After 2 more wrong")));
        Q_EMIT m_desk->requests.signInFailed(QStringLiteral("too many wrong tries; try again later"), 1740);
        QVERIFY(says(QStringLiteral("Too many wrong tries; try again later. Next try in 29")));
        QVERIFY(!signIn()->isEnabled());
        QTest::keyClicks(field(QStringLiteral("Server address")), QStringLiteral("b"));
        QVERIFY(!says(QStringLiteral("Too many wrong tries")));
        QVERIFY(signIn()->isEnabled());
    }

    void whereNoKeyringIsNothingIsSaidToBeKeptInOne()
    {
        show();
        signOut();
        QVERIFY(says(QStringLiteral("in your keyring if there is one, never in a file")));
        m_desk->ephemera.setKeyring(KeyringState::SessionOnly);
        QVERIFY(says(QStringLiteral("no keyring here: for this session only")));
    }

    void serversOnOneComputerDifferByTheirPort()
    {
        m_desk->host.places = {{QStringLiteral("http://127.0.0.1:8080"), QStringLiteral("127.0.0.1"), {}}};
        show();
        signOut();
        QVERIFY(says(QStringLiteral("127.0.0.1:8080")));
    }

    void whatIsTypedWhileTheServerIsAskedGoesAlong()
    {
        show();
        signOut();
        type();
        Probe answer;
        answer.answered = true;
        Q_EMIT m_desk->host.probed(QStringLiteral("https://a.example"), answer);
        QCOMPARE(m_desk->host.opened, QStringList(QStringLiteral("https://a.example")));
        field(QStringLiteral("Password"))->setText(QStringLiteral("a password to the end"));
        m_window.reset();
        show();
        m_window->setServerAddress(QStringLiteral("https://a.example"));
        QCOMPARE(field(QStringLiteral("E-mail"))->text(), QStringLiteral("nadia@example.com"));
        QCOMPARE(field(QStringLiteral("Password"))->text(), QStringLiteral("a password to the end"));
        QVERIFY(field(QStringLiteral("Password"))->hasFocus());
        QVERIFY(m_desk->host.takeSignIn(QStringLiteral("https://a.example")).password.isEmpty());
    }

    /// Else the rest of it stands in the password, and the password nowhere.
    void whoIsTypingTheirEmailMeanwhileGoesOnThere()
    {
        show();
        signOut();
        field(QStringLiteral("Server address"))->setText(QStringLiteral("a.example"));
        field(QStringLiteral("E-mail"))->setFocus();
        QTRY_VERIFY(field(QStringLiteral("E-mail"))->hasFocus());
        QTest::keyClicks(field(QStringLiteral("E-mail")), QStringLiteral("nadia@ex"));
        Probe answer;
        answer.answered = true;
        Q_EMIT m_desk->host.probed(QStringLiteral("https://a.example"), answer);
        m_window.reset();
        show();
        m_window->setServerAddress(QStringLiteral("https://a.example"));
        QVERIFY(field(QStringLiteral("E-mail"))->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ample.com"));
        QCOMPARE(field(QStringLiteral("E-mail"))->text(), QStringLiteral("nadia@example.com"));
        QVERIFY(field(QStringLiteral("Password"))->text().isEmpty());
    }

    void aPasswordTypedForOneServerIsNotFilledInForAnother()
    {
        show();
        signOut();
        type();
        Probe answer;
        answer.answered = true;
        Q_EMIT m_desk->host.probed(QStringLiteral("https://a.example"), answer);
        m_window.reset();
        show();
        m_window->setServerAddress(QStringLiteral("https://b.example"));
        QVERIFY(field(QStringLiteral("Password"))->text().isEmpty());
        QVERIFY(field(QStringLiteral("E-mail"))->text().isEmpty());
        QVERIFY(m_desk->host.takeSignIn(QStringLiteral("https://a.example")).password.isEmpty());
    }

    void aServerThatDidNotAnswerIsAskedAgain()
    {
        const QString address = QStringLiteral("https://a.example");
        show();
        signOut();
        m_window->setServerAddress(address);
        type();
        Probe down;
        down.problem = QStringLiteral("No answer: Connection refused");
        Q_EMIT m_desk->host.probed(address, down);
        QVERIFY(says(QStringLiteral("Connection refused")));
        m_desk->host.probes.clear();
        signIn()->click();
        QCOMPARE(m_desk->host.probes, QStringList(address));
        Probe up;
        up.answered = true;
        Q_EMIT m_desk->host.probed(address, up);
        QCOMPARE(m_desk->host.opened, QStringList(address));
    }

    /// Nobody presses twice because the server came up in between.
    void signingInGoesOnOnceTheServerHasAnswered()
    {
        const QString address = QStringLiteral("https://a.example");
        const auto answers = [&](bool answered) {
            Probe probe;
            probe.answered = answered;
            probe.problem = answered ? QString() : QStringLiteral("No answer: Connection refused");
            Q_EMIT m_desk->host.probed(address, probe);
        };
        const auto opens = [&] {
            m_window.reset();
            show();
            m_window->setServerAddress(address);
            m_window->goOnSigningIn();
        };
        show();
        signOut();
        m_window->setServerAddress(address);
        type();
        answers(false);
        // The field is asked by itself when the key comes; it says so, and nothing is asked twice.
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("Asking who it is")));
        answers(false);
        QVERIFY(says(QStringLiteral("Connection refused")));
        answers(true);
        opens();
        QVERIFY2(m_desk->requests.signIns.isEmpty(), "what was refused is not done later");
        answers(false);
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        answers(true);
        opens();
        QCOMPARE(m_desk->requests.signIns, QStringList(QStringLiteral("nadia@example.com")));
        // A window that stays goes on itself; who types on presses again.
        m_desk->requests.signIns.clear();
        m_desk->host.open = true;
        type();
        answers(false);
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        answers(true);
        QCOMPARE(m_desk->requests.signIns.size(), 1);
        answers(false);
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QTest::keyClicks(field(QStringLiteral("Password")), QStringLiteral("x"));
        answers(true);
        QCOMPARE(m_desk->requests.signIns.size(), 1);
    }

    void aWayThatIsNotEncryptedIsToldBeforeAPasswordIsTyped()
    {
        show();
        signOut();
        m_window->setServerAddress(QStringLiteral("http://192.0.2.2:8080"));
        QVERIFY(says(QStringLiteral("The way there is not encrypted")));
        m_window->setServerAddress(QStringLiteral("http://127.0.0.1:8080"));
        QVERIFY(!says(QStringLiteral("The way there is not encrypted")));
        m_window->setServerAddress(QStringLiteral("https://a.example"));
        QVERIFY(!says(QStringLiteral("The way there is not encrypted")));
    }

    void aPasswordGoesToTheServerItWasTypedFor()
    {
        show();
        m_window->setServerAddress(QStringLiteral("https://a.example"));
        signOut();
        type();
        field(QStringLiteral("Server address"))->setText(QStringLiteral("b.example"));
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QVERIFY(m_desk->requests.signIns.isEmpty());
        QCOMPARE(m_desk->host.probes, QStringList(QStringLiteral("https://b.example")));
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QCOMPARE(m_desk->host.probes.size(), 1);
        Probe silent;
        silent.problem = QStringLiteral("No answer");
        Q_EMIT m_desk->host.probed(QStringLiteral("https://b.example"), silent);
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QVERIFY(m_desk->requests.signIns.isEmpty());
        QCOMPARE(m_desk->host.probes.size(), 2);
        field(QStringLiteral("Server address"))->setText(QStringLiteral("a.example"));
        // Another language is another window of the same server.
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QTest::keyClick(field(QStringLiteral("Password")), Qt::Key_Return);
        QCOMPARE(m_desk->requests.signIns, QStringList(QStringLiteral("nadia@example.com")));
    }

    void anotherLanguageKeepsWhatIsTyped()
    {
        m_desk->host.sample = true;
        show();
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights ");
        plan.hours.week[6] = {{10 * 60, 12 * 60}};
        plan.faqs[1].answer = QStringLiteral("From 20");
        card->setTyped(plan);
        signOut();
        type();
        auto next = std::make_unique<MainWindow>(m_desk->desk());
        next->resume(m_window->standing());
        next->show();
        m_window = std::move(next);
        m_desk->settle();
        QCOMPARE(field(QStringLiteral("E-mail"))->text(), QStringLiteral("nadia@example.com"));
        const BusinessPlan after = m_window->findChild<StartCard *>()->typed();
        QCOMPARE(after.name, plan.name);
        QCOMPARE(after.hours, plan.hours);
        QVERIFY(after.faqs[0].answer.isEmpty());
        QCOMPARE(after.faqs[1].answer, QStringLiteral("From 20"));
    }

    void theCardOutlivesTheSample()
    {
        m_desk->host.sample = true;
        show();
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        plan.name = QStringLiteral("Harbour Lights");
        card->setTyped(plan);
        m_window->commands().action(QStringLiteral("sample.clear"))->trigger();
        clearButton()->click();
        QCOMPARE(m_desk->host.cleared, 1);
        m_window.reset();
        show();
        QCOMPARE(m_window->findChild<StartCard *>()->typed().name, plan.name);
    }

    /// As a program that is killed leaves it: nothing but the journal tells the next one.
    void whatIsTypedOnTheCardIsJournaled()
    {
        m_desk->host.sample = true;
        show();
        auto *card = m_window->findChild<StartCard *>();
        BusinessPlan plan = card->typed();
        QTest::keyClicks(field(QStringLiteral("Name of your business")), QStringLiteral("Hotel Spreebogen"));
        m_desk->settle();
        const auto journal = [this] { return m_desk->store.read([](CacheReader &reader) { return reader.draft(businessJournalId()); }).value().business; };
        QTRY_VERIFY2(journal().find("Hotel Spreebogen") != std::string::npos, "within the pause, nobody closes anything");
        plan.name = QStringLiteral("Hotel Spreebogen");
        plan.hours.zone = "Europe/Berlin";
        plan.hours.week[6] = {{10 * 60, 12 * 60}, {18 * 60, 2 * 60}};
        plan.faqs[0] = {QStringLiteral("Wo parke ich?"), QStringLiteral("„Hinten“ im Hof")};
        card->setTyped(plan);
        m_window->quit();
        QCOMPARE(m_desk->host.quits, 1); // nothing is lost, so nothing is asked
        m_window.reset();
        show();
        m_desk->settle();
        card = m_window->findChild<StartCard *>();
        QTRY_COMPARE(card->typed().name, plan.name);
        QCOMPARE(card->typed().hours, plan.hours);
        QCOMPARE(card->typed().faqs[0].question, plan.faqs[0].question);
        QCOMPARE(card->typed().faqs[0].answer, plan.faqs[0].answer);
        // While it is being made it exists nowhere else; nor when it could not be made.
        button(QStringLiteral("Start my business"))->click();
        m_desk->settle();
        QVERIFY(journal().find("Spreebogen") != std::string::npos);
        Q_EMIT m_desk->host.businessFailed(QStringLiteral("no space"));
        m_desk->settle();
        QVERIFY(journal().find("Spreebogen") != std::string::npos);
        // What was made of it does not stand there again.
        button(QStringLiteral("Start my business"))->click();
        Q_EMIT m_desk->host.businessMade();
        QTest::keyClicks(field(QStringLiteral("Name of your business")), QStringLiteral("!"));
        m_window.reset();
        QTRY_VERIFY(journal().empty());
    }

    void whatTheServerSaysIsPutIntoWords()
    {
        struct Marks final : QTranslator {
            QString translate(const char *where, const char *text, const char *, int) const override
            {
                return qstrcmp(where, "ProblemWords") == 0 ? QLatin1Char('*') + QLatin1StringView(text) : QString();
            }
            bool isEmpty() const override { return false; }
        } marks;
        QCoreApplication::installTranslator(&marks);
        QCOMPARE(problemWords(QStringLiteral("nothing was heard for 40 s")), QStringLiteral("*nothing was heard for 40 s."));
        QCOMPARE(problemWords(QStringLiteral("Running a statement: database or disk is full (13)")), QStringLiteral("*The disk is full; free some space on it."));
        QCOMPARE(problemWords(QStringLiteral("this e-mail is taken")), QStringLiteral("*this e-mail is taken."));
        QCOMPARE(problemWords(QStringLiteral("email: is missing")), QStringLiteral("*E-mail: *is missing."));
        QCOMPARE(problemWords(QStringLiteral("clients[0].locations[0].hours.zone: is no IANA time zone")), QStringLiteral("*Time zone: *is no IANA time zone."));
        QCOMPARE(problemWords(QStringLiteral("intake[2].choices: is odd")), QStringLiteral("Intake choices: is odd."));
        QCOMPARE(problemWords(QStringLiteral("closed_dates: is odd")), QStringLiteral("*Closed days: is odd."));
        QCOMPARE(problemWords(QStringLiteral("the vendor says: no!")), QStringLiteral("The vendor says: no!"));
        QVERIFY(problemWords({}).isEmpty());
        QVERIFY(problemWords(problemSentence(staleForReview({}).problem)).startsWith(QStringLiteral("*This reply waited")));
        QCoreApplication::removeTranslator(&marks);
    }
};

FOREDECK_QT_TEST(SignInTest)
#include "signintest.moc"
