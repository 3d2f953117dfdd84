#include "tests/cache/storefixture.h"

#include "models/items/escalationfigures.h"
#include "models/items/escalationitem.h"
#include "models/items/escalationlistmodel.h"
#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <QAbstractItemModelTester>

#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

EscalationId escalationId(int n) { return EscalationId {idText(12, n)}; }

Escalation escalation(int n, int dueIn, EscalationStatus status = EscalationStatus::Pending, std::int64_t version = 1)
{
    const Timestamp now = ManualClock().now();
    Escalation e;
    e.id = escalationId(n);
    e.client = clientId();
    e.conversation = conversationId(n);
    e.lead = leadId(n);
    e.reason = EscalationReason::HumanRequested;
    e.status = status;
    e.createdAt = now - std::chrono::minutes(60);
    e.due = now + std::chrono::minutes(dueIn);
    e.brief.wants = "Wish";
    if (status == EscalationStatus::Resolved)
        e.resolvedAt = now - std::chrono::minutes(dueIn);
    e.version = version;
    return e;
}

struct ShownEscalations {
    ShownEscalations() : tester((prepare(), &model), QAbstractItemModelTester::FailureReportingMode::QtTest) { }
    void prepare()
    {
        f.signIn();
        f.fill(6);
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    void put(const std::vector<Escalation> &escalations)
    {
        std::vector<Entity> entities;
        for (const Escalation &e : escalations)
            entities.push_back(entity("escalation", e));
        QVERIFY(f.apply(std::move(entities)).hasValue());
    }
    void show(EscalationTab tab)
    {
        QSignalSpy loaded {&model, &EscalationListModel::loaded};
        model.show(tab, {});
        QTRY_COMPARE(loaded.size(), 1);
    }
    /// The numbers of the rows; a heading as minus the rows under it.
    std::vector<int> order() const
    {
        std::vector<int> numbers;
        for (int row = 0; row < model.rowCount(); ++row)
            numbers.push_back(model.isHeading(row) ? -model.index(row).data(EscalationListModel::CountRole).toInt() : std::stoi(model.itemAt(row).id.value.substr(24)));
        return numbers;
    }

    StoreFixture f;
    Ephemera ephemera;
    EscalationListModel model {*f.store, ephemera};
    QAbstractItemModelTester tester;
};

} // namespace

class EscalationListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Anybody may take it without asking, whoever took it up.
    void nobodyHasWhatTheirClaimRanOutOn()
    {
        const UserId tomas {"tomas"};
        EscalationRow row;
        row.escalation = escalation(1, 5, EscalationStatus::Claimed);
        row.escalation.claimedBy = {ActorKind::User, tomas, "Tomás"};
        row.owner = {OwnerKind::User, tomas, "Tomás"};
        row.claim = {tomas, "Tomás", 4, row.escalation.due};
        QVERIFY(holderOf(row, user().id).user == tomas && !escalationItem(row, user()).ranOut);
        row.claim.leaseUntil.reset();
        QVERIFY(holderOf(row, user().id).user.empty() && escalationItem(row, user()).ranOut);
    }

    void openOnesStandUnderTheirHeadings()
    {
        ShownEscalations s;
        s.put({escalation(1, 30), escalation(2, -5), escalation(3, 10, EscalationStatus::Claimed)});
        s.show(EscalationTab::Open);
        QTRY_COMPARE(s.order(), (std::vector<int> {-2, 2, 1, -1, 3}));
        QVERIFY(!(s.model.flags(s.model.index(0)) & Qt::ItemIsSelectable));
        QVERIFY(s.model.flags(s.model.index(1)) & Qt::ItemIsSelectable);
        QCOMPARE(s.model.choosable(3, 1), 4);
        QCOMPARE(s.model.choosable(3, -1), 2);
        QCOMPARE(s.model.choosable(0, -1), -1);
        QSignalSpy reset {&s.model, &QAbstractItemModel::modelReset};
        // The last one of a group takes its heading with it, the first one brings it.
        s.put({escalation(3, 10, EscalationStatus::Resolved, 2)});
        QTRY_COMPARE(s.order(), (std::vector<int> {-2, 2, 1}));
        s.put({escalation(1, 30, EscalationStatus::Claimed, 2), escalation(2, -5, EscalationStatus::Claimed, 2)});
        QTRY_COMPARE(s.order(), (std::vector<int> {-2, 2, 1}));
        QTRY_COMPARE(s.model.index(0).data(EscalationListModel::StatusRole).toInt(), static_cast<int>(EscalationStatus::Claimed));
        QCOMPARE(reset.size(), 0);
    }

    void anActIsSeenAtOnce()
    {
        ShownEscalations s;
        s.put({escalation(1, 30), escalation(2, 40)});
        s.show(EscalationTab::Open);
        QVERIFY(s.f.enqueue(s.f.op(OpKind::TakeOver, 2)).hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {-1, 1, -1, 2}));
        const EscalationItem &item = s.model.itemAt(s.model.rowOf(escalationId(2)));
        QVERIFY(item.mine && item.pending == PendingKind::Unsent);
        QCOMPARE(item.claimedName, QStringLiteral("Nora"));
    }

    /// A file that cannot be read for a moment takes nobody off the list.
    void whatCannotBeReadStaysAndIsReadAgain()
    {
        ShownEscalations s;
        s.put({escalation(1, 30), escalation(2, 40)});
        s.show(EscalationTab::Open);
        const auto file = sqlite::Database::open(s.f.path(QStringLiteral("cache.db")).toStdString(), {});
        QVERIFY(file.hasValue() && file.value()->execute("ALTER TABLE escalation RENAME TO elsewhere").hasValue());
        Changes changes;
        changes.escalations.insert(escalationId(1));
        Q_EMIT s.f.store->changed(changes);
        QVERIFY(s.f.read([](CacheReader &reader) { return reader.escalationsByIds({escalationId(1)}).hasError(); }));
        QCoreApplication::processEvents();
        QCOMPARE(s.order(), (std::vector<int> {-2, 1, 2}));
        // Gone it is only when that can be read.
        QVERIFY(file.value()->execute("DELETE FROM elsewhere WHERE id = '" + escalationId(1).value + "'; ALTER TABLE elsewhere RENAME TO escalation").hasValue());
        QTRY_COMPARE(s.order(), (std::vector<int> {-1, 2}));
    }

    void nothingMovesUnderTheHand()
    {
        ShownEscalations s;
        s.put({escalation(1, 30), escalation(2, 40)});
        s.show(EscalationTab::Open);
        s.model.setFrozen(true);
        Escalation worded = escalation(2, 40, EscalationStatus::Pending, 2);
        worded.brief.wants = "Something else";
        s.put({escalation(1, 30, EscalationStatus::Claimed, 2), worded, escalation(3, 1)});
        QTRY_COMPARE(s.model.waiting(), 2);
        QCOMPARE(s.order(), (std::vector<int> {-2, 1, 2}));
        QCOMPARE(s.model.itemAt(2).ask, QStringLiteral("Something else"));
        QVERIFY(s.model.itemAt(1).status == EscalationStatus::Claimed);
        // One's own act moves its own row, and no other.
        s.model.settle(escalationId(1));
        QTRY_COMPARE(s.order(), (std::vector<int> {-1, 2, -1, 1}));
        QCOMPARE(s.model.waiting(), 1);
        s.model.settle();
        QTRY_COMPARE(s.order(), (std::vector<int> {-2, 3, 2, -1, 1}));
        s.put({escalation(4, -9)});
        QTRY_COMPARE(s.model.waiting(), 1);
        s.model.setFrozen(false);
        QTRY_COMPARE(s.order(), (std::vector<int> {-3, 4, 3, 2, -1, 1}));
        QCOMPARE(s.model.waiting(), 0);
    }

    void theClosedOnesArePaged()
    {
        ShownEscalations s;
        std::vector<Escalation> many;
        for (int n = 1; n <= 250; ++n)
            many.push_back(escalation(n, n, EscalationStatus::Resolved));
        s.put(many);
        s.show(EscalationTab::Resolved);
        QCOMPARE(s.model.rowCount(), EscalationListModel::pageRows);
        while (s.model.rowCount() < 250) {
            const int before = s.model.rowCount();
            // Not while a page is being read; the tester beside it may have asked for one.
            QTRY_VERIFY(s.model.canFetchMore({}) || s.model.rowCount() > before);
            s.model.fetchMore({});
            QTRY_VERIFY(s.model.rowCount() > before);
        }
        QTRY_VERIFY(!s.model.canFetchMore({}));
        const auto order = s.order();
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    /// Older ones come below while the hand is on the list: they move nothing.
    void whatComesBehindTheLastOneComesThoughFrozen()
    {
        ShownEscalations s;
        s.put({escalation(1, 10, EscalationStatus::Resolved), escalation(2, 20, EscalationStatus::Resolved)});
        s.show(EscalationTab::Resolved);
        s.model.setFrozen(true);
        s.put({escalation(3, 30, EscalationStatus::Resolved), escalation(4, 40, EscalationStatus::Resolved), escalation(5, 15, EscalationStatus::Resolved)});
        QTRY_COMPARE(s.order(), (std::vector<int> {1, 2, 3, 4}));
        QTRY_COMPARE(s.model.waiting(), 1);
    }

    /// The act stands in the outbox, the table of the lists cannot take it: it belongs to no group of this list.
    void whatTheTableDoesNotKnowYetMakesNoHeading()
    {
        ShownEscalations s;
        s.put({escalation(1, 30), escalation(2, 40), escalation(3, 50, EscalationStatus::Claimed)});
        s.show(EscalationTab::Pending);
        auto lock = sqlite::Database::open(s.f.path(QStringLiteral("cache.db")).toStdString(), {});
        QVERIFY(lock.hasValue() && lock.value()->execute("BEGIN IMMEDIATE").hasValue());
        std::atomic<int> stored {0};
        for (const auto &[kind, n] : {std::pair {OpKind::EscalationResolve, 1}, {OpKind::TakeOver, 2}}) {
            Op op = s.f.op(kind, n);
            op.target = escalationId(n).value;
            s.f.store->writer().enqueue(op, std::nullopt, [&stored](const Result<void> &) { ++stored; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(stored.load(), 2, 60'000);
        s.show(EscalationTab::Open);
        QTRY_COMPARE(s.order(), (std::vector<int> {-2, 2, 3}));
        QCOMPARE(s.model.index(0).data(EscalationListModel::StatusRole).toInt(), static_cast<int>(EscalationStatus::Claimed));
        QVERIFY(lock.value()->execute("ROLLBACK").hasValue());
    }

    void whatIsKeptStepByStepEqualsWhatIsReadAnew()
    {
        ShownEscalations s;
        s.show(EscalationTab::Open);
        std::minstd_rand random {5};
        std::vector<std::int64_t> versions(31, 0);
        const EscalationStatus statuses[] {EscalationStatus::Pending, EscalationStatus::Claimed, EscalationStatus::Resolved, EscalationStatus::Expired};
        for (int step = 0; step < 80; ++step) {
            std::vector<Escalation> some;
            for (unsigned i = 0, n = 1 + random() % 5; i < n; ++i) {
                const int number = 1 + static_cast<int>(random() % 30);
                some.push_back(escalation(number, static_cast<int>(random() % 200) - 50, statuses[random() % 4], ++versions[static_cast<std::size_t>(number)]));
            }
            if (random() % 8 == 0)
                s.model.setFrozen(!s.model.isFrozen());
            s.put(some);
        }
        s.model.setFrozen(false);
        EscalationListModel anew {*s.f.store, s.ephemera};
        QSignalSpy loaded {&anew, &EscalationListModel::loaded};
        anew.show(EscalationTab::Open, {});
        QTRY_COMPARE(loaded.size(), 1);
        std::vector<int> expected;
        for (int row = 0; row < anew.rowCount(); ++row)
            expected.push_back(anew.isHeading(row) ? -anew.index(row).data(EscalationListModel::CountRole).toInt() : std::stoi(anew.itemAt(row).id.value.substr(24)));
        QTRY_COMPARE(s.order(), expected);
        QCOMPARE(s.model.waiting(), 0);
    }

    void theClockWarnsFromFourFifths()
    {
        EscalationItem item;
        item.status = EscalationStatus::Pending;
        item.createdAt = fromMs(0);
        item.due = fromMs(100'000);
        QCOMPARE(dueClock(item, fromMs(50'000)).state, DueState::Running);
        QCOMPARE(dueClock(item, fromMs(50'000)).rest, 0.5);
        QCOMPARE(dueClock(item, fromMs(79'999)).state, DueState::Running);
        QCOMPARE(dueClock(item, fromMs(80'000)).state, DueState::Soon);
        QCOMPARE(dueClock(item, fromMs(100'000)).state, DueState::Soon);
        QCOMPARE(dueClock(item, fromMs(100'001)).state, DueState::Late);
        item.snoozedUntil = fromMs(500'000);
        QCOMPARE(dueClock(item, fromMs(100'001)).state, DueState::Paused);
        QCOMPARE(dueClock(item, fromMs(500'001)).state, DueState::Late);
        // Taken up and answered: nothing is due until the customer writes again.
        item.status = EscalationStatus::Claimed;
        QCOMPARE(dueClock(item, fromMs(500'001)).state, DueState::None);
        item.waitingSince = fromMs(1);
        QCOMPARE(dueClock(item, fromMs(500'001)).state, DueState::Late);
        item.status = EscalationStatus::Resolved;
        QCOMPARE(dueClock(item, fromMs(500'001)).state, DueState::None);
        item.status = EscalationStatus::Pending;
        item.due.reset();
        QCOMPARE(dueClock(item, fromMs(500'001)).state, DueState::None);
        // A clock that jumped back, or a due time of before it was made, divides by nothing.
        item.due = fromMs(0);
        item.snoozedUntil.reset();
        QCOMPARE(dueClock(item, fromMs(-5)).rest, 0.0);
    }

    /// Whoever reads one line of a long turn reads the one that called them.
    void theSentenceThatMadeItAHandOverComesFirst()
    {
        EscalationRow row;
        row.escalation.reason = EscalationReason::Emergency;
        row.escalation.brief.why = "smell gas";
        row.escalation.brief.wants = "Hello, I wanted to ask for a cleaning on Friday. We have two cats! In the kitchen we Smell gas since noon. Thank you.";
        QCOMPARE(escalationItem(row, user()).ask, QStringLiteral("… In the kitchen we Smell gas since noon. Thank you."));
        row.escalation.brief.wants = "We smell gas. Can you come?";
        QCOMPARE(escalationItem(row, user()).ask, QStringLiteral("We smell gas. Can you come?"));
        // The record is shorter than what was written.
        row.escalation.brief.wants = "Hello, I wanted to ask for a cleaning on Friday. We have …";
        QVERIFY(escalationItem(row, user()).ask.startsWith(QStringLiteral("smell gas … Hello, I wanted")));
        // What is somebody else's account of it is no sentence of theirs.
        row.escalation.brief.wants = "Boat may be taking on water";
        QCOMPARE(escalationItem(row, user()).ask, QStringLiteral("Boat may be taking on water"));
        row.escalation.reason = EscalationReason::LowConfidence;
        row.escalation.brief.why = "Friday";
        row.escalation.brief.wants = "We have two cats. Is Friday free?";
        QCOMPARE(escalationItem(row, user()).ask, QStringLiteral("We have two cats. Is Friday free?"));
    }

    void hostileTextsAreOneHarmlessLine()
    {
        EscalationRow row;
        row.leadName = std::string {"Eve\n\xE2\x80\xAE"} + "evil" + std::string(5000, 'x');
        row.escalation.brief.wants = "a\tb\r\n<b>c</b>" + std::string(5000, 'y');
        const EscalationItem item = escalationItem(row, user());
        QVERIFY(item.name.size() <= 81 && !item.name.contains(QChar {0x202e}) && !item.name.contains(QLatin1Char {'\n'}));
        QVERIFY(item.ask.startsWith(QStringLiteral("a b <b>c</b>")) && item.ask.size() <= 201);
    }

    void theFiguresFollowTheCache()
    {
        ShownEscalations s;
        EscalationFigures figures {*s.f.store, s.ephemera};
        figures.setDay(s.f.clock.now() - std::chrono::hours(3));
        QTRY_VERIFY(figures.isLoaded());
        s.put({escalation(1, 5), escalation(2, 6, EscalationStatus::Claimed), escalation(3, 7, EscalationStatus::Resolved)});
        QTRY_COMPARE(figures.count(EscalationStatus::Pending), 1);
        QTRY_COMPARE(figures.stats()->today, 3);
        QVERIFY(s.f.enqueue(s.f.op(OpKind::TakeOver, 1)).hasValue());
        QTRY_COMPARE(figures.count(EscalationStatus::Pending), 0);
        QCOMPARE(figures.count(EscalationStatus::Claimed), 2);
        figures.setDay(s.f.clock.now() + std::chrono::hours(1));
        QTRY_COMPARE(figures.stats()->today, 0);
    }
};

FOREDECK_QT_TEST(EscalationListTest)
#include "escalationlisttest.moc"
