#include "tests/items/draftfixture.h"
#include "tests/qt/testclasses.h"

#include <algorithm>
#include <future>
#include <vector>

using namespace foredeck;
using namespace foredeck::test;

/// What is sent leaves the draft, and what comes back of it stands there again, once and before what was typed since.
class DraftReturnTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
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

FOREDECK_QT_TEST(DraftReturnTest)
#include "draftreturntest.moc"
