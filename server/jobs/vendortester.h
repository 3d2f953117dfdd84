#pragma once

#include "server/jobs/sendjob.h"
#include "server/services/client/channeltester.h"

namespace foredeck {

/// Asks the vendors themselves; in safe mode only those on this computer.
class VendorTester final : public ChannelTester {
public:
    explicit VendorTester(ChannelPorts ports) : m_ports(ports) { }
    ChannelCheck check(const Channel &channel, const ChannelKeys &keys, bool safeMode) override;

private:
    ChannelPorts m_ports;
};

} // namespace foredeck
