#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "server/channels/http/vendornetworks.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace foredeck {

struct HttpCall {
    std::string method = "POST";
    std::string url;
    std::vector<std::string> headers; ///< "Name: value"
    std::string body;
    std::string user; ///< HTTP Basic; empty: none
    std::string password;
    bool loopbackOnly = false; ///< safe mode: refused before a single byte leaves, whatever a name resolves to
};

struct HttpReply {
    int status = 0;
    std::string body; ///< at most 1 MiB
    std::chrono::milliseconds retryAfter {0}; ///< of the Retry-After header, in seconds; 0: none
    std::optional<Timestamp> date; ///< of the Date header: the other side's clock
};

/// Why there is no reply.
struct HttpProblem {
    enum class Kind {
        NotSent, ///< no connection, no name, a bad URL: the other side has seen nothing
        Refused, ///< safe mode: the address is not on this computer
        Forbidden, ///< the address is not one that this server may reach
        NoAnswer, ///< the request left and nothing came back: it may have been acted upon
    };
    Kind kind = Kind::NotSent;
    std::string detail; ///< a sentence without secrets
    bool isOfUrl = false; ///< Forbidden: by what mayCall() tells, so for good; else a name led there, which it may not do tomorrow
};

using HttpOutcome = std::variant<HttpReply, HttpProblem>;

/// A date as HTTP and e-mail write it (RFC 9110 5.6.7, RFC 5322 3.3), "Thu, 24 Aug 2023 05:01:45 +0000"; nothing: it is none.
std::optional<Timestamp> internetDate(std::string_view text);

/// Blocking HTTP for the vendors' APIs (libcurl): no redirects, http and https only, TLS verified, bounded in time and
/// size; the address is checked when the socket is opened, so a name cannot lead elsewhere after a check: it must be one of
/// VendorNetworks, and over plain http one of those that are named there. A POST leaves once, on a connection of its own;
/// those of a GET are kept per thread. Safe from any thread.
class HttpClient {
public:
    struct Limits {
        std::chrono::milliseconds connect {5'000};
        std::chrono::milliseconds total {20'000};
    };
    HttpClient();
    explicit HttpClient(Limits limits, VendorNetworks networks = {});
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    HttpOutcome call(const HttpCall &call) const;
    /// What call() would come to by the host alone, as far as it is an address or this computer's name, or by plain http where no
    /// network is named; nothing is asked, and what a name leads to is seen by call() only. Error: Invalid with `field`.
    Result<void> mayCall(const std::string &field, const std::string &url) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foredeck
