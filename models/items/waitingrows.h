#pragma once

#include <chrono>
#include <map>
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
    bool holds(const Id &id) const
    {
        const auto settling = m_settling.find(id);
        return m_frozen && (settling == m_settling.end() || !settling->second);
    }
    bool isWaiting(const Id &id) const { return m_waiting.contains(id); }
    int count() const { return static_cast<int>(m_waiting.size()); }
    /// True: that is news.
    bool wait(const Id &id, bool waits) { return waits ? m_waiting.insert(id).second : m_waiting.erase(id) > 0; }
    /// What waits may move; these are to be read.
    const std::set<Id> &settle()
    {
        for (const Id &id : m_waiting)
            m_settling[id] = true;
        return m_waiting;
    }
    void settle(const Id &id, bool mayMove = true) { m_settling[id] = mayMove; }
    /// It has been read since; true: it was one of those. One that may not move yet, and wants to, stays one.
    bool settled(const Id &id)
    {
        const auto one = m_settling.find(id);
        if (one == m_settling.end())
            return false;
        if (one->second || !isWaiting(id))
            m_settling.erase(one);
        return true;
    }
    /// Those that might not move may now; they are to be read.
    std::set<Id> release()
    {
        std::set<Id> released;
        for (auto &[id, mayMove] : m_settling) {
            if (!std::exchange(mayMove, true))
                released.insert(id);
        }
        return released;
    }
    void clear()
    {
        m_waiting.clear();
        m_settling.clear();
    }

private:
    bool m_frozen = false;
    std::set<Id> m_waiting;
    std::map<Id, bool> m_settling; ///< those that are asked for: whether they may move although the list is frozen
};

} // namespace foredeck
