#include "server/http/forwarded.h"

#include "models/core/text.h"

#include <algorithm>
#include <utility> // before Boost 1.74's awaitable.hpp, which forgets it

#include <boost/asio/ip/address.hpp>

namespace foredeck::http {

std::optional<IpAddress> parseIpAddress(const std::string &text)
{
    boost::system::error_code ec;
    auto address = boost::asio::ip::make_address(text, ec);
    if (ec)
        return std::nullopt;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
    return IpAddress {address.to_string(), address.is_loopback()};
}

bool isForwarded(const Request &request)
{
    return std::any_of(request.headers.begin(), request.headers.end(), [](const auto &field) {
        return field.first == "x-forwarded-for" || field.first == "forwarded" || field.first == "x-real-ip" || field.first == "via";
    });
}

std::optional<IpAddress> forwardedAddress(const Request &request)
{
    std::string_view last;
    for (const auto &[name, value] : request.headers) {
        if (name == "x-forwarded-for")
            last = value;
    }
    if (const auto comma = last.rfind(','); comma != std::string_view::npos)
        last.remove_prefix(comma + 1);
    return parseIpAddress(std::string {trimmed(last)});
}

} // namespace foredeck::http
