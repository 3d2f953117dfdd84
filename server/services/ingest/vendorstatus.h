#pragma once

#include "server/services/ingest/arrival.h"

namespace foredeck {

/// How far a vendor says that a text of ours got (InboundKind::Status): kept by the vendor's id, and told of the message or the
/// owner's text that it is of.
void takeStatus(Arrival &arrival);

} // namespace foredeck
