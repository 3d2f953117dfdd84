#pragma once

#include "models/core/result.h"

#include <QString>

#include <functional>
#include <memory>

namespace foredeck {

/// Where a refresh token is kept between runs. Answers come later on the calling thread, or never: a desktop's keyring
/// may ask its person for a password and wait (house 4). So nobody waits for one, and "not found" may mean "locked".
class Vault {
public:
    using Done = std::function<void(Result<void>)>;
    using Read = std::function<void(Result<QString>)>;
    virtual ~Vault() = default;
    /// Error::NotFound also when the keyring is locked; NotConfigured when there is no keyring service.
    virtual void read(const QString &address, Read done) = 0;
    virtual void write(const QString &address, const QString &secret, Done done) = 0;
    virtual void remove(const QString &address, Done done) = 0;
};

/// The desktop's keyring (QtKeychain). Never with its insecure fallback.
std::unique_ptr<Vault> makeKeyringVault();
/// Keeps nothing: every answer says NotConfigured. For the embedded backend, and where the person wants no keyring.
std::unique_ptr<Vault> makeNoVault();

} // namespace foredeck
