#include "storefixture.h"

#include "models/cache/outboxacts.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

std::vector<TimelineItem> echoesOf(StoreFixture &f, int n)
{
    return f.read([n](CacheReader &r) { return r.timeline(conversationId(n), 0, INT64_MAX, 50); }).value().echoes;
}

} // namespace

class OutboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingStandsTwiceWhileItIsConfirmed()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Mailbox mailbox;
        int twice = 0;
        int read = 0;
        int asked = 0;
        const auto ask = [&] {
            ++asked;
            f.store->read([](CacheReader &r) { return r.timeline(conversationId(1), 0, INT64_MAX, 1000); }, mailbox.receive([&](const Result<TimelinePage> &page) {
                ++read;
                for (const TimelineItem &echo : page.value().echoes)
                    twice += static_cast<int>(std::count_if(page.value().items.begin(), page.value().items.end(), [&](const TimelineItem &item) { return item.id == echo.id; }));
            }));
        };
        for (int n = 2; n < 150; ++n) {
            const Op op = f.reply(1, "again");
            QVERIFY(f.enqueue(op).hasValue());
            Message own = message(n, 1, n, MessageRole::Staff, "again");
            own.id = MessageId {op.id.value};
            Entity event = entity("message", own);
            event.op = op.id;
            ask();
            f.store->writer().applyBatch({{event}, {}}, {});
            for (int i = 0; i < 4; ++i)
                ask();
            while (read < asked)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        QCOMPARE(twice, 0);
    }

    void whatWaitsIsToldAtTheStart()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.enqueue(f.reply(1, "waits")).hasValue());
        f.close();
        f.changes = {};
        f.open();
        QTRY_COMPARE(f.changes.unsent, 1);
    }

    void anActIsSeenInEveryListAtOnceAndConfirmedByItsEvent()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        Op op = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(op).hasValue());
        QCOMPARE(f.order(View::Ended), std::vector<int> {1});
        QCOMPARE(f.changes.unsent, 1);
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QVERIFY(f.answer(op.id, 200).hasValue());
        QCOMPARE(f.changes.unsent, 0);
        QCOMPARE(f.order(View::Ended), std::vector<int> {1});
        QCOMPARE(f.outbox().size(), 1u);
        Conversation c = conversation(1);
        c.version = 2;
        c.status = ConversationStatus::Ended;
        Entity event = entity("conversation", c);
        event.op = op.id;
        QVERIFY(f.apply({event}).hasValue());
        QVERIFY(f.outbox().empty());
        QVERIFY(f.row(1).status == ConversationStatus::Ended && f.row(1).pending == PendingKind::None);
    }

    void aResolveThatIsUndoneBeforeItWentIsGone()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op reply = f.reply(1, "a");
        QVERIFY(f.enqueue(reply).hasValue());
        f.takeSendable();
        QVERIFY(f.enqueue(f.op(OpKind::End, 1)).hasValue()); // waits behind the reply
        QVERIFY(f.answer(reply.id, 409).hasValue());
        QVERIFY(f.enqueue(f.op(OpKind::Reopen, 1)).hasValue());
        QCOMPARE(f.outbox().size(), 1u);
        QVERIFY(f.write(&StoreWriter::drop, reply.id).hasValue());
        QVERIFY(f.takeSendable().ops.empty() && f.outbox().empty());
        // Once it may be at the server, it is opened again there.
        const Op tried = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(tried).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(tried.id, 0).hasValue());
        QVERIFY(f.enqueue(f.op(OpKind::Reopen, 1)).hasValue());
        QCOMPARE(f.outbox().size(), 2u);
    }

    void anActIsShownUntilAllOfItHasBeenTold()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        const Op op = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 200).hasValue());
        // How it went comes first, and the conversation as it stands now apart from it.
        Transition t;
        t.id = TransitionId {test::idText(9, 1)};
        t.client = clientId();
        t.conversation = conversationId(1);
        t.position = 2;
        t.field = TransitionField::Status;
        t.from = "active";
        t.to = "ended";
        t.op = op.id;
        t.at = f.clock.now();
        Entity how = entity("transition", t);
        how.op = op.id;
        QVERIFY(f.apply({how}).hasValue());
        QVERIFY(f.row(1).status == ConversationStatus::Ended);
        QCOMPARE(f.order(View::Ended), std::vector<int> {1});
        Conversation c = conversation(1);
        c.version = 2;
        c.status = ConversationStatus::Ended;
        Entity now = entity("conversation", c);
        now.op = op.id;
        QVERIFY(f.apply({now}).hasValue());
        QVERIFY(f.outbox().empty());
        QCOMPARE(f.order(View::Ended), std::vector<int> {1});
    }

    void aReplyStandsInTheTranscriptUntilItsMessageComes()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "On our way");
        QVERIFY(f.enqueue(op).hasValue());
        auto echoes = echoesOf(f, 1);
        QCOMPARE(echoes.size(), 1u);
        QCOMPARE(std::get<Message>(echoes[0].entry).text, std::string {"On our way"});
        QCOMPARE(std::get<Message>(echoes[0].entry).author.name, std::string {"Nora"});
        Message m = message(9, 1, 2, MessageRole::Staff, "On our way");
        m.id = MessageId {op.id.value};
        m.op = op.id;
        Entity event = entity("message", m);
        event.op = op.id;
        QVERIFY(f.apply({event}).hasValue());
        QVERIFY(echoesOf(f, 1).empty());
        QVERIFY(f.outbox().empty());
    }

    void theFenceIsThatOfTheNewestClaimHeld()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op take = f.op(OpKind::TakeOver, 1);
        const Op reply = f.reply(1, "hi");
        QVERIFY(f.enqueue(take).hasValue());
        QVERIFY(f.enqueue(reply).hasValue());
        QCOMPARE(f.takeSendable().ops.front().id, take.id);
        Conversation c = conversation(1);
        c.version = 2;
        c.claim = {userId(), "Nora", 12, f.clock.now()};
        c.owner = {OwnerKind::User, userId(), "Nora"};
        QVERIFY(f.answer(take.id, 200, {entity("conversation", c)}).hasValue());
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.front().id, reply.id);
        QCOMPARE(plan.ops.front().fence, 12);
    }

    void undoReturnsTheTextAndIsTooLateOnceItIsSent()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op op = f.reply(1, "too early");
        op.state = OpState::Held;
        op.notBefore = f.clock.now() + std::chrono::seconds {5};
        QVERIFY(f.enqueue(op, CompositionKind::Reply).hasValue());
        QVERIFY(f.takeSendable().ops.empty());
        std::optional<bool> undone;
        Mailbox mailbox;
        f.store->writer().undo(op.id, mailbox.receive([&](bool b) { undone = b; }));
        QTRY_VERIFY(undone.has_value());
        QVERIFY(*undone);
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply, std::string {"too early"});
        QVERIFY(echoesOf(f, 1).empty());

        Op late = f.reply(1, "gone");
        late.state = OpState::Held;
        late.notBefore = f.clock.now() + std::chrono::seconds {5};
        QVERIFY(f.enqueue(late, CompositionKind::Reply).hasValue());
        f.clock.advance(std::chrono::seconds {6});
        const SendPlan plan = f.takeSendable();
        QVERIFY(std::any_of(plan.ops.begin(), plan.ops.end(), [&](const Op &o) { return o.id == late.id; }));
        undone.reset();
        f.store->writer().undo(late.id, mailbox.receive([&](bool b) { undone = b; }));
        QTRY_VERIFY(undone.has_value());
        QVERIFY(!*undone);
    }

    void aConflictIsKeptWithItsProblemAndSentAnywayOnlyWhenAskedFor()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "late words");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 409, {}, R"({"title":"newer","last_public_position":4})").hasValue());
        QVERIFY(f.row(1).pending == PendingKind::NeedsReview);
        QCOMPARE(f.changes.needingReview, 1);
        QVERIFY(f.outbox().front().problem.find("newer") != std::string::npos);
        QVERIFY(f.takeSendable().ops.empty());
        Conversation c = conversation(1);
        c.version = 2;
        c.lastPublicPosition = 4;
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QVERIFY(f.write(&StoreWriter::sendAnyway, op.id).hasValue());
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QVERIFY(plan.ops.front().override_);
        QCOMPARE(plan.ops.front().seenPosition, 4);
        QVERIFY(f.write(&StoreWriter::edit, op.id).hasError());
    }

    void editAndDropLeaveTheRowCancelled()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "again");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 422, {}, "{}").hasValue());
        QVERIFY(f.row(1).pending == PendingKind::Refused);
        QVERIFY(f.write(&StoreWriter::edit, op.id).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply, std::string {"again"});
        QVERIFY(f.row(1).pending == PendingKind::None);
        QVERIFY(f.outbox().empty());
    }

    void whatWasDroppedIsPutBackAndGoesNowhereByItself()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op first = f.reply(1, "first");
        QVERIFY(f.enqueue(first).hasValue());
        f.clock.advance(std::chrono::milliseconds {1});
        const Op second = f.reply(1, "second");
        QVERIFY(f.enqueue(second).hasValue());
        QVERIFY(f.write(&StoreWriter::drop, first.id).hasValue());
        QCOMPARE(f.outbox().size(), 1u);
        f.reopen();
        for (int press = 0; press < 2; ++press)
            QVERIFY(f.write(&StoreWriter::putBack, first.id).hasValue());
        const auto ops = f.outbox();
        QCOMPARE(ops.size(), 2u);
        QVERIFY(ops.front().id == first.id && ops.front().state == OpState::NeedsReview);
        QCOMPARE(textOf(ops.front()), std::string {"first"});
        QVERIFY2(f.takeSendable().ops.empty(), "nor what stands behind it");
        // What went back into the composition is no longer there to be put back twice, and what never was there neither.
        QVERIFY(f.write(&StoreWriter::putBack, OpId {idText(9, 1)}).hasError());
    }

    void readCursorsAreJoinedWhileUnsent()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        for (int p = 1; p <= 5; ++p)
            QVERIFY(f.enqueue(f.op(OpKind::Read, 1, R"({"position":)" + std::to_string(p) + "}")).hasValue());
        const auto ops = f.outbox();
        QCOMPARE(ops.size(), 1u);
        QCOMPARE(ops.front().body, std::string {R"({"position":5})"});
        QCOMPARE(f.row(1).unread, 0);
        QCOMPARE(f.changes.unsent, 0);
    }

    void anAcknowledgedActWithoutAnEventIsSettledByTheHeartbeats()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.op(OpKind::ClientAssistant, 1, R"({"on":true})");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 200).hasValue());
        const Timestamp acked = f.clock.now();
        f.store->writer().settleAcked("client:" + clientId().value, acked);
        f.settle();
        QCOMPARE(f.outbox().size(), 1u);
        f.store->writer().settleAcked("client:" + clientId().value, acked + std::chrono::seconds {1});
        f.settle();
        QVERIFY(f.outbox().empty());
    }

    /// A disk that refuses lets an answer wait, also until somebody else is here.
    void whatAnActWasAnsweredWithIsNobodyElses()
    {
        StoreFixture f;
        f.signIn(1);
        f.fill(1);
        const Op op = f.reply(1, "from Nora");
        QVERIFY(f.enqueue(op).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        f.signIn(2);
        QVERIFY(f.answer(op.id, 200, {entity("client", client()), entity("conversation", conversation(1))}).hasValue());
        QVERIFY(f.order(View::All).empty());
        QVERIFY(f.read([](CacheReader &r) { return r.clients(); }).value().empty());
        f.signIn(1);
        QCOMPARE(f.outbox().size(), 1u);
        QVERIFY(f.outbox().front().state == OpState::Acked);
    }

    void aClockThatIsSetBackKeepsNoAcknowledgedActForHours()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.op(OpKind::Labels, 1, R"({"add":["vip"],"remove":[]})");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 200).hasValue());
        QCOMPARE(f.row(1).labels.size(), 1u);
        f.clock.advance(std::chrono::hours {-2});
        f.store->writer().settleAcked("client:" + clientId().value, f.clock.now());
        f.settle();
        QVERIFY(f.outbox().empty());
        QVERIFY(f.row(1).labels.empty());
    }

    void compositionsSyncJoinedAndAreAdoptedFromElsewhereOnlyWhenNothingIsUnsaved()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        f.changes = {};
        for (const char *text : {"H", "He", "Hello"}) {
            const Composition c {userId(), clientId(), conversationId(1), CompositionKind::Reply, text, 1, f.clock.now(), 0};
            QVERIFY(f.write(&StoreWriter::saveComposition, c, std::nullopt).hasValue());
        }
        QTRY_VERIFY2(f.changes.outbox, "whoever sends is told");
        QCOMPARE(f.row(1).draft, std::string {"Hello"});
        QCOMPARE(f.outbox().size(), 1u);
        Composition other {userId(), clientId(), conversationId(1), CompositionKind::Reply, "From the phone", 1, f.clock.now(), 3};
        QVERIFY(f.apply({entity("composition", other)}).hasValue());
        auto draft = f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value();
        QCOMPARE(draft.reply, std::string {"Hello"});
        QCOMPARE(draft.otherReply, std::string {"From the phone"});
        other.conversation = conversationId(2);
        QVERIFY(f.apply({entity("composition", other)}).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(2)); }).value().reply, std::string {"From the phone"});
        QVERIFY(f.changes.drafts.contains(conversationId(2)));
        // After a crash the stream brings what came before again.
        other.text = "From the";
        other.version = 2;
        QVERIFY(f.apply({entity("composition", other)}).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(2)); }).value().reply, std::string {"From the phone"});
    }

    void ownOlderWordsAreNotAnotherDevices()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Composition c {userId(), clientId(), conversationId(1), CompositionKind::Reply, "Hello", 1, f.clock.now(), 1};
        QVERIFY(f.write(&StoreWriter::saveComposition, c, std::nullopt).hasValue());
        f.clock.advance(std::chrono::seconds {3});
        const auto plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        // Typing goes on while the request is under way.
        Composition more = c;
        more.text = "Hello, yes";
        QVERIFY(f.write(&StoreWriter::saveComposition, more, c.text).hasValue());
        Entity answered = entity("composition", c);
        QVERIFY(f.answer(plan.ops.front().id, 200, {answered}).hasValue());
        answered.op = plan.ops.front().id;
        QVERIFY(f.apply({answered}).hasValue());
        const auto draft = [&f] { return f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value(); };
        QCOMPARE(draft().reply, std::string {"Hello, yes"});
        QCOMPARE(draft().otherReply, std::string {});
        // Nor when a snapshot names them again.
        QVERIFY(f.write(&StoreWriter::beginSnapshot, "user:" + userId().value).hasValue());
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("composition", c)}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, "user:" + userId().value, StreamPosition {"e", 9}).hasValue());
        QCOMPARE(draft().otherReply, std::string {});
    }

    void whatStandsInTheTimelineHasArrived()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op op = f.reply(1, "it arrived");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(op.id, 0).hasValue()); // the server had it; its answer was lost
        f.clock.advance(std::chrono::minutes {40});
        const std::string stream = "client:" + clientId().value;
        Message arrived = message(900, 1, 2, MessageRole::Staff, "it arrived");
        arrived.id = MessageId {op.id.value};
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(f.write(&StoreWriter::applySnapshotPage,
            std::vector<Entity> {entity("client", client()), entity("lead", lead(1)), entity("conversation", conversation(1)), entity("message", message(1, 1, 1)),
                entity("message", arrived)}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 40}).hasValue());
        QVERIFY(f.takeSendable().ops.empty());
        QVERIFY(f.outbox().empty());
    }

    void aSaveThatDidNotSeeWhatCameBackKeepsIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op held = f.reply(1, "Hello");
        held.state = OpState::Held;
        held.notBefore = f.clock.now() + std::chrono::seconds {5};
        QVERIFY(f.enqueue(held, CompositionKind::Reply).hasValue());
        QVERIFY(f.write(&StoreWriter::edit, held.id).hasValue());
        f.changes = {};
        const Composition typed {userId(), clientId(), conversationId(1), CompositionKind::Reply, "a", 1, f.clock.now(), 0};
        QVERIFY(f.write(&StoreWriter::saveComposition, typed, std::string {}).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply, std::string {"Hello\na"});
        QVERIFY(f.changes.drafts.contains(conversationId(1)));
    }

    void heldRepliesStandStillWhileOneIsAsked()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op held = f.reply(1, "soon");
        held.state = OpState::Held;
        held.notBefore = f.clock.now() + std::chrono::seconds {5};
        QVERIFY(f.enqueue(held).hasValue());
        const Op resolve = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(resolve).hasValue());
        f.clock.advance(std::chrono::seconds {3});
        f.store->writer().holdReplies(true);
        f.clock.advance(std::chrono::hours {1});
        QVERIFY(f.takeSendable().ops.empty()); // nor does what rests on it pass it
        f.store->writer().holdReplies(false);
        QVERIFY(f.takeSendable().ops.empty());
        f.clock.advance(std::chrono::milliseconds {1999});
        QVERIFY(f.takeSendable().ops.empty());
    }

    /// The version that another person has made meanwhile is the one that is written over, on purpose.
    void sendAnywayAfterA412NamesTheVersionThatIsThereNow()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op op = f.op(OpKind::Channel, 0, R"({"number":"+34910000000"})");
        op.conversation = {};
        op.target = idText(8, 1);
        op.ifMatch = "3";
        QVERIFY(f.enqueue(op).hasValue());
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"3"});
        QVERIFY(f.answer(op.id, 412, {}, R"({"title":"Precondition failed","current":{"version":5}})").hasValue());
        QVERIFY(f.outbox().front().state == OpState::NeedsReview);
        QVERIFY(f.write(&StoreWriter::sendAnyway, op.id).hasValue());
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"5"});
        QVERIFY(f.answer(op.id, 412).hasValue());
        Channel channel;
        channel.id = ChannelId {op.target};
        channel.client = clientId();
        channel.version = 8;
        QVERIFY(f.apply({entity("channel", channel)}).hasValue());
        QVERIFY(f.write(&StoreWriter::sendAnyway, op.id).hasValue());
        f.reopen();
        QCOMPARE(f.takeSendable().ops.front().ifMatch, std::string {"8"});
    }
};

FOREDECK_QT_TEST(OutboxTest)
#include "outboxtest.moc"
