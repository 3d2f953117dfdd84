#pragma once

#include "server/services/auth/callers.h"
#include "server/services/live/followedstream.h"
#include "server/services/live/livehub.h"

#include <map>
#include <memory>
#include <string>

namespace foredeck {

/// What the hub knows of one socket. Touched by the hub's own thread only.
struct LiveSession {
    LiveHub::Key key = 0;
    std::shared_ptr<LivePeer> connection;
    Timestamp openedAt;
    bool helloSeen = false;
    bool signedIn = false;
    bool closing = false; ///< told to close; nothing is sent any more
    TokenClaims claims;
    std::shared_ptr<const Access> access;
    std::string device;

    struct Stream {
        FollowedStream follow;
        std::string epoch; ///< that the console named
        bool checked = false; ///< that it can be resumed from where the console stands
    };
    std::map<std::string, Stream> streams;
    bool reading = false; ///< a piece of the log is on its way
    bool looking = false; ///< a token or rights are being looked up
    int renewals = 0; ///< leases that are being written
    Timestamp nextHeartbeat;
};

/// "1.2.3" against "1.10": by numbers. What cannot be read is not older.
bool olderVersion(std::string_view version, std::string_view than);

} // namespace foredeck
