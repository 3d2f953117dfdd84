#include "server/http/workerpool.h"

#include "server/http/responder.h"

#include <algorithm>
#include <exception>

namespace foredeck::http {

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
    const std::lock_guard lock {m_mutex}; // submit() counts the threads
    for (int i = 0; i < std::max(1, workers); ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() { stop(); }

bool WorkerPool::submit(Job &&job)
{
    const std::lock_guard lock {m_mutex};
    if (m_stopped || m_queue.size() >= m_queueLimit)
        return false;
    m_queue.push_back(std::move(job));
    m_waiting.store(true, std::memory_order_relaxed);
    if (m_asleep == m_threads.size() && m_called == 0)
        call(1);
    return true;
}

bool WorkerPool::look()
{
    if (!m_waiting.load(std::memory_order_relaxed))
        return false;
    const std::lock_guard lock {m_mutex};
    if (m_queue.empty() || m_asleep == m_called)
        return false;
    if (std::chrono::steady_clock::now() - m_queue.front().submitted < patience)
        return true;
    call(m_asleep - m_called);
    return false;
}

// Under the lock.
void WorkerPool::call(std::size_t workers)
{
    m_called += workers;
    if (workers == 1)
        m_wake.notify_one();
    else
        m_wake.notify_all();
}

void WorkerPool::work()
{
    std::unique_lock lock {m_mutex};
    for (;;) {
        while (m_queue.empty() && !m_stopped) {
            ++m_asleep;
            m_wake.wait(lock);
            --m_asleep;
            m_called -= m_called > 0 ? 1 : 0;
        }
        if (m_stopped)
            return;
        Job job = std::move(m_queue.front());
        m_queue.pop_front();
        m_waiting.store(!m_queue.empty(), std::memory_order_relaxed);
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

} // namespace foredeck::http
