#pragma once

#include "server/services/assistant/turn.h"
#include "server/services/language/rulebook.h"

#include <vector>

namespace foredeck {

/// The customer's messages that no turn has dealt with and nobody has answered. What the assistant only passed on, kept quiet
/// about, or could not deliver waits again once a person has handed the conversation back to it.
std::vector<const Message *> waitingMessages(const TurnInput &input);

/// The text that a missed call was answered with: no turn made it, and no message of the customer is answered by it.
bool isTextBack(const Message &message);

/// Whether a booking is being talked about: then a bare "cancel" may mean it.
bool isBookingTalk(const std::vector<Message> &history, const Lead &lead, const RuleBook &book);

} // namespace foredeck
