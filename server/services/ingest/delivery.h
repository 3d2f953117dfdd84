#pragma once

#include "models/domain/message.h"
#include "server/services/op/act.h"

namespace foredeck {

/// How far along a state is: only a higher one replaces a lower (routing-and-channels.md 2.1: callbacks come in any order
/// and more than once). Failed ranks below delivered: what arrived has arrived.
int rankOf(DeliveryState state) noexcept;

/// A vendor's word for a state (Meta's and Twilio's); Unknown for those that say nothing.
DeliveryState deliveryStateOf(std::string_view word) noexcept;

/// What a vendor tells of a message that may have been sent before: it may have arrived twice, however well this one does.
Delivery stillInDoubt(Delivery told, const Delivery &before);

/// Puts a delivery on one of our messages and tells it: message.updated, and conversation.updated when lists show it.
/// Nothing happens when the message is further along already, unless `force`. An answer of the assistant that cannot be
/// delivered is no answer: the customer waits again, and the conversation goes to a person; one that a person has taken over
/// meanwhile stays theirs while they are there, and has a customer who waits, as long as nobody has answered since. So they do
/// where nothing of what people answered arrives, until it does after all. What was resolved or given back to the assistant with such
/// an answer, within a day of it, is open again, nobody's, and told to people.
void applyDelivery(ActContext &act, Message message, Delivery delivery, bool force = false);

} // namespace foredeck
