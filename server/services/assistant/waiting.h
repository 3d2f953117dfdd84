#pragma once

#include "server/services/assistant/turn.h"
#include "server/services/language/rulebook.h"

#include <string_view>
#include <vector>

namespace foredeck {

/// Why the assistant was silent: blanks, or thanks that want no answer. Nobody is waited for.
inline constexpr std::string_view nothingToSay = "nothing_to_say";

/// Why it was silent where it is switched off: people have it.
inline constexpr std::string_view assistantOff = "assistant_off";

/// The customer's messages that no turn has dealt with and nobody has answered: a person's words that did not arrive answer
/// nothing. What the assistant only passed on, kept quiet about, or could not deliver waits again once a person has handed the
/// conversation back to it; so does what stands before a request for help, or before thanks for an answer that did not arrive.
std::vector<const Message *> waitingMessages(const TurnInput &input);

/// The customer's messages to which nothing was said that has arrived or may: people know of them or not. What asks for nothing
/// (the assistant kept silent, or it was about the messages themselves) is not among them.
std::vector<const Message *> unansweredMessages(const std::vector<Message> &history, const std::vector<Decision> &decisions);

/// Whether it has not arrived and will not: it failed, or was kept back.
bool isLost(const Message &message);

/// Whether it answered what was said about the messages themselves (HELP, their end, their return), and nothing else.
bool isConsentReply(const Decision &decision);

/// The text that a missed call was answered with: no turn made it, and no message of the customer is answered by it.
bool isTextBack(const Message &message);

/// Whether something came with it that says more than its text and that only a person can look at: a picture, a recording, a file.
bool holdsFile(const Message &message);

/// Whether a booking is being talked about: then a bare "cancel" may mean it.
bool isBookingTalk(const TurnInput &input, const RuleBook &book);

/// Whether this decision's answer asked the customer if they want no more messages: what they say next is about that.
bool askedWhetherToStop(const Decision &decision);

/// Whether what stands directly before this message of the history asked so, and reached them.
bool answersWhetherToStop(const TurnInput &input, const Message &message);

} // namespace foredeck
