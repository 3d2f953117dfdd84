#include "storefixture.h"

#include "models/cache/outboxacts.h"
#include "tests/qt/testclasses.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <set>

using namespace foredeck;
using namespace foredeck::test;

namespace {

BulkStep step(int n)
{
    BulkStep one;
    one.client = clientId();
    one.conversation = conversationId(n);
    one.status = ConversationStatus::Active;
    one.owner = {OwnerKind::Assistant, {}, {}};
    one.lastPosition = one.lastPublicPosition = 1;
    return one;
}

std::vector<BulkStep> steps(int n)
{
    std::vector<BulkStep> all;
    for (int i = 1; i <= n; ++i)
        all.push_back(step(i));
    return all;
}

/// A person at a store, with acts that work their orders off.
struct BulkDesk {
    explicit BulkDesk(StoreFixture &fixture) : f(fixture), acts(*fixture.store, ephemera) { ephemera.setSession(SessionPhase::SignedIn, user(1)); }

    std::vector<BulkReport> orders()
    {
        return f.read([](CacheReader &reader) { return reader.bulks(); }).value();
    }
    BulkReport order(const OpId &id)
    {
        for (BulkReport &report : orders()) {
            if (report.head.id == id)
                return report;
        }
        return {};
    }
    bool isOver(const OpId &id) { return order(id).head.state == BulkState::Over; }
    /// Given, and all of it worked off.
    OpId give(const BulkAct &act, std::vector<BulkStep> all)
    {
        const OpId id = acts.bulk(act, std::move(all));
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isOver(id), 60'000); }();
        f.settle();
        return id;
    }
    OpId undo(const OpId &order)
    {
        const OpId id = acts.undoBulk(order);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(isOver(id), 60'000); }();
        f.settle();
        return id;
    }

    StoreFixture &f;
    Ephemera ephemera;
    OutboxActs acts;
};

BulkAct resolve()
{
    BulkAct act;
    act.kind = BulkKind::Resolve;
    return act;
}

std::vector<std::string> kinds(const std::vector<Op> &ops)
{
    std::vector<std::string> all;
    for (const Op &op : ops)
        all.emplace_back(op.kind.text());
    return all;
}

} // namespace

class BulkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// What was ordered, and what takes it back, is as precious as what was written.
    void anOrderIsCarriedOverFromADamagedFile()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        OpId order;
        {
            BulkDesk desk {f};
            order = desk.give(resolve(), steps(3));
        }
        for (int i = 0; i < 300; ++i)
            QVERIFY(f.enqueue(f.op(OpKind::Note, 1, R"({"text":"note number )" + std::to_string(i) + R"("})")).hasValue());
        f.close();
        QFile file {f.path(QStringLiteral("outbox.db"))};
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 4096 * 3 / 4 * 4096)); // among the notes
        QCOMPARE(file.write(QByteArray(4096, '\x5a')), qint64 {4096});
        file.close();
        QFile crashed {f.path(QStringLiteral("open"))};
        QVERIFY(crashed.open(QIODevice::WriteOnly));
        crashed.close();
        f.open();
        QVERIFY(!f.store->outboxSalvaged().isEmpty());
        BulkDesk desk {f};
        QCOMPARE(desk.orders().size(), 1u);
        QCOMPARE(desk.order(order).total, 3);
        QCOMPARE(desk.order(order).underWay, 3);
        desk.undo(order);
        QCOMPARE(desk.orders().front().total, 3);
        const auto ops = f.outbox();
        QVERIFY(std::none_of(ops.begin(), ops.end(), [](const Op &op) { return op.kind == OpKind::End; }));
    }

    void eachConversationIsAnActOfItsOwnAndShowsAtOnce()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        BulkDesk desk {f};
        const OpId order = desk.give(resolve(), steps(3));
        QCOMPARE(kinds(f.outbox()), (std::vector<std::string> {"end", "end", "end"}));
        std::set<std::string> ids;
        for (const Op &op : f.outbox()) {
            ids.insert(op.id.value);
            QCOMPARE(op.seenPosition, std::int64_t {1});
            QVERIFY(op.user == userId());
        }
        QCOMPARE(ids.size(), 3u);
        QCOMPARE(f.order(View::Ended).size(), 3u);
        const BulkReport report = desk.order(order);
        QCOMPARE(report.total, 3);
        QCOMPARE(report.underWay, 3);
        QVERIFY(canBeUndone(report));
    }

    void whatWasNotSentIsTakenOutAgain()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        BulkDesk desk {f};
        const OpId order = desk.give(resolve(), steps(3));
        const OpId undo = desk.undo(order);
        QVERIFY(f.outbox().empty());
        QVERIFY(f.order(View::Ended).empty());
        QCOMPARE(desk.order(undo).done, 3);
        QCOMPARE(desk.order(order).calledOff, 3);
        QVERIFY(!canBeUndone(desk.order(order)) && !canBeUndone(desk.order(undo)));
        QSignalSpy failed(&desk.acts, &Acts::failed);
        desk.acts.undoBulk(order);
        QTRY_COMPARE(failed.size(), 1);
    }

    /// The single one, too, takes out only what it undoes.
    void aResolveThatWasToldIsOpenedAgainThoughAnotherOneNeedsALook()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const Op refused = f.op(OpKind::End, 1);
        QVERIFY(f.enqueue(refused).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(refused.id, 409).hasValue());
        Conversation c = conversation(1); // by a colleague, or by the same person once more
        c.version = 2;
        c.status = ConversationStatus::Ended;
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        const Op reopen = f.op(OpKind::Reopen, 1);
        QVERIFY(f.enqueue(reopen).hasValue());
        QVERIFY(f.row(1).status != ConversationStatus::Ended);
        const SendPlan plan = f.takeSendable();
        QCOMPARE(plan.ops.size(), 1u);
        QVERIFY(plan.ops.front().id == reopen.id);
        QCOMPARE(f.outbox().size(), 2u);
    }

    void someAreRefusedAndTheRestGoesItsWay()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        BulkDesk desk {f};
        const OpId order = desk.give(resolve(), steps(4));
        const SendPlan plan = f.takeSendable(3);
        QCOMPARE(plan.ops.size(), 3u);
        QVERIFY(f.answer(plan.ops[0].id, 200).hasValue());
        QVERIFY(f.answer(plan.ops[1].id, 409, {}, R"({"title":"something newer has come"})").hasValue());
        BulkReport report = desk.order(order);
        QCOMPARE(report.done, 1);
        QCOMPARE(report.refused, 1);
        QCOMPARE(report.underWay, 2);
        QCOMPARE(report.refusals.size(), 1u);
        QVERIFY(report.refusals[0].conversation == plan.ops[1].conversation);
        QVERIFY(report.refusals[0].problem.find("newer") != std::string::npos);
        QCOMPARE(report.refusals[0].name, "Lead " + std::to_string(std::stoi(plan.ops[1].conversation.value.substr(24))));
        // Taken back: what the server has or may have by an act, the rest by leaving the outbox.
        const OpId undo = desk.undo(order);
        const auto open = f.outbox();
        int reopened = 0;
        for (const Op &op : open)
            reopened += op.kind == OpKind::Reopen ? 1 : 0;
        QCOMPARE(reopened, 2);
        QCOMPARE(open.size(), 4u); // with those that are at the server: one is acknowledged, one on its way
        QCOMPARE(desk.order(undo).total, 4);
        QCOMPARE(desk.order(undo).done, 2);
        QCOMPARE(f.order(View::Ended).size(), 0u);
    }

    void whatIsGivenAndLabelledHasItsWayBack()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        BulkDesk desk {f};
        BulkAct act;
        act.kind = BulkKind::Assign;
        act.to = {OwnerKind::User, userId(2), "User 2"};
        auto both = steps(2);
        both[1].owner = {OwnerKind::Nobody, {}, {}};
        const OpId order = desk.give(act, both);
        QCOMPARE(f.row(1).owner.name, std::string {"User 2"});
        QCOMPARE(f.outbox()[0].expect, std::string {R"({"owner":"assistant"})"});
        for (const Op &op : f.takeSendable(4).ops)
            QVERIFY(f.answer(op.id, 200).hasValue());
        desk.undo(order);
        const auto open = f.outbox();
        QCOMPARE(kinds(open), (std::vector<std::string> {"assign", "assign", "assign", "release"}));
        QCOMPARE(open[2].expect, "{\"owner\":\"" + userId(2).value + "\"}");
        QVERIFY(open[2].conversation == conversationId(2));
        QVERIFY(open[2].body.find(R"("user_id":"")") != std::string::npos);
        QVERIFY(f.row(1).owner.kind == OwnerKind::Assistant);

        act = {};
        act.kind = BulkKind::Label;
        act.label = "van";
        const OpId labelled = desk.give(act, steps(2));
        QCOMPARE(f.row(2).labels, std::vector<std::string> {"van"});
        desk.undo(labelled);
        QVERIFY(f.row(2).labels.empty());
    }

    void aLongOutboxListsWhatAPersonHasToLookAt()
    {
        StoreFixture f;
        f.signIn();
        f.fill(6);
        BulkDesk desk {f};
        desk.give(resolve(), steps(5));
        QVERIFY(f.enqueue(f.reply(6, "Hello")).hasValue());
        const SendPlan plan = f.takeSendable(5);
        QVERIFY(f.answer(plan.ops[4].id, 409, {}, "{}").hasValue());
        const auto few = f.read([](CacheReader &reader) { return reader.outbox(2); }).value();
        QCOMPARE(few.size(), 4u);
        QVERIFY(few[2].op.state == OpState::NeedsReview && few[3].op.kind == OpKind::Reply);
        QCOMPARE(few[3].clientName, std::string {"Client 1"});
    }

    void readMarksStay()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        BulkDesk desk {f};
        BulkAct act;
        act.kind = BulkKind::Read;
        const OpId order = desk.give(act, steps(2));
        QCOMPARE(f.row(1).unread, 0);
        QVERIFY(!canBeUndone(desk.order(order)));
    }

    void whatWasCalledOffDoesNotHappen()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        BulkDesk desk {f};
        const OpId order = desk.give(resolve(), steps(3));
        const SendPlan plan = f.takeSendable(1);
        desk.acts.callOffBulk(order);
        QTRY_COMPARE(desk.order(order).calledOff, 2);
        QTRY_VERIFY(desk.isOver(order));
        f.settle();
        QCOMPARE(f.outbox().size(), 1u);
        QVERIFY(f.outbox()[0].id == plan.ops[0].id);
        QCOMPARE(f.order(View::Ended).size(), 1u);
    }

    void anOrderThatIsNotWholeOnDiskHasNotBegun()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        const BulkHead head {OpId::make(f.clock.now()), userId(), BulkKind::Resolve, {}, {}, BulkState::Storing, f.clock.now()};
        QVERIFY(f.write(&StoreWriter::storeBulk, head, resolve(), steps(2), true, false).hasValue());
        f.reopen();
        {
            BulkDesk desk {f};
            f.settle();
            QVERIFY(desk.orders().empty());
            QVERIFY(f.outbox().empty());
            desk.give(resolve(), steps(1));
            QCOMPARE(f.outbox().size(), 1u);
        }
    }

    void anotherPersonDoesNotWorkItOff()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        const BulkHead head {OpId::make(f.clock.now()), userId(), BulkKind::Resolve, {}, {}, BulkState::Storing, f.clock.now()};
        QVERIFY(f.write(&StoreWriter::storeBulk, head, resolve(), steps(1), true, true).hasValue());
        f.signIn(2);
        Ephemera ephemera;
        OutboxActs acts {*f.store, ephemera};
        ephemera.setSession(SessionPhase::SignedIn, user(2));
        f.settle();
        QVERIFY(f.outbox().empty());
        f.signIn(1);
        ephemera.setSession(SessionPhase::SignedIn, user(1));
        QTRY_COMPARE(f.outbox().size(), 1u);
    }

    /// A kill between two turns: the files as they stand then are opened elsewhere, and nothing is lost or done twice.
    void tenThousandGoOnWhereTheyWereKilled()
    {
        constexpr int all = 10'000;
        StoreFixture f;
        f.signIn();
        for (int first = 1; first <= all; first += 1000)
            f.fill(1000, first);
        const BulkHead head {OpId::make(f.clock.now()), userId(), BulkKind::Resolve, {}, {}, BulkState::Storing, f.clock.now()};
        QVERIFY(f.write(&StoreWriter::storeBulk, head, resolve(), steps(all), true, true).hasValue());
        Mailbox mailbox;
        int turns = 0;
        for (int i = 0; i < 47; ++i) {
            f.store->writer().stepBulk(mailbox.receive([&](const Result<BulkTurn> &turn) { turns += turn.hasValue() && turn.value().more ? 1 : 0; }));
            QTRY_COMPARE_WITH_TIMEOUT(turns, i + 1, 30'000);
        }
        const auto before = f.outbox();
        QCOMPARE(before.size(), 4700u);

        QTemporaryDir elsewhere;
        for (const QString &name : QDir {f.folder()}.entryList(QDir::Files))
            QVERIFY(QFile::copy(f.path(name), elsewhere.filePath(name)));
        StoreOptions options;
        options.folder = elsewhere.path();
        options.user = userId();
        auto opened = LocalStore::open(options, f.clock);
        QVERIFY(opened.hasValue());
        LocalStore &store = *opened.value();
        Ephemera ephemera;
        OutboxActs acts {store, ephemera};
        std::vector<BulkReport> reports;
        int asked = 0;
        const auto isOver = [&] {
            store.read([](CacheReader &reader) { return reader.bulks(); }, mailbox.receive([&](const Result<std::vector<BulkReport>> &read) {
                reports = read.valueOr({});
                --asked;
            }));
            ++asked;
            while (asked > 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            return reports.size() == 1 && reports[0].head.state == BulkState::Over;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), 120'000);
        QCOMPARE(reports[0].total, all);
        QCOMPARE(reports[0].underWay, all);
        std::optional<std::vector<OutboxRow>> rows;
        store.read([](CacheReader &reader) { return reader.outbox(); }, mailbox.receive([&](const Result<std::vector<OutboxRow>> &read) { rows = read.valueOr({}); }));
        QTRY_VERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t(all));
        std::set<std::string> conversations;
        std::set<std::string> ids;
        for (const OutboxRow &row : *rows) {
            conversations.insert(row.op.conversation.value);
            ids.insert(row.op.id.value);
        }
        QCOMPARE(conversations.size(), std::size_t(all));
        for (const Op &op : before)
            QVERIFY(ids.contains(op.id.value));
    }
};

FOREDECK_QT_TEST(BulkTest)
#include "bulktest.moc"
