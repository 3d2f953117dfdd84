#include "server/services/auth/passwords.h"

#include "models/core/text.h"
#include "server/services/secret/secretbox.h"

#include <algorithm>
#include <array>

#include <sodium.h>

namespace foredeck {

namespace {

// Those of the published top lists that are long enough to pass the length rule.
constexpr std::array<std::string_view, 24> wellKnown {"1234567890", "12345678910", "123456789a", "0123456789", "0987654321",
    "qwertyuiop", "1qaz2wsx3edc", "q1w2e3r4t5", "qwerty12345", "password123", "password1234", "passw0rd123", "iloveyou123",
    "letmein123", "welcome123", "welcome1234", "administrator", "changeme123", "abcdefghij", "abcd123456", "football123",
    "princess123", "sunshine123", "aaaaaaaaaa"};

} // namespace

Passwords::Passwords(PasswordCost cost) : m_cost(cost)
{
    const auto nobody = hash(randomToken());
    if (nobody.hasValue())
        m_nobody = nobody.value();
}

Result<std::string> Passwords::hash(std::string_view password) const
{
    const bool light = m_cost == PasswordCost::Light;
    std::array<char, crypto_pwhash_STRBYTES> text {};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(),
            light ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
            light ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0)
        return Error::of(Error::Kind::Busy, "out of memory while hashing a password");
    return std::string {text.data()};
}

bool Passwords::verify(std::string_view hash, std::string_view password) const
{
    const std::string &known = hash.empty() ? m_nobody : std::string {hash};
    const bool right = crypto_pwhash_str_verify(known.c_str(), password.data(), password.size()) == 0;
    return right && !hash.empty();
}

Result<void> Passwords::acceptable(std::string_view password)
{
    // Characters, not bytes: what continues one begins with the bits 10.
    if (std::count_if(password.begin(), password.end(), [](char c) { return (c & 0xc0) != 0x80; }) < 10)
        return Error::invalid("password", "must have at least 10 characters");
    if (password.size() > 256)
        return Error::invalid("password", "must have at most 256 bytes");
    const auto lower = asciiLower(password);
    const bool known = std::find(wellKnown.begin(), wellKnown.end(), lower) != wellKnown.end();
    if (known || std::all_of(lower.begin(), lower.end(), [&](char c) { return c == lower.front(); }))
        return Error::invalid("password", "is one of those that are tried first");
    return {};
}

} // namespace foredeck
