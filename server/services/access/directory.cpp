#include "server/services/access/directory.h"

#include "server/services/access/bind.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace foredeck {

Result<std::shared_ptr<const Access>> Directory::access(const UserId &user)
{
    std::uint64_t generation = 0;
    {
        const std::shared_lock lock {m_mutex};
        if (const auto known = m_known.find(user); known != m_known.end())
            return known->second;
        generation = m_generation;
    }
    std::optional<Result<Access>> loaded;
    const auto read = m_store.read([&](Tx &tx) { loaded.emplace(loadAccess(tx, user)); });
    if (read.hasError())
        return read.error();
    if (loaded->hasError())
        return loaded->error();
    auto access = std::make_shared<const Access>(std::move(*loaded).value());
    const std::lock_guard lock {m_mutex};
    if (generation == m_generation)
        m_known.insert_or_assign(user, access);
    return access;
}

void Directory::committed(const std::vector<Event> &events)
{
    const auto changesRights = [](const Event &event) {
        return event.kind.rfind("user.", 0) == 0 || event.kind == "client.created";
    };
    if (std::none_of(events.begin(), events.end(), changesRights))
        return;
    const std::lock_guard lock {m_mutex};
    ++m_generation;
    m_known.clear();
}

} // namespace foredeck
