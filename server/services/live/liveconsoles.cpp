#include "server/services/live/liveconsoles.h"

#include <algorithm>

namespace foredeck {

void LiveConsoles::opened(const UserId &user)
{
    const std::lock_guard lock {m_mutex};
    ++m_people[user].sockets;
}

void LiveConsoles::closed(const UserId &user)
{
    bool isLast = false;
    {
        const std::lock_guard lock {m_mutex};
        if (m_isFrozen)
            return;
        auto &presence = m_people[user];
        presence.sockets = std::max(0, presence.sockets - 1);
        presence.goneAt = m_clock.now();
        isLast = presence.sockets == 0;
    }
    if (isLast && m_lost)
        m_lost();
}

void LiveConsoles::freeze()
{
    const std::lock_guard lock {m_mutex};
    m_isFrozen = true;
}

LiveConsoles::Seen LiveConsoles::seen(const UserId &user) const
{
    return seen(user, m_grace);
}

LiveConsoles::Seen LiveConsoles::seenNow(const UserId &user) const
{
    return seen(user, std::min<std::chrono::milliseconds>(m_grace, reconnecting));
}

LiveConsoles::Seen LiveConsoles::seen(const UserId &user, std::chrono::milliseconds grace) const
{
    const std::lock_guard lock {m_mutex};
    const auto known = m_people.find(user);
    if (known == m_people.end())
        return {};
    if (known->second.sockets > 0)
        return {true, {}};
    const auto gone = m_clock.now() - known->second.goneAt;
    if (gone < std::chrono::milliseconds {0} || gone >= grace)
        return {};
    return {true, known->second.goneAt + grace};
}

// A clock that was set back must not make it a day: one grace from when that is first seen.
Timestamp LiveConsoles::knownFrom() const
{
    const std::lock_guard lock {m_mutex};
    m_knownFrom = std::min(m_knownFrom, m_clock.now() + m_grace);
    return m_knownFrom;
}

} // namespace foredeck
