#pragma once

#include "models/core/result.h"
#include "server/channels/inbound.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What one change of Meta's webhook says to one business number.
struct WhatsAppItem {
    std::string phoneNumberId; ///< whose it is
    Inbound inbound;
};

struct WhatsAppDelivery {
    std::vector<WhatsAppItem> items; ///< never empty where one was not read
    std::optional<Error> unread; ///< Invalid, of the first message, status or group that is not as Meta sends it; it takes nothing with it
};

/// Every entry, change, message, status and group event of a body (facebook/openapi v23.0). What this version does not
/// know becomes a message that says so, never nothing. Error Invalid: not JSON, not Meta's form, or nothing in it
/// could be read, with the path named.
/// Media, locations, shared contacts, orders and choices become attachments with what was said about them.
Result<WhatsAppDelivery> parseWhatsApp(std::string_view body);

/// The vendor's own id in a providerId, without the kind that we add.
std::string_view wamidOf(std::string_view providerId);

} // namespace foredeck
