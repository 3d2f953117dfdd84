#include "server/channels/http/vendornetworks.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace foredeck {

namespace {

constexpr int bitsOfV4 = 32;
constexpr int bitsOfV6 = 128;
constexpr int mapped = bitsOfV6 - bitsOfV4; ///< what stands before an IPv4 address that is written as IPv6

// https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, with multicast; 6to4 and Teredo carry
// an address inside that nobody has looked at.
constexpr std::array inner {std::string_view {"0.0.0.0/8"}, std::string_view {"10.0.0.0/8"}, std::string_view {"100.64.0.0/10"}, std::string_view {"127.0.0.0/8"},
    std::string_view {"169.254.0.0/16"}, std::string_view {"172.16.0.0/12"}, std::string_view {"192.0.0.0/24"}, std::string_view {"192.0.2.0/24"},
    std::string_view {"192.88.99.0/24"}, std::string_view {"192.168.0.0/16"}, std::string_view {"198.18.0.0/15"}, std::string_view {"198.51.100.0/24"},
    std::string_view {"203.0.113.0/24"}, std::string_view {"224.0.0.0/3"}, std::string_view {"2001::/23"}, std::string_view {"2001:db8::/32"},
    std::string_view {"2002::/16"}, std::string_view {"3fff::/20"}};

} // namespace

bool VendorNetworks::Network::holds(const Bytes &address) const
{
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (std::memcmp(bytes.data(), address.data(), whole) != 0)
        return false;
    const int rest = bits % 8;
    return rest == 0 || ((bytes[whole] ^ address[whole]) >> (8 - rest)) == 0;
}

bool VendorNetworks::read(const std::string &text, Network &network)
{
    const auto slash = text.find('/');
    const auto host = text.substr(0, slash);
    int most = bitsOfV6;
    network.bytes = {};
    if (inet_pton(AF_INET, host.c_str(), network.bytes.data() + 12) == 1) {
        network.bytes[10] = network.bytes[11] = 0xff;
        most = bitsOfV4;
    } else if (inet_pton(AF_INET6, host.c_str(), network.bytes.data()) != 1) {
        return false;
    }
    network.bits = most;
    if (slash != std::string::npos) {
        const auto *end = text.data() + text.size();
        const auto number = std::from_chars(text.data() + slash + 1, end, network.bits);
        if (number.ec != std::errc {} || number.ptr != end || network.bits < 0 || network.bits > most)
            return false;
    }
    network.bits += bitsOfV6 - most;
    return true;
}

Result<VendorNetworks> VendorNetworks::of(const std::vector<std::string> &networks)
{
    VendorNetworks result;
    for (const auto &text : networks) {
        if (!read(text, result.m_named.emplace_back()))
            return Error::invalid("vendor_networks", "must hold addresses and networks such as 127.0.0.0/8, not \"" + text + "\"");
    }
    return result;
}

bool VendorNetworks::bytesOf(const sockaddr &address, Bytes &bytes)
{
    bytes = {};
    if (address.sa_family == AF_INET) {
        bytes[10] = bytes[11] = 0xff;
        std::memcpy(bytes.data() + 12, &reinterpret_cast<const sockaddr_in &>(address).sin_addr, 4);
        return true;
    }
    if (address.sa_family != AF_INET6)
        return false;
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr, bytes.size());
    return true;
}

bool VendorNetworks::isPublic(const Bytes &address)
{
    static const auto networks = [] {
        std::vector<Network> list(inner.size());
        for (std::size_t i = 0; i < inner.size(); ++i)
            read(std::string {inner[i]}, list[i]);
        return list;
    }();
    static constexpr Network v4 {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, mapped};
    static constexpr Network translated {{0, 0x64, 0xff, 0x9b}, mapped}; // NAT64: its IPv4 address is the one that is reached
    static constexpr Network global {{0x20}, 3};
    auto asked = address;
    if (translated.holds(asked))
        std::copy(v4.bytes.begin(), v4.bytes.begin() + 12, asked.begin());
    return (v4.holds(asked) || global.holds(asked)) && std::none_of(networks.begin(), networks.end(), [&](const Network &n) { return n.holds(asked); });
}

bool VendorNetworks::isNamed(const sockaddr &address) const
{
    Bytes bytes;
    return bytesOf(address, bytes) && std::any_of(m_named.begin(), m_named.end(), [&](const Network &n) { return n.holds(bytes); });
}

bool VendorNetworks::mayReach(const sockaddr &address) const
{
    Bytes bytes;
    return isNamed(address) || (bytesOf(address, bytes) && isPublic(bytes));
}

} // namespace foredeck
