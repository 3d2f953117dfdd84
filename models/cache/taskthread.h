#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace foredeck {

/// A thread that runs what it is given, urgent work first, each lane in its order. What is still waiting when it is
/// destroyed is run before it ends: an act that was taken in is stored.
class TaskThread {
public:
    using Task = std::function<void()>;
    enum class Lane { Urgent, Normal };

    TaskThread() : m_thread([this] { loop(); }) { }
    ~TaskThread() { finish(); }
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    void post(Lane lane, Task task)
    {
        const std::lock_guard lock {m_mutex};
        (lane == Lane::Urgent ? m_urgent : m_normal).push_back(std::move(task));
        m_wake.notify_one();
    }
    /// Runs what waits, then ends the thread. Later posts are dropped.
    void finish()
    {
        {
            const std::lock_guard lock {m_mutex};
            m_ending = true;
            m_wake.notify_one();
        }
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void loop()
    {
        std::unique_lock lock {m_mutex};
        for (;;) {
            m_wake.wait(lock, [this] { return m_ending || !m_urgent.empty() || !m_normal.empty(); });
            if (m_urgent.empty() && m_normal.empty())
                return;
            auto &lane = m_urgent.empty() ? m_normal : m_urgent;
            Task task = std::move(lane.front());
            lane.pop_front();
            lock.unlock();
            task();
            task = nullptr;
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_urgent;
    std::deque<Task> m_normal;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace foredeck
