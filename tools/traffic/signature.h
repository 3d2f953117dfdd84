#pragma once

#include <map>
#include <string>
#include <string_view>

namespace foredeck::traffic {

/// Signatures as the vendors make them, written here a second time on purpose: the server's own code is what they test.

/// "sha256=<hex HMAC-SHA256(secret, body)>": Meta's X-Hub-Signature-256 and our X-Foredeck-Signature.
std::string sha256Signature(std::string_view secret, std::string_view body);
/// Twilio's X-Twilio-Signature: base64 HMAC-SHA1 over the URL and every field in byte order, name then value.
std::string twilioSignature(std::string_view token, std::string_view url, const std::map<std::string, std::string> &fields);
/// Lower-case hex, for the ledger.
std::string sha256Hex(std::string_view text);
std::string base64(std::string_view bytes);
/// application/x-www-form-urlencoded.
std::string formBody(const std::map<std::string, std::string> &fields);
/// The fields of a form body; the last of equal names.
std::map<std::string, std::string> parseForm(std::string_view body);

} // namespace foredeck::traffic
