#include "server/services/ingest/delivery.h"

#include "server/storage/conversationrepository.h"
#include "server/storage/messagerepository.h"

#include <algorithm>
#include <array>

namespace foredeck {

int rankOf(DeliveryState state) noexcept
{
    switch (state) {
    case DeliveryState::Unknown: case DeliveryState::None: case DeliveryState::Queued: case DeliveryState::Held:
        return 0;
    case DeliveryState::Sent:
        return 1;
    case DeliveryState::Failed: case DeliveryState::Suppressed:
        return 2;
    case DeliveryState::Delivered:
        return 3;
    case DeliveryState::Read:
        return 4;
    }
    return 0;
}

DeliveryState deliveryStateOf(std::string_view word) noexcept
{
    using D = DeliveryState;
    struct Known {
        std::string_view word;
        D state;
    };
    static constexpr std::array known {Known {"sent", D::Sent}, Known {"delivered", D::Delivered}, Known {"read", D::Read}, Known {"failed", D::Failed},
        Known {"undelivered", D::Failed}, Known {"canceled", D::Failed}, Known {"partially_delivered", D::Delivered}};
    const auto found = std::find_if(known.begin(), known.end(), [&](const Known &k) { return k.word == word; });
    return found == known.end() ? D::Unknown : found->state;
}

void applyDelivery(ActContext &act, Message message, Delivery delivery, bool force)
{
    if (!force && rankOf(delivery.state.value()) <= rankOf(message.delivery.state.value()))
        return;
    message.delivery = std::move(delivery);
    MessageRepository::update(act.tx, message);
    act.tell("message.updated", message);
    auto conversation = ConversationRepository::byId(act.tx, act.client, message.conversation);
    if (!conversation || conversation->lastMessage.id != message.id)
        return;
    conversation->lastMessage.delivery = message.delivery.state;
    ConversationRepository::update(act.tx, *conversation);
    act.tell("conversation.updated", *conversation);
}

} // namespace foredeck
