#pragma once

#include "models/core/result.h"

#include <string>
#include <string_view>

namespace foredeck {

/// How costly a password hash is. Interactive (64 MiB, about 0.1 s) is what ships; tests take Light.
enum class PasswordCost { Light, Interactive };

/// Argon2id by libsodium. Slow on purpose: call it on a CpuPool only, never on an I/O thread.
class Passwords {
public:
    explicit Passwords(PasswordCost cost = PasswordCost::Interactive);

    /// The encoded hash, with its own salt and parameters. Error: out of memory.
    Result<std::string> hash(std::string_view password) const;
    /// An empty hash (no such user, or one who has no password yet) costs the same time and is never right.
    bool verify(std::string_view hash, std::string_view password) const;

    /// Ten characters at least, 256 bytes at most, and none of the best-known ones. The error names the field.
    static Result<void> acceptable(std::string_view password);

private:
    PasswordCost m_cost;
    std::string m_nobody; ///< hash of a random text, so that unknown users take as long as known ones
};

} // namespace foredeck
