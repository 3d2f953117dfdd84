#include "server/jobs/jobrunner.h"
#include "server/jobs/senddoors.h"
#include "server/services/op/queues.h"
#include "tests/jobs/rig.h"

#include <future>
#include <thread>

using namespace foredeck;
using namespace std::chrono_literals;

namespace foredeck::tests {

/// Who waits for whom while vendors hang.
class Lanes : public Rig {
protected:
    Job jobOf(const std::string &id, int priority = Job {}.priority)
    {
        Job job;
        job.id = JobId {id};
        job.queue = job.kind = "lane";
        job.client = client.id;
        job.priority = priority;
        job.runAt = job.createdAt = clock.now();
        job.channel = ChannelId {"text:" + client.id.value};
        job.payload = "{}";
        return job;
    }
    void enqueue(const Job &job)
    {
        (void)store->write([&](WriteTx &tx) { JobRepository::enqueue(tx, job); });
    }
};

// One vendor has both workers, and somebody calls for help.
TEST_F(Lanes, WhatIsPressingHasAWorkerOfItsOwn)
{
    class Hanging final : public JobHandler {
    public:
        JobOutcome run(const Job &job) override
        {
            if (job.priority == queues::pressing) {
                told.set_value();
            } else {
                if (++hanging == 2)
                    full.set_value();
                go.wait();
            }
            return JobOutcome::done();
        }
        std::promise<void> told, full, release;
        const std::shared_future<void> go = release.get_future().share();
        std::atomic<int> hanging {0};
    };
    Hanging vendor;
    auto told = vendor.told.get_future();
    JobRunner runner {*store, clock, log, {{"lane", &vendor, 2, 1, {.perChannel = 2}, 1}}, {60s, 10ms}};
    enqueue(jobOf("a"));
    enqueue(jobOf("b"));
    enqueue(jobOf("c"));
    ASSERT_TRUE(runner.start().hasValue());
    EXPECT_EQ(vendor.full.get_future().wait_for(20s), std::future_status::ready);
    enqueue(jobOf("fire", queues::pressing));
    runner.wake();
    EXPECT_EQ(told.wait_for(20s), std::future_status::ready);
    EXPECT_EQ(vendor.hanging, 2);
    vendor.release.set_value();
    runner.stop();
}

// The same business's own ordinary text runs, and its vendor hangs.
TEST_F(Lanes, AnEmergencysTextToTheOwnerGoesBesideOneThatRuns)
{
    std::vector<Job> claimed;
    (void)store->write([&](WriteTx &tx) {
        const auto text = [&](EscalationReason reason) {
            Escalation escalation;
            escalation.client = client.id;
            escalation.reason = reason;
            JobRepository::enqueue(tx, alertTextJob(escalation, AlertTextId::make(clock.now()), clock.now()));
        };
        const auto take = [&] {
            for (auto &job : JobRepository::claim(tx, queues::alertText, "w", clock.now(), clock.now() + 1min, 1, {.perChannel = queues::textsAtATime}))
                claimed.push_back(std::move(job));
        };
        text(EscalationReason::HumanRequested);
        take();
        text(EscalationReason::HumanRequested);
        text(EscalationReason::Emergency);
        text(EscalationReason::Emergency);
        take();
        take();
    });
    ASSERT_EQ(claimed.size(), 2U) << "of pressing ones, too, one at a time";
    EXPECT_EQ(claimed[1].priority, queues::pressing);
}

TEST_F(Lanes, DoorsThatFailedLastLeaveAWorkerToTheWellOnes)
{
    const auto job = jobOf("m"), pressing = jobOf("fire", queues::pressing);
    SendDoors doors {2};
    const auto fails = [&](const std::string &door) { SendDoors::Attempt {doors, clock, job, ChannelId {door}}.took(SendResult::inDoubt("silent")); };
    for (const auto *door : {"a", "b", "c"})
        fails(door);
    {
        const SendDoors::Attempt a {doors, clock, job, ChannelId {"a"}}, again {doors, clock, job, ChannelId {"a"}}, b {doors, clock, job, ChannelId {"b"}},
            c {doors, clock, job, ChannelId {"c"}}, well {doors, clock, job, ChannelId {"d"}};
        EXPECT_TRUE(a.mayBegin());
        EXPECT_FALSE(again.mayBegin());
        EXPECT_TRUE(b.mayBegin());
        EXPECT_FALSE(c.mayBegin()) << "the third of them";
        EXPECT_TRUE(well.mayBegin());
        const SendDoors::Attempt fire {doors, clock, pressing, ChannelId {"a"}}, two {doors, clock, pressing, ChannelId {"a"}}, other {doors, clock, pressing, ChannelId {"c"}};
        EXPECT_TRUE(fire.mayBegin()) << "beside the one that is tried";
        EXPECT_FALSE(two.mayBegin());
        EXPECT_TRUE(other.mayBegin());
    }
    SendDoors::Attempt c {doors, clock, job, ChannelId {"c"}};
    EXPECT_TRUE(c.mayBegin()) << "the others are over";
    EXPECT_FALSE(doors.goesOn(ChannelId {"c"}, clock.now(), true));
    {
        SendDoors::Attempt well {doors, clock, pressing, ChannelId {"c"}};
        well.took(SendResult::sent("id"));
    }
    EXPECT_TRUE(doors.goesOn(ChannelId {"c"}, clock.now(), false));
}

} // namespace foredeck::tests
