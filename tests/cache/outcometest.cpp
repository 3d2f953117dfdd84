#include "tests/cache/storefixture.h"

#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

constexpr std::chrono::minutes tooLong {31};

const std::string clientStream = "client:" + clientId().value;

/// A reply whose answer was lost, and that is too old by now to go by itself.
OpId lostReply(StoreFixture &f, bool neverLeft = false, OpKind kind = OpKind::Reply, const LeadId &to = leadId(1))
{
    f.signIn();
    f.fill(1);
    Op op = f.reply(1, "we come at ten");
    op.kind = kind;
    if (kind == OpKind::WriteFirst) {
        op.conversation = {};
        op.target = to.value;
    }
    [&] { QVERIFY(f.enqueue(op).hasValue()); }();
    [&] { QCOMPARE(f.takeSendable().ops.size(), 1u); }();
    [&] { QVERIFY(f.write(&StoreWriter::recordAnswer, op.id, OpAnswer {0, 0, {}, neverLeft}, std::vector<Entity> {}).hasValue()); }();
    f.clock.advance(tooLong);
    [&] { QVERIFY(f.takeSendable().ops.empty()); }();
    [&] { QCOMPARE(f.outbox().size(), 1u); }();
    [&] { QVERIFY(f.outbox().front().state == OpState::NeedsReview); }();
    return op.id;
}

std::string draftOf(StoreFixture &f)
{
    return f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply;
}

/// What the customer wrote, from one position to another.
std::vector<Entity> threadOf(int from, int to)
{
    Conversation c = conversation(1);
    c.version = to + 1;
    c.lastPosition = c.lastPublicPosition = to;
    std::vector<Entity> entities {entity("client", client()), entity("lead", lead(1)), entity("conversation", c)};
    for (int at = from; at <= to; ++at)
        entities.push_back(entity("message", message(at, 1, at)));
    return entities;
}

/// All that the server had at `before` has been told.
void beat(StoreFixture &f, Timestamp before)
{
    f.store->writer().settleAcked(clientStream, before);
    f.settle();
}

} // namespace

/// An act whose answer was lost: the server may have it.
class OutcomeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatMayHaveArrivedIsSentAnywayOrLeftAlone()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        for (int run = 0; run < 2; ++run) { // also after a start
            QVERIFY(f.outbox().front().mayHaveArrived);
            QVERIFY2(f.write(&StoreWriter::edit, op).hasError(), "its words, sent again, would be there twice");
            QVERIFY(draftOf(f).empty());
            QVERIFY(f.row(1).pending == PendingKind::MayHaveArrived);
            f.reopen();
        }
        QVERIFY(f.write(&StoreWriter::sendAnyway, op).hasValue());
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QVERIFY2(plan.ops.front().id == op, "the server knows it by that");
    }

    void toLetGoOfItSendsNothing()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        QVERIFY(f.write(&StoreWriter::drop, op).hasValue());
        QVERIFY(f.outbox().empty() && draftOf(f).empty());
        QVERIFY(f.write(&StoreWriter::putBack, op).hasValue());
        QVERIFY(f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::sendAnyway, op).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        QVERIFY(f.answer(op, 0).hasValue());
        QVERIFY(f.outbox().front().state == OpState::Queued);
        QVERIFY2(f.write(&StoreWriter::drop, op).hasError(), "it goes again by itself");
    }

    void onceAllIsToldWhatIsNotThereMayBeEdited()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        beat(f, f.clock.now() - tooLong); // that was sent before the answer was lost
        QVERIFY(f.outbox().front().mayHaveArrived);
        f.store->writer().settleAcked("client:" + clientId(2).value, f.clock.now()); // somebody else's clientStream
        f.settle();
        QVERIFY(f.outbox().front().mayHaveArrived);
        beat(f, f.clock.now());
        QVERIFY(!f.outbox().front().mayHaveArrived);
        QVERIFY(f.row(1).pending == PendingKind::NeedsReview);
        QVERIFY(f.write(&StoreWriter::edit, op).hasValue());
        QCOMPARE(draftOf(f), std::string {"we come at ten"});
    }

    /// A snapshot brings only the newest of it, and what was said stands before that.
    void aThreadThatBeginsLaterTellsNothing()
    {
        for (const OpKind kind : {OpKind::Reply, OpKind::WriteFirst}) {
            StoreFixture f;
            const OpId op = lostReply(f, false, kind);
            QVERIFY(f.write(&StoreWriter::beginSnapshot, clientStream).hasValue());
            QVERIFY(f.write(&StoreWriter::applySnapshotPage, threadOf(3, 50)).hasValue());
            QVERIFY(f.write(&StoreWriter::endSnapshot, clientStream, StreamPosition {"e1", 60}).hasValue());
            beat(f, f.clock.now());
            QVERIFY(f.outbox().front().mayHaveArrived);
            QVERIFY2(f.write(&StoreWriter::edit, op).hasError(), "the customer may have it");
            QVERIFY(f.apply(threadOf(1, 1)).hasValue()); // told again alone, as read
            beat(f, f.clock.now());
            QVERIFY(f.outbox().front().mayHaveArrived);
            QVERIFY(f.apply(threadOf(1, 2)).hasValue());
            beat(f, f.clock.now());
            QVERIFY(!f.outbox().front().mayHaveArrived);
        }
    }

    /// It was sent first when less was written there.
    void whatWasSentAnywayMayStandFurtherBackThanWhatWasSeenThen()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        QVERIFY(f.apply(threadOf(2, 60)).hasValue());
        QVERIFY(f.write(&StoreWriter::sendAnyway, op).hasValue());
        QCOMPARE(f.takeSendable().ops.front().seenPosition, 60);
        QVERIFY(f.answer(op, 0).hasValue());
        QVERIFY(f.write(&StoreWriter::beginSnapshot, clientStream).hasValue());
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, threadOf(11, 60)).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, clientStream, StreamPosition {"e1", 60}).hasValue());
        f.clock.advance(std::chrono::minutes {1});
        beat(f, f.clock.now());
        QVERIFY(f.outbox().front().mayHaveArrived);
    }

    /// They stand in no thread: which of them a snapshot leaves out is not known.
    void ofATaskThatIsNotThereNothingIsKnown()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op task = f.op(OpKind::TaskCreate, 1, R"({"text":"Ring back"})");
        QVERIFY(f.enqueue(task).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        QVERIFY(f.answer(task.id, 0).hasValue());
        f.clock.advance(std::chrono::minutes {1});
        beat(f, f.clock.now());
        QVERIFY(f.outbox().front().mayHaveArrived);
        // Asked again, the server says itself that it is not there.
        f.clock.advance(std::chrono::minutes {6});
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        QVERIFY(f.answer(task.id, 422, {}, R"({"status":422,"detail":"there are as many as there may be"})").hasValue());
        QVERIFY(f.outbox().front().state == OpState::Refused && !f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, task.id).hasValue());
    }

    /// All that was told would show the conversation that they began.
    void firstWordsToSomebodyWithoutAConversationAreKnownNotToBeThere()
    {
        StoreFixture f;
        const OpId op = lostReply(f, false, OpKind::WriteFirst, leadId(9));
        beat(f, f.clock.now());
        QVERIFY(!f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, op).hasValue());
    }

    void whatIsOnItsWayIsAskedForOnlyAfterItsOwnAnswerWasLost()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        QVERIFY(f.write(&StoreWriter::sendAnyway, op).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        const Timestamp sent = f.clock.now();
        beat(f, sent + std::chrono::seconds {1});
        QVERIFY2(f.outbox().front().mayHaveArrived, "it is under way");
        f.clock.advance(std::chrono::seconds {30});
        QVERIFY(f.answer(op, 0).hasValue());
        beat(f, sent + std::chrono::seconds {1});
        QVERIFY(f.outbox().front().mayHaveArrived);
    }

    void whatIsThereNeedsNoLook()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        Message there = message(1, 1, 2, MessageRole::Staff, "we come at ten");
        there.id = MessageId {op.value};
        QVERIFY(f.apply({entity("message", there)}).hasValue());
        beat(f, f.clock.now());
        QVERIFY(f.outbox().empty());
    }

    void firstWordsThatAreThereNeedNoLook()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op op = f.reply(1, "we come at ten");
        op.kind = OpKind::WriteFirst;
        op.conversation = {};
        op.target = leadId(1).value;
        QVERIFY(f.enqueue(op).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        QVERIFY(f.answer(op.id, 0).hasValue());
        f.clock.advance(tooLong);
        QVERIFY(f.takeSendable().ops.empty());
        Message there = message(1, 1, 2, MessageRole::Staff, "we come at ten");
        there.id = MessageId {op.id.value};
        QVERIFY(f.apply({entity("message", there)}).hasValue());
        beat(f, f.clock.now());
        QVERIFY2(f.outbox().empty(), "edited, they would go out twice");
    }

    /// A page of whoever stands between is none of the server's words.
    void whatSomebodyElseAnswersTellsNothingOfIt()
    {
        for (const int status : {302, 400, 405, 407, 409, 413, 503}) {
            StoreFixture f;
            const OpId op = lostReply(f);
            QVERIFY(f.write(&StoreWriter::sendAnyway, op).hasValue());
            QCOMPARE(f.takeSendable().ops.size(), 1u);
            QVERIFY(f.answer(op, status, {}, "<html>Proxy says no</html>").hasValue());
            QVERIFY2(f.outbox().front().mayHaveArrived, qPrintable(QString::number(status)));
            QVERIFY(f.write(&StoreWriter::edit, op).hasError());
        }
    }

    void whatNeverLeftIsStillOnesOwn()
    {
        StoreFixture f;
        const OpId op = lostReply(f, true);
        QVERIFY(!f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, op).hasValue());
        QCOMPARE(draftOf(f), std::string {"we come at ten"});
    }

    /// A file of before: what was tried may have arrived.
    void theStepBeforeSaidNothingOfIt()
    {
        StoreFixture f;
        const OpId op = lostReply(f);
        f.close();
        {
            sqlite::OpenOptions options;
            const auto outbox = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), options);
            QVERIFY(outbox.hasValue());
            for (const char *step : {"ALTER TABLE op DROP COLUMN has_left", "ALTER TABLE op DROP COLUMN may_have_arrived", "DELETE FROM migration WHERE number > 4"})
                QVERIFY2(outbox.value()->execute(step).hasValue(), step);
        }
        f.open();
        QVERIFY(f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, op).hasError());
    }
};

FOREDECK_QT_TEST(OutcomeTest)
#include "outcometest.moc"
