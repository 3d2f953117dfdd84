#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>

namespace foredeck {

/// Who has a console connected. One that has just gone counts on for a grace, since most of them come back at once; so
/// nobody counts as gone in the first grace of a server's life. Safe from any thread.
class LiveConsoles {
public:
    /// `lost`: somebody's last console has closed. From the thread that closed it; must not block.
    LiveConsoles(const Clock &clock, std::chrono::milliseconds grace, std::function<void()> lost = {})
        : m_clock(clock), m_grace(grace), m_lost(std::move(lost)), m_knownFrom(clock.now() + grace) { }

    void opened(const UserId &user);
    void closed(const UserId &user);
    /// The server stops: what closes from now on says nothing of its people.
    void freeze();
    struct Seen {
        bool has = false;
        std::optional<Timestamp> until; ///< closed, and in its grace: when that ends
    };
    Seen seen(const UserId &user) const;
    /// The same with a grace that is enough to connect anew, and no more.
    Seen seenNow(const UserId &user) const;
    static constexpr std::chrono::seconds reconnecting {10};
    /// Before this moment somebody without a console may only not be back yet.
    Timestamp knownFrom() const;

private:
    Seen seen(const UserId &user, std::chrono::milliseconds grace) const;

    struct Presence {
        int sockets = 0;
        Timestamp goneAt; ///< when the last one closed
    };
    const Clock &m_clock;
    const std::chrono::milliseconds m_grace;
    const std::function<void()> m_lost;
    mutable std::mutex m_mutex;
    bool m_isFrozen = false;
    mutable Timestamp m_knownFrom;
    std::map<UserId, Presence> m_people;
};

} // namespace foredeck
