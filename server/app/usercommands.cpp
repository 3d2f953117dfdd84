#include "server/app/commands.h"
#include "server/app/files.h"
#include "server/app/offline.h"

#include "models/core/text.h"
#include "server/services/auth/passwords.h"
#include "server/services/auth/sessions.h"
#include "server/services/client/useracts.h"
#include "server/storage/agencyrepository.h"
#include "server/storage/announce.h"
#include "server/storage/auditrepository.h"
#include "server/storage/clientrepository.h"
#include "server/storage/userrepository.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

namespace foredeck {

namespace {

Result<std::string> hashOf(const std::string &file)
{
    if (file.empty())
        return std::string {};
    auto text = readSecretFile(file);
    if (text.hasError())
        return text;
    auto &password = text.value();
    while (!password.empty() && (password.back() == '\n' || password.back() == '\r'))
        password.pop_back();
    if (const auto good = Passwords::acceptable(password); good.hasError())
        return good.error();
    return Passwords {}.hash(password);
}

Result<std::string> addUser(WriteTx &tx, const UserAddCommand &command, const std::string &hash, Timestamp now)
{
    const auto agencies = AgencyRepository::all(tx);
    const auto role = Open<Role>::fromText(command.role);
    const auto email = asciiLower(trimmed(command.email));
    if (agencies.empty())
        return Error::of(Error::Kind::NotFound, "the store holds no agency");
    if (!role.known())
        return Error::invalid("--role", "must be super_admin, admin, manager, agent or viewer");
    if (const auto good = checkEmail(email); good.hasError())
        return good.error();
    User user;
    user.id = UserId::make(now);
    user.agency = agencies.front().id;
    user.role = role;
    user.name = trimmed(command.name);
    user.email = email;
    user.status = hash.empty() ? UserStatus::Invited : UserStatus::Active;
    for (const auto &slug : command.clients) {
        const auto client = ClientRepository::bySlug(tx, slug);
        if (!client)
            return Error::of(Error::Kind::NotFound, "no client has the slug " + slug);
        user.clients.push_back(client->id);
    }
    if (user.clients.empty() && !mayDo(role.value(), Right::Administer))
        return Error::invalid("--client", "is needed for this role");
    if (UserRepository::byEmail(tx, email))
        return Error::of(Error::Kind::Conflict, "this e-mail is taken");
    UserRepository::insert(tx, user);
    UserRepository::setCredentials(tx, user.id, {hash, 0, std::nullopt});
    AuditRepository::append(tx, {{}, now, {}, "user.added", user.id.value, std::string {role.text()}});
    announce(tx, agencyStream(user.agency), "user.created", user, Actor {});
    return "added " + user.id.value + (hash.empty() ? " (invited: cannot sign in before user password has set one)\n" : "\n");
}

bool administers(const User &user)
{
    return user.status == UserStatus::Active && (user.role == Role::Admin || user.role == Role::SuperAdmin);
}

void change(WriteTx &tx, User &user, UserStatus status, const char *what, Timestamp now)
{
    user.status = status;
    UserRepository::update(tx, user);
    AuditRepository::append(tx, {{}, now, {}, what, user.id.value, {}});
    announce(tx, agencyStream(user.agency), "user.updated", user, Actor {});
}

/// Does it to whoever has this e-mail, while nobody serves the folder.
Result<std::string> changeOne(const std::string &data, const std::string &email, const std::function<Result<std::string>(WriteTx &, User &, Timestamp)> &how)
{
    const SystemClock clock;
    auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    return writeOnce(*offline.value().store, [&](WriteTx &tx) -> Result<std::string> {
        auto user = UserRepository::byEmail(tx, asciiLower(trimmed(email)));
        return user ? how(tx, *user, clock.now()) : Error::of(Error::Kind::NotFound, "nobody has this e-mail");
    });
}

} // namespace

Result<std::string> run(const UserAddCommand &command)
{
    const auto hash = hashOf(command.password);
    if (hash.hasError())
        return hash.error();
    const SystemClock clock;
    auto offline = openOffline(command.data, clock);
    if (offline.hasError())
        return offline.error();
    return writeOnce(*offline.value().store, [&](WriteTx &tx) { return addUser(tx, command, hash.value(), clock.now()); });
}

Result<std::string> listUsers(const std::string &data)
{
    const SystemClock clock;
    auto offline = openOffline(data, clock);
    if (offline.hasError())
        return offline.error();
    return readOnce(*offline.value().store, [](Tx &tx) -> Result<std::string> {
        std::string text;
        for (const auto &agency : AgencyRepository::all(tx)) {
            for (const auto &user : UserRepository::ofAgency(tx, agency.id))
                text += fmt::format("{}  {:<11}  {:<8}  {}  <{}>\n", user.id.value, user.role.text(), user.status.text(), singleLine(user.name, 60), user.email);
        }
        return text;
    });
}

Result<std::string> disableUser(const std::string &data, const std::string &email)
{
    return changeOne(data, email, [&](WriteTx &tx, User &user, Timestamp now) -> Result<std::string> {
        const auto people = UserRepository::ofAgency(tx, user.agency);
        if (administers(user) && std::none_of(people.begin(), people.end(), [&](const User &one) { return one.id != user.id && administers(one); }))
            return Error::of(Error::Kind::Conflict, "this is the last active administrator: add another one first (user add --role admin)");
        change(tx, user, UserStatus::Disabled, "user.disabled", now);
        Sessions::endAll(tx, user.id, now);
        return "disabled " + user.id.value + "; all sessions have ended\n";
    });
}

Result<std::string> enableUser(const std::string &data, const std::string &email)
{
    return changeOne(data, email, [&](WriteTx &tx, User &user, Timestamp now) -> Result<std::string> {
        const bool hasPassword = !UserRepository::credentials(tx, user.id).passwordHash.empty();
        change(tx, user, hasPassword ? UserStatus::Active : UserStatus::Invited, "user.enabled", now);
        return "enabled " + user.id.value + (hasPassword ? "\n" : " (invited: cannot sign in before user password has set one)\n");
    });
}

Result<std::string> setPassword(const std::string &data, const std::string &email, const std::string &password)
{
    if (password.empty())
        return Error::invalid("--password", "is needed");
    const auto hash = hashOf(password);
    if (hash.hasError())
        return hash.error();
    return changeOne(data, email, [&](WriteTx &tx, User &user, Timestamp now) -> Result<std::string> {
        UserRepository::setCredentials(tx, user.id, {hash.value(), 0, std::nullopt});
        const bool isDisabled = user.status == UserStatus::Disabled;
        change(tx, user, isDisabled ? UserStatus::Disabled : UserStatus::Active, "user.password_set", now);
        Sessions::endAll(tx, user.id, now); // whoever knew the old one is out
        return "set for " + user.id.value + "; all sessions have ended" + (isDisabled ? " (disabled: cannot sign in before user enable)\n" : "\n");
    });
}

} // namespace foredeck
