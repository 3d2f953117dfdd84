#include "server/handlers/chatpage.h"

#include "documents.h"
#include "server/channels/signature.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace foredeck {

namespace {

std::string_view between(std::string_view text, std::string_view from, std::string_view until)
{
    const auto start = text.find(from) + from.size();
    return text.substr(start, text.find(until, start) - start);
}

std::uint32_t bitsOf(char hexDigit) { return static_cast<std::uint32_t>(hexDigit <= '9' ? hexDigit - '0' : hexDigit - 'a' + 10); }

// The 32 bytes of a SHA-256, as Content-Security-Policy wants them: base64 with padding.
std::string base64OfHash(std::string_view hex)
{
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string base64;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char digit : hex) {
        bits = (bits << 4 | bitsOf(digit)) & 0xfffu;
        count += 4;
        if (count >= 6) {
            count -= 6;
            base64 += letters[bits >> count & 63u];
        }
    }
    if (count > 0)
        base64 += letters[bits << (6 - count) & 63u];
    while (base64.size() % 4 != 0)
        base64 += '=';
    return base64;
}

std::string sourceOf(std::string_view element)
{
    return "'sha256-" + base64OfHash(signature::sha256Hex(element)) + "'";
}

// In one pass: what is put in is not looked through again.
std::string filled(std::string_view page, const std::array<std::pair<std::string_view, std::string>, 3> &values)
{
    std::string text;
    text.reserve(page.size() + 256);
    while (!page.empty()) {
        const auto open = page.find("{{");
        text += page.substr(0, open);
        if (open == std::string_view::npos)
            break;
        page.remove_prefix(open + 2);
        const auto name = page.substr(0, page.find("}}"));
        for (const auto &[known, value] : values) {
            if (known == name)
                text += value;
        }
        page.remove_prefix(name.size() + 2);
    }
    return text;
}

} // namespace

std::string htmlText(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += c;
        }
    }
    return escaped;
}

ChatPage::ChatPage()
    : m_policy("default-src 'none'; script-src " + sourceOf(between(api::chat, "<script>", "</script>")) + "; style-src "
          + sourceOf(between(api::chat, "<style>", "</style>")) + "; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
{
}

Response ChatPage::of(const Client &client) const
{
    Response response {200, "text/html; charset=utf-8",
        filled(api::chat, {{{"language", htmlText(client.language)}, {"name", htmlText(client.name)}, {"client", htmlText(client.slug)}}}), {}};
    response.addHeader("Content-Security-Policy", m_policy);
    response.addHeader("Referrer-Policy", "no-referrer");
    response.addHeader("Cache-Control", "no-cache");
    return response;
}

} // namespace foredeck
