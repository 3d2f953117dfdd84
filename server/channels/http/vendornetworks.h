#pragma once

#include "models/core/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

struct sockaddr;

namespace foredeck {

/// Which addresses the APIs of vendors may have. Who manages a business gives their base_url, and must not thereby make this
/// server ask what only it can reach: of the networks that are not the public internet (the IANA registries of special-purpose
/// addresses: this computer, private and link-local networks, the metadata service of a cloud) only those that whoever runs the
/// server has named. Also says where plain http will do. A value; safe from any thread.
class VendorNetworks {
public:
    /// None but the public internet.
    VendorNetworks() = default;
    /// "127.0.0.0/8", "fd12:3456::/32", "10.0.0.7". Error: Invalid with the name of the setting, vendor_networks.
    static Result<VendorNetworks> of(const std::vector<std::string> &networks);

    /// Whether any is named: only then may plain http lead somewhere.
    bool hasNamed() const { return !m_named.empty(); }
    /// Whether it stands in one of the named networks.
    bool isNamed(const sockaddr &address) const;
    /// Whether it does, or is of the public internet.
    bool mayReach(const sockaddr &address) const;

private:
    using Bytes = std::array<std::uint8_t, 16>; ///< IPv6; an IPv4 address as ::ffff:a.b.c.d
    struct Network {
        Bytes bytes {};
        int bits = 0;
        bool holds(const Bytes &address) const;
    };
    static bool read(const std::string &text, Network &network);
    static bool bytesOf(const sockaddr &address, Bytes &bytes);
    static bool isPublic(const Bytes &address);

    std::vector<Network> m_named;
};

} // namespace foredeck
