#include "fakerequests.h"
#include "tests/cache/storefixture.h"

#include "models/items/transcriptmodel.h"
#include "tests/qt/testclasses.h"

#include <QAbstractItemModelTester>

using namespace foredeck;
using namespace foredeck::test;

namespace {

struct ShownTranscript {
    explicit ShownTranscript(StoreFixture &f) : model(*f.store, ephemera, requests), tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    void open(int n)
    {
        QSignalSpy loaded {&model, &TranscriptModel::loaded};
        model.setConversation(conversationId(n));
        QTRY_COMPARE(loaded.size(), 1);
    }
    std::vector<QString> texts() const
    {
        std::vector<QString> list;
        for (int row = 0; row < model.rowCount(); ++row)
            list.push_back(model.itemAt(row).text);
        return list;
    }
    Ephemera ephemera;
    NotedRequests requests;
    TranscriptModel model;
    QAbstractItemModelTester tester;
};

std::vector<Entity> messages(int from, int to)
{
    std::vector<Entity> entities;
    for (int p = from; p <= to; ++p)
        entities.push_back(entity("message", message(1000 + p, 1, p, p % 2 ? MessageRole::Lead : MessageRole::Ai, "m" + std::to_string(p))));
    return entities;
}

} // namespace

class TranscriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onesOwnEntriesAreKnownAsSoonAsOneself()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Message own = message(7, 1, 2, MessageRole::Staff, "On our way");
        own.author = {ActorKind::User, user().id, user().name};
        QVERIFY(f.apply({entity("message", own)}).hasValue());
        ShownTranscript s {f};
        s.ephemera.setSession(SessionPhase::SigningIn, {});
        s.open(1);
        QVERIFY(!s.model.itemAt(1).mine);
        s.ephemera.setSession(SessionPhase::SignedIn, user());
        QTRY_VERIFY(s.model.itemAt(1).mine);
    }

    void newEntriesAndDeliveriesArriveOneByOne()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(2, 4)).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QCOMPARE(s.texts(), (std::vector<QString> {QStringLiteral("hello"), QStringLiteral("m2"), QStringLiteral("m3"), QStringLiteral("m4")}));
        QVERIFY(s.model.atStart());
        QCOMPARE(s.model.lastPosition(), 4);
        QSignalSpy inserted {&s.model, &QAbstractItemModel::rowsInserted};
        QSignalSpy changed {&s.model, &QAbstractItemModel::dataChanged};
        Message delivered = message(1002, 1, 2, MessageRole::Ai, "m2");
        delivered.version = 2;
        delivered.delivery.state = DeliveryState::Read;
        QVERIFY(f.apply({entity("message", delivered), entity("message", message(2000, 1, 5))}).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 5);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(changed.size(), 1);
        QVERIFY(s.model.itemAt(1).delivery == DeliveryState::Read);
    }

    void anEchoFollowsTheLastAndBecomesItsMessageWithoutGoing()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        ShownTranscript s {f};
        s.open(1);
        const Op op = f.reply(1, "On our way");
        QVERIFY(f.enqueue(op).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 2);
        QVERIFY(s.model.itemAt(1).opState == OpState::Queued && s.model.itemAt(1).mine);
        QSignalSpy removed {&s.model, &QAbstractItemModel::rowsRemoved};
        Message m = message(7, 1, 3, MessageRole::Staff, "On our way");
        m.id = MessageId {op.id.value};
        Entity event = entity("message", m);
        event.op = op.id;
        QVERIFY(f.apply({entity("message", message(6, 1, 2, MessageRole::Ai, "before it")), event}).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 3);
        QTRY_VERIFY(!s.model.itemAt(2).opState);
        QCOMPARE(s.model.itemAt(1).text, QStringLiteral("before it"));
        QCOMPARE(s.model.itemAt(2).position, 3);
        QCOMPARE(removed.size(), 0);
    }

    void olderEntriesComeFromTheCacheThenFromTheServer()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(400, 720)).hasValue());
        QVERIFY(f.apply({Entity {"message", 9, {}, messageId(1).value, true, {}}}).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QCOMPARE(s.model.rowCount(), 100);
        QVERIFY(!s.model.atStart());
        QSignalSpy older {&s.model, &TranscriptModel::olderLoaded};
        for (int expected : {200, 300, 321}) {
            older.clear();
            s.model.fetchOlder();
            QTRY_COMPARE(older.size(), 1);
            QCOMPARE(s.model.rowCount(), expected);
        }
        QVERIFY(s.requests.older.empty());
        s.model.fetchOlder();
        QTRY_COMPARE(s.requests.older.size(), 1u);
        QCOMPARE(s.requests.older.front().second, 400);
        QVERIFY(f.apply(messages(380, 399)).hasValue());
        Q_EMIT s.requests.olderFetched(conversationId(1), 20, true);
        QTRY_COMPARE(s.model.rowCount(), 341);
        QTRY_VERIFY(s.model.atStart());
        s.model.fetchOlder();
        QVERIFY(!s.model.isFetchingOlder());
    }

    void theWindowGrowsDownToWhatIsReachedFor()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(2, 720)).hasValue());
        ShownTranscript s {f};
        QVERIFY(!s.model.reach(5));
        s.open(1);
        QCOMPARE(s.model.itemAt(0).position, 621);
        QSignalSpy reached {&s.model, &TranscriptModel::reached};
        QVERIFY(s.model.reach(700));
        QVERIFY(!s.model.reach(300));
        QTRY_COMPARE(reached.size(), 1);
        QCOMPARE(s.model.itemAt(0).position, 260);
        QVERIFY(!s.model.atStart());
        // Two readings at once bring nothing twice, whichever comes first.
        s.model.fetchOlder();
        QVERIFY(!s.model.reach(20));
        QTRY_COMPARE(reached.size(), 2);
        QTRY_VERIFY(!s.model.isFetchingOlder());
        QCOMPARE(s.model.rowCount(), 720);
        for (int row = 0; row < s.model.rowCount(); ++row)
            QCOMPARE(s.model.itemAt(row).position, row + 1);
        QVERIFY(s.model.atStart());
        s.open(1);
        QVERIFY(!s.model.reach(20));
        s.model.fetchOlder();
        QTRY_VERIFY(reached.size() == 3 && !s.model.isFetchingOlder());
        QCOMPARE(s.model.rowCount(), 720);
    }

    void aLongWayIsGoneInSteps()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(2, 2000)).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QSignalSpy reached {&s.model, &TranscriptModel::reached};
        QSignalSpy inserted {&s.model, &QAbstractItemModel::rowsInserted};
        QVERIFY(!s.model.reach(20));
        QTRY_COMPARE(reached.size(), 1);
        QVERIFY(reached.at(0).at(0).toBool());
        QCOMPARE(s.model.rowCount(), 2000);
        QCOMPARE(s.model.itemAt(0).position, 1);
        QVERIFY(s.model.atStart());
        for (const auto &step : inserted)
            QVERIFY(step.at(2).toInt() - step.at(1).toInt() < 500);
    }

    void aFailureToFetchIsTold()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(50, 60)).hasValue());
        QVERIFY(f.apply({Entity {"message", 9, {}, messageId(1).value, true, {}}}).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QSignalSpy older {&s.model, &TranscriptModel::olderLoaded};
        s.model.fetchOlder();
        QTRY_COMPARE(s.requests.older.size(), 1u);
        Q_EMIT s.requests.olderFailed(conversationId(1), QStringLiteral("offline"));
        QCOMPARE(older.takeFirst().at(0).toString(), QStringLiteral("offline"));
        QVERIFY(!s.model.isFetchingOlder());
    }

    void notesTransitionsAndDecisionsHaveTheirShape()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Note note;
        note.id = NoteId {idText(9, 1)};
        note.conversation = conversationId(1);
        note.position = 2;
        note.text = "careful";
        note.author = {ActorKind::User, userId(2), "Tom"};
        Transition t;
        t.id = TransitionId {idText(9, 2)};
        t.conversation = conversationId(1);
        t.position = 3;
        t.field = TransitionField::Owner;
        t.to = "nobody";
        t.reason = "emergency";
        t.decision = DecisionId {idText(9, 3)};
        QVERIFY(f.apply({entity("note", note), entity("transition", t)}).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QCOMPARE(s.model.itemAt(1).kind, TranscriptKind::Note);
        QCOMPARE(s.model.itemAt(1).authorName, QStringLiteral("Tom"));
        QCOMPARE(s.model.itemAt(2).reason, QStringLiteral("emergency"));
        QVERIFY(!s.model.itemAt(2).decision);
        Decision d;
        d.id = t.decision;
        d.conversation = conversationId(1);
        d.seenPosition = 1;
        d.action = DecisionAction::HandedOver;
        QVERIFY(f.apply({entity("decision", d)}).hasValue());
        QTRY_VERIFY(s.model.itemAt(2).decision != nullptr);
        QVERIFY(s.model.itemAt(2).decision->action == DecisionAction::HandedOver);
    }

    void whatWasSweptFromTheCacheIsFetchedAgain()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(2, 60)).hasValue());
        QVERIFY(f.write(&StoreWriter::markTimelineComplete, conversationId(1)).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QTRY_COMPARE(s.model.rowCount(), 60);
        QVERIFY(s.model.atStart());
        const std::string stream = "client:" + clientId().value;
        QVERIFY(f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        std::vector<Entity> page = messages(31, 60);
        for (const auto &one : {entity("client", client()), entity("lead", lead(1)), entity("conversation", conversation(1))})
            page.push_back(one);
        QVERIFY(f.write(&StoreWriter::applySnapshotPage, page).hasValue());
        QVERIFY(f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e2", 40}).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 30);
        QVERIFY(!s.model.atStart());
        s.model.fetchOlder();
        QTRY_COMPARE(s.requests.older.size(), 1u);
        QCOMPARE(s.requests.older.front().second, 31);
    }

    void theNewLineStandsWhereTheReaderWasWhenItWasOpened()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply(messages(2, 6)).hasValue());
        ReadCursor cursor {userId(), clientId(), conversationId(1), 3, 1};
        QVERIFY(f.apply({entity("read_cursor", cursor)}).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QCOMPARE(s.model.newAfter(), 3);
        cursor.position = 6;
        cursor.version = 2;
        QVERIFY(f.apply({entity("read_cursor", cursor), entity("message", message(99, 1, 7))}).hasValue());
        QTRY_COMPARE(s.model.rowCount(), 7);
        QCOMPARE(s.model.newAfter(), 3);
        QVERIFY(s.model.data(s.model.index(4), TranscriptModel::UnreadRole).toBool());
        QVERIFY(!s.model.data(s.model.index(2), TranscriptModel::UnreadRole).toBool());
    }

    void runsOfOneSpeakerShareTheirNameLine()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Message late = message(5, 1, 3);
        late.at = fromMs(1794500000000 + 10 * 60000);
        QVERIFY(f.apply({entity("message", message(4, 1, 2)), entity("message", late)}).hasValue());
        ShownTranscript s {f};
        s.open(1);
        QVERIFY(!s.model.continuesRun(0));
        QVERIFY(s.model.continuesRun(1));
        QVERIFY(!s.model.continuesRun(2));
    }
};

FOREDECK_QT_TEST(TranscriptTest)
#include "transcripttest.moc"
