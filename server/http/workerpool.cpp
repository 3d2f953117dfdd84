#include "server/http/workerpool.h"

#include "server/http/responder.h"

#include <algorithm>
#include <exception>

namespace foredeck {

namespace {

Response answerOf(const WorkerPool::Job &job)
{
    try {
        return (*job.handler)(job.request);
    } catch (const std::exception &) {
        return handlerFailed();
    }
}

} // namespace

WorkerPool::WorkerPool(int workers, std::size_t queueLimit) : m_queueLimit(queueLimit)
{
    for (int i = 0; i < std::max(1, workers); ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::submit(Job &&job)
{
    bool wake = false;
    {
        const std::lock_guard lock {m_mutex};
        if (m_stopped || m_queue.size() >= m_queueLimit)
            return false;
        m_queue.push_back(std::move(job));
        wake = m_idle > 0;
    }
    if (wake)
        m_wake.notify_one();
    return true;
}

void WorkerPool::work()
{
    std::unique_lock lock {m_mutex};
    for (;;) {
        ++m_idle;
        m_wake.wait(lock, [&] { return m_stopped || !m_queue.empty(); });
        --m_idle;
        if (m_stopped)
            return;
        Job job = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        job.mailbox->post(Answer {job.session, answerOf(job)});
        job = {};
        lock.lock();
    }
}

void WorkerPool::stop()
{
    std::deque<Job> dropped;
    {
        const std::lock_guard lock {m_mutex};
        m_stopped = true;
        std::swap(m_queue, dropped);
    }
    m_wake.notify_all();
    for (auto &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

} // namespace foredeck
