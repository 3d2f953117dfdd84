#pragma once

#include <chrono>
#include <set>
#include <utility>

namespace foredeck {

/// Rows that could not be read are asked for again after so long.
inline constexpr std::chrono::seconds readAgain {1};

/// Of a list that is frozen while somebody uses it: which rows want to come, go or move, and which may all the same.
template <class Id>
class WaitingRows {
public:
    bool isFrozen() const { return m_frozen; }
    /// True: it was frozen, and what waits may move now.
    bool freeze(bool frozen) { return std::exchange(m_frozen, frozen) && !frozen; }
    /// Whether this one has to stay where it is.
    bool holds(const Id &id) const { return m_frozen && !m_settling.contains(id); }
    bool isWaiting(const Id &id) const { return m_waiting.contains(id); }
    int count() const { return static_cast<int>(m_waiting.size()); }
    /// True: that is news.
    bool wait(const Id &id, bool waits) { return waits ? m_waiting.insert(id).second : m_waiting.erase(id) > 0; }
    /// What waits may move; these are to be read.
    const std::set<Id> &settle()
    {
        m_settling.insert(m_waiting.begin(), m_waiting.end());
        return m_waiting;
    }
    void settle(const Id &id) { m_settling.insert(id); }
    /// It has been read since; true: it was one that might move.
    bool settled(const Id &id) { return m_settling.erase(id) > 0; }
    void clear()
    {
        m_waiting.clear();
        m_settling.clear();
    }

private:
    bool m_frozen = false;
    std::set<Id> m_waiting;
    std::set<Id> m_settling; ///< those that may move although the list is frozen
};

} // namespace foredeck
