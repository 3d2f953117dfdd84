#include "server/storage/userrepository.h"

#include "models/core/text.h"
#include "server/storage/rows.h"
#include "storagesql.h"

namespace foredeck {

namespace {

// A user without clients of its own sees all of its agency, if its role is that of one who runs it (models/domain/user.h).
std::int64_t seesAll(const User &user)
{
    const auto role = user.role.value();
    return user.clients.empty() && (role == Role::SuperAdmin || role == Role::Admin) ? 1 : 0;
}

void writeClients(WriteTx &tx, const User &user)
{
    tx.run(sql::user_client_remove, {{"user_id", user.id.value}});
    for (const auto &client : user.clients)
        tx.run(sql::user_client_insert, {{"client_id", client.value}, {"user_id", user.id.value}});
}

} // namespace

std::optional<User> UserRepository::byId(Tx &tx, const UserId &id)
{
    return rows::one<User>(tx, sql::user_by_id, {{"id", id.value}});
}

std::optional<User> UserRepository::byEmail(Tx &tx, std::string_view email)
{
    return rows::one<User>(tx, sql::user_by_email, {{"email", asciiLower(email)}});
}

std::vector<User> UserRepository::ofAgency(Tx &tx, const AgencyId &agency)
{
    return rows::many<User>(tx, sql::user_of_agency, {{"agency_id", agency.value}});
}

std::vector<User> UserRepository::ofClient(Tx &tx, const ClientId &client)
{
    return rows::many<User>(tx, sql::user_of_client, {{"client_id", client.value}});
}

void UserRepository::insert(WriteTx &tx, const User &user)
{
    tx.run(sql::user_insert,
        {{"id", user.id.value}, {"agency_id", user.agency.value}, {"email", asciiLower(user.email)}, {"name", user.name},
            {"sees_all", seesAll(user)}, {"version", user.version}, {"body", encode(user)}});
    writeClients(tx, user);
}

void UserRepository::update(WriteTx &tx, User &user)
{
    rows::raise(tx, user, "user", [&](const std::string &body) {
        return tx.run(sql::user_update,
            {{"id", user.id.value}, {"agency_id", user.agency.value}, {"email", asciiLower(user.email)}, {"name", user.name},
                {"sees_all", seesAll(user)}, {"version", user.version}, {"body", body}});
    });
    writeClients(tx, user);
}

Credentials UserRepository::credentials(Tx &tx, const UserId &id)
{
    Credentials credentials;
    tx.run(sql::user_credentials, {{"id", id.value}}, [&](const Row &row) {
        credentials = {rows::textAt(row, 0), static_cast<int>(row.integer(1)), rows::optionalTimeAt(row, 2)};
        return false;
    });
    return credentials;
}

void UserRepository::setCredentials(WriteTx &tx, const UserId &id, const Credentials &credentials)
{
    const auto changed = tx.run(sql::user_set_credentials,
        {{"id", id.value}, {"password_hash", credentials.passwordHash}, {"failed_tries", credentials.failedTries},
            {"rest_until", rows::time(credentials.restUntil)}});
    if (changed != 1)
        tx.fail(Error::of(Error::Kind::NotFound, "user: is not there"));
}

} // namespace foredeck
