#pragma once

#include "models/core/clock.h"
#include "server/storage/sessionrepository.h"

#include <string>

namespace foredeck {

enum class RefreshVerdict {
    Rotate, ///< the newest: hand out the next generation
    Again, ///< its predecessor, within the grace and from the same device: the answer was lost, hand out one more of the newest
    Over, ///< the session has ended
    Reused, ///< an old one: somebody else has it, end the family
};

/// What a refresh token is worth. A token counts as the newest until one of its family was exchanged; the grace is for its
/// immediate predecessor only (`successorIsNewest`: what replaced it was not replaced itself): honouring several
/// generations is how a stolen token outlives its theft.
inline RefreshVerdict judgeRefresh(const SessionRecord &session, const RefreshToken &token, bool successorIsNewest, const std::string &device,
    Timestamp now, std::chrono::milliseconds grace)
{
    if (session.revokedAt || now >= session.expiresAt)
        return RefreshVerdict::Over;
    if (session.device != device)
        return RefreshVerdict::Reused;
    if (!token.replacedAt)
        return RefreshVerdict::Rotate;
    return successorIsNewest && now - *token.replacedAt <= grace ? RefreshVerdict::Again : RefreshVerdict::Reused;
}

} // namespace foredeck
