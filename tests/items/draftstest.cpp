#include "tests/cache/storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/items/drafts.h"

#include "models/sqlite/database.h"

#include <future>

using namespace foredeck;
using namespace foredeck::test;

namespace {

struct Typing {
    explicit Typing(StoreFixture &f, int pauseMs = 20) : acts(*f.store, ephemera), drafts(*f.store, acts, pauseMs)
    {
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    void open(int n)
    {
        QSignalSpy loaded {&drafts, &Drafts::loaded};
        drafts.open({clientId(), conversationId(n), 1});
        QTRY_COMPARE(loaded.size(), 1);
    }
    Ephemera ephemera;
    OutboxActs acts;
    Drafts drafts;
};

QString journaled(StoreFixture &f, int n)
{
    return QString::fromStdString(f.read([n](CacheReader &r) { return r.draft(conversationId(n)); }).value().reply);
}

} // namespace

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

    void anUndoneReplyComesBackIntoTheComposer()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("too soon"));
        const OpId op = t.acts.reply({clientId(), conversationId(1), 1}, QStringLiteral("too soon"));
        t.drafts.sent(CompositionKind::Reply);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QString {});
        QSignalSpy changed {&t.drafts, &Drafts::textChanged};
        QSignalSpy undone {&t.acts, &Acts::undone};
        t.acts.undoSend(op);
        QTRY_COMPARE(undone.size(), 1);
        QVERIFY(undone.first().at(1).toBool());
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("too soon"));
    }

    void wordsThatComeBackStandBeforeWhatIsThere()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Typing t {f};
        t.open(2);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("newer"));
        t.open(1);
        t.drafts.giveBack({clientId(), conversationId(2), 1}, CompositionKind::Reply, QStringLiteral("older"));
        t.drafts.giveBack({clientId(), conversationId(1), 1}, CompositionKind::Note, QStringLiteral("here"));
        QCOMPARE(t.drafts.text(CompositionKind::Note), QStringLiteral("here"));
        // In the journal, whether it is ever opened again or not.
        QTRY_COMPARE(journaled(f, 2), QStringLiteral("older\nnewer"));
        t.open(2);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("older\nnewer"));
        QTRY_COMPARE(journaled(f, 2), QStringLiteral("older\nnewer"));
        t.open(1);
        t.open(2);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("older\nnewer"));
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
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "draftstest.moc"
