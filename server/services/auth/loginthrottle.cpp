#include "server/services/auth/loginthrottle.h"

#include <algorithm>

namespace foredeck {

LoginThrottle::Verdict LoginThrottle::begin(const std::string &key, Timestamp now, Seed seed)
{
    const std::lock_guard lock {m_mutex};
    makeRoom(now);
    Seed &entry = m_entries.try_emplace(key, seed).first->second;
    entry.last = std::min(entry.last, now); // told by a clock that was ahead, it would rest until that is reached
    if (now - entry.last >= m_config.rest)
        entry.tries = 0;
    if (entry.tries >= m_config.tries)
        return {false, 0, m_config.rest - (now - entry.last)};
    ++entry.tries;
    entry.last = now;
    return {true, m_config.tries - entry.tries, {}};
}

void LoginThrottle::succeeded(const std::string &key)
{
    const std::lock_guard lock {m_mutex};
    m_entries.erase(key);
}

void LoginThrottle::takeBack(const std::string &key)
{
    const std::lock_guard lock {m_mutex};
    if (const auto entry = m_entries.find(key); entry != m_entries.end() && entry->second.tries > 0)
        --entry->second.tries;
}

void LoginThrottle::makeRoom(Timestamp now)
{
    if (m_entries.size() < m_config.keys)
        return;
    std::erase_if(m_entries, [&](const auto &entry) { return now - entry.second.last >= m_config.rest; });
    if (m_entries.size() < m_config.keys)
        return;
    m_entries.erase(std::min_element(m_entries.begin(), m_entries.end(),
        [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
}

} // namespace foredeck
