#include "storefixture.h"

#include "models/cache/outboxacts.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

/// What becomes of acts when the program ends in the middle of them.
class CrashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void afterACrashHeldRepliesReturnAndSentOnesKeepTheirId()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Composition typed {userId(), clientId(), conversationId(1), CompositionKind::Reply, "already typing", 1, f.clock.now(), 0};
        Op held = f.reply(1, "held text");
        held.state = OpState::Held;
        held.notBefore = f.clock.now() + std::chrono::seconds {5};
        const Op sending = f.reply(2, "on the wire");
        QVERIFY(f.enqueue(held, CompositionKind::Reply).hasValue());
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::nullopt).hasValue());
        QVERIFY(f.enqueue(sending).hasValue());
        QCOMPARE(f.takeSendable().ops.front().id, sending.id);
        f.reopen();
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply, std::string {"held text\nalready typing"});
        QVERIFY(!f.row(1).draft.empty());
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QCOMPARE(plan.ops.front().id, sending.id);
    }

    void afterACrashHeldRepliesReturnInTheOrderInWhichTheyWereWritten()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Composition typed {userId(), clientId(), conversationId(1), CompositionKind::Reply, "and this", 1, f.clock.now(), 0};
        for (const char *text : {"first the price", "second the directions"}) {
            Op held = f.reply(1, text);
            held.state = OpState::Held;
            held.notBefore = f.clock.now() + std::chrono::seconds {5};
            QVERIFY(f.enqueue(held, CompositionKind::Reply).hasValue());
        }
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::nullopt).hasValue());
        f.reopen();
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply,
            std::string {"first the price\nsecond the directions\nand this"});
        const std::vector<Op> left = f.outbox();
        QVERIFY(std::none_of(left.begin(), left.end(), [](const Op &op) { return op.kind == OpKind::Reply; }));
    }

    void afterACrashWhatCouldNoLongerBeUndoneGoesOut()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op taken = f.op(OpKind::TakeOver, 1);
        Op reply = f.reply(1, "On my way");
        reply.state = OpState::Held;
        reply.notBefore = f.clock.now() + std::chrono::seconds {5};
        QVERIFY(f.enqueue(taken).hasValue());
        QVERIFY(f.enqueue(reply, CompositionKind::Reply).hasValue());
        QCOMPARE(f.takeSendable().ops.front().id, taken.id);
        QVERIFY(f.answer(taken.id, 0).hasValue()); // nobody answers
        f.clock.advance(std::chrono::seconds {6});
        f.takeSendable(0);
        const auto stateOf = [&](const OpId &id) {
            for (const Op &op : f.outbox()) {
                if (op.id == id)
                    return op.state.value();
            }
            return OpState::Unknown;
        };
        QCOMPARE(stateOf(reply.id), OpState::Queued);
        f.reopen();
        QCOMPARE(stateOf(reply.id), OpState::Queued);
        QVERIFY(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply.empty());
        QCOMPARE(f.takeSendable().ops.front().id, taken.id);
        QVERIFY(f.answer(taken.id, 200).hasValue());
        QVERIFY(f.takeSendable().ops.front().id == reply.id);
    }

    void afterACrashNothingElseGoesOutUnderAUsedKey()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Composition c {userId(), clientId(), conversationId(1), CompositionKind::Reply, "Hello", 1, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, c, std::nullopt).hasValue());
        f.clock.advance(std::chrono::seconds {3});
        const Op sent = f.takeSendable().ops.front();
        f.reopen();
        c.text = "Hello, yes";
        QVERIFY(f.write(&StoreWriter::saveComposition, c, std::string {"Hello"}).hasValue());
        f.clock.advance(std::chrono::seconds {3});
        const Op again = f.takeSendable().ops.front();
        QCOMPARE(again.id, sent.id);
        QCOMPARE(again.body, sent.body);
        QVERIFY(f.answer(again.id, 200).hasValue());
        QVERIFY(f.takeSendable().ops.front().body.find("Hello, yes") != std::string::npos);
    }
};

FOREDECK_QT_TEST(CrashTest)
#include "crashtest.moc"
