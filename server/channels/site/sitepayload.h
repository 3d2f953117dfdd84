#pragma once

#include "models/core/result.h"
#include "server/channels/inbound.h"

#include <string>
#include <string_view>

namespace foredeck {

/// What a business's own website sends, read but for its signature. `client` is a slug or an id. Errors: Invalid, naming
/// every field that does not fit.
struct SiteMessage {
    std::string client;
    std::string id; ///< of the sender, what deduplicates; empty: none was given
    Inbound inbound;
};
Result<SiteMessage> parseWebForm(std::string_view body);
Result<SiteMessage> parseLiveChat(std::string_view body);
Result<SiteMessage> parseMissedCall(std::string_view body);

/// Letters, digits and ._:- only, at most 100: what a client's name or a session may consist of.
bool isPlainName(std::string_view text) noexcept;

} // namespace foredeck
