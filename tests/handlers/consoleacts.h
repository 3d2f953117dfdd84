#pragma once

#include "models/domain/lead.h"
#include "net/sync/oproute.h"

namespace foredeck::test {

/// The request by which the real console saves an edit of a lead: through its outbox and the routes of its sender.
OpCall callOfLeadEdit(const Lead &before, const Lead &after);

} // namespace foredeck::test
