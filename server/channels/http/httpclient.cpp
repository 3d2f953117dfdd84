#include "server/channels/http/httpclient.h"

#include "models/core/text.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace foredeck {

namespace {

constexpr std::size_t longestReply = 1024 * 1024;

struct CurlList {
    curl_slist *list = nullptr;
    ~CurlList() { curl_slist_free_all(list); }
    void add(const std::string &line) { list = curl_slist_append(list, line.c_str()); }
};

/// Whether an address may be reached, or why not.
enum class Reach { Free, InnerNetwork, NeedsTls };

struct Transfer {
    HttpReply reply;
    const VendorNetworks *networks = nullptr;
    Reach reach = Reach::Free; ///< of the last address that was looked at
    bool refusedAddress = false;
    bool loopbackOnly = false;
    bool isPlain = false; ///< http
};

std::size_t takeBody(char *data, std::size_t size, std::size_t count, void *user)
{
    auto &reply = static_cast<Transfer *>(user)->reply;
    const auto bytes = size * count;
    if (reply.body.size() + bytes > longestReply)
        return 0; // ends the transfer
    reply.body.append(data, bytes);
    return bytes;
}

std::size_t takeHeader(char *data, std::size_t size, std::size_t count, void *user)
{
    auto &reply = static_cast<Transfer *>(user)->reply;
    const std::string_view line {data, size * count};
    const auto colon = std::min(line.find(':'), line.size());
    const auto name = asciiLower(line.substr(0, colon));
    const auto value = trimmed(line.substr(std::min(colon + 1, line.size())));
    if (name == "retry-after") {
        // Seconds; the other form, a date, begins with a word and is left to our own backing off.
        int seconds = 0;
        if (std::from_chars(value.data(), value.data() + value.size(), seconds).ec == std::errc {})
            reply.retryAfter = std::chrono::seconds {std::clamp(seconds, 0, 3600)};
    } else if (name == "date") {
        reply.date = internetDate(value);
    }
    return size * count;
}

bool isLoopback(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        const auto *v4 = reinterpret_cast<const sockaddr_in *>(address);
        return (ntohl(v4->sin_addr.s_addr) >> 24) == 127;
    }
    if (address->sa_family == AF_INET6) {
        const auto *v6 = reinterpret_cast<const sockaddr_in6 *>(address);
        if (IN6_IS_ADDR_LOOPBACK(&v6->sin6_addr))
            return true;
        return IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr) && v6->sin6_addr.s6_addr[12] == 127;
    }
    return false;
}

bool isPlainHttp(std::string_view url) { return !url.starts_with("https://"); }

Reach reachOf(const VendorNetworks &networks, const sockaddr &address, bool isPlain)
{
    if (!networks.mayReach(address))
        return Reach::InnerNetwork;
    return isPlain && !networks.isNamed(address) ? Reach::NeedsTls : Reach::Free;
}

// Here the address is final: after names, before the first byte.
curl_socket_t openSocket(void *user, curlsocktype, curl_sockaddr *address)
{
    auto &transfer = *static_cast<Transfer *>(user);
    if (transfer.loopbackOnly && !isLoopback(&address->addr)) {
        transfer.refusedAddress = true;
        return CURL_SOCKET_BAD;
    }
    transfer.reach = reachOf(*transfer.networks, address->addr, transfer.isPlain);
    if (transfer.reach != Reach::Free)
        return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

HttpProblem problemOf(CURLcode code, CURL *curl, const Transfer &transfer)
{
    // A name may have several addresses, of which the ones that were shut out tell nothing once another has the request.
    long sent = 0;
    curl_easy_getinfo(curl, CURLINFO_REQUEST_SIZE, &sent);
    if (sent > 0)
        return {HttpProblem::Kind::NoAnswer, "the vendor did not answer"};
    if (transfer.refusedAddress)
        return {HttpProblem::Kind::Refused, "the address is not on this computer"};
    if (transfer.reach == Reach::InnerNetwork)
        return {HttpProblem::Kind::Forbidden, "the vendor's address is in a network that this server may not reach"};
    if (transfer.reach == Reach::NeedsTls)
        return {HttpProblem::Kind::Forbidden, "the address of the vendor's API must begin with https"};
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL: case CURLE_URL_MALFORMAT:
        return {HttpProblem::Kind::NotSent, "the address of the vendor's API is not valid"};
    case CURLE_COULDNT_RESOLVE_HOST: case CURLE_COULDNT_RESOLVE_PROXY:
        return {HttpProblem::Kind::NotSent, "the vendor's name cannot be found"};
    case CURLE_COULDNT_CONNECT:
        return {HttpProblem::Kind::NotSent, "the vendor cannot be reached"};
    case CURLE_PEER_FAILED_VERIFICATION: case CURLE_SSL_CONNECT_ERROR: case CURLE_SSL_CACERT_BADFILE:
        return {HttpProblem::Kind::NotSent, "the vendor's certificate is not valid"};
    default:
        break;
    }
    return {HttpProblem::Kind::NotSent, "the vendor cannot be reached"};
}

struct FreeUrl {
    void operator()(CURLU *url) const { curl_url_cleanup(url); }
};

// libcurl's own reading, which takes 0x7f.1 and 2130706433 for 127.0.0.1 as it does when it connects. Nothing: its host is a name.
std::optional<sockaddr_storage> addressIn(const std::string &url)
{
    const std::unique_ptr<CURLU, FreeUrl> parts {curl_url()};
    char *part = nullptr;
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK || curl_url_get(parts.get(), CURLUPART_HOST, &part, 0) != CURLUE_OK)
        return std::nullopt;
    std::string host {part};
    curl_free(part);
    if (host.ends_with('.'))
        host.pop_back();
    if (host == "localhost" || host.ends_with(".localhost"))
        host = "127.0.0.1";
    sockaddr_storage address {};
    auto &v4 = reinterpret_cast<sockaddr_in &>(address);
    auto &v6 = reinterpret_cast<sockaddr_in6 &>(address);
    if (inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1)
        address.ss_family = AF_INET;
    else if (host.starts_with('[') && inet_pton(AF_INET6, host.substr(1, host.find_first_of("]%") - 1).c_str(), &v6.sin6_addr) == 1)
        address.ss_family = AF_INET6;
    else
        return std::nullopt;
    return address;
}

struct CloseCurl {
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};

CURL *handleOfThread()
{
    thread_local std::unique_ptr<CURL, CloseCurl> handle {curl_easy_init()};
    if (handle)
        curl_easy_reset(handle.get()); // keeps the connections
    return handle.get();
}

} // namespace

std::optional<Timestamp> internetDate(std::string_view text)
{
    const auto seconds = text.empty() ? std::time_t {-1} : curl_getdate(std::string {text}.c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional {fromMs(static_cast<std::int64_t>(seconds) * 1000)};
}

struct HttpClient::Private {
    Limits limits;
    VendorNetworks networks;
};

HttpClient::HttpClient() : HttpClient(Limits {}) { }

HttpClient::HttpClient(Limits limits, VendorNetworks networks) : d(std::make_unique<Private>(Private {limits, std::move(networks)}))
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

HttpClient::~HttpClient() = default;

HttpOutcome HttpClient::call(const HttpCall &call) const
{
    CURL *curl = handleOfThread();
    if (!curl)
        return HttpProblem {HttpProblem::Kind::NotSent, "out of memory"};
    Transfer transfer;
    transfer.loopbackOnly = call.loopbackOnly;
    transfer.networks = &d->networks;
    transfer.isPlain = isPlainHttp(call.url);
    CurlList headers;
    for (const auto &header : call.headers)
        headers.add(header);
    headers.add("Expect:"); // no waiting for 100-continue

    curl_easy_setopt(curl, CURLOPT_URL, call.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // an environment's proxy would undo the check of the address
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(d->limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(d->limits.total.count()));
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "foredeckd");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.list);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, takeHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, openSocket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &transfer);
    // A kept connection was checked for another call; one that must stay here opens its own. And libcurl sends a request once
    // more by itself where a kept connection dies before the answer: what is done by a POST would be done twice, unmarked.
    const bool own = call.loopbackOnly || call.method == "POST";
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, own ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, own ? 1L : 0L);
    if (!call.user.empty()) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        curl_easy_setopt(curl, CURLOPT_USERNAME, call.user.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, call.password.c_str());
    }
    if (call.method == "POST") {
        curl_easy_setopt(curl, CURLOPT_POST, 1L);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, call.body.data());
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    }
    const auto code = curl_easy_perform(curl);
    if (code != CURLE_OK) {
        auto problem = problemOf(code, curl, transfer);
        problem.isOfUrl = problem.kind == HttpProblem::Kind::Forbidden && mayCall({}, call.url).hasError();
        return problem;
    }
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    transfer.reply.status = static_cast<int>(status);
    return std::move(transfer.reply);
}

Result<void> HttpClient::mayCall(const std::string &field, const std::string &url) const
{
    const auto address = addressIn(url);
    const bool isPlain = isPlainHttp(url);
    const auto byName = isPlain && !d->networks.hasNamed() ? Reach::NeedsTls : Reach::Free;
    const auto reach = address ? reachOf(d->networks, reinterpret_cast<const sockaddr &>(*address), isPlain) : byName;
    if (reach == Reach::InnerNetwork)
        return Error::invalid(field, "leads into a network that this server may not reach, as whoever runs it has set (vendor_networks)");
    return reach == Reach::NeedsTls ? Error::invalid(field, "must begin with https") : Result<void> {};
}

} // namespace foredeck
