#include "server/services/live/presenceboard.h"

#include <algorithm>
#include <array>

namespace foredeck {

namespace {

constexpr std::string_view gone = "gone";
constexpr std::array<std::string_view, 5> states {"viewing", "typing", "online", "away", gone};
constexpr std::size_t maxId = 64;

} // namespace

bool PresenceBoard::known(const PresenceFrame &frame)
{
    return std::find(states.begin(), states.end(), frame.state) != states.end() && frame.conversation.value.size() <= maxId;
}

bool PresenceBoard::put(SocketKey socket, const PresenceFrame &frame)
{
    auto &places = m_sockets[socket];
    const Place place {frame.client, frame.conversation};
    const auto before = places.find(place);
    if (frame.state == gone) {
        if (before == places.end())
            return false;
        places.erase(before);
        return !elsewhere(frame.user, place);
    }
    if (before == places.end() && places.size() >= maxPlaces)
        return false;
    // Typing is repeated on purpose, so that receivers may let it fade.
    const bool told = before != places.end() && before->second.state == frame.state && frame.state != "typing";
    places.insert_or_assign(place, frame);
    return !told;
}

std::vector<PresenceFrame> PresenceBoard::remove(SocketKey socket)
{
    std::vector<PresenceFrame> frames;
    const auto known = m_sockets.find(socket);
    if (known == m_sockets.end())
        return frames;
    const auto places = std::move(known->second);
    m_sockets.erase(known);
    for (const auto &[place, frame] : places) {
        if (elsewhere(frame.user, place))
            continue;
        frames.push_back(frame);
        frames.back().state = gone;
    }
    return frames;
}

std::vector<PresenceFrame> PresenceBoard::setState(const UserId &user, bool available, bool doNotDisturb)
{
    std::vector<PresenceFrame> changed;
    for (auto &[socket, places] : m_sockets) {
        for (auto &[place, frame] : places) {
            if (frame.user != user || (frame.available == available && frame.doNotDisturb == doNotDisturb))
                continue;
            frame.available = available;
            frame.doNotDisturb = doNotDisturb;
            changed.push_back(frame);
        }
    }
    return changed;
}

std::vector<PresenceFrame> PresenceBoard::all() const
{
    std::vector<PresenceFrame> frames;
    for (const auto &[socket, places] : m_sockets) {
        for (const auto &[place, frame] : places)
            frames.push_back(frame);
    }
    return frames;
}

bool PresenceBoard::elsewhere(const UserId &user, const Place &place) const
{
    return std::any_of(m_sockets.begin(), m_sockets.end(), [&](const auto &entry) {
        const auto at = entry.second.find(place);
        return at != entry.second.end() && at->second.user == user;
    });
}

} // namespace foredeck
