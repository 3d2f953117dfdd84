#pragma once

#include "models/core/id.h"
#include "models/domain/channelkind.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foredeck {

enum class ChannelHealth { Unknown, NotConfigured, Ok, Failing, Off };
template <>
struct EnumNames<ChannelHealth> {
    static constexpr std::array names {std::pair {ChannelHealth::NotConfigured, std::string_view {"not_configured"}},
        std::pair {ChannelHealth::Ok, std::string_view {"ok"}}, std::pair {ChannelHealth::Failing, std::string_view {"failing"}},
        std::pair {ChannelHealth::Off, std::string_view {"off"}}};
};

/// A client's door. Secrets are sealed in the server's store and never travel; `hasSecret` says that one is there.
struct Channel {
    ChannelId id;
    ClientId client;
    Open<ChannelKind> kind;
    std::string name;
    std::string number; ///< E.164: the business's own number on this channel
    std::string phoneNumberId; ///< WhatsApp: how a webhook finds its tenant
    std::string account; ///< Twilio Account SID; WhatsApp Business Account id
    std::string baseUrl; ///< of the vendor's API; configuration, so that tests and gateways can stand in
    std::string publicUrl; ///< the webhook's URL as the vendor calls it: Twilio signs over it
    bool hasSecret = false; ///< the key that verifies what comes in
    bool hasToken = false; ///< the key that lets us send
    Open<ChannelHealth> health {ChannelHealth::NotConfigured};
    std::string healthDetail; ///< a sentence: what is missing, or what the vendor answered
    std::optional<Timestamp> checkedAt;
    std::optional<Timestamp> expiresAt;
    std::int64_t version = 1;
    friend bool operator==(const Channel &, const Channel &) = default;
};

} // namespace foredeck
