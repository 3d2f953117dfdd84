#include "server/http/websockethandshake.h"

#include "models/core/text.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace foredeck::http {

namespace {

// 16 bytes in base64 are 22 characters and "==".
bool isKey(std::string_view key) noexcept
{
    const auto isBase64 = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    };
    return key.size() == 24 && key.substr(22) == "==" && std::all_of(key.begin(), key.begin() + 22, isBase64);
}

std::string_view hostOf(std::string_view origin) noexcept
{
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view {} : origin.substr(scheme + 3);
}

// Browsers tell the page's origin and programs tell none. A page may come from this very host or from the list: nobody
// else's page may use a visitor's browser to open a socket here.
bool originAllowed(const Request &request, const HttpConfig &config)
{
    const auto origin = request.header("origin");
    if (origin.empty())
        return true;
    const auto host = request.header("host");
    return (!host.empty() && asciiLower(hostOf(origin)) == asciiLower(host))
        || std::find(config.allowedOrigins.begin(), config.allowedOrigins.end(), origin) != config.allowedOrigins.end();
}

Response upgradeRequired(std::string_view detail)
{
    auto response = Response::problem(426, detail);
    response.addHeader("Upgrade", "websocket");
    response.addHeader("Sec-WebSocket-Version", "13");
    return response;
}

} // namespace

std::string webSocketAccept(std::string_view key)
{
    const auto text = std::string {key} + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest {};
    unsigned int length = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha1(), nullptr);
    std::array<unsigned char, 64> encoded {};
    const int size = EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(length));
    return {reinterpret_cast<const char *>(encoded.data()), static_cast<std::size_t>(size)};
}

Response webSocketHandshake(const Request &request, bool connectionUpgrade, const HttpConfig &config)
{
    if (!connectionUpgrade || asciiLower(request.header("upgrade")) != "websocket")
        return upgradeRequired("This path speaks WebSocket.");
    if (request.header("sec-websocket-version") != "13")
        return upgradeRequired("The only WebSocket version is 13.");
    const auto key = request.header("sec-websocket-key");
    if (!isKey(key) || !request.body.empty())
        return Response::problem(400, "Sec-WebSocket-Key must be 16 bytes in base64.");
    if (!originAllowed(request, config))
        return Response::problem(403, "Pages of this origin may not open a socket here.");
    auto response = Response::empty(101);
    response.headers
        = {{"Upgrade", "websocket"}, {"Connection", "Upgrade"}, {"Sec-WebSocket-Accept", webSocketAccept(key)}};
    return response;
}

} // namespace foredeck::http
