#pragma once

#include "models/core/id.h"
#include "server/services/op/act.h"

#include <vector>

namespace foredeck {

/// The client's assistant was switched on: what came to people only because it was off, and nobody has looked at since, is
/// its to answer again, though it may have run out meanwhile. What somebody saw, took, was given or put off stays with people,
/// and so does what would have come to them anyway (an emergency, whoever asked for a person, what a rule of the client's own
/// names) and what it cannot answer: a call, a form, a chat window whose visitor has gone. Of these escalations alone, so that
/// a long pause is taken up in small transactions (ResumeJob).
void takeUpAfterPause(ActContext &act, const std::vector<EscalationId> &escalations);

} // namespace foredeck
