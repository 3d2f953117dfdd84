#pragma once

#include "models/core/clock.h"
#include "models/core/log.h"
#include "server/app/config.h"
#include "server/services/auth/passwords.h"
#include "server/storage/sqlite/sqlitestore.h"

#include <cstdint>
#include <memory>
#include <string>

namespace foredeck {

class Router;

/// The composition root: builds store, services, background work, routes and listener from a data folder, and takes them
/// down in the reverse order. Used by `foredeckd serve` and, with a clock of their own and short intervals, by tests.
class Backend {
public:
    struct Options {
        std::string store; ///< path of foredeckd.db
        std::string key; ///< path of secret.key
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; ///< 0: any free one
        std::string publicUrl; ///< how the world reaches this server; empty: it does not
        std::string embeddedToken; ///< signs in the owner once; empty: none
        ServerConfig config;
        PasswordCost passwordCost = PasswordCost::Interactive;
    };

    /// Opens and migrates the store. Errors: those of SqliteStore and SecretBox. `clock` and `log` must outlive it.
    static Result<std::unique_ptr<Backend>> open(Options options, const Clock &clock, Log &log);
    ~Backend(); ///< stops
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    /// Begins to listen and to work. Error: the address is in use.
    Result<void> start();
    /// Drains and ends everything but the store. Idempotent.
    void stop();

    std::uint16_t port() const noexcept;
    SqliteStore &store() noexcept;
    const Router &router() const noexcept;

private:
    struct Private;
    explicit Backend(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace foredeck
