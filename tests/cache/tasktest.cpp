#include "models/cache/cachereader.h"
#include "models/cache/outboxacts.h"
#include "models/cache/outboxrules.h"
#include "models/cache/projection.h"
#include "tests/cache/storefixture.h"
#include "tests/qt/testclasses.h"

using namespace foredeck;
using namespace foredeck::test;
using namespace std::chrono_literals;

namespace {

TaskId taskId(int n) { return TaskId {idText(13, n)}; }

Task task(int n, Timestamp due, int conversation = 1)
{
    Task t;
    t.id = taskId(n);
    t.client = clientId();
    t.conversation = conversationId(conversation);
    t.kind = TaskKind::Promise;
    t.text = "Task " + std::to_string(n);
    t.due = due;
    t.createdAt = due - 1h;
    return t;
}

} // namespace

/// Tasks in the cache, and what a person does with them before the server has heard of it.
class TaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksOfAConversationStandByTheirTime()
    {
        StoreFixture f;
        f.signIn();
        f.fill(2);
        const Timestamp now = f.clock.now();
        Task done = task(3, now - 2h);
        done.state = TaskState::Done;
        done.closedAt = now - 1h;
        f.changes = {};
        QVERIFY(f.apply({entity("task", task(1, now + 2h)), entity("task", task(2, now + 1h)), entity("task", done), entity("task", task(4, now + 1h, 2))}).hasValue());
        QVERIFY(f.changes.conversations.contains(conversationId(1)));
        QCOMPARE(told(f, 1), (std::vector<std::string> {"Task 2", "Task 1", "Task 3"}));
        QCOMPARE(told(f, 2), std::vector<std::string> {"Task 4"});
        QVERIFY(told(f, 3).empty());
        Task older = task(2, now + 9h);
        QVERIFY(f.apply({entity("task", older)}).hasValue());
        QCOMPARE(told(f, 1).front(), std::string {"Task 2"}); // no newer version
        older.version = 2;
        QVERIFY(f.apply({entity("task", older)}).hasValue());
        QCOMPARE(told(f, 1).front(), std::string {"Task 1"});
        f.reopen();
        QCOMPARE(told(f, 1).size(), std::size_t {3});
    }

    void oneThatIsDeletedIsGone()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("task", task(1, f.clock.now()))}).hasValue());
        QCOMPARE(told(f, 1).size(), std::size_t {1});
        Entity gone {"task", 2, {}, taskId(1).value, true, {}};
        QVERIFY(f.apply({gone}).hasValue());
        QVERIFY(told(f, 1).empty());
    }

    void whatIsDueStandsInAViewOfItsOwn()
    {
        StoreFixture f;
        f.signIn();
        f.fill(3);
        Conversation c = conversation(1);
        c.version = 2;
        c.task = TaskMark {taskId(1), TaskKind::CallBack, userId(), f.clock.now() + 1h, false};
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QVERIFY(f.row(1).task == c.task);
        QVERIFY(!f.row(2).task);
        QVERIFY(f.order(View::Due).empty());
        c.version = 3;
        c.task->isDue = true;
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QCOMPARE(f.order(View::Due), std::vector {1});
        QCOMPARE(f.counters()[View::Due].total, 1);
        c.version = 4;
        c.status = ConversationStatus::Ended;
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QCOMPARE(f.order(View::Due), std::vector {1}); // a promise outlives the talk
        c.version = 5;
        c.task.reset();
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        QVERIFY(f.order(View::Due).empty());
        QCOMPARE(f.counters()[View::Due].total, 0);
    }

    void oneIsMadeChangedAndClosedBeforeTheServerKnows()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 0};
        QSignalSpy committed {&acts, &Acts::committed};
        const ConversationRef ref {clientId(), conversationId(1), 1};
        Task wanted;
        wanted.kind = TaskKind::CallBack;
        wanted.text = "About the \"berth\"";
        wanted.due = f.clock.now() + 1h;
        wanted.owner.user = userId();
        const OpId made = acts.makeTask(ref, wanted);
        QTRY_COMPARE(committed.size(), 1);
        auto rows = tasks(f, 1);
        QCOMPARE(rows.size(), std::size_t {1});
        QVERIFY(rows[0].isNew && rows[0].pending == PendingKind::Unsent);
        QCOMPARE(rows[0].task.id.value, made.value);
        QCOMPARE(rows[0].task.text, wanted.text);
        QCOMPARE(rows[0].task.owner.name, user().name); // the act names no more than the id
        QVERIFY(f.row(1).task && f.row(1).task->due == wanted.due);
        QCOMPARE(textOf(f.outbox().front()), wanted.text);

        Task later = rows[0].task;
        later.due += 1h;
        later.owner = {};
        acts.changeTask(ref, rows[0].task, later);
        QTRY_COMPARE(committed.size(), 2);
        QVERIFY(tasks(f, 1)[0].task.due == later.due);
        QVERIFY(tasks(f, 1)[0].task.owner.user.empty());
        QVERIFY(f.row(1).task->due == later.due);

        acts.closeTask(ref, later, TaskState::Done, QStringLiteral("reached"));
        QTRY_COMPARE(committed.size(), 3);
        rows = tasks(f, 1);
        QVERIFY(rows[0].task.state == TaskState::Done);
        QCOMPARE(rows[0].task.outcome, std::string {"reached"});
        QCOMPARE(rows[0].task.closedBy.name, user().name);
        QVERIFY(!f.row(1).task);
        acts.reopenTask(ref, later.id);
        QTRY_COMPARE(committed.size(), 4);
        QVERIFY(isOpen(tasks(f, 1)[0].task) && tasks(f, 1)[0].task.due == later.due);
    }

    void whatIsOpenBeforeAMomentStandsByItsTime()
    {
        StoreFixture f;
        f.signIn();
        f.fill(4);
        const Timestamp now = f.clock.now();
        Task done = task(3, now + 1h, 2);
        done.state = TaskState::Done;
        done.closedAt = now;
        Conversation c = conversation(1);
        c.version = 2;
        c.summary.wants = "a berth";
        QVERIFY(f.apply({entity("task", task(1, now + 2h)), entity("task", task(2, now - 26h, 2)), entity("task", done), entity("task", task(4, now + 30h, 3)), entity("conversation", c)}).hasValue());
        const auto open = [&](const ClientId &client) { return f.read([&](CacheReader &r) { return r.openTasks(client, now + 24h); }).value(); };
        auto due = open({});
        QCOMPARE(due.size(), std::size_t {2});
        QCOMPARE(due[0].row.task.text, std::string {"Task 2"}); // it was due yesterday, and still is
        QCOMPARE(due[1].row.task.text, std::string {"Task 1"});
        QCOMPARE(due[1].lead, leadId(1));
        QCOMPARE(due[1].wants, std::string {"a berth"});
        QVERIFY(!due[1].leadName.empty() && !due[1].leadPhone.empty());
        QCOMPARE(open(clientId()).size(), std::size_t {2});
        QVERIFY(open(clientId(2)).empty());

        // What this person does of them is told before the server knows.
        Ephemera ephemera;
        ephemera.setSession(SessionPhase::SignedIn, user());
        OutboxActs acts {*f.store, ephemera, 0};
        QSignalSpy committed {&acts, &Acts::committed};
        acts.closeTask({clientId(), conversationId(2), 1}, due[0].row.task, TaskState::Done, {});
        Task wanted;
        wanted.kind = TaskKind::CallBack;
        wanted.due = now + 1h;
        acts.makeTask({clientId(), conversationId(4), 1}, wanted);
        QTRY_COMPARE(committed.size(), 2);
        due = open({});
        QCOMPARE(due.size(), std::size_t {2});
        QVERIFY(due[0].row.isNew && due[0].row.task.conversation == conversationId(4));
        QCOMPARE(due[1].row.task.text, std::string {"Task 1"});
    }

    void theServersWordTakesThePlaceOfTheEcho()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Op op = f.op(OpKind::TaskCreate, 1, R"({"kind":"check","text":"the barrier","due":"2026-11-20T12:00:00.000Z"})");
        QVERIFY(f.enqueue(op).hasValue());
        f.takeSendable();
        Task made = task(1, *fromRfc3339("2026-11-20T12:00:00.000Z"));
        made.id = TaskId {op.id.value};
        made.text = "the barrier";
        made.owner = {ActorKind::User, userId(2), "Tomás"};
        QVERIFY(f.answer(op.id, 201, {entity("task", made)}).hasValue());
        QCOMPARE(tasks(f, 1).size(), std::size_t {1});
        QVERIFY(!tasks(f, 1)[0].isNew && tasks(f, 1)[0].pending == PendingKind::None);
        QCOMPARE(tasks(f, 1)[0].task.owner.name, std::string {"Tomás"});
        Entity event = entity("task", made);
        event.op = op.id;
        Conversation c = conversation(1);
        c.version = 2;
        c.task = markOf(made);
        Entity last = entity("conversation", c);
        last.op = op.id;
        QVERIFY(f.apply({event, last}).hasValue());
        QVERIFY(f.outbox().empty());
        QCOMPARE(f.row(1).task->id.value, op.id.value);
    }

    void whatWasNotTakenStandsByAndChangesNothing()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        QVERIFY(f.apply({entity("task", task(1, f.clock.now() + 1h))}).hasValue());
        Op done = f.op(OpKind::TaskDone, 1, R"({"outcome":"reached"})");
        done.target = taskId(1).value;
        QVERIFY(f.enqueue(done).hasValue());
        QVERIFY(!isOpen(tasks(f, 1)[0].task));
        f.takeSendable();
        QVERIFY(f.answer(done.id, 409, {}, R"({"detail":"the task is over"})").hasValue());
        QVERIFY(isOpen(tasks(f, 1)[0].task));
        QVERIFY(tasks(f, 1)[0].pending == PendingKind::NeedsReview);
        QCOMPARE(textOf(f.outbox().front()), std::string {"reached"});
        Op bad = f.op(OpKind::TaskCreate, 1, R"({"kind":"check","text":"the barrier","due":"2026-11-20T12:00:00.000Z"})");
        QVERIFY(f.enqueue(bad).hasValue());
        f.takeSendable();
        QVERIFY(f.answer(bad.id, 400, {}, R"({"detail":"bad"})").hasValue());
        const auto rows = tasks(f, 1);
        const auto kept = std::find_if(rows.begin(), rows.end(), [&](const TaskRow &row) { return row.task.id.value == bad.id.value; });
        QVERIFY(kept != rows.end() && kept->pending == PendingKind::Refused);
        QCOMPARE(kept->task.text, std::string {"the barrier"}); // nothing typed is lost
        QVERIFY(!f.row(1).task);
    }

    void theSummaryComesWithItsConversation()
    {
        StoreFixture f;
        f.signIn();
        f.fill(1);
        Conversation c = conversation(1);
        c.version = 2;
        c.summary = {1, "a berth", {"How high?"}, {{TaskKind::CallBack, "", f.clock.now(), TaskState::Open}}};
        QVERIFY(f.apply({entity("conversation", c)}).hasValue());
        const auto summary = [&](int n) { return f.read([n](CacheReader &r) { return r.summary(conversationId(n)); }).value(); };
        QVERIFY(summary(1) == c.summary);
        QVERIFY(summary(7) == ConversationSummary {});
    }

private:
    static std::vector<TaskRow> tasks(StoreFixture &f, int n)
    {
        return f.read([n](CacheReader &r) { return r.tasks(conversationId(n)); }).value();
    }
    static std::vector<std::string> told(StoreFixture &f, int n)
    {
        std::vector<std::string> texts;
        for (const TaskRow &row : tasks(f, n))
            texts.push_back(row.task.text);
        return texts;
    }
};

FOREDECK_QT_TEST(TaskTest)
#include "tasktest.moc"
