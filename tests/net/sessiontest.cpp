#include "consolefixture.h"
#include "fakeserver.h"

#include "models/cache/storewriter.h"
#include "models/sqlite/database.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// Holds the store's writer where it is, as long as this lives.
class HeldWriter {
public:
    explicit HeldWriter(LocalStore &store)
    {
        store.writer().cursors([gate = m_gate](const auto &) {
            gate->reached.release();
            gate->open.acquire();
        });
        m_gate->reached.acquire();
    }
    ~HeldWriter() { m_gate->open.release(); }

private:
    struct Gate {
        QSemaphore reached;
        QSemaphore open;
    };
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
};

void signIn(Console &console) { console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), false); }

/// Signed in, and with the one conversation there.
void comeIn(Console &console)
{
    console.start();
    signIn(console);
    QTRY_VERIFY(console.live() && console.rows() == 1u);
}

void comeInAlone(Console &console)
{
    console.start();
    signIn(console);
    QTRY_VERIFY(console.live());
}

} // namespace

/// How sessions begin and end.
class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSignOutWhileTheSessionIsSetUpLeavesNothingRunning()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        console.start();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        {
            HeldWriter held {*console.store};
            signIn(console);
            QTRY_COMPARE(console.ephemera->keyring(), KeyringState::SessionOnly); // the server has answered
            console.network->signOut();
            QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
            QTRY_COMPARE(std::count(server.requests.begin(), server.requests.end(), "POST /api/v1/auth/logout"), 1);
        }
        // Twice through the writer and the wire: what was to begin would have begun.
        QSignalSpy failed {console.network.get(), &Requests::olderFailed};
        for (int i = 1; i <= 2; ++i) {
            QCOMPARE(console.rows(), 0u);
            console.network->fetchOlder(id, 50);
            QTRY_COMPARE(failed.size(), i);
        }
        QCOMPARE(console.ephemera->sync().phase, SyncPhase::SignedOut);
        QCOMPARE(server.hellos, 0);
        signIn(console);
        QTRY_VERIFY(console.live());
        QCOMPARE(server.hellos, 1);
    }

    /// The net thread has told of a token before it hears of the sign-out.
    void aTokenThatArrivesBehindTheSignOutIsNotKept()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        console.start();
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), true);
        QTRY_VERIFY(console.live() && console.drawer.secrets.size() == 1 && console.rows() == 1u);
        server.refuseTokens = true;
        const int before = server.refreshes;
        console.acts->note(console.ref(id), QStringLiteral("kept"));
        while (server.refreshes == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(server.hearOnly()); // the act comes with the new token: it has been told, and nothing of that was heard here
        console.network->signOut();
        QVERIFY(console.drawer.secrets.empty());
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        QVERIFY(console.drawer.secrets.empty());
        QVERIFY(!console.profile->keyringHolds(console.options.address));
    }

    void aTokenThatTheKeyringIsWritingAtTheSignOutIsTakenOutAgain()
    {
        FakeServer server;
        Console console {server.url(), false};
        console.drawer.slow = true;
        console.start();
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), true);
        QTRY_VERIFY(console.live() && console.drawer.waiting.size() == 1);
        console.network->signOut();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        console.drawer.waiting.front()();
        QTRY_VERIFY(console.drawer.secrets.empty());
        QVERIFY(!console.profile->keyringHolds(console.options.address));
        QVERIFY(console.ephemera->keyring() != KeyringState::Stored);
    }

    /// What stands in the cache until then is shown to nobody as theirs.
    void theNextOneIsHereOnceTheCacheIsTheirs()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        comeIn(console);
        console.network->signOut();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        server.me.id = UserId::make(console.clock.now());
        console.ephemera->setKeyring(KeyringState::Waiting);
        {
            HeldWriter held {*console.store};
            signIn(console);
            QTRY_COMPARE(console.ephemera->keyring(), KeyringState::SessionOnly); // the server has answered
            QSignalSpy answered {console.network.get(), &Requests::ruleTryFailed};
            console.network->tryRule(1, {}); // behind all that the answer brought
            QTRY_COMPARE(answered.size(), 1);
            QCOMPARE(console.ephemera->session(), SessionPhase::SigningIn);
            QVERIFY(console.ephemera->me().id.empty());
        }
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedIn);
        QCOMPARE(console.ephemera->me().id, server.me.id);
        QCOMPARE(console.read([](CacheReader &r) { return r.state({}); }).value().user, server.me.id);
    }

    void whoSignsInOverASessionIsSomebodyWhoHasCome()
    {
        FakeServer server;
        Console console {server.url(), false};
        console.start();
        signIn(console);
        QTRY_VERIFY(console.live());
        server.me.id = UserId::make(console.clock.now());
        signIn(console);
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedIn);
        QCOMPARE(console.ephemera->me().id, server.me.id);
    }

    /// The window is locked: whether it is their password is the server's to say, and the session goes on as it is.
    void aPasswordIsLookedAtBesideTheSession()
    {
        FakeServer server;
        Console console {server.url(), false};
        comeInAlone(console);
        QSignalSpy right {console.network.get(), &Requests::passwordRight};
        QSignalSpy wrong {console.network.get(), &Requests::passwordNotTaken};
        QSignalSpy session {console.ephemera.get(), &Ephemera::sessionChanged};
        console.network->checkPassword(server.me, QStringLiteral("guessed"));
        QTRY_COMPARE(wrong.size(), 1);
        QVERIFY(wrong[0][1].toBool());
        QCOMPARE(wrong[0][3].toInt(), 4);
        console.network->checkPassword(server.me, QStringLiteral("secret"));
        QTRY_COMPARE(right.size(), 1);
        User other = server.me;
        other.id = UserId::make(console.clock.now());
        console.network->checkPassword(other, QStringLiteral("secret")); // theirs is another account's
        QTRY_COMPARE(wrong.size(), 2);
        QVERIFY(wrong[1][1].toBool());
        QCOMPARE(session.size(), 0);
        QVERIFY(console.live());
    }

    void whoAnswersARefreshInTheServersPlaceEndsNoSession()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        comeIn(console);
        for (const int status : {200, 403}) {
            server.refreshes = 0;
            server.refreshPage = "<!doctype html><title>Guests sign in here</title>";
            server.refreshPageStatus = status;
            server.refuseTokens = true;
            const OpId note = console.acts->note(console.ref(id), QStringLiteral("kept"));
            QTRY_VERIFY(server.refreshes >= 2);
            QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
            server.refreshPage.clear();
            QTRY_COMPARE_WITH_TIMEOUT(server.effects[note.value], 1, 30000);
            QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
        }
    }

    void aRefreshWhoseAnswerIsLostEndsNoSession()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        comeIn(console);
        server.lostRefreshes = 1;
        server.refuseTokens = true;
        const OpId note = console.acts->note(console.ref(id), QStringLiteral("kept"));
        QTRY_COMPARE(server.effects[note.value], 1); // within five seconds: a server honours the old token for ten
        QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
    }

    /// Each answer is later than the first try waits for it: the second one waits.
    void aRefreshThatIsAnsweredSlowlyEndsNoSession()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        comeIn(console);
        server.slowRefreshMs = 2 * int(console.options.times.refreshLimitMs);
        server.refuseTokens = true;
        const OpId note = console.acts->note(console.ref(id), QStringLiteral("kept"));
        QTRY_COMPARE(server.effects[note.value], 1);
        QCOMPARE(server.refreshes, 2);
        QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
    }

    void whoWasHereLastIsKnownBeforeAnyServerAnswers()
    {
        FakeServer server;
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        console.stop();
        console.start();
        Ephemera early;
        showLastUser(*console.store, early, console.mailbox);
        QTRY_COMPARE(early.me().id, console.store->user());
        QVERIFY(!early.me().id.empty());
        QCOMPARE(early.session(), SessionPhase::SignedOut);
        // A session that begins meanwhile tells by itself who it is.
        Ephemera begun;
        showLastUser(*console.store, begun, console.mailbox);
        begun.setSession(SessionPhase::SigningIn, {});
        console.rows(); // the reader answers in turn
        QVERIFY(begun.me().id.empty());
    }

    void whatIsUnderWayEndsWithTheSession()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        console.options.times.requestLimitMs = 600'000;
        console.start();
        signIn(console);
        QTRY_VERIFY(console.live());
        server.silent = true;
        QSignalSpy failed {console.network.get(), &Requests::olderFailed};
        console.network->fetchOlder(id, 50);
        console.network->signOut();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        QCOMPARE(console.ephemera->sync().phase, SyncPhase::SignedOut);
    }

    void anUndoTimePassesThoughTheServerIsAwayFromTheStart()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.undoMs = 1;
        console.start();
        QTRY_VERIFY(console.live() && console.rows() == 1u);
        console.stop();
        console.options.server = QUrl(QStringLiteral("http://127.0.0.1:1"));
        console.start();
        console.acts->reply(console.ref(id), QStringLiteral("On my way"));
        QTRY_VERIFY(console.outbox().size() == 1 && console.outbox().front().op.state == OpState::Queued);
        console.stop();
        console.start();
        QCOMPARE(console.outbox().size(), 1u);
        QVERIFY(console.outbox().front().op.state == OpState::Queued);
    }

    void aClockThatIsSetBackHoldsUpNeitherAReplyNorTheConnection()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.undoMs = 1000;
        console.options.times.sleepCheckMs = 50;
        console.options.times.backoffFirstMs = console.options.times.backoffMostMs = 60'000;
        console.start();
        QTRY_VERIFY(console.live() && console.rows() == 1u);
        const OpId reply = console.acts->reply(console.ref(id), QStringLiteral("On my way"));
        QTRY_COMPARE(console.outbox().size(), 1u);
        console.clock.setBack(std::chrono::hours {2});
        QTRY_COMPARE(server.effects[reply.value], 1);
        QTRY_VERIFY(console.live());
        server.goAway();
        QTRY_VERIFY(!console.live());
        server.comeBack();
        console.clock.setBack(std::chrono::hours {2});
        QTRY_VERIFY(console.live());
    }

    void whatAProfileIsToldIsKnownAtOnceAndTheNextTime()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("profile"));
        const QString address = QStringLiteral("https://desk.example.com");
        QString device;
        {
            const auto profile = std::move(Profile::open(folder)).value();
            device = profile->deviceId();
            for (int i = 0; i < 20; ++i)
                profile->setServerIdOf(address, QStringLiteral("server-%1").arg(i));
            profile->setUserIdOf(QStringLiteral("server-19"), QStringLiteral("nora"));
            profile->setKeyringHolds(address, true);
            QCOMPARE(profile->serverIdOf(address), QStringLiteral("server-19"));
        }
        const auto again = std::move(Profile::open(folder)).value();
        QCOMPARE(again->deviceId(), device);
        QCOMPARE(again->serverIdOf(address), QStringLiteral("server-19"));
        QCOMPARE(again->userIdOf(QStringLiteral("server-19")), QStringLiteral("nora"));
        QVERIFY(again->keyringHolds(address));
    }

    void aDiskThatRefusesASessionIsTriedAgain()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        console.start();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        auto lock = sqlite::Database::open(console.store->folder().toStdString() + "/cache.db", {});
        QVERIFY(lock.hasValue());
        QVERIFY(lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        signIn(console);
        QTRY_COMPARE_WITH_TIMEOUT(console.ephemera->sync().phase, SyncPhase::CannotSave, 30000);
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        console.network->retryNow();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.rows(), 1u);
    }

    void howOldThePictureIsStaysKnownAsLongAsThePicture()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_VERIFY(console.ephemera->sync().completeUpTo.has_value());
        server.goAway();
        QTRY_COMPARE(console.ephemera->sync().phase, SyncPhase::Offline);
        QVERIFY(console.ephemera->sync().completeUpTo.has_value());
        Q_EMIT console.store->cacheRebuilt({});
        QTRY_VERIFY(!console.ephemera->sync().completeUpTo.has_value());
        server.comeBack();
        QTRY_VERIFY_WITH_TIMEOUT(console.ephemera->sync().completeUpTo.has_value(), 20000);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "sessiontest.moc"
