#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// Limits of the contract, in bytes of UTF-8.
inline constexpr std::size_t maxMessageBytes = 64 * 1024;
inline constexpr std::size_t maxEventBytes = 256 * 1024;

/// The text cut to at most `bytes` without splitting a code point.
std::string_view clipUtf8(std::string_view text, std::size_t bytes) noexcept;
/// True for well-formed UTF-8 (no surrogates, no overlong forms).
bool isUtf8(std::string_view text) noexcept;
/// Without white space at both ends (ASCII blanks and NUL).
std::string_view trimmed(std::string_view text) noexcept;
/// One line for lists and logs: runs of white space and control characters become one blank; at most `characters`
/// code points, an ellipsis for what is cut. Bidirectional controls are dropped, so they cannot turn a list around. Empty
/// when nothing of it can be seen, such as of a name of zero-width characters.
std::string singleLine(std::string_view text, std::size_t characters);
/// "+1 305 ••• ••42", "n•••@example.com": enough to recognise, too little to use. For logs.
std::string maskedPhone(std::string_view phone);
std::string maskedEmail(std::string_view email);
/// Whether it has the shape of one e-mail address, and nothing else stands there. Letters of any script may be in it.
bool isEmailShaped(std::string_view text) noexcept;
/// The e-mail addresses that a field consists of, in lower case: "Bea <bea@example.com>", "eva@example.com, eva2@example.com". None
/// where anything else stands in it: what a program makes out of "ana,lopez@example.com" is somebody else's.
std::vector<std::string> addressesOf(std::string_view field);
/// With ' for ’ (U+2019), which telephones make of it: in an address it is never meant.
std::string plainApostrophes(std::string_view text);
/// Lower case for ASCII only; for keywords and header names.
std::string asciiLower(std::string_view text);

} // namespace foredeck
