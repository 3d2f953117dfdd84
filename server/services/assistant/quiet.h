#pragma once

#include "server/services/assistant/turn.h"

namespace foredeck {

/// What becomes of a wish that was being taken down when its customer writes no more: after the client's quiet minutes a
/// person gets it, with what is known, and nothing is said. `told`: the lead as the assistant knows it in this conversation
/// (a chat window knows less than the records). `nothing`: no wish is open, the customer waits for an answer, or it is
/// not the assistant's; or it is too early (`notBefore`: by the minutes of now, which may be others than when it was put).
/// Pure.
TurnPlan planQuiet(const TurnInput &input, Lead told);

/// Whether a wish is with the assistant and nobody else: what planQuiet() hands over once it has been quiet.
bool isWishLeft(const TurnInput &input);

} // namespace foredeck
