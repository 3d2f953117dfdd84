#pragma once

#include "server/channels/http/httpclient.h"
#include "server/jobs/sendjob.h"
#include "server/services/client/channeltester.h"

namespace foredeck {

/// Asks the vendors themselves; in safe mode only those on this computer.
class VendorTester final : public ChannelTester {
public:
    /// `http` is what the ports ask through.
    VendorTester(ChannelPorts ports, const HttpClient &http) : m_ports(ports), m_http(http) { }
    Result<void> mayAsk(const std::string &field, const std::string &baseUrl) const override { return m_http.mayCall(field, baseUrl); }
    ChannelCheck check(const Channel &channel, const ChannelKeys &keys, bool safeMode) override;

private:
    ChannelPorts m_ports;
    const HttpClient &m_http;
};

} // namespace foredeck
