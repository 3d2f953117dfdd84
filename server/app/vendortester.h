#pragma once

#include "server/channels/http/httpclient.h"
#include "server/channels/twilio/twiliochannel.h"
#include "server/channels/whatsapp/whatsappchannel.h"
#include "server/services/client/channeltester.h"

namespace foredeck {

/// Asks the vendor of a channel, or says that there is none to ask. Safe from any thread.
class VendorTester final : public ChannelTester {
public:
    ChannelCheck check(const Channel &channel, const ChannelKeys &keys, bool safeMode) override;

private:
    HttpClient m_http;
    WhatsAppChannel m_whatsApp {m_http};
    TwilioChannel m_twilio {m_http};
};

} // namespace foredeck
