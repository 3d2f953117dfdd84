#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace foredeck {

/// A few threads for work that costs processor time (Argon2id), with a bounded queue, so that neither the I/O threads nor
/// the handlers' pool wait for it. Safe from any thread.
class CpuPool {
public:
    explicit CpuPool(int threads = 2, std::size_t queue = 64);
    ~CpuPool(); ///< stops
    CpuPool(const CpuPool &) = delete;
    CpuPool &operator=(const CpuPool &) = delete;

    /// False when the queue is full: the caller answers 503.
    [[nodiscard]] bool post(std::function<void()> work);

    /// Runs what is queued, then ends; nothing is taken any more.
    void stop();

private:
    void run();

    const std::size_t m_limit;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace foredeck
