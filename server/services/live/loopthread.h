#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace foredeck {

/// One thread that runs what it is handed, in order, and `idle` at least every `tick` of real time (never when tick is 0).
class LoopThread {
public:
    LoopThread(std::chrono::milliseconds tick, std::function<void()> idle);
    ~LoopThread(); ///< stops

    /// After stop() nothing is taken any more.
    void post(std::function<void()> task);
    /// Drops what waits, ends the thread. Idempotent; not from the thread itself.
    void stop();

private:
    void run();

    const std::chrono::milliseconds m_tick;
    const std::function<void()> m_idle;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace foredeck
