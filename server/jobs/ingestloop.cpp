#include "server/jobs/ingestloop.h"

#include <utility>

namespace foredeck {

namespace {

// In a flood: so many times as long as a batch took, nothing is taken.
constexpr int restPerBatch = 4;

// The store's own trouble: it says nothing about the row.
bool isTransient(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Io: case Error::Kind::Busy: case Error::Kind::Cancelled: case Error::Kind::Unavailable: case Error::Kind::TooMany:
        return true;
    default:
        return false;
    }
}

} // namespace

void IngestLoop::start()
{
    m_thread = std::thread {[this] { run(); }};
}

void IngestLoop::stop()
{
    {
        const std::lock_guard lock {m_mutex};
        m_stopping = true;
    }
    m_wakes.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void IngestLoop::wake()
{
    bool first = false;
    {
        const std::lock_guard lock {m_mutex};
        ++m_arrived;
        first = std::exchange(m_idle, false);
    }
    if (first)
        m_wakes.notify_all();
}

void IngestLoop::run()
{
    using Steady = std::chrono::steady_clock;
    for (;;) {
        {
            const std::lock_guard lock {m_mutex};
            if (m_stopping)
                return;
            m_arrived = 0;
        }
        const auto began = Steady::now();
        const int taken = takeBatch();
        std::unique_lock lock {m_mutex};
        if (taken == 0) {
            m_idle = true;
            m_wakes.wait_for(lock, m_config.poll, [&] { return m_stopping || m_arrived > 0; });
            m_idle = false;
        } else if (m_arrived > taken) {
            m_wakes.wait_for(lock, restPerBatch * (Steady::now() - began), [&] { return m_stopping; });
        }
    }
}

std::vector<InboxItem> IngestLoop::nextRows(Tx &tx, Timestamp now) const
{
    const auto heads = InboxRepository::heads(tx, now, m_config.lookAhead);
    if (static_cast<int>(heads.size()) <= m_config.batch)
        return heads.empty() ? std::vector<InboxItem> {} : InboxRepository::next(tx, 0, now, m_config.batch);
    std::vector<InboxItem> rows;
    for (const auto row : inTurns(heads, static_cast<std::size_t>(m_config.batch))) {
        if (auto item = InboxRepository::byRow(tx, row))
            rows.push_back(std::move(*item));
    }
    return rows;
}

int IngestLoop::takeBatch()
{
    const auto now = m_clock.now();
    std::vector<InboxItem> rows;
    const auto read = m_store.read([&](Tx &tx) { rows = nextRows(tx, now); });
    if (read.hasError() || rows.empty())
        return 0;
    std::vector<Heard> heard;
    for (const auto &row : rows)
        heard.push_back(m_ingestor.hear(row));
    const auto written = m_store.write([&](WriteTx &tx) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            takeOne(tx, rows[i], heard[i], now);
            if (tx.error())
                return;
        }
    });
    if (written.hasError()) {
        if (isTransient(written.error())) {
            m_log.error("ingest.waits", {{"reason", written.error().detail}});
            return 0;
        }
        for (std::size_t i = 0; i < rows.size(); ++i) { // one of them is at fault: each on its own
            if (!takeAlone(rows[i], heard[i], now))
                return 0;
        }
    } else {
        m_taken += rows.size();
    }
    return static_cast<int>(rows.size());
}

void IngestLoop::takeOne(WriteTx &tx, const InboxItem &row, const Heard &heard, Timestamp now)
{
    const auto taken = m_ingestor.take(tx, row, heard, now);
    if (taken.hasError())
        return setAside(tx, row, taken.error().detail, now);
    InboxRepository::done(tx, row.row, now);
    if (m_answering && !taken.value().empty())
        m_answering(row.client, taken.value());
}

// False: the store cannot be written now; what follows waits, so that nothing overtakes this row.
bool IngestLoop::takeAlone(const InboxItem &row, const Heard &heard, Timestamp now)
{
    const auto written = m_store.write([&](WriteTx &tx) { takeOne(tx, row, heard, now); });
    if (!written.hasError()) {
        ++m_taken;
        return true;
    }
    if (isTransient(written.error()))
        return false;
    const auto aside = m_store.write([&](WriteTx &tx) { setAside(tx, row, written.error().detail, now); });
    if (aside.hasError())
        m_log.error("ingest.not_set_aside", {{"row", row.row}, {"reason", aside.error().detail}});
    return !aside.hasError();
}

void IngestLoop::setAside(WriteTx &tx, const InboxItem &row, const std::string &why, Timestamp now)
{
    InboxRepository::poison(tx, row.row, why, now);
    ++m_poisoned;
    m_log.error("ingest.set_aside", {{"row", row.row}, {"client_id", row.client.value}, {"kind", row.kind}, {"reason", why}});
}

} // namespace foredeck
