#pragma once

#include "models/core/result.h"
#include "server/channels/formbody.h"
#include "server/channels/inbound.h"

namespace foredeck {

/// An SMS or MMS that came in. Error Invalid with the field named.
Result<Inbound> parseTwilioMessage(const FormFields &fields);
/// How far one of ours got.
Result<Inbound> parseTwilioStatus(const FormFields &fields);

/// A sentence for one of Twilio's error codes; empty for those that say nothing to a person.
std::string_view twilioReason(std::string_view code) noexcept;

} // namespace foredeck
