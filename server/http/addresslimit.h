#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace foredeck::http {

/// Counts the open connections of each address, over all I/O threads.
class AddressLimit {
public:
    explicit AddressLimit(std::size_t limit) : m_limit(limit) { }

    /// False: one too many. Counts in any case, so leave() follows always.
    bool enter(const std::string &address)
    {
        const std::lock_guard lock {m_mutex};
        return ++m_open[address] <= m_limit;
    }

    void leave(const std::string &address)
    {
        const std::lock_guard lock {m_mutex};
        const auto found = m_open.find(address);
        if (found != m_open.end() && --found->second == 0)
            m_open.erase(found);
    }

private:
    const std::size_t m_limit;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::size_t> m_open;
};

} // namespace foredeck::http
