#include "server/services/client/useracts.h"

#include "models/core/text.h"
#include "server/services/auth/sessions.h"
#include "server/services/op/precondition.h"
#include "server/storage/auditrepository.h"
#include "server/storage/userrepository.h"

#include <algorithm>

namespace foredeck {

namespace {

Error forbidden(const char *why) { return Error::of(Error::Kind::Forbidden, why); }

// A role is given only by those who have it or stand above it.
bool mayGive(Role giver, Role given)
{
    return given != Role::Unknown && (given != Role::SuperAdmin || giver == Role::SuperAdmin);
}

bool administers(const Access &access, const User &other)
{
    if (!mayDo(access.role(), Right::Administer) || !mayGive(access.role(), other.role.value()))
        return false;
    const bool everywhere = other.clients.empty();
    return access.agencyWide() || (!everywhere && std::all_of(other.clients.begin(), other.clients.end(), [&](const ClientId &c) { return access.sees(c); }));
}

bool onlyAvailability(const UserPatch &p) { return !p.role && !p.status && !p.name && !p.onCall; }

Result<void> mayPatch(const OpContext &op, const User &user, const UserPatch &patch)
{
    const bool oneself = user.id == op.actor.user;
    if (oneself && onlyAvailability(patch))
        return {};
    if (!administers(op.access, user))
        return forbidden("your role does not allow this");
    if (oneself && (patch.role || patch.status))
        return forbidden("nobody changes their own role or status");
    if (patch.role && !mayGive(op.access.role(), patch.role->value()))
        return forbidden("you cannot give this role");
    return {};
}

} // namespace

Result<void> checkEmail(const std::string &email)
{
    return isEmailShaped(email) ? Result<void> {} : Error::invalid("email", "is no e-mail address");
}

Result<User> inviteUser(OpContext &op, const Invitation &invitation)
{
    const std::string name {trimmed(invitation.name)};
    const auto email = asciiLower(trimmed(invitation.email));
    if (const auto fits = fitText("name", name, 200); fits.hasError())
        return fits.error();
    if (const auto fits = checkEmail(email); fits.hasError())
        return fits.error();
    if (!invitation.role.known())
        return Error::invalid("role", "is not known");
    if (!mayGive(op.access.role(), invitation.role.value()))
        return forbidden("you cannot give this role");
    if (UserRepository::byEmail(op.tx, email))
        return Error::of(Error::Kind::Conflict, "this e-mail is taken");
    User user;
    user.id = UserId::make(op.now);
    user.agency = op.access.user().agency;
    user.clients = {op.client};
    user.role = invitation.role;
    user.name = name;
    user.email = email;
    user.status = invitation.passwordHash.empty() ? UserStatus::Invited : UserStatus::Active;
    UserRepository::insert(op.tx, user);
    UserRepository::setCredentials(op.tx, user.id, {invitation.passwordHash, 0, std::nullopt});
    AuditRepository::append(op.tx, {op.client, op.now, op.actor, "user.invited", user.id.value, std::string {user.role.text()}});
    announce(op.tx, agencyStream(user.agency), "user.created", user, op.actor, op.op);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return user;
}

Result<User> patchUser(OpContext &op, const UserId &id, const UserPatch &patch)
{
    auto user = UserRepository::byId(op.tx, id);
    if (!user || !op.access.knows(*user))
        return notFound("user");
    if (const auto allowed = mayPatch(op, *user, patch); allowed.hasError())
        return allowed.error();
    if (patch.status && !(*patch.status == UserStatus::Active) && !(*patch.status == UserStatus::Disabled))
        return Error::invalid("status", "must be active or disabled");
    if (patch.name) {
        if (const auto fits = fitText("name", trimmed(*patch.name), 200); fits.hasError())
            return fits.error();
    }
    user->role = patch.role.value_or(user->role);
    user->status = patch.status.value_or(user->status);
    user->available = patch.available.value_or(user->available);
    user->doNotDisturb = patch.doNotDisturb.value_or(user->doNotDisturb);
    user->onCall = patch.onCall.value_or(user->onCall);
    user->name = patch.name ? std::string {trimmed(*patch.name)} : user->name;
    UserRepository::update(op.tx, *user);
    if (user->status == UserStatus::Disabled)
        Sessions::endAll(op.tx, id, op.now);
    if (!onlyAvailability(patch))
        AuditRepository::append(op.tx, {{}, op.now, op.actor, "user.updated", id.value, std::string {user->role.text()} + ", " + std::string {user->status.text()}});
    announce(op.tx, agencyStream(user->agency), "user.updated", *user, op.actor, op.op);
    if (const auto ok = op.ok(); ok.hasError())
        return ok.error();
    return *user;
}

} // namespace foredeck
