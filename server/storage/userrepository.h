#pragma once

#include "models/domain/user.h"
#include "server/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foredeck {

/// What signing in by password rests on; never leaves the server.
struct Credentials {
    std::string passwordHash; ///< Argon2id in its own text form; empty: cannot sign in by password
    int failedTries = 0;
    std::optional<Timestamp> restUntil; ///< no try is looked at before
    friend bool operator==(const Credentials &, const Credentials &) = default;
};

/// People. E-mails are compared in lower case and are unique over all agencies.
struct UserRepository {
    static std::optional<User> byId(Tx &tx, const UserId &id);
    static std::optional<User> byEmail(Tx &tx, std::string_view email);
    /// By name.
    static std::vector<User> ofAgency(Tx &tx, const AgencyId &agency);
    /// Those who are given to this client by name, and those of its agency who see all clients. By name.
    static std::vector<User> ofClient(Tx &tx, const ClientId &client);
    /// An e-mail that is taken is a Conflict.
    static void insert(WriteTx &tx, const User &user);
    static void update(WriteTx &tx, User &user);

    static Credentials credentials(Tx &tx, const UserId &id);
    static void setCredentials(WriteTx &tx, const UserId &id, const Credentials &credentials);
};

} // namespace foredeck
