#pragma once

#include "models/core/result.h"
#include "server/channels/inbound.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What one change of Meta's webhook says to one business number.
struct WhatsAppItem {
    std::string phoneNumberId; ///< whose it is
    Inbound inbound;
};

/// Every entry, change, message, status and group event of a body (facebook/openapi v23.0). What this version does not
/// know becomes a message that says so, never nothing. Error Invalid: not JSON, not Meta's form, with the path named.
/// Media, locations, shared contacts, orders and choices become attachments with what was said about them.
Result<std::vector<WhatsAppItem>> parseWhatsApp(std::string_view body);

/// The vendor's own id in a providerId, without the kind that we add.
std::string_view wamidOf(std::string_view providerId);

} // namespace foredeck
