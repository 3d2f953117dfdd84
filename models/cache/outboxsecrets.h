#pragma once

/// Keys and passwords inside acts. They stay on this computer no longer than their way to the server needs: an act that
/// has arrived, or that waits for a person, has none. Pure functions.

#include "models/domain/op.h"

namespace foredeck {

/// Its body holds a key or a password.
bool hasSecrets(const Op &op);
/// It held one that was taken out, so it cannot be sent again.
bool lostSecrets(const Op &op);
/// As it may be stored: without its secrets in every state but those in which it is on its way.
Op asStored(Op op);

} // namespace foredeck
