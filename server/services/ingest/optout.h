#pragma once

#include "models/domain/message.h"
#include "server/services/consent/consent.h"
#include "server/services/ingest/arrival.h"

namespace foredeck {

/// What an opt-out ends beside the channel it came by (routing-and-channels.md 3: one ends all, unless the client keeps its
/// channels apart): whatever else is sent to the same number, be it the one that wrote or, said where nothing has a number
/// (a web form, a chat window), the one that was typed beside the words. START opens the channel it comes by and no other.
/// `lead` is changed, not saved; another lead whose number was typed is.
void endEverywhere(Arrival &arrival, ArrivedLead &lead, const ConsentFinding &finding);

/// Twilio's code for it: they have texted STOP to this number of ours. As the answer to a sending, or as what became of it.
inline constexpr std::string_view endedAtVendor = "21610";

/// The vendor took this message for nobody, because the number's owner has ended the messages there: it is on record like words
/// that were said to us. Saves its conversation.
void endByVendor(ActContext &act, const Message &message, const std::string &why);

} // namespace foredeck
