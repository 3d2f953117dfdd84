#pragma once

#include "models/core/clock.h"
#include "tools/traffic/customer.h"
#include "tools/traffic/doors.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck::traffic {

/// One request to a public webhook, signed: sent again byte for byte until it is taken.
struct Envelope {
    std::string path;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What a customer does at a door.
struct Saying {
    ChannelKind kind = ChannelKind::Unknown; ///< MissedCall: the call itself, without a text
    std::string text;
    std::string providerId;
    Timestamp at;
};

/// A new id as the vendor of that door makes it ("wamid.…", "SM…", "CA…", else a UUID).
std::string newProviderId(ChannelKind kind, Timestamp at);

/// `visitorToken`: what a live chat's window is known by; unused elsewhere.
Envelope envelopeFor(const Saying &saying, const Business &business, const Customer &customer, std::string_view visitorToken);

/// What the vendor tells about a message of ours: "sent", "delivered", "read". `reference`: what came with the message to be returned.
Envelope whatsAppStatus(const Door &door, std::string_view messageId, std::string_view recipient, std::string_view status, std::string_view reference, Timestamp at);
/// `callbackUrl` is the one that came with the message, which Twilio signs over.
Envelope smsStatus(const Door &door, std::string_view messageSid, std::string_view recipient, std::string_view status, std::string_view callbackUrl);

} // namespace foredeck::traffic
