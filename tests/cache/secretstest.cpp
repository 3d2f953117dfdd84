#include "models/cache/outboxacts.h"
#include "models/cache/outboxsecrets.h"
#include "storefixture.h"
#include "tests/qt/testclasses.h"

#include <QFile>

using namespace foredeck;
using namespace foredeck::test;

namespace {

/// A signed-in person before a server that answers.
struct SecretsDesk {
    SecretsDesk()
    {
        store.signIn();
        store.fill(1);
        ephemera.setSession(SessionPhase::SignedIn, user());
        setPhase(SyncPhase::Live);
        channel.id = ChannelId {idText(8, 1)};
        channel.client = clientId();
        channel.number = "+34910000000";
    }
    void setPhase(SyncPhase phase)
    {
        SyncStatus status;
        status.phase = phase;
        ephemera.setSync(status);
    }
    OpId saveChannel() { return acts.saveChannel(channel, QStringLiteral("sesame-secret"), QStringLiteral("tok-en"), {}); }
    OpId invite(const QString &password)
    {
        return acts.inviteUser(clientId(), QStringLiteral("Tom"), QStringLiteral("tom@example.com"), Role::Agent, password);
    }
    /// In the file and in the log beside it, as anybody would read them.
    bool diskHolds(const char *secret)
    {
        for (const char *name : {"outbox.db", "outbox.db-wal"}) {
            QFile file {store.path(QString::fromLatin1(name))};
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
                return true;
        }
        return false;
    }

    StoreFixture store;
    Ephemera ephemera;
    OutboxActs acts {*store.store, ephemera, 0};
    QSignalSpy committed {&acts, &Acts::committed};
    QSignalSpy failed {&acts, &Acts::failed};
    Channel channel;
};

} // namespace

class SecretsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theyLeaveTheDiskWithTheAnswer_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 403, 409, 412, 413, 422})
            QTest::addRow("%d", status) << status;
    }
    void theyLeaveTheDiskWithTheAnswer()
    {
        QFETCH(int, status);
        SecretsDesk d;
        const OpId id = d.saveChannel();
        QTRY_COMPARE(d.committed.size(), 1);
        QVERIFY(d.diskHolds("sesame-secret"));
        QVERIFY(d.store.takeSendable().ops.front().body.find("sesame-secret") != std::string::npos);
        QVERIFY(d.store.answer(id, status).hasValue());
        QVERIFY(!d.diskHolds("sesame-secret"));
        QVERIFY(!d.diskHolds("tok-en"));
        const Op left = d.store.outbox().front();
        QVERIFY(left.body.find("sesame") == std::string::npos);
        QVERIFY(left.body.find("+34910000000") != std::string::npos);
        QVERIFY(lostSecrets(left) && !hasSecrets(left));
    }

    void theyAreKeptWhileTheServerIsBusy()
    {
        SecretsDesk d;
        const OpId id = d.invite(QStringLiteral("first-password"));
        QTRY_COMPARE(d.committed.size(), 1);
        d.store.takeSendable();
        QVERIFY(d.store.answer(id, 503).hasValue());
        d.store.store->writer().retryAll();
        QVERIFY(d.store.takeSendable().ops.front().body.find("first-password") != std::string::npos);
    }

    void whatHasLostThemIsNotSentAgain()
    {
        SecretsDesk d;
        const OpId id = d.invite(QStringLiteral("first-password"));
        QTRY_COMPARE(d.committed.size(), 1);
        d.store.takeSendable();
        QVERIFY(d.store.answer(id, 409, {}, R"({"detail":"this e-mail address is taken"})").hasValue());
        QVERIFY(!d.diskHolds("first-password"));
        QVERIFY(d.store.write(&StoreWriter::sendAnyway, id).hasError());
        QVERIFY(d.store.write(&StoreWriter::retry, id).hasError());
        QVERIFY(d.store.takeSendable().ops.empty());
        QVERIFY(d.store.write(&StoreWriter::drop, id).hasValue());
        QVERIFY(d.store.outbox().empty());
    }

    void whatHadNoneIsSentAgain()
    {
        SecretsDesk d;
        const OpId id = d.invite({});
        QTRY_COMPARE(d.committed.size(), 1);
        d.store.takeSendable();
        QVERIFY(d.store.answer(id, 409).hasValue());
        QVERIFY(d.store.write(&StoreWriter::sendAnyway, id).hasValue());
        QCOMPARE(d.store.takeSendable().ops.size(), 1u);
    }

    void theyDoNotWaitForAServerThatIsAway()
    {
        SecretsDesk d;
        d.setPhase(SyncPhase::Offline);
        d.invite(QStringLiteral("first-password"));
        QTRY_COMPARE(d.failed.size(), 1);
        d.saveChannel();
        QTRY_COMPARE(d.failed.size(), 2);
        QVERIFY(d.store.outbox().empty());
        QVERIFY(!d.diskHolds("first-password"));
        QVERIFY(!d.diskHolds("sesame-secret"));
        d.invite({});
        QTRY_COMPARE(d.committed.size(), 1);
        QCOMPARE(d.store.outbox().size(), 1u);
    }
};

FOREDECK_QT_TEST(SecretsTest)
#include "secretstest.moc"
