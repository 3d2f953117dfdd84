#include "server/jobs/taskjob.h"
#include "server/services/conversation/snoozeacts.h"
#include "server/services/task/taskacts.h"
#include "server/storage/taskrepository.h"
#include "server/storage/transitionrepository.h"
#include "tests/jobs/handovers.h"

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// What somebody must do, as time goes by, and what the assistant hears of it.
class Tasks : public HandOvers {
protected:
    Conversation row() { return conversations().at(0); }
    std::vector<Task> open()
    {
        std::vector<Task> list;
        (void)store->read([&](Tx &tx) { list = TaskRepository::openOf(tx, client.id, row().id, 50); });
        return list;
    }
    Task only()
    {
        const auto list = open();
        EXPECT_EQ(list.size(), 1u);
        return list.empty() ? Task {} : list.front();
    }
    void greet()
    {
        sms("Do you have parking?", "SM1");
        settle();
    }
    void promise(std::chrono::milliseconds ahead)
    {
        by(tom, [&, id = row().id](OpContext &op) { EXPECT_TRUE(createTask(op, id, {{}, TaskKind::Promise, "Flowers by noon", {}, op.now + ahead}).hasValue()); });
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        drain();
    }
};

TEST_F(Tasks, WhoAsksForACallIsATaskUntilTheHandOverIsDue)
{
    sms("Please call me back", "SM1");
    settle();
    const auto task = only();
    EXPECT_EQ(task.kind, TaskKind::CallBack);
    EXPECT_NE(task.text.find("call me back"), std::string::npos) << task.text;
    EXPECT_TRUE(task.owner.user.empty());
    EXPECT_EQ(task.createdBy.kind, ActorKind::Assistant);
    EXPECT_EQ(task.decision, decisions(row().id).back().id);
    EXPECT_EQ(task.due, *escalation(row().id)->due);
    const auto told = changes(row().id, TransitionField::Task);
    ASSERT_EQ(told.size(), 1u) << "the thread shows it, as it shows a person's";
    EXPECT_EQ(told[0].from, "");
    EXPECT_EQ(told[0].to, "open");
    EXPECT_EQ(told[0].reason, "call_back");
    EXPECT_EQ(told[0].detail, task.text);
    EXPECT_EQ(told[0].decision, task.decision);
    EXPECT_EQ(told[0].actor.kind, ActorKind::Assistant);
    ASSERT_TRUE(row().task);
    EXPECT_EQ(*row().task, markOf(task));
    ASSERT_EQ(row().summary.promises.size(), 1u);
    EXPECT_EQ(row().summary.promises[0].kind, TaskKind::CallBack);
    sms("Call me back please!", "SM2");
    settle();
    EXPECT_EQ(open().size(), 1u) << "one call is enough";
}

TEST_F(Tasks, ACallIsDueWithTheHandOverThatWasOpenBefore)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    const auto due = escalation(row().id)->due;
    ASSERT_TRUE(due);
    changeConversation([](Conversation &c) {
        c.owner = {OwnerKind::Assistant, {}, {}};
        c.status = ConversationStatus::Active;
    });
    clock.advance(5min);
    sms("Please call me back", "SM2");
    settle();
    EXPECT_EQ(escalation(row().id)->due, due);
    EXPECT_EQ(only().due, *due);
}

TEST_F(Tasks, WhoAsksForNoCallIsNone)
{
    sms("Do you have a helipad?", "SM1");
    settle();
    ASSERT_TRUE(escalation(row().id));
    EXPECT_TRUE(open().empty());
    EXPECT_FALSE(row().task);
}

TEST_F(Tasks, ComesDueByItselfOnce)
{
    greet();
    promise(2h);
    ASSERT_TRUE(row().task);
    EXPECT_FALSE(row().task->isDue);
    pass(2h - 1ms);
    EXPECT_FALSE(only().isDue);
    const auto seen = events().back().seq;
    pass(1ms);
    EXPECT_TRUE(only().isDue);
    EXPECT_TRUE(row().task->isDue);
    EXPECT_EQ(row().lastAt, clock.now()) << "to the head of the list";
    std::vector<std::string> kinds;
    for (const auto &event : events(seen))
        kinds.push_back(event.kind);
    EXPECT_EQ(kinds, (std::vector<std::string> {"transition.created", "task.updated", "conversation.updated"}));
    const auto told = changes(row().id, TransitionField::Task);
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told[0].to, taskIsDue);
    EXPECT_EQ(told[0].detail, "Flowers by noon");
    const auto version = only().version;
    pass(24h);
    EXPECT_EQ(only().version, version) << "once";
}

TEST_F(Tasks, PutOffItComesThenAndClosedItComesNoMore)
{
    greet();
    promise(1h);
    by(tom, [&, id = only().id](OpContext &op) { EXPECT_TRUE(updateTask(op, id, {{}, {}, {}, op.now + 3h, {}}).hasValue()); });
    pass(1h);
    EXPECT_FALSE(only().isDue);
    pass(2h);
    EXPECT_TRUE(only().isDue);
    by(tom, [&, id = only().id](OpContext &op) { EXPECT_TRUE(updateTask(op, id, {{}, {}, {}, op.now + 1h, {}}).hasValue()); });
    EXPECT_FALSE(only().isDue) << "not before it is due again";
    by(tom, [&, id = only().id](OpContext &op) { EXPECT_TRUE(closeTask(op, id, TaskState::Done, {"brought", {}}).hasValue()); });
    EXPECT_FALSE(row().task);
    const auto version = row().version;
    pass(2h);
    EXPECT_EQ(row().version, version);
}

// Between what the job saw and what it writes.
TEST_F(Tasks, PutOffWhileItsJobRunsItComesThen)
{
    greet();
    promise(1h);
    clock.advance(1h);
    std::vector<Job> jobs;
    (void)store->write([&](WriteTx &tx) { jobs = JobRepository::claim(tx, queues::taskDue, "worker", clock.now(), clock.now() + 1min, 1); });
    ASSERT_EQ(jobs.size(), 1u);
    TaskJob job {*store, clock};
    const auto outcome = job.run(jobs[0]);
    ASSERT_TRUE(outcome.effect);
    by(tom, [&, id = only().id](OpContext &op) { EXPECT_TRUE(updateTask(op, id, {{}, {}, {}, op.now + 3h, {}}).hasValue()); });
    (void)store->write([&](WriteTx &tx) {
        JobRepository::done(tx, jobs[0].id, "worker", clock.now());
        outcome.effect(tx);
    });
    EXPECT_FALSE(only().isDue);
    pass(3h);
    EXPECT_TRUE(only().isDue);
}

TEST_F(Tasks, WhatIsSnoozedWakesForIt)
{
    greet();
    promise(1h);
    by(tom, [&, id = row().id](OpContext &op) { EXPECT_TRUE(snooze(op, id, {op.now + 5h, {}}).hasValue()); });
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::WaitingHuman);
    EXPECT_FALSE(row().snoozedUntil);
    const auto version = row().version;
    pass(5h);
    EXPECT_EQ(row().version, version) << "its own time finds it awake";
}

TEST_F(Tasks, WhatHasEndedStaysSoAndIsStillDue)
{
    greet();
    promise(1h);
    by(tom, [&, id = row().id](OpContext &op) { EXPECT_TRUE(end(op, id, {0, {}, true}).hasValue()); });
    const auto ended = row().endedAt;
    ASSERT_TRUE(ended);
    pass(1h);
    EXPECT_EQ(row().status, ConversationStatus::Ended);
    EXPECT_EQ(row().endedAt, ended);
    EXPECT_TRUE(row().task->isDue);
}

TEST_F(Tasks, IsNotForgottenOverARestart)
{
    greet();
    promise(1h);
    restart();
    pass(1h);
    EXPECT_TRUE(only().isDue);
}

TEST_F(Tasks, TheNextOneTakesThePlaceOfTheOneThatIsDone)
{
    greet();
    promise(3h);
    promise(1h);
    const auto list = open();
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(row().task->id, list[0].id);
    by(tom, [&](OpContext &op) { EXPECT_TRUE(closeTask(op, list[0].id, TaskState::Dropped, {}).hasValue()); });
    EXPECT_EQ(row().task->id, list[1].id);
}

} // namespace foredeck::tests
