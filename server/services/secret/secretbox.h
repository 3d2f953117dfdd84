#pragma once

#include "models/core/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace foredeck {

/// The data folder's key (`secret.key`: 64 hexadecimal digits, mode 0600) and what is derived from it. Channel secrets
/// are sealed with it (libsodium secretbox: XSalsa20-Poly1305, random nonce), access tokens are signed with a key of
/// their own. A value; safe to share between threads. Losing the file means entering the channel keys again.
class SecretBox {
public:
    static constexpr std::size_t keyBytes = 32;
    using Key = std::array<unsigned char, keyBytes>;

    explicit SecretBox(const Key &master);
    ~SecretBox(); ///< wipes
    SecretBox(const SecretBox &) = default;
    SecretBox &operator=(const SecretBox &) = default;

    /// Reads the key file. Errors: NotFound; Invalid when it is no key or when others than its owner may read it.
    static Result<SecretBox> open(const std::string &path);
    /// Makes a new random key file; Conflict when there is one already.
    static Result<SecretBox> create(const std::string &path);

    /// Base64 of nonce and sealed bytes. An empty secret seals to an empty text.
    std::string seal(std::string_view secret) const;
    /// Corrupt when the text was sealed with another key or was altered.
    Result<std::string> unseal(std::string_view sealed) const;

    /// 32 bytes for signing access tokens.
    std::string tokenKey() const;
    /// Hexadecimal keyed hash (BLAKE2b-256): for comparing requests that may hold a password without storing anything
    /// that can be guessed from.
    std::string fingerprint(std::string_view text) const;

private:
    Key m_seal {};
    Key m_token {};
};

/// `bytes` random bytes as URL-safe base64 without padding.
std::string randomToken(std::size_t bytes = 32);
/// Hexadecimal SHA-256; how opaque tokens are stored.
std::string sha256Hex(std::string_view text);
/// Equal without telling by time where the texts differ.
bool equalInConstantTime(std::string_view a, std::string_view b) noexcept;

} // namespace foredeck
