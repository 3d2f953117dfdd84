#include "storefixture.h"

#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

void overwrite(const QString &path, qint64 from, qint64 bytes, unsigned seed)
{
    QFile file {path};
    QVERIFY(file.open(QIODevice::ReadWrite));
    std::minstd_rand random {seed};
    QByteArray noise;
    for (qint64 i = 0; i < bytes; ++i)
        noise.append(static_cast<char>(random()));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(noise), bytes);
}

QStringList asideIn(const QString &folder) { return QDir {folder}.entryList({QStringLiteral("*.damaged-*")}); }

} // namespace

class DamageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCacheThatIsNoDatabaseIsMovedAsideAndTheOutboxKept()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        QVERIFY(f.enqueue(f.reply(1, "precious")).hasValue());
        f.close();
        overwrite(f.path(QStringLiteral("cache.db")), 0, 4096, 1);
        f.open();
        QVERIFY(!asideIn(f.folder()).isEmpty());
        QCOMPARE(f.store->readFirstPage({View::All, {}}).value().rows.size(), 0u);
        f.signIn();
        QCOMPARE(f.outbox().size(), 1u);
        f.fill(2);
        QVERIFY(f.row(1).pending == PendingKind::Unsent);
    }

    void damageFoundWhileReadingBeginsANewCacheAndTellsIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(400);
        f.close();
        QFile file {f.path(QStringLiteral("cache.db"))};
        const qint64 size = file.size();
        overwrite(file.fileName(), size / 4 / 4096 * 4096, size / 2, 3);
        f.open();
        QSignalSpy rebuilt {f.store.get(), &LocalStore::cacheRebuilt};
        f.changes = {};
        for (int n = 1; n <= 400 && rebuilt.isEmpty(); n += 7) {
            [[maybe_unused]] const auto row = f.read([n](CacheReader &r) { return r.conversation(conversationId(n)); });
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!rebuilt.isEmpty());
        f.signIn();
        f.fill(3);
        QCOMPARE(f.order(View::All).size(), 3u);
    }

    /// What was on its way names a position up to which only the lost cache held everything; the program may end before
    /// anybody has heard of the loss.
    void aPositionOfALostCacheIsNoneOfTheNewOne()
    {
        StoreFixture f;
        f.signIn();
        f.fill(400);
        f.close();
        const QString path = f.path(QStringLiteral("cache.db"));
        const qint64 size = QFile {path}.size();
        overwrite(path, size / 4 / 4096 * 4096, size / 2, 3);
        f.open();
        QSignalSpy rebuilt {f.store.get(), &LocalStore::cacheRebuilt};
        for (int n = 1; n <= 400 && rebuilt.isEmpty(); n += 7) {
            [[maybe_unused]] const auto row = f.read([n](CacheReader &r) { return r.conversation(conversationId(n)); });
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!rebuilt.isEmpty());
        const auto cursors = [&f] {
            std::optional<std::map<std::string, StreamPosition>> all;
            Mailbox mailbox;
            f.store->writer().cursors(mailbox.receive([&all](const auto &told) { all = told; }));
            [&] { QTRY_VERIFY(all.has_value()); }();
            return *all;
        };
        const Batch batch {{entity("client", client())}, {{"client:" + clientId().value, {"e1", 500}}}};
        QVERIFY(f.apply(batch).hasValue());
        f.reopen();
        QVERIFY(cursors().empty());
        QVERIFY(f.apply(batch).hasValue());
        QCOMPARE(cursors().size(), 1u);
    }

    /// The file is gone and another one could not be begun: who asks in that moment asks again later.
    void whoReadsWhileNoCacheStandsReadsTheNextOne()
    {
        StoreFixture f;
        f.signIn();
        f.fill(400);
        f.close();
        QFile file {f.path(QStringLiteral("cache.db"))};
        const qint64 size = file.size();
        overwrite(file.fileName(), size / 4 / 4096 * 4096, size / 2, 3);
        // In the way of its log, so that moving it aside stops half way; before anybody can read it.
        const QString aside = f.path(QStringLiteral("cache.db.damaged-%1").arg(toMs(f.clock.now())));
        QVERIFY(QDir {}.mkpath(aside + QStringLiteral("-wal/in the way")));
        f.open();
        QVERIFY(QFile::exists(f.path(QStringLiteral("cache.db-wal"))));
        QSignalSpy failed {f.store.get(), &LocalStore::writeFailed};
        for (int n = 1; n <= 400 && failed.isEmpty(); n += 7) {
            [[maybe_unused]] const auto row = f.read([n](CacheReader &r) { return r.conversation(conversationId(n)); });
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(QFile::exists(aside) && !file.exists());
        QVERIFY(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).hasError());
        f.signIn();
        QVERIFY(file.exists());
        QVERIFY(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).hasValue());
        f.fill(3);
        QCOMPARE(f.order(View::All).size(), 3u);
    }

    void theFirstPageIsOfWhoeverIsSignedIn()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        QCOMPARE(f.store->readFirstPage({View::All, {}}).value().rows.size(), 2u);
        f.signIn(2);
        QCOMPARE(f.store->readFirstPage({View::All, {}}).value().rows.size(), 0u);
    }

    void afterACrashTheCacheIsLookedThrough()
    {
        StoreFixture f;
        f.signIn();
        f.fill(400);
        f.close();
        const QString cache = f.path(QStringLiteral("cache.db"));
        overwrite(cache, QFile {cache}.size() - 6 * 4096, 4096, 5);
        QFile mark {f.path(QStringLiteral("open"))};
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.close();
        f.open();
        QSignalSpy rebuilt {f.store.get(), &LocalStore::cacheRebuilt};
        QTRY_VERIFY(!rebuilt.isEmpty() || !asideIn(f.folder()).isEmpty());
    }

    void aNewerFileIsRefusedAndLeftAlone()
    {
        StoreFixture f;
        f.close();
        {
            auto database = sqlite::Database::open(f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(database.hasValue());
            QVERIFY(database.value()->execute("INSERT INTO migration SELECT max(number) + 1, 'later', checksum, at FROM migration").hasValue());
        }
        StoreOptions options;
        options.folder = f.folder();
        const auto opened = LocalStore::open(options, f.clock);
        QVERIFY(opened.hasError());
        QVERIFY(opened.error().kind == Error::Kind::TooNew);
        QVERIFY(asideIn(f.folder()).isEmpty());
    }

    void aDamagedOutboxIsCarriedOverAndNothingIsDeleted_data()
    {
        QTest::addColumn<bool>("crashed");
        QTest::newRow("after a crash") << true;
        QTest::newRow("closed in order") << false;
    }
    void aDamagedOutboxIsCarriedOverAndNothingIsDeleted()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        for (int i = 0; i < 300; ++i)
            QVERIFY(f.enqueue(f.op(OpKind::Note, 1, R"({"text":"note number )" + std::to_string(i) + R"("})")).hasValue());
        f.close();
        const QString path = f.path(QStringLiteral("outbox.db"));
        const qint64 size = QFile {path}.size();
        QVERIFY(size > 20 * 4096);
        overwrite(path, size / 2 / 4096 * 4096, 4096, 9);
        QFETCH(bool, crashed);
        QFile mark {f.path(QStringLiteral("open"))};
        QVERIFY(!crashed || mark.open(QIODevice::WriteOnly));
        mark.close();
        f.open();
        QVERIFY(!f.store->outboxSalvaged().isEmpty());
        QVERIFY(f.outbox().size() >= 200);
        QVERIFY(!asideIn(f.folder()).isEmpty());
    }

    /// Carrying over a long one takes its time, and whoever waits for the window may end the program meanwhile.
    void anOutboxWhoseCarryingOverWasKilledIsCarriedOverByTheNextStart_data()
    {
        QTest::addColumn<QString>("killed");
        for (const char *killed : {"half gathered", "gathered", "its log is aside", "it is aside"})
            QTest::newRow(killed) << QString::fromLatin1(killed);
    }
    void anOutboxWhoseCarryingOverWasKilledIsCarriedOverByTheNextStart()
    {
        QFETCH(QString, killed);
        StoreFixture f;
        f.signIn();
        f.fill(1);
        for (int i = 0; i < 40; ++i)
            QVERIFY(f.enqueue(f.op(OpKind::Note, 1, R"({"text":")" + std::string(3000, 'n') + R"("})")).hasValue());
        f.close();
        const QString path = f.path(QStringLiteral("outbox.db"));
        const QString gathered = f.path(QStringLiteral("outbox.db.gathered"));
        const QString aside = f.path(QStringLiteral("outbox.db.damaged-5"));
        if (killed == QStringLiteral("half gathered"))
            overwrite(f.path(QStringLiteral("outbox.db.gathering")), 0, 8192, 4);
        else
            QVERIFY(QFile::copy(path, gathered));
        overwrite(path, QFile {path}.size() / 2 / 4096 * 4096, 4096, 9);
        if (killed == QStringLiteral("its log is aside"))
            overwrite(aside + QStringLiteral("-wal"), 0, 4096, 5);
        if (killed == QStringLiteral("it is aside"))
            QVERIFY(QFile::rename(path, aside));
        f.open();
        QVERIFY(!f.store->outboxSalvaged().isEmpty());
        if (killed == QStringLiteral("half gathered"))
            QVERIFY(f.outbox().size() >= 25);
        else
            QCOMPARE(f.outbox().size(), 40u);
        QVERIFY(QDir {f.folder()}.entryList({QStringLiteral("*.gather*")}).isEmpty());
        QVERIFY(f.store->outboxSalvaged().contains(QStringLiteral("outbox.db.damaged-")));
        f.reopen();
        QVERIFY(f.store->outboxSalvaged().isEmpty());
        QVERIFY(f.outbox().size() >= 25);
    }

    /// The cache is whole: nothing of it is thrown away, and what is damaged is told once.
    void anOutboxThatIsDamagedWhileItIsOpenCostsNoCache()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        std::vector<OpId> notes;
        for (int i = 0; i < 60; ++i) {
            const Op op = f.op(OpKind::Note, 1, R"({"text":")" + std::string(60'000, 'n') + R"("})");
            QVERIFY(f.enqueue(op).hasValue());
            notes.push_back(op.id);
        }
        f.reopen();
        f.signIn();
        const QString path = f.path(QStringLiteral("outbox.db"));
        const qint64 size = QFile {path}.size();
        QVERIFY(size > 3 * 1024 * 1024);
        overwrite(path, 8 * 4096, size - 8 * 4096, 9);
        QSignalSpy rebuilt {f.store.get(), &LocalStore::cacheRebuilt};
        QSignalSpy failed {f.store.get(), &LocalStore::writeFailed};
        QVERIFY(f.read([](CacheReader &r) { return r.outbox(); }).hasError());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(std::any_of(notes.begin(), notes.end(), [&](const OpId &note) { return f.write(&StoreWriter::drop, note).hasError(); }));
        QVERIFY(f.apply({entity("conversation", conversation(9))}).hasValue());
        QCOMPARE(f.order(View::All).size(), 4u);
        f.settle();
        QCOMPARE(rebuilt.size(), 0);
        QCOMPARE(failed.size(), 1);
        QVERIFY(asideIn(f.folder()).isEmpty());
        f.close();
        f.open();
        QVERIFY(!f.store->outboxSalvaged().isEmpty());
    }

    /// Garbage may stand where the file says how far its numbers go; the window must not wait for all of them.
    void aDamagedOutboxWithAnAbsurdLastNumberIsCarriedOverAtOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        for (int i = 0; i < 40; ++i)
            QVERIFY(f.enqueue(f.op(OpKind::Note, 1, R"({"text":"note number )" + std::to_string(i) + R"("})")).hasValue());
        f.close();
        const QString path = f.path(QStringLiteral("outbox.db"));
        {
            auto database = sqlite::Database::open(path.toStdString(), {});
            QVERIFY(database.hasValue());
            QVERIFY(database.value()->execute("UPDATE sqlite_sequence SET seq = 9223372036854775807; PRAGMA wal_checkpoint(TRUNCATE)").hasValue());
        }
        overwrite(path, QFile {path}.size() / 2 / 4096 * 4096, 4096, 9);
        f.open();
        QVERIFY(!f.store->outboxSalvaged().isEmpty());
        QVERIFY(f.outbox().size() >= 20);
    }

    void aDiskThatRefusesIsToldAndNothingIsShownAsSaved()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QSignalSpy failed {f.store.get(), &LocalStore::writeFailed};
        QSignalSpy recovered {f.store.get(), &LocalStore::writeRecovered};
        auto lock = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(lock.hasValue());
        QVERIFY(lock.value()->execute("PRAGMA max_page_count = 1; BEGIN IMMEDIATE").hasValue());
        const Composition typed {userId(), clientId(), conversationId(1), CompositionKind::Reply, "words", 1, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::nullopt).hasError());
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(f.row(1).draft.empty());
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::nullopt).hasValue());
        QTRY_COMPARE(recovered.size(), 1);
        QCOMPARE(f.row(1).draft, std::string {"words"});
    }

    /// Random damage to the cache over many seeds: never a crash, never a hang, the outbox is whole each time.
    void randomDamageNeverCostsTheOutbox()
    {
        for (unsigned seed = 1; seed <= 25; ++seed) {
            StoreFixture f;
            f.signIn();
            f.fill(10);
            QVERIFY(f.enqueue(f.reply(1, "kept")).hasValue());
            f.close();
            std::minstd_rand random {seed};
            const QString cache = f.path(QStringLiteral("cache.db"));
            const qint64 size = QFile {cache}.size();
            for (unsigned i = 0, n = 1 + random() % 40; i < n; ++i)
                overwrite(cache, static_cast<qint64>(random() % static_cast<unsigned>(size - 8)), 1 + static_cast<qint64>(random() % 8), seed * 100 + i);
            if (random() % 4 == 0)
                QVERIFY(QFile::resize(cache, size / 2));
            f.open();
            f.signIn();
            for (int n = 1; n <= 10; n += 3) {
                [[maybe_unused]] const auto row = f.read([n](CacheReader &r) { return r.conversation(conversationId(n)); });
            }
            [[maybe_unused]] const auto applied = f.apply({entity("conversation", conversation(99))});
            QCOMPARE(f.outbox().size(), 1u);
        }
    }
};

FOREDECK_QT_TEST(DamageTest)
#include "damagetest.moc"
