#include "consolefixture.h"
#include "fakeserver.h"

#include "models/cache/storewriter.h"
#include "net/api/serverprobe.h"

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace foredeck;
using namespace foredeck::test;

class NetworkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEmbeddedTokenSignsInAndWhatIsThereArrives()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Do you have a room?");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.texts(id), std::vector<std::string> {"Do you have a room?"});
        QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
        QCOMPARE(console.ephemera->me().name, std::string {"Nora"});
        QCOMPARE(console.ephemera->keyring(), KeyringState::NotNeeded);
        QVERIFY(console.ephemera->hasFeature(QStringLiteral("copilot")));
        QTRY_VERIFY(console.ephemera->sync().completeUpTo.has_value());
        server.customerWrites(id, "Hello?");
        QTRY_COMPARE(console.texts(id).size(), 2u);
    }

    void aBackendThatHasNoRoomForASessionIsAskedAgain()
    {
        FakeServer server;
        server.busyLogins = 1;
        Console console {server.url()};
        console.start();
        QTRY_VERIFY_WITH_TIMEOUT(console.live(), 20000);
        QCOMPARE(console.ephemera->session(), SessionPhase::SignedIn);
    }

    void aRestartGoesOnFromItsCursorWithoutASnapshot()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "one");
        server.lowest[server.streamName()] = 2;
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.texts(id).size(), 1u);
        QTRY_VERIFY(console.live());
        const int snapshots = server.snapshots;
        QVERIFY(snapshots >= 1);
        server.customerWrites(id, "two");
        QTRY_COMPARE(console.texts(id).size(), 2u);
        console.stop();
        server.customerWrites(id, "three");
        console.start();
        QTRY_COMPARE(console.texts(id).size(), 3u);
        QCOMPARE(server.snapshots, snapshots);
        QTRY_VERIFY(console.live());
    }

    void aReplyIsSentOnceThoughItsAnswerIsLost()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        server.loseAnswers = 3;
        const OpId op = console.acts->reply(console.ref(id), QStringLiteral("Yes"));
        QTRY_COMPARE(server.effects[op.value], 1);
        QTRY_COMPARE(console.outbox().size(), 0u);
        QCOMPARE(server.effects[op.value], 1);
        QCOMPARE(console.texts(id), (std::vector<std::string> {"Hi", "Yes"}));
    }

    void takingOverThenReplyingCarriesTheFence()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        const ConversationRef ref = console.ref(id);
        console.acts->takeOver(ref);
        const OpId reply = console.acts->reply(ref, QStringLiteral("Nora here"));
        QTRY_COMPARE(server.effects[reply.value], 1);
        QTRY_COMPARE(console.outbox().size(), 0u);
        QVERIFY(server.bodies[reply.value].find("\"fence\":1") != std::string::npos);
        QTRY_VERIFY(!server.leases.empty());
        QCOMPARE(server.leases.front().fence, 1);
        QTRY_VERIFY(console.ephemera->leaseOf(id).has_value());
    }

    void offlineActsWaitInOrderAndGoWhenTheServerIsBack()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.rows(), 1u);
        server.goAway();
        QTRY_VERIFY(console.ephemera->sync().phase == SyncPhase::Reconnecting || console.ephemera->sync().phase == SyncPhase::Offline);
        const ConversationRef ref = console.ref(id);
        for (int i = 1; i <= 5; ++i)
            console.acts->reply(ref, QStringLiteral("reply %1").arg(i));
        console.acts->end(ref);
        QTRY_COMPARE(console.ephemera->unsent(), 6);
        QTRY_COMPARE(console.ephemera->sync().phase, SyncPhase::Offline);
        QVERIFY(console.ephemera->sync().completeUpTo.has_value());
        server.comeBack();
        QTRY_COMPARE_WITH_TIMEOUT(console.outbox().size(), 0u, 20000);
        QCOMPARE(console.texts(id), (std::vector<std::string> {"Hi", "reply 1", "reply 2", "reply 3", "reply 4", "reply 5"}));
        QVERIFY(server.conversations[id.value].status == ConversationStatus::Ended);
        QTRY_VERIFY(console.live());
        for (const auto &[op, count] : server.effects)
            QCOMPARE(count, 1);
    }

    void aNewerMessageMeansALookAndSendAnywayGoes()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        const ConversationRef before = console.ref(id);
        server.customerWrites(id, "Wait, one more thing");
        const OpId op = console.acts->reply(before, QStringLiteral("Sure"));
        QTRY_COMPARE(console.ephemera->needingReview(), 1);
        QVERIFY(console.outbox().front().op.problem.find("newer") != std::string::npos);
        QTRY_COMPARE(console.texts(id).size(), 2u);
        console.acts->sendAnyway(op);
        QTRY_COMPARE(console.outbox().size(), 0u);
        QVERIFY(server.bodies[op.value].find("\"override\":true") != std::string::npos);
    }

    void busyServersAreTriedAgainAndRefusalsKept()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        server.failWith = 503;
        const OpId first = console.acts->note(console.ref(id), QStringLiteral("note"));
        QTRY_VERIFY(!console.outbox().empty() && console.outbox().front().op.attempts >= 2);
        server.failWith = 0;
        QTRY_COMPARE(console.outbox().size(), 0u);
        QCOMPARE(server.effects[first.value], 1);
        server.failWith = 422;
        console.acts->note(console.ref(id), QStringLiteral("never"));
        QTRY_VERIFY(!console.outbox().empty() && console.outbox().front().op.state == OpState::Refused);
    }

    /// The page on which a network wants one to sign in comes with a status that says all is well; a proxy that lets nobody
    /// through, or whose server is just being started again, says that there is no such thing.
    void whoAnswersInTheServersPlaceHasDoneNothing()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        server.failBody = "<!doctype html><title>Guests sign in here</title>";
        for (const int status : {200, 403, 404}) {
            server.failWith = status;
            const OpId reply = console.acts->reply(console.ref(id), QStringLiteral("On my way"));
            QTRY_VERIFY(!console.outbox().empty() && console.outbox().front().op.attempts >= 2);
            QCOMPARE(server.effects[reply.value], 0);
            server.failWith = 0;
            QTRY_COMPARE(server.effects[reply.value], 1);
            QTRY_COMPARE(console.outbox().size(), 0u);
        }
        // The server's own word is one.
        server.failWith = 404;
        server.failBody = R"({"title":"Not found"})";
        console.acts->note(console.ref(id), QStringLiteral("of whom?"));
        QTRY_VERIFY(!console.outbox().empty() && console.outbox().front().op.state == OpState::NeedsReview);
    }

    void anExpiredTokenIsRefreshedAndNothingIsLost()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.rows(), 1u);
        server.refuseTokens = true;
        const OpId op = console.acts->note(console.ref(id), QStringLiteral("after refresh"));
        QTRY_COMPARE(server.effects[op.value], 1);
        QTRY_COMPARE(console.outbox().size(), 0u);
        QCOMPARE(server.effects[op.value], 1);
        QVERIFY(server.refreshes >= 1);
        server.closeSockets(4401);
        QTRY_VERIFY(console.live());
        server.endSessions = true;
        server.closeSockets(4401);
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        QCOMPARE(console.rows(), 1u);
    }

    void droppedAndDoubledEventsAreRepairedAndLoggedOneByOne()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.rows(), 1u);
        std::set<std::int64_t> dropped;
        int sent = 0;
        server.dropEvent = [&](const Event &e) { return ++sent % 17 == 0 && dropped.insert(e.seq).second; };
        server.doubleEvent = [&](const Event &) { return sent % 11 == 0; };
        for (int i = 0; i < 200; ++i)
            server.customerWrites(id, "m" + std::to_string(i));
        QTRY_VERIFY(dropped.size() >= 10);
        server.dropEvent = nullptr;
        server.heartbeat();
        QTRY_COMPARE(console.texts(id).size(), 201u);
        const QStringList lines = console.repairs();
        for (const std::int64_t seq : dropped) {
            const bool logged = std::any_of(lines.begin(), lines.end(), [&](const QString &line) {
                const auto number = [&](const QString &name) { return line.section(name, 1).section(QLatin1Char {' '}, 0, 0).toLongLong(); };
                return line.contains(QString::fromStdString(server.streamName())) && number(QStringLiteral("from=")) < seq && seq <= number(QStringLiteral(" to="));
            });
            QVERIFY2(logged, qPrintable(QString::number(seq)));
        }
        QCOMPARE(server.hellos, 1);
    }

    void whatNobodyToldIsFoundByTheDigestAndMended()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.rows(), 1u);
        server.changeQuietly(id, "nobody told");
        server.cutSockets();
        QTRY_COMPARE_WITH_TIMEOUT(console.texts(id).size(), 2u, 20000);
        QTRY_VERIFY(console.repairs().join(QLatin1Char {'\n'}).contains(QLatin1String {" digest conversation:"}));
    }

    void aNewEpochFetchesASnapshotAndKeepsTheOutbox()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        const auto gone = server.addConversation("Bea", "Bye");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 2u);
        QTRY_VERIFY(console.live());
        server.failWith = 503;
        console.acts->note(console.ref(id), QStringLiteral("kept"));
        QTRY_COMPARE(console.outbox().size(), 1u);
        server.epoch = "epoch-2";
        server.conversations.erase(gone.value);
        server.cutSockets();
        QTRY_COMPARE(console.rows(), 1u);
        QCOMPARE(console.outbox().size(), 1u);
        QTRY_VERIFY(console.live());
    }

    void whatTheLostStoreMayHaveHadIsNotSentToItsCopyByItself()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        server.loseAnswers = 1000;
        server.dropEvent = [](const Event &) { return true; };
        const OpId op = console.acts->reply(console.ref(id), QStringLiteral("Yes"));
        QTRY_COMPARE(server.effects[op.value], 1);
        server.goAway();
        QTRY_VERIFY(console.ephemera->sync().phase == SyncPhase::Reconnecting || console.ephemera->sync().phase == SyncPhase::Offline);
        server.messages[id.value].pop_back();
        server.epoch = "epoch-2";
        server.requests.clear();
        server.comeBack();
        QTRY_COMPARE(console.ephemera->needingReview(), 1);
        QVERIFY(std::find(server.requests.begin(), server.requests.end(), "POST /api/v1/conversations/" + id.value + "/messages") == server.requests.end());
    }

    /// The right to see it is lost while a page of it is under way.
    void whatIsNotToBeSeenAnyMoreIsNotFetchedIntoTheCache()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        server.addConversation("Bea", "Bye");
        server.lowest[server.streamName()] = 2; // its beginning is gone: it comes as a snapshot
        server.beforeSnapshot = [&server](const std::string &stream) {
            if (stream == server.streamName())
                server.takeRight(stream);
        };
        server.dryRunStatus = 400;
        server.dryRun = R"({"title":"Bad Request"})";
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(server.snapshots > 0 && console.live());
        // Twice through the wire and once through the writer: the page has come, too.
        QSignalSpy answered {console.network.get(), &Requests::ruleTryFailed};
        ClientRule rule;
        rule.client = server.client.id;
        for (quint64 i = 1; i <= 2; ++i) {
            console.network->tryRule(i, rule);
            QTRY_COMPARE(answered.size(), static_cast<int>(i));
        }
        bool written = false;
        console.store->writer().cursors(console.mailbox.receive([&written](const auto &) { written = true; }));
        QTRY_VERIFY(written);
        QCOMPARE(console.rows(), 0u);
        QVERIFY(console.live());
    }

    void olderEntriesAreFetchedIntoTheCache()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "m0");
        for (int i = 1; i < 250; ++i)
            server.changeQuietly(id, "m" + std::to_string(i));
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        QSignalSpy fetched {console.network.get(), &Requests::olderFetched};
        console.network->fetchOlder(id, 201);
        QTRY_COMPARE(fetched.size(), 1);
        QCOMPARE(fetched[0].at(1).toInt(), 100);
        QCOMPARE(fetched[0].at(2).toBool(), false);
        console.network->fetchOlder(id, 101);
        QTRY_COMPARE(fetched.size(), 2);
        QCOMPARE(fetched[1].at(2).toBool(), true);
        QVERIFY(console.texts(id).size() >= 200);
        server.goAway();
        QSignalSpy failed {console.network.get(), &Requests::olderFailed};
        console.network->fetchOlder(id, 50);
        QTRY_COMPARE(failed.size(), 1);
    }

    /// The right to see it is lost while older entries of it are under way.
    void anAnswerToWhatIsNotToBeSeenAnyMoreIsNotTaken()
    {
        FakeServer server;
        const auto id = server.addConversation("Ana", "m0");
        for (int i = 1; i < 250; ++i)
            server.changeQuietly(id, "m" + std::to_string(i));
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 1u);
        server.beforeTimeline = [&server] { server.takeRight(server.streamName()); };
        QSignalSpy fetched {console.network.get(), &Requests::olderFetched};
        QSignalSpy failed {console.network.get(), &Requests::olderFailed};
        console.network->fetchOlder(id, 201);
        QTRY_COMPARE(fetched.size() + failed.size(), 1);
        QTRY_COMPARE(console.rows(), 0u);
        QTRY_VERIFY(console.texts(id).empty());
        QVERIFY(console.live());
    }

    void anotherServerAtTheSameAddressIsNotMixedIn()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        Console console {server.url()};
        console.start();
        QTRY_VERIFY(console.live());
        console.stop();
        server.serverId = "server-2";
        console.start();
        QSignalSpy replaced {console.network.get(), &Requests::serverReplaced};
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(replaced[0].at(0).toString(), QStringLiteral("server-2"));
        QCOMPARE(console.rows(), 1u);
    }

    void aRemoteSessionIsKeptInTheKeyringAndTakenUpAgain()
    {
        FakeServer server;
        server.addConversation("Ana", "Hi");
        Console console {server.url(), false};
        console.start();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        QSignalSpy refused {console.network.get(), &Requests::signInFailed};
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("wrong"), true);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0].at(0).toString(), QStringLiteral("e-mail or password is wrong"));
        QCOMPARE(refused[0].at(2).toInt(), 4);
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), true);
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.ephemera->keyring(), KeyringState::Stored);
        console.stop();
        console.start();
        QTRY_VERIFY(console.live());
        QCOMPARE(server.refreshes, 1);
        console.network->signOut();
        QTRY_COMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        QVERIFY(console.drawer.secrets.empty());
        QCOMPARE(console.rows(), 1u);
    }

    void aKeyringThatFailsOrNeverAnswersStopsNobody()
    {
        FakeServer server;
        Console console {server.url(), false};
        console.drawer.broken = true;
        console.start();
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), true);
        QTRY_VERIFY(console.live());
        QTRY_COMPARE(console.ephemera->keyring(), KeyringState::SessionOnly);
        console.stop();

        console.drawer.broken = false;
        console.start();
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), true);
        QTRY_COMPARE(console.ephemera->keyring(), KeyringState::Stored);
        console.stop();
        console.drawer.mute = true;
        console.start();
        QTRY_COMPARE(console.ephemera->keyring(), KeyringState::Waiting);
        console.network->signInForThisSessionOnly();
        QCOMPARE(console.ephemera->session(), SessionPhase::SignedOut);
        console.network->signIn(QStringLiteral("nora@example.com"), QStringLiteral("secret"), false);
        QTRY_VERIFY(console.live());
        QCOMPARE(console.ephemera->keyring(), KeyringState::SessionOnly);
        QVERIFY(!console.drawer.secrets.empty());
    }

    void aServerThatNeverAnswersIsGivenUp()
    {
        FakeServer server;
        server.silent = true;
        Console console {server.url()};
        console.options.times.requestLimitMs = 100;
        console.start();
        QTRY_COMPARE(console.ephemera->sync().phase, SyncPhase::Offline);
        QVERIFY(console.ephemera->sync().since.has_value());
        server.silent = false;
        QTRY_VERIFY_WITH_TIMEOUT(console.live(), 20000);
    }

    void aDamagedCacheIsFilledAgainFromTheServer()
    {
        FakeServer server;
        for (int i = 0; i < 30; ++i)
            server.addConversation("Lead " + std::to_string(i), "Hi");
        Console console {server.url()};
        console.start();
        QTRY_COMPARE(console.rows(), 30u);
        QTRY_VERIFY(console.live());
        const QString cache = console.store->folder() + QStringLiteral("/cache.db");
        console.stop();
        QFile file {cache};
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.write(QByteArray(8192, 'x')) == 8192);
        file.close();
        console.start();
        QTRY_COMPARE(console.rows(), 30u);
        QTRY_VERIFY(console.live());
    }

    void aProbeTellsWhoAnswers()
    {
        FakeServer server;
        QObject context;
        std::optional<Result<ServerMeta>> meta;
        probeServer(server.url(), &context, [&](Result<ServerMeta> m) { meta = std::move(m); });
        QTRY_VERIFY(meta.has_value());
        QCOMPARE(meta->value().serverId, QStringLiteral("server-1"));
        server.goAway();
        meta.reset();
        probeServer(server.url(), &context, [&](Result<ServerMeta> m) { meta = std::move(m); });
        QTRY_VERIFY(meta.has_value());
        QVERIFY(meta->hasError());
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "networktest.moc"
