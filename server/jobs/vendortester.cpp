#include "server/jobs/vendortester.h"

namespace foredeck {

ChannelCheck VendorTester::check(const Channel &channel, const ChannelKeys &keys, bool safeMode)
{
    const auto kind = channel.kind.value();
    if (kind == ChannelKind::LiveChat)
        return {ChannelHealth::Ok, "Visitors of the website can write and read", {}};
    if (kind == ChannelKind::WebForm || kind == ChannelKind::MissedCall) {
        return keys.secret.empty() ? ChannelCheck {ChannelHealth::NotConfigured, "The key that verifies what comes in is missing", {}}
                                   : ChannelCheck {ChannelHealth::Ok, "What comes in is verified with the channel's key", {}};
    }
    if (keys.secret.empty() || keys.token.empty())
        return {ChannelHealth::NotConfigured, keys.secret.empty() ? "The key that verifies what comes in is missing" : "The key that lets us send is missing", {}};
    if (safeMode && !isLoopbackUrl(channel.baseUrl))
        return {ChannelHealth::Ok, "Safe mode: the keys are there, the vendor was not asked", {}, false};
    const auto probed = m_ports.of(kind).probe({channel, keys.secret, keys.token, safeMode});
    return {probed.health, probed.detail, {}};
}

} // namespace foredeck
