#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "server/jobs/jobhandler.h"
#include "server/services/live/loopthread.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace foredeck {

/// Runs the jobs of some queues: worker threads claim what is due, in batches, under a lease that is renewed while they
/// work. Woken at each commit; besides, each queue looks up when its next job is due. Work that a crash interrupted is
/// done again at the next start; a job that throws counts as interrupted, too.
class JobRunner {
public:
    struct Queue {
        std::string name;
        JobHandler *handler = nullptr; ///< must outlive the runner
        int workers = 1;
        int batch = 1; ///< how many jobs one claim takes
        JobBounds bounds;
        int pressingWorkers = 0; ///< more of them, for what is pressing alone: it waits behind nothing that a vendor keeps
    };
    struct Config {
        std::chrono::milliseconds lease {60'000};
        std::chrono::milliseconds poll {1'000}; ///< the longest a queue sleeps
        std::uint64_t seed = 1; ///< of the jitter in backoffs
    };
    JobRunner(Store &store, const Clock &clock, Log &log, std::vector<Queue> queues, Config config);
    ~JobRunner(); ///< stops

    /// Takes back what an earlier process left running, then starts the threads. Error: the store's.
    Result<void> start();
    /// Jobs under way are finished, none is begun. Idempotent.
    void stop();
    /// Something may be due now. Does not block; from any thread, the writer's too.
    void wake();

    /// Runs everything that is due on the caller's thread, until nothing is; for tests, instead of start(). How many jobs.
    int drain();

    struct Counters {
        std::uint64_t done = 0;
        std::uint64_t retried = 0;
        std::uint64_t dead = 0;
    };
    Counters counters() const;

private:
    struct Lane;
    std::vector<Job> claim(Lane &lane, bool pressingOnly = false);
    void work(Lane &lane, bool pressingOnly);
    void runJob(Lane &lane, const Job &job);
    void finish(Lane &lane, const Job &job, const JobOutcome &outcome);
    std::chrono::milliseconds untilDue(const Lane &lane, bool pressingOnly) const;
    void renewLeases();
    void bury(WriteTx &tx, const std::vector<Job> &dead) const;
    double jitter();

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    const Config m_config;
    const std::string m_worker;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<std::thread> m_threads;
    std::unique_ptr<LoopThread> m_keeper;

    mutable std::mutex m_mutex;
    std::condition_variable m_wakes;
    std::uint64_t m_generation = 0; ///< counts the wake-ups, so that none is missed between a look and a wait
    bool m_stopping = false;
    std::set<JobId> m_running;
    std::mt19937_64 m_random;
    Counters m_counters;
};

} // namespace foredeck
