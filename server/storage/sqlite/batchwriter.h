#pragma once

#include "models/core/clock.h"
#include "models/sqlite/database.h"
#include "server/storage/sqlite/sqlitestore.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace foredeck {

/// The one thread that writes. What waits while a commit runs shares the next one, each closure in a savepoint of its own;
/// nothing is delayed on purpose. It owns the only writing connection and is the only one that checkpoints.
class BatchWriter {
public:
    BatchWriter(const SqliteStoreConfig &config, const Clock &clock, std::unique_ptr<sqlite::Database> database);
    ~BatchWriter(); ///< closes

    void add(Store::WriteWork work, Store::Committed committed);
    /// Finishes what waits and ends the thread; what is added afterwards is refused. Idempotent.
    void close();
    void setFeed(EventFeed *feed);
    bool isOwnThread() const noexcept { return std::this_thread::get_id() == m_thread.get_id(); }
    SqliteStore::Counters counters() const;

private:
    struct Item {
        Store::WriteWork work;
        Store::Committed committed;
    };
    struct Outcome {
        Result<void> result;
        std::vector<Event> events;
    };
    using Batch = std::vector<Item>;

    void loop();
    bool takeBatch(Batch &batch);
    void writeBatch(Batch &batch);
    std::vector<Outcome> commit(Batch &batch);
    Outcome perform(const Item &item);
    void tell(Batch &batch, std::vector<Outcome> &outcomes);
    void checkpointIfDue();
    void checkpointIdle();

    const SqliteStoreConfig m_config;
    const Clock &m_clock;
    std::unique_ptr<sqlite::Database> m_database;
    std::int64_t m_checkpointAt; ///< pages in the log at which the next checkpoint is due
    bool m_dirty = false; ///< written since the last checkpoint

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_waiting;
    bool m_closing = false;

    std::mutex m_feedMutex;
    EventFeed *m_feed = nullptr;

    std::atomic<std::uint64_t> m_commits {0};
    std::atomic<std::uint64_t> m_writes {0};
    std::atomic<std::uint64_t> m_failed {0};
    std::atomic<std::uint64_t> m_checkpoints {0};
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace foredeck
