#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foredeck {

/// One sign-in on one device: all refresh tokens that came from it.
struct SessionFamily {
    std::string id;
    UserId user;
    std::string device;
    std::int64_t generation = 1; ///< of the tokens that are good now
    Timestamp rotatedAt; ///< when the generation last rose
    Timestamp expiresAt;
    std::optional<Timestamp> revokedAt;
};

enum class RefreshVerdict {
    Rotate, ///< the newest: hand out the next generation
    Again, ///< its predecessor, within the grace and from the same device: the answer was lost, hand out one more of the newest
    Over, ///< the session has ended
    Reused, ///< an old one: somebody else has it, end the family
};

/// What a refresh token of `generation` is worth. The grace is for the immediate predecessor only: honouring several
/// generations is how a stolen token outlives its theft.
inline RefreshVerdict judgeRefresh(const SessionFamily &family, std::int64_t generation, const std::string &device, Timestamp now,
    std::chrono::milliseconds grace)
{
    if (family.revokedAt || now >= family.expiresAt)
        return RefreshVerdict::Over;
    if (family.device != device)
        return RefreshVerdict::Reused;
    if (generation == family.generation)
        return RefreshVerdict::Rotate;
    const bool lately = now - family.rotatedAt <= grace;
    return generation + 1 == family.generation && lately ? RefreshVerdict::Again : RefreshVerdict::Reused;
}

} // namespace foredeck
