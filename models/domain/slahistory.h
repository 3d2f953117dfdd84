#pragma once

#include "models/domain/transition.h"

#include <optional>
#include <span>
#include <vector>

namespace foredeck {

/// A customer waits for an answer. `by`: who ended it; Waiting: it goes on.
struct SlaWait {
    Timestamp since;
    std::optional<Timestamp> until;
    ResponseState by = ResponseState::Waiting;
};

/// A time that does not count. Without `to` its end is not known.
struct SlaGap {
    Timestamp from;
    std::optional<Timestamp> to;
};

/// What the clocks need of a conversation's transitions (sla.h), told as waits and gaps instead of changes.
struct SlaHistory {
    std::vector<SlaWait> waits; ///< any answer ends one
    std::vector<SlaWait> peoplesWaits; ///< begun and ended by people's turn; what the assistant got back is not in it
    std::vector<SlaGap> snoozes;
    std::vector<SlaGap> ends; ///< ended and opened again by a person; a wait may go on behind it
    std::vector<SlaGap> assistantsTurns; ///< while it owned the conversation; without an end: it does
    std::optional<Timestamp> began;
    std::optional<Timestamp> ended; ///< set while it is
    bool assistants = true; ///< whose turn it is now
};
/// `transitions` by position; other fields than status, owner and response do not matter.
SlaHistory slaHistory(std::span<const Transition> transitions);

/// When no clock counts.
std::vector<SlaGap> pausesOf(const SlaHistory &history);
/// When that of the resolution does not; the assistant's own time with it, where it does not count.
std::vector<SlaGap> resolutionPauses(const SlaHistory &history, bool countAssistant);
/// When it began. Where the assistant's time does not count, that is when people got the conversation, and nothing while it
/// has it.
std::optional<Timestamp> resolutionSince(const SlaHistory &history, bool countAssistant);

} // namespace foredeck
