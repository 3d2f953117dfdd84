#pragma once

#include "server/services/op/act.h"

namespace foredeck {

/// The client's assistant was switched on: what came to people only because it was off, and nobody has looked at since, is
/// its to answer again. What somebody saw, took, was given or put off stays with people, and so does what would have come to
/// them anyway: an emergency, whoever asked for a person, what a rule of the client's own names.
void takeUpAfterPause(ActContext &act);

} // namespace foredeck
