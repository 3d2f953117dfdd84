#pragma once

#include "server/services/access/access.h"
#include "server/storage/store.h"

#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace foredeck {

/// Rights of callers for reading, remembered between requests and forgotten when a person or a client changes. Told of
/// commits before the write that made them returns, so what follows a change sees it. Writes do not rest on it: they load
/// the rights again in their own transaction. Safe from any thread.
class Directory {
public:
    explicit Directory(Store &store) : m_store(store) { }

    Result<std::shared_ptr<const Access>> access(const UserId &user);
    /// Events of a commit, on the writer's thread.
    void committed(const std::vector<Event> &events);

private:
    Store &m_store;
    std::shared_mutex m_mutex;
    std::uint64_t m_generation = 0; ///< a reading that began before a change must not be remembered after it
    std::unordered_map<UserId, std::shared_ptr<const Access>> m_known;
};

} // namespace foredeck
