#pragma once

#include "models/domain/escalation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foredeck {

/// How a team does with its hand-overs. A median is nothing when no row has what it rests on; of an even number of rows
/// it is the mean of the middle two.
struct EscalationStats {
    std::optional<Timestamp> since; ///< what was counted began then, or is open; nothing: everything was
    std::int64_t total = 0;
    std::int64_t today = 0; ///< made since the day began
    std::int64_t pending = 0;
    std::int64_t claimed = 0;
    std::int64_t resolved = 0;
    std::int64_t expired = 0;
    std::int64_t claimedLate = 0; ///< first taken up after it was due
    std::optional<Open<EscalationReason>> commonestReason; ///< of equals the one whose name comes first
    double commonestShare = 0; ///< 0–1, of the total
    std::optional<std::int64_t> claimMedianMs; ///< from its making to the first claim
    std::optional<std::int64_t> resolveMedianMs; ///< from its making to its resolution
    int asCommon = 0; ///< other reasons that are as common as that one; not told on the wire
};

/// `dayStart`: when today began on the business's clock. What was made after `now` (a clock that jumped) counts, but not
/// as of today.
EscalationStats escalationStats(const std::vector<Escalation> &escalations, Timestamp dayStart, Timestamp now);

} // namespace foredeck
