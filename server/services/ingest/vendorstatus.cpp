#include "server/services/ingest/vendorstatus.h"

#include "server/services/ingest/alertdelivery.h"
#include "server/services/ingest/delivery.h"
#include "server/services/ingest/optout.h"
#include "server/storage/conversationrepository.h"
#include "server/storage/messagerepository.h"
#include "server/storage/providerstatusrepository.h"

namespace foredeck {

namespace {

// Of a message whose sending got no answer: what its job waits for, it finds; here, what was settled without the vendor's word.
void takeUnanswered(Arrival &arrival, Delivery delivery)
{
    auto message = MessageRepository::byId(arrival.act.tx, arrival.client.id, MessageId {arrival.inbound.reference});
    const bool isOurs = message && message->role != MessageRole::Lead && message->delivery.state != DeliveryState::Queued;
    const auto conversation = isOurs ? ConversationRepository::byId(arrival.act.tx, arrival.client.id, message->conversation) : std::nullopt;
    if (!conversation || conversation->channel != arrival.channel.id)
        return;
    arrival.act.actor = {ActorKind::System, {}, {}};
    // Nothing is known of another, or this one got further: it is the one that arrived.
    const bool isFurther = rankOf(delivery.state.value()) > rankOf(message->delivery.state.value());
    if (message->providerId.empty() || isFurther) {
        if (!message->providerId.empty())
            delivery = Delivery {delivery.state, std::string {sentBefore}, delivery.code, delivery.at, true};
        message->providerId = arrival.inbound.replyTo;
        return applyDelivery(arrival.act, std::move(*message), std::move(delivery));
    }
    // Another of it has gone; that is said already, or of one that failed there is nothing to say.
    if (message->delivery.outcomeUnknown || message->delivery.state == DeliveryState::Failed)
        return;
    auto known = message->delivery;
    known.outcomeUnknown = true;
    known.reason = sentBefore;
    applyDelivery(arrival.act, std::move(*message), std::move(known), true);
}

} // namespace

void takeStatus(Arrival &arrival)
{
    const auto state = deliveryStateOf(arrival.inbound.state);
    if (state == DeliveryState::Unknown)
        return;
    const bool isLost = state == DeliveryState::Failed; // from when it is known here: what was thought before did not know of it
    Delivery delivery {state, arrival.inbound.reason, arrival.inbound.code, isLost ? arrival.act.now : arrival.inbound.sentAt.value_or(arrival.act.now), false};
    if (isLost && delivery.reason.empty())
        delivery.reason = "The vendor could not deliver the message";
    // Kept by the vendor's id: it may come before the answer to our own sending has told us that id.
    ProviderStatusRepository::raise(arrival.act.tx, {arrival.client.id, arrival.channel.id, arrival.inbound.replyTo, rankOf(state), delivery, arrival.inbound.reference});
    if (auto message = MessageRepository::byProviderId(arrival.act.tx, arrival.client.id, arrival.channel.id, arrival.inbound.replyTo); message && message->role != MessageRole::Lead) {
        arrival.act.actor = {ActorKind::System, {}, {}};
        if (isLost && delivery.code == endedAtVendor)
            endByVendor(arrival.act, *message, delivery.reason);
        applyDelivery(arrival.act, std::move(*message), std::move(delivery));
    } else if (auto text = AlertTextRepository::byProviderId(arrival.act.tx, arrival.client.id, arrival.channel.id, arrival.inbound.replyTo)) {
        arrival.act.actor = {ActorKind::System, {}, {}};
        applyAlertDelivery(arrival.act, std::move(*text), std::move(delivery));
    } else if (!arrival.inbound.reference.empty()) {
        takeUnanswered(arrival, std::move(delivery));
    }
}

} // namespace foredeck
