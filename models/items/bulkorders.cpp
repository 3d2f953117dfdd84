#include "models/items/bulkorders.h"

#include "models/cache/cachereader.h"

#include <algorithm>
#include <utility>

namespace foredeck {

namespace {

constexpr int pauseMs = 200;

} // namespace

BulkOrders::BulkOrders(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            reload();
    });
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.outbox || changes.everything)
            wanted();
    });
    reload();
}

void BulkOrders::wanted()
{
    if (m_reading || m_pause.isActive())
        m_again = true;
    else
        reload();
}

const BulkReport *BulkOrders::find(const OpId &order) const
{
    const auto found = std::find_if(m_reports.begin(), m_reports.end(), [&](const BulkReport &one) { return one.head.id == order; });
    return found == m_reports.end() ? nullptr : &*found;
}

const BulkReport *BulkOrders::undoable() const
{
    const auto found = std::find_if(m_reports.begin(), m_reports.end(), [](const BulkReport &one) { return canBeUndone(one); });
    return found == m_reports.end() ? nullptr : &*found;
}

/// One question at a time: what changes meanwhile is asked for together afterwards.
void BulkOrders::reload()
{
    m_reading = true;
    m_store.read([](CacheReader &reader) { return reader.bulks(); }, m_mailbox.receive([this](Result<std::vector<BulkReport>> reports) {
        m_reading = false;
        m_pause.start();
        if (reports.hasValue()) {
            m_reports = std::move(reports).value();
            Q_EMIT changed();
        }
    }));
}

} // namespace foredeck
