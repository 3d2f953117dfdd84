#include "server/storage/jobrepository.h"
#include "tests/storage/storefixture.h"

#include <mutex>
#include <set>
#include <thread>

using namespace foredeck;

namespace {

using Names = std::vector<std::string>;

class JobTest : public StoreTest {
protected:
    Job make(const std::string &name)
    {
        Job job;
        job.id = JobId {name};
        job.client = ClientId {"client"};
        job.queue = "send";
        job.kind = "message";
        job.runAt = clock.now();
        job.payload = R"({"a":1})";
        job.createdAt = clock.now();
        return job;
    }
    bool enqueue(const Job &job)
    {
        bool isNew = false;
        write([&](WriteTx &tx) { isNew = JobRepository::enqueue(tx, job); });
        return isNew;
    }
    std::vector<Job> claimJobs(int limit = 10, const std::string &worker = "w")
    {
        std::vector<Job> jobs;
        write([&](WriteTx &tx) { jobs = JobRepository::claim(tx, "send", worker, clock.now(), clock.now() + lease, limit); });
        return jobs;
    }
    Names claim(int limit = 10, const std::string &worker = "w") { return ids(claimJobs(limit, worker)); }
    Names claimOne(const JobBounds &bounds)
    {
        std::vector<Job> jobs;
        write([&](WriteTx &tx) { jobs = JobRepository::claim(tx, "send", "w", clock.now(), clock.now() + lease, 1, bounds); });
        return ids(jobs);
    }
    bool done(const std::string &name, const std::string &worker = "w")
    {
        bool finished = false;
        write([&](WriteTx &tx) { finished = JobRepository::done(tx, JobId {name}, worker, clock.now()); });
        return finished;
    }
    bool fail(const std::string &name, std::chrono::milliseconds wait = std::chrono::seconds {1})
    {
        bool again = false;
        write([&](WriteTx &tx) { again = JobRepository::failed(tx, JobId {name}, "w", "no answer", clock.now() + wait, clock.now()); });
        return again;
    }
    Job stored(const std::string &name)
    {
        return get<std::optional<Job>>([&](Tx &tx) { return JobRepository::byId(tx, JobId {name}); }).value_or(Job {});
    }
    std::chrono::milliseconds lease = std::chrono::seconds {30};
};

} // namespace

TEST_F(JobTest, AreClaimedByPriorityTimeAndMakingInBatches)
{
    auto late = make("late");
    late.runAt = clock.now() + std::chrono::seconds {1};
    auto urgent = make("urgent");
    urgent.priority = 1;
    auto elsewhere = make("elsewhere");
    elsewhere.queue = "other";
    for (const auto &job : {make("b"), make("a"), late, urgent, elsewhere, make("c")})
        EXPECT_TRUE(enqueue(job));
    EXPECT_EQ(claim(3), (Names {"urgent", "b", "a"}));
    EXPECT_EQ(claim(3), (Names {"c"}));
    EXPECT_EQ(claim(3), Names {});
    EXPECT_EQ(get<std::optional<Timestamp>>([](Tx &tx) { return JobRepository::nextRunAt(tx, "send"); }), late.runAt);
    clock.advance(std::chrono::seconds {1});
    const auto jobs = claimJobs();
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_EQ(jobs[0].payload, R"({"a":1})");
    EXPECT_EQ(jobs[0].attempts, 1);
    EXPECT_EQ(jobs[0].worker, "w");
    EXPECT_EQ(jobs[0].lockedUntil, clock.now() + lease);
    EXPECT_EQ(jobs[0].state, JobState::Running);
    EXPECT_FALSE(get<std::optional<Timestamp>>([](Tx &tx) { return JobRepository::nextRunAt(tx, "send"); }));
}

TEST_F(JobTest, OfOneSerialKeyRunOneAfterAnother)
{
    for (const auto *name : {"a1", "b1", "a2", "a3"}) {
        auto job = make(name);
        job.serialKey = name[0];
        enqueue(job);
    }
    EXPECT_EQ(claim(), (Names {"a1", "b1"}));
    EXPECT_EQ(claim(), Names {});
    fail("a1", std::chrono::seconds {5});
    EXPECT_EQ(claim(), Names {}) << "a later one does not overtake one that is tried again";
    clock.advance(std::chrono::seconds {5});
    EXPECT_EQ(claim(), Names {"a1"});
    done("a1");
    EXPECT_EQ(claim(), Names {"a2"});
    write([&](WriteTx &tx) { EXPECT_TRUE(JobRepository::dead(tx, JobId {"a2"}, "w", "refused", clock.now())); });
    EXPECT_EQ(claim(), Names {"a3"}) << "a dead one holds nobody up";
}

// Whom to call in a fire does not wait for an hour behind what a vendor did not take.
TEST_F(JobTest, WhatAPressingOneWaitsForIsAsPressing)
{
    const auto makeOf = [&](const std::string &name, int priority) {
        auto job = make(name);
        job.serialKey = name[0];
        job.priority = priority;
        return job;
    };
    enqueue(makeOf("a1", 2));
    enqueue(makeOf("b1", 2));
    ASSERT_EQ(claim(), (Names {"a1", "b1"}));
    fail("a1", std::chrono::hours {1});
    fail("b1", std::chrono::hours {1});
    enqueue(makeOf("c1", 2));
    enqueue(makeOf("a2", 1));
    enqueue(makeOf("b2", 2));
    EXPECT_EQ(claim(1), Names {"a1"});
    EXPECT_EQ(stored("b1").runAt, clock.now() + std::chrono::hours {1}) << "of another key";
    done("a1");
    EXPECT_EQ(claim(1), Names {"a2"});
    EXPECT_EQ(claim(1), Names {"c1"});
}

// Who writes line after line in an emergency would use up the first line's tries, and the others went without it.
TEST_F(JobTest, ATryThatComesSoonerForAPressingOneIsNotCounted)
{
    const auto pressing = [&](const std::string &name) {
        auto job = make(name);
        job.serialKey = "a";
        job.priority = 1;
        return job;
    };
    enqueue(pressing("a0"));
    for (int line = 1; line <= 12; ++line) {
        ASSERT_EQ(claim(1), Names {"a0"}) << line;
        fail("a0", std::chrono::hours {1});
        enqueue(pressing("a" + std::to_string(line)));
        EXPECT_EQ(stored("a0").attempts, 0) << line;
    }
    ASSERT_EQ(claim(1), Names {"a0"});
    fail("a0", std::chrono::hours {1});
    clock.advance(std::chrono::hours {1});
    const auto again = claimJobs(1);
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].attempts, 2) << "one by its own backoff";
}

// A vendor that hangs would hold every worker, and what goes to the others would wait for it.
TEST_F(JobTest, OfOneChannelTwoRunAtATime)
{
    for (const auto *name : {"a1", "a2", "a3", "b1", "a4"}) {
        auto job = make(name);
        job.channel = ChannelId {std::string {name[0]}};
        enqueue(job);
    }
    EXPECT_EQ(claim(1), Names {"a1"});
    EXPECT_EQ(claim(1), Names {"a2"});
    EXPECT_EQ(claim(1), Names {"b1"}) << "the door of the a's is busy";
    EXPECT_EQ(claim(1), Names {});
    EXPECT_EQ(stored("a3").channel, ChannelId {"a"});
    done("a1");
    EXPECT_EQ(claim(1), Names {"a3"});
    fail("a2");
    EXPECT_EQ(claim(1), Names {"a4"});
}

// Also of one that has many doors.
TEST_F(JobTest, OfOneClientOnlySoManyRunAtATime)
{
    for (const auto *name : {"a1", "a2", "a3", "b1"}) {
        auto job = make(name);
        job.client = ClientId {std::string {name[0]}};
        job.channel = ChannelId {name};
        enqueue(job);
    }
    const JobBounds two {.perClient = 2};
    EXPECT_EQ(claimOne(two), Names {"a1"});
    EXPECT_EQ(claimOne(two), Names {"a2"});
    EXPECT_EQ(claimOne(two), Names {"b1"});
    EXPECT_EQ(claimOne(two), Names {});
    auto fire = make("a-fire");
    fire.client = ClientId {"a"};
    fire.priority = 1;
    enqueue(fire);
    EXPECT_EQ(claimOne(two), Names {}) << "one more that may hang, for whoever takes what is not pressing, too";
    EXPECT_EQ(claimOne({.perClient = 2, .least = 1}), Names {"a-fire"}) << "by a worker of its own it waits for its like alone";
    done("a1");
    EXPECT_EQ(claimOne(two), Names {});
    done("a-fire");
    EXPECT_EQ(claimOne(two), Names {"a3"});
}

// Two of each would hold all four workers, and keep every other business from them.
TEST_F(JobTest, OrdinaryAndPressingTogetherAreNoMoreThanSoMany)
{
    const auto put = [&](const std::string &name, int priority) {
        auto job = make(name);
        job.client = ClientId {name.substr(0, 1)};
        job.channel = ChannelId {"door-" + name};
        job.priority = priority;
        enqueue(job);
    };
    for (const auto *name : {"a1", "a2", "b1"})
        put(name, 2);
    const JobBounds ordinary {.perClient = 3, .triedBefore = 3};
    const JobBounds pressing {.perClient = 3, .triedBefore = 3, .least = 1};
    EXPECT_EQ(claimOne(ordinary), Names {"a1"});
    EXPECT_EQ(claimOne(ordinary), Names {"a2"});
    put("a-fire1", 1);
    put("a-fire2", 1);
    EXPECT_EQ(claimOne(ordinary), Names {"a-fire1"});
    EXPECT_EQ(claimOne(ordinary), Names {"b1"}) << "the last one of the queue is for the others";
    EXPECT_EQ(claimOne(pressing), Names {"a-fire2"});
    for (const auto *name : {"a1", "a2", "b1"})
        fail(name);
    for (const auto *name : {"a-fire1", "a-fire2"})
        fail(name, std::chrono::seconds {9});
    clock.advance(std::chrono::seconds {1});
    for (const auto *name : {"a1", "a2", "b1"})
        EXPECT_EQ(claimOne(ordinary), Names {name});
    clock.advance(std::chrono::seconds {8});
    enqueue(make("new"));
    EXPECT_EQ(claimOne(ordinary), Names {"new"}) << "nor do those that failed before take it";
    EXPECT_EQ(claimOne(pressing), Names {"a-fire1"});
}

// What hung before may hang again.
TEST_F(JobTest, OfWhatWasTriedBeforeOnlySoManyRunAtATime)
{
    for (const auto *name : {"a", "b"})
        enqueue(make(name));
    ASSERT_EQ(claim(2).size(), 2u);
    fail("a");
    fail("b");
    clock.advance(std::chrono::seconds {1});
    enqueue(make("new"));
    const JobBounds one {.triedBefore = 1};
    EXPECT_EQ(claimOne(one), Names {"a"});
    EXPECT_EQ(claimOne(one), Names {"new"});
    EXPECT_EQ(claimOne(one), Names {});
    done("a");
    EXPECT_EQ(claimOne(one), Names {"b"});
}

TEST_F(JobTest, APressingOneWaitsBehindNoOrdinaryOneOfItsChannelButForItsOwnOrder)
{
    const auto queue = [&](const std::string &name, const std::string &serial, int priority) {
        auto job = make(name);
        job.channel = ChannelId {"a"};
        job.serialKey = serial;
        job.priority = priority;
        enqueue(job);
    };
    queue("a1", "x", 2);
    queue("a2", "y", 2);
    ASSERT_EQ(claim(2), (Names {"a1", "a2"}));
    queue("fire-x", "x", 1);
    queue("fire-z", "z", 1);
    queue("a3", "w", 2);
    EXPECT_EQ(get<std::optional<Timestamp>>([](Tx &tx) { return JobRepository::nextRunAt(tx, "send", 1); }), clock.now());
    EXPECT_EQ(claim(), Names {"fire-z"}) << "the other stands behind a1 in its conversation";
    done("a1");
    EXPECT_EQ(claim(1), Names {"fire-x"});
    write([&](WriteTx &tx) { EXPECT_TRUE(JobRepository::claim(tx, "send", "w", clock.now(), clock.now() + lease, 1, {.perChannel = 9, .least = 1}).empty()); });
    EXPECT_FALSE(get<std::optional<Timestamp>>([](Tx &tx) { return JobRepository::nextRunAt(tx, "send", 1); }));
}

// Each newcomer puts off what is due with it, and does not push on what waits already.
TEST_F(JobTest, WhatADoorPutOffWaitsOnceAndGoesOnWithIt)
{
    using namespace std::chrono_literals;
    const auto at = clock.now();
    const auto queue = [&](const std::string &name, std::chrono::seconds in) {
        auto job = make(name);
        job.channel = ChannelId {std::string {name[0]}};
        job.runAt = at + in;
        enqueue(job);
    };
    queue("a1", 0s);
    queue("a2", 3s);
    queue("a3", 60s);
    queue("b1", 0s);
    write([&](WriteTx &tx) { JobRepository::putOff(tx, "send", ChannelId {"a"}, at, at + 5s); });
    EXPECT_EQ(stored("a1").runAt, at + 5s);
    EXPECT_EQ(stored("a2").runAt, at + 3s) << "it waits already";
    EXPECT_EQ(stored("b1").runAt, at) << "of another door";
    write([&](WriteTx &tx) { JobRepository::putOff(tx, "send", ChannelId {"b"}, at, at + 5s, Job {}.priority + 1); });
    EXPECT_EQ(stored("b1").runAt, at) << "more pressing than what found out";
    clock.advance(1s);
    write([&](WriteTx &tx) { JobRepository::bringForward(tx, "send", ChannelId {"a"}, clock.now(), clock.now() + 5s); });
    EXPECT_EQ(stored("a1").runAt, at + 1s);
    EXPECT_EQ(stored("a2").runAt, at + 1s);
    EXPECT_EQ(stored("a3").runAt, at + 60s) << "its own pause";
    EXPECT_EQ(stored("b1").runAt, at);
}

TEST_F(JobTest, APostponedOneHasUsedNoAttempt)
{
    auto job = make("a");
    job.maxAttempts = 1;
    enqueue(job);
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(claim(), Names {"a"});
        bool queued = false;
        write([&](WriteTx &tx) { queued = JobRepository::postponed(tx, JobId {"a"}, "w", "the door rests", clock.now() + std::chrono::seconds {5}, clock.now()); });
        EXPECT_TRUE(queued);
        EXPECT_EQ(claim(), Names {});
        EXPECT_EQ(stored("a").state, JobState::Queued);
        EXPECT_EQ(stored("a").attempts, 0);
        EXPECT_EQ(stored("a").lastError, "the door rests");
        clock.advance(std::chrono::seconds {5});
    }
    EXPECT_EQ(claim(), Names {"a"});
    EXPECT_TRUE(fail("a"));
    EXPECT_EQ(stored("a").state, JobState::Dead);
}

TEST_F(JobTest, OfOneDedupKeyOneWaits)
{
    auto job = make("first");
    job.dedupKey = "turn:c1";
    EXPECT_TRUE(enqueue(job));
    job.id = JobId {"second"};
    EXPECT_FALSE(enqueue(job));
    job.client = ClientId {"another client"};
    EXPECT_TRUE(enqueue(job));
    bool found = false;
    const auto reschedule = [&](const ClientId &client, std::string_view key) {
        write([&](WriteTx &tx) { found = JobRepository::reschedule(tx, client, "send", key, clock.now() + std::chrono::seconds {2}); });
        return found;
    };
    EXPECT_TRUE(reschedule(ClientId {"client"}, "turn:c1"));
    EXPECT_FALSE(reschedule(ClientId {"client"}, "turn:c2"));
    EXPECT_FALSE(reschedule(ClientId {"client"}, ""));
    const auto made = clock.now();
    write([&](WriteTx &tx) { EXPECT_TRUE(JobRepository::askAnew(tx, ClientId {"client"}, "send", "turn:c1", made + std::chrono::seconds {2}, made + std::chrono::seconds {1})); });
    EXPECT_EQ(stored("first").createdAt, made + std::chrono::seconds {1});
    EXPECT_EQ(stored("first").runAt, made + std::chrono::seconds {2});
    EXPECT_EQ(claim(), Names {"second"});
    clock.advance(std::chrono::seconds {2});
    EXPECT_EQ(claim(), Names {"first"});

    job = make("third");
    job.dedupKey = "turn:c1";
    EXPECT_TRUE(enqueue(job)) << "the first runs and waits no more";
    EXPECT_TRUE(fail("first"));
    EXPECT_EQ(stored("first").state, JobState::Failed) << "a newer one of its key waits: that one does the work";
    const auto cancel = [&] {
        write([&](WriteTx &tx) { found = JobRepository::cancel(tx, ClientId {"client"}, "send", "turn:c1", "taken over", clock.now()); });
        return found;
    };
    EXPECT_TRUE(cancel());
    EXPECT_FALSE(cancel());
    EXPECT_EQ(stored("third").state, JobState::Failed);
    EXPECT_EQ(stored("third").lastError, "taken over");
}

TEST_F(JobTest, FailIntoTheFutureAndDieAfterTheLastAttempt)
{
    auto job = make("a");
    job.maxAttempts = 2;
    enqueue(job);
    claim();
    EXPECT_TRUE(fail("a", std::chrono::seconds {2}));
    EXPECT_EQ(stored("a").lastError, "no answer");
    EXPECT_EQ(claim(), Names {});
    clock.advance(std::chrono::seconds {2});
    EXPECT_EQ(claim(), Names {"a"});
    EXPECT_TRUE(fail("a"));
    EXPECT_EQ(stored("a").state, JobState::Dead);
    EXPECT_EQ(stored("a").attempts, 2);
    clock.advance(std::chrono::hours {1});
    EXPECT_EQ(claim(), Names {});
    EXPECT_EQ(ids(get<std::vector<Job>>([](Tx &tx) { return JobRepository::deadOnes(tx, 10); })), Names {"a"});
    EXPECT_FALSE(fail("a")) << "it is over";
}

TEST_F(JobTest, ALeaseIsRenewedOrGivenToSomebodyElse)
{
    enqueue(make("a"));
    claim(1, "slow");
    std::int64_t released = 0;
    const auto release = [&] {
        write([&](WriteTx &tx) { released = JobRepository::releaseExpired(tx, clock.now()); });
        return released;
    };
    bool renewed = false;
    const auto renew = [&](const std::string &worker) {
        write([&](WriteTx &tx) { renewed = JobRepository::renew(tx, JobId {"a"}, worker, clock.now() + lease); });
        return renewed;
    };
    clock.advance(std::chrono::seconds {20});
    EXPECT_TRUE(renew("slow"));
    EXPECT_FALSE(renew("w"));
    clock.advance(std::chrono::seconds {20});
    EXPECT_EQ(release(), 0);
    clock.advance(std::chrono::seconds {20});
    EXPECT_EQ(release(), 1);
    EXPECT_EQ(claim(1, "w"), Names {"a"});
    EXPECT_FALSE(done("a", "slow")) << "who lost the lease has nothing to say any more";
    EXPECT_FALSE(renew("slow"));
    EXPECT_TRUE(done("a", "w"));
    EXPECT_EQ(stored("a").state, JobState::Done);
    EXPECT_EQ(stored("a").finishedAt, clock.now());
}

TEST_F(JobTest, AtStartEverythingThatRanIsQueuedAgain)
{
    auto twin = make("a");
    twin.dedupKey = "k";
    enqueue(twin);
    claim();
    twin.id = JobId {"b"};
    enqueue(twin);
    claim();
    auto last = make("c");
    last.maxAttempts = 1;
    enqueue(last);
    claim();
    openStore();
    std::int64_t released = 0;
    write([&](WriteTx &tx) { released = JobRepository::releaseAll(tx, clock.now()); });
    EXPECT_EQ(released, 3);
    EXPECT_EQ(claim().size(), 1u) << "two of one key do not wait together, and the third had its last attempt";
    EXPECT_EQ(stored("c").state, JobState::Dead);
}

TEST_F(JobTest, TwoThousandJobsAreEachClaimedByOneOfManyWorkers)
{
    constexpr int count = 2000;
    write([&](WriteTx &tx) {
        for (int i = 0; i < count; ++i) {
            auto job = make("j" + std::to_string(i));
            job.serialKey = "c" + std::to_string(i % 50);
            JobRepository::enqueue(tx, job);
        }
    });
    std::mutex mutex;
    std::set<std::string> ran;
    std::vector<std::thread> workers;
    for (int w = 0; w < 4; ++w) {
        workers.emplace_back([&, name = "w" + std::to_string(w)] {
            for (;;) {
                const auto jobs = claim(20, name);
                {
                    const std::lock_guard lock {mutex};
                    for (const auto &id : jobs)
                        EXPECT_TRUE(ran.insert(id).second) << id << " ran twice";
                    if (ran.size() == count)
                        return;
                }
                write([&](WriteTx &tx) {
                    for (const auto &id : jobs)
                        EXPECT_TRUE(JobRepository::done(tx, JobId {id}, name, clock.now()));
                });
            }
        });
    }
    for (auto &worker : workers)
        worker.join();
    EXPECT_EQ(ran.size(), static_cast<std::size_t>(count));
}

TEST_F(JobTest, FinishedOnesAreRemovedInTime)
{
    for (const auto *name : {"a", "b", "c"})
        enqueue(make(name));
    claim(2);
    done("a");
    done("b");
    clock.advance(std::chrono::hours {1});
    std::int64_t removed = 0;
    write([&](WriteTx &tx) { removed = JobRepository::removeFinished(tx, clock.now(), 100); });
    EXPECT_EQ(removed, 2);
    EXPECT_EQ(claim(), Names {"c"});
}

TEST_F(JobTest, TheWaitDoublesUpToAnHour)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(JobRepository::backoff(0, 0), 1s);
    EXPECT_EQ(JobRepository::backoff(3, 0), 8s);
    EXPECT_EQ(JobRepository::backoff(3, 1), 10s);
    EXPECT_EQ(JobRepository::backoff(11, 0), 2048s);
    EXPECT_EQ(JobRepository::backoff(12, 0), 1h);
    EXPECT_EQ(JobRepository::backoff(1000, 1), 75min);
}
