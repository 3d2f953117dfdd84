#pragma once

#include "net/codec/frames.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace foredeck {

/// Who is where right now: per socket what it said last of each conversation ("" for the person as a whole). Lives in
/// memory only (contract 3: ephemera). Not for several threads at once.
class PresenceBoard {
public:
    using SocketKey = std::uint64_t;

    /// Known words only, and a bounded number of places per socket; what does not fit is not taken.
    static bool known(const PresenceFrame &frame);
    /// What the others are to be told; false: nothing new.
    bool put(SocketKey socket, const PresenceFrame &frame);
    /// A socket has gone: the places at which this person is seen no more, as frames of state "gone".
    std::vector<PresenceFrame> remove(SocketKey socket);
    /// Whether a person is there for work; the places at which others see it otherwise than before.
    std::vector<PresenceFrame> setState(const UserId &user, bool available, bool doNotDisturb);
    /// What a newcomer is told.
    std::vector<PresenceFrame> all() const;

private:
    struct Place {
        ClientId client;
        ConversationId conversation;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    static constexpr std::size_t maxPlaces = 64;
    bool elsewhere(const UserId &user, const Place &place) const;

    std::map<SocketKey, std::map<Place, PresenceFrame>> m_sockets;
};

} // namespace foredeck
