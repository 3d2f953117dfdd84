#include "server/storage/sqlite/batchwriter.h"

#include "models/sqlite/transaction.h"
#include "server/storage/sqlite/sqlitetx.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace foredeck {

BatchWriter::BatchWriter(const SqliteStoreConfig &config, const Clock &clock, std::unique_ptr<sqlite::Database> database)
    : m_config(config), m_clock(clock), m_database(std::move(database)), m_checkpointAt(config.checkpointPages),
      m_thread([this] { loop(); })
{
}

BatchWriter::~BatchWriter() { close(); }

void BatchWriter::close()
{
    {
        const std::lock_guard lock {m_mutex};
        m_closing = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void BatchWriter::add(Store::WriteWork work, Store::Committed committed)
{
    std::optional<Error> refusal;
    {
        const std::lock_guard lock {m_mutex};
        if (m_closing)
            refusal = Error::of(Error::Kind::Busy, "the store is closing");
        else if (m_waiting.size() >= m_config.queue)
            refusal = Error::of(Error::Kind::Busy, "too many writes are waiting");
        else
            m_waiting.push_back({std::move(work), std::move(committed)});
    }
    if (refusal)
        return committed(std::move(*refusal));
    m_wake.notify_one();
}

void BatchWriter::setFeed(EventFeed *feed)
{
    const std::lock_guard lock {m_feedMutex};
    m_feed = feed;
}

SqliteStore::Counters BatchWriter::counters() const
{
    SqliteStore::Counters counters;
    counters.commits = m_commits;
    counters.writes = m_writes;
    counters.failed = m_failed;
    counters.checkpoints = m_checkpoints;
    const std::lock_guard lock {m_mutex};
    counters.waiting = m_waiting.size();
    return counters;
}

void BatchWriter::loop()
{
    Batch batch;
    while (takeBatch(batch)) {
        if (batch.empty()) {
            checkpointIdle();
            continue;
        }
        writeBatch(batch);
        batch.clear();
        checkpointIfDue();
    }
}

// Empty: nothing came for a while. False: closing, and nothing waits any more.
bool BatchWriter::takeBatch(Batch &batch)
{
    std::unique_lock lock {m_mutex};
    const auto woken = [this] { return m_closing || !m_waiting.empty(); };
    if (m_dirty)
        m_wake.wait_for(lock, m_config.idle, woken);
    else
        m_wake.wait(lock, woken);
    const auto count = std::min(m_waiting.size(), std::max<std::size_t>(1, m_config.batch));
    std::move(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count), std::back_inserter(batch));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(count));
    return count > 0 || !m_closing;
}

void BatchWriter::writeBatch(Batch &batch)
{
    auto outcomes = commit(batch);
    m_dirty = true;
    // A log without room may only want moving into the store: whoever was refused and comes again then finds its room.
    if (std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome &outcome) { return outcome.result.hasError() && outcome.result.error().kind == Error::Kind::Io; }))
        m_checkpointAt = 0;
    tell(batch, outcomes);
}

std::vector<BatchWriter::Outcome> BatchWriter::commit(Batch &batch)
{
    std::vector<Outcome> outcomes(batch.size());
    const auto failAll = [&](const Error &error) {
        for (auto &outcome : outcomes) {
            if (outcome.result.hasValue())
                outcome = {error, {}};
        }
    };
    auto transaction = sqlite::Transaction::begin(*m_database, sqlite::Transaction::Kind::Write);
    if (transaction.hasError()) {
        failAll(transaction.error());
        return outcomes;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        outcomes[i] = perform(batch[i]);
        // Some I/O errors make SQLite roll back everything: then what went before is gone too, and nobody may be told
        // otherwise.
        if (!m_database->inTransaction()) {
            failAll(Error::of(Error::Kind::Io, "the commit this write shared was lost"));
            return outcomes;
        }
    }
    const auto committed = transaction.value().commit();
    if (committed.hasError())
        failAll(committed.error());
    return outcomes;
}

BatchWriter::Outcome BatchWriter::perform(const Item &item)
{
    auto part = sqlite::Savepoint::begin(*m_database);
    if (part.hasError())
        return {std::move(part).error(), {}};
    SqliteTx tx {*m_database};
    tx.perform(item.work);
    tx.writeEvents(m_clock.now());
    if (!tx.error()) {
        auto released = part.value().release();
        if (released.hasError())
            return {std::move(released), {}};
        return {{}, std::move(tx.events())};
    }
    static_cast<void>(part.value().rollback().hasError());
    return {*tx.error(), {}};
}

void BatchWriter::tell(Batch &batch, std::vector<Outcome> &outcomes)
{
    std::vector<Event> events;
    std::uint64_t written = 0;
    for (auto &outcome : outcomes) {
        written += outcome.result.hasValue() ? 1 : 0;
        std::move(outcome.events.begin(), outcome.events.end(), std::back_inserter(events));
    }
    m_writes += written;
    m_failed += outcomes.size() - written;
    m_commits += written > 0 ? 1 : 0;
    if (!events.empty()) {
        const std::lock_guard lock {m_feedMutex};
        if (m_feed)
            m_feed->committed(events);
    }
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (batch[i].committed)
            batch[i].committed(std::move(outcomes[i].result));
    }
}

// Under work the log must not grow for ever. Readers may hold it; then the next try is due as many pages later.
void BatchWriter::checkpointIfDue()
{
    const auto pages = m_database->walPages();
    if (pages < m_checkpointAt) {
        if (pages < m_config.checkpointPages)
            m_checkpointAt = m_config.checkpointPages;
        return;
    }
    static_cast<void>(m_database->checkpoint(sqlite::Database::Checkpoint::Passive).hasError());
    ++m_checkpoints;
    m_checkpointAt = pages + m_config.checkpointPages;
}

void BatchWriter::checkpointIdle()
{
    m_dirty = false;
    std::error_code failure;
    const auto size = std::filesystem::file_size(m_database->path() + "-wal", failure);
    const bool large = !failure && size > static_cast<std::uintmax_t>(m_config.truncateBytes);
    using Mode = sqlite::Database::Checkpoint;
    static_cast<void>(m_database->checkpoint(large ? Mode::Truncate : Mode::Passive).hasError());
    ++m_checkpoints;
}

} // namespace foredeck
