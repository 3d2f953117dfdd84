#include "tests/items/draftfixture.h"

#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <QTimer>

#include <future>

using namespace foredeck;
using namespace foredeck::test;

/// What is typed is kept, whatever comes between.
class DraftsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPauseJournalsAndSavedIsToldAfterTheCommit()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hel"));
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QCOMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Typing);
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello"));
    }

    void switchingAndClosingSaveAtOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        {
            Typing t {f, 1000000};
            t.open(1);
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("first"));
            t.open(2);
            t.drafts.typed(CompositionKind::Note, QStringLiteral("second"));
        }
        f.reopen();
        QCOMPARE(journaled(f, 1), QStringLiteral("first"));
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(2)); }).value().note, std::string {"second"});
    }

    void whoTypesBeforeTheJournalHasAnsweredGoesOnFromIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        {
            Typing t {f};
            t.open(1);
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("Dear guest, "));
        }
        f.settle();
        Typing t {f, 1000000};
        QSignalSpy loaded {&t.drafts, &Drafts::loaded};
        t.drafts.open({clientId(), conversationId(1), 1});
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("we"));
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Dear guest, we"));
    }

    void whoComesBackBeforeItIsJournaledFindsIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Typing t {f, 1000000};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("half"));
        // The writer is busy: the reader answers first.
        std::promise<void> begun;
        std::promise<void> go;
        f.store->writer().cursors([&begun, wait = go.get_future().share()](const auto &) {
            begun.set_value();
            wait.wait();
        });
        begun.get_future().wait();
        t.drafts.open({clientId(), conversationId(2), 1});
        QSignalSpy loaded {&t.drafts, &Drafts::loaded};
        t.drafts.open({clientId(), conversationId(1), 1});
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("half"));
        go.set_value();
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
    }

    void anotherDeviceNeverReplacesUnsavedWords()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("mine"));
        const Composition other {userId(), clientId(), conversationId(1), CompositionKind::Reply, "theirs", 1, f.clock.now(), 4};
        QVERIFY(f.apply({entity("composition", other)}).hasValue());
        f.settle();
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("mine"));
        t.drafts.flush();
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        QCOMPARE(journaled(f, 1), QStringLiteral("mine"));
    }

    void aDiskThatRefusesIsNeverShownAsSaved()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        {
            auto lock = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
            QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("kept in memory"));
            QTRY_COMPARE_WITH_TIMEOUT(t.drafts.state(CompositionKind::Reply), Drafts::State::Failed, 20000);
            QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("kept in memory"));
            QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        }
        t.drafts.flush();
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
    }

    void whatTheDiskRefusedIsJournaledLaterThoughAnotherIsOpen()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Typing t {f};
        t.open(1);
        {
            auto lock = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
            QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("left behind"));
            QTRY_COMPARE_WITH_TIMEOUT(t.drafts.state(CompositionKind::Reply), Drafts::State::Failed, 20000);
            QSignalSpy failed {&t.acts, &Acts::compositionFailed};
            t.open(2);
            QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
            QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
        }
        // The next word that is stored says that the disk takes writes again.
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("here"));
        QTRY_COMPARE(journaled(f, 2), QStringLiteral("here"));
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("left behind"));
    }

    void whoTypesWithoutAPauseIsJournaledAllTheSame()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 20};
        t.open(1);
        QTimer keys;
        QString words;
        QObject::connect(&keys, &QTimer::timeout, &t.drafts, [&] { t.drafts.typed(CompositionKind::Reply, words += QLatin1Char('x')); });
        keys.start(0);
        QTRY_VERIFY(!journaled(f, 1).isEmpty());
    }

    void anotherDevicesWordsTakeThePlaceOfAnUntouchedDraft()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Composition c {userId(), clientId(), conversationId(1), CompositionKind::Reply, "from phone 1", 1, f.clock.now(), 1};
        QVERIFY(f.apply({entity("composition", c)}).hasValue());
        Typing t {f};
        t.open(1);
        QSignalSpy changed {&t.drafts, &Drafts::textChanged};
        c.text = "from phone 2";
        c.version = 2;
        QVERIFY(f.apply({entity("composition", c)}).hasValue());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("from phone 2"));
        // Not from under the cursor: there they are offered, until they are taken.
        t.drafts.setHeld([](CompositionKind) { return true; });
        QSignalSpy offered {&t.drafts, &Drafts::offerChanged};
        c.text = "phone 3";
        c.version = 3;
        QVERIFY(f.apply({entity("composition", c)}).hasValue());
        QTRY_VERIFY(!offered.isEmpty());
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("from phone 2"));
        QCOMPARE(t.drafts.offered(CompositionKind::Reply), QStringLiteral("phone 3"));
        t.drafts.takeOffered(CompositionKind::Reply);
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("from phone 2\nphone 3"));
        QVERIFY(t.drafts.offered(CompositionKind::Reply).isEmpty());
    }

    void whatCouldNotBeReadIsReadAgain()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Composition before {userId(), clientId(), conversationId(1), CompositionKind::Reply, "Dear guest, ", 1, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, before, std::nullopt).hasValue());
        auto file = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(file.hasValue() && file.value()->execute("ALTER TABLE composition RENAME TO away").hasValue());
        Typing t {f};
        t.drafts.open({clientId(), conversationId(1), 1});
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("we"));
        QVERIFY(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).hasError());
        f.settle();
        QVERIFY(!t.drafts.isLoaded());
        QVERIFY(file.value()->execute("ALTER TABLE away RENAME TO composition").hasValue());
        QTRY_VERIFY(t.drafts.isLoaded());
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Dear guest, we"));
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Dear guest, we"));
    }

    void aPauseBeforeTheJournalHasAnsweredLosesNothing()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        {
            Typing t {f};
            t.open(1);
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("Dear guest, "));
        }
        f.settle();
        Typing t {f};
        std::promise<void> go;
        f.store->read([wait = go.get_future().share()](CacheReader &) { wait.wait(); return true; }, [](bool) {});
        t.drafts.open({clientId(), conversationId(1), 1});
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("we"));
        t.drafts.flush();
        QCOMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Typing);
        t.drafts.open({clientId(), conversationId(2), 1});
        go.set_value();
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Dear guest, we"));
    }

    void whoLeavesBeforeTheJournalHasAnsweredLosesNothing()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Composition before {userId(), clientId(), conversationId(1), CompositionKind::Reply, "Dear guest, ", 1, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, before, std::nullopt).hasValue());
        {
            Typing t {f};
            t.drafts.open({clientId(), conversationId(1), 1});
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("we"));
        }
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Dear guest, we"));
    }

    void whatOnePersonTypedIsNotTheNextOnes()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Nora's own"));
        t.ephemera.setSession(SessionPhase::SignedOut, {});
        t.drafts.saveAll();
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Nora's own"));
        t.ephemera.setSession(SessionPhase::SignedIn, user(2));
        t.drafts.forget();
        QVERIFY(t.drafts.conversation().id.empty());
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QString {});
    }

    void itIsLetGoOnceItIsInTheJournal()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Typing t {f, 1000000};
        t.open(1);
        QSignalSpy gone {&t.drafts, &Drafts::letGo};
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        t.drafts.open({});
        QVERIFY(t.drafts.keeps(conversationId(1)) && gone.isEmpty());
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.front().front().value<ConversationId>(), conversationId(1));
        QVERIFY(!t.drafts.keeps(conversationId(1)));
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello"));
    }

    void whatTheDiskRefusesIsNotLetGo()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        QSignalSpy gone {&t.drafts, &Drafts::letGo};
        refuseOne(t, f, [&] {
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
            t.drafts.open({});
        });
        QVERIFY(gone.isEmpty() && t.drafts.keeps(conversationId(1)));
        t.drafts.saveAll(); // the disk takes it again
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello"));
    }

    void whatWasTypedBehindASaveThatTheDiskRefusesIsNotDoubled()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        refuseOne(t, f, [&] {
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello, a"));
            t.drafts.flush();
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello, ab"));
            t.drafts.flush();
        });
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Hello, ab"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        f.settle();
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Hello, ab"));
    }
};

FOREDECK_QT_TEST(DraftsTest)
#include "draftstest.moc"
