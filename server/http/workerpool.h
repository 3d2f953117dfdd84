#pragma once

#include "server/http/mailbox.h"
#include "server/http/message.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace foredeck::http {

/// Runs Handlers, which may block, away from the I/O threads; first come, first served. An exception becomes a 500.
///
/// Waking a thread costs more than most handlers take, so a worker that is awake is left to go through what waits, and
/// the sleeping ones are called only when a job has waited for `patience`: look() does that, and whoever submits calls
/// it again within that time as long as it says so. (Measured with 4 workers on 2 cores, GET of 2 KB: twice the
/// requests per second of a wake for each job.)
class WorkerPool {
public:
    using Time = std::chrono::steady_clock::time_point;
    static constexpr std::chrono::microseconds patience {500};

    struct Job {
        const Handler *handler = nullptr; ///< outlives the pool
        Request request;
        std::shared_ptr<Mailbox> mailbox;
        std::shared_ptr<SessionLink> session;
        Time submitted;
    };

    WorkerPool(int workers, std::size_t queueLimit);
    ~WorkerPool(); ///< stops

    /// False when the queue is full or the pool has stopped; the job is then untouched.
    bool submit(Job &&job);
    /// Calls all workers when the oldest job waits too long. True: look again, jobs wait while workers sleep.
    bool look();
    /// Drops what waits and joins what runs.
    void stop();

private:
    void work();
    void call(std::size_t workers);

    const std::size_t m_queueLimit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    std::atomic<bool> m_waiting {false}; // the queue is not empty; a hint that spares look() the lock
    std::size_t m_asleep = 0;
    std::size_t m_called = 0; // of those asleep: wakes under way
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace foredeck::http
