#pragma once

#include "models/domain/message.h"
#include "server/storage/store.h"

namespace foredeck {

/// Whether these words of the assistant answer the customer. What the law makes it say (HELP, the end and the return of
/// messages) and the text that a missed call is answered with are no answer to anything.
bool isAnswer(Tx &tx, const Message &message);

} // namespace foredeck
