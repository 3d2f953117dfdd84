#include "server/services/live/loopthread.h"

#include <utility>

namespace foredeck {

LoopThread::LoopThread(std::chrono::milliseconds tick, std::function<void()> idle)
    : m_tick(tick), m_idle(std::move(idle)), m_thread([this] { run(); })
{
}

LoopThread::~LoopThread() { stop(); }

void LoopThread::post(std::function<void()> task)
{
    {
        const std::lock_guard lock {m_mutex};
        if (m_stopping)
            return;
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void LoopThread::stop()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock {m_mutex};
        m_stopping = true;
        dropped.swap(m_tasks);
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void LoopThread::run()
{
    auto nextIdle = std::chrono::steady_clock::now() + m_tick;
    std::unique_lock lock {m_mutex};
    while (!m_stopping) {
        const auto due = [this] { return m_stopping || !m_tasks.empty(); };
        const bool woken = m_idle && m_tick.count() > 0 ? m_wake.wait_until(lock, nextIdle, due) : (m_wake.wait(lock, due), true);
        if (m_stopping)
            return;
        std::deque<std::function<void()>> tasks;
        tasks.swap(m_tasks);
        lock.unlock();
        for (auto &task : tasks)
            task();
        tasks.clear();
        if (m_idle && (!woken || std::chrono::steady_clock::now() >= nextIdle)) {
            m_idle();
            nextIdle = std::chrono::steady_clock::now() + m_tick;
        }
        lock.lock();
    }
}

} // namespace foredeck
