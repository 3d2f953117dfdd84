#include "server/services/ingest/chatthrottle.h"

#include <algorithm>
#include <cmath>

namespace foredeck {

namespace {

constexpr double msPerMinute = 60'000;
constexpr double bytesOfOne = 2'048; ///< more than anybody types at once; what is pasted counts for more

} // namespace

std::chrono::milliseconds ChatThrottle::take(const std::string &window, const std::string &address, Timestamp now, std::size_t bytes)
{
    const std::lock_guard lock {m_mutex};
    const auto more = std::clamp(static_cast<double>(bytes) / bytesOfOne, 1.0, std::max(1.0, std::min(m_config.window.burst, m_config.address.burst) / 2.0)); // any one may be sent
    const auto ofWindow = counted(m_windows, window, m_config.window, now);
    const auto ofAddress = address.empty() ? 0.0 : counted(m_addresses, address, m_config.address, now);
    const auto wait = std::max(rest(ofWindow, more, m_config.window), address.empty() ? std::chrono::milliseconds {0} : rest(ofAddress, more, m_config.address));
    if (wait.count() > 0)
        return wait;
    m_windows[window] = {ofWindow + more, now};
    if (!address.empty())
        m_addresses[address] = {ofAddress + more, now};
    return wait;
}

// What has been counted ebbs; a clock that was set back holds nobody up for longer.
double ChatThrottle::left(const Level &level, const Pace &pace, Timestamp now)
{
    const auto passed = static_cast<double>(std::max<std::int64_t>(0, toMs(now) - toMs(level.at)));
    return std::max(0.0, level.messages - passed * pace.perMinute / msPerMinute);
}

std::chrono::milliseconds ChatThrottle::rest(double counted, double more, const Pace &pace)
{
    const auto over = counted + more - pace.burst;
    return std::chrono::milliseconds {over <= 0 ? 0 : static_cast<std::int64_t>(std::ceil(over * msPerMinute / pace.perMinute))};
}

void ChatThrottle::makeRoom(Levels &levels, const Pace &pace, Timestamp now) const
{
    if (levels.size() < m_config.keys)
        return;
    std::erase_if(levels, [&](const auto &known) { return left(known.second, pace, now) < 1; });
    if (levels.size() > m_config.keys / 2) // so that room is not made anew for each
        levels.clear();
}

double ChatThrottle::counted(Levels &levels, const std::string &key, const Pace &pace, Timestamp now) const
{
    const auto known = levels.find(key);
    if (known != levels.end())
        return left(known->second, pace, now);
    makeRoom(levels, pace, now);
    return 0;
}

} // namespace foredeck
