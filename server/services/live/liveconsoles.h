#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <chrono>
#include <map>
#include <mutex>

namespace foredeck {

/// Who has a console connected. One that has just gone counts on for a grace, since most of them come back at once; so
/// nobody counts as gone in the first grace of a server's life. Safe from any thread.
class LiveConsoles {
public:
    LiveConsoles(const Clock &clock, std::chrono::milliseconds grace) : m_clock(clock), m_grace(grace), m_knownFrom(clock.now() + grace) { }

    void opened(const UserId &user);
    void closed(const UserId &user);
    bool has(const UserId &user) const;
    /// Before this moment somebody without a console may only not be back yet.
    Timestamp knownFrom() const;

private:
    struct Presence {
        int sockets = 0;
        Timestamp goneAt; ///< when the last one closed
    };
    const Clock &m_clock;
    const std::chrono::milliseconds m_grace;
    mutable std::mutex m_mutex;
    mutable Timestamp m_knownFrom;
    std::map<UserId, Presence> m_people;
};

} // namespace foredeck
