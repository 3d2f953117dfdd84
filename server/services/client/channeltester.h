#pragma once

#include "server/services/client/channelacts.h"

namespace foredeck {

/// The keys of a channel, unsealed, for the moment of one call.
struct ChannelKeys {
    std::string secret;
    std::string token;
    std::string verifyToken;
};

/// Opens what the store holds. Corrupt when it was sealed with another key.
Result<ChannelKeys> channelKeys(Tx &tx, const Channel &channel, const SecretBox &box);

/// Asks a vendor whether the keys are right; sends nothing to anybody. Blocks for as long as the vendor takes (bounded by
/// the implementation). In safe mode no request leaves but to loopback addresses; the detail says so.
class ChannelTester {
public:
    virtual ~ChannelTester() = default;
    /// Whether this server may ask there, as far as the address itself says it. Error: Invalid with `field`.
    virtual Result<void> mayAsk(const std::string &field, const std::string &baseUrl) const = 0;
    virtual ChannelCheck check(const Channel &channel, const ChannelKeys &keys, bool safeMode) = 0;
};

} // namespace foredeck
