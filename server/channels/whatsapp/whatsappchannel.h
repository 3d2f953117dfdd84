#pragma once

#include "server/channels/channelport.h"
#include "server/channels/http/httpclient.h"

namespace foredeck {

/// WhatsApp Cloud API (graph v23.0): free text inside the 24-hour window, templates outside of it. The caller sees to the window; the vendor's
/// refusal (131047) is told as a sentence. Our reference goes along as biz_opaque_callback_data, which Meta returns with each status
/// of the message; its messages cannot be asked for.
class WhatsAppChannel final : public ChannelPort {
public:
    /// `http` must outlive the channel.
    explicit WhatsAppChannel(const HttpClient &http) : m_http(http) { }
    SendResult send(const OpenChannel &channel, const std::string &text, const Recipient &recipient) override;
    SendResult sendTemplate(const OpenChannel &channel, const TemplateUse &use, const Recipient &recipient) override;
    ProbeResult probe(const OpenChannel &channel) override;

private:
    SendResult post(const OpenChannel &channel, std::string body) const;

    const HttpClient &m_http;
};

/// A sentence for Meta's error code; empty for those that say nothing to a person.
std::string_view whatsAppReason(std::string_view code) noexcept;

} // namespace foredeck
