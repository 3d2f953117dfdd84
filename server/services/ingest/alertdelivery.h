#pragma once

#include "server/services/op/act.h"
#include "server/storage/alerttextrepository.h"

namespace foredeck {

/// Puts how far a text to the owner got on its record and into the trail of its escalation, with its event. Nothing
/// happens when it is further along already (rankOf), unless `force`.
void applyAlertDelivery(ActContext &act, AlertText text, Delivery delivery, bool force = false);

} // namespace foredeck
