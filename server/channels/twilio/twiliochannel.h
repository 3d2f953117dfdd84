#pragma once

#include "server/channels/channelport.h"
#include "server/channels/http/httpclient.h"

namespace foredeck {

/// Twilio Programmable Messaging (2010-04-01): SMS by HTTP Basic and a form. What it has taken is asked for by its list of
/// messages (GET Messages.json?To=&From=, the newest first).
class TwilioChannel final : public ChannelPort {
public:
    /// `http` must outlive the channel.
    explicit TwilioChannel(const HttpClient &http) : m_http(http) { }
    SendResult send(const OpenChannel &channel, const std::string &text, const Recipient &recipient) override;
    bool canBeAsked() const override { return true; }
    SentLookup findSent(const OpenChannel &channel, const SoughtText &sought) override;
    ProbeResult probe(const OpenChannel &channel) override;

private:
    const HttpClient &m_http;
};

/// Where Twilio reports how far a message got: beside the URL for what comes in. Empty when none is configured.
std::string statusUrlOf(const Channel &channel);

} // namespace foredeck
