#pragma once

#include "models/domain/user.h"
#include "server/services/op/ops.h"

#include <optional>
#include <string>

namespace foredeck {

struct Invitation {
    std::string name;
    std::string email;
    Open<Role> role {Role::Agent};
    std::string passwordHash; ///< empty: invited, cannot sign in yet
};

struct UserPatch {
    std::optional<Open<Role>> role;
    std::optional<Open<UserStatus>> status; ///< active or disabled
    std::optional<bool> available;
    std::optional<bool> doNotDisturb;
    std::optional<bool> onCall;
    std::optional<std::string> name;
};

/// Somebody new for op.client. Conflict when the e-mail is taken.
Result<User> inviteUser(OpContext &op, const Invitation &invitation);
/// One's own availability is anybody's to change; the rest takes an administrator of all clients of the other person.
/// Disabling ends all sessions. Nobody disables or demotes themselves.
Result<User> patchUser(OpContext &op, const UserId &id, const UserPatch &patch);

Result<void> checkEmail(const std::string &email);

} // namespace foredeck
