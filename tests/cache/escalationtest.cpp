#include "tests/cache/storefixture.h"

#include "models/cache/outboxacts.h"
#include "models/cache/projection.h"
#include "models/sqlite/database.h"
#include "tests/qt/testclasses.h"

#include <QFile>

#include <random>

using namespace foredeck;
using namespace foredeck::test;

namespace {

const Self nora {userId(), "Nora"};

EscalationId escalationId(int n) { return EscalationId {idText(12, n)}; }

/// Handed over n minutes ago, due `dueIn` minutes from now.
Escalation escalation(int n, int dueIn, EscalationStatus status = EscalationStatus::Pending)
{
    const Timestamp now = ManualClock().now();
    Escalation e;
    e.id = escalationId(n);
    e.client = clientId();
    e.conversation = conversationId(n);
    e.lead = leadId(n);
    e.reason = EscalationReason::Complaint;
    e.status = status;
    e.createdAt = now - std::chrono::minutes(n);
    e.due = now + std::chrono::minutes(dueIn);
    e.brief.wants = "Wish " + std::to_string(n);
    if (status == EscalationStatus::Resolved)
        e.resolvedAt = now - std::chrono::minutes(dueIn);
    return e;
}

Entity call(int n, std::int64_t version, const std::string &rung)
{
    return {"escalation_alert", version, R"({"escalation_id":")" + escalationId(n).value + R"(","client_id":")" + clientId().value + R"(","rung":")" + rung + R"("})", escalationId(n).value, false, {}};
}

struct KnownEscalations {
    KnownEscalations()
    {
        f.signIn();
        f.fill(4);
        acts = std::make_unique<OutboxActs>(*f.store, ephemera);
        ephemera.setSession(SessionPhase::SignedIn, user());
    }
    std::vector<int> order(EscalationStatus status, const ClientId &client = {})
    {
        std::vector<int> numbers;
        const auto page = f.read([&](CacheReader &reader) { return reader.escalations(status, client, {}, 1000); });
        for (const EscalationRow &row : page.value().rows)
            numbers.push_back(std::stoi(row.escalation.id.value.substr(24)));
        return numbers;
    }
    EscalationRow row(int n)
    {
        return *f.read([&](CacheReader &reader) { return reader.escalation(escalationId(n)); }).value();
    }
    EscalationRef ref(int n) const { return {{clientId(), conversationId(n), 1}, escalationId(n)}; }
    Op stored(OpKind kind)
    {
        for (const Op &op : f.outbox()) {
            if (op.kind == kind)
                return op;
        }
        return {};
    }
    void act(const std::function<void(OutboxActs &)> &call)
    {
        QSignalSpy committed {acts.get(), &Acts::committed};
        call(*acts);
        QTRY_COMPARE(committed.size(), 1);
        f.settle();
    }

    StoreFixture f;
    Ephemera ephemera;
    std::unique_ptr<OutboxActs> acts;
};

} // namespace

class EscalationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openOnesStandByDueAndClosedOnesNewestFirst()
    {
        KnownEscalations k;
        Escalation never = escalation(4, 0);
        never.due.reset();
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 30)), entity("escalation", escalation(2, -5)), entity("escalation", escalation(3, 10)), entity("escalation", never)}).hasValue());
        QCOMPARE(k.order(EscalationStatus::Pending), (std::vector<int> {2, 3, 1, 4}));
        std::vector<Entity> closed;
        for (const int n : {11, 12, 13})
            closed.push_back(entity("escalation", escalation(n, (n * 7) % 20, EscalationStatus::Resolved)));
        QVERIFY(k.f.apply(std::move(closed)).hasValue());
        // 12 was resolved 4 minutes ago, 13 11, 11 17.
        QCOMPARE(k.order(EscalationStatus::Resolved), (std::vector<int> {12, 13, 11}));
        QVERIFY(k.order(EscalationStatus::Pending, clientId(2)).empty());
        const auto counts = k.f.read([](CacheReader &reader) { return reader.escalationCounts({}); }).value();
        QCOMPARE(counts.at(EscalationStatus::Pending), 4);
        QCOMPARE(counts.at(EscalationStatus::Resolved), 3);
        QCOMPARE(k.row(2).leadName, std::string {"Lead 2"});
        QCOMPARE(k.row(2).clientMark, std::string {"C1"});
        QVERIFY(k.row(2).channel == ChannelKind::WhatsApp);
        QCOMPARE(k.row(2).snippet, std::string {"hello"});
    }

    /// As the server tells it to this person alone: "escalation.alert".
    void aCallIsNoVersionOfTheEscalation()
    {
        KnownEscalations k;
        const auto calls = [&] { return k.f.read([](CacheReader &reader) { return reader.calls(); }).value(); };
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(2, 5, EscalationStatus::Claimed)), call(1, 40, "on_call"), call(2, 41, "staff"), call(3, 42, "staff")}).hasValue());
        QCOMPARE(k.row(1).escalation.brief.wants, std::string {"Wish 1"});
        QVERIFY(k.row(1).escalation.version == 1);
        QCOMPARE(calls().size(), 1u); // somebody has the second, and nobody knows the third
        QCOMPARE(calls().at(escalationId(1)).rung, std::string {"on_call"});
        k.f.changes = {};
        QVERIFY(k.f.apply({call(1, 50, "everyone"), call(1, 45, "managers")}).hasValue());
        QCOMPARE(calls().at(escalationId(1)).version, 50);
        QCOMPARE(calls().at(escalationId(1)).rung, std::string {"everyone"});
        QVERIFY(k.f.changes.escalations.contains(escalationId(1)));
        // Another person's calls are not this one's.
        QVERIFY(k.f.write(&StoreWriter::dropStream, "user:" + userId().value).hasValue());
        QVERIFY(calls().empty());
    }

    void pagesJoinWithoutAGapOrADouble()
    {
        KnownEscalations k;
        std::vector<Entity> entities;
        for (int n = 1; n <= 25; ++n)
            entities.push_back(entity("escalation", escalation(n, n / 5, EscalationStatus::Resolved))); // five at each moment
        QVERIFY(k.f.apply(std::move(entities)).hasValue());
        std::vector<std::string> seen;
        EscalationKey after;
        for (;;) {
            const auto page = k.f.read([&](CacheReader &reader) { return reader.escalations(EscalationStatus::Resolved, {}, after, 4); }).value();
            for (const EscalationRow &row : page.rows)
                seen.push_back(row.key.id);
            if (page.complete)
                break;
            after = page.rows.back().key;
        }
        QCOMPARE(seen.size(), 25u);
        QCOMPARE(std::set<std::string>(seen.begin(), seen.end()).size(), 25u);
    }

    void takingOverIsSeenAtOnceInBothLists()
    {
        KnownEscalations k;
        Conversation c = conversation(1);
        c.version = 2;
        c.status = ConversationStatus::WaitingHuman;
        c.escalation = EscalationMark {escalationId(1), EscalationReason::Complaint, EscalationStatus::Pending, 1, {}};
        QVERIFY(k.f.apply({entity("conversation", c), entity("escalation", escalation(1, 5))}).hasValue());
        k.f.changes = {};
        k.act([&](OutboxActs &acts) { acts.takeOver(k.ref(1).conversation); });
        QVERIFY(k.f.changes.escalations.contains(escalationId(1)));
        QCOMPARE(k.order(EscalationStatus::Claimed), std::vector<int> {1});
        QVERIFY(k.order(EscalationStatus::Pending).empty());
        QCOMPARE(k.row(1).escalation.claimedBy.name, std::string {"Nora"});
        QVERIFY(k.row(1).pending == PendingKind::Unsent);
        // Nothing of the base was changed: what is refused has no effect.
        const OpId op = k.f.takeSendable().ops.front().id;
        QVERIFY(k.f.answer(op, 409).hasValue());
        QCOMPARE(k.order(EscalationStatus::Pending), std::vector<int> {1});
        QVERIFY(k.row(1).pending == PendingKind::NeedsReview);
        QVERIFY(k.f.write(&StoreWriter::drop, op).hasValue());
        QVERIFY(k.row(1).pending == PendingKind::None);
    }

    void theServersWordTakesTheActsPlace()
    {
        KnownEscalations k;
        Conversation c = conversation(1);
        c.version = 2;
        c.escalation = EscalationMark {escalationId(1), EscalationReason::Complaint, EscalationStatus::Pending, 1, {}};
        QVERIFY(k.f.apply({entity("conversation", c), entity("escalation", escalation(1, 5))}).hasValue());
        k.act([&](OutboxActs &acts) { acts.resolve(k.ref(1), QStringLiteral("Pumped out"), true); });
        QCOMPARE(k.order(EscalationStatus::Resolved), std::vector<int> {1});
        QCOMPARE(k.row(1).escalation.note, std::string {"Pumped out"});
        QVERIFY(k.f.row(1).status == ConversationStatus::Ended);
        const Op op = k.f.takeSendable().ops.front();
        Escalation done = escalation(1, 5, EscalationStatus::Resolved);
        done.version = 2;
        done.note = "Pumped out";
        Entity told = entity("escalation", done);
        told.op = op.id;
        QVERIFY(k.f.answer(op.id, 200).hasValue());
        QVERIFY(k.f.apply({told}).hasValue());
        QCOMPARE(k.order(EscalationStatus::Resolved), std::vector<int> {1});
        QVERIFY(k.row(1).pending == PendingKind::None);
        QVERIFY(k.f.row(1).status == ConversationStatus::Ended); // of which nothing was told yet
        c.version = 3;
        c.status = ConversationStatus::Ended;
        c.escalation.reset();
        Entity last = entity("conversation", c);
        last.op = op.id;
        QVERIFY(k.f.apply({last}).hasValue());
        QVERIFY(k.f.row(1).status == ConversationStatus::Ended);
        QVERIFY(k.f.outbox().empty());
    }

    void anActOutlivesAnEndOfTheProgram()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(2, 9))}).hasValue());
        k.act([&](OutboxActs &acts) { acts.returnToAssistant(k.ref(2), QStringLiteral("Offer Friday")); });
        k.acts.reset();
        k.f.reopen();
        QCOMPARE(k.order(EscalationStatus::Pending), std::vector<int> {1});
        QCOMPARE(k.order(EscalationStatus::Resolved), std::vector<int> {2});
        const auto ops = k.f.outbox();
        QVERIFY(k.f.write(&StoreWriter::drop, ops.front().id).hasValue());
        QCOMPARE(k.order(EscalationStatus::Pending), (std::vector<int> {1, 2}));
    }

    void everyActHasItsBodyAndItsTarget()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("user", user(2)), entity("escalation", escalation(1, 5))}).hasValue());
        k.act([&](OutboxActs &acts) { acts.acknowledge(k.ref(1)); });
        QVERIFY(k.row(1).escalation.acknowledgedAt && k.row(1).escalation.acknowledgedBy.name == "Nora");
        k.act([&](OutboxActs &acts) { acts.assign(k.ref(1), userId(2)); });
        QCOMPARE(k.row(1).escalation.assignedTo.name, std::string {"User 2"});
        k.act([&](OutboxActs &acts) { acts.takeOver(k.ref(1).conversation); });
        QVERIFY(k.row(1).escalation.assignedTo.user.empty());
        k.act([&](OutboxActs &acts) { acts.release(k.ref(1)); });
        QVERIFY(k.row(1).escalation.status == EscalationStatus::Pending && k.row(1).escalation.claimedBy.user.empty());
        k.act([&](OutboxActs &acts) { acts.returnToAssistant(k.ref(1), QStringLiteral("Say \"soon\"")); });
        k.act([&](OutboxActs &acts) { acts.resolve(k.ref(1), {}, false); });
        QCOMPARE(k.stored(OpKind::EscalationAcknowledge).body, std::string {"{}"});
        QCOMPARE(k.stored(OpKind::EscalationAssign).body, "{\"user_id\":\"" + userId(2).value + "\"}");
        QCOMPARE(k.stored(OpKind::EscalationReturn).body, std::string {"{\"instruction\":\"Say \\\"soon\\\"\"}"});
        QCOMPARE(k.stored(OpKind::EscalationResolve).body, std::string {"{\"note\":\"\",\"end\":false}"});
        for (const OpKind kind : {OpKind::EscalationAcknowledge, OpKind::EscalationAssign, OpKind::EscalationRelease, OpKind::EscalationReturn, OpKind::EscalationResolve}) {
            QCOMPARE(k.stored(kind).target, escalationId(1).value);
            QCOMPARE(k.stored(kind).conversation, conversationId(1));
        }
    }

    /// An old act does not undo what somebody else has done since: the server is told what it rests on.
    void anActOnWhoHasItRestsOnTheRowThatWasShown()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5))}).hasValue());
        EscalationRef shown = k.ref(1);
        k.act([&](OutboxActs &acts) { acts.assign(shown, userId(2)); });
        shown.assignedTo = userId(2);
        k.act([&](OutboxActs &acts) { acts.returnToAssistant(shown, {}); });
        shown.status = EscalationStatus::Claimed;
        shown.claimedBy = userId(3);
        shown.assignedTo = {};
        k.act([&](OutboxActs &acts) { acts.resolve(shown, {}, false); });
        const auto expected = [](const std::string &status, const std::string &claimedBy, const std::string &assignedTo) {
            return "{\"status\":\"" + status + "\",\"claimed_by\":\"" + claimedBy + "\",\"assigned_to\":\"" + assignedTo + "\"}";
        };
        QCOMPARE(k.stored(OpKind::EscalationAssign).expect, expected("pending", {}, {}));
        QCOMPARE(k.stored(OpKind::EscalationReturn).expect, expected("pending", {}, userId(2).value));
        QCOMPARE(k.stored(OpKind::EscalationResolve).expect, expected("claimed", userId(3).value, {}));
    }

    /// What is typed for one stands in the journal under its own id, goes out with the act and comes back from it.
    void whatIsTypedForItIsJournaledAndGoesOutWithTheAct()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(2, 5))}).hasValue());
        const auto journal = [&](int n) { return k.f.read([n](CacheReader &reader) { return reader.draft(journalId(escalationId(n))); }).value(); };
        const auto save = [&](CompositionKind kind, const QString &words) {
            QSignalSpy saved {k.acts.get(), &Acts::compositionSaved};
            k.acts->saveComposition({clientId(), journalId(escalationId(1)), 0}, kind, words, QString(), 1);
            QTRY_COMPARE(saved.size(), 1);
        };
        save(CompositionKind::Resolution, QStringLiteral("Pumped out"));
        save(CompositionKind::Instruction, QStringLiteral("Offer Friday"));
        QVERIFY2(k.f.outbox().empty(), "no server is told of it");
        QCOMPARE(journal(1).resolution, std::string {"Pumped out"});
        QVERIFY(journal(2).resolution.empty() && k.f.read([](CacheReader &r) { return r.draft(conversationId(1)); }).value().resolution.empty());
        QVERIFY2(k.f.row(1).draft.empty(), "it is no draft of a reply");
        k.act([&](OutboxActs &acts) { acts.resolve(k.ref(1), QStringLiteral("Pumped out"), false); });
        QVERIFY(journal(1).resolution.empty());
        QCOMPARE(journal(1).instruction, std::string {"Offer Friday"});
        QCOMPARE(k.f.outbox().size(), 1u);
        // Refused: it can be taken up again.
        const OpId op = k.f.takeSendable().ops.front().id;
        QVERIFY(k.f.answer(op, 422).hasValue());
        QVERIFY(k.f.write(&StoreWriter::edit, op).hasValue());
        QVERIFY(k.f.outbox().empty());
        k.acts.reset();
        k.f.reopen();
        QCOMPARE(journal(1).resolution, std::string {"Pumped out"});
        QCOMPARE(journal(1).instruction, std::string {"Offer Friday"});
    }

    /// What was given away while one had it waits again, in both lists.
    void givingItAwayLetsTheConversationGo()
    {
        KnownEscalations k;
        Conversation c = conversation(1);
        c.version = 2;
        c.owner = {OwnerKind::User, userId(), "Nora"};
        c.escalation = EscalationMark {escalationId(1), EscalationReason::Complaint, EscalationStatus::Claimed, 1, {}};
        Escalation e = escalation(1, 5, EscalationStatus::Claimed);
        e.claimedBy = {ActorKind::User, userId(), "Nora"};
        QVERIFY(k.f.apply({entity("conversation", c), entity("escalation", e)}).hasValue());
        QCOMPARE(k.f.order(View::Mine), std::vector<int> {1});
        k.act([&](OutboxActs &acts) { acts.assign(k.ref(1), userId(2)); });
        QVERIFY(k.f.order(View::Mine).empty());
        QCOMPARE(k.f.order(View::Waiting), std::vector<int> {1});
        QCOMPARE(k.order(EscalationStatus::Pending), std::vector<int> {1});
    }

    void whatIsSweptOrDeletedLeavesTheLists()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(2, 6)), entity("escalation", escalation(3, 7))}).hasValue());
        QVERIFY(k.f.apply({Entity {"escalation", 9, {}, escalationId(3).value, true, {}}}).hasValue());
        QCOMPARE(k.order(EscalationStatus::Pending), (std::vector<int> {1, 2}));
        const std::string stream = "client:" + clientId().value;
        QVERIFY(k.f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(k.f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("client", client()), entity("escalation", escalation(2, 6))}).hasValue());
        k.f.changes = {};
        QVERIFY(k.f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e", 1}).hasValue());
        QCOMPARE(k.order(EscalationStatus::Pending), std::vector<int> {2});
        QVERIFY(k.f.changes.escalations.contains(escalationId(1)));
    }

    /// It came with the person's stream: no snapshot of a client brings it, and none takes it away.
    void aCallLivesAsLongAsItsEscalation()
    {
        KnownEscalations k;
        const auto called = [&] {
            std::vector<std::string> ids;
            const auto calls = k.f.read([](CacheReader &reader) { return reader.calls(); });
            for (const auto &[id, call] : calls.value())
                ids.push_back(id.value);
            return ids;
        };
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(2, 6)), entity("escalation", escalation(3, 7)), call(1, 40, "staff"), call(2, 41, "staff"), call(3, 42, "staff")}).hasValue());
        QVERIFY(k.f.apply({Entity {"escalation", 9, {}, escalationId(3).value, true, {}}}).hasValue());
        const std::string stream = "client:" + clientId().value;
        QVERIFY(k.f.write(&StoreWriter::beginSnapshot, stream).hasValue());
        QVERIFY(k.f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {entity("client", client()), entity("escalation", escalation(2, 6))}).hasValue());
        QVERIFY(k.f.write(&StoreWriter::endSnapshot, stream, StreamPosition {"e", 1}).hasValue());
        QCOMPARE(called(), std::vector<std::string> {escalationId(2).value});
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", escalation(3, 7))}).hasValue());
        QCOMPARE(called(), std::vector<std::string> {escalationId(2).value});
        // A snapshot of the person's own stream names what they are called to.
        QVERIFY(k.f.write(&StoreWriter::beginSnapshot, "user:" + userId().value).hasValue());
        QVERIFY(k.f.write(&StoreWriter::applySnapshotPage, std::vector<Entity> {call(1, 50, "managers")}).hasValue());
        QVERIFY(k.f.write(&StoreWriter::endSnapshot, "user:" + userId().value, StreamPosition {"e", 1}).hasValue());
        QCOMPARE(called(), std::vector<std::string> {escalationId(1).value});
    }

    /// A file of before the lists had a table of their own: what it holds stands in them after the first start.
    void anOlderCacheIsTakenOver()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 30)), entity("escalation", escalation(2, 5)), entity("escalation", escalation(3, 9, EscalationStatus::Resolved))}).hasValue());
        k.acts.reset();
        k.f.close();
        {
            auto database = sqlite::Database::open(k.f.path(QStringLiteral("cache.db")).toStdString(), {});
            QVERIFY(database.hasValue());
            for (const char *step : {withoutRank, withoutTasks, "DROP TABLE escalation", "DROP TABLE lead_entry", "ALTER TABLE conversation DROP COLUMN effective_words", "DELETE FROM migration WHERE number > 1"})
                QVERIFY(database.value()->execute(step).hasValue());
        }
        k.f.open();
        QCOMPARE(k.order(EscalationStatus::Pending), (std::vector<int> {2, 1}));
        QCOMPARE(k.order(EscalationStatus::Resolved), std::vector<int> {3});
        QCOMPARE(k.row(2).leadName, std::string {"Lead 2"});
    }

    void theDaysFiguresAreThoseOfWhatBeganTodayOrIsOpen()
    {
        KnownEscalations k;
        const Timestamp now = k.f.clock.now();
        Escalation old = escalation(9, 5, EscalationStatus::Resolved);
        old.createdAt = now - std::chrono::hours(30);
        Escalation waits = escalation(8, 5);
        waits.createdAt = now - std::chrono::hours(30);
        Escalation taken = escalation(3, 60, EscalationStatus::Claimed);
        taken.claimedAt = taken.createdAt + std::chrono::seconds(108);
        QVERIFY(k.f.apply({entity("escalation", old), entity("escalation", waits), entity("escalation", taken)}).hasValue());
        const auto stats = k.f.read([&](CacheReader &reader) { return reader.escalationStats({}, now - std::chrono::hours(9), now); }).value();
        QCOMPARE(stats.total, 2);
        QCOMPARE(stats.today, 1);
        QCOMPARE(stats.claimMedianMs.value_or(0), 108'000);
        QVERIFY(!stats.resolveMedianMs);
        const auto other = k.f.read([&](CacheReader &reader) { return reader.escalationStats(clientId(2), now, now); }).value();
        QCOMPARE(other.total, 0);
    }

    /// Giving it to whom it is given already changes nothing: "seen" stays.
    void givenTwiceIsGivenOnce()
    {
        Op give;
        give.user = userId();
        give.target = escalationId(1).value;
        give.kind = OpKind::EscalationAssign;
        give.body = R"({"user_id":"u2"})";
        Escalation e = escalation(1, 5);
        e.assignedTo = {ActorKind::User, UserId {"u2"}, "Tomás"};
        e.acknowledgedAt = fromMs(7);
        QCOMPARE(encode(project(e, {give}, nora)), encode(e));
        e.assignedTo.user = UserId {"u3"};
        QVERIFY(!project(e, {give}, nora).acknowledgedAt);
        e.status = EscalationStatus::Claimed;
        e.assignedTo = {};
        e.claimedBy = {ActorKind::User, UserId {"u2"}, "Tomás"};
        QCOMPARE(encode(project(e, {give}, nora)), encode(e));
    }

    /// Today's act is not one on what was settled before in the same conversation.
    void whatWasSettledBeforeIsNotWaitingForAnAct()
    {
        KnownEscalations k;
        Escalation old = escalation(2, 90, EscalationStatus::Resolved);
        old.conversation = conversationId(1);
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5)), entity("escalation", old)}).hasValue());
        k.act([&](OutboxActs &acts) { acts.takeOver(k.ref(1).conversation); });
        QVERIFY(k.row(1).pending == PendingKind::Unsent);
        QVERIFY(k.row(2).pending == PendingKind::None);
    }

    void anActIsSeenThoughItsConversationIsNotHere()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(40, 5)), entity("escalation", escalation(41, 6))}).hasValue());
        k.act([&](OutboxActs &acts) { acts.resolve(k.ref(40), {}, false); });
        QCOMPARE(k.order(EscalationStatus::Pending), std::vector<int> {41});
        k.act([&](OutboxActs &acts) { acts.takeOver(k.ref(41).conversation); });
        QCOMPARE(k.order(EscalationStatus::Claimed), std::vector<int> {41});
    }

    /// Each pause in the typing of a reply is journaled; the lists of hand-overs do not hear of it.
    void typingInItsConversationIsNoChangeOfIt()
    {
        KnownEscalations k;
        QVERIFY(k.f.apply({entity("escalation", escalation(1, 5))}).hasValue());
        k.f.changes = {};
        QSignalSpy saved {k.acts.get(), &Acts::compositionSaved};
        k.acts->saveComposition(k.ref(1).conversation, CompositionKind::Reply, QStringLiteral("Hel"), QString(), 1);
        QTRY_COMPARE(saved.size(), 1);
        k.f.settle();
        QVERIFY(k.f.changes.escalations.empty());
        QVERIFY(!k.f.outbox().empty());
    }

    /// Projecting twice is projecting once, for any series of acts in any states; but "seen" is taken away by giving it to
    /// somebody else, and who has it by then is not given it again.
    void projectingTwiceIsProjectingOnce()
    {
        const std::vector<std::pair<OpKind, std::string>> kinds {{OpKind::Claim, "{}"}, {OpKind::TakeOver, "{}"}, {OpKind::Release, R"({"to":"nobody"})"},
            {OpKind::Release, R"({"to":"assistant"})"}, {OpKind::End, "{}"}, {OpKind::EscalationAssign, R"({"user_id":"u2"})"},
            {OpKind::EscalationRelease, "{}"}, {OpKind::EscalationReturn, R"({"instruction":"i"})"}, {OpKind::EscalationResolve, R"({"note":"n","end":true})"}};
        const std::vector<OpState> states {OpState::Held, OpState::Queued, OpState::Sending, OpState::Acked, OpState::NeedsReview, OpState::Refused};
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            std::minstd_rand random {seed};
            std::vector<Op> acts;
            for (std::int64_t i = 0, n = 1 + random() % 6; i < n; ++i) {
                const auto &[kind, body] = kinds[random() % kinds.size()];
                Op op;
                op.id = OpId {std::to_string(i)};
                op.user = userId();
                op.conversation = conversationId(1);
                op.target = escalationId(1).value;
                op.kind = kind;
                op.body = body;
                op.state = states[random() % states.size()];
                op.createdAt = fromMs(2000 + i);
                acts.push_back(std::move(op));
            }
            const Escalation once = project(escalation(1, 5), acts, nora);
            QVERIFY2(encode(project(once, acts, nora)) == encode(once), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void anActOnAnotherOneChangesNothing()
    {
        Op op;
        op.user = userId();
        op.conversation = conversationId(1);
        op.target = escalationId(2).value;
        op.kind = OpKind::EscalationResolve;
        op.body = R"({"note":"n","end":true})";
        QCOMPARE(encode(project(escalation(1, 5), {op}, nora)), encode(escalation(1, 5)));
    }
};

FOREDECK_QT_TEST(EscalationTest)
#include "escalationtest.moc"
