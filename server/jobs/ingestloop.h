#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "server/services/ingest/ingestor.h"
#include "server/services/ingest/inturns.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace foredeck {

/// Takes the inbox in, each sender's rows in their order and the senders in turns, so that nobody waits behind a flood of
/// somebody else's; a batch in one transaction. What can be told of a row without the store is found out before that. A row that cannot be taken in is set aside
/// with its reason and holds nobody up; when the store itself fails everything waits and is tried again. While more
/// comes in than is taken, the writer is left to those who wait for their 2xx for most of the time.
class IngestLoop {
public:
    struct Config {
        int batch = 16; ///< what is acknowledged meanwhile waits for it
        int lookAhead = 1'000; ///< rows among which the senders take turns
        std::chrono::milliseconds poll {1'000};
    };
    /// Told on the writer's thread where the assistant is about to answer; before the commit, so that its turn cannot be over
    /// sooner. Returns at once.
    using Answering = std::function<void(const ClientId &, const ConversationId &)>;
    IngestLoop(Store &store, const Clock &clock, Log &log, const Ingestor &ingestor, Config config, Answering answering = {})
        : m_store(store), m_clock(clock), m_log(log), m_ingestor(ingestor), m_config(config), m_answering(std::move(answering)) { }
    ~IngestLoop() { stop(); }

    void start();
    /// Finishes the batch under way. Idempotent.
    void stop();
    /// Rows have been added. Does not block; from any thread, the writer's too.
    void wake();

    /// One batch on the caller's thread. How many rows are over; 0: nothing to do, or the store failed.
    int takeBatch();

    std::uint64_t taken() const noexcept { return m_taken; }
    std::uint64_t poisoned() const noexcept { return m_poisoned; }

private:
    void run();
    std::vector<InboxItem> nextRows(Tx &tx, Timestamp now) const;
    void takeOne(WriteTx &tx, const InboxItem &row, const Heard &heard, Timestamp now);
    bool takeAlone(const InboxItem &row, const Heard &heard, Timestamp now);
    void setAside(WriteTx &tx, const InboxItem &row, const std::string &why, Timestamp now);

    Store &m_store;
    const Clock &m_clock;
    Log &m_log;
    const Ingestor &m_ingestor;
    const Config m_config;
    const Answering m_answering;
    std::mutex m_mutex;
    std::condition_variable m_wakes;
    int m_arrived = 0; ///< calls of wake() since the batch under way began
    bool m_idle = false; ///< waiting for the first of them
    bool m_stopping = false;
    std::thread m_thread;
    std::atomic<std::uint64_t> m_taken {0};
    std::atomic<std::uint64_t> m_poisoned {0};
};

} // namespace foredeck
