#include "models/items/viewcounters.h"

#include "models/cache/cachereader.h"

namespace foredeck {

ViewCounters::ViewCounters(const LocalStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.counters || changes.everything)
            reload();
    });
    reload();
}

void ViewCounters::setClient(const ClientId &client)
{
    m_client = client;
    reload();
}

ViewCount ViewCounters::count(View view) const
{
    const auto found = m_counts.find(view);
    return found == m_counts.end() ? ViewCount {} : found->second;
}

void ViewCounters::reload()
{
    m_store.read([client = m_client](CacheReader &reader) { return reader.counters(client); },
        m_mailbox.receive([this, client = m_client](Result<std::map<View, ViewCount>> counts) {
            if (counts.hasError() || client != m_client)
                return;
            const bool same = m_loaded && m_counts == counts.value();
            m_loaded = true;
            m_counts = std::move(counts).value();
            if (!same)
                Q_EMIT changed();
        }));
}

} // namespace foredeck
