#include "server/channels/signature.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

namespace foredeck::signature {

namespace {

using Bytes = std::basic_string<unsigned char>;

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

Bytes hmac(const EVP_MD *digest, std::string_view key, std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> out {};
    unsigned int length = 0;
    if (!HMAC(digest, key.data(), static_cast<int>(key.size()), bytesOf(text), text.size(), out.data(), &length))
        return {};
    return {out.data(), length};
}

std::string hex(const Bytes &bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string base64(const Bytes &bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(std::max(length, 0)));
    return text;
}

// The host with or without a port, in the parts of a URL.
struct UrlParts {
    std::string_view scheme; ///< with "://"
    std::string_view host; ///< with user information, without the port
    std::string_view port; ///< with ":"; empty: none
    std::string_view rest; ///< path and query
};

UrlParts partsOf(std::string_view url)
{
    UrlParts parts;
    const auto slashes = url.find("://");
    if (slashes == std::string_view::npos)
        return {{}, url, {}, {}};
    parts.scheme = url.substr(0, slashes + 3);
    const auto after = url.substr(slashes + 3);
    const auto end = std::min(after.find_first_of("/?#"), after.size());
    const auto authority = after.substr(0, end);
    parts.rest = after.substr(end);
    const auto colon = authority.rfind(':');
    const bool hasPort = colon != std::string_view::npos && colon + 1 < authority.size()
        && authority.find_first_not_of("0123456789", colon + 1) == std::string_view::npos;
    parts.host = authority.substr(0, hasPort ? colon : authority.size());
    parts.port = hasPort ? authority.substr(colon) : std::string_view {};
    return parts;
}

std::string withPort(std::string_view url)
{
    const auto parts = partsOf(url);
    if (!parts.port.empty() || parts.scheme.empty())
        return std::string {url};
    return std::string {parts.scheme} + std::string {parts.host} + (parts.scheme == "https://" ? ":443" : ":80") + std::string {parts.rest};
}

std::string withoutPort(std::string_view url)
{
    const auto parts = partsOf(url);
    return std::string {parts.scheme} + std::string {parts.host} + std::string {parts.rest};
}

bool staysInLegacyQuery(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view {"-_.&=%+"}.find(c) != std::string_view::npos;
}

// The query as older senders write it: signs that a URL may hold, such as ' and !, percent-encoded.
std::string legacyQuery(std::string_view url)
{
    const auto question = url.find('?');
    if (question == std::string_view::npos)
        return std::string {url};
    std::string result {url.substr(0, question + 1)};
    for (const char c : url.substr(question + 1)) {
        if (staysInLegacyQuery(c)) {
            result += c;
        } else {
            static constexpr std::string_view digits = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(c);
            result += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return result;
}

std::string_view queryValue(std::string_view url, std::string_view name)
{
    auto rest = url.substr(std::min(url.find('?'), url.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find('&'), rest.size());
        const auto pair = rest.substr(0, end);
        if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
            return pair.substr(name.size() + 1);
        rest.remove_prefix(end);
    }
    return {};
}

} // namespace

bool equalInConstantTime(std::string_view a, std::string_view b) noexcept
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hmacSha256Hex(std::string_view key, std::string_view text)
{
    return hex(hmac(EVP_sha256(), key, text));
}

std::string sha256Hex(std::string_view text)
{
    std::array<unsigned char, SHA256_DIGEST_LENGTH> out {};
    SHA256(bytesOf(text), text.size(), out.data());
    return hex({out.data(), out.size()});
}

std::string sha256Header(std::string_view key, std::string_view rawBody)
{
    return "sha256=" + hmacSha256Hex(key, rawBody);
}

bool sha256HeaderIsValid(std::string_view key, std::string_view rawBody, std::string_view header)
{
    return !key.empty() && equalInConstantTime(sha256Header(key, rawBody), header);
}

std::string twilio(std::string_view authToken, std::string_view url, const FormFields &fields)
{
    std::map<std::string_view, std::set<std::string_view>> sorted;
    for (const auto &[name, value] : fields)
        sorted[name].insert(value);
    std::string data {url};
    for (const auto &[name, values] : sorted) {
        for (const auto value : values)
            data.append(name).append(value);
    }
    return base64(hmac(EVP_sha1(), authToken, data));
}

bool twilioIsValid(std::string_view authToken, std::string_view url, const FormFields &fields, std::string_view header)
{
    if (authToken.empty() || url.empty())
        return false;
    bool valid = false;
    for (const auto &form : {std::string {url}, withPort(url), withoutPort(url)}) {
        // All are tried, so that the time does not tell which one fitted.
        valid = equalInConstantTime(twilio(authToken, form, fields), header) || valid;
        valid = equalInConstantTime(twilio(authToken, legacyQuery(form), fields), header) || valid;
    }
    return valid;
}

bool twilioBodyIsValid(std::string_view authToken, std::string_view url, std::string_view rawBody, std::string_view header)
{
    const bool signedUrl = twilioIsValid(authToken, url, {}, header);
    return equalInConstantTime(sha256Hex(rawBody), queryValue(url, "bodySHA256")) && signedUrl;
}

} // namespace foredeck::signature
