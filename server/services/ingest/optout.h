#pragma once

#include "server/services/consent/consent.h"
#include "server/services/ingest/arrival.h"

namespace foredeck {

/// What an opt-out ends beside the channel it came by (routing-and-channels.md 3: one ends all, unless the client keeps its
/// channels apart): whatever else is sent to the same number, be it the one that wrote or, said where nothing has a number
/// (a web form, a chat window), the one that was typed beside the words. START opens the channel it comes by and no other.
/// `lead` is changed, not saved; another lead whose number was typed is.
void endEverywhere(Arrival &arrival, ArrivedLead &lead, const ConsentFinding &finding);

/// The vendor takes nothing for this number, because its owner has ended the messages there (Twilio's 21610): it is on record
/// like words that were said to us. The conversation is changed, not saved.
void endByVendor(ActContext &act, Conversation &conversation, const std::string &number, const std::string &why);

} // namespace foredeck
