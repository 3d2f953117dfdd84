#include "server/services/ingest/alertdelivery.h"

#include "server/services/escalation/escalationwriter.h"
#include "server/services/ingest/delivery.h"
#include "server/services/op/queues.h"
#include "server/storage/escalationrepository.h"

#include <algorithm>

namespace foredeck {

void applyAlertDelivery(ActContext &act, AlertText text, Delivery delivery, bool force)
{
    if (!force && rankOf(delivery.state.value()) <= rankOf(text.delivery.state.value()))
        return;
    text.delivery = stillInDoubt(std::move(delivery), text.delivery);
    AlertTextRepository::update(act.tx, text);
    auto escalation = EscalationRepository::byId(act.tx, act.client, text.escalation);
    if (!escalation)
        return;
    const auto step = std::find_if(escalation->ladder.begin(), escalation->ladder.end(), [&](const LadderStep &s) { return s.text == text.id; });
    if (step == escalation->ladder.end())
        return; // the trail was longer than what is kept
    step->delivery = text.delivery;
    saveEscalation(act, *escalation);
    if (text.delivery.state == DeliveryState::Failed) // who was to be told by it is told another time
        JobRepository::reschedule(act.tx, act.client, queues::escalationLadder, text.escalation.value, act.now);
}

} // namespace foredeck
