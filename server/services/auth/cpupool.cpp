#include "server/services/auth/cpupool.h"

#include <utility>

namespace foredeck {

CpuPool::CpuPool(int threads, std::size_t queue) : m_limit(queue)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

CpuPool::~CpuPool() { stop(); }

void CpuPool::stop()
{
    {
        const std::lock_guard lock {m_mutex};
        m_stopping = true;
    }
    m_wake.notify_all();
    for (auto &thread : m_threads)
        thread.join();
    m_threads.clear();
}

bool CpuPool::post(std::function<void()> work)
{
    {
        const std::lock_guard lock {m_mutex};
        if (m_stopping || m_queue.size() >= m_limit)
            return false;
        m_queue.push_back(std::move(work));
    }
    m_wake.notify_one();
    return true;
}

void CpuPool::run()
{
    for (;;) {
        std::unique_lock lock {m_mutex};
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const auto work = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        work();
    }
}

} // namespace foredeck
