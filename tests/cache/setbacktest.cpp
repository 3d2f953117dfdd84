#include "models/cache/setback.h"
#include "models/sqlite/database.h"
#include "storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

namespace {

const std::string stream = "client:" + clientId().value;

/// One conversation, followed by a store that is lost later.
struct Followed : StoreFixture {
    Followed()
    {
        signIn();
        fill(1);
        follow("e1");
    }
    void follow(const std::string &epoch) { QVERIFY(apply(Batch {{}, {{stream, {epoch, 7}}}}).hasValue()); }
    /// As the server answers what it has taken: its effect is shown, and the act is done.
    Op taken(Op op, std::vector<Entity> answered)
    {
        const bool isStored = enqueue(op).hasValue();
        takeSendable();
        if (!isStored || answer(op.id, 200, std::move(answered)).hasError())
            qFatal("the act was not taken");
        return op;
    }
    Op replied(DeliveryState state, std::int64_t position = 2)
    {
        const Op op = reply(1, "At ten");
        return taken(op, {entity("message", said(op, state, position))});
    }
    static Message said(const Op &op, DeliveryState state, std::int64_t position = 2)
    {
        Message m = message(900, 1, position, MessageRole::Staff, "At ten");
        m.id = MessageId {op.id.value};
        m.author = {ActorKind::User, userId(), "Nora"};
        m.delivery.state = state;
        return m;
    }
    /// Sent, and its answer did not come.
    Op lost(OpKind kind = OpKind::Reply)
    {
        Op op = reply(1, "At ten");
        op.kind = kind;
        op.fence = 3;
        if (kind == OpKind::WriteFirst) {
            op.conversation = {};
            op.target = leadId(1).value;
        }
        if (enqueue(op).hasError() || takeSendable().ops.size() != 1 || answer(op.id, 0).hasError())
            qFatal("the act was not sent");
        return op;
    }
    Op noted()
    {
        Op op = this->op(OpKind::Note, 1);
        op.body = R"({"id":")" + op.id.value + R"(","text":"Has a dog"})";
        Note note;
        note.id = NoteId {op.id.value};
        note.client = clientId();
        note.conversation = conversationId(1);
        note.position = 2;
        note.author = {ActorKind::User, userId(), "Nora"};
        note.text = "Has a dog";
        return taken(op, {entity("note", note)});
    }
    /// The server's store as it is shown from now on: with what a customer wrote first, and no more than that.
    void shows(const std::string &epoch, const std::vector<Entity> &more = {})
    {
        QVERIFY(write(&StoreWriter::beginSnapshot, stream).hasValue());
        pages(more);
        QVERIFY(write(&StoreWriter::endSnapshot, stream, StreamPosition {epoch, 4}).hasValue());
    }
    /// A thread that began long before what a snapshot brings of it.
    void showsTheNewest(const std::string &epoch)
    {
        QVERIFY(write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(write(&StoreWriter::applySnapshotPage,
            std::vector<Entity> {entity("client", client()), entity("lead", lead(1)), entity("conversation", conversation(1)), entity("message", message(60, 1, 60))}).hasValue());
        QVERIFY(write(&StoreWriter::endSnapshot, stream, StreamPosition {epoch, 4}).hasValue());
    }
    void pages(const std::vector<Entity> &more)
    {
        Conversation c = conversation(1);
        c.lastPosition = c.lastPublicPosition = 1;
        std::vector<Entity> page {entity("client", client()), entity("lead", lead(1)), entity("conversation", c), entity("message", message(1, 1, 1))};
        page.insert(page.end(), more.begin(), more.end());
        QVERIFY(write(&StoreWriter::applySnapshotPage, page).hasValue());
    }
    void alter(const char *sql)
    {
        close();
        auto database = sqlite::Database::open(path(QStringLiteral("outbox.db")).toStdString(), {});
        QVERIFY(database.hasValue());
        QVERIFY(database.value()->execute(sql).hasValue());
        database.value().reset();
        open();
    }
    OpState only(const Op &op)
    {
        const auto ops = outbox();
        return ops.size() == 1 && ops.front().id == op.id ? ops.front().state.value() : OpState::Unknown;
    }
};

} // namespace

class SetBackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNoteThatTheCopyLacksGoesOutAgainUnderItsId()
    {
        Followed f;
        const Op note = f.noted();
        QVERIFY(f.outbox().empty());
        f.shows("e2");
        QCOMPARE(f.only(note), OpState::Queued);
        const auto plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QCOMPARE(plan.ops.front().id, note.id);
        QCOMPARE(plan.ops.front().body, note.body);
    }

    void aReplyThatMayHaveArrivedWaitsForALook()
    {
        Followed f;
        const Op reply = f.replied(DeliveryState::Queued);
        QVERIFY(f.outbox().empty());
        f.changes = {};
        f.shows("e2");
        QCOMPARE(f.only(reply), OpState::NeedsReview);
        QVERIFY(f.outbox().front().problem.find(setBackProblemType) != std::string::npos);
        QVERIFY2(f.row(1).pending == PendingKind::MayHaveArrived, "no list says that it was not sent");
        QVERIFY(doubtOf(f.outbox().front()) == Doubt::SetBack);
        QCOMPARE(f.changes.needingReview, 1);
        QVERIFY(f.takeSendable().ops.empty());
        QVERIFY(f.write(&StoreWriter::sendAnyway, reply.id).hasValue());
        const auto plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QCOMPARE(plan.ops.front().id, reply.id);
        QVERIFY(f.answer(reply.id, 200, {entity("message", Followed::said(reply, DeliveryState::Queued))}).hasValue());
        QVERIFY(f.outbox().empty());
    }

    /// The lost store may have had it, and handed it to its channel.
    void whatGotNoAnswerWaitsForALookToo()
    {
        for (const OpKind kind : {OpKind::Reply, OpKind::WriteFirst}) {
            for (const bool isOld : {false, true}) {
                Followed f;
                const Op op = f.lost(kind);
                if (isOld)
                    f.clock.advance(std::chrono::minutes {31});
                f.takeSendable(isOld ? 4 : 0); // an old one waits for a look already
                f.shows("e2");
                QCOMPARE(f.only(op), OpState::NeedsReview);
                QVERIFY(f.outbox().front().problem.find(setBackProblemType) != std::string::npos);
                QCOMPARE(f.outbox().front().fence, 0);
                f.clock.advance(std::chrono::minutes {1});
                QVERIFY(f.takeSendable().ops.empty());
                QVERIFY2(f.write(&StoreWriter::drop, op.id).hasValue(), "or it would be left to go out again, or to stand in the way of the next");
            }
        }
    }

    void whatIsOnItsWayThenIsAskedAboutWhateverBecomesOfIt()
    {
        Followed f;
        const Op reply = f.reply(1, "At ten");
        QVERIFY(f.enqueue(reply).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        f.shows("e2");
        QCOMPARE(f.only(reply), OpState::NeedsReview);
        QVERIFY2(f.write(&StoreWriter::edit, reply.id).hasError(), "it may be on its way to this server");
        QVERIFY(f.answer(reply.id, 0).hasValue());
        QCOMPARE(f.only(reply), OpState::NeedsReview);
        QVERIFY(f.outbox().front().problem.find(setBackProblemType) != std::string::npos);
        QVERIFY(f.answer(reply.id, 200, {entity("message", Followed::said(reply, DeliveryState::Queued))}).hasValue());
        QVERIFY(f.outbox().empty());
    }

    void whatGotNoAnswerAndIsInTheCopyIsDone()
    {
        Followed f;
        const Op reply = f.lost();
        f.shows("e2", {entity("message", Followed::said(reply, DeliveryState::Queued))});
        QVERIFY(f.outbox().empty());
    }

    /// Until then nobody knows that the server goes on from a copy.
    void whatGotNoAnswerIsSentAgainOnlyToTheStoreThatIsKnown()
    {
        Followed f;
        const Op reply = f.lost();
        const Op note = f.op(OpKind::Note, 1, R"({"text":"Has a dog"})");
        QVERIFY(f.enqueue(note).hasValue());
        QVERIFY(f.enqueue(f.op(OpKind::End, 1)).hasValue()); // rests on what was said
        f.clock.advance(std::chrono::minutes {1});
        f.epochs = {};
        const auto plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QCOMPARE(plan.ops.front().id, note.id); // said twice, it is there once
        f.epochs = {{stream, "e2"}};
        QVERIFY(f.takeSendable().ops.empty());
        QVERIFY(f.write(&StoreWriter::retry, reply.id).hasValue());
        QVERIFY(f.takeSendable().ops.empty());
        f.epochs = {{stream, "e1.manage"}}; // other rights, the same store
        const auto again = f.takeSendable();
        QCOMPARE(again.ops.size(), 1u);
        QCOMPARE(again.ops.front().id, reply.id);
    }

    void itsWordsCanBeTakenBackToTheComposer()
    {
        Followed f;
        const Op reply = f.replied(DeliveryState::Held);
        f.shows("e2");
        QVERIFY(f.write(&StoreWriter::edit, reply.id).hasValue());
        QCOMPARE(f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().reply, std::string {"At ten"});
    }

    void whatTheVendorHadIsNotAskedAbout()
    {
        for (const DeliveryState state : {DeliveryState::Sent, DeliveryState::Delivered, DeliveryState::Read, DeliveryState::Suppressed}) {
            Followed f;
            f.replied(state);
            f.shows("e2");
            QVERIFY(f.outbox().empty());
        }
    }

    void whatTheCopyHoldsIsDone()
    {
        Followed f;
        const Op reply = f.replied(DeliveryState::Queued);
        f.shows("e2", {entity("message", Followed::said(reply, DeliveryState::Queued))});
        QVERIFY(f.outbox().empty());
    }

    /// Its request may reach the server that is there, long after the heartbeats that would tell of it.
    void whatIsOnItsWayThenIsNotEditedBeforeItsAnswer()
    {
        Followed f;
        const Op reply = f.reply(1, "At ten");
        QVERIFY(f.enqueue(reply).hasValue());
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        f.shows("e2");
        QCOMPARE(f.only(reply), OpState::NeedsReview);
        const auto beat = [&] {
            f.clock.advance(std::chrono::seconds {20});
            f.store->writer().settleAcked(stream, f.clock.now());
            f.settle();
        };
        beat();
        QVERIFY(f.outbox().front().mayHaveArrived);
        QVERIFY(f.answer(reply.id, 0).hasValue());
        f.store->writer().settleAcked(stream, f.clock.now());
        f.settle();
        QVERIFY2(f.outbox().front().mayHaveArrived, "told before its answer was lost");
        beat();
        QVERIFY(!f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, reply.id).hasValue());
    }

    /// A snapshot brings the newest of a conversation; what stands before that has been copied with it.
    void whatStandsBeforeThePagesIsDone()
    {
        Followed f;
        f.replied(DeliveryState::Failed);
        f.showsTheNewest("e2");
        QVERIFY(f.outbox().empty());
    }

    /// The cache was begun anew meanwhile, or its answer was lost: where it would stand in the copy is not read.
    void whatMayStandFurtherBackInTheCopyIsNotCalledMissing()
    {
        Followed f;
        const Op reply = f.lost();
        f.showsTheNewest("e2");
        QCOMPARE(f.only(reply), OpState::NeedsReview);
        QVERIFY(f.outbox().front().mayHaveArrived);
        QVERIFY(f.write(&StoreWriter::edit, reply.id).hasError());
        QVERIFY(f.write(&StoreWriter::sendAnyway, reply.id).hasValue());
        f.epochs = {{stream, "e2"}};
        QCOMPARE(f.takeSendable().ops.size(), 1u);
    }

    /// The next copy is without it, and so is the cache by then.
    void whatIsKnownToHaveLeftIsNotAskedAboutByTheNextCopyEither()
    {
        enum Way { NotInTheCopy, FurtherBackInIt, SomebodyElseCame };
        for (const Way way : {NotInTheCopy, FurtherBackInIt, SomebodyElseCame}) {
            Followed f;
            f.replied(DeliveryState::Delivered);
            if (way == NotInTheCopy)
                f.shows("e2");
            else if (way == FurtherBackInIt)
                f.showsTheNewest("e2");
            else
                f.signIn(2);
            f.signIn(1);
            f.shows("e3");
            QVERIFY2(f.outbox().empty(), qPrintable(QString::number(way)));
        }
    }

    void anActThatWasTakenAndNotToldGoesOutAgain()
    {
        Followed f;
        const Op end = f.taken(f.op(OpKind::End, 1), {});
        QCOMPARE(f.only(end), OpState::Acked);
        f.shows("e2");
        QCOMPARE(f.only(end), OpState::Queued);
        QVERIFY(f.row(1).status == ConversationStatus::Ended);
        QCOMPARE(f.takeSendable().ops.size(), 1u);
        QVERIFY(f.answer(end.id, 200).hasValue()); // what was recorded, where the copy had it
        QCOMPARE(f.only(end), OpState::Acked);
        f.clock.advance(std::chrono::seconds {30});
        f.store->writer().settleAcked(stream, f.clock.now());
        f.settle();
        QVERIFY(f.outbox().empty());
    }

    void whatWasToldAndSetsAStateIsAsTheCopyHasIt()
    {
        Followed f;
        Conversation ended = conversation(1);
        ended.version = 2;
        ended.status = ConversationStatus::Ended;
        const Op end = f.op(OpKind::End, 1);
        Entity told = entity("conversation", ended);
        told.op = end.id;
        f.taken(end, {told});
        QVERIFY(f.outbox().empty());
        f.shows("e2");
        QVERIFY(f.outbox().empty());
        QVERIFY(f.row(1).status != ConversationStatus::Ended);
    }

    void aPasswordThatIsNotKeptIsAskedFor()
    {
        Followed f;
        const std::string agency = "agency:a";
        QVERIFY(f.apply(Batch {{}, {{agency, {"e1", 3}}}}).hasValue());
        Op invite = f.op(OpKind::UserInvite, 1, R"({"name":"Eva","password":"correct horse"})");
        invite.conversation = {};
        f.taken(invite, {});
        QVERIFY(f.write(&StoreWriter::beginSnapshot, agency).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, agency, StreamPosition {"e2.0123", 1}).hasValue());
        QCOMPARE(f.only(invite), OpState::NeedsReview);
    }

    void anOrdinarySnapshotBringsNothingBack()
    {
        Followed f;
        QSignalSpy told {f.store.get(), &LocalStore::serverSetBack};
        f.noted();
        f.replied(DeliveryState::Queued, 3);
        f.taken(f.op(OpKind::End, 1), {});
        f.shows("e1");
        QVERIFY(f.outbox().empty());
        f.shows("e1.manage"); // other rights, the same store
        QVERIFY(f.outbox().empty());
        f.settle();
        QCOMPARE(told.count(), 0);
    }

    void thePersonIsToldOnce()
    {
        Followed f;
        QVERIFY(f.apply(Batch {{}, {{"agency:a", {"e1.77", 3}}, {"user:" + userId().value, {"e1", 3}}}}).hasValue());
        QSignalSpy told {f.store.get(), &LocalStore::serverSetBack};
        f.shows("e2");
        for (const std::string &other : {std::string {"agency:a"}, "user:" + userId().value}) {
            QVERIFY(f.write(&StoreWriter::beginSnapshot, other).hasValue());
            QVERIFY(f.write(&StoreWriter::endSnapshot, other, StreamPosition {"e2", 1}).hasValue());
        }
        f.shows("e2");
        f.settle();
        QTRY_COMPARE(told.count(), 1);
        f.reopen();
        QSignalSpy again {f.store.get(), &LocalStore::serverSetBack};
        f.settle();
        QCOMPARE(again.count(), 0);
    }

    /// Another person came between, and with them another cache.
    void whatSomebodyElseSignedInForIsNotForgotten()
    {
        Followed f;
        const Op note = f.noted();
        f.signIn(2);
        f.shows("e2");
        QVERIFY(f.outbox().empty()); // not theirs to see
        QVERIFY(f.takeSendable().ops.empty());
        f.signIn(1);
        QCOMPARE(f.only(note), OpState::Queued);
    }

    /// A short log is read from its beginning instead.
    void aLogThatIsReadAnewBringsBackWhatItDoesNotTell()
    {
        Followed f;
        const Op lost = f.replied(DeliveryState::Queued);
        f.clock.advance(std::chrono::seconds {1});
        const Op kept = f.replied(DeliveryState::Queued, 3);
        f.signIn(2);
        f.signIn(1);
        QVERIFY(f.apply(Batch {{entity("client", client()), entity("conversation", conversation(1))}, {{stream, {"e2", 2}}}}).hasValue());
        QCOMPARE(f.outbox().size(), 2u);
        QVERIFY(f.apply(Batch {{entity("message", Followed::said(kept, DeliveryState::Sent))}, {{stream, {"e2", 3}}}}).hasValue());
        QCOMPARE(f.only(lost), OpState::NeedsReview);
    }

    void endedBeforeTheCacheShowsTheCopyItIsFoundAgain()
    {
        Followed f;
        const Op reply = f.replied(DeliveryState::Queued);
        const Op note = f.noted();
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        f.pages({});
        f.alter("UPDATE op SET state = CASE kind WHEN 'reply' THEN 'needs_review' ELSE 'queued' END, acked_at = NULL, attempts = 1");
        f.takeSendable(); // they stand in the cache that is shown still
        QVERIFY(f.outbox().empty());
        f.shows("e2");
        const auto ops = f.outbox();
        QCOMPARE(ops.size(), 2u);
        QCOMPARE(ops.front().id, reply.id);
        QCOMPARE(ops.front().state.value(), OpState::NeedsReview);
        QCOMPARE(ops.back().id, note.id);
        QCOMPARE(ops.back().state.value(), OpState::Queued);
    }

    void endedBeforeTheLogIsNotedItIsNotLookedForAgain()
    {
        Followed f;
        const Op reply = f.replied(DeliveryState::Queued);
        f.shows("e2");
        QVERIFY(f.write(&StoreWriter::drop, reply.id).hasValue());
        f.noted();
        f.alter("UPDATE log SET store = 'e1'");
        f.shows("e2");
        QVERIFY(f.outbox().empty());
    }

    void wordsStayForTwoDays()
    {
        Followed f;
        const auto stored = [&f] {
            auto database = sqlite::Database::open(f.path(QStringLiteral("outbox.db")).toStdString(), {});
            auto count = database.value()->statement("SELECT count(*) FROM op");
            return count.value().step().valueOr(false) ? count.value().integer(0) : -1;
        };
        Conversation ended = conversation(1);
        ended.version = 2;
        const auto confirmed = [&](OpKind kind) {
            const Op op = f.op(kind, 1);
            Entity told = entity("conversation", ended);
            ++ended.version;
            told.op = op.id;
            f.taken(op, {told});
        };
        f.noted();
        confirmed(OpKind::End);
        f.clock.advance(std::chrono::hours {47});
        confirmed(OpKind::Reopen);
        QCOMPARE(stored(), 2);
        f.clock.advance(std::chrono::hours {2});
        confirmed(OpKind::End);
        QCOMPARE(stored(), 1);
    }

    void ofEachKindTheRuleAndTheFileKnowTheSame()
    {
        std::string purge;
        QFile file {QStringLiteral(FOREDECK_SOURCE_DIR "/models/cache/outboxsql/op_purge_confirmed.sql")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        purge = file.readAll().toStdString();
        for (const auto &[kind, name] : EnumNames<OpKind>::names)
            QCOMPARE(purge.find('\'' + std::string {name} + '\'') != std::string::npos, comesBack(kind));
    }
};

FOREDECK_QT_TEST(SetBackTest)
#include "setbacktest.moc"
