#include "models/items/escalationfigures.h"

#include "models/cache/cachereader.h"

#include <utility>

namespace foredeck {

EscalationFigures::EscalationFigures(const LocalStore &store, const Ephemera &ephemera, QObject *parent)
    : QObject(parent), m_store(store), m_ephemera(ephemera)
{
    connect(&store, &LocalStore::changed, this, [this](const Changes &changes) {
        if (changes.everything || !changes.escalations.empty())
            reload();
    });
    reload();
}

void EscalationFigures::setClient(const ClientId &client)
{
    m_client = client;
    reload();
}

void EscalationFigures::setDay(Timestamp start)
{
    if (std::exchange(m_day, start) != start)
        reload();
}

std::int64_t EscalationFigures::count(EscalationStatus status) const
{
    const auto found = m_counts.find(status);
    return found == m_counts.end() ? 0 : found->second;
}

void EscalationFigures::reload()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    using Answer = std::pair<Result<std::map<EscalationStatus, std::int64_t>>, Result<EscalationStats>>;
    const Timestamp now = m_store.clock().now() + m_ephemera.serverOffset();
    const auto query = [client = m_client, day = m_day, now](CacheReader &reader) {
        return Answer {reader.escalationCounts(client), reader.escalationStats(client, day, now)};
    };
    m_store.read(query, m_mailbox.receive([this](Answer answer) {
        m_reading = false;
        // What is shown stays until there is something better to show.
        if (answer.first.hasValue() && answer.second.hasValue()) {
            m_counts = std::move(answer.first).value();
            m_stats = std::move(answer.second).value();
            m_loaded = true;
            Q_EMIT changed();
        }
        if (std::exchange(m_again, false))
            reload();
    }));
}

} // namespace foredeck
