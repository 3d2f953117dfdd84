#include "server/http/sessioncontext.h"

#include <algorithm>
#include <random>

namespace foredeck::http {

std::chrono::milliseconds sweepInterval(const HttpLimits &limits)
{
    const auto shortest = std::min({limits.headerTime, limits.bodyTime, limits.idleTime, limits.writeTime,
        limits.pingInterval, limits.closeTime});
    return std::clamp(shortest / 4, std::chrono::milliseconds {10}, std::chrono::milliseconds {1000});
}

std::string randomRequestIdPrefix()
{
    std::random_device random;
    std::string prefix;
    for (int i = 0; i < 12; ++i)
        prefix += "0123456789abcdefghijklmnopqrstuv"[random() % 32];
    return prefix + "-";
}

} // namespace foredeck::http
