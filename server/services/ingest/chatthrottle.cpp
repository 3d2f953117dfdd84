#include "server/services/ingest/chatthrottle.h"

#include <algorithm>
#include <cmath>

namespace foredeck {

namespace {

constexpr double msPerMinute = 60'000;

} // namespace

std::chrono::milliseconds ChatThrottle::take(const std::string &window, const std::string &address, Timestamp now)
{
    const std::lock_guard lock {m_mutex};
    const auto ofWindow = counted(m_windows, window, m_config.window, now);
    const auto ofAddress = address.empty() ? 0.0 : counted(m_addresses, address, m_config.address, now);
    const auto wait = std::max(rest(ofWindow, m_config.window), address.empty() ? std::chrono::milliseconds {0} : rest(ofAddress, m_config.address));
    if (wait.count() > 0)
        return wait;
    m_windows[window] = {ofWindow + 1, now};
    if (!address.empty())
        m_addresses[address] = {ofAddress + 1, now};
    return wait;
}

// What has been counted ebbs; a clock that was set back holds nobody up for longer.
double ChatThrottle::left(const Level &level, const Pace &pace, Timestamp now)
{
    const auto passed = static_cast<double>(std::max<std::int64_t>(0, toMs(now) - toMs(level.at)));
    return std::max(0.0, level.messages - passed * pace.perMinute / msPerMinute);
}

std::chrono::milliseconds ChatThrottle::rest(double counted, const Pace &pace)
{
    const auto over = counted + 1 - pace.burst;
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
