#include "server/app/vendortester.h"

#include <string_view>

namespace foredeck {

namespace {

// By the words of the address alone: looking a name up would already leave this computer.
bool staysHere(std::string_view url)
{
    const auto scheme = url.find("://");
    const auto host = url.substr(scheme == std::string_view::npos ? 0 : scheme + 3);
    for (const std::string_view own : {"127.0.0.1", "localhost", "[::1]"}) {
        const auto behind = host.substr(0, own.size()) == own ? host.substr(own.size()) : std::string_view {"x"};
        if (behind.empty() || behind.front() == ':' || behind.front() == '/')
            return true;
    }
    return false;
}

} // namespace

ChannelCheck VendorTester::check(const Channel &channel, const ChannelKeys &keys, bool safeMode)
{
    if (!configured(channel))
        return {ChannelHealth::NotConfigured, "Keys are missing", {}};
    const bool vendor = channel.kind == ChannelKind::WhatsApp || channel.kind == ChannelKind::Sms;
    if (vendor && safeMode && !staysHere(channel.baseUrl))
        return {channel.health, "Not asked: in safe mode nothing leaves this computer", {}};
    const OpenChannel open {channel, keys.secret, keys.token, safeMode};
    ProbeResult probe;
    switch (channel.kind.value()) {
    case ChannelKind::WhatsApp:
        probe = m_whatsApp.probe(open);
        break;
    case ChannelKind::Sms:
        probe = m_twilio.probe(open);
        break;
    case ChannelKind::WebForm:
    case ChannelKind::LiveChat:
    case ChannelKind::MissedCall:
        return {ChannelHealth::Ok, "Ready: what arrives is checked here, and there is no vendor to ask", {}};
    case ChannelKind::Email:
    case ChannelKind::Unknown:
        return {ChannelHealth::NotConfigured, "This kind of channel has no connection yet", {}};
    }
    return {probe.health, probe.detail, {}};
}

} // namespace foredeck
