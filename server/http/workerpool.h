#pragma once

#include "server/http/mailbox.h"
#include "server/http/message.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace foredeck {

/// Runs Handlers, which may block, away from the I/O threads; first come, first served. An exception becomes a 500.
class WorkerPool {
public:
    struct Job {
        const Handler *handler = nullptr; ///< outlives the pool
        Request request;
        std::shared_ptr<Mailbox> mailbox;
        std::shared_ptr<SessionLink> session;
    };

    WorkerPool(int workers, std::size_t queueLimit);
    ~WorkerPool(); ///< stops

    /// False when the queue is full or the pool has stopped; the job is then untouched.
    bool submit(Job &&job);
    /// Drops what waits and joins what runs.
    void stop();

private:
    void work();

    const std::size_t m_queueLimit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    std::size_t m_idle = 0;
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace foredeck
