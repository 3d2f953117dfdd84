#include "tests/cache/storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/items/drafts.h"

#include "models/sqlite/database.h"

#include <QTimer>

#include <algorithm>
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

/// Does it while the disk refuses, and lets the disk go once the first write has been refused.
template <class What>
void refuseOne(Typing &t, StoreFixture &f, What what)
{
    auto lock = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
    QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
    bool isFree = false;
    const auto free = [&] { isFree = isFree || lock.value()->execute("ROLLBACK").hasValue(); };
    QObject here;
    QObject::connect(&t.acts, &Acts::compositionFailed, &here, free);
    QObject::connect(&t.acts, &Acts::failed, &here, free);
    what();
    QTRY_VERIFY_WITH_TIMEOUT(isFree, 20000);
}

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
        t.drafts.sent(CompositionKind::Reply, op);
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

    void whatIsEditedComesIntoAConversationThatWasJustOpened()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "my words");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 409).hasValue());
        Typing t {f};
        t.open(1);
        QSignalSpy changed {&t.drafts, &Drafts::textChanged};
        t.acts.edit(op.id);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("my words"));
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

    void aReadingFromBeforeTheSendingDoesNotBringItBack()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        f.settle();
        QSignalSpy changed {&t.drafts, &Drafts::textChanged};
        // What is told of the synced composition sets off a reading; when it is done, and before its answer is here, one sends.
        QObject context;
        bool sent = false;
        QObject::connect(f.store.get(), &LocalStore::changed, &context, [&](const Changes &changes) {
            if (sent || !changes.drafts.contains(conversationId(1)))
                return;
            sent = true;
            std::promise<void> read;
            f.store->read([](CacheReader &) { return true; }, [&read](bool) { read.set_value(); });
            read.get_future().wait();
            t.drafts.sent(CompositionKind::Reply, t.acts.reply({clientId(), conversationId(1), 1}, QStringLiteral("Hello")));
        });
        QSignalSpy committed {&t.acts, &Acts::committed};
        const Composition c {userId(), clientId(), conversationId(1), CompositionKind::Reply, "Hello", 1, f.clock.now(), 1};
        QVERIFY(f.apply({entity("composition", c)}).hasValue());
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(journaled(f, 1), QString {});
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QString {});
        QCOMPARE(changed.size(), 0);
    }

    void whoTypesOnRightAfterUndoKeepsBoth()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        const OpId op = t.acts.reply({clientId(), conversationId(1), 1}, QStringLiteral("Hello"));
        t.drafts.sent(CompositionKind::Reply, op);
        f.settle();
        t.acts.undoSend(op);
        // The next key and the pause after it, before the answer is here.
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("a"));
        t.drafts.flush();
        QTRY_COMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Hello\na"));
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello\na"));
    }

    void whoSendsOnRightAfterUndoKeepsBoth()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        const ConversationRef here {clientId(), conversationId(1), 1};
        for (const CompositionKind kind : {CompositionKind::Reply, CompositionKind::Note}) {
            const bool replies = kind == CompositionKind::Reply;
            const auto send = [&](const QString &words) {
                const auto before = t.drafts.journaled(kind);
                const OpId op = replies ? t.acts.reply(here, words, before) : t.acts.note(here, words, before);
                t.drafts.sent(kind, op);
                return op;
            };
            t.drafts.typed(kind, QStringLiteral("Hello"));
            const OpId first = send(QStringLiteral("Hello"));
            f.settle();
            QCOMPARE(t.drafts.text(kind), QString {});
            t.drafts.typed(kind, QStringLiteral("Goodbye"));
            t.drafts.flush();
            replies ? t.acts.undoSend(first) : t.acts.edit(first);
            // Before the answer is here.
            const OpId second = send(QStringLiteral("Goodbye"));
            QTRY_COMPARE(t.drafts.text(kind), QStringLiteral("Hello"));
            const auto page = f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value();
            QCOMPARE(replies ? page.reply : page.note, std::string {"Hello"});
            const std::vector<Op> open = f.outbox();
            QVERIFY(std::any_of(open.begin(), open.end(), [&](const Op &op) { return op.id == second; }));
            QVERIFY(std::none_of(open.begin(), open.end(), [&](const Op &op) { return op.id == first; }));
        }
    }

    void whoSendsOnBeforeTheFirstIsStoredKeepsBoth()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        const ConversationRef here {clientId(), conversationId(1), 1};
        const auto send = [&](const QString &words) {
            const auto before = t.drafts.journaled(CompositionKind::Reply);
            const OpId op = t.acts.reply(here, words, before);
            t.drafts.sent(CompositionKind::Reply, op);
            return op;
        };
        std::promise<void> begun;
        std::promise<void> go;
        f.store->writer().cursors([&begun, wait = go.get_future().share()](const auto &) {
            begun.set_value();
            wait.wait();
        });
        begun.get_future().wait();
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        const OpId first = send(QStringLiteral("Hello"));
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Goodbye"));
        t.acts.undoSend(first);
        const OpId second = send(QStringLiteral("Goodbye"));
        go.set_value();
        QTRY_COMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Hello"));
        f.settle();
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello"));
        const std::vector<Op> open = f.outbox();
        QVERIFY(std::any_of(open.begin(), open.end(), [&](const Op &op) { return op.id == second; }));
        QVERIFY(std::none_of(open.begin(), open.end(), [&](const Op &op) { return op.id == first; }));
    }

    void whatWasSentLeavesNothingBehind()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f, 1000000};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hel"));
        t.drafts.flush();
        // The save is under way, and what was typed since was never one.
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QSignalSpy committed {&t.acts, &Acts::committed};
        const auto before = t.drafts.journaled(CompositionKind::Reply);
        t.drafts.sent(CompositionKind::Reply, t.acts.reply({clientId(), conversationId(1), 1}, QStringLiteral("Hello"), before));
        QTRY_COMPARE(committed.size(), 1);
        f.settle();
        QCOMPARE(journaled(f, 1), QString {});
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QString {});
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

    void whatIsTypedBehindAReplyThatTheDiskRefusesIsNotDoubled()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        const ConversationRef here {clientId(), conversationId(1), 1};
        // As the inbox does it: what was not done comes back.
        QObject::connect(&t.acts, &Acts::failed, &t.drafts, [&] { t.drafts.giveBack(here, CompositionKind::Reply, QStringLiteral("Hello")); });
        refuseOne(t, f, [&] {
            t.drafts.sent(CompositionKind::Reply, t.acts.reply(here, QStringLiteral("Hello")));
            t.drafts.typed(CompositionKind::Reply, QStringLiteral("more"));
            t.drafts.flush();
        });
        QTRY_COMPARE(journaled(f, 1), QStringLiteral("Hello\nmore"));
        f.settle();
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Hello\nmore"));
    }

    void aReplyThatTheDiskRefusesBehindOnesBackIsNotDoubled()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("Hello"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        const ConversationRef here {clientId(), conversationId(1), 1};
        QObject::connect(&t.acts, &Acts::failed, &t.drafts, [&] { t.drafts.giveBack(here, CompositionKind::Reply, QStringLiteral("Hello")); });
        refuseOne(t, f, [&] {
            t.drafts.sent(CompositionKind::Reply, t.acts.reply(here, QStringLiteral("Hello")));
            t.drafts.open({clientId(), conversationId(2), 1});
        });
        t.open(1);
        QCOMPARE(t.drafts.text(CompositionKind::Reply), QStringLiteral("Hello"));
        QCOMPARE(journaled(f, 1), QStringLiteral("Hello"));
    }

    void aReplySaidAgainLeavesWhatIsBeingWritten()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Typing t {f};
        t.open(1);
        t.drafts.typed(CompositionKind::Reply, QStringLiteral("half written"));
        QTRY_COMPARE(t.drafts.state(CompositionKind::Reply), Drafts::State::Saved);
        QSignalSpy committed {&t.acts, &Acts::committed};
        t.acts.replyAgain({clientId(), conversationId(1), 1}, QStringLiteral("said again"));
        QTRY_COMPARE(committed.size(), 1);
        QCOMPARE(journaled(f, 1), QStringLiteral("half written"));
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "draftstest.moc"
