#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "net/codec/frames.h"
#include "server/services/auth/callers.h"
#include "server/services/conversation/claimrules.h"
#include "server/services/live/liveconsoles.h"
#include "server/services/live/livepeer.h"
#include "server/storage/store.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace foredeck {

/// The live channel (server/api/events.md): follows the log for every signed-in console, filtered by its rights, and
/// passes on what is never stored (presence, leases). Two threads of its own: one owns all state and sends, one reads the
/// log and looks up tokens; nothing here blocks the store's writer or the I/O threads. All public functions return at once
/// and may be called from any thread.
class LiveHub {
public:
    struct Config {
        std::chrono::milliseconds heartbeat {15'000};
        std::chrono::milliseconds helloTime {10'000};
        std::chrono::milliseconds lease = usualLease;
        std::chrono::milliseconds tick {100}; ///< real time between two looks at the clock
        int batchEvents = 100; ///< of a replay, between two waits for the reader
        std::size_t batchBytes = 256 * 1024;
        std::string minConsole; ///< "0.1.0"; older ones are turned away; empty: none
    };
    using Key = std::uint64_t; ///< of one socket, chosen by who opens it, unique in the process

    LiveHub(Store &store, const Clock &clock, Callers &callers, Directory &directory, LiveConsoles &consoles, Log &log, Config config);
    ~LiveHub(); ///< stops
    LiveHub(const LiveHub &) = delete;
    LiveHub &operator=(const LiveHub &) = delete;

    void opened(Key key, std::shared_ptr<LivePeer> connection);
    void received(Key key, std::string frame);
    void drained(Key key);
    void closed(Key key);

    /// Events of one commit, in the order of the commits; from the store's writer.
    void committed(const std::vector<Event> &events);
    /// Ends its sockets with 4401.
    void sessionEnded(const std::string &session);
    /// What somebody who has no socket does, such as the assistant typing.
    void announce(const PresenceFrame &frame);

    /// Sockets that are signed in.
    std::size_t signedIn() const noexcept;
    /// Closes all sockets (1001) and ends the threads. Idempotent.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
