#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foredeck {

/// Fields of an application/x-www-form-urlencoded body, decoded, in the order in which they came.
using FormFields = std::vector<std::pair<std::string, std::string>>;

/// Who signed a webhook (routing-and-channels.md 2.1, 2.2). All functions compare without telling by time where the
/// signatures differ, and answer false for an empty key: a channel without a key accepts nothing.
namespace signature {

/// Meta: header "sha256=<hex HMAC-SHA256(app secret, raw body)>". The same form signs web forms and missed calls with the
/// channel's own key (X-Foredeck-Signature).
bool sha256HeaderIsValid(std::string_view key, std::string_view rawBody, std::string_view header);
std::string sha256Header(std::string_view key, std::string_view rawBody);

/// Twilio: base64 HMAC-SHA1(auth token, URL + every field as name and value, names in byte order, the values of one name
/// without repetition and in byte order). Taken too, as Twilio's own libraries do: the URL with and without its standard
/// port, and both again with the query encoded anew.
bool twilioIsValid(std::string_view authToken, std::string_view url, const FormFields &fields, std::string_view header);
/// A JSON body: the URL carries bodySHA256=<hex>, the signature covers the URL alone.
bool twilioBodyIsValid(std::string_view authToken, std::string_view url, std::string_view rawBody, std::string_view header);
std::string twilio(std::string_view authToken, std::string_view url, const FormFields &fields);

std::string hmacSha256Hex(std::string_view key, std::string_view text);
std::string sha256Hex(std::string_view text);
bool equalInConstantTime(std::string_view a, std::string_view b) noexcept;

} // namespace signature

} // namespace foredeck
