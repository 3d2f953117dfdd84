#pragma once

#include "models/core/result.h"
#include "models/domain/channelkind.h"

#include <string>
#include <string_view>
#include <vector>

namespace foredeck::traffic {

/// One door of a business with its keys, as `foredeckd init --doors` writes it.
struct Door {
    Open<ChannelKind> kind;
    std::string id;
    std::string number;
    std::string phoneNumberId;
    std::string account;
    std::string publicUrl; ///< what Twilio signs over
    std::string secret; ///< signs what goes in
    std::string token; ///< what the server must show when it sends
    std::string verifyToken;
};

struct Business {
    std::string slug;
    std::string id;
    std::vector<Door> channels;

    /// Nothing when the business has no such door.
    const Door *door(ChannelKind kind) const noexcept;
};

/// Error: the file cannot be read or a field does not fit.
Result<std::vector<Business>> readDoors(const std::string &path);
Result<std::vector<Business>> parseDoors(std::string_view json);

} // namespace foredeck::traffic
