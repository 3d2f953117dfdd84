#include "storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;

class SnapshotTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatASnapshotDoesNotNameIsSweptAtItsEnd()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QCOMPARE(f.order(View::All).size(), 3u);
        Conversation changed = conversation(3);
        changed.version = 4;
        changed.status = ConversationStatus::Ended;
        QVERIFY(f.write(&StoreWriter::applySnapshotPage,
            std::vector<Entity> {entity("client", client()), entity("lead", lead(1)), entity("conversation", conversation(1)), entity("message", message(1, 1, 1)),
                entity("lead", lead(3)), entity("conversation", changed)}).hasValue());
        QCOMPARE(f.order(View::All).size(), 3u);
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 40}).hasValue());
        QCOMPARE(f.order(View::All), (std::vector<int> {3, 1}));
        QCOMPARE(f.counters()[View::All].total, 2);
        QCOMPARE(f.counters()[View::Ended].total, 1);
        QCOMPARE(f.read([](CacheReader &r) { return r.timeline(conversationId(1), 0, INT64_MAX, 9); }).value().items.size(), 1u);
        QVERIFY(f.read([](CacheReader &r) { return r.timeline(conversationId(3), 0, INT64_MAX, 9); }).value().items.empty());
        QCOMPARE(f.read([](CacheReader &r) { return r.clients(); }).value().size(), 1u);
        QVERIFY(f.read([](CacheReader &r) { return r.lead(leadId(2)); }).hasError());
    }

    void whatEventsBringMeanwhileStays()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(f.apply({entity("lead", lead(7)), entity("conversation", conversation(7))}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 40}).hasValue());
        QCOMPARE(f.order(View::All), std::vector<int> {7});
    }

    /// A server that goes on from a copy (`foredeckd restore`) counts from where the copy stood.
    void whatTheServerWentBackBehindIsShownAsTheServerHasIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation ended = conversation(1);
        ended.version = 9;
        ended.status = ConversationStatus::Ended;
        QVERIFY(f.apply({entity("conversation", ended)}).hasValue());
        QCOMPARE(f.counters()[View::Ended].total, 1);
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        Conversation copied = conversation(1);
        copied.version = 3;
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("client", client()), entity("lead", lead(1)), entity("conversation", copied)}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 4}).hasValue());
        QVERIFY(f.row(1).status != ConversationStatus::Ended);
        QCOMPARE(f.counters()[View::Ended].total, 0);
        copied.version = 4;
        copied.status = ConversationStatus::WaitingHuman;
        QVERIFY(f.apply({entity("conversation", copied)}).hasValue());
        QVERIFY(f.row(1).status == ConversationStatus::WaitingHuman);
    }

    /// What was told while the pages came is newer than they are.
    void anOlderPageTakesNothingBackThatCameSinceTheSnapshotBegan()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        Conversation ended = conversation(1);
        ended.version = 9;
        ended.status = ConversationStatus::Ended;
        QVERIFY(f.apply({entity("conversation", ended)}).hasValue());
        Conversation page = conversation(1);
        page.version = 8;
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("conversation", page)}).hasValue());
        QVERIFY(f.row(1).status == ConversationStatus::Ended);
    }

    void otherClientsAreNotTouched()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("client", client(2)), entity("conversation", conversation(20, 2))}).hasValue());
        const std::string stream = "client:" + clientId(1).value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 1}).hasValue());
        QCOMPARE(f.order(View::All), std::vector<int> {20});
        QVERIFY(f.write(&StoreWriter::dropStream, "client:" + clientId(2).value).hasValue());
        QVERIFY(f.order(View::All).empty());
        QVERIFY(f.read([](CacheReader &r) { return r.clients(); }).value().empty());
    }

    void theOutboxOutlivesASnapshotAndWhatWasAcknowledgedBeforeIsConfirmedByIt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op before = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(before).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(before.id, 200).hasValue());
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        const Op meanwhile = f.op(OpKind::Reopen, 1);
        QVERIFY(f.enqueue(meanwhile).hasValue());
        Conversation ended = conversation(1);
        ended.version = 2;
        ended.status = ConversationStatus::Ended;
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("conversation", ended)}).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 9}).hasValue());
        const auto ops = f.outbox();
        QCOMPARE(ops.size(), 1u);
        QCOMPARE(ops.front().id, meanwhile.id);
        QVERIFY(f.row(1).status == ConversationStatus::WaitingHuman);
    }

    void historyThatWasSweptCanBeFetchedAgain()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        std::vector<Entity> newest;
        for (int position = 2; position <= 80; ++position)
            newest.push_back(entity("message", message(100 + position, 1, position)));
        QVERIFY(f.apply(newest).hasValue());
        QVERIFY(f.write(&StoreWriter::markTimelineComplete, conversationId(1)).hasValue());
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        std::vector<Entity> page {entity("client", client()), entity("lead", lead(1)), entity("conversation", conversation(1))};
        page.insert(page.end(), newest.begin() + 29, newest.end());
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, page).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 40}).hasValue());
        const auto shown = f.read([](CacheReader &r) { return r.timeline(conversationId(1), 0, INT64_MAX, 900); }).value();
        QCOMPARE(shown.firstPosition, 31);
        QVERIFY(!shown.atStart);
    }

    void aSnapshotThatWasInterruptedLeavesTheOldView()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        QVERIFY(f.write(&StoreWriter::beginSnapshot, "client:" + clientId().value).hasValue());
        f.reopen();
        QCOMPARE(f.order(View::All).size(), 2u);
        QVERIFY(f.write(&StoreWriter::endSnapshot, "client:" + clientId().value, StreamPosition {"e", 1}).hasError());
        QCOMPARE(f.order(View::All).size(), 2u);
    }
};

FOREDECK_QT_TEST(SnapshotTest)
#include "snapshottest.moc"
